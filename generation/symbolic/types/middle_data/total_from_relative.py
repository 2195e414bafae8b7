"""The total of all frequencies from one class."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, Slot, as_text, rational, text, told_type, value


def draw(rng: Random) -> dict[str, object]:
    return {"f": rng.randint(2, 24), "p": f"0.{rng.choice(('05', '1', '15', '2', '25', '3', '4', '12', '24', '08'))}"}


@told_type(
    "total-from-relative",
    standard="[9수04-03]",
    ko="상대도수에서 도수의 총합",
    en="total from relative frequency",
    draw=draw,
    says={
        "ko": (
            "도수가 {f}인 계급의 상대도수가 {p}일 때, 도수의 총합을 구하시오.",
            "어떤 도수분포표에서 도수가 {f}인 계급의 상대도수가 {p}일 때, 도수의 총합을 구하시오.",
        ),
        "en": ("A class with frequency {f} has the relative frequency {p}. Find the total frequency.",),
    },
)
def total_from_relative(f: int, p: Slot) -> Item:
    share = rational(p)
    if not 0 < share < 1 or f <= 0:
        raise ValueError("a share of the whole")
    key = Fraction(f) / share
    if key.denominator != 1 or key > 300:
        raise ValueError("a whole total")
    tempting = (f * share * 100, key / 10, key + f, Fraction(f * 10))
    return Item(
        value(f"{f}/{text(p)}"),
        (as_text(key),),
        (
            Said(
                "(도수의 총합) = (그 계급의 도수) ÷ (상대도수)이므로",
                "frequency over relative frequency",
                f"{f}/{text(p)}",
            ),
            Said("계산하면", "work it out", as_text(key)),
        ),
        tuple((as_text(wrong),) for wrong in dict.fromkeys(tempting) if wrong != key and wrong.denominator == 1),
    )
