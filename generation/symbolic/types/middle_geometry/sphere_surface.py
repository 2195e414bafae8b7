"""Surface of a ball."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, put, tidy, told_type, value


def draw(rng: Random) -> dict[str, object]:
    return {"r": rng.randint(2, 15)}


@told_type(
    "sphere-surface",
    standard="[9수03-08]",
    ko="구의 겉넓이",
    en="surface of a sphere",
    draw=draw,
    says={
        "ko": ("반지름의 길이가 {r} cm인 구의 겉넓이를 구하시오.",),
        "en": ("Find the surface area of a sphere with radius {r} cm.",),
    },
)
def sphere_surface(r: int) -> Item:
    if min(r, 1) <= 0:
        raise ValueError("lengths above zero")
    formula = put("4*pi*{r}^2", r=r)
    key = tidy(put("{q}*pi", q=Fraction(4 * r * r)))
    return Item(
        value(formula),
        (key,),
        (
            Said("구의 겉넓이는 $4\\pi r^2$이므로", "the surface is $4\\pi r^2$", formula),
            Said("계산하면", "work it out", key),
        ),
        wrong=(
            (tidy(put("{q}*pi", q=Fraction(r * r))),),
            (tidy(put("{q}*pi", q=Fraction(2 * r * r))),),
            (tidy(put("{q}*pi", q=Fraction(4 * r**3, 3))),),
            (tidy(put("{q}*pi", q=Fraction(8 * r))),),
        ),
        unit="cm^2",
    )
