"""Equations read backwards, and counts by both ways, against brute force over random equations."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from operator import add, mul, sub, truediv

import pytest

from generation.expression.parser import parse_logic
from generation.verify.counting import count
from generation.verify.enumeration import count_by_enumeration

_OPERATIONS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {"+": add, "-": sub, "*": mul, "/": truediv}
Drawn = tuple[str, Callable[[dict[str, Fraction]], Fraction]]


def drawn(rng: random.Random, depth: int) -> Drawn:
    """A random expression as text, and what it is worth at a point, worked out beside it."""
    if depth == 0 or rng.random() < 0.2:
        if rng.random() < 0.5:
            name = rng.choice("abc")
            return name, lambda point: point[name]
        number = rng.randint(-3, 6)
        return f"({number})", lambda _: Fraction(number)
    symbol = rng.choice("+-*/")
    (one, first), (two, second) = drawn(rng, depth - 1), drawn(rng, depth - 1)
    return f"({one}{symbol}{two})", lambda point: _OPERATIONS[symbol](first(point), second(point))


def holds(sides: tuple[Drawn, Drawn], point: dict[str, Fraction]) -> bool:
    try:
        return sides[0][1](point) == sides[1][1](point)
    except ZeroDivisionError:
        return False


@pytest.mark.parametrize("seed", range(150))
def test_equations_are_counted_as_brute_force_does(seed: int) -> None:
    rng = random.Random(seed)
    sides = drawn(rng, 3), drawn(rng, 2)
    space = {name: range(-3, 5) for name in "abc"}
    points = (dict(zip("abc", map(Fraction, values), strict=True)) for values in product(range(-3, 5), repeat=3))
    expected = sum(holds(sides, point) for point in points)
    logic = parse_logic(f"{sides[0][0]} = {sides[1][0]}", frozenset("abc"))
    assert count_by_enumeration(space, [logic]) == expected


def test_factor_pairs_of_large_numbers_are_found_in_both_ways() -> None:
    for number in (64, 360, 1000):
        logics = [parse_logic(f"a*b = {number}"), parse_logic("a <= b")]
        expected = sum(1 for a in range(1, number + 1) if number % a == 0 and a * a <= number)
        assert count({name: range(1, number + 1) for name in "ab"}, logics).number == expected
