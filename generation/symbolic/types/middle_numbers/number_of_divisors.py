"""How many divisors a number has."""

from __future__ import annotations

from random import Random

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, Slot, told_type
from generation.symbolic.types.middle_numbers.whole_numbers import (
    divisor_count,
    power_text,
    prime_powers,
    whole,
    whole_product,
)


def draw(rng: Random) -> dict[str, object]:
    return {"n": 2 ** rng.randint(1, 4) * 3 ** rng.randint(0, 3) * rng.choice((1, 5, 7, 25, 49, 11))}


@told_type(
    "number-of-divisors",
    standard="[9수01-01]",
    ko="약수의 개수",
    en="number of divisors",
    draw=draw,
    says={
        "ko": ("{n}의 약수의 개수를 구하시오.", "자연수 {n}의 약수의 개수를 구하시오."),
        "en": ("How many divisors does {n} have?",),
    },
)
def number_of_divisors(n: Slot) -> Item:
    n = whole(n, 12, 2000) if isinstance(n, int) else whole_product(n, 12, 2000)
    powers = prime_powers(n)
    if len(powers) < 2:
        raise ValueError("a number with several prime factors")
    key = divisor_count(n)
    product = 1
    for exponent in powers.values():
        product *= exponent
    wrong = {product, sum(powers.values()), len(powers), key - 2, key - 1, key + 2} - {key, 1}
    shown = "*".join(f"({exponent} + 1)" for exponent in powers.values())
    return Item(
        Model(Ask("count", unknowns=("d",)), {"d": f"1..{n}"}, given=(f"mod({n}, d) = 0",)),
        (str(key),),
        (
            Said(
                f"${n}$[을] 소인수분해하면 ${power_text(powers).replace('*', chr(92) + 'times ')}$",
                f"${n}={power_text(powers).replace('*', chr(92) + 'times ')}$",
            ),
            Said("각 지수에 1을 더하여 곱하면", "add 1 to each exponent and multiply", shown),
            Said("따라서", "so", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)[:4]),
    )
