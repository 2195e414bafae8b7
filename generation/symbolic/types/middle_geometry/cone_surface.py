"""Surface of a cone from base radius and slant height."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, put, tidy, told_type, value


def draw(rng: Random) -> dict[str, object]:
    return {"r": rng.randint(2, 8), "s": rng.randint(4, 15)}


@told_type(
    "cone-surface",
    standard="[9수03-08]",
    ko="원뿔의 겉넓이",
    en="surface of a cone",
    draw=draw,
    says={
        "ko": ("밑면의 반지름의 길이가 {r} cm이고 모선의 길이가 {s} cm인 원뿔의 겉넓이를 구하시오.",),
        "en": ("Find the surface area of a cone with base radius {r} cm and slant height {s} cm.",),
    },
)
def cone_surface(r: int, s: int) -> Item:
    if min(r, s) <= 0 or s <= r:
        raise ValueError("lengths above zero")
    formula = put("pi*{r}^2 + pi*{r}*{s}", r=r, s=s)
    key = tidy(put("{q}*pi", q=Fraction(r * r + r * s)))
    return Item(
        value(formula),
        (key,),
        (Said("(밑넓이)+(옆넓이)이므로", "base and side", formula), Said("계산하면", "work it out", key)),
        wrong=(
            (tidy(put("{q}*pi", q=Fraction(r * s))),),
            (tidy(put("{q}*pi", q=Fraction(r * r + 2 * r * s))),),
            (tidy(put("{q}*pi", q=Fraction(2 * r * r + r * s))),),
            (tidy(put("{q}*pi", q=Fraction(r * r + s * s))),),
        ),
        unit="cm^2",
    )
