"""When a thrown ball is at a height, from the formula of its height."""

from __future__ import annotations

from random import Random

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, told_type


def draw(rng: Random) -> dict[str, object]:
    first = rng.randint(1, 4)
    second = first + rng.randint(1, 5)
    return {"v": 5 * (first + second), "h": 5 * first * second}


@told_type(
    "thrown-ball",
    standard="[9수02-20]",
    ko="쏘아 올린 물체에 대한 이차방정식의 활용",
    en="thrown ball",
    draw=draw,
    says={
        "ko": (
            "지면에서 초속 {v} m로 똑바로 위로 던져 올린 공의 $t$초 후의 높이는 $({v}t-5t^2)$ m이다. "
            "공의 높이가 {h} m가 되는 것은 공을 던져 올린 지 몇 초 후인지 모두 구하시오.",
        ),
        "en": (
            "A ball thrown straight up at {v} m/s is $({v}t-5t^2)$ m high after $t$ seconds. "
            "After how many seconds is it {h} m high? Give all answers.",
        ),
    },
)
def thrown_ball(v: int, h: int) -> Item:
    times = [t for t in range(1, 60) if v * t - 5 * t * t == h]
    if len(times) != 2:
        raise ValueError("two whole numbers of seconds")
    first, second = times
    wrong = [(str(second),), (str(first),), (str(-second), str(-first)), (str(first), str(second + 1))]
    return Item(
        Model(Ask("solve", unknowns=("t",)), {"t": "positive"}, given=(f"{v}*t - 5*t^2 = {h}",)),
        (str(first), str(second)),
        (
            Said("높이를 식에 대입하면", "put the height into the formula", f"{v}t - 5t^2 = {h}"),
            Said("정리하여 인수분해하면", "collect and factor", f"(t - {first})(t - {second}) = 0"),
            Said("따라서", "so", f"t = {first} or t = {second}"),
        ),
        tuple(wrong),
        unit={"ko": "초", "en": "seconds"},
    )
