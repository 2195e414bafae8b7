"""Volume of a pyramid over a square."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, as_text, put, told_type, value


def draw(rng: Random) -> dict[str, object]:
    return {"a": rng.randint(2, 12), "h": rng.randint(3, 15)}


@told_type(
    "square-pyramid-volume",
    standard="[9수03-08]",
    ko="정사각뿔의 부피",
    en="volume of a square pyramid",
    draw=draw,
    says={
        "ko": ("밑면의 한 변의 길이가 {a} cm이고 높이가 {h} cm인 정사각뿔의 부피를 구하시오.",),
        "en": ("Find the volume of a square pyramid with base edge {a} cm and height {h} cm.",),
    },
)
def square_pyramid_volume(a: int, h: int) -> Item:
    if min(a, h) <= 0 or a * a * h % 3:
        raise ValueError("lengths above zero")
    formula = put("1/3*{a}^2*{h}", a=a, h=h)
    key = as_text(Fraction(a * a * h, 3))
    return Item(
        value(formula),
        (key,),
        (
            Said("각뿔의 부피는 $\\frac{1}{3}$×(밑넓이)×(높이)이므로", "a third of base times height", formula),
            Said("계산하면", "work it out", key),
        ),
        wrong=(
            (as_text(Fraction(a * a * h)),),
            (as_text(Fraction(4 * a * h, 3)),),
            (as_text(Fraction(a * a * h, 2)),),
            (as_text(Fraction(a * h, 3)),),
        ),
        unit="cm^3",
    )
