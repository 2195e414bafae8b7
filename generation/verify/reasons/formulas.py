"""Formulas in words: what is put in, what is a root, the formula that a line is an instance of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from generation.equivalence.relations import difference_of, solution_set
from generation.expression.errors import ExpressionError
from generation.expression.exact import Ratio, exact, rational_value
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    Call,
    Collection,
    Expr,
    Logic,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Relation,
    Sub,
    Sym,
    number,
    substitute,
    symbols,
    walk,
)
from generation.verify.crosscheck import holds_numerically
from generation.verify.reasons.laws import is_law_of_line, ratio_in_line, without_degrees
from generation.verify.reasons.named import is_bare_number
from generation.verify.reasons.operations import ONE, is_product
from generation.verify.reasons.words import FORMULA, Around, FalseWordsError, Said, is_among, matched, relations_in

_PUT = re.compile(r"대입|\bput\b|substitut", re.IGNORECASE)
_ROOT = re.compile(r"인수 ?정리|조립제법|so factor|divide by that factor|is a root", re.IGNORECASE)
_FACTORED_IN = re.compile(rf"{FORMULA}에 대하여 인수분해|factor in {FORMULA}")
_CASES = re.compile(
    rf"(?:합|차|곱)이 {FORMULA}인 경우|have the (?:sum|difference|product) {FORMULA}|"
    rf"제곱하여 {FORMULA}|whose square is {FORMULA}"
)
_PUT_FOR = re.compile(rf"{FORMULA}의 {FORMULA}에 {FORMULA}[을를] 대입|put {FORMULA} for {FORMULA}")
_CHOSEN = re.compile(
    rf"{FORMULA}(?:개|명)에서 {FORMULA}(?:개|명)[를을] (?:택|뽑)|"
    rf"(?:permutations|combinations|choices) of {FORMULA} (?:out )?of {FORMULA}"
)
_RATIO = re.compile(rf"{FORMULA} to {FORMULA}")
_MAX_TRIED = 60


def judge_relation(node: Logic, step: Said, around: Around) -> bool:
    """Whether what the words say of a relation holds. Raises FalseWordsError where it does not."""
    if not symbols(node):
        if holds_numerically(node, {}) is False:
            raise FalseWordsError(f"'{infix(node)}' is false")
        return False
    if not isinstance(node, Relation):
        return _is_range_of_sine(node)
    if node.op != "=":
        return _condition(node, around)
    if isinstance(node.left, Sym) and _ROOT.search(step.words):
        return _root(node.left.name, node, around)
    if isinstance(node.left, Sym) and _PUT.search(step.words):
        return _put_in(node.left.name, node, around)
    return False


def _is_range_of_sine(node: Logic) -> bool:
    """``-1 <= sin(x) <= 1``."""
    relations = relations_in([node])
    sides = [side for part in relations for side in (part.left, part.right)]
    return (
        [part.op for part in relations] == ["<=", "<="]
        and all(isinstance(side, Call) and side.name in ("sin", "cos") for side in sides[1:3])
        and [rational_value(sides[0]), rational_value(sides[3])] == [-1, 1]
    )


def _condition(node: Relation, around: Around) -> bool:
    """``x > 0`` as a reason is the domain, or given, or where a logarithm or a root has a value."""
    names = symbols(node)
    if len(names) != 1 or (name := next(iter(names))) not in around.domains:
        return False
    said = solution_set(node, name)
    given = [part for part in relations_in([*around.stated, *around.before]) if symbols(part) == names]
    if said != around.domains[name] and all(solution_set(part, name) != said for part in [*given, *_needed(around)]):
        raise FalseWordsError(f"'{infix(node)}' is given nowhere")
    return True


def _needed(around: Around) -> Iterator[Relation]:
    zero = Num(Fraction(0))
    for call in (part for node in around.stated for part in walk(node) if isinstance(part, Call) and part.args):
        if call.name in ("log", "sqrt"):
            yield Relation(">" if call.name == "log" else ">=", call.args[0], zero)


def _root(name: str, node: Relation, around: Around) -> bool:
    """``x = 2`` is a root, and the line has its factor."""
    if around.line is None or name not in symbols(around.line) or (value := _number(node.right)) is None:
        return False
    for part in walk(around.line):
        if isinstance(part, Add | Sub) and symbols(part) == {name}:
            polynomial = exact(part).polynomial()
            if polynomial is not None and polynomial.degree(name) == 1:
                at = substitute(part, {name: number(value)})
                if isinstance(at, Expr) and rational_value(at) == 0:
                    return True
    raise FalseWordsError(f"the line has no factor for '{infix(node)}'")


def _put_in(name: str, node: Relation, around: Around) -> bool:
    relations = relations_in([*around.stated, *around.before])
    known = [
        part.right
        for part in relations
        if part.op == "=" and part.left == node.left and symbols(part.right) == symbols(node.right)
    ]
    known += [number(value) for value in _arguments(name, around)] if not symbols(node.right) else []
    if known:
        if not any(is_product(right, node.right, ONE) for right in known):
            raise FalseWordsError(f"'{infix(node)}' is given nowhere")
        return True
    is_declared = symbols(node) <= around.domains.keys() and len(symbols(node)) > 1
    if is_declared and not any(is_multiple(part, node) for part in relations):
        raise FalseWordsError(f"'{infix(node)}' is given nowhere")
    return is_declared


def _arguments(name: str, around: Around) -> Iterator[Fraction]:
    """The numbers at which the problem names values of a function of this letter."""
    calls = [part for node in around.stated for part in walk(node) if isinstance(part, Call) and len(part.args) == 1]
    functions = {call.name for call in calls if call.args[0] == Sym(name)}
    for call in calls:
        if call.name in functions and (value := _number(call.args[0])) is not None:
            yield value


def is_known(node: Relation, around: Around) -> bool:
    """Whether a relation is one of the problem or of the lines, multiplied by a number."""
    nodes = [*around.stated, *around.before, *([] if around.line is None else [around.line])]
    return any(is_multiple(part, node) for part in relations_in(nodes)) or (node.op == "=" and _is_identity(node))


def _is_identity(node: Relation) -> bool:
    try:
        return difference_of(node).top.is_zero
    except ExpressionError:
        return False


def is_multiple(a: Relation, b: Relation) -> bool:
    """Whether one relation is the other times a number."""
    try:
        first, second = difference_of(a).top, difference_of(b).top
    except ExpressionError:
        return False
    if a.op != b.op or not first.terms or first.terms.keys() != second.terms.keys():
        return False
    key = next(iter(first.terms))
    return first.scaled(second.terms[key] / first.terms[key]) == second


def _number(expr: Expr) -> Fraction | None:
    return None if symbols(expr) else rational_value(expr)


def unexplained(step: Said, shown: list[Node], around: Around) -> list[str]:
    """Expressions with letters in the words that no line has and is an instance of. Raises FalseWordsError."""
    for (power,) in matched(_FACTORED_IN, step):
        if isinstance(power, Pow) and around.line is not None and power not in walk(around.line):
            raise FalseWordsError(f"the line has no {infix(power)}")
    for (case,) in matched(_CASES, step):
        if isinstance(case, Expr) and (value := _number(case)) is not None and value not in around.numbers:
            raise FalseWordsError(f"{value} is not what the problem asks about")
        shown += [] if case is None else [case]
    _arguments_put_in(step, around)
    shown += _chosen(step, around)
    for pair in matched(_RATIO, step):
        first, second = (_number(node) if isinstance(node, Expr) else None for node in pair)
        if first is not None and second and ratio_in_line(first / second, around.line):
            shown += [node for node in pair if node is not None]
    found: list[str] = []
    for node in step.formulas:
        if (
            isinstance(node, Expr)
            and not isinstance(node, Sym)
            and not is_among(node, shown)
            and not is_bare_number(node)
        ):
            if not any(isinstance(part, Num) for part in walk(node)):
                continue  # nothing that could be another number
            if _is_found(node, around):
                shown.append(node)
            else:
                found.append(infix(node))
    return found


def _is_found(node: Expr, around: Around) -> bool:
    """Whether an expression stands in the problem or the lines, or the line is what it is for some numbers."""
    plain = without_degrees(node)
    assert isinstance(plain, Expr)
    try:
        return (
            _is_shift(plain, around)
            or _occurs(plain, around)
            or _has_value_of_line(node, around)
            or is_law_of_line(plain, around)
            or _is_ratio(plain, around)
        )
    except ExpressionError:
        return False


def _arguments_put_in(step: Said, around: Around) -> None:
    """``put 2 for x`` puts in the number at which the function is asked for."""
    for found in matched(_PUT_FOR, step):
        value, letter = (found[2], found[1]) if len(found) == 3 else found
        if isinstance(value, Expr) and isinstance(letter, Sym):
            known = set(_arguments(letter.name, around))
            if known and _number(value) not in known:
                raise FalseWordsError(f"{infix(value)} is not put in")


def _chosen(step: Said, around: Around) -> list[Node]:
    """``from 6 choose 2`` is the line's ``P(6, 2)`` or ``C(6, 2)``."""
    calls = [
        [_number(arg) for arg in part.args]
        for node in (*around.stated, *([] if around.line is None else [around.line]))
        for part in walk(node)
        if isinstance(part, Call) and part.name in ("P", "C", "H")
    ]
    shown: list[Node] = []
    for pair in matched(_CHOSEN, step) if calls else ():
        pair = pair if "에서" in step.words else pair[::-1]
        total, chosen = (_number(node) if isinstance(node, Expr) else None for node in pair)
        if total is None or chosen is None:
            continue
        is_repeated = "중복" in step.words or "kinds" in step.words
        repeated = [[total + chosen - 1, chosen], [total + chosen - 1, total - 1]] if is_repeated else []
        if not any(call in calls for call in [[total, chosen], *repeated]):
            raise FalseWordsError("other numbers are chosen from")
        shown += [node for node in pair if node is not None]
    return shown


def is_graph_at_line(node: Relation, around: Around) -> bool:
    """Whether the line is what ``y = -2(x - 2)^2 + 2`` is for a coordinate of a point of the problem."""
    if (
        node.op != "="
        or not isinstance(node.left, Sym)
        or not isinstance(around.line, Expr)
        or symbols(around.line)
        or len(symbols(node.right)) != 1
    ):
        return False
    points = [
        item for tree in around.stated for part in walk(tree) if isinstance(part, Collection) for item in part.items
    ]
    numbers = [item for item in points if isinstance(item, Expr) and not symbols(item)]
    target, name = exact(around.line), next(iter(symbols(node.right)))
    made = (substitute(node.right, {name: value}) for value in numbers[:_MAX_TRIED])
    return any(isinstance(tree, Expr) and _has_value(tree, target) for tree in made)


def _has_value(tree: Expr, target: Ratio) -> bool:
    try:
        return exact(tree).equals(target)
    except ExpressionError:
        return False


def _has_value_of_line(node: Expr, around: Around) -> bool:
    """Whether numbers worked out are a side of the line, or of the next one."""
    line = around.after if around.line is None else around.line
    if line is None or symbols(node) or isinstance(node, Num | Neg):
        return False
    sides = (
        [line]
        if isinstance(line, Expr)
        else [side for part in relations_in([line]) for side in (part.left, part.right)]
    )
    return any(not symbols(side) and holds_numerically(Relation("=", node, side), {}) is True for side in sides)


def _is_ratio(node: Expr, around: Around) -> bool:
    """``4^2:5^2`` as a quotient of the line."""
    if not isinstance(node, Call) or node.name != "ratio":
        return False
    powers = [arg for arg in node.args if isinstance(arg, Pow)]
    if any(_number(power.base) not in around.numbers or power.exponent != powers[0].exponent for power in powers):
        return False
    first, second = (_number(arg) for arg in node.args)
    if not powers and first is not None and second and (first / second).numerator != first:
        return False
    return first is not None and bool(second) and ratio_in_line(first / (second or 1), around.line)


def _is_shift(node: Expr, around: Around) -> bool:
    """``100x`` for a repeating decimal: its digits moved to the left."""
    match node:
        case Mul(Num(value, 0), Sym()) if str(value).rstrip("0") == "1":
            return any(isinstance(part, Num) and part.repeating for tree in around.stated for part in walk(tree))
    return False


def _occurs(node: Expr, around: Around) -> bool:
    nodes = [*around.stated, *around.before, *([] if around.line is None else [around.line])]
    for part in (part for tree in nodes for part in walk(tree)):
        if not isinstance(part, Expr) or isinstance(part, Num | Neg) or symbols(part) != symbols(node):
            continue
        if is_product(part, node, ONE):
            return True
    return False
