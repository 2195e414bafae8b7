"""The order of exact real numbers: polynomials without unknowns, compared by enclosing their difference."""

from __future__ import annotations

from fractions import Fraction
from functools import cmp_to_key

from generation.expression.enclosure import MAX_BITS, enclose, floor, sign
from generation.expression.errors import NotExactError
from generation.expression.exact import Ratio, exact
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Expr

__all__ = ["Number", "ascending", "between", "enclose", "floor", "number_of", "number_value", "order", "sign"]

Number = Polynomial


def number_value(expr: Expr) -> Number:
    """The exact value of an expression without variables. Raises NotExactError or BudgetError."""
    return number_of(exact(expr))


def number_of(ratio: Ratio) -> Number:
    """A ratio as a number. Raises NotExactError where variables remain."""
    value = ratio.polynomial()
    if value is None or value.unknowns:
        raise NotExactError("not a number that is handled exactly")
    return value


def order(a: Number, b: Number) -> int:
    """-1, 0 or 1 as a is below, at or above b."""
    return sign(a - b)


def ascending(numbers: list[Number]) -> list[Number]:
    """The distinct numbers, smallest first."""
    result: list[Number] = []
    for value in sorted(numbers, key=cmp_to_key(order)):
        if not result or result[-1] != value:
            result.append(value)
    return result


def between(low: Number, high: Number) -> Fraction:
    """A rational strictly between two numbers, the first being the smaller."""
    bits = 64
    while bits <= MAX_BITS:
        left, right = enclose(low, bits)[1], enclose(high, bits)[0]
        if left < right:
            return (left + right) / 2
        bits *= 2
    raise NotExactError("two numbers too close to each other")
