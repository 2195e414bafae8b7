"""Rational intervals round exact real numbers, as narrow as wanted: the sign of a number, and that it is not zero."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import isqrt

from generation.expression.constants import (
    GRAIN,
    PI,
    E,
    Key,
    Monomial,
    decisive,
    is_constant,
    log_name,
    log_prime,
    nested,
    prime_exponents,
    ratio_log,
    root_prime,
    surd_log,
)
from generation.expression.effort import spend
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.polynomial import Polynomial

Bounds = tuple[Fraction, Fraction]
MAX_BITS = 4_096
"""Two school numbers that agree to a thousand digits and still differ do not occur."""
DOUBT_BITS = 512
"""Numbers of several constants that agree so far are left undecided."""
MAX_EXPONENT = 200
"""Powers of a constant above this are not enclosed."""
_GUARD = 32
_SLACK = 1 << 20
"""Far more than the truncations of a series add up to, in units of the guarded last place."""


def enclose(value: Polynomial, bits: int) -> Bounds:
    """A rational interval that holds a real number; its width shrinks as ``bits`` grows.

    Raises NotExactError where a variable or the imaginary unit occurs.
    """
    spend(10 * len(value.terms))
    low = high = Fraction(0)
    for (radicand, monomial), coefficient in value.terms.items():
        bounds = _square_root(Fraction(radicand), Fraction(radicand), bits)
        for name, exponent in monomial:
            below, above = _constant(name, exponent, bits)
            bounds = bounds[0] * below, bounds[1] * above  # constants are positive
        ends = bounds[0] * coefficient, bounds[1] * coefficient
        low, high = low + min(ends), high + max(ends)
    return low, high


def sign(value: Polynomial) -> int:
    """-1, 0 or 1. Raises NotExactError where that cannot be told."""
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


def vanishes(value: Polynomial) -> bool:
    """Whether a polynomial is zero everywhere, also where its constants have relations that its form does not show.

    Raises NotExactError where that cannot be told.
    """
    if len(value.terms) < 2:
        return value.is_zero
    constants = value.variables - value.unknowns
    if decisive(constants):
        return False
    doubts: list[Polynomial] = []
    for number in _coefficients(value):
        if decisive(number.variables):
            return False
        number = _without_logarithms_below(number)
        if not number.is_zero:
            doubts.append(number)
    if not doubts:
        return True
    bits = 64
    while bits <= DOUBT_BITS:
        for number in doubts:
            low, high = enclose(number, bits)
            if low > 0 or high < 0:
                return False
        bits *= 2
    raise NotExactError("a number that may be zero though it is not written as zero")


def _without_logarithms_below(number: Polynomial) -> Polynomial:
    """The number times every logarithm that it is divided by: none of these is zero."""
    lowest: dict[str, int] = {}
    for _, monomial in number.terms:
        for name, exponent in monomial:
            if exponent < min(lowest.get(name, 0), 0) and (log_prime(name) or ratio_log(name)):
                lowest[name] = exponent
    for name, exponent in lowest.items():
        number = number * _logarithm(name).power(-exponent)
    return number


def _logarithm(name: str) -> Polynomial:
    value = ratio_log(name)
    if value is None:
        return Polynomial.variable(name)
    return Polynomial({(1, ((log_name(p), 1),)): Fraction(e) for p, e in prime_exponents(value).items()})


def _coefficients(value: Polynomial) -> list[Polynomial]:
    """The numbers before the products of unknowns, real and imaginary parts apart."""
    found: dict[tuple[bool, Monomial], dict[Key, Fraction]] = {}
    for (radicand, monomial), c in value.terms.items():
        outer = tuple(pair for pair in monomial if not is_constant(pair[0]))
        inner = tuple(pair for pair in monomial if is_constant(pair[0]))
        found.setdefault((radicand < 0, outer), {})[abs(radicand), inner] = c
    return [Polynomial(terms) for terms in found.values()]


def floor(value: Polynomial) -> int:
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


@lru_cache(maxsize=512)
def _constant(name: str, exponent: int, bits: int) -> Bounds:
    """Bounds of a power of a constant."""
    if name == E:
        return exponential(Fraction(exponent, GRAIN), bits)
    if (prime := root_prime(name)) is not None:
        power = Fraction(exponent, GRAIN)
        return nth_root(Fraction(prime**power.numerator), power.denominator, bits)
    below, above = _base(name, bits)
    if abs(exponent) > MAX_EXPONENT or below <= 0:
        raise NotExactError("a power of a constant that is not enclosed")
    if exponent < 0:
        below, above = 1 / above, 1 / below
    return below ** abs(exponent), above ** abs(exponent)


def _base(name: str, bits: int) -> Bounds:
    if name == PI:
        return pi(bits)
    if (surd := nested(name)) is not None:
        return _square_root(*_surd(surd, bits), bits)
    if (prime := log_prime(name)) is not None:
        return logarithm(Fraction(prime), Fraction(prime), bits)
    if (surd := surd_log(name)) is not None:
        return logarithm(*_surd(surd, bits), bits)
    if (value := ratio_log(name)) is not None:
        return logarithm(value, value, bits)
    raise NotExactError("a variable has no place in a number")


def _surd(surd: tuple[int, int, int], bits: int) -> Bounds:
    a, b, m = surd
    low, high = _square_root(Fraction(m), Fraction(m), bits)
    return a + b * low, a + b * high


def _square_root(low: Fraction, high: Fraction, bits: int) -> Bounds:
    if low == high == 1:
        return low, high
    if low < 0:
        raise NotExactError("a number that is not real")
    below, above = (isqrt((x.numerator << (2 * bits)) // x.denominator) for x in (low, high))
    return Fraction(below, 1 << bits), Fraction(above + 1, 1 << bits)


def nth_root(value: Fraction, n: int, bits: int) -> Bounds:
    """Bounds of the n-th root of a rational that is not negative."""
    root = integer_root((value.numerator << (n * bits)) // value.denominator, n)
    return Fraction(root, 1 << bits), Fraction(root + 1, 1 << bits)


def integer_root(value: int, n: int) -> int:
    """The largest integer whose n-th power is at most ``value``, by Newton's method from above."""
    if value < 2:
        return value
    if n == 2:
        return isqrt(value)
    guess = 1 << -(-value.bit_length() // n)
    while True:
        better = ((n - 1) * guess + value // guess ** (n - 1)) // n
        if better >= guess:
            return guess
        guess = better


@lru_cache(maxsize=16)
def pi(bits: int) -> Bounds:
    """Bounds of π by Machin's formula, 16 arctan(1/5) - 4 arctan(1/239)."""
    scale = 1 << (bits + _GUARD)
    value = 16 * _odd_series(1, 5, scale, -1) - 4 * _odd_series(1, 239, scale, -1)
    return Fraction(value - _SLACK, scale), Fraction(value + _SLACK, scale)


def _odd_series(top: int, bottom: int, scale: int, sign_: int) -> int:
    """The sum of ±z^k/k over odd k, for z = top/bottom: arctan with -1, the inverse hyperbolic tangent with 1."""
    term = total = scale * top // bottom
    k, factor = 3, sign_
    while term:
        term = term * top * top // (bottom * bottom)
        total += factor * (term // k)
        k, factor = k + 2, factor * sign_
    return total


def logarithm(low: Fraction, high: Fraction, bits: int) -> Bounds:
    """ln of an interval above 0, as ln(y) + k ln 2 with y between 1/2 and 2."""
    if low <= 0:
        raise NotExactError("a number too close to zero for its logarithm")
    return _log_at(low, bits)[0], _log_at(high, bits)[1]


@lru_cache(maxsize=64)
def _log_at(value: Fraction, bits: int) -> Bounds:
    shift = value.numerator.bit_length() - value.denominator.bit_length()
    reduced = value / Fraction(2) ** shift
    scale = 1 << (bits + _GUARD)
    z = (reduced - 1) / (reduced + 1)
    precise = (z.numerator * scale // z.denominator, scale)  # |z| at most 1/3; rounded to the scale
    series = 2 * _odd_series(*precise, scale, 1) + shift * 2 * _odd_series(1, 3, scale, 1)
    slack = _SLACK * (1 + abs(shift))
    return Fraction(series - slack, scale), Fraction(series + slack, scale)


def exponential(power: Fraction, bits: int) -> Bounds:
    """Bounds of e^power: the series of e, a whole power, a root."""
    if abs(power.numerator) > MAX_EXPONENT:
        raise BudgetError(f"a power of e above {MAX_EXPONENT}")
    extra = bits + 2 * abs(power.numerator) + _GUARD
    scale = 1 << extra
    term = total = scale
    k = 1
    while term:
        term //= k
        total += term
        k += 1
    below, above = Fraction(total - _SLACK, scale), Fraction(total + _SLACK, scale)
    if power < 0:
        below, above = 1 / above, 1 / below
    n = abs(power.numerator)
    low, high = below**n, above**n
    if power.denominator == 1:
        return low, high
    return nth_root(low, power.denominator, bits)[0], nth_root(high, power.denominator, bits)[1]
