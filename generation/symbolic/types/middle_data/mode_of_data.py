"""The mode of values of which one occurs most often."""

from __future__ import annotations

from collections import Counter
from random import Random

from generation.symbolic.told import Item, Said, Slot, text, told_statement, told_type, value
from generation.symbolic.types.middle_data.samples import listed, numbers, spread_out


def draw(rng: Random) -> dict[str, object]:
    values = spread_out(rng, rng.choice((4, 5, 6)))
    values += [values[0]] * 2 + [values[1]]
    rng.shuffle(values)
    return {"data": listed(values)}


@told_type(
    "mode-of-data",
    standard="[9수04-01]",
    ko="최빈값",
    en="mode",
    draw=draw,
    says={
        "ko": ("다음 자료의 최빈값을 구하시오. {data}", "변량 {data}의 최빈값을 구하시오."),
        "en": ("Find the mode of the following data: {data}",),
    },
    reads=("자료 {data}의 최빈값을 구하시오.",),
)
def mode_of_data(data: Slot) -> Item:
    values = numbers(data)
    (key, times), (second, less) = Counter(values).most_common(2)
    if times == less:
        raise ValueError("one mode")
    ordered = sorted(values)
    tempting = dict.fromkeys((second, ordered[len(values) // 2], max(values), times))
    return Item(
        value(f"mode({listed(values)})"),
        (text(key),),
        (
            Said(
                told_statement("{k}의 도수가 {n}[으로] 가장 크다.", {"k": key, "n": times}),
                f"{key} occurs {times} times, more often than any other.",
            ),
            Said("따라서 최빈값은", "so the mode is", text(key)),
        ),
        tuple((text(wrong),) for wrong in tempting if wrong != key),
    )
