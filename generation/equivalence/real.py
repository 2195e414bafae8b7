"""The order of exact real numbers: rational combinations of square roots and powers of π.

A number is a :class:`Polynomial` in no variable but ``π``. It is zero exactly when it has no terms, so its sign is
found by enclosing it in ever smaller rational intervals.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cmp_to_key, lru_cache
from math import isqrt

from generation.expression.errors import NotExactError
from generation.expression.exact import Ratio, exact
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Expr

Number = Polynomial
MAX_BITS = 4_096
"""Two school numbers that agree to a thousand digits and still differ do not occur."""


def number_value(expr: Expr) -> Number:
    """The exact value of an expression without variables. Raises NotExactError or BudgetError."""
    return number_of(exact(expr))


def number_of(ratio: Ratio) -> Number:
    """A ratio as a number. Raises NotExactError where variables remain."""
    value = ratio.polynomial()
    if value is None or value.variables - {"π"}:
        raise NotExactError("not a number that is handled exactly")
    return value


def enclose(value: Number, bits: int) -> tuple[Fraction, Fraction]:
    """A rational interval that holds the number; its width shrinks as ``bits`` grows."""
    low = high = Fraction(0)
    for (radicand, monomial), coefficient in value.terms.items():
        bounds = _root_bounds(radicand, bits)
        for name, exponent in monomial:
            if name != "π":
                raise NotExactError("a variable has no place in a number")
            below, above = _pi_bounds(bits)
            bounds = bounds[0] * below**exponent, bounds[1] * above**exponent
        ends = bounds[0] * coefficient, bounds[1] * coefficient
        low, high = low + min(ends), high + max(ends)
    return low, high


def sign(value: Number) -> int:
    """-1, 0 or 1."""
    if value.is_zero:
        return 0
    rational = value.rational()
    if rational is not None:
        return 1 if rational > 0 else -1
    bits = 64
    while bits <= MAX_BITS:
        low, high = enclose(value, bits)
        if low > 0:
            return 1
        if high < 0:
            return -1
        bits *= 2
    raise NotExactError("a number too close to zero to tell its sign")


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


def floor(value: Number) -> int:
    """The greatest integer that is at most the number."""
    rational = value.rational()
    if rational is not None:
        return rational.numerator // rational.denominator
    bits = 64
    while bits <= MAX_BITS:
        low, high = enclose(value, bits)
        if (below := low.numerator // low.denominator) == high.numerator // high.denominator:
            return below
        bits *= 2
    raise NotExactError("a number too close to an integer")


def _root_bounds(radicand: int, bits: int) -> tuple[Fraction, Fraction]:
    if radicand == 1:
        return Fraction(1), Fraction(1)
    root = isqrt(radicand << (2 * bits))
    return Fraction(root, 1 << bits), Fraction(root + 1, 1 << bits)


@lru_cache(maxsize=16)
def _pi_bounds(bits: int) -> tuple[Fraction, Fraction]:
    """π by Machin's formula, 16 arctan(1/5) - 4 arctan(1/239), in integers with guard bits."""
    scale = 1 << (bits + 16)

    def arctan_inverse(n: int) -> int:
        term = total = scale // n
        k, sign_ = 3, -1
        while term:
            term //= n * n
            total += sign_ * (term // k)
            k, sign_ = k + 2, -sign_
        return total

    value = 16 * arctan_inverse(5) - 4 * arctan_inverse(239)
    slack = 1 << 14  # far more than the truncations above add up to
    return Fraction(value - slack, scale), Fraction(value + slack, scale)
