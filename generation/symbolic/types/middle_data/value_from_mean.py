"""A missing value from the mean of all."""

from __future__ import annotations

from random import Random

from generation.expression.tree import Collection, Expr, Sym
from generation.symbolic.told import Item, Said, Slot, plain, text, told_statement, told_type, value
from generation.symbolic.types.middle_data.samples import around_a_mean, sum_text


def draw(rng: Random) -> dict[str, object]:
    values = around_a_mean(rng, rng.choice((4, 5, 6)))
    place = rng.randrange(len(values))
    shown = [str(v) for v in values]
    shown[place] = "x"
    return {"data": ", ".join(shown), "m": sum(values) // len(values)}


@told_type(
    "value-from-mean",
    standard="[9수04-01]",
    ko="평균이 주어진 자료",
    en="data with a known mean",
    draw=draw,
    says={
        "ko": (
            "변량 {data}의 평균이 {m}일 때, $x$의 값을 구하시오.",
            "자료 {data}의 평균이 {m}일 때, $x$의 값을 구하시오.",
        ),
        "en": ("The mean of the data {data} is {m}. Find $x$.",),
    },
    reads=(
        "{n}개의 변량 {data}의 평균이 {m}일 때, $x$의 값을 구하시오.",
        "다음 자료의 평균이 {m}일 때, $x$의 값을 구하시오. {data}",
    ),
)
def value_from_mean(data: Slot, m: int, n: int | None = None) -> Item:
    items = data.items if isinstance(data, Collection) else ()
    known = [v for v in (plain(item) for item in items if isinstance(item, Expr)) if isinstance(v, int)]
    if n not in (None, len(items)) or len(known) != len(items) - 1 or items.count(Sym("x")) != 1:
        raise ValueError("a list of whole numbers with one x")
    size = len(items)
    key = size * m - sum(known)
    shown = ", ".join(text(item) for item in items if isinstance(item, Expr))
    total = f"({sum_text(known)} + x)/{size} = {m}"
    tempting = dict.fromkeys((m, size * m, key + m, abs(sum(known) - m)))
    return Item(
        value("x", [f"mean({shown}) = {m}"], x="real"),
        (text(key),),
        (
            Said("평균의 뜻에 따라 식을 세우면", "by the meaning of the mean", total),
            Said(
                told_statement("양변에 {n}[을] 곱하여 정리하면", {"n": size}),
                f"multiply both sides by ${size}$",
                f"x + {sum(known)} = {size * m}",
            ),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((text(wrong),) for wrong in tempting if wrong != key),
    )
