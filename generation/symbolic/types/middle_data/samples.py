"""Small samples that come out clean, and the words that go with them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from generation.expression.tree import Collection, Expr, Node
from generation.symbolic.told import Slot, plain


def listed(values: Sequence[int]) -> str:
    """Data as a slot."""
    return ", ".join(map(str, values))


def numbers(data: Slot) -> list[int]:
    """The data of a slot. Raises ValueError where it is no list of whole numbers."""
    items: tuple[Node, ...] = data.items if isinstance(data, Collection) else ()
    values = [plain(item) for item in items if isinstance(item, Expr)]
    whole = [value for value in values if isinstance(value, int)]
    if len(whole) < 3 or len(whole) != len(items):
        raise ValueError("a list of at least three whole numbers")
    return whole


def spread_out(rng: Random, size: int, low: int = 1, high: int = 20) -> list[int]:
    """Different values in no order."""
    return rng.sample(range(low, high + 1), size)


def around_a_mean(rng: Random, size: int, low: int = 3, high: int = 15) -> list[int]:
    """Values with a whole mean; the last one makes up for the others."""
    while True:
        mean = rng.randint(low, high)
        off = [rng.randint(-4, 4) for _ in range(size - 1)]
        values = [mean + step for step in (*off, -sum(off))]
        if abs(sum(off)) <= 5 and min(values) > 0 and len(set(values)) > 2:
            rng.shuffle(values)
            return values


def mean_of(values: Sequence[int]) -> Fraction:
    """The mean."""
    return Fraction(sum(values), len(values))


def variance_of(values: Sequence[int]) -> Fraction:
    """The variance over all values."""
    mean = mean_of(values)
    return sum(((value - mean) ** 2 for value in values), Fraction(0)) / len(values)


def sum_text(values: Sequence[int | Fraction]) -> str:
    """``3 + 5 + (-2)`` as infix text."""
    return " + ".join(f"({value})" if value < 0 else str(value) for value in values)
