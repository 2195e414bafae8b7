"""The greatest common divisor of two numbers."""

from __future__ import annotations

from math import gcd, lcm
from random import Random

from generation.symbolic.told import Item, Said, told_type, value
from generation.symbolic.types.middle_numbers.whole_numbers import factored_text, power_text, prime_powers, whole


def draw(rng: Random) -> dict[str, object]:
    common = rng.choice((4, 6, 8, 9, 10, 12, 14, 15, 18, 20, 24))
    a, b = rng.sample(range(2, 12), 2)
    return {"a": common * a, "b": common * b}


@told_type(
    "greatest-common-divisor",
    standard="[9수01-02]",
    ko="최대공약수",
    en="greatest common divisor",
    draw=draw,
    says={
        "ko": ("두 수 {a}, {b}의 최대공약수를 구하시오.", "{a}[과] {b}의 최대공약수를 구하시오."),
        "en": ("Find the greatest common divisor of {a} and {b}.",),
    },
)
def greatest_common_divisor(a: int, b: int) -> Item:
    key = gcd(whole(a, 6, 400), whole(b, 6, 400))
    if key in (1, a, b):
        raise ValueError("two numbers with something in common")
    prime = min(prime_powers(key))
    wrong = {lcm(a, b), key // prime, key * prime, abs(a - b), a * b // prime} - {key, 1}
    return Item(
        value(f"gcd({a}, {b})"),
        (str(key),),
        (
            Said(
                f"소인수분해하면 {factored_text(a)}, {factored_text(b)}", f"{factored_text(a)} and {factored_text(b)}"
            ),
            Said(
                "공통인 소인수를 지수가 작은 쪽으로 곱하면",
                "multiply the common primes with the smaller exponents",
                power_text(prime_powers(key)),
            ),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )
