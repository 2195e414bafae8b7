"""Volume of a cone."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, put, tidy, told_type, value


def draw(rng: Random) -> dict[str, object]:
    return {"r": rng.randint(2, 10), "h": rng.randint(3, 15)}


@told_type(
    "cone-volume",
    standard="[9수03-08]",
    ko="원뿔의 부피",
    en="volume of a cone",
    draw=draw,
    says={
        "ko": ("밑면의 반지름의 길이가 {r} cm이고 높이가 {h} cm인 원뿔의 부피를 구하시오.",),
        "en": ("Find the volume of a cone with base radius {r} cm and height {h} cm.",),
    },
    reads=(
        "밑면인 원의 반지름의 길이가 {r} cm이고 높이가 {h} cm인 원뿔의 부피를 구하시오.",
        "밑면의 반지름의 길이가 {r} cm, 높이가 {h} cm인 원뿔의 부피를 구하시오.",
    ),
)
def cone_volume(r: int, h: int) -> Item:
    if min(r, h) <= 0 or r * r * h % 3:
        raise ValueError("lengths above zero")
    formula = put("1/3*pi*{r}^2*{h}", r=r, h=h)
    key = tidy(put("{q}*pi", q=Fraction(r * r * h, 3)))
    return Item(
        value(formula),
        (key,),
        (
            Said("원뿔의 부피는 $\\frac{1}{3}$×(밑넓이)×(높이)이므로", "a third of base times height", formula),
            Said("계산하면", "work it out", key),
        ),
        wrong=(
            (tidy(put("{q}*pi", q=Fraction(r * r * h))),),
            (tidy(put("{q}*pi", q=Fraction(2 * r * h, 3))),),
            (tidy(put("{q}*pi", q=Fraction(r * r * h, 2))),),
            (tidy(put("{q}*pi", q=Fraction(r * h, 3))),),
        ),
        unit="cm^3",
    )
