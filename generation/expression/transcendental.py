"""Logarithms and powers of numbers: linear forms in logarithms of primes, equal exactly when they are the same."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm

from generation.expression.algebraic import inverse as algebraic_inverse
from generation.expression.algebraic import log_of, rational_power, surd_parts
from generation.expression.constants import (
    GRAIN,
    E,
    log_prime,
    nested,
    ratio_log,
    ratio_log_name,
    root_prime,
    surd_log_name,
)
from generation.expression.enclosure import sign
from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.polynomial import Polynomial

MAX_EXPONENT = 2_000
MAX_BASE_BITS = 256
_ZERO, _ONE = Polynomial.constant(0), Polynomial.constant(1)


def natural_log(number: Polynomial) -> Polynomial:
    """ln of a positive number. Raises UndefinedError at or below 0, NotExactError where it is not handled.

    >>> natural_log(Polynomial.constant(8)) == natural_log(Polynomial.constant(2)).scaled(Fraction(3))
    True
    """
    _needs_real(number)
    if sign(number) <= 0:
        raise UndefinedError("the logarithm of a number that is not positive")
    if len(number.terms) > 1:
        return _log_of_surd(number)
    ((radicand, monomial), coefficient) = next(iter(number.terms.items()))
    total = log_of(coefficient) + log_of(Fraction(radicand)).scaled(Fraction(1, 2))
    for name, exponent in monomial:
        if name == E:
            total = total + Polynomial.constant(Fraction(exponent, GRAIN))
        elif (prime := root_prime(name)) is not None:
            total = total + log_of(Fraction(prime)).scaled(Fraction(exponent, GRAIN))
        elif (surd := nested(name)) is not None:
            total = total + _log_of_surd(_surd(*surd)).scaled(Fraction(exponent, 2))
        else:
            raise NotExactError("the logarithm of a constant")
    return total


def _log_of_surd(number: Polynomial) -> Polynomial:
    """By a primitive surd with b > 0; ln(a-b√m) is ln(a²-b²m) less ln(a+b√m)."""
    a, b, m = surd_parts(number)
    if b < 0 and a * a > b * b * m:
        return log_of(a * a - b * b * m) - _log_of_surd(_surd(a, -b, m))
    content = Fraction(gcd(a.numerator * b.denominator, b.numerator * a.denominator), a.denominator * b.denominator)
    p, q = int(a / content), int(b / content)
    if q < 0:
        raise NotExactError("the logarithm of a difference of roots")
    return log_of(content) + Polynomial({(1, ((surd_log_name(p, q, m), 1),)): Fraction(1)})


def _surd(a: Fraction | int, b: Fraction | int, m: int) -> Polynomial:
    return Polynomial.constant(a) + Polynomial({(m, ()): Fraction(b)})


def exponential(power: Polynomial) -> Polynomial:
    """e to a rational combination of 1 and logarithms. Raises NotExactError otherwise."""
    _needs_real(power)
    result = _ONE
    for (radicand, monomial), c in power.terms.items():
        if radicand != 1 or (monomial and (len(monomial) > 1 or monomial[0][1] != 1)):
            raise NotExactError("a power that is not exact here")
        if not monomial:
            units = c * GRAIN
            if units.denominator != 1 or abs(c) > MAX_EXPONENT:
                raise NotExactError("a power of e that is not exact here")
            result = result * Polynomial({(1, ((E, units.numerator),)): Fraction(1)})
        elif (prime := log_prime(monomial[0][0])) is not None:
            if abs(c) * prime.bit_length() > 20_000:
                raise BudgetError("a power of too many digits")
            result = result * rational_power(Polynomial.constant(prime), c)
        else:
            raise NotExactError("a power that is not exact here")
    return result


def power(base: Polynomial, exponent: Polynomial) -> Polynomial:
    """A positive base to an irrational power, where that is exact: ``2^log(3, 2)`` is 3."""
    if base.rational() == 1:
        return base
    if exponent.is_zero:
        return _ONE
    return exponential(natural_log(base) * exponent)


def log(number: Polynomial, base: Polynomial) -> Polynomial:
    """The logarithm to a base. Raises UndefinedError where argument or base is out of range.

    >>> log(Polynomial.constant(8), Polynomial.constant(4)).rational()
    Fraction(3, 2)
    """
    below = natural_log(base)
    if below.is_zero:
        raise UndefinedError("a logarithm to the base 1")
    above = natural_log(number)
    ratio = proportion(above, below)
    return Polynomial.constant(ratio) if ratio is not None else above * inverse_of_log(below)


def proportion(a: Polynomial, b: Polynomial) -> Fraction | None:
    """The rational c with a = c·b, for b that is not zero; None where there is none.

    >>> proportion(Polynomial.square_root(Fraction(8)), Polynomial.square_root(Fraction(2)))
    Fraction(2, 1)
    """
    if a.terms.keys() != b.terms.keys():
        return Fraction(0) if a.is_zero else None
    key = next(iter(b.terms))
    factor = a.terms[key] / b.terms[key]
    return factor if b.scaled(factor) == a else None


def divided(a: Polynomial, b: Polynomial) -> Polynomial:
    """A number over another that is not zero. Raises NotExactError where it is not handled."""
    ratio = proportion(a, b)
    return Polynomial.constant(ratio) if ratio is not None else a * inverse(b)


def inverse_of_log(form: Polynomial) -> Polynomial:
    """1 over a rational combination of logarithms of primes, as one constant where it has several terms."""
    if len(form.terms) == 1:
        return algebraic_inverse(form)
    exponents: dict[int, Fraction] = {}
    for (radicand, monomial), c in form.terms.items():
        prime = log_prime(monomial[0][0]) if len(monomial) == 1 and monomial[0][1] == 1 else None
        if prime is None or radicand != 1:
            raise NotExactError("a sum of constants below a fraction bar")
        exponents[prime] = c
    scale = Fraction(lcm(*(c.denominator for c in exponents.values())))
    scale = scale / gcd(*(int(c * scale) for c in exponents.values()))
    value = Fraction(1)
    for prime, c in exponents.items():
        if abs(c * scale) * prime.bit_length() > MAX_BASE_BITS:
            raise BudgetError("a logarithm to a base of too many digits")
        value *= Fraction(prime) ** int(c * scale)
    if value < 1:
        value, scale = 1 / value, -scale
    return Polynomial({(1, ((ratio_log_name(value), -1),)): scale})


def inverse(number: Polynomial) -> Polynomial:
    """1 over a number, also where logarithms to one base add up. Raises NotExactError where it is not handled.

    >>> five = log(Polynomial.constant(5), Polynomial.constant(10))
    >>> (five * inverse(five)).rational()
    Fraction(1, 1)
    """
    try:
        return algebraic_inverse(number)
    except NotExactError:
        base = next((value for name in sorted(number.variables) if (value := ratio_log(name)) is not None), None)
        if base is None:
            return inverse_of_log(number)
        whole = log_of(base)
        above = number * whole
        ratio = proportion(whole, above)
        return Polynomial.constant(ratio) if ratio is not None else whole * inverse_of_log(above)


def _needs_real(number: Polynomial) -> None:
    if number.unknowns or not number.is_real:
        raise NotExactError("not a real number")
