"""How many pieces can be bought at most."""

from __future__ import annotations

from random import Random

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, told_type


def draw(rng: Random) -> dict[str, object]:
    p, b = 100 * rng.randint(4, 20), 500 * rng.randint(1, 8)
    most = rng.randint(5, 20)
    return {"p": p, "b": b, "t": -(-(p * most + b) // 1000) * 1000}


@told_type(
    "most-items-for-money",
    standard="[9수02-12]",
    ko="일차부등식의 활용",
    en="linear inequality in everyday life",
    draw=draw,
    says={
        "ko": (
            "한 개에 {p}원인 사과를 {b}원짜리 바구니에 담아 전체 가격이 {t}원 이하가 되게 하려고 한다. "
            "사과는 최대 몇 개까지 담을 수 있는지 구하시오.",
            "한 개에 {p}원인 빵을 상자에 담아 포장하는 데 {b}원이 든다. 전체 가격이 {t}원 이하가 되게 하려면 빵을 최대 몇 개까지 "
            "살 수 있는지 구하시오.",
        ),
        "en": (
            "Apples cost {p} won each and are put in a basket that costs {b} won. "
            "At most how many apples can be bought so that the total price is at most {t} won?",
        ),
    },
)
def most_items_for_money(p: int, b: int, t: int) -> Item:
    if min(p, b) <= 0 or t > 60_000:
        raise ValueError("prices")
    key = (t - b) // p
    if not 3 <= key <= 60:
        raise ValueError("a few pieces")
    wrong = {t // p, (t + b) // p, key + 1, key - 1, key + 2} - {key}
    return Item(
        Model(Ask("extremum", of="x", sense="max"), {"x": "natural"}, given=(f"{p}*x + {b} <= {t}",)),
        (str(key),),
        (
            Said("$x$개를 산다고 하면", "for $x$ pieces", f"{p}x + {b} <= {t}"),
            Said("이항하여 정리하면", "move the constant", f"{p}x <= {t - b}"),
            Said("이것을 만족하는 가장 큰 자연수는", "the largest natural number for which this holds", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
        unit={"ko": "개", "en": "apples"},
    )
