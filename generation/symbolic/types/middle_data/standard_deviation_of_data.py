"""The standard deviation of values whose variance is whole."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, Slot, as_text, tidy, told_type, value
from generation.symbolic.types.middle_data.samples import around_a_mean, listed, mean_of, numbers, sum_text, variance_of


def draw(rng: Random) -> dict[str, object]:
    return {"data": listed(around_a_mean(rng, rng.choice((4, 5, 6))))}


@told_type(
    "standard-deviation-of-data",
    standard="[9수04-07]",
    ko="표준편차",
    en="standard deviation",
    draw=draw,
    says={
        "ko": ("다음 자료의 표준편차를 구하시오. {data}", "변량 {data}의 표준편차를 구하시오."),
        "en": ("Find the standard deviation of the following data: {data}",),
    },
    reads=("자료 {data}의 표준편차를 구하시오.",),
)
def standard_deviation_of_data(data: Slot) -> Item:
    values = numbers(data)
    mean, variance, size = mean_of(values), variance_of(values), len(values)
    if mean.denominator != 1 or variance.denominator != 1 or variance == 0:
        raise ValueError("a whole mean and a whole variance")
    squares = [(v - mean) * (v - mean) for v in values]
    key = tidy(f"sqrt({variance})")
    wrong = (as_text(variance), tidy(f"sqrt({sum(squares)})"), as_text(mean_of([abs(v - int(mean)) for v in values])))
    return Item(
        value(f"stdev({listed(values)})"),
        (key,),
        (
            Said(f"평균은 ${as_text(mean)}$이다.", f"the mean is ${as_text(mean)}$"),
            Said(
                f"분산은 $\\frac{{{sum_text(squares)}}}{{{size}}}={variance}$이므로 표준편차는",
                f"the variance is $\\frac{{{sum_text(squares)}}}{{{size}}}={variance}$; its root is the answer",
                f"sqrt({variance})",
            ),
            *((Said("따라서", "so", key),) if key != f"sqrt({variance})" else ()),
        ),
        tuple((other,) for other in dict.fromkeys(wrong) if other != key),
    )
