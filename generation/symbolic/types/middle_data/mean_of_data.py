"""The mean of some values."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, Slot, as_text, slips, told_type, value
from generation.symbolic.types.middle_data.samples import around_a_mean, listed, mean_of, numbers, sum_text


def draw(rng: Random) -> dict[str, object]:
    return {"data": listed(around_a_mean(rng, rng.choice((4, 5, 5, 6))))}


@told_type(
    "mean-of-data",
    standard="[9수04-01]",
    ko="평균",
    en="mean of data",
    draw=draw,
    says={
        "ko": ("다음 자료의 평균을 구하시오. {data}", "변량 {data}의 평균을 구하시오."),
        "en": ("Find the mean of the data {data}.",),
    },
    reads=("자료 {data}의 평균을 구하시오.", "다음 변량의 평균을 구하시오. {data}"),
)
def mean_of_data(data: Slot) -> Item:
    values = numbers(data)
    key = mean_of(values)
    if key.denominator > 10 or any(number < 0 for number in values):
        raise ValueError("a clean mean")
    ordered = sorted(values)
    middle = Fraction(ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2], 2)
    total = sum(values)
    return Item(
        value(f"mean({listed(values)})"),
        (as_text(key),),
        (
            Said("(평균)=(변량의 총합)÷(변량의 개수)이므로", "the total by the number of values", f"({sum_text(values)})/{len(values)}"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(
            key, Fraction(total, len(values) - 1), middle, Fraction(ordered[0] + ordered[-1], 2), Fraction(total),
            Fraction(total, len(values) + 1), key + 1, fits=lambda number: number.denominator < 20,
        ),
    )  # fmt: skip
