"""Length of an arc from the radius and the angle at the centre."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, put, tex, tidy, told_type, value


def draw(rng: Random) -> dict[str, object]:
    angles = (30, 40, 45, 60, 72, 80, 90, 120, 135, 150, 160, 210, 240, 270)
    found = [(r, d) for r in range(2, 19) for d in angles if 2 * r * d % 180 == 0]
    r, d = rng.choice(found)
    return {"r": r, "d": d}


@told_type(
    "arc-length",
    standard="[9수03-06]",
    ko="호의 길이",
    en="arc length",
    draw=draw,
    says={
        "ko": (
            "반지름의 길이가 {r} cm이고 중심각의 크기가 ${d}^\\circ$인 부채꼴의 호의 길이를 구하시오.",
            "중심각의 크기가 ${d}^\\circ$이고 반지름의 길이가 {r} cm인 부채꼴의 호의 길이를 구하시오.",
        ),
        "en": ("Find the arc length of a sector with radius {r} cm and central angle ${d}^\\circ$.",),
    },
    reads=("반지름의 길이가 {r} cm, 중심각의 크기가 ${d}^\\circ$인 부채꼴의 호의 길이를 구하시오.",),
)
def arc_length(r: int, d: int) -> Item:
    if not (0 < d < 360 and r > 0):
        raise ValueError("an angle inside a circle")
    formula = put("2*pi*{r}*{d}/360", r=r, d=d)
    key = tidy(put("{q}*pi", q=Fraction(2 * r * d, 360)))
    return Item(
        value(formula),
        (key,),
        (
            Said(
                f"호의 길이는 $2\\pi r\\times\\frac{{x}}{{360}}$이고 $r={tex(r)}$, $x={tex(d)}$이므로",
                f"the arc length is $2\\pi r\\times\\frac{{x}}{{360}}$ with $r={tex(r)}$ and $x={tex(d)}$",
                formula,
            ),
            Said("계산하면", "work it out", key),
        ),
        wrong=((tidy(put("{q}*pi", q=Fraction(r * r * d, 360))),), (tidy(put("{q}*pi", q=Fraction(r * d, 360))),)),
        unit="cm",
    )
