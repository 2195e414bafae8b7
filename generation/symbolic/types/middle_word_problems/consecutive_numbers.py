"""Three consecutive whole, even or odd numbers of a given sum [9수02-04]."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from generation.symbolic.told import Item, Said, slips, told_type, value

KINDS = (
    ("consecutive-numbers", "연속하는 세 자연수", "consecutive whole numbers", 1, 0),
    ("consecutive-even-numbers", "연속하는 세 짝수", "consecutive even numbers", 2, 0),
    ("consecutive-odd-numbers", "연속하는 세 홀수", "consecutive odd numbers", 2, 1),
)
"""Id, name in Korean and English, distance of two neighbours, and what halves of even steps leave over."""


def _middle(step: int, rest: int) -> Callable[[Random], dict[str, object]]:
    def draw(rng: Random) -> dict[str, object]:
        return {"t": 3 * (step * rng.randint(4, 30) + rest)}

    return draw


def _item(t: int, step: int, rest: int) -> Item:
    middle = t // 3
    if t % 3 or not 6 <= middle <= 200 or (step == 2 and middle % 2 != rest):
        raise ValueError("a sum of three such numbers")
    largest = middle + step
    return Item(
        value(f"x + {step}", given=[f"(x - {step}) + x + (x + {step}) = {t}"], x="real"),
        (str(largest),),
        (
            Said(
                f"가운데 수를 $x$라 하면 세 수는 $x-{step}$, $x$, $x+{step}$이므로",
                f"let $x$ be the middle number: $x-{step}$, $x$, $x+{step}$",
                f"(x - {step}) + x + (x + {step}) = {t}",
            ),
            Said("이 방정식을 풀면", "solve it", f"x = {middle}"),
            Said("따라서 가장 큰 수는", "so the largest is", f"x + {step} = {largest}"),
        ),
        slips(largest, middle, middle - step, middle + 3 - step, largest + step, t // 2),
    )


for _id, _ko, _en, _step, _rest in KINDS:

    def _build(t: int, _step: int = _step, _rest: int = _rest) -> Item:
        return _item(t, _step, _rest)

    told_type(
        _id,
        standard="[9수02-04]",
        ko=_ko,
        en=_en,
        draw=_middle(_step, _rest),
        says={
            "ko": (
                f"{_ko}의 합이 {{t}}일 때, 세 수 중 가장 큰 수를 구하시오.",
                f"{_ko}의 합이 {{t}}이다. 이 세 수 중 가장 큰 수를 구하시오.",
            ),
            "en": (f"The sum of three {_en} is {{t}}. Find the largest of them.",),
        },
        reads=(f"{_ko}의 합이 {{t}}일 때, 가장 큰 수를 구하시오.",),
    )(_build)
