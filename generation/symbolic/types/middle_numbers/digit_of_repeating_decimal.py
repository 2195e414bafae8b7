"""A far digit of a repeating decimal."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, Slot, rational, told_type, value


def draw(rng: Random) -> dict[str, object]:
    return {
        "q": Fraction(rng.randint(1, 12), rng.choice((7, 11, 13, 27, 37, 41))),
        "k": rng.choice((20, 25, 30, 35, 40, 50)),
    }


@told_type(
    "digit-of-repeating-decimal",
    standard="[9수01-06]",
    ko="순환마디",
    en="digits of a repeating decimal",
    draw=draw,
    says={
        "ko": (
            "분수 {q}[을] 소수로 나타낼 때, 소수점 아래 {k}번째 자리의 숫자를 구하시오.",
            "{q}[을] 소수로 나타낼 때, 소수점 아래 {k}번째 자리의 숫자를 구하시오.",
        ),
        "en": ("Find digit number {k} after the decimal point of {q}.",),
    },
)
def digit_of_repeating_decimal(q: Slot, k: int) -> Item:
    number = rational(q)
    if not 0 < number < 1 or not 10 <= k <= 100:
        raise ValueError("a fraction below one and a far place")
    digits = [int(number * 10 ** (i + 1)) % 10 for i in range(k + 20)]
    length = next((n for n in range(1, 10) if all(digits[i] == digits[i + n] for i in range(len(digits) - n))), None)
    if length is None or length < 2:
        raise ValueError("a block that repeats from the first digit")
    block, key = digits[:length], digits[k - 1]
    wrong = dict.fromkeys((digits[k], digits[k - 2], length, k % length, *block))
    top, bottom = number.numerator, number.denominator
    return Item(
        value(f"mod(floor({top}/{bottom}*10^{k}), 10)"),
        (str(key),),
        (
            Said(f"순환마디는 ${''.join(map(str, block))}$이고 순환마디의 숫자의 개수는 ${length}$이다.",
                 f"the block that repeats is ${''.join(map(str, block))}$, of {length} digits"),
            Said(f"${k}$[을] ${length}$[으로] 나눈 나머지를 이용하면", f"by the remainder of {k} divided by {length}", str(key)),
        ),
        tuple((str(w),) for w in wrong if w != key),
    )  # fmt: skip
