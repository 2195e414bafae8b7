"""Exact values of trees: quotients of polynomials with square roots, computed without a CAS."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import comb, factorial, gcd, lcm, perm

from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.polynomial import MAX_BITS, Polynomial, inverse_number
from generation.expression.statistics import STATISTICS, by_order, written_out
from generation.expression.tree import (
    BINDERS,
    Add,
    Call,
    Const,
    Div,
    Expr,
    Mixed,
    Mul,
    Neg,
    Num,
    Percent,
    Pow,
    Sub,
    Sym,
)

MAX_FACTORIAL = 200


@dataclass(frozen=True, slots=True)
class Ratio:
    """A quotient of polynomials; the denominator is not zero, and 1 where it is a number."""

    top: Polynomial
    bottom: Polynomial

    def equals(self, other: Ratio) -> bool:
        """Whether both are the same rational function (where both are defined)."""
        if self.bottom.terms == other.bottom.terms:
            return self.top.terms == other.top.terms
        return (self.top * other.bottom).terms == (other.top * self.bottom).terms

    def rational(self) -> Fraction | None:
        """The value where this is a rational number, else None."""
        return self.top.rational() if self.bottom == ONE else None

    def polynomial(self) -> Polynomial | None:
        """The polynomial where the denominator is 1, else None."""
        return self.top if self.bottom == ONE else None


ONE = Polynomial.constant(1)


@lru_cache(maxsize=256)  # the parts of one item come back again and again; few, as a hostile one may be large
def exact(expr: Expr) -> Ratio:
    """The exact value of an expression.

    Raises UndefinedError (division by zero), NotExactError (outside of this arithmetic) or BudgetError.
    """
    match expr:
        case Num(value):
            return Ratio(Polynomial.constant(value), ONE)
        case Sym(name):
            return Ratio(Polynomial.variable(name), ONE)
        case Const("pi"):
            return Ratio(Polynomial.variable("π"), ONE)  # transcendental: behaves as a free variable
        case Neg(arg):
            inner = exact(arg)
            return Ratio(-inner.top, inner.bottom)
        case Add(left, right):
            return _add(exact(left), exact(right))
        case Sub(left, right):
            second = exact(right)
            return _add(exact(left), Ratio(-second.top, second.bottom))
        case Mul(left, right):
            first, second = exact(left), exact(right)
            return quotient(first.top * second.top, first.bottom * second.bottom)
        case Div(left, right):
            return _divide(exact(left), exact(right))
        case Pow(base, exponent):
            return _power(base, exponent)
        case Mixed(whole, numerator, denominator):
            return Ratio(Polynomial.constant(whole + Fraction(numerator, denominator)), ONE)
        case Percent(arg):
            inner = exact(arg)
            return Ratio(inner.top.scaled(Fraction(1, 100)), inner.bottom)
        case Call(name, args):
            return _call(name, args)
        case _:
            raise NotExactError("not covered by exact arithmetic")


def rational_value(expr: Expr) -> Fraction | None:
    """The value as a rational number, or None where it is none or cannot be computed exactly."""
    try:
        return exact(expr).rational()
    except NotExactError:
        return None


def quotient(top: Polynomial, bottom: Polynomial) -> Ratio:
    """The quotient of two polynomials, of which the second is not zero, with what is common taken out."""
    if bottom == ONE:
        return Ratio(top, bottom)
    if not bottom.variables:
        return Ratio(top * inverse_number(bottom), ONE)
    return _cancelled(top, bottom)


def _cancelled(top: Polynomial, bottom: Polynomial) -> Ratio:
    """Common numbers and powers of one variable taken out; sums are not divided by sums."""
    if top.is_zero:
        return Ratio(top, ONE)
    shared: dict[str, int] | None = None
    for _, monomial in (*top.terms, *bottom.terms):
        powers = dict(monomial)
        shared = powers if shared is None else {n: min(e, powers[n]) for n, e in shared.items() if n in powers}
    top, bottom = top.divided_by_monomial(shared or {}), bottom.divided_by_monomial(shared or {})
    unit = 1 / bottom.content()
    if next(iter(sorted(bottom.terms.items())))[1] < 0:
        unit = -unit
    top, bottom = top.scaled(unit), bottom.scaled(unit)
    if not bottom.variables:
        return Ratio(top * inverse_number(bottom), ONE)
    return Ratio(top, bottom)


def _add(a: Ratio, b: Ratio) -> Ratio:
    if a.bottom == b.bottom:
        return quotient(a.top + b.top, a.bottom)
    return quotient(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)


def _divide(a: Ratio, b: Ratio) -> Ratio:
    if b.top.is_zero:
        raise UndefinedError("division by zero")
    return quotient(a.top * b.bottom, a.bottom * b.top)


def _power(base: Expr, exponent: Expr) -> Ratio:
    power = exact(exponent).rational()
    if power is None:
        raise NotExactError("an exponent that is no rational number")
    inner = exact(base)
    if power.denominator == 2 and (value := inner.rational()) is not None:
        inner, power = Ratio(Polynomial.square_root(value), ONE), Fraction(power.numerator)
    if power.denominator != 1:
        raise NotExactError("a root that is not exact here")
    n = power.numerator
    if abs(n) > MAX_BITS:
        raise BudgetError(f"an exponent above {MAX_BITS}")
    if n == 0 and inner.top.is_zero:
        raise UndefinedError("zero to the power of zero")
    if n < 0:
        inner, n = _divide(Ratio(ONE, ONE), inner), -n
    return quotient(inner.top.power(n), inner.bottom.power(n))


def _call(name: str, args: tuple[Expr, ...]) -> Ratio:
    if name in BINDERS:
        from generation.expression.binders import bound_value  # it computes with what is in this file

        return bound_value(name, args)
    if name in STATISTICS and (formula := written_out(name, args)) is not None:
        return exact(formula)
    values = [exact(arg).rational() for arg in args]
    if any(value is None for value in values):
        raise NotExactError(f"{name} of something that is no rational number")
    numbers = [value for value in values if value is not None]
    if name == "sqrt":
        return Ratio(Polynomial.square_root(numbers[0]), ONE)
    if name == "abs":
        return Ratio(Polynomial.constant(abs(numbers[0])), ONE)
    if name == "root":
        return Ratio(Polynomial.constant(_exact_root(numbers[0], numbers[1])), ONE)
    if name in ("factorial", "C", "P", "gcd", "lcm"):
        return Ratio(Polynomial.constant(_whole_number_function(name, numbers)), ONE)
    if name in STATISTICS:
        return Ratio(Polynomial.constant(by_order(name, numbers)), ONE)
    raise NotExactError(f"{name} is not covered by exact arithmetic")


def _whole_number_function(name: str, numbers: list[Fraction]) -> int:
    if any(n.denominator != 1 or n < 0 for n in numbers):
        raise NotExactError(f"{name} takes whole numbers")
    whole = [n.numerator for n in numbers]
    if name in ("gcd", "lcm"):
        return gcd(*whole) if name == "gcd" else lcm(*whole)
    if max(whole) > MAX_FACTORIAL:
        raise BudgetError(f"{name} of a number above {MAX_FACTORIAL}")
    if name == "factorial":
        return factorial(whole[0])
    return comb(*whole) if name == "C" else perm(*whole)


def _exact_root(value: Fraction, degree: Fraction) -> Fraction:
    """The real root where it is rational. Raises NotExactError otherwise."""
    if degree.denominator != 1 or not 2 <= degree <= 10 or (value < 0 and degree.numerator % 2 == 0):
        raise NotExactError("a root that is not exact here")
    n = degree.numerator
    top, bottom = _integer_root(abs(value.numerator), n), _integer_root(value.denominator, n)
    root = Fraction(top, bottom)
    if root**n != abs(value):
        raise NotExactError("a root that is not exact here")
    return root if value >= 0 else -root


def _integer_root(value: int, n: int) -> int:
    """The largest integer whose n-th power is at most ``value``, by bisection."""
    low, high = 0, 1 << (value.bit_length() // n + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if middle**n <= value:
            low = middle
        else:
            high = middle - 1
    return low
