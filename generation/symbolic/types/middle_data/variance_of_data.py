"""The variance of values with a whole mean."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, Slot, as_text, told_type, value
from generation.symbolic.types.middle_data.samples import around_a_mean, listed, mean_of, numbers, sum_text, variance_of


def draw(rng: Random) -> dict[str, object]:
    return {"data": listed(around_a_mean(rng, rng.choice((4, 5, 6))))}


@told_type(
    "variance-of-data",
    standard="[9수04-07]",
    ko="분산",
    en="variance",
    draw=draw,
    says={
        "ko": ("다음 자료의 분산을 구하시오. {data}", "변량 {data}의 분산을 구하시오."),
        "en": ("Find the variance of the following data: {data}",),
    },
    reads=(
        "자료 {data}의 분산을 구하시오.",
        "{data}의 분산을 구하시오.",
        "다음 변량의 분산을 구하시오. {data}",
    ),
)
def variance_of_data(data: Slot) -> Item:
    values = numbers(data)
    mean, key, size = mean_of(values), variance_of(values), len(values)
    if mean.denominator != 1 or key.denominator > 6:
        raise ValueError("a whole mean and a clean variance")
    squares = [(v - mean) * (v - mean) for v in values]
    total = sum(squares, Fraction(0))
    deviations = [v - mean for v in values]
    tempting = dict.fromkeys((total, total / (size - 1), mean, mean_of([abs(int(d)) for d in deviations])))
    return Item(
        value(f"variance({listed(values)})"),
        (as_text(key),),
        (
            Said(
                f"평균은 ${as_text(mean)}$이고 편차는 차례대로 ${listed([int(d) for d in deviations])}$이다.",
                f"the mean is ${as_text(mean)}$, the deviations are ${listed([int(d) for d in deviations])}$",
            ),
            Said("분산은 편차의 제곱의 평균이므로", "the mean of their squares", f"({sum_text(squares)})/{size}"),
            Said("따라서", "so", as_text(key)),
        ),
        tuple((as_text(wrong),) for wrong in tempting if wrong != key and wrong.denominator < 7),
    )
