"""A missing frequency of a table from the total."""

from __future__ import annotations

from random import Random

from generation.expression.tree import Collection, Expr
from generation.symbolic.told import Item, Said, Slot, plain, told_type, value
from generation.symbolic.types.middle_data.samples import listed, sum_text


def draw(rng: Random) -> dict[str, object]:
    others = [rng.randint(2, 12) for _ in range(rng.choice((3, 4)))]
    return {"n": sum(others) + rng.randint(3, 14), "data": listed(others) + ", x"}


@told_type(
    "missing-frequency",
    standard="[9수04-02]",
    ko="도수의 총합",
    en="total frequency",
    draw=draw,
    says={
        "ko": (
            "도수분포표에서 각 계급의 도수가 차례대로 {data}이고 도수의 총합이 {n}일 때, $x$의 값을 구하시오.",
            "학생 {n}명을 조사한 도수분포표에서 각 계급의 도수가 차례대로 {data}일 때, $x$의 값을 구하시오.",
        ),
        "en": ("The frequencies of a table are {data} and their total is {n}. Find $x$.",),
    },
)
def missing_frequency(data: Slot, n: int) -> Item:
    items = data.items if isinstance(data, Collection) else ()
    known = [v for v in (plain(item) for item in items if isinstance(item, Expr)) if isinstance(v, int)]
    key = n - sum(known)
    if len(known) != len(items) - 1 or key <= 0 or min(known) <= 0:
        raise ValueError("whole frequencies with one x")
    tempting = dict.fromkeys((n - sum(known[:-1]), sum(known), key + 1, key - 1, key + 2))
    return Item(
        value("x", [f"{sum_text(known)} + x = {n}"], x="natural"),
        (str(key),),
        (
            Said(
                "도수를 모두 더하면 도수의 총합이므로",
                "all frequencies add up to the total",
                f"{sum_text(known)} + x = {n}",
            ),
            Said("도수끼리 더하면", "add the known ones", f"{sum(known)} + x = {n}"),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((str(wrong),) for wrong in tempting if wrong not in (key, 0)),
    )
