"""One interior angle of a regular polygon gives its number of sides."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, told_type, value

SIDES = (5, 6, 8, 9, 10, 12, 15, 18, 20, 24, 30, 36, 40)


def draw(rng: Random) -> dict[str, object]:
    return {"a": 180 - 360 // rng.choice(SIDES)}


@told_type(
    "sides-from-interior-angle",
    standard="[9수03-05]",
    ko="정다각형의 한 내각",
    en="interior angle of a regular polygon",
    draw=draw,
    says={
        "ko": ("한 내각의 크기가 ${a}^\\circ$인 정다각형의 변의 개수를 구하시오.",),
        "en": ("Each interior angle of a regular polygon measures ${a}^\\circ$. Find the number of sides.",),
    },
)
def sides_from_interior_angle(a: int) -> Item:
    if not 60 <= a < 180 or 360 % (180 - a):
        raise ValueError("an angle of a regular polygon")
    key = 360 // (180 - a)
    return Item(
        value(f"360/(180 - {a})"),
        (str(key),),
        (
            Said(
                f"한 외각의 크기가 $180^\\circ-{a}^\\circ$이고 외각의 크기의 합이 $360^\\circ$이므로",
                f"each exterior angle is $180^\\circ-{a}^\\circ$, all together $360^\\circ$",
                f"360/(180 - {a})",
            ),
            Said("계산하면", "work it out", str(key)),
        ),
        wrong=((str(key - 1),), (str(key + 1),), (str(key * 2),), (str(key - 2),)),
        unit={"ko": "개", "en": "sides"},
    )
