"""The numbers of an absolute value."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, Slot, as_text, rational, solve, text, told_type


def draw(rng: Random) -> dict[str, object]:
    return {"n": rng.choice((rng.randint(2, 30), Fraction(rng.choice((3, 5, 7, 9, 11)), rng.choice((2, 4, 8)))))}


@told_type(
    "numbers-of-absolute-value",
    standard="[9수01-03]",
    ko="절댓값",
    en="absolute value",
    draw=draw,
    says={
        "ko": ("절댓값이 {n}인 수를 모두 구하시오.", "절댓값이 {n}인 수를 모두 쓰시오."),
        "en": ("Find all numbers whose absolute value is {n}.",),
    },
)
def numbers_of_absolute_value(n: Slot) -> Item:
    size = rational(n)
    if not 0 < size < 100:
        raise ValueError("a number above zero")
    wrong = [(as_text(size),), (as_text(-size),), (as_text(-2 * size), as_text(2 * size)), ("0", as_text(size))]
    return Item(
        solve([f"|x| = {text(n)}"], "x"),
        (as_text(-size), as_text(size)),
        (
            Said("수직선에서 원점으로부터의 거리가 같은 두 수이므로", "two numbers are as far from 0",
                 f"x = {as_text(-size)} or x = {as_text(size)}"),
        ),
        tuple(wrong),
    )  # fmt: skip
