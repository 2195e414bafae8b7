"""Probability: equally likely cases, addition, complement [12확통02-01, 02, 03]."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from math import comb
from random import Random

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, Slot, as_text, rational, slips, told_type, value

chances = partial(slips, fits=lambda number: 0 < number <= 1)
"""Tempting wrong probabilities."""


def chance(slot: Slot) -> Fraction:
    """A probability between 0 and 1 with a small denominator. Raises ValueError for any other."""
    found = rational(slot)
    if not 0 < found < 1 or found.denominator > 30:
        raise ValueError("a probability")
    return found


def draw_product(rng: Random) -> dict[str, object]:
    return {"p": rng.choice((4, 5, 6, 8, 10, 12, 15, 18, 20, 24, 30))}


@told_type(
    "chance-of-a-product-of-dice",
    standard="[12확통02-01]",
    ko="두 눈의 수의 곱의 확률",
    en="probability of a product of dice",
    draw=draw_product,
    says={
        "ko": ("서로 다른 두 개의 주사위를 동시에 던질 때, 나오는 두 눈의 수의 곱이 {p}일 확률을 구하시오.",),
        "en": ("Two different dice are thrown. Find the probability that the product of the two numbers is {p}.",),
    },
)
def chance_of_a_product_of_dice(p: int) -> Item:
    count = sum(x * y == p for x in range(1, 7) for y in range(1, 7))
    if not count:
        raise ValueError("a product of two dice")
    key = Fraction(count, 36)
    return Item(
        Model(Ask("probability", event=(f"x*y = {p}",)), {"x": "1..6", "y": "1..6"}),
        (as_text(key),),
        (
            Said(
                f"모든 경우의 수는 $36$, 곱이 ${p}$인 경우의 수는 ${count}$이므로",
                f"{count} of 36 cases",
                f"{count}/36",
            ),
            Said("따라서 확률은", "so the probability is", as_text(key)),
        ),
        chances(
            key, Fraction(count, 12), Fraction((count + 1) // 2, 21), 1 - key, Fraction(count + 1, 36), Fraction(1, 18)
        ),
    )


def draw_pick(rng: Random) -> dict[str, object]:
    return {"a": rng.randint(3, 7), "b": rng.randint(3, 7)}


@told_type(
    "chance-of-two-of-a-colour",
    standard="[12확통02-01]",
    ko="두 개가 모두 같은 색일 확률",
    en="probability of two of a colour",
    draw=draw_pick,
    says={
        "ko": (
            "흰 공 {a}개와 검은 공 {b}개가 들어 있는 주머니에서 임의로 2개의 공을 동시에 꺼낼 때, 2개 모두 흰 공일 확률을 구하시오.",
        ),
        "en": (
            "A bag holds {a} white and {b} black balls. Two balls are drawn at once. Find the probability that both are white.",
        ),
    },
    reads=(
        "주머니에 흰 공 {a}개, 검은 공 {b}개가 들어 있다. 이 중에서 2개의 공을 동시에 꺼낼 때, 2개 모두 흰 공일 확률을 구하시오.",
        "흰 공 {a}개, 검은 공 {b}개가 들어 있는 주머니에서 2개의 공을 동시에 꺼낼 때, 모두 흰 공일 확률을 구하시오.",
        "흰 공 {a}개와 검은 공 {b}개가 들어 있는 주머니에서 2개의 공을 동시에 꺼낼 때, 2개가 모두 흰 공일 확률을 구하시오.",
        "흰 공 {a}개와 검은 공 {b}개가 들어 있는 주머니에서 2개의 공을 동시에 꺼낼 때, 두 공이 모두 흰 공일 확률을 구하시오.",
        "흰 공 {a}개, 검은 공 {b}개가 들어 있는 주머니에서 2개의 공을 동시에 꺼낼 때, 두 공이 모두 흰 공일 확률을 구하시오.",
    ),
)
def chance_of_two_of_a_colour(a: int, b: int) -> Item:
    if not min(a, b) >= 2 or a + b > 20:
        raise ValueError("some balls of each")
    key = Fraction(comb(a, 2), comb(a + b, 2))
    return Item(
        value(f"C({a}, 2)/C({a} + {b}, 2)"),
        (as_text(key),),
        (
            Said("조합의 수로 나타내면", "with combinations", f"C({a}, 2)/C({a + b}, 2)"),
            Said("따라서", "so", as_text(key)),
        ),
        chances(
            key,
            Fraction(a, a + b),
            Fraction(a, a + b) ** 2,
            Fraction(2, a + b),
            Fraction(comb(b, 2), comb(a + b, 2)),
            1 - key,
        ),
    )


def draw_union(rng: Random) -> dict[str, object]:
    d = rng.choice((6, 8, 10, 12, 15, 20))
    both = rng.randint(1, d // 3)
    a, b = both + rng.randint(1, d // 3), both + rng.randint(1, d // 3)
    return {"a": Fraction(a, d), "b": Fraction(b, d), "c": Fraction(both, d)}


@told_type(
    "chance-of-a-union",
    standard="[12확통02-02]",
    ko="확률의 덧셈정리",
    en="addition of probabilities",
    draw=draw_union,
    says={
        "ko": (
            "두 사건 $A$, $B$에 대하여 $\\mathrm{P}(A)={a}$, $\\mathrm{P}(B)={b}$, $\\mathrm{P}(A\\cap B)={c}$일 때, "
            "$\\mathrm{P}(A\\cup B)$의 값을 구하시오.",
        ),
        "en": (
            "For two events $A$ and $B$, $\\mathrm{P}(A)={a}$, $\\mathrm{P}(B)={b}$ and $\\mathrm{P}(A\\cap B)={c}$. "
            "Find $\\mathrm{P}(A\\cup B)$.",
        ),
    },
)
def chance_of_a_union(a: Slot, b: Slot, c: Slot) -> Item:
    p, q, both = chance(a), chance(b), chance(c)
    key = p + q - both
    if both >= min(p, q) or key > 1:
        raise ValueError("two events that overlap")
    return Item(
        value(f"{as_text(p)} + {as_text(q)} - {as_text(both)}"),
        (as_text(key),),
        (
            Said("확률의 덧셈정리에 의하여", "by the addition rule", f"{as_text(p)} + {as_text(q)} - {as_text(both)}"),
            Said("따라서", "so", as_text(key)),
        ),
        chances(key, p + q, p + q + both, p * q, p + q - p * q, p + q - 2 * both),
    )


def draw_either(rng: Random) -> dict[str, object]:
    m, k = rng.sample((2, 3, 4, 5, 6, 7), 2)
    return {"n": rng.randint(15, 60), "m": m, "k": k}


@told_type(
    "chance-of-either-multiple",
    standard="[12확통02-02]",
    ko="배수에 대한 확률의 덧셈정리",
    en="probability of either multiple",
    draw=draw_either,
    says={
        "ko": (
            "$1$부터 {n}까지의 자연수가 각각 하나씩 적힌 카드 중에서 임의로 한 장을 뽑을 때, 카드에 적힌 수가 {m}의 배수이거나 {k}의 "
            "배수일 확률을 구하시오.",
        ),
        "en": (
            "One of the cards numbered from $1$ to {n} is drawn. Find the probability that its number is a multiple of {m} or "
            "a multiple of {k}.",
        ),
    },
    reads=(
        "1부터 {n}까지의 자연수가 각각 적힌 {t}장의 카드에서 한 장을 뽑을 때, {m}의 배수 또는 {k}의 배수가 나올 확률을 구하시오.",
        "1부터 {n}까지의 자연수가 각각 하나씩 적힌 {t}장의 카드 중에서 한 장을 뽑을 때, {m}의 배수 또는 {k}의 배수일 확률을 구하시오.",
        "1부터 {n}까지의 자연수가 각각 적힌 카드에서 한 장을 뽑을 때, {m}의 배수 또는 {k}의 배수가 나올 확률을 구하시오.",
        "1부터 {n}까지의 자연수가 각각 적힌 {t}장의 카드에서 한 장을 뽑을 때, {m}의 배수이거나 {k}의 배수일 확률을 구하시오.",
    ),
)
def chance_of_either_multiple(n: int, m: int, k: int, t: int | None = None) -> Item:
    if t is not None and t != n:
        raise ValueError("one card for each number")
    either = sum(x % m == 0 or x % k == 0 for x in range(1, n + 1))
    both = sum(x % m == 0 and x % k == 0 for x in range(1, n + 1))
    if not min(m, k) >= 2 or m == k or n > 100 or both == 0 or m % k == 0 or k % m == 0:
        raise ValueError("multiples that overlap")
    key = Fraction(either, n)
    return Item(
        Model(Ask("probability", event=(f"mod(x, {m}) = 0 or mod(x, {k}) = 0",)), {"x": f"1..{n}"}),
        (as_text(key),),
        (
            Said("확률의 덧셈정리에 의하여", "by the addition rule", f"{n // m}/{n} + {n // k}/{n} - {both}/{n}"),
            Said("따라서", "so", as_text(key)),
        ),
        chances(
            key,
            Fraction(either + both, n),
            Fraction(both, n),
            1 - key,
            Fraction(either - both, n),
            Fraction(either + 1, n),
        ),
    )


def draw_faulty(rng: Random) -> dict[str, object]:
    n = rng.randint(8, 12)
    return {"n": n, "k": rng.randint(2, 4)}


@told_type(
    "chance-of-at-least-one",
    standard="[12확통02-03]",
    ko="여사건의 확률",
    en="probability of at least one",
    draw=draw_faulty,
    says={
        "ko": (
            "{n}개의 제품 중에 불량품이 {k}개 있다. 이 중에서 임의로 2개를 동시에 택할 때, 적어도 한 개가 불량품일 확률을 구하시오.",
            "{n}개의 제비 중에 당첨 제비가 {k}개 있다. 이 중에서 임의로 2개를 동시에 뽑을 때, 적어도 한 개가 당첨 제비일 확률을 구하시오.",
        ),
        "en": (
            "Of {n} products {k} are faulty. Two are taken at once. Find the probability that at least one of them is faulty.",
        ),
    },
)
def chance_of_at_least_one(n: int, k: int) -> Item:
    if not 1 < k < n - 2 or n > 40:
        raise ValueError("a few faulty ones")
    none = Fraction(comb(n - k, 2), comb(n, 2))
    key = 1 - none
    return Item(
        value(f"1 - C({n} - {k}, 2)/C({n}, 2)"),
        (as_text(key),),
        (
            Said("하나도 없을 확률을 1에서 빼면", "1 less the probability of none", f"1 - C({n - k}, 2)/C({n}, 2)"),
            Said("따라서", "so", as_text(key)),
        ),
        chances(
            key,
            none,
            Fraction(comb(k, 2), comb(n, 2)),
            Fraction(k * (n - k), comb(n, 2)),
            Fraction(k, n),
            Fraction(2 * k, n),
        ),
    )


def draw_complement(rng: Random) -> dict[str, object]:
    return {"n": rng.randint(15, 60), "k": rng.randint(3, 9)}


@told_type(
    "chance-of-no-multiple",
    standard="[12확통02-03]",
    ko="배수가 아닐 확률",
    en="probability of no multiple",
    draw=draw_complement,
    says={
        "ko": (
            "$1$부터 {n}까지의 자연수가 각각 하나씩 적힌 공 중에서 임의로 한 개를 꺼낼 때, 공에 적힌 수가 {k}의 배수가 아닐 확률을 "
            "구하시오.",
        ),
        "en": (
            "One of the balls numbered from $1$ to {n} is drawn. Find the probability that its number is not a multiple of {k}.",
        ),
    },
)
def chance_of_no_multiple(n: int, k: int) -> Item:
    count = n // k
    if not 2 <= k < n <= 100 or count < 2:
        raise ValueError("several multiples")
    key = 1 - Fraction(count, n)
    return Item(
        Model(Ask("probability", event=(f"mod(x, {k}) != 0",)), {"x": f"1..{n}"}),
        (as_text(key),),
        (
            Said(f"{k}의 배수일 확률을 1에서 빼면", f"1 less the probability of a multiple of {k}", f"1 - {count}/{n}"),
            Said("따라서", "so", as_text(key)),
        ),
        chances(key, 1 - key, Fraction(n - k, n), Fraction(n - count - 1, n), Fraction(k, n), Fraction(k - 1, k)),
    )
