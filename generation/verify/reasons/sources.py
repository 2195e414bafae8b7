"""Where the numbers in the words of a step come from."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.expression.errors import ExpressionError
from generation.expression.exact import exact, rational_value
from generation.expression.tree import (
    Add,
    Call,
    Div,
    Logic,
    Mixed,
    Mul,
    Node,
    Num,
    Relation,
    Sub,
    symbols,
    terms,
    walk,
)
from generation.verify.reasons.words import STATISTICS, Around

_LONGEST_PERIOD = 40


def unrelated(claims: list[Logic], around: Around) -> list[str]:
    """Numbers that true relations are about and nothing else is: left of ``=``, under a root."""
    known = _known(around)
    about: list[Node] = []
    for claim in claims:
        about += [part.args[0] for part in walk(claim) if isinstance(part, Call) and part.name == "sqrt"]
        if isinstance(claim, Relation) and isinstance(claim.left, Num):
            about.append(claim.left)
    values = [part.value for node in about for part in walk(node) if isinstance(part, Num)]
    return [str(value) for value in dict.fromkeys(values) if value not in known and value != 1]


def has_next_bounds(claim: Logic) -> bool:
    """Whether inequalities name whole numbers beside each other, as ``4 < sqrt(19) < 5``."""
    relations = [part for part in walk(claim) if isinstance(part, Relation) and part.op != "="]
    values = {rational_value(side) for part in relations for side in (part.left, part.right) if not _has_root(side)}
    return not values or (len(values) == 2 and None not in values and max(values) - min(values) == 1)  # type: ignore[type-var, operator]


def _has_root(side: Node) -> bool:
    return any(isinstance(part, Call) for part in walk(side))


def _known(around: Around) -> set[Fraction]:
    known = set(around.numbers)
    nodes = [*around.stated, *around.before, *([] if around.line is None else [around.line])]
    for node in nodes:
        known |= set(_numbers(node))
        known |= set(_of_data(node))
        known |= set(_vertices(node))
    if around.line is not None and isinstance(around.line, Add | Sub):
        known.add(Fraction(len(terms(around.line))))
    known.add(Fraction(len(around.domains)))
    if any(symbols(node) for node in nodes):
        known.add(Fraction(1))  # a coefficient that is not written
    return known


def _numbers(node: Node) -> Iterator[Fraction]:
    """Every number of a tree without its sign, and products that a line writes out."""
    for part in walk(node):
        if isinstance(part, Num):
            yield part.value
        elif isinstance(part, Mixed):
            yield part.whole + Fraction(part.numerator, part.denominator)
        elif isinstance(part, Mul | Div) and not symbols(part) and (value := rational_value(part)) is not None:
            yield abs(value)


def _of_data(node: Node) -> Iterator[Fraction]:
    """What is worked out on the way: of a list its mean, deviations and frequencies, of a fraction its period."""
    for part in walk(node):
        if isinstance(part, Div):
            yield from _period(part)
        if not isinstance(part, Call) or part.name not in STATISTICS:
            continue
        values = [value for arg in part.args if (value := rational_value(arg)) is not None]
        if values and len(values) == len(part.args):
            mean = sum(values, Fraction(0)) / len(values)
            squares = [(value - mean) ** 2 for value in values]
            yield from (Fraction(len(values)), abs(mean), sum(squares, Fraction(0)) / len(values), *squares)
            yield from (abs(value - mean) for value in values)
            yield from (Fraction(values.count(value)) for value in values)


def _vertices(node: Node) -> Iterator[Fraction]:
    """Where the quadratic functions of a formula turn."""
    for part in (node.left, node.right) if isinstance(node, Relation) else (node,):
        names = symbols(part)
        if not isinstance(part, Add | Sub) or len(names) != 1:
            continue
        try:
            polynomial = exact(part).polynomial()
        except ExpressionError:
            continue
        found = None if polynomial is None else polynomial.rational_coefficients(next(iter(names)))
        if found is not None and len(found) == 3:
            yield abs(found[1] / (2 * found[2]))


def periods(node: Node) -> Iterator[tuple[Fraction, Fraction]]:
    """The digits that repeat in each fraction of a tree, and how many they are."""
    for part in walk(node):
        if isinstance(part, Div) and (found := list(_period(part))):
            yield found[1], found[0]


def _period(fraction: Div) -> Iterator[Fraction]:
    """The digits that repeat in a fraction as a decimal, and how many they are."""
    value = rational_value(fraction)
    if value is None or value.denominator > 10**6:
        return
    below = value.denominator
    for prime in (2, 5):
        while below % prime == 0:
            below //= prime
    length = next((k for k in range(1, _LONGEST_PERIOD) if pow(10, k, below) == 1), None) if below > 1 else None
    if length is None:
        return
    start = next(k for k in range(40) if (10**k * value).denominator == below)
    yield Fraction(length)
    yield Fraction(int(10**start * abs(value) % 1 * 10**length))
