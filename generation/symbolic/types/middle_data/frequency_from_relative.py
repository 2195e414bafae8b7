"""The frequency of a class from its relative frequency."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, Slot, as_text, rational, text, told_type, value


def draw(rng: Random) -> dict[str, object]:
    n = rng.choice((20, 25, 40, 50, 60, 80, 100, 120, 200))
    return {"n": n, "p": f"0.{rng.choice(('05', '1', '15', '2', '25', '3', '35', '4', '12', '24'))}"}


@told_type(
    "frequency-from-relative",
    standard="[9수04-03]",
    ko="상대도수에서 도수",
    en="frequency from relative frequency",
    draw=draw,
    says={
        "ko": (
            "도수의 총합이 {n}인 도수분포표에서 상대도수가 {p}인 계급의 도수를 구하시오.",
            "학생 {n}명을 조사한 도수분포표에서 상대도수가 {p}인 계급의 도수를 구하시오.",
        ),
        "en": ("The total frequency is {n}. Find the frequency of a class with relative frequency {p}.",),
    },
)
def frequency_from_relative(n: int, p: Slot) -> Item:
    share = rational(p)
    key = n * share
    if not 0 < share < 1 or key.denominator != 1:
        raise ValueError("a whole frequency")
    tempting = (key * 10, key + 1, n - key, Fraction(n) / 10 - 1)
    return Item(
        value(f"{n}*{text(p)}"),
        (as_text(key),),
        (
            Said(
                "(도수) = (도수의 총합) × (상대도수)이므로", "the total times the relative frequency", f"{n}*{text(p)}"
            ),
            Said("계산하면", "work it out", as_text(key)),
        ),
        tuple((as_text(wrong),) for wrong in tempting if wrong != key and wrong.denominator == 1 and wrong > 0),
    )
