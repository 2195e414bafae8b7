"""Exact values of trees: quotients of polynomials with roots and other constants, computed without a CAS."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from generation.expression.constants import GRAIN, PI, E
from generation.expression.effort import spend
from generation.expression.enclosure import sign, vanishes
from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.polynomial import MAX_BITS, Polynomial, inverse_number
from generation.expression.statistics import STATISTICS, written_out
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


@dataclass(frozen=True, slots=True)
class Ratio:
    """A quotient of polynomials; the denominator is not zero, and 1 where it is a number."""

    top: Polynomial
    bottom: Polynomial

    def equals(self, other: Ratio) -> bool:
        """Whether both are the same function (where both are defined). Raises NotExactError where that is not known."""
        if self.bottom.terms == other.bottom.terms:
            return self.top.terms == other.top.terms or vanishes(self.top - other.top)
        return vanishes(self.top * other.bottom - other.top * self.bottom)

    def rational(self) -> Fraction | None:
        """The value where this is a rational number, else None."""
        return self.top.rational() if self.bottom == ONE else None

    def polynomial(self) -> Polynomial | None:
        """The polynomial where the denominator is 1, else None."""
        return self.top if self.bottom == ONE else None


ONE = Polynomial.constant(1)
_CONSTANTS = {
    "pi": Polynomial.variable(PI),
    "e": Polynomial({(1, ((E, GRAIN),)): Fraction(1)}),
    "i": Polynomial({(-1, ()): Fraction(1)}),
}


@lru_cache(maxsize=256)  # the parts of one item come back again and again; few, as a hostile one may be large
def exact(expr: Expr) -> Ratio:
    """The exact value of an expression.

    Raises UndefinedError (division by zero), NotExactError (outside of this arithmetic) or BudgetError.
    """
    spend(3)
    match expr:
        case Num(value):
            return Ratio(Polynomial.constant(value), ONE)
        case Sym(name):
            return Ratio(Polynomial.variable(name), ONE)
        case Const(name) if name in _CONSTANTS:
            return Ratio(_CONSTANTS[name], ONE)
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
    if not bottom.unknowns:
        from generation.expression.transcendental import inverse  # roots of all degrees and logarithms are rare

        try:
            return Ratio(top * inverse(bottom), ONE)
        except NotExactError:
            pass
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
    if b.top.is_zero or vanishes(b.top):
        raise UndefinedError("division by zero")
    return quotient(a.top * b.bottom, a.bottom * b.top)


def _power(base: Expr, exponent: Expr) -> Ratio:
    power = exact(exponent).rational()
    inner = exact(base)
    if power is None or power.denominator != 1:
        return Ratio(_broken_power(inner, exact(exponent)), ONE)
    n = power.numerator
    if abs(n) > MAX_BITS:
        raise BudgetError(f"an exponent above {MAX_BITS}")
    if n == 0 and inner.top.is_zero:
        raise UndefinedError("zero to the power of zero")
    if n < 0:
        inner, n = _divide(Ratio(ONE, ONE), inner), -n
    return quotient(inner.top.power(n), inner.bottom.power(n))


def _broken_power(base: Ratio, exponent: Ratio) -> Polynomial:
    """A number to a power that is no integer; the base is positive, or has a square root taken of it."""
    from generation.expression import algebraic, transcendental  # these are rare

    number, power = _number(base, "a power"), _number(exponent, "an exponent")
    rational = power.rational()
    if rational is None:
        return transcendental.power(number, power)
    if number.is_zero and rational < 0:
        raise UndefinedError("zero to a negative power")
    if rational.denominator % 2 and number.is_real and sign(number) < 0:
        raise NotExactError("a negative number to a broken power")
    return algebraic.rational_power(number, rational)


def _number(ratio: Ratio, what: str) -> Polynomial:
    value = ratio.polynomial()
    if value is None or value.unknowns:
        raise NotExactError(f"{what} of something that is no exact number")
    return value


def _call(name: str, args: tuple[Expr, ...]) -> Ratio:
    spend(100 if name in BINDERS else 10)
    if name in BINDERS:
        from generation.expression.binders import bound_value  # it computes with what is in this file

        return bound_value(name, args)
    if name in STATISTICS and (formula := written_out(name, args)) is not None:
        return exact(formula)
    numbers = [_number(exact(arg), name) for arg in args]
    if name == "sqrt" and (value := numbers[0].rational()) is not None:
        return Ratio(Polynomial.square_root(value), ONE)
    from generation.expression.functions import function_value  # roots and whole numbers are most of it

    return Ratio(function_value(name, numbers), ONE)
