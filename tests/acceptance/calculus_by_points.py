"""Polynomials, derivatives, integrals, limits and roots of functions that are only known point by point."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

import mpmath

MP = mpmath.mp.clone()
MP.dps = 50
Value = Any
Of = Callable[[Value], Value]
HIGHEST = 14
"""Degree up to which a function is recognised as a polynomial."""
_SURE = 3
"""Further points at which a polynomial must fit."""
_NO_VALUE = (ArithmeticError,)


def polynomial(function: Of) -> list[Fraction] | None:
    """Coefficients from the constant up, by divided differences; None where it is no polynomial with fractions."""
    points = [Fraction((-1) ** k * ((k + 1) // 2)) for k in range(HIGHEST + 1 + _SURE)]
    newton: list[Fraction] = []
    column: list[Fraction] = []
    try:
        for k, point in enumerate(points):
            value = function(point)
            if not isinstance(value, Fraction):
                return None
            row = [value]
            for j, above in enumerate(column):
                row.append((row[j] - above) / (point - points[k - 1 - j]))
            column = row
            newton.append(row[-1])
            if k >= _SURE and not any(newton[-_SURE:]):
                break
        else:
            return None
    except _NO_VALUE:
        return None
    result = [Fraction(0)]
    for k in reversed(range(len(newton))):
        shifted = [Fraction(0), *result]
        for j, c in enumerate(result):
            shifted[j] -= points[k] * c
        shifted[0] += newton[k]
        result = shifted
    return _trimmed(result)


def _trimmed(coefficients: list[Fraction]) -> list[Fraction]:
    while len(coefficients) > 1 and coefficients[-1] == 0:
        coefficients.pop()
    return coefficients


def value_at(coefficients: Sequence[Fraction], x: Value) -> Value:
    """The value of a polynomial."""
    total: Value = Fraction(0)
    if not isinstance(x, Fraction | int | float):
        coefficients, total = [_wide(c) for c in coefficients], MP.mpf(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def derived(coefficients: Sequence[Fraction]) -> list[Fraction]:
    """The derivative of a polynomial."""
    return [k * c for k, c in enumerate(coefficients)][1:] or [Fraction(0)]


def derivative(function: Of, point: Value, order: int = 1) -> Value:
    """Exactly for polynomials, else from 50 digits."""
    coefficients = polynomial(function)
    if coefficients is None:
        return MP.diff(function, _wide(point), order)
    for _ in range(order):
        coefficients = derived(coefficients)
    return value_at(coefficients, point)


def integral(function: Of, low: Value, high: Value) -> Value:
    """Exactly for polynomials, also in pieces that change at twelfths; else by quadrature."""
    coefficients = polynomial(function)
    if coefficients is None or not _fits(coefficients, function, low, high):
        pieces = _by_pieces(function, low, high, 12)
        exact = pieces is not None and pieces == _by_pieces(function, low, high, 24)
        return pieces if exact else MP.quad(function, [_wide(low), _wide(high)])
    whole = [Fraction(0), *(c / (k + 1) for k, c in enumerate(coefficients))]
    return value_at(whole, high) - value_at(whole, low)


def _fits(coefficients: Sequence[Fraction], function: Of, low: Value, high: Value) -> bool:
    """Whether a polynomial found near zero is the function between two places as well."""
    places = [low + (high - low) * Fraction(k, 97) for k in range(98)]
    return all(value_at(coefficients, place) == function(place) for place in places)


def _by_pieces(function: Of, low: Value, high: Value, parts: int) -> Fraction | None:
    """Boole's rule between neighbouring fractions of a denominator: exact up to degree 5. None where it is not."""
    if not isinstance(low, Fraction) or not isinstance(high, Fraction) or abs(high - low) > 50:
        return None
    count = abs(high - low) * parts
    if count.denominator != 1:
        return None
    if count == 0:
        return Fraction(0)
    total, step = Fraction(0), (high - low) / count
    for k in range(int(count)):
        values = [function(low + step * (k + Fraction(j, 4))) for j in range(5)]
        if not all(isinstance(value, Fraction) for value in values):
            return None
        total += step * sum((w * v for w, v in zip((7, 32, 12, 32, 7), values, strict=True)), Fraction(0)) / 90
    return total


def limit(function: Of, point: Value) -> Value:
    """From points close by on both sides, by a straight line through them; from far out at infinity."""
    if not isinstance(point, Fraction | int) and MP.isinf(point):
        far = Fraction(10**16) * (1 if point > 0 else -1)
        return 2 * _wide(function(2 * far)) - _wide(function(far))
    found = []
    for side in (1, -1):
        step = Fraction(side, 10**16)
        near, far = _wide(function(point + step)), _wide(function(point + 2 * step))
        found.append(2 * near - far)
    if abs(found[0] - found[1]) > MP.mpf(10) ** -14 * (1 + abs(found[0])):
        raise ArithmeticError("no limit")
    return found[0]


def squarefree(coefficients: Sequence[Fraction]) -> list[Fraction]:
    """The polynomial with each of its roots once."""
    a, b = list(coefficients), derived(coefficients)
    while len(b) > 1 or b[0] != 0:
        a, b = b, _divided(a, b)[1]
    return _divided(list(coefficients), a)[0]


def _divided(top: list[Fraction], bottom: list[Fraction]) -> tuple[list[Fraction], list[Fraction]]:
    rest, quotient = list(top), [Fraction(0)] * max(1, len(top) - len(bottom) + 1)
    while len(rest) >= len(bottom) and (len(rest) > 1 or rest[0] != 0):
        shift = len(rest) - len(bottom)
        factor = quotient[shift] = rest[-1] / bottom[-1]
        for k, c in enumerate(bottom):
            rest[shift + k] -= factor * c
        if len(rest) == 1:
            break
        rest.pop()
    return quotient, _trimmed(rest or [Fraction(0)])


def roots_of_polynomial(coefficients: Sequence[Fraction]) -> list[Value]:
    """All different complex roots; rational ones as fractions, real ones as real numbers."""
    simple = squarefree(coefficients)
    if len(simple) == 1:
        return []
    found: list[Value] = []
    for root in MP.polyroots([_wide(c) for c in reversed(simple)], maxsteps=300, extraprec=300):
        if abs(MP.im(root)) > MP.mpf(10) ** -25:
            found.append(MP.mpc(root))
            continue
        real = MP.re(root)
        near = Fraction(MP.nstr(real, 30, min_fixed=-100, max_fixed=100)).limit_denominator(10**6)
        found.append(near if value_at(simple, near) == 0 else real)
    return found


GRID = tuple(
    sorted({n / 16 for n in range(-16 * 60, 16 * 60 + 1)} | {s * 60 * 1.01**k for k in range(700) for s in (1, -1)})
)
"""Where functions are scanned: closely near zero, further apart far from it."""


def roots_by_scan(function: Of, low: float, high: float) -> list[Value]:
    """Roots between two numbers: changes of sign and touching points on a grid, made exact to 40 digits."""
    step = (high - low) / 4000 if high - low < 100 else None
    xs = [x for x in GRID if low < x < high] if step is None else [low + step * (k + 0.37) for k in range(4000)]
    samples = [(x, y) for x in xs if (y := _float(function, x)) is not None]
    found = [x for x, y in samples if y == 0]
    for (a, ya), (b, yb) in pairwise(samples):
        if ya * yb < 0 and (root := _bisected(function, a, b)) is not None:
            found.append(root)
    for (a, ya), (_, yb), (c, yc) in zip(samples, samples[1:], samples[2:], strict=False):
        if ya * yb > 0 and yb * yc > 0 and abs(yb) <= min(abs(ya), abs(yc)) and abs(yb) < 0.2:
            found += _touching(function, a, c)
    for point in sorted({round(float(x)) for x in found}):
        found = [point if abs(x - point) < 1e-9 else x for x in found]
    return [Fraction(x) if isinstance(x, int) else x for x in found]


def _float(function: Of, x: float) -> float | None:
    try:
        return float(function(x))
    except (ArithmeticError, ValueError, TypeError):
        return None


def _bisected(function: Of, low: Value, high: Value) -> Value | None:
    low, high = MP.mpf(low), MP.mpf(high)
    try:
        falls = function(low) > 0
        for _ in range(140):
            middle = (low + high) / 2
            if (function(middle) > 0) == falls:
                low = middle
            else:
                high = middle
        return low if abs(function(low)) < MP.mpf(10) ** -20 else None
    except _NO_VALUE:
        return None


def _touching(function: Of, low: Value, high: Value) -> list[Value]:
    best = lowest(lambda x: abs(function(x)), low, high)
    try:
        return [best] if abs(function(best)) < 1e-18 else []
    except _NO_VALUE:
        return []


def lowest(function: Of, low: Value, high: Value) -> Value:
    """The point of the smallest value of a function with one valley there, by thirds."""
    low, high = MP.mpf(low), MP.mpf(high)
    for _ in range(120):
        a, b = low + (high - low) / 3, high - (high - low) / 3
        if function(a) < function(b):
            high = b
        else:
            low = a
    return (low + high) / 2


def _wide(number: Value) -> Value:
    return MP.mpf(number.numerator) / number.denominator if isinstance(number, Fraction) else MP.mpmathify(number)
