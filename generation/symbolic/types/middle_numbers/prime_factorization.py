"""A number as a product of powers of primes."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, form, told_type
from generation.symbolic.types.middle_numbers.whole_numbers import power_text, prime_powers, whole


def draw(rng: Random) -> dict[str, object]:
    number = 2 ** rng.randint(0, 4) * 3 ** rng.randint(0, 3) * rng.choice((1, 1, 5, 25, 7, 35, 49, 11, 13))
    return {"n": number}


@told_type(
    "prime-factorization",
    standard="[9수01-01]",
    ko="소인수분해",
    en="prime factorization",
    draw=draw,
    says={
        "ko": ("{n}[을] 소인수분해하시오.", "자연수 {n}[을] 소인수분해하시오."),
        "en": ("Find the prime factorization of {n}.",),
    },
    reads=("다음 수를 소인수분해하시오. {n}",),
)
def prime_factorization(n: int) -> Item:
    powers = prime_powers(whole(n, 12))
    if len(powers) < 2 or sum(powers.values()) < 3 or n > 1500:
        raise ValueError("a number with several prime factors")
    key = power_text(powers)
    first = next(iter(powers))
    wrong = {
        power_text(dict.fromkeys(powers, 1)),
        f"{first}*{n // first}",
        power_text({p: n + 1 if p == first else n for p, n in powers.items()}),
    }
    factors = "*".join(str(p) for p, count in powers.items() for _ in range(count))
    return Item(
        form(str(n), "prime_factored"),
        (key,),
        (
            Said("작은 소수부터 차례로 나누면", "divide by the primes, the smallest first", factors),
            Said("같은 소인수의 곱을 거듭제곱으로 나타내면", "write equal factors as powers", key),
        ),
        tuple((text,) for text in sorted(wrong) if text != key),
    )
