"""Facts that words claim of the numbers of a problem: sums, means, lists, coefficients."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from generation.equivalence.relations import difference_of
from generation.expression.exact import rational_value
from generation.expression.tree import Collection, Expr, Node, Sym, symbols, walk
from generation.verify.reasons.sources import period_lengths
from generation.verify.reasons.words import (
    FORMULA,
    Around,
    FalseWordsError,
    Said,
    data_of,
    matched,
    relations_in,
    values,
    whole,
)

_LISTED = re.compile(rf"정수 ?(?:는|{FORMULA}는) {FORMULA}(?!부터)|the (?:integers|natural numbers) are {FORMULA}")
_FROM_TO = re.compile(
    rf"{FORMULA}부터 {FORMULA}까지의? ?정수|정수는 {FORMULA}부터 {FORMULA}까지|from {FORMULA} to {FORMULA}"
)
_PAIRS = re.compile(rf"순서쌍은 {FORMULA}|the pairs are {FORMULA}")
_REMAINDER = re.compile(
    rf"{FORMULA}[을를] {FORMULA}(?:으로|로) 나눈 나머지|remainder of {FORMULA} divided by {FORMULA}"
)
_MEAN = re.compile(rf"평균은 {FORMULA}|the mean is {FORMULA}")
_DEVIATIONS = re.compile(rf"편차는 (?:차례대로 )?{FORMULA}|the deviations are {FORMULA}")
_SORTED = re.compile(rf"크기순으로 나열하면 {FORMULA}|in order of size:? {FORMULA}")
_FREQUENCY = re.compile(rf"{FORMULA}의 도수가 {FORMULA}")


def sum_and_product(four: list[Expr]) -> None:
    values = [rational_value(node) for node in four]
    if len(values) != 4:
        return
    total, product, a, b = values
    if None not in (total, product, a, b) and (a + b != total or a * b != product):  # type: ignore[operator]
        raise FalseWordsError(f"{a} and {b} have not the sum {total} and the product {product}")


def of_two(two: tuple[Node | None, ...], function: Callable[[int, int], int], around: Around) -> None:
    a, b, found = whole(two[0]), whole(two[1]), whole(around.line)
    if a is not None and b is not None and found is not None and function(a, b) != found:
        raise FalseWordsError(f"the {function.__name__} of {a} and {b} is {function(a, b)}, not {found}")


def about_integers(step: Said, around: Around) -> list[Node]:
    """The formulas that list the integers that solve the problem, or name the first and the last of them."""
    shown: list[Node] = []
    for found in matched(_LISTED, step) if around.solutions else ():
        if values(found[-1]) != around.solutions:
            raise FalseWordsError(f"the integers are {', '.join(map(str, around.solutions))}")
        shown += [node for node in found if node is not None]
    for ends in matched(_FROM_TO, step) if around.solutions else ():
        if [whole(end) for end in ends] != [around.solutions[0], around.solutions[-1]]:
            raise FalseWordsError(f"the integers run from {around.solutions[0]} to {around.solutions[-1]}")
        shown += [node for node in ends if node is not None]
    return shown


def about_pairs(step: Said, around: Around) -> list[Node]:
    """The formulas that list the pairs which solve the problem."""
    shown: list[Node] = []
    for found in matched(_PAIRS, step) if around.pairs else ():
        nodes = [node for node in found if node is not None]
        listed = [
            part for node in nodes for part in walk(node) if isinstance(part, Collection) and part.kind == "tuple"
        ]
        if {tuple(values(pair)) for pair in listed} != around.pairs or len(listed) != len(around.pairs):
            raise FalseWordsError("these are not the pairs")
        shown += nodes
    return shown


def about_remainder(step: Said, around: Around) -> None:
    """The digits of a repeating decimal are counted off by the length of its period."""
    lengths = {length for node in around.stated for length in period_lengths(node)}
    for _, divisor in matched(_REMAINDER, step) if lengths else ():
        if isinstance(divisor, Expr) and rational_value(divisor) not in lengths:
            raise FalseWordsError(f"the period has not {rational_value(divisor)} digits")


def about_data(step: Said, around: Around) -> None:
    data = data_of(around)
    if not data:
        return
    mean = sum(data, Fraction(0)) / len(data)
    for pattern, expected in (
        (_MEAN, [mean]),
        (_DEVIATIONS, [value - mean for value in data]),
        (_SORTED, sorted(data)),
    ):
        for (formula,) in matched(pattern, step):
            if values(formula) != expected:
                raise FalseWordsError(f"it is {', '.join(map(str, expected))}")

    for pair in matched(_FREQUENCY, step):
        value, count = (rational_value(node) if isinstance(node, Expr) else None for node in pair)
        if value is not None and count is not None and data.count(value) != count:
            raise FalseWordsError(f"{value} occurs {data.count(value)} times")


def _are_proportional(a: list[Fraction], b: list[Fraction]) -> bool:
    return all(p * b[-1] == q * a[-1] for p, q in zip(a, b, strict=True))


def coefficients(step: Said, around: Around) -> None:
    """``a = 1, b = 2, c = -6`` for the quadratic formula are those of the equation, or of a multiple of it."""
    named = {
        node.left.name: rational_value(node.right)
        for node in relations_in(node for node in step.formulas if node is not None)
        if isinstance(node.left, Sym) and not symbols(node.right)
    }
    claimed = [value for name in "cba" if (value := named.get(name)) is not None]
    if len(claimed) < 3:
        return
    for relation in relations_in(around.before):
        names = symbols(relation)
        found = difference_of(relation).top.rational_coefficients(next(iter(names))) if len(names) == 1 else None
        if found is not None and len(found) == 3 and _are_proportional(claimed, found):
            return
    raise FalseWordsError("these are not the coefficients of the equation")
