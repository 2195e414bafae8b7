"""Surface of a cylinder."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, put, tidy, told_type, value


def draw(rng: Random) -> dict[str, object]:
    return {"r": rng.randint(2, 10), "h": rng.randint(3, 15)}


@told_type(
    "cylinder-surface",
    standard="[9수03-08]",
    ko="원기둥의 겉넓이",
    en="surface of a cylinder",
    draw=draw,
    says={
        "ko": ("밑면의 반지름의 길이가 {r} cm이고 높이가 {h} cm인 원기둥의 겉넓이를 구하시오.",),
        "en": ("Find the surface area of a cylinder with base radius {r} cm and height {h} cm.",),
    },
    reads=(
        "밑면인 원의 반지름의 길이가 {r} cm이고 높이가 {h} cm인 원기둥의 겉넓이를 구하시오.",
        "밑면의 반지름의 길이가 {r} cm, 높이가 {h} cm인 원기둥의 겉넓이를 구하시오.",
    ),
)
def cylinder_surface(r: int, h: int) -> Item:
    if min(r, h) <= 0:
        raise ValueError("lengths above zero")
    formula = put("2*pi*{r}^2 + 2*pi*{r}*{h}", r=r, h=h)
    key = tidy(put("{q}*pi", q=Fraction(2 * r * r + 2 * r * h)))
    return Item(
        value(formula),
        (key,),
        (Said("(밑넓이)×2+(옆넓이)이므로", "two bases and the side", formula), Said("계산하면", "work it out", key)),
        wrong=(
            (tidy(put("{q}*pi", q=Fraction(r * r + 2 * r * h))),),
            (tidy(put("{q}*pi", q=Fraction(2 * r * h))),),
            (tidy(put("{q}*pi", q=Fraction(2 * r * r + r * h))),),
            (tidy(put("{q}*pi", q=Fraction(r * r * h))),),
        ),
        unit="cm^2",
    )
