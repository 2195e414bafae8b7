"""The distance from the time there and back."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from random import Random

from generation.symbolic.told import Item, Said, as_text, told_type, value
from generation.symbolic.wordings import wordings


def draw(rng: Random) -> dict[str, object]:
    a, b = rng.sample((2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 60), 2)
    distance = lcm(a, b) * rng.randint(1, 4)
    return {"a": a, "b": b, "t": distance // a + distance // b}


@told_type(
    "there-and-back",
    standard="[9수02-04]",
    ko="거리, 속력, 시간에 대한 일차방정식의 활용",
    en="distance, speed and time",
    draw=draw,
    says={
        "ko": (
            "두 지점 $\\mathrm{A}$, $\\mathrm{B}$ 사이를 왕복하는데 갈 때는 시속 {a} km로, 올 때는 시속 {b} km로 이동하여 "
            "모두 {t}시간이 걸렸다. 두 지점 사이의 거리를 구하시오.",
        ),
        "en": (
            "A round trip takes {t} hours in all, at {a} km/h on the way there and {b} km/h on the way back. "
            "Find the distance one way.",
        ),
    },
    reads=wordings(
        "두 지점 A, B 사이를 <왕복하는데|자동차로 왕복하는데|자전거로 왕복하는데> <갈 때는|갈 때에는> 시속 {a} km<로|>, <올 때는|올 때에는> 시속 {b} km로 "
        "<걸어서|이동하여|달려서> <모두|총> {t}시간이 걸렸다. 두 지점 <사이의|A, B 사이의> 거리를 구하시오.",
    ),
)
def there_and_back(a: int, b: int, t: int) -> Item:
    if a == b or min(a, b) < 2 or not 1 < t <= 15 or abs(a - b) > max(a, b) * 3 // 4:
        raise ValueError("two speeds and a time")
    key = Fraction(t * a * b, a + b)
    if key.denominator != 1 or key > 300:
        raise ValueError("whole kilometres")
    wrong = {Fraction(t * (a + b), 2), Fraction(t * a * b, 2 * (a + b)), key * 2, Fraction(t * abs(a - b))} - {key}
    both = lcm(a, b)
    return Item(
        value("x", [f"x/{a} + x/{b} = {t}"], x="positive"),
        (as_text(key),),
        (
            Said("거리를 $x$ km라 하면 (시간)=(거리)÷(속력)이므로", "let the distance be $x$ km; time is distance over speed",
                 f"x/{a} + x/{b} = {t}"),
            Said(f"양변에 ${both}$[을] 곱하면", f"multiply both sides by ${both}$", f"{_times(both // a)} + {_times(both // b)} = {both * t}"),
            Said("따라서", "so", f"x = {as_text(key)}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong) if w.denominator == 1),
        unit="km",
    )  # fmt: skip


def _times(k: int) -> str:
    return "x" if k == 1 else f"{k}x"
