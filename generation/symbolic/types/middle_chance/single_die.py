"""One die, coins, and numbered cards: kinds of numbers that come up [9수04-05, 06]."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from random import Random

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, Slot, UnfitError, as_text, slips, told_type, value
from generation.symbolic.types.middle_data.samples import numbers

_proper_slips = partial(slips, fits=lambda number: 0 < number < 1)


@told_type(
    "chance-of-even-or-multiple",
    standard="[9수04-06]",
    ko="짝수 또는 배수일 확률",
    en="probability of an even number or a multiple",
    draw=lambda rng: {"n": rng.choice((6, *range(8, 61))), "k": rng.choice((3, 5, 7, 9))},
    says={
        "ko": (
            "$1$부터 {n}까지의 자연수가 각각 하나씩 적힌 카드 중에서 한 장을 뽑을 때, $2$의 배수 또는 {k}의 배수가 나올 확률을 구하시오.",
        ),
        "en": (
            "One of the cards numbered from $1$ to {n} is drawn. "
            "Find the probability that its number is even or a multiple of {k}.",
        ),
    },
    reads=(
        "주사위 한 개를 던질 때, 짝수의 눈이 나오거나 {k}의 배수의 눈이 나올 확률을 구하시오.",
        "한 개의 주사위를 던질 때, 짝수의 눈이 나오거나 {k}의 배수의 눈이 나올 확률을 구하시오.",
        "주사위 한 개를 던질 때, 짝수 또는 {k}의 배수의 눈이 나올 확률을 구하시오.",
        "한 개의 주사위를 던질 때, 짝수 또는 {k}의 배수의 눈이 나올 확률을 구하시오.",
        "한 개의 주사위를 던질 때, 2의 배수 또는 {k}의 배수의 눈이 나올 확률을 구하시오.",
        "1부터 {n}까지의 자연수가 각각 하나씩 적힌 카드 중에서 한 장을 뽑을 때, 짝수 또는 {k}의 배수가 나올 확률을 구하시오.",
        "1부터 {n}까지의 자연수가 각각 하나씩 적힌 {n}장의 카드 중에서 한 장을 뽑을 때, 2의 배수 또는 {k}의 배수가 나올 확률을 구하시오.",
        "1부터 {n}까지의 자연수가 각각 하나씩 적힌 {n}장의 카드 중에서 한 장을 뽑을 때, 짝수 또는 {k}의 배수가 나올 확률을 구하시오.",
    ),
)
def chance_of_even_or_multiple(k: int, n: int = 6) -> Item:
    if k % 2 == 0 or not 3 <= k <= n // 2 or n > 100:
        raise UnfitError("two kinds of multiples")
    evens, others, both = n // 2, n // k, n // (2 * k)
    if not both:
        raise UnfitError("multiples that overlap")
    either = evens + others - both
    key = Fraction(either, n)
    return Item(
        Model(Ask("probability", event=(f"mod(x, 2) = 0 or mod(x, {k}) = 0",)), {"x": f"1..{n}"}),
        (as_text(key),),
        (
            Said("두 경우에 모두 속하는 수를 한 번만 세면", "count what is in both only once", f"{evens}/{n} + {others}/{n} - {both}/{n}"),
            Said("따라서 확률은", "so the probability is", as_text(key)),
        ),
        _proper_slips(key, Fraction(evens + others, n), Fraction(both, n), 1 - key, Fraction(either - both, n), Fraction(either + 1, n)),
    )  # fmt: skip


@told_type(
    "number-of-multiples-drawn",
    standard="[9수04-05]",
    ko="배수가 나오는 경우의 수",
    en="ways to draw a multiple",
    draw=lambda rng: {"n": rng.randint(9, 60), "k": rng.randint(2, 9)},
    says={
        "ko": (
            "$1$부터 {n}까지의 자연수가 각각 하나씩 적힌 카드 중에서 한 장을 뽑을 때, {k}의 배수가 나오는 경우의 수를 구하시오.",
        ),
        "en": ("One of the cards numbered from $1$ to {n} is drawn. In how many ways can it be a multiple of {k}?",),
    },
    reads=(
        "1부터 {n}까지의 자연수가 각각 하나씩 적힌 {n}장의 카드 중에서 한 장을 뽑을 때, {k}의 배수가 나오는 경우의 수를 구하시오.",
        "한 개의 주사위를 던질 때, {k}의 배수의 눈이 나오는 경우의 수를 구하시오.",
        "주사위 한 개를 던질 때, {k}의 배수의 눈이 나오는 경우의 수를 구하시오.",
    ),
)
def number_of_multiples_drawn(k: int, n: int = 6) -> Item:
    cases = [x for x in range(1, n + 1) if x % k == 0]
    if not 2 <= len(cases) <= 30 or k < 2:
        raise UnfitError("several multiples")
    key = len(cases)
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": f"1..{n}"}, given=(f"mod(x, {k}) = 0",)),
        (str(key),),
        (Said(f"${k}$의 배수를 빠짐없이 세면", f"count the multiples of ${k}$", str(key)),),
        slips(key, key + 1, key - 1, k, n - key, fits=lambda number: number > 0),
    )


def _coins(names: str, count: int, key: Fraction, *wrong: Fraction) -> Item:
    n = len(names)
    return Item(
        Model(Ask("probability", event=(f"{' + '.join(names)} = {count}",)), dict.fromkeys(names, "0..1")),
        (as_text(key),),
        (
            Said(f"모든 경우의 수는 $2^{n}$이고, 모두 같은 면이 나오는 경우는 $1$가지이므로", f"one of $2^{n}$ cases",
                 f"1/2^{n}"),
            Said("따라서 확률은", "so the probability is", as_text(key)),
        ),
        _proper_slips(key, *wrong),
    )  # fmt: skip


@told_type(
    "chance-of-all-heads",
    standard="[9수04-06]",
    ko="모두 앞면이 나올 확률",
    en="probability of heads only",
    draw=lambda rng: {"n": rng.randint(2, 6)},
    says={
        "ko": ("서로 다른 동전 {n}개를 동시에 던질 때, 모두 앞면이 나올 확률을 구하시오.",),
        "en": ("{n} different coins are thrown. Find the probability that all of them show heads.",),
    },
    reads=(
        "동전 {n}개를 동시에 던질 때, 모두 앞면이 나올 확률을 구하시오.",
        "서로 다른 {n}개의 동전을 동시에 던질 때, 모두 앞면이 나올 확률을 구하시오.",
        "동전 {n}개를 동시에 던질 때, {n}개 모두 앞면이 나올 확률을 구하시오.",
        "한 개의 동전을 {n}번 던질 때, 모두 앞면이 나올 확률을 구하시오.",
    ),
)
def chance_of_all_heads(n: int) -> Item:
    if not 2 <= n <= 8:
        raise UnfitError("a few coins")
    key = Fraction(1, 2**n)
    return _coins(
        "abcdefgh"[:n],
        n,
        key,
        Fraction(1, n),
        Fraction(1, n + 1),
        Fraction(1, 2 * n),
        1 - key,
        Fraction(1, 2),
        Fraction(n, 2**n),
    )


def draw_chance(rng: Random) -> dict[str, object]:
    q = rng.randint(3, 25)
    return {"p": Fraction(rng.randint(1, q - 1), q)}


@told_type(
    "chance-of-complement",
    standard="[9수04-06]",
    ko="어떤 사건이 일어나지 않을 확률",
    en="probability of the complement",
    draw=draw_chance,
    says={
        "ko": (
            "어떤 시험에 합격할 확률이 {p}일 때, 이 시험에 불합격할 확률을 구하시오.",
            "사건 $A$가 일어날 확률이 {p}일 때, 사건 $A$가 일어나지 않을 확률을 구하시오.",
        ),
        "en": ("An event happens with probability {p}. Find the probability that it does not happen.",),
    },
    reads=(
        "내일 비가 올 확률이 {p}일 때, 내일 비가 오지 않을 확률을 구하시오.",
        "어떤 제비뽑기에서 당첨될 확률이 {p}일 때, 당첨되지 않을 확률을 구하시오.",
        "두 사람이 시합을 하여 A가 이길 확률이 {p}일 때, B가 이길 확률을 구하시오.",
    ),
)
def chance_of_complement(p: Fraction) -> Item:
    if not isinstance(p, Fraction) or not 0 < p < 1:
        raise UnfitError("a probability")
    key = 1 - p
    q = p.denominator
    return Item(
        value(f"1 - {as_text(p)}"),
        (as_text(key),),
        (
            Said(
                "(일어나지 않을 확률)$=1-$(일어날 확률)이므로",
                "one less the probability that it happens",
                f"1 - {as_text(p)}",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        _proper_slips(key, p, 1 / p - 1, p / 2, Fraction(1, q), key / 2, p * key),
    )


@told_type(
    "outcomes-of-coins-and-dice",
    standard="[9수04-05]",
    ko="동전과 주사위를 던질 때의 모든 경우의 수",
    en="outcomes of coins and dice",
    draw=lambda rng: {"m": rng.randint(2, 6), "n": rng.randint(2, 3)},
    says={
        "ko": ("서로 다른 동전 {m}개와 서로 다른 주사위 {n}개를 동시에 던질 때, 일어나는 모든 경우의 수를 구하시오.",),
        "en": ("{m} different coins and {n} different dice are thrown together. How many outcomes are there?",),
    },
    reads=(
        "동전 {m}개와 주사위 {n}개를 동시에 던질 때, 일어나는 모든 경우의 수를 구하시오.",
        "서로 다른 동전 {m}개와 주사위 {n}개를 동시에 던질 때, 일어나는 모든 경우의 수를 구하시오.",
        "동전 {m}개와 주사위 {n}개를 동시에 던질 때, 일어날 수 있는 모든 경우의 수를 구하시오.",
        "서로 다른 동전 {m}개와 주사위 {n}개를 동시에 던질 때, 일어날 수 있는 모든 경우의 수를 구하시오.",
    ),
)
def outcomes_of_coins_and_dice(m: int, n: int) -> Item:
    if not (1 <= m <= 6 and 1 <= n <= 4):
        raise UnfitError("a few coins and dice")
    key = 2**m * 6**n
    return Item(
        value(f"2^{m}*6^{n}"),
        (str(key),),
        (
            Said("동전마다 $2$가지, 주사위마다 $6$가지이므로", "$2$ for each coin and $6$ for each die", f"2^{m}*6^{n}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, 2 * m + 6 * n, 12 * m * n, 2**m + 6**n, 8, 2 * m * 6 * n + 2, key * 2, fits=lambda number: number > 1),
    )  # fmt: skip


@told_type(
    "two-digit-numbers-with-zero",
    standard="[9수04-05]",
    ko="$0$이 있는 카드로 만든 두 자리 자연수",
    en="two-digit numbers with a zero among the cards",
    draw=lambda rng: {"n": rng.randint(3, 9)},
    says={
        "ko": ("$0$부터 {n}까지의 숫자가 각각 하나씩 적힌 카드로 만들 수 있는 두 자리 자연수의 개수를 구하시오.",),
        "en": (
            "Two of the cards with the digits from $0$ to {n}, one of each, are laid side by side for the tens and the ones of "
            "a number that does not begin with $0$. How many such numbers can be made?",
        ),
    },
    reads=(
        "{data}[이] 각각 적힌 {m}장의 카드 중에서 2장을 뽑아 만들 수 있는 두 자리 자연수의 개수를 구하시오.",
        "{data}의 숫자가 각각 적힌 {m}장의 카드 중에서 2장을 뽑아 만들 수 있는 두 자리 자연수의 개수를 구하시오.",
        "{data}의 숫자가 각각 하나씩 적힌 {m}장의 카드 중에서 2장을 뽑아 만들 수 있는 두 자리 자연수의 개수를 구하시오.",
    ),
)
def two_digit_numbers_with_zero(n: int | None = None, data: Slot | None = None, m: int | None = None) -> Item:
    if data is not None and m is not None and numbers(data) == list(range(m)):
        n = m - 1
    if n is None or not 2 <= n <= 9:
        raise UnfitError("digits from 0 on")
    key = n * n
    return Item(
        Model(Ask("count", unknowns=("x", "y")), {"x": f"1..{n}", "y": f"0..{n}"}, given=("x != y",)),
        (str(key),),
        (
            Said(f"십의 자리에는 $0$을 제외한 ${n}$가지, 일의 자리에는 십의 자리의 수를 제외한 ${n}$가지가 올 수 있으므로",
                 f"${n}$ digits for the tens without $0$, and ${n}$ for the ones", f"{n}*{n}"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, (n + 1) * n, (n + 1) ** 2, n * (n - 1), n * (n + 1) // 2, 2 * n, fits=lambda number: number > 1),
    )  # fmt: skip
