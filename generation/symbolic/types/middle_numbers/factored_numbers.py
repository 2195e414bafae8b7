"""Common divisors and multiples of numbers that are given as products of prime powers."""

from __future__ import annotations

from math import gcd, lcm, prod
from random import Random

from generation.symbolic.told import Item, Said, Slot, text, told_type, value
from generation.symbolic.types.middle_numbers.whole_numbers import power_text, prime_powers, whole_product

PRIMES = (2, 3, 5, 7)


def _factored(rng: Random, primes: int) -> str:
    chosen = sorted(rng.sample(PRIMES, primes))
    return power_text({prime: rng.randint(1, 3 if prime < 5 else 2) for prime in chosen})


def _draw_two(rng: Random) -> dict[str, object]:
    return {"a": _factored(rng, rng.choice((2, 3))), "b": _factored(rng, 3)}


@told_type(
    "gcd-of-factored-numbers",
    standard="[9수01-02]",
    ko="소인수분해한 두 수의 최대공약수",
    en="greatest common divisor of factored numbers",
    draw=_draw_two,
    says={
        "ko": ("두 수 {a}, {b}의 최대공약수를 구하시오.",),
        "en": ("What is the greatest common divisor of the two numbers {a}, {b}?",),
    },
    reads=("{a}[과] {b}의 최대공약수를 구하시오.",),
)
def gcd_of_factored_numbers(a: Slot, b: Slot) -> Item:
    first, second = whole_product(a), whole_product(b)
    key, multiple = gcd(first, second), lcm(first, second)
    if key in (1, first, second) or multiple > 9000:
        raise ValueError("two numbers with something in common")
    return Item(
        value(f"gcd({text(a)}, {text(b)})"),
        (str(key),),
        (
            Said(
                "공통인 소인수를 지수가 작은 쪽으로 곱하면",
                "multiply the common primes with the smaller exponents",
                power_text(prime_powers(key)),
            ),
            Said("따라서", "so", str(key)),
        ),
        _others(key, multiple, key * min(prime_powers(key)), prod(prime_powers(multiple)), key * 3, key * 5),
    )


@told_type(
    "lcm-of-factored-numbers",
    standard="[9수01-02]",
    ko="소인수분해한 두 수의 최소공배수",
    en="least common multiple of factored numbers",
    draw=_draw_two,
    says={
        "ko": ("두 수 {a}, {b}의 최소공배수를 구하시오.",),
        "en": ("What is the least common multiple of the two numbers {a}, {b}?",),
    },
    reads=("{a}[과] {b}의 최소공배수를 구하시오.",),
)
def lcm_of_factored_numbers(a: Slot, b: Slot) -> Item:
    first, second = whole_product(a), whole_product(b)
    divisor, key = gcd(first, second), lcm(first, second)
    if divisor in (1, first, second) or key > 2000:
        raise ValueError("two numbers with something in common")
    return Item(
        value(f"lcm({text(a)}, {text(b)})"),
        (str(key),),
        (
            Said(
                "모든 소인수를 지수가 큰 쪽으로 곱하면",
                "multiply all primes with the larger exponents",
                power_text(prime_powers(key)),
            ),
            Said("따라서", "so", str(key)),
        ),
        _others(key, divisor, key // min(prime_powers(key)), prod(prime_powers(key)), key * 2, key // divisor),
    )


def _others(key: int, *wrong: int) -> tuple[tuple[str], ...]:
    return tuple((str(number),) for number in dict.fromkeys(wrong) if number not in (key, 1))
