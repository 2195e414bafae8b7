"""Volume of a ball."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, put, tidy, told_type, value


def draw(rng: Random) -> dict[str, object]:
    return {"r": rng.choice((2, 3, 4, 5, 6, 9, 12))}


@told_type(
    "sphere-volume",
    standard="[9수03-08]",
    ko="구의 부피",
    en="volume of a sphere",
    draw=draw,
    says={
        "ko": ("반지름의 길이가 {r} cm인 구의 부피를 구하시오.",),
        "en": ("Find the volume of a sphere with radius {r} cm.",),
    },
)
def sphere_volume(r: int) -> Item:
    if min(r, 1) <= 0:
        raise ValueError("lengths above zero")
    formula = put("4/3*pi*{r}^3", r=r)
    key = tidy(put("{q}*pi", q=Fraction(4 * r**3, 3)))
    return Item(
        value(formula),
        (key,),
        (
            Said("구의 부피는 $\\frac{4}{3}\\pi r^3$이므로", "the volume is $\\frac{4}{3}\\pi r^3$", formula),
            Said("계산하면", "work it out", key),
        ),
        wrong=(
            (tidy(put("{q}*pi", q=Fraction(4 * r * r))),),
            (tidy(put("{q}*pi", q=Fraction(r**3, 3))),),
            (tidy(put("{q}*pi", q=Fraction(4 * r**3))),),
            (tidy(put("{q}*pi", q=Fraction(2 * r**3, 3))),),
        ),
        unit="cm^3",
    )
