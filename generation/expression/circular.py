"""Sine and cosine of rational intervals, by their series and with integers alone."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from generation.expression.enclosure import Bounds, pi
from generation.expression.errors import BudgetError

MAX_ANGLE = 1_000_000
_GUARD = 32


def sine(x: Bounds, bits: int) -> Bounds:
    """sin of an interval."""
    half = tuple(end / 2 for end in pi(bits + 64))
    return cosine((x[0] - half[1], x[1] - half[0]), bits)


def cosine(x: Bounds, bits: int) -> Bounds:
    """cos of an interval: cos of its middle, widened by half its width, as no slope is above 1."""
    if max(abs(x[0]), abs(x[1])) > MAX_ANGLE:
        raise BudgetError("an angle without meaning")
    middle, radius = (x[0] + x[1]) / 2, (x[1] - x[0]) / 2
    low, high = _cosine_of(middle, bits)
    return max(low - radius, Fraction(-1)), min(high + radius, Fraction(1))


@lru_cache(maxsize=256)
def _cosine_of(x: Fraction, bits: int) -> Bounds:
    below, above = pi(bits + 64)
    turns = round(x / (2 * below))
    x = x - turns * (below + above)  # off by at most turns * (above - below)
    scale = 1 << (bits + _GUARD)
    top = round(x * scale)
    term = total = scale
    k = 0
    while term:
        term = -term * top * top // (scale * scale * (k + 1) * (k + 2))
        if term == -1:
            term = 0  # rounding down never ends below zero
        total += term
        k += 2
    slack = (k + 4) * 32 + abs(turns) + 1
    return Fraction(total - slack, scale), Fraction(total + slack, scale)
