"""``solution``: each line follows from the problem and the lines before, loses no root, and the last is the key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generation.equivalence.meaning import UnclearError
from generation.equivalence.real import Number, number_of
from generation.equivalence.realset import EMPTY, RealSet
from generation.equivalence.relations import difference_of, solution_set, undefined_set
from generation.equivalence.values import compare_values
from generation.expression.errors import NotExactError
from generation.expression.exact import Ratio, exact, rational_value
from generation.expression.normal import polynomial_tree
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    And,
    Collection,
    Expr,
    Logic,
    Matrix,
    Mul,
    Node,
    Nothing,
    Relation,
    Sub,
    Sym,
    substitute,
    symbols,
    walk,
)
from generation.verify.certificate import CheckResult
from generation.verify.checks.choices import compare_claims
from generation.verify.claims import claimed_reals, single_expression
from generation.verify.context import Context, result
from generation.verify.kinds.objects import is_object, object_equal
from generation.verify.reading import conjuncts
from generation.verify.reasons.steps import contradiction
from generation.verify.signature import unordered
from generation.verify.solving import Solved, fulfils, put_in, values_under
from generation.verify.systems import Eliminated

NAME = "solution"


class _BrokenError(ValueError):
    """A line that does not follow; the message names what is lost, gained or wrong."""


@dataclass(slots=True)
class _Lines:
    """What every line is held against: the problem, and the value of what is asked where it asks for one."""

    context: Context
    value: Ratio | Number | None = None
    before: list[Relation] = field(default_factory=list)
    """What holds by the problem and by the lines judged so far."""


def check(context: Context) -> CheckResult:
    """Failed at the first line that does not follow."""
    steps = context.reading.steps
    if not context.problem.solution:
        return result(NAME, "not_applicable", "no worked solution")
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the problem could not be read")
    lines = [(position, node) for position, node in enumerate(steps) if node is not None]
    if not lines:
        return _words(context) or result(NAME, "not_applicable", "the worked solution has no mathematics")
    judge_line = _JUDGES.get(context.problem.model.ask.kind, _result_line)
    state = _Lines(context, _value_asked_for(context), context.reading.relations)
    for position, node in lines:
        try:
            if not _is_rewritten(state, node):
                judge_line(state, node)
            state.before += _holding(node)
        except (_BrokenError, UnclearError) as error:
            return result(NAME, "failed", f"line {position + 1} '{infix(node)}': {error}")
        except NotExactError as error:
            return result(NAME, "undecided", f"line {position + 1} '{infix(node)}': {error}")
    if not _ends(context, lines[-1][1]):
        return result(NAME, "failed", f"the last line '{infix(lines[-1][1])}' is not the answer")
    return _words(context) or result(NAME, "passed", f"{len(lines)} lines, each following from those before")


def _words(context: Context) -> CheckResult | None:
    """What speaks against the words."""
    found = contradiction(context)
    return None if found is None else result(NAME, found.outcome, found.detail, *found.evidence)


def _value_asked_for(context: Context) -> Ratio | Number | None:
    """The value that lines lead to; None where there is none, or where only the key says what it is."""
    try:
        return context.kind.value(context)
    except NotExactError:
        return None


def _holding(node: Node) -> list[Relation]:
    """The relations of a line that hold together."""
    parts = conjuncts(node) if isinstance(node, Logic) else []
    return [part for part in parts if isinstance(part, Relation)]


def _is_rewritten(state: _Lines, node: Node) -> bool:
    """Whether every relation of a line is one from before, multiplied by a number on both sides: nothing is lost.

    Only for what is not solved, as ``y = 2x - 3``; where there are solutions, they are held against the line.
    """
    parts = _holding(node)
    if not parts or not isinstance(node, Relation | And) or len(parts) != len(conjuncts(node)):
        return False
    try:
        return state.context.solved is None
    except NotExactError:
        return all(any(_is_scaled(old, new) for old in state.before) for new in parts)


_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def _is_scaled(old: Relation, new: Relation) -> bool:
    first, second = difference_of(old), difference_of(new)
    bottoms = [part.bottom.rational() for part in (first, second)]
    if None in bottoms or not first.top.terms or first.top.terms.keys() != second.top.terms.keys():
        return False
    key = next(iter(first.top.terms))
    factor = second.top.terms[key] / first.top.terms[key]
    sign = factor * (bottoms[0] or 1) * (bottoms[1] or 1)
    op = old.op if sign > 0 else _TURNED.get(old.op, old.op)
    return op == new.op and first.top.scaled(factor) == second.top


# -- solving ---------------------------------------------------------------------------------------------------


def _solving_line(state: _Lines, node: Node) -> None:
    """A line must hold for every solution; for one unknown it may not allow more than the problem does."""
    solved = state.context.solved
    if isinstance(node, Collection) and node.kind == "list" and all(isinstance(i, Relation) for i in node.items):
        node = _joined(node)
    if isinstance(node, Expr):
        raise NotExactError("a line of a solution is an equation or inequality")
    if isinstance(node, Logic) and not symbols(node):
        _true_statement(node)
        return
    if solved.reals is not None:
        _one_unknown_line(state, node, solved.names[0], solved.reals)
    else:
        _system_line(node, solved)


def _joined(node: Collection) -> Node:
    """``x = 1, y = 2`` holds together; ``x = 2, x = 3`` are alternatives and stay a list."""
    relations = tuple(item for item in node.items if isinstance(item, Relation))
    lefts = [repr(relation.left) for relation in relations]
    return And(relations) if len(set(lefts)) == len(lefts) and len(symbols(node)) > 1 else node


def _true_statement(node: Logic) -> None:
    if not fulfils(node, {}):
        raise _BrokenError("is false")


def _one_unknown_line(state: _Lines, node: Node, name: str, found: RealSet) -> None:
    if symbols(node) - {name}:
        raise NotExactError("letters that the problem does not have")
    said = solution_set(node, name) if isinstance(node, Logic) else claimed_reals([node], name)
    domain = state.context.reading.domains[name].reals
    lost = found - said
    if not lost.is_empty:
        raise _BrokenError(f"loses {lost.describe(name)}")
    gained = (said & domain) - found - _undefined(state.context, name)
    if not gained.is_empty and not _only_domain(state.context, gained, name) and not _part_of_chain(state, said, name):
        raise _BrokenError(f"gains {gained.describe(name)}")


def _undefined(context: Context, name: str) -> RealSet:
    """Where the problem divides by zero: multiplying by a denominator may bring these in, to be ruled out later."""
    total = EMPTY
    for logic in context.reading.given:
        total |= undefined_set(logic, name)
    return total


def _only_domain(context: Context, gained: RealSet, name: str) -> bool:
    """Whether what is gained are only solutions outside a domain of integers or rationals, ruled out at the end."""
    domain = context.reading.domains[name]
    if not (domain.integral or domain.rational):
        return False
    over_reals = domain.reals
    for logic in context.reading.given:
        over_reals &= solution_set(logic, name)
    return (gained - over_reals).is_empty


def _part_of_chain(state: _Lines, said: RealSet, name: str) -> bool:
    """Whether the line is one half of a chain or system of inequalities, solved by itself: ``-3 < 2x - 1 < 5``."""
    parts = state.context.reading.relations
    return len(parts) > 1 and any(solution_set(part, name) == said for part in parts)


def _system_line(node: Node, solved: Solved) -> None:
    """Each line of a system is implied by the given ones: it holds at every solution."""
    if isinstance(node, Nothing):
        if solved.branches:
            raise _BrokenError("there are solutions")
        return
    if not isinstance(node, Logic):
        raise NotExactError("a line of a system is an equation")
    if strange := sorted(symbols(node) - set(solved.names)):
        raise NotExactError(f"the letters {', '.join(strange)} are not in the problem")
    for branch in solved.branches:
        if not _holds_on(node, branch):
            raise _BrokenError("does not follow from the given equations")


def _holds_on(logic: Logic, branch: Eliminated) -> bool:
    if not branch.free:
        return fulfils(logic, branch.bound)
    if not isinstance(logic, Relation) or logic.op != "=":
        raise NotExactError("infinitely many solutions")
    trees = {name: polynomial_tree(value) for name, value in branch.bound.items()}
    replaced = substitute(logic, trees)
    assert isinstance(replaced, Relation)
    return difference_of(replaced).top.is_zero


# -- values and forms ------------------------------------------------------------------------------------------


def _value_line(state: _Lines, node: Node) -> None:
    """An expression has the value asked for; an equation is true where the given ones are."""
    if isinstance(node, Expr):
        if not _same_value(state, node):
            raise _BrokenError("has another value than the question")
        return
    if not isinstance(node, Logic):
        raise NotExactError("a line is an expression or an equation")
    _known_letters(state, node)
    if not state.context.reading.given:
        _identity(node)
        return
    solved = state.context.solved
    if (rows := solved.rows) is not None:
        if not all(fulfils(node, row) for row in rows):
            raise _BrokenError("does not follow from the given equations")
    elif not all(_holds_on(node, branch) for branch in solved.branches):
        raise _BrokenError("does not follow from the given equations")


def _known_letters(state: _Lines, node: Node) -> None:
    """A line with a letter that the problem does not have cannot be judged."""
    if symbols(node) - state.context.reading.domains.keys():
        raise NotExactError("letters that the problem does not have")


def _identity(node: Logic) -> None:
    for part in node.parts if isinstance(node, And) else (node,):
        if not isinstance(part, Relation) or part.op != "=":
            if symbols(part):
                raise NotExactError("an inequality among transformations")
            _true_statement(part)
        elif not difference_of(part).top.is_zero:
            raise _BrokenError("the sides are not equal")


def _same_value(state: _Lines, node: Expr) -> bool:
    _known_letters(state, node)
    if isinstance(state.value, Ratio):
        return exact(node).equals(state.value)
    if state.value is None:
        return _is_the_key(state, node)
    rows = state.context.solved.rows
    if rows is not None:
        return all(number_of(exact(put_in(node, row))) == state.value for row in rows)
    found = values_under(node, state.context.solved)
    return isinstance(found, list) and found == [state.value]


def _is_the_key(state: _Lines, node: Expr) -> bool:
    """Whether an expression is what the key says, which ``answer`` proves, as with matrices."""
    of = state.context.reading.of
    if of is not None and is_object(of):
        found = object_equal(of, node)
        if found is None or found.outcome != "passed":
            raise NotExactError("a line that is not the answer, nor certainly wrong")
        return True
    key = single_expression(state.context.reading.answer)
    verdict = "undecided" if key is None else compare_values(node, key)
    if verdict == "undecided":
        raise NotExactError("a line that cannot be compared with the answer")
    return verdict == "equal"


# -- counting, probabilities, extremes -------------------------------------------------------------------------


def _result_line(state: _Lines, node: Node) -> None:
    """A number is the answer (which ``answer`` proves), an expression the one asked about; a relation is true."""
    reading = state.context.reading
    if isinstance(node, Expr):
        key = single_expression(reading.answer)
        wanted = key if not symbols(node) else reading.of
        if wanted is None or not exact(node).equals(exact(wanted)):
            raise NotExactError("a line that is not the answer is not judged here")
    elif isinstance(node, Logic) and not symbols(node):
        _true_statement(node)
    elif isinstance(node, Logic) and state.context.problem.model.ask.kind == "count":
        _solving_line(state, node)
    elif isinstance(node, Logic):
        if not _has_solutions_of(node, [*reading.given, *state.before]):
            _identity(node)
    else:
        raise NotExactError("a line is an expression or a relation")


def _has_solutions_of(node: Logic, known: Sequence[Logic]) -> bool:
    """Whether a line in one letter has the real solutions of something known in the same letter."""
    names = symbols(node)
    if len(names) != 1:
        return False
    name = next(iter(names))
    return any(solution_set(logic, name) == solution_set(node, name) for logic in known if symbols(logic) == names)


_JUDGES: dict[str, Callable[[_Lines, Node], None]] = {
    "solve": _solving_line,
    "value": _value_line,
    "form": _value_line,
}


# -- the last line ---------------------------------------------------------------------------------------------


def _ends(context: Context, last: Node) -> bool:
    """Whether the last line is the answer: the same solutions, or the expression as it is written in the key."""
    answer = context.reading.answer
    if len(answer) == 1 and isinstance(answer[0], Logic) and unordered(answer[0]) == unordered(last):
        return True
    if context.problem.model.ask.kind == "solve":
        return _ends_solving(context, last)
    if len(answer) != 1 or not isinstance(answer[0], Expr):
        return False
    key = unordered(answer[0])
    return any(unordered(side) == key for side in _results(last, context.reading.of))


def _results(node: Node, of: Expr | None) -> Sequence[Expr]:
    """The expression of a line, or the last side of its equation for what is asked, or for numbers worked out."""
    if isinstance(node, Matrix) and any(_is_unfinished(part) for part in walk(node)):
        return ()
    if isinstance(node, Expr):
        return (node,)
    if isinstance(node, And) and node.parts:
        return _results(node.parts[-1], of)
    if not isinstance(node, Relation) or node.op != "=":
        return ()
    is_asked = of is None or not symbols(node.left) or unordered(node.left) == unordered(of)
    return (node.right,) if is_asked or exact(node.left).equals(exact(of or node.left)) else ()


def _is_unfinished(part: Node) -> bool:
    """Whether two numbers are still to be put together."""
    return isinstance(part, Add | Sub | Mul) and not symbols(part) and rational_value(part) is not None


def _ends_solving(context: Context, last: Node) -> bool:
    solved, answer = context.solved, context.reading.answer
    if solved.reals is None:
        return compare_claims([last], answer) == "equal"
    name = solved.names[0]
    if not _is_solved(last):
        return False
    said = solution_set(last, name) if isinstance(last, Logic) else claimed_reals([last], name)
    return said == solved.reals or (solved.integral and said == claimed_reals(answer, name))


def _is_solved(node: Node) -> bool:
    """Whether the unknown stands alone on one side of every relation."""
    if isinstance(node, Relation):
        return any(isinstance(a, Sym) and not symbols(b) for a, b in ((node.left, node.right), (node.right, node.left)))
    if isinstance(node, Logic):
        return all(_is_solved(part) for part in node.parts)
    return True
