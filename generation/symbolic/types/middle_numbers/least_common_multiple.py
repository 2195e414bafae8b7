"""The least common multiple of two numbers."""

from __future__ import annotations

from math import gcd, lcm
from random import Random

from generation.symbolic.told import Item, Said, told_type, value
from generation.symbolic.types.middle_numbers.whole_numbers import factored_text, power_text, prime_powers, whole


def draw(rng: Random) -> dict[str, object]:
    common = rng.choice((2, 3, 4, 5, 6, 8, 9, 10, 12))
    a, b = rng.sample(range(2, 10), 2)
    return {"a": common * a, "b": common * b}


@told_type(
    "least-common-multiple",
    standard="[9수01-02]",
    ko="최소공배수",
    en="least common multiple",
    draw=draw,
    says={
        "ko": ("두 수 {a}, {b}의 최소공배수를 구하시오.", "{a}[과] {b}의 최소공배수를 구하시오."),
        "en": ("Find the least common multiple of {a} and {b}.",),
    },
)
def least_common_multiple(a: int, b: int) -> Item:
    key = lcm(whole(a, 4, 200), whole(b, 4, 200))
    if key in (a, b) or gcd(a, b) == 1 or key > 1000:
        raise ValueError("two numbers with something in common")
    prime = min(prime_powers(gcd(a, b)))
    wrong = {a * b, gcd(a, b), key // prime, key * prime} - {key}
    return Item(
        value(f"lcm({a}, {b})"),
        (str(key),),
        (
            Said(
                f"소인수분해하면 {factored_text(a)}, {factored_text(b)}", f"{factored_text(a)} and {factored_text(b)}"
            ),
            Said(
                "모든 소인수를 지수가 큰 쪽으로 곱하면",
                "multiply all primes with the larger exponents",
                power_text(prime_powers(key)),
            ),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )
