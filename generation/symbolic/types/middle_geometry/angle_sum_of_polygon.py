"""Sum of the interior angles of a polygon."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, told_type, value


def draw(rng: Random) -> dict[str, object]:
    return {"n": rng.randint(5, 24)}


@told_type(
    "angle-sum-of-polygon",
    standard="[9수03-05]",
    ko="다각형의 내각의 크기의 합",
    en="interior angles of a polygon",
    draw=draw,
    says={
        "ko": (
            "변의 개수가 {n}인 다각형의 내각의 크기의 합은 몇 도인지 구하시오.",
            "{n}각형의 내각의 크기의 합을 구하시오.",
        ),
        "en": ("Find the sum of the interior angles, in degrees, of a polygon with {n} sides.",),
    },
)
def angle_sum_of_polygon(n: int) -> Item:
    if not 3 <= n <= 100:
        raise ValueError("a polygon")
    key = 180 * (n - 2)
    return Item(
        value(f"180*({n} - 2)"),
        (str(key),),
        (
            Said(
                "$n$각형의 내각의 크기의 합은 $180^\\circ\\times(n-2)$이므로", "the sum is $180(n-2)$", f"180*({n} - 2)"
            ),
            Said("계산하면", "work it out", str(key)),
        ),
        wrong=((str(180 * n),), (str(180 * (n - 1)),), (str(180 * (n - 3)),), ("360",)),
        unit={"ko": "도", "en": "degrees"},
    )
