"""Sine, cosine and tangent of rational multiples of π, exactly."""

from __future__ import annotations

from fractions import Fraction

from generation.expression.algebraic import inverse, square_root
from generation.expression.constants import PI
from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.polynomial import Polynomial

DENOMINATORS = (1, 2, 3, 4, 5, 6, 8, 10, 12)
"""Multiples of π over these have exact values."""


def turns(angle: Polynomial) -> Fraction:
    """The angle as a rational multiple of π. Raises NotExactError where it is none."""
    if angle.is_zero:
        return Fraction(0)
    key = (1, ((PI, 1),))
    if angle.terms.keys() != {key}:
        raise NotExactError("an angle that is no rational multiple of π")
    return angle.terms[key]


def cosine(part: Fraction) -> Polynomial:
    """cos(part·π).

    >>> cosine(Fraction(1, 3)).rational()
    Fraction(1, 2)
    """
    part = abs(part) % 2
    if part > 1:
        part = 2 - part
    return -_first_quadrant(1 - part) if part > Fraction(1, 2) else _first_quadrant(part)


def angle_of_cosine(value: Polynomial) -> Fraction | None:
    """The part of π from 0 to 1 with this cosine; None where it is not in the table."""
    for part, cosine_ in _COSINES.items():
        if cosine_ == value:
            return part
        if -cosine_ == value:
            return 1 - part
    return None


def sine(part: Fraction) -> Polynomial:
    """sin(part·π)."""
    return cosine(Fraction(1, 2) - part)


def tangent(part: Fraction) -> Polynomial:
    """tan(part·π). Raises UndefinedError at odd multiples of π/2."""
    below = cosine(part)
    if below.is_zero:
        raise UndefinedError("the tangent of a right angle")
    return sine(part) * inverse(below)


def _first_quadrant(part: Fraction) -> Polynomial:
    if part.denominator not in DENOMINATORS:
        raise NotExactError(f"the angle {part}π has no exact value here")
    return _COSINES[part]


def _surd(a: Fraction, b: Fraction, m: int) -> Polynomial:
    return Polynomial.constant(a) + Polynomial({(m, ()): b})


def _half_angle(double: Polynomial) -> Polynomial:
    """cos(θ/2) from cos θ, in the first quadrant."""
    return square_root((Polynomial.constant(1) + double).scaled(Fraction(1, 2)))


def _table() -> dict[Fraction, Polynomial]:
    half, quarter = Fraction(1, 2), Fraction(1, 4)
    fifth, two_fifths = _surd(quarter, quarter, 5), _surd(-quarter, quarter, 5)
    eighth = Polynomial({(2, ()): half})
    return {
        Fraction(0): Polynomial.constant(1),
        Fraction(1, 2): Polynomial.constant(0),
        Fraction(1, 3): Polynomial.constant(half),
        Fraction(1, 4): eighth,
        Fraction(1, 6): Polynomial({(3, ()): half}),
        Fraction(1, 12): Polynomial({(6, ()): quarter, (2, ()): quarter}),
        Fraction(5, 12): Polynomial({(6, ()): quarter, (2, ()): -quarter}),
        Fraction(1, 5): fifth,
        Fraction(2, 5): two_fifths,
        Fraction(1, 10): _half_angle(fifth),
        Fraction(3, 10): _half_angle(-two_fifths),
        Fraction(1, 8): _half_angle(eighth),
        Fraction(3, 8): _half_angle(-eighth),
    }


_COSINES = _table()
