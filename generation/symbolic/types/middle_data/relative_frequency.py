"""The relative frequency of a class."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, decimal_text, told_type, value


def draw(rng: Random) -> dict[str, object]:
    n = rng.choice((20, 25, 40, 50))
    return {"n": n, "f": rng.randint(2, n * 2 // 5)}


@told_type(
    "relative-frequency",
    standard="[9수04-03]",
    ko="상대도수",
    en="relative frequency",
    draw=draw,
    says={
        "ko": (
            "도수의 총합이 {n}인 도수분포표에서 도수가 {f}인 계급의 상대도수를 구하시오.",
            "학생 {n}명을 조사한 도수분포표에서 도수가 {f}명인 계급의 상대도수를 구하시오.",
        ),
        "en": ("The total frequency is {n}. Find the relative frequency of a class with frequency {f}.",),
    },
)
def relative_frequency(n: int, f: int) -> Item:
    if not 0 < f < n:
        raise ValueError("a part of the whole")
    key = decimal_text(Fraction(f, n))
    tempting = (Fraction(f, 100), Fraction(n - f, n), Fraction(f, 10))
    return Item(
        value(f"{f}/{n}"),
        (key,),
        (
            Said("(상대도수) = (그 계급의 도수) ÷ (도수의 총합)이므로", "frequency divided by the total", f"{f}/{n}"),
            Said("소수로 나타내면", "as a decimal", key),
        ),
        tuple((decimal_text(wrong),) for wrong in tempting if wrong != Fraction(f, n)),
    )
