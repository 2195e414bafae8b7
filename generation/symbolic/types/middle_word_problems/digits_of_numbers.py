"""Natural numbers of two digits from what is told of their digits [9수02-04], [9수02-13]."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, slips, told_type, value
from generation.symbolic.wordings import wordings

EQUATION, SYSTEM = "[9수02-04]", "[9수02-13]"


def _two_digits(number: int) -> tuple[int, int]:
    if not 10 < number < 100 or number % 10 == 0 or number % 11 == 0:
        raise ValueError("a number of two different digits")
    return number // 10, number % 10


def _of_two_digits(key: int, *wrong: int) -> tuple[tuple[str], ...]:
    return slips(key, *wrong, fits=lambda number: 10 < number < 100)


def _swapped(rng: Random) -> dict[str, object]:
    units = rng.randint(2, 9)
    return {"u": units, "c": 9 * rng.randint(1, units - 1)}


@told_type(
    "number-of-swapped-digits",
    standard=EQUATION,
    ko="자리의 숫자에 대한 일차방정식의 활용",
    en="swapped digits",
    draw=_swapped,
    says={
        "ko": (
            "일의 자리의 숫자가 {u}인 두 자리 자연수가 있다. 이 수의 십의 자리의 숫자와 일의 자리의 숫자를 바꾼 수는 처음 수보다 "
            "{c}만큼 크다. 처음 수를 구하시오.",
            "일의 자리의 숫자가 {u}인 두 자리 자연수에서 십의 자리의 숫자와 일의 자리의 숫자를 바꾼 수는 처음 수보다 {c}만큼 크다고 한다. "
            "처음 수를 구하시오.",
        ),
        "en": (
            "The ones digit of a natural number of two digits is {u}. With its digits exchanged it is {c} more than before. "
            "Find the number.",
        ),
    },
    reads=wordings(
        "일의 자리의 숫자가 {u}인 <두 자리 자연수|두 자리의 자연수>가 있다. <이 수의|이 자연수의|> "
        "<십의 자리의 숫자와 일의 자리의 숫자를|십의 자리와 일의 자리의 숫자를|일의 자리의 숫자와 십의 자리의 숫자를> "
        "<바꾼|서로 바꾼> 수는 처음 수보다 {c}만큼 <크다.|크다고 한다.|클 때,|크다고 할 때,> <처음 수를|처음 자연수를> 구하시오.",
    ),
)
def number_of_swapped_digits(u: int, c: int) -> Item:
    if c % 9 or c <= 0 or not 2 <= u <= 9:
        raise ValueError("a difference of swapped digits")
    tens = u - c // 9
    key = 10 * tens + u
    _two_digits(key)
    return Item(
        value(f"10*x + {u}", given=[f"10*{u} + x = 10*x + {u} + {c}"], x="real"),
        (str(key),),
        (
            Said(
                "십의 자리의 숫자를 $x$라 하고 식을 세우면",
                "let $x$ be the tens digit",
                f"10*{u} + x = 10x + {u} + {c}",
            ),
            Said("정리하면", "collect", f"9*x = {10 * u - u - c}"),
            Said("이 방정식을 풀면", "solve it", f"x = {tens}"),
            Said("따라서 처음 수는", "so the number is", f"10*{tens} + {u}"),
            Said("계산하면", "work it out", str(key)),
        ),
        _of_two_digits(key, 10 * u + tens, key + 10, key - 10, key + 9, key - 9, 10 * u + u),
    )


def _sum_times(rng: Random) -> dict[str, object]:
    number = rng.choice([n for n in range(12, 100) if n % 10 and n % 11 and n % (n // 10 + n % 10) == 0])
    return {"u": number % 10, "k": number // (number // 10 + number % 10)}


@told_type(
    "number-as-multiple-of-digit-sum",
    standard=EQUATION,
    ko="각 자리의 숫자의 합",
    en="multiple of the sum of digits",
    draw=_sum_times,
    says={
        "ko": (
            "일의 자리의 숫자가 {u}인 두 자리 자연수가 있다. 이 자연수가 각 자리의 숫자의 합의 {k}배와 같을 때, 이 자연수를 구하시오.",
        ),
        "en": (
            "The ones digit of a natural number of two digits is {u}, and the number is {k} times the sum of its digits. "
            "Find the number.",
        ),
    },
    reads=wordings(
        "일의 자리의 숫자가 {u}인 <두 자리 자연수|두 자리의 자연수>가 있다. <이 자연수는|이 수는|이 수가> 각 자리의 숫자의 합의 {k}배와 "
        "<같다.|같을 때,|같다고 할 때,|같다고 한다.> <이 자연수를|이 수를> 구하시오.",
    ),
)
def number_as_multiple_of_digit_sum(u: int, k: int) -> Item:
    fitting = [n for n in range(11, 100) if n % 10 == u and n == k * (n // 10 + u)]
    if len(fitting) != 1 or u == 0 or k in (1, 10):
        raise ValueError("one such number")
    (key,) = fitting
    tens, _ = _two_digits(key)
    rest = 10 - k
    return Item(
        value(f"10*x + {u}", given=[f"10*x + {u} = {k}*(x + {u})"], x="real"),
        (str(key),),
        (
            Said("십의 자리의 숫자를 $x$라 하고 식을 세우면", "let $x$ be the tens digit", f"10x + {u} = {k}(x + {u})"),
            Said("괄호를 풀면", "expand the bracket", f"10x + {u} = {k}x + {k * u}"),
            Said("이항하여 정리하면", "collect", f"{rest}*x = {k * u - u}" if rest != 1 else None),
            Said("이 방정식을 풀면", "solve it", f"x = {tens}"),
            Said("따라서 구하는 수는", "so the number is", f"10*{tens} + {u}"),
            Said("계산하면", "work it out", str(key)),
        ),
        _of_two_digits(key, 10 * u + tens, key + 10, key - 10, key + 20, key + 1, key - 1),
    )


def _sum_and_swap(rng: Random) -> dict[str, object]:
    tens, units = sorted(rng.sample(range(1, 10), 2))
    return {"s": tens + units, "c": 9 * (units - tens)}


@told_type(
    "number-of-digit-sum",
    standard=SYSTEM,
    ko="자리의 숫자에 대한 연립방정식의 활용",
    en="sum of digits and swapped digits",
    draw=_sum_and_swap,
    says={
        "ko": (
            "십의 자리의 숫자와 일의 자리의 숫자의 합이 {s}인 두 자리 자연수가 있다. 이 수의 십의 자리의 숫자와 일의 자리의 숫자를 "
            "바꾼 수는 처음 수보다 {c}만큼 크다. 처음 수를 구하시오.",
            "각 자리의 숫자의 합이 {s}인 두 자리 자연수가 있다. 이 수의 십의 자리의 숫자와 일의 자리의 숫자를 바꾼 수는 처음 수보다 "
            "{c}만큼 크다고 한다. 처음 수를 구하시오.",
        ),
        "en": (
            "The digits of a natural number of two digits add up to {s}. With its digits exchanged it is {c} more than before. "
            "Find the number.",
        ),
    },
    reads=wordings(
        "<십의 자리의 숫자와 일의 자리의 숫자의|각 자리의 숫자의> 합이 {s}인 <두 자리 자연수|두 자리의 자연수>가 있다. "
        "<이 수의|이 자연수의|> <십의 자리의 숫자와 일의 자리의 숫자를|십의 자리와 일의 자리의 숫자를> <바꾼|서로 바꾼> 수는 처음 수보다 "
        "{c}만큼 <크다.|크다고 한다.|클 때,|크다고 할 때,> <처음 수를|처음 자연수를> 구하시오.",
        "<두 자리 자연수의|두 자리의 자연수에서|두 자리 자연수에서> <각 자리의 숫자의 합은|각 자리의 숫자의 합이> {s}이고, "
        "십의 자리의 숫자와 일의 자리의 숫자를 <바꾼|서로 바꾼> 수는 처음 수보다 {c}만큼 <크다.|클 때,> 처음 수를 구하시오.",
    ),
)
def number_of_digit_sum(s: int, c: int) -> Item:
    if c % 9 or c <= 0 or (s - c // 9) % 2 or s - c // 9 < 2 or s + c // 9 > 18:
        raise ValueError("two digits")
    tens, units = (s - c // 9) // 2, (s + c // 9) // 2
    key = 10 * tens + units
    _two_digits(key)
    return Item(
        value("10*x + y", given=[f"x + y = {s}", f"10*y + x = 10*x + y + {c}"], x="real", y="real"),
        (str(key),),
        (
            Said("십의 자리의 숫자를 $x$, 일의 자리의 숫자를 $y$라 하면", "let $x$ be the tens digit and $y$ the ones digit",
                 f"x + y = {s} and 10y + x = 10x + y + {c}"),
            Said("둘째 식을 정리하면", "collect the second equation", f"x + y = {s} and y - x = {c // 9}"),
            Said("연립하여 풀면", "solve the system", f"x = {tens} and y = {units}"),
            Said("따라서 처음 수는", "so the number is", f"10*{tens} + {units}"),
            Said("계산하면", "work it out", str(key)),
        ),
        _of_two_digits(key, 10 * units + tens, key + 9, key - 9, key + 18, 10 * tens + units + 1, key + 1),
    )  # fmt: skip
