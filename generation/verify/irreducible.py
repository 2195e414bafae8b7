"""Whether a polynomial with rational coefficients can be factored further, with a proof of its own either way."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from generation.equivalence.univariate import (
    Coefficients,
    common_divisor,
    divide,
    evaluate,
    primitive,
    rational_roots,
    square_free,
    trimmed,
)
from generation.expression.polynomial import Polynomial

MAX_VALUE = 10**6
"""Kronecker's method lists the divisors of values at small points; beyond this it is left undecided."""
SPECIALIZATIONS = (2, 3, 5, 7, -3, 11, -7, 13)


def is_irreducible(polynomial: Polynomial) -> bool | None:
    """True or False where proved over the rationals, None where neither was; constants are not asked about."""
    names = sorted(polynomial.variables)
    if any(root != 1 for root, _ in polynomial.terms):
        return None
    if len(names) == 1:
        coefficients = polynomial.rational_coefficients(names[0])
        return None if coefficients is None else _univariate(trimmed(coefficients))
    return _multivariate(polynomial, names)


def _univariate(p: Coefficients) -> bool | None:
    degree = len(p) - 1
    if degree <= 1:
        return True
    if not p[0] or len(square_free(p)) < len(p) or rational_roots(p):
        return False
    if degree <= 3:
        return True
    return _kronecker(primitive(p)) if degree <= 5 else None


def _kronecker(p: Coefficients) -> bool | None:
    """Degree 4 or 5 without rational root: look for a quadratic factor through its values at 0, 1 and -1."""
    values = [int(evaluate(p, Fraction(x))) for x in (0, 1, -1)]
    if any(abs(value) > MAX_VALUE for value in values):
        return None
    for at_zero, at_one, at_minus in product(*(_divisors(value) for value in values)):
        if at_zero < 0:
            continue  # a factor and its negative are the same
        c, b, a = Fraction(at_zero), Fraction(at_one - at_minus, 2), Fraction(at_one + at_minus, 2) - at_zero
        if a and not divide(p, [c, b, a])[1]:
            return False
    return True


def _divisors(value: int) -> list[int]:
    """All divisors, both signs; no value is 0, as there is no rational root."""
    size = abs(value)
    below = [d for d in range(1, int(size**0.5) + 1) if size % d == 0]
    every = {*below, *(size // d for d in below)}
    return [sign * d for d in sorted(every) for sign in (1, -1)]


def _multivariate(p: Polynomial, names: list[str]) -> bool | None:
    if _monomial_content(p):
        return False
    for name in names:
        verdict = _by_specialization(p, name, [other for other in names if other != name])
        if verdict is not None:
            return verdict
    return False if _splits(p, names) else None


def _monomial_content(p: Polynomial) -> bool:
    """Whether some variable divides every term."""
    return any(not p.coefficients(name)[0].terms for name in p.variables)


def _by_specialization(p: Polynomial, name: str, others: list[str]) -> bool | None:
    """True where numbers for the other variables leave an irreducible polynomial of the same degree in ``name``.

    A factorization would survive that, unless a factor is free of ``name``; so the coefficients must have none.
    """
    coefficients = p.coefficients(name)
    if len(coefficients) < 2:
        return None
    shared = _coefficients_share(coefficients, others)
    if shared is not False:
        return False if shared else None
    if len(coefficients) == 2:
        return True
    for shift in range(len(SPECIALIZATIONS)):
        special = coefficients
        for k, other in enumerate(others):
            number = Polynomial.constant(SPECIALIZATIONS[(shift + 3 * k) % len(SPECIALIZATIONS)])
            special = [_put(c, other, number) for c in special]
        values = [c.rational() or Fraction(0) for c in special]
        if values[-1] and _univariate(values):
            return True
    return None


def _coefficients_share(coefficients: list[Polynomial], others: list[str]) -> bool | None:
    """Whether all coefficients have a common factor with a variable; None where that is not told."""
    present = [c for c in coefficients if c.terms]
    if any(not c.variables for c in present):
        return False
    used = sorted(frozenset[str]().union(*(c.variables for c in present)))
    if len(used) == 1:
        shared: Coefficients = []
        for c in present:
            shared = common_divisor(shared, trimmed(c.rational_coefficients(used[0]) or []))
        return len(shared) > 1
    smallest = min(present, key=lambda c: (c.total_degree(), len(c.terms)))
    if smallest.total_degree() == 1:
        return all(_divisible_by_linear(c, smallest) for c in present)
    if len(smallest.terms) == 1:
        return any(all(not c.coefficients(v)[0].terms for c in present) for v in smallest.variables)
    return None


def _divisible_by_linear(p: Polynomial, linear: Polynomial) -> bool:
    name = sorted(linear.variables)[0]
    rest, slope = linear.coefficients(name)
    return _put(p, name, -rest.scaled(1 / (slope.rational() or Fraction(1)))).is_zero


def _put(p: Polynomial, name: str, value: Polynomial) -> Polynomial:
    total = Polynomial.constant(0)
    for part in reversed(p.coefficients(name)):
        total = total * value + part
    return total


def _splits(p: Polynomial, names: list[str]) -> bool:
    """Whether a computer algebra system names factors whose product this is; the product is what is believed."""
    import sympy  # 0.3 s to import; only for polynomials in several variables that resist the methods above

    symbols = {name: sympy.Symbol(name) for name in names}
    terms = {tuple(dict(monomial).get(name, 0) for name in names): c for (_, monomial), c in p.terms.items()}
    rational = {key: sympy.Rational(c.numerator, c.denominator) for key, c in terms.items()}
    whole = sympy.Poly.from_dict(rational, *symbols.values(), domain="QQ")
    constant, factors = whole.factor_list()
    parts = [factor for factor, times in factors for _ in range(times)]
    if len(parts) < 2:
        return False
    claimed = Polynomial.constant(Fraction(int(constant.p), int(constant.q)))
    for part in parts:
        claimed = claimed * _from_sympy(part, names)
    return claimed == p


def _from_sympy(part: object, names: list[str]) -> Polynomial:
    total = Polynomial.constant(0)
    for exponents, c in part.terms():  # type: ignore[attr-defined]
        monomial = tuple((name, e) for name, e in sorted(zip(names, exponents, strict=True)) if e)
        total = total + Polynomial({(1, monomial): Fraction(int(c.p), int(c.q))})
    return total
