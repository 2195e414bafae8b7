"""How many integers lie in a range of the number line [9수01-04]."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from random import Random

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, Slot, rational, text, told_type


def draw_between(rng: Random) -> dict[str, object]:
    low = Fraction(rng.randint(-17, -3), rng.choice((2, 3, 4, 5)))
    return {"l": low, "h": Fraction(rng.randint(3, 19), rng.choice((1, 2, 3, 4)))}


@told_type(
    "integers-between",
    standard="[9수01-04]",
    ko="두 유리수 사이의 정수",
    en="integers between two numbers",
    draw=draw_between,
    says={
        "ko": (
            "${l}<x<{h}$[을] 만족하는 정수 $x$의 개수를 구하시오.",
            "부등식 ${l}<x<{h}$[을] 만족시키는 정수 $x$의 개수를 구하시오.",
        ),
        "en": ("How many integers $x$ satisfy ${l}<x<{h}$?",),
    },
)
def integers_between(l: Slot, h: Slot) -> Item:  # noqa: E741 - the slot's name
    low, high = rational(l), rational(h)
    found = [x for x in range(floor(low), floor(high) + 2) if low < x < high]
    if not 3 <= len(found) <= 12:
        raise ValueError("a few integers")
    key = len(found)
    wrong = {key + 1, key - 1, key + 2, key - 2}
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": "integer"}, given=(f"{text(l)} < x < {text(h)}",)),
        (str(key),),
        (
            Said(
                f"정수 $x$는 ${', '.join(map(str, found))}$[이]므로".replace("[이]므로", "이므로"),
                f"the integers are ${', '.join(map(str, found))}$",
            ),
            Said("개수는", "so their number is", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )


def draw_absolute(rng: Random) -> dict[str, object]:
    return {"n": rng.choice((rng.randint(2, 12), Fraction(rng.choice((5, 7, 9, 11, 13, 15, 17)), 2)))}


@told_type(
    "integers-by-absolute-value",
    standard="[9수01-04]",
    ko="절댓값의 범위",
    en="integers by absolute value",
    draw=draw_absolute,
    says={
        "ko": ("절댓값이 {n} 이하인 정수의 개수를 구하시오.", "절댓값이 {n}보다 크지 않은 정수의 개수를 구하시오."),
        "en": ("How many integers have an absolute value of at most {n}?",),
    },
)
def integers_by_absolute_value(n: Slot) -> Item:
    most = rational(n)
    if not 1 < most < 60:
        raise ValueError("a small number")
    key = 2 * floor(most) + 1
    wrong = {key - 1, key + 1, floor(most), floor(most) + 1, key + 2} - {key}
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": "integer"}, given=(f"|x| <= {text(n)}",)),
        (str(key),),
        (
            Said(
                f"$-{floor(most)}$부터 ${floor(most)}$까지의 정수이므로",
                f"the integers from $-{floor(most)}$ to ${floor(most)}$",
                f"2*{floor(most)} + 1",
            ),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)[:4]),
    )
