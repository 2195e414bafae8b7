"""Sums and products over whole numbers: added up one by one, or in closed form proved by telescoping.

A closed form F of the sum of f is right when F(k) - F(k-1) = f(k) for every k: then the sum from a to b is
F(b) - F(a-1). That identity is checked exactly before a closed form is used.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import comb

from generation.expression.calculus import composed, denominators, put_in, rational_function, variable
from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.exact import ONE, Ratio, exact, quotient
from generation.expression.polynomial import Polynomial
from generation.expression.tree import BINDERS, Call, Const, Expr, integer, symbols, walk

MAX_TERMS = (400, 30, 3)
"""More are not added up one by one; less where other sums stand inside."""
MAX_DEGREE = 30


def sum_value(args: tuple[Expr, ...]) -> Ratio:
    """``sum(f, k, first, last)``. An end may have letters where f is a polynomial in k."""
    if args[3] == Const("oo"):
        return _without_end(args)
    body, name, first, last = args[0], variable(args[1]), exact(args[2]), exact(args[3])
    _whole_ends(first, last)
    try:
        closed = _closed_form(body, name)
    except NotExactError:
        return _otherwise(args, body, name, first, last)
    before = quotient(first.top - first.bottom, first.bottom)
    high, low = composed(closed, name, last), composed(closed, name, before)
    return quotient(high.top * low.bottom - low.top * high.bottom, high.bottom * low.bottom)


def _otherwise(args: tuple[Expr, ...], body: Expr, name: str, first: Ratio, last: Ratio) -> Ratio:
    """One by one where the ends are numbers close to each other, else in closed form."""
    try:
        numbers = _listed(body, first, last)
    except (NotExactError, BudgetError) as reason:
        from generation.expression.closed_sums import closed_sum  # it takes limits, which add up sums

        try:
            return exact(closed_sum(body, name, args[2], args[3]))
        except UndefinedError:
            raise
        except NotExactError:
            raise reason from None
    return _one_by_one(body, name, numbers, product=False)


def _without_end(args: tuple[Expr, ...]) -> Ratio:
    from generation.expression.closed_sums import sum_without_end  # it takes limits, which add up sums

    return sum_without_end(args[0], variable(args[1]), args[2])


def product_value(args: tuple[Expr, ...]) -> Ratio:
    """``product(f, k, first, last)`` with numbers for ends."""
    body, name, first, last = args[0], variable(args[1]), exact(args[2]), exact(args[3])
    _whole_ends(first, last)
    return _one_by_one(body, name, _listed(body, first, last), product=True)


def _closed_form(body: Expr, name: str) -> Polynomial:
    if any(name in symbols(below) for below in denominators(body)):
        raise NotExactError("a sum of fractions, one of which may be undefined")
    return telescoped(rational_function(body, name), name)


def telescoped(summand: Ratio, name: str) -> Polynomial:
    """F with F(k) - F(k-1) = f(k) and F(0) = 0, for a polynomial f. Raises NotExactError for others."""
    if summand.bottom != ONE:
        raise NotExactError("a sum of fractions with letters")
    parts = summand.top.coefficients(name)
    if len(parts) > MAX_DEGREE + 1:
        raise BudgetError(f"a sum of powers above {MAX_DEGREE}")
    closed = Polynomial.constant(0)
    for exponent, part in enumerate(parts):
        for power, coefficient in enumerate(_faulhaber(exponent)):
            if coefficient:
                closed = closed + (part * _power_of(name, power)).scaled(coefficient)
    shifted = composed(closed, name, Ratio(Polynomial.variable(name) - ONE, ONE))
    if shifted.bottom != ONE or (closed - shifted.top).terms != summand.top.terms:
        raise NotExactError("a closed form that does not telescope")
    return closed


@lru_cache(maxsize=MAX_DEGREE + 1)
def _faulhaber(p: int) -> tuple[Fraction, ...]:
    """Coefficients by power of 1^p + 2^p + … + n^p, from (n+1)^(p+1) - 1 = Σ C(p+1, j) S_j(n) over j ≤ p."""
    total = [Fraction(comb(p + 1, k)) for k in range(p + 2)]
    total[0] = Fraction(0)
    for j in range(p):
        for power, coefficient in enumerate(_faulhaber(j)):
            total[power] -= comb(p + 1, j) * coefficient
    return tuple(c / (p + 1) for c in total)


def _power_of(name: str, exponent: int) -> Polynomial:
    return Polynomial({(1, ((name, exponent),)): Fraction(1)}) if exponent else ONE


def _whole_ends(first: Ratio, last: Ratio) -> None:
    low, high = first.rational(), last.rational()
    if any(end is not None and end.denominator != 1 for end in (low, high)):
        raise UndefinedError("a sum or product runs between whole numbers")
    if low is not None and high is not None and high < low:
        raise NotExactError("a sum or product of nothing")


def _listed(body: Expr, first: Ratio, last: Ratio) -> range:
    low, high = first.rational(), last.rational()
    if low is None or high is None:
        raise NotExactError("a sum or product up to a letter is only known in closed form for polynomials")
    inside = sum(1 for part in walk(body) if isinstance(part, Call) and part.name in BINDERS)
    most = MAX_TERMS[inside] if inside < len(MAX_TERMS) else 1
    if high - low >= most:
        raise BudgetError(f"a sum or product of more than {most} terms")
    return range(int(low), int(high) + 1)


def _one_by_one(body: Expr, name: str, numbers: range, *, product: bool) -> Ratio:
    """In halves, so that the tree stays flat and fractions small."""
    if len(numbers) == 1:
        return exact(put_in(body, name, integer(numbers[0])))
    middle = len(numbers) // 2
    left = _one_by_one(body, name, numbers[:middle], product=product)
    right = _one_by_one(body, name, numbers[middle:], product=product)
    if product:
        return quotient(left.top * right.top, left.bottom * right.bottom)
    if left.bottom == right.bottom:
        return quotient(left.top + right.top, left.bottom)
    return quotient(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom)
