"""Where the numbers in the words of a step come from."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.expression.exact import rational_value
from generation.expression.tree import Call, Div, Mixed, Mul, Node, Num, symbols, walk
from generation.verify.reasons.words import STATISTICS, Around

_LONGEST_PERIOD = 40


def from_nowhere(formulas: list[Node], around: Around) -> list[str]:
    known = set(around.numbers)
    nodes = [*around.stated, *around.before, *([] if around.line is None else [around.line])]
    for node in nodes:
        known |= set(_numbers(node))
        known |= set(_of_data(node))
    if any(symbols(node) for node in nodes):
        known.add(Fraction(1))  # a coefficient that is not written
    named = [value for node in formulas for value in _numbers(node)]
    return [str(value) for value in dict.fromkeys(named) if value not in known and value != 0]


def _numbers(node: Node) -> Iterator[Fraction]:
    """Every number of a tree without its sign, and products that a line writes out."""
    for part in walk(node):
        if isinstance(part, Num):
            yield part.value
        elif isinstance(part, Mixed):
            yield part.whole + Fraction(part.numerator, part.denominator)
        elif isinstance(part, Mul) and not symbols(part) and (value := rational_value(part)) is not None:
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
