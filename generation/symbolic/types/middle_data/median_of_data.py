"""The median of some values in no order."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, Slot, as_text, told_type, value
from generation.symbolic.types.middle_data.samples import listed, mean_of, numbers, spread_out


def draw(rng: Random) -> dict[str, object]:
    return {"data": listed(spread_out(rng, rng.choice((5, 6, 7, 8))))}


@told_type(
    "median-of-data",
    standard="[9수04-01]",
    ko="중앙값",
    en="median",
    draw=draw,
    says={
        "ko": ("다음 자료의 중앙값을 구하시오. {data}", "변량 {data}의 중앙값을 구하시오."),
        "en": ("Find the median of the following data: {data}",),
    },
    reads=(
        "자료 {data}의 중앙값을 구하시오.",
        "다음 변량의 중앙값을 구하시오. {data}",
        "{data}의 중앙값을 구하시오.",
    ),
)
def median_of_data(data: Slot) -> Item:
    values = numbers(data)
    ordered, middle = sorted(values), len(values) // 2
    even = len(values) % 2 == 0
    key = Fraction(ordered[middle - 1] + ordered[middle], 2) if even else Fraction(ordered[middle])
    unordered = Fraction(values[middle - 1] + values[middle], 2) if even else Fraction(values[middle])
    tempting = (unordered, mean_of(values), Fraction(ordered[middle - 1]), Fraction(ordered[middle]))
    steps = [Said(f"크기순으로 나열하면 ${listed(ordered)}$", f"in order of size: ${listed(ordered)}$")]
    if even:
        pair = f"({ordered[middle - 1]} + {ordered[middle]})/2"
        steps.append(Said("가운데 두 값의 평균이므로", "the mean of the two in the middle", pair))
    steps.append(Said("따라서 중앙값은", "so the median is", as_text(key)))
    return Item(
        value(f"median({listed(values)})"),
        (as_text(key),),
        tuple(steps),
        tuple((as_text(wrong),) for wrong in dict.fromkeys(tempting) if wrong != key and wrong.denominator < 3),
    )
