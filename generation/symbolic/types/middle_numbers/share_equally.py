"""The most groups of equal share: a greatest common divisor in everyday words."""

from __future__ import annotations

from math import gcd, lcm
from random import Random

from generation.symbolic.told import Item, Said, told_type, value
from generation.symbolic.types.middle_numbers.whole_numbers import power_text, prime_powers, whole


def draw(rng: Random) -> dict[str, object]:
    common = rng.choice((4, 6, 8, 9, 10, 12, 14, 15, 16, 18))
    a, b = rng.sample(range(2, 9), 2)
    return {"a": common * a, "b": common * b}


@told_type(
    "share-equally",
    standard="[9수01-02]",
    ko="최대공약수의 활용",
    en="greatest common divisor in everyday life",
    draw=draw,
    says={
        "ko": (
            "연필 {a}자루와 지우개 {b}개를 되도록 많은 학생에게 남김없이 똑같이 나누어 주려고 할 때, 최대 몇 명의 학생에게 "
            "나누어 줄 수 있는지 구하시오.",
            "사탕 {a}개와 초콜릿 {b}개를 되도록 많은 학생에게 남김없이 똑같이 나누어 주려고 한다. 몇 명의 학생에게 나누어 줄 수 "
            "있는지 구하시오.",
        ),
        "en": (
            "{a} pencils and {b} erasers are shared equally, with nothing left over, among as many students as "
            "possible. How many students are there?",
        ),
    },
)
def share_equally(a: int, b: int) -> Item:
    key = gcd(whole(a, 8, 200), whole(b, 8, 200))
    if key in (1, a, b):
        raise ValueError("two numbers with something in common")
    prime = min(prime_powers(key))
    wrong = {lcm(a, b), key // prime, key * prime, abs(a - b)} - {key, 1}
    return Item(
        value(f"gcd({a}, {b})"),
        (str(key),),
        (
            Said(
                f"학생 수는 ${a}$[과] ${b}$의 최대공약수이므로",
                f"the number of students is the greatest common divisor of ${a}$ and ${b}$",
                power_text(prime_powers(key)),
            ),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
        unit={"ko": "명", "en": "students"},
    )
