"""Number of diagonals of a polygon."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, told_type, value


def draw(rng: Random) -> dict[str, object]:
    return {"n": rng.randint(5, 30)}


@told_type(
    "diagonals-of-polygon",
    standard="[9수03-05]",
    ko="대각선의 개수",
    en="number of diagonals",
    draw=draw,
    says={
        "ko": ("{n}각형의 대각선의 개수를 구하시오.", "변의 개수가 {n}인 다각형의 대각선의 개수를 구하시오."),
        "en": ("Find the number of diagonals of a polygon with {n} sides.",),
    },
    reads=("{n}각형의 대각선은 모두 몇 개인지 구하시오.",),
)
def diagonals_of_polygon(n: int) -> Item:
    if not 4 <= n <= 100:
        raise ValueError("a polygon with diagonals")
    key = n * (n - 3) // 2
    return Item(
        value(f"{n}*({n} - 3)/2"),
        (str(key),),
        (
            Said(
                f"한 꼭짓점에서 그을 수 있는 대각선은 $({n}-3)$개이고, 같은 것을 두 번씩 세므로",
                f"${n}-3$ from each corner, and each is counted twice",
                f"{n}*({n} - 3)/2",
            ),
            Said("계산하면", "work it out", str(key)),
        ),
        wrong=((str(n * (n - 3)),), (str(n * (n - 1) // 2),), (str(n - 3),), (str(n * (n - 2) // 2),)),
        unit={"ko": "개", "en": "diagonals"},
    )
