"""Area of a sector from the radius and the angle at the centre."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, put, tidy, told_type, value


def draw(rng: Random) -> dict[str, object]:
    angles = (30, 40, 45, 60, 72, 80, 90, 120, 135, 150, 160, 210, 240, 270)
    found = [(r, d) for r in range(2, 19) for d in angles if r * r * d % 180 == 0]
    r, d = rng.choice(found)
    return {"r": r, "d": d}


@told_type(
    "sector-area",
    standard="[9수03-06]",
    ko="부채꼴의 넓이",
    en="area of a sector",
    draw=draw,
    says={
        "ko": (
            "반지름의 길이가 {r} cm이고 중심각의 크기가 ${d}^\\circ$인 부채꼴의 넓이를 구하시오.",
            "중심각의 크기가 ${d}^\\circ$이고 반지름의 길이가 {r} cm인 부채꼴의 넓이를 구하시오.",
        ),
        "en": ("Find the area of a sector with radius {r} cm and central angle ${d}^\\circ$.",),
    },
    reads=("반지름의 길이가 {r} cm, 중심각의 크기가 ${d}^\\circ$인 부채꼴의 넓이를 구하시오.",),
)
def sector_area(r: int, d: int) -> Item:
    if not (0 < d < 360 and r > 0):
        raise ValueError("an angle inside a circle")
    formula = put("pi*{r}^2*{d}/360", r=r, d=d)
    key = tidy(put("{q}*pi", q=Fraction(r * r * d, 360)))
    return Item(
        value(formula),
        (key,),
        (
            Said(
                "부채꼴의 넓이는 $\\pi r^2\\times\\frac{x}{360}$이므로",
                "the area is $\\pi r^2\\times\\frac{x}{360}$",
                formula,
            ),
            Said("계산하면", "work it out", key),
        ),
        wrong=(
            (tidy(put("{q}*pi", q=Fraction(2 * r * d, 360))),),
            (tidy(put("{q}*pi", q=Fraction(r * r * d, 180))),),
            (tidy(put("{q}*pi", q=Fraction(r * d, 360))),),
        ),
        unit="cm^2",
    )
