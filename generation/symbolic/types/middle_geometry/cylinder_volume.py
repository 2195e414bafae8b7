"""Volume of a cylinder."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, put, tidy, told_type, value


def draw(rng: Random) -> dict[str, object]:
    return {"r": rng.randint(2, 10), "h": rng.randint(3, 15)}


@told_type(
    "cylinder-volume",
    standard="[9수03-08]",
    ko="원기둥의 부피",
    en="volume of a cylinder",
    draw=draw,
    says={
        "ko": ("밑면의 반지름의 길이가 {r} cm이고 높이가 {h} cm인 원기둥의 부피를 구하시오.",),
        "en": ("Find the volume of a cylinder with base radius {r} cm and height {h} cm.",),
    },
    reads=(
        "밑면인 원의 반지름의 길이가 {r} cm이고 높이가 {h} cm인 원기둥의 부피를 구하시오.",
        "밑면의 반지름의 길이가 {r} cm, 높이가 {h} cm인 원기둥의 부피를 구하시오.",
    ),
)
def cylinder_volume(r: int, h: int) -> Item:
    if min(r, h) <= 0:
        raise ValueError("lengths above zero")
    formula = put("pi*{r}^2*{h}", r=r, h=h)
    key = tidy(put("{q}*pi", q=Fraction(r * r * h)))
    return Item(
        value(formula),
        (key,),
        (
            Said("원기둥의 부피는 (밑넓이)×(높이)이므로", "base times height", formula),
            Said("계산하면", "work it out", key),
        ),
        wrong=(
            (tidy(put("{q}*pi", q=Fraction(2 * r * h))),),
            (tidy(put("{q}*pi", q=Fraction(r * r * h, 3))),),
            (tidy(put("{q}*pi", q=Fraction(r * h))),),
            (tidy(put("{q}*pi", q=Fraction(2 * r * r * h))),),
        ),
        unit="cm^3",
    )
