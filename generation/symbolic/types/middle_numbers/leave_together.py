"""When two regular events meet again: a least common multiple in everyday words."""

from __future__ import annotations

from math import gcd, lcm
from random import Random

from generation.symbolic.told import Item, Said, told_type, value
from generation.symbolic.types.middle_numbers.whole_numbers import power_text, prime_powers, whole


def draw(rng: Random) -> dict[str, object]:
    common = rng.choice((2, 3, 4, 5, 6))
    a, b = rng.sample(range(2, 8), 2)
    return {"a": common * a, "b": common * b}


@told_type(
    "leave-together",
    standard="[9수01-02]",
    ko="최소공배수의 활용",
    en="least common multiple in everyday life",
    draw=draw,
    says={
        "ko": (
            "어느 정류장에서 두 버스가 각각 {a}분, {b}분 간격으로 출발한다. 두 버스가 동시에 출발한 후, 처음으로 다시 동시에 "
            "출발하는 것은 몇 분 후인지 구하시오.",
            "두 버스가 각각 {a}분, {b}분 간격으로 운행된다. 두 버스가 동시에 출발한 후, 처음으로 다시 동시에 출발하는 것은 몇 분 후인지 구하시오.",
        ),
        "en": (
            "Two buses leave a stop every {a} minutes and every {b} minutes. They have just left at the same time. "
            "After how many minutes do they next leave at the same time?",
        ),
    },
)
def leave_together(a: int, b: int) -> Item:
    key = lcm(whole(a, 4, 90), whole(b, 4, 90))
    if key in (a, b) or gcd(a, b) == 1 or key > 400:
        raise ValueError("two spans with something in common")
    prime = min(prime_powers(gcd(a, b)))
    wrong = {a * b, gcd(a, b), a + b, key * prime} - {key}
    return Item(
        value(f"lcm({a}, {b})"),
        (str(key),),
        (
            Said(
                f"걸리는 시간은 ${a}$[과] ${b}$의 최소공배수이므로",
                f"the time is the least common multiple of ${a}$ and ${b}$",
                power_text(prime_powers(key)),
            ),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
        unit={"ko": "분", "en": "minutes"},
    )
