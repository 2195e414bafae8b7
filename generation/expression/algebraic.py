"""Roots of numbers: rational powers, square roots of surds, and inverses of numbers that hold them."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, isqrt

from generation.expression.constants import (
    GRAIN,
    RELATED,
    E,
    Key,
    log_name,
    nested_name,
    prime_exponents,
    ratio_log,
    reduced,
    root_name,
)
from generation.expression.enclosure import sign
from generation.expression.errors import BudgetError, NotExactError, NotRealError
from generation.expression.polynomial import Polynomial, extract_square, inverse_number

MAX_DIMENSION = 16
"""Numbers of higher degree over the rationals are not inverted."""
_ONE = Polynomial.constant(1)


def rational_power(number: Polynomial, exponent: Fraction) -> Polynomial:
    """A positive number to a broken power; also odd roots' magnitudes. Raises NotExactError or NotRealError.

    >>> rational_power(Polynomial.constant(8), Fraction(2, 3)).rational()
    Fraction(4, 1)
    """
    if number.is_zero and exponent > 0:
        return number
    if number.unknowns or not number.is_real:
        raise NotExactError("a root that is not exact here")
    if sign(number) < 0:
        raise NotRealError("an even root of a negative number is not real")
    if len(number.terms) == 1:
        return _power_of_monomial(number, exponent)
    if exponent.denominator == 2:
        root = square_root(number)
    elif exponent.denominator == 4:
        root = square_root(square_root(number))
    else:
        raise NotExactError("a root of a sum of roots")
    power = exponent.numerator
    return root.power(power) if power >= 0 else inverse(root).power(-power)


def _power_of_monomial(number: Polynomial, exponent: Fraction) -> Polynomial:
    ((radicand, monomial), coefficient) = next(iter(number.terms.items()))
    if any(name != E for name, _ in monomial if name < RELATED):
        raise NotExactError("a root of a constant")
    powers: dict[int, Fraction] = {p: Fraction(e) for p, e in prime_exponents(coefficient).items()}
    for prime in prime_exponents(Fraction(radicand)):
        powers[prime] = powers.get(prime, Fraction(0)) + Fraction(1, 2)
    units: dict[str, int] = {}
    for name, e in monomial:
        if name == E:
            units[E] = _whole(e * exponent)
        elif name[1] == "(":
            raise NotExactError("a root of a nested root")
        else:
            powers[int(name[1:])] = powers.get(int(name[1:]), Fraction(0)) + Fraction(e, GRAIN)
    factor = Fraction(1)
    for prime, power in powers.items():
        whole, rest = divmod(power * exponent, 1)
        if abs(whole) * prime.bit_length() > 20_000:
            raise BudgetError("a power of too many digits")
        factor *= Fraction(prime) ** int(whole)
        if rest:
            units[root_name(prime)] = _whole(rest * GRAIN)
    parts = reduced(1, tuple(sorted(units.items())))
    return Polynomial({key: c * factor for key, c in parts})


def _whole(value: Fraction) -> int:
    if value.denominator != 1:
        raise NotExactError("a root of a degree that is not handled")
    return value.numerator


def square_root(number: Polynomial) -> Polynomial:
    """√number: a monomial, a surd that is a square, or a nested root in lowest terms. Raises NotRealError below 0."""
    value = number.rational()
    if value is not None:
        return Polynomial.square_root(value)
    if sign(number) < 0:
        raise NotRealError("the square root of a negative number is not real")
    if len(number.terms) == 1:
        return _power_of_monomial(number, Fraction(1, 2))
    a, b, m = surd_parts(number)
    norm = a * a - b * b * m
    if norm >= 0 and (root := _rational_root(norm)) is not None:
        first, second = Polynomial.square_root((a + root) / 2), Polynomial.square_root((a - root) / 2)
        return first + second if b > 0 else first - second
    return _nested(a, b, m)


def surd_parts(number: Polynomial) -> tuple[Fraction, Fraction, int]:
    """``(a, b, m)`` of a number a + b√m with b ≠ 0. Raises NotExactError where it is none."""
    rest = {key: c for key, c in number.terms.items() if key != (1, ())}
    if len(rest) == 1:
        ((radicand, monomial), b) = next(iter(rest.items()))
        if not monomial and radicand > 1:
            return number.terms.get((1, ()), Fraction(0)), b, radicand
    raise NotExactError("a number with more roots than are handled")


def _nested(a: Fraction, b: Fraction, m: int) -> Polynomial:
    """√(a + b√m) by the root of a primitive surd with b > 0; √(a-b√m) is √(a²-b²m) over √(a+b√m)."""
    if b < 0:
        other = _nested(a, -b, m)
        return Polynomial.square_root(a * a - b * b * m) * other * inverse_number(_surd(a, -b, m))
    content = Fraction(gcd(a.numerator * b.denominator, b.numerator * a.denominator), a.denominator * b.denominator)
    outside, inside = extract_square(content.numerator * content.denominator)
    factor = Polynomial({(inside, ()): Fraction(outside, content.denominator)})
    p, q = a / content, b / content
    return factor * Polynomial({(1, ((nested_name(int(p), int(q), m), 1),)): Fraction(1)})


def _surd(a: Fraction, b: Fraction, m: int) -> Polynomial:
    return Polynomial.constant(a) + Polynomial({(m, ()): b})


def _rational_root(value: Fraction) -> Fraction | None:
    top, bottom = isqrt(value.numerator), isqrt(value.denominator)
    return Fraction(top, bottom) if top * top == value.numerator and bottom * bottom == value.denominator else None


def inverse(number: Polynomial) -> Polynomial:
    """1 over a number. Raises NotExactError where it is not handled, as with a sum of π and 1."""
    if number.is_zero:
        raise NotExactError("zero has no inverse")
    if len(number.terms) == 1:
        return _inverse_monomial(number)
    if all(not monomial for _, monomial in number.terms):
        return inverse_number(number)
    if any(name < RELATED or name[0] != "√" for _, monomial in number.terms for name, _ in monomial):
        raise NotExactError("a sum of constants below a fraction bar")
    return _by_minimal_polynomial(number)


def _inverse_monomial(number: Polynomial) -> Polynomial:
    ((radicand, monomial), c) = next(iter(number.terms.items()))
    result = inverse_number(Polynomial({(radicand, ()): c}))
    for name, exponent in monomial:
        if (value := ratio_log(name)) is not None and exponent < 0:
            factor = log_of(value).power(-exponent)
        elif name < RELATED or name[0] != "√":
            factor = Polynomial({(1, ((name, -exponent),)): Fraction(1)})
        elif name[1] == "(":
            one = Polynomial({(1, ((name, 1),)): Fraction(1)})
            factor = one * inverse_number(one * one)
        else:
            factor = Polynomial({(1, ((name, GRAIN - exponent),)): Fraction(1, int(name[1:]))})
            factor = factor * _ONE if exponent * 2 != GRAIN else factor
        result = result * factor
    return result


def log_of(value: Fraction) -> Polynomial:
    """ln of a positive rational, in logarithms of primes."""
    return Polynomial({(1, ((log_name(p), 1),)): Fraction(e) for p, e in prime_exponents(value).items() if e})


def _by_minimal_polynomial(number: Polynomial) -> Polynomial:
    """From the first power that is a rational combination of those before: 1/x = -(x^(d-1) + …)/c₀."""
    powers = [_ONE]
    rows: list[tuple[dict[Key, Fraction], list[Fraction]]] = []
    while len(powers) <= MAX_DIMENSION:
        vector: dict[Key, Fraction] = dict(powers[-1].terms)
        combination = [Fraction(0)] * (len(powers) - 1) + [Fraction(1)]
        for pivot_row, pivot_combination in rows:
            key = next(iter(pivot_row))
            if factor := vector.get(key, Fraction(0)) / pivot_row[key]:
                vector = _less(vector, pivot_row, factor)
                for k, c in enumerate(pivot_combination):
                    combination[k] -= factor * c
        if not vector:
            return _inverse_from(powers, combination)
        rows.append((vector, combination))
        powers.append(powers[-1] * number)
    raise NotExactError("a number of too high a degree to be inverted")


def _less(vector: dict[Key, Fraction], row: dict[Key, Fraction], factor: Fraction) -> dict[Key, Fraction]:
    result = dict(vector)
    for key, c in row.items():
        rest = result.get(key, Fraction(0)) - factor * c
        if rest:
            result[key] = rest
        else:
            result.pop(key, None)
    return result


def _inverse_from(powers: list[Polynomial], combination: list[Fraction]) -> Polynomial:
    constant = combination[0]
    if not constant:
        raise NotExactError("a number whose inverse is not found")
    total = Polynomial.constant(0)
    for k, c in enumerate(combination[1:]):
        total = total + powers[k].scaled(-c / constant)
    return total
