"""What is put in for letters: the line has to be what a formula becomes by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from generation.equivalence.meaning import UnclearError
from generation.equivalence.relations import difference_of, solution_set
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.tree import (
    Call,
    Expr,
    Logic,
    Node,
    Num,
    Relation,
    Sub,
    Sym,
    substitute,
    symbols,
    terms,
    walk,
)
from generation.verify.crosscheck import compared_numerically, holds_numerically
from generation.verify.reasons.formulas import is_multiple
from generation.verify.reasons.words import FORMULA, Around, Said, matched, relations_in
from generation.verify.signature import unordered

_FOR = re.compile(
    rf"(?P<later>{FORMULA} for {FORMULA})|{FORMULA} 대신 {FORMULA}|(?<=의 ){FORMULA}에 {FORMULA}[을를] 대입"
)
_MAX_GROUPS = 8
_COUNTEREXAMPLE = re.compile(r"counterexample|반례|성립하지 않")
_ENDS = re.compile(rf"{FORMULA}부터 {FORMULA}까지|for {FORMULA} to {FORMULA}")


def held_by_putting_in(step: Said, around: Around) -> list[Node]:
    """The formulas ``x = 2`` of a step, and those put in for letters, that lead to its line."""
    held = _ends(step, around)
    for values, nodes in islice(_groups(step), _MAX_GROUPS):
        own = [node for node in step.formulas if node is not None and not _assigns(node) and _has_letters(node, values)]
        if _leads_to_line(values, own, around):
            held += [*nodes, *(node for node in own if not isinstance(node, Relation) or _is_stated(node, around))]
        elif _leads_to_line(values, _formulas(around), around) or (
            _COUNTEREXAMPLE.search(step.words) and _is_split(values, around)
        ):
            held += nodes
    return held


def _groups(step: Said) -> Iterator[tuple[dict[str, Expr], list[Node]]]:
    """What is put in together: assignments beside each other, of different letters."""
    replaced: dict[str, Expr] = {}
    shown: list[Node] = []
    for match in _FOR.finditer(step.words):
        first = step.words.count(FORMULA, 0, match.start())
        pair = step.formulas[first : first + 2]
        new, letter = pair if match["later"] else reversed(pair)
        if isinstance(letter, Sym) and isinstance(new, Expr):
            replaced[letter.name] = new
            shown += [new]
    if replaced:
        yield replaced, shown
    group: dict[str, Expr] = {}
    nodes: list[Node] = []
    equations = [node for node in step.formulas if isinstance(node, Relation) and node.op == "="]
    assignments = [node for node in equations if isinstance(node.left, Sym)]
    for node in [node for node in assignments if not symbols(node.right)] or assignments:
        assert isinstance(node.left, Sym)
        if node.left.name in group:
            yield group, nodes
            group, nodes = {}, []
        group[node.left.name] = node.right
        nodes.append(node)
    if group:
        yield group, nodes


def _formulas(around: Around) -> list[Node]:
    nodes = [*around.stated, *around.bodies, *around.before]
    inner = [arg for node in nodes for part in walk(node) if isinstance(part, Call) for arg in part.args]
    return [*nodes, *inner]


def _known(around: Around) -> dict[str, Expr]:
    """Values of letters that the lines before have found."""
    return {
        part.left.name: part.right
        for part in relations_in(around.before)
        if part.op == "=" and isinstance(part.left, Sym) and not symbols(part.right)
    }


def _is_stated(node: Relation, around: Around) -> bool:
    """Whether an equation is one of the problem with what is known put in, or has no number that could be wrong."""
    if not any(isinstance(part, Num) for part in walk(node)):
        return True
    made = (substitute(part, _known(around)) for part in relations_in(around.stated))
    return any(isinstance(part, Relation) and is_multiple(part, node) for part in made)


def _leads_to_line(values: dict[str, Expr], formulas: list[Node], around: Around) -> bool:
    """Whether one of the formulas that have these letters becomes the line, with what is known from before."""
    if around.line is None:
        return False
    known = _known(around)
    parts = list(_sides([around.line]))
    return any(
        _is_same(substitute(formula, {**known, **values}), part)
        for formula in _sides(formulas)
        if _has_letters(formula, values)
        for part in parts
    )


def _assigns(node: Node) -> bool:
    return isinstance(node, Sym) or (
        isinstance(node, Relation) and isinstance(node.left, Sym) and not symbols(node.right)
    )


def _has_letters(part: Node, values: dict[str, Expr]) -> bool:
    return values.keys() <= symbols(part) and not isinstance(part, Sym)


def _sides(nodes: Iterable[Node]) -> Iterator[Node]:
    """Formulas and the sides of relations."""
    for node in nodes:
        yield node
        for relation in relations_in([node]):
            yield from (relation, relation.left, relation.right)


def _is_same(made: Node, part: Node) -> bool:
    """Whether two formulas say the same: the same value, or relations that are fulfilled together."""
    try:
        if unordered(made) == unordered(part):
            return True
        if isinstance(made, Expr) and isinstance(part, Expr):
            return symbols(made) == symbols(part) and _has_same_value(made, part)
        if isinstance(made, Relation) and isinstance(part, Relation) and made.op == part.op:
            pairs = ((made.left, part.left), (made.right, part.right))
            return all(symbols(a) == symbols(b) and _has_same_value(a, b) for a, b in pairs) or (
                symbols(made) == symbols(part) and _has_same_solutions(made, part)
            )
    except (ExpressionError, UnclearError):
        pass
    return False


def _has_same_value(a: Expr, b: Expr) -> bool:
    try:
        return exact(a).equals(exact(b))
    except ExpressionError:
        count, where = compared_numerically(a, b)
        return count > 0 and where is None


def _has_same_solutions(a: Relation, b: Relation) -> bool:
    """Whether one relation is the other: as it stands where the line only puts in, solved or collected else."""
    names = symbols(a)
    if len(names) == 1 and isinstance(b.left, Sym) and not symbols(b.right):
        name = next(iter(names))
        return solution_set(a, name) == solution_set(b, name)
    first, second = difference_of(a), difference_of(b)
    if first.equals(second) or first.equals(exact(Sub(b.right, b.left))):
        return True
    return is_multiple(a, b) and all(_is_collected(side) for side in (b.left, b.right))


def _is_collected(side: Expr) -> bool:
    """Whether a sum has at most one number."""
    return sum(not symbols(term) for _, term in terms(side)) < 2


def _is_split(values: dict[str, Expr], around: Around) -> bool:
    """Whether some relations of the problem hold for these numbers and others do not."""
    relations = [part for part in relations_in(around.stated) if symbols(part) == values.keys()]
    outcomes = {holds_numerically(part, {}) for part in (_put(part, values) for part in relations)}
    return outcomes == {True, False}


def _put(relation: Relation, values: dict[str, Expr]) -> Logic:
    made = substitute(relation, values)
    assert isinstance(made, Logic)
    return made


def _ends(step: Said, around: Around) -> list[Node]:
    """``y = 1`` to ``y = 3`` are as many cases as the line has terms."""
    held: list[Node] = []
    for first, last in matched(_ENDS, step):
        if isinstance(first, Relation) and isinstance(last, Relation) and isinstance(around.line, Expr):
            ends = [side.value for side in (first.right, last.right) if isinstance(side, Num)]
            if len(ends) == 2 and ends[1] - ends[0] + 1 == len(terms(around.line)):
                held += [first, last]
    return held
