"""The middle of a class of a frequency table."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, as_text, told_type, value


def draw(rng: Random) -> dict[str, object]:
    width, start = rng.choice((2, 4, 5, 6, 8, 10, 20)), rng.randint(0, 12)
    return {"a": start * width, "b": (start + 1) * width}


@told_type(
    "class-mark",
    standard="[9수04-02]",
    ko="계급값",
    en="class mark",
    draw=draw,
    says={
        "ko": (
            "도수분포표에서 {a} 이상 {b} 미만인 계급의 계급값을 구하시오.",
            "계급이 {a} 이상 {b} 미만일 때, 이 계급의 계급값을 구하시오.",
        ),
        "en": ("Find the class mark of the class from {a} up to {b} of a frequency table.",),
    },
)
def class_mark(a: int, b: int) -> Item:
    if not 0 <= a < b:
        raise ValueError("a class with two ends")
    key = Fraction(a + b, 2)
    tempting = dict.fromkeys((Fraction(b - a), Fraction(a + b), Fraction(b - a, 2), Fraction(b)))
    return Item(
        value(f"({a} + {b})/2"),
        (as_text(key),),
        (
            Said("계급값은 계급의 양 끝 값의 합을 $2$로 나눈 값이므로", "half the sum of the ends", f"({a} + {b})/2"),
            Said("계산하면", "work it out", as_text(key)),
        ),
        tuple((as_text(wrong),) for wrong in tempting if wrong != key and wrong > 0),
    )
