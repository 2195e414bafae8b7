"""The four operations on exact values that are computed already."""

from __future__ import annotations

from fractions import Fraction

from generation.expression.enclosure import vanishes
from generation.expression.errors import UndefinedError
from generation.expression.exact import ONE, Ratio, quotient
from generation.expression.polynomial import Polynomial

ZERO = Ratio(Polynomial.constant(0), ONE)
UNIT = Ratio(ONE, ONE)


def rational(value: Fraction | int) -> Ratio:
    """A rational number."""
    return Ratio(Polynomial.constant(value), ONE)


def added(a: Ratio, b: Ratio) -> Ratio:
    """a + b."""
    if a.bottom == b.bottom:
        return quotient(a.top + b.top, a.bottom)
    return quotient(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)


def negated(a: Ratio) -> Ratio:
    """-a."""
    return Ratio(-a.top, a.bottom)


def multiplied(a: Ratio, b: Ratio) -> Ratio:
    """a · b."""
    return quotient(a.top * b.top, a.bottom * b.bottom)


def divided(a: Ratio, b: Ratio) -> Ratio:
    """a / b. Raises UndefinedError where b is zero."""
    if is_zero(b):
        raise UndefinedError("division by zero")
    return quotient(a.top * b.bottom, a.bottom * b.top)


def is_zero(a: Ratio) -> bool:
    """Whether the value is zero, whatever its letters are. Raises NotExactError where that cannot be told."""
    return a.top.is_zero or vanishes(a.top)
