"""Two dice: counting [9수04-05] and probability [9수04-06]."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, as_text, told_type

DICE = {"x": "1..6", "y": "1..6"}
PAIRS = tuple(product(range(1, 7), repeat=2))


def draw_sum(rng: Random) -> dict[str, object]:
    return {"s": rng.randint(3, 11)}


def _listed(pairs: list[tuple[int, int]]) -> str:
    return ", ".join(f"({x}, {y})" for x, y in pairs)


@told_type(
    "ways-to-a-sum-of-dice",
    standard="[9수04-05]",
    ko="두 주사위의 눈의 수의 합",
    en="sum of two dice",
    draw=draw_sum,
    says={
        "ko": (
            "서로 다른 두 개의 주사위를 동시에 던질 때, 나오는 눈의 수의 합이 {s}인 경우의 수를 구하시오.",
            "한 개의 주사위를 두 번 던질 때, 나오는 눈의 수의 합이 {s}인 경우의 수를 구하시오.",
        ),
        "en": ("Two different dice are thrown. In how many ways is the sum of the numbers {s}?",),
    },
    reads=(
        "서로 다른 두 개의 주사위를 동시에 던질 때, 두 눈의 수의 합이 {s}인 경우의 수를 구하시오.",
        "서로 다른 두 개의 주사위를 동시에 던질 때, 나오는 두 눈의 수의 합이 {s}[이] 되는 경우의 수를 구하시오.",
    ),
)
def ways_to_a_sum_of_dice(s: int) -> Item:
    found = [(x, y) for x, y in PAIRS if x + y == s]
    key = len(found)
    if not key >= 2:
        raise ValueError("several ways")
    wrong = {(key + 1) // 2, key + 1, key - 1, key + 2, s - 1} - {key, 0}
    return Item(
        Model(Ask("count", unknowns=("x", "y")), DICE, given=(f"x + y = {s}",)),
        (str(key),),
        (
            Said(f"두 눈의 수의 순서쌍은 ${_listed(found)}$이다.", f"the pairs are ${_listed(found)}$"),
            Said("따라서 경우의 수는", "so the number of ways is", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )


def draw_difference(rng: Random) -> dict[str, object]:
    return {"d": rng.randint(1, 4)}


@told_type(
    "ways-to-a-difference-of-dice",
    standard="[9수04-05]",
    ko="두 주사위의 눈의 수의 차",
    en="difference of two dice",
    draw=draw_difference,
    says={
        "ko": ("서로 다른 두 개의 주사위를 동시에 던질 때, 나오는 눈의 수의 차가 {d}인 경우의 수를 구하시오.",),
        "en": ("Two different dice are thrown. In how many ways do the numbers differ by {d}?",),
    },
    reads=("서로 다른 두 개의 주사위를 동시에 던질 때, 두 눈의 수의 차가 {d}인 경우의 수를 구하시오.",),
)
def ways_to_a_difference_of_dice(d: int) -> Item:
    found = [(x, y) for x, y in PAIRS if abs(x - y) == d]
    key = len(found)
    if d < 1 or key == 0:
        raise ValueError("a difference")
    wrong = {key // 2, key + 1, key - 1, key + 2, 6 - d} - {key, 0}
    return Item(
        Model(Ask("count", unknowns=("x", "y")), DICE, given=(f"|x - y| = {d}",)),
        (str(key),),
        (
            Said(f"두 눈의 수의 순서쌍은 ${_listed(found)}$이다.", f"the pairs are ${_listed(found)}$"),
            Said("따라서 경우의 수는", "so the number of ways is", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )


@told_type(
    "chance-of-a-sum-of-dice",
    standard="[9수04-06]",
    ko="두 주사위의 눈의 수의 합의 확률",
    en="probability of a sum of dice",
    draw=draw_sum,
    says={
        "ko": (
            "서로 다른 두 개의 주사위를 동시에 던질 때, 나오는 눈의 수의 합이 {s}일 확률을 구하시오.",
            "한 개의 주사위를 두 번 던질 때, 나오는 눈의 수의 합이 {s}일 확률을 구하시오.",
        ),
        "en": ("Two different dice are thrown. Find the probability that the sum of the numbers is {s}.",),
    },
    reads=(
        "서로 다른 두 개의 주사위를 동시에 던질 때, 두 눈의 수의 합이 {s}일 확률을 구하시오.",
        "두 개의 주사위를 동시에 던질 때, 두 눈의 수의 합이 {s}일 확률을 구하시오.",
    ),
)
def chance_of_a_sum_of_dice(s: int) -> Item:
    count = sum(x + y == s for x, y in PAIRS)
    key = Fraction(count, 36)
    if count < 2:
        raise ValueError("several ways")
    wrong = dict.fromkeys(
        (Fraction(count, 12), Fraction((count + 1) // 2, 21), Fraction(1, 11), 1 - key, Fraction(count + 1, 36))
    )
    return Item(
        Model(Ask("probability", event=(f"x + y = {s}",)), DICE),
        (as_text(key),),
        (
            Said(f"모든 경우의 수는 $36$, 눈의 수의 합이 ${s}$인 경우의 수는 ${count}$이므로",
                 f"${count}$ of $36$ cases have the sum ${s}$", f"{count}/36"),
            Said("따라서 확률은", "so the probability is", as_text(key)),
        ),
        tuple((as_text(w),) for w in wrong if w != key and 0 < w < 1),
    )  # fmt: skip


@told_type(
    "chance-of-at-most-a-sum",
    standard="[9수04-06]",
    ko="두 주사위의 눈의 수의 합이 어떤 수 이하일 확률",
    en="probability of at most a sum",
    draw=lambda rng: {"s": rng.randint(3, 10)},
    says={
        "ko": ("서로 다른 두 개의 주사위를 동시에 던질 때, 나오는 눈의 수의 합이 {s} 이하일 확률을 구하시오.",),
        "en": ("Two different dice are thrown. Find the probability that the sum of the numbers is at most {s}.",),
    },
    reads=("서로 다른 두 개의 주사위를 동시에 던질 때, 나오는 두 눈의 수의 합이 {s} 이하일 확률을 구하시오.",),
)
def chance_of_at_most_a_sum(s: int) -> Item:
    count = sum(x + y <= s for x, y in PAIRS)
    exactly = sum(x + y == s for x, y in PAIRS)
    key = Fraction(count, 36)
    if not 3 <= s <= 10:
        raise ValueError("a sum")
    wrong = dict.fromkeys((Fraction(exactly, 36), Fraction(count - exactly, 36), 1 - key, Fraction(s - 1, 11)))
    return Item(
        Model(Ask("probability", event=(f"x + y <= {s}",)), DICE),
        (as_text(key),),
        (
            Said(f"모든 경우의 수는 $36$, 눈의 수의 합이 ${s}$ 이하인 경우의 수는 ${count}$이므로",
                 f"${count}$ of $36$ cases have a sum of at most ${s}$", f"{count}/36"),
            Said("따라서 확률은", "so the probability is", as_text(key)),
        ),
        tuple((as_text(w),) for w in wrong if w != key and 0 < w < 1),
    )  # fmt: skip


@told_type(
    "chance-of-at-least-a-sum",
    standard="[9수04-06]",
    ko="두 주사위의 눈의 수의 합의 범위",
    en="probability of at least a sum",
    draw=lambda rng: {"s": rng.randint(4, 11)},
    says={
        "ko": ("서로 다른 두 개의 주사위를 동시에 던질 때, 나오는 눈의 수의 합이 {s} 이상일 확률을 구하시오.",),
        "en": ("Two different dice are thrown. Find the probability that the sum of the numbers is at least {s}.",),
    },
)
def chance_of_at_least_a_sum(s: int) -> Item:
    count = sum(x + y >= s for x, y in PAIRS)
    more = sum(x + y > s for x, y in PAIRS)
    key = Fraction(count, 36)
    if not 4 <= s <= 11:
        raise ValueError("a sum")
    wrong = dict.fromkeys(
        (Fraction(more, 36), 1 - key, Fraction(12 - s + 1, 11), Fraction(count, 12) if count < 12 else key)
    )
    return Item(
        Model(Ask("probability", event=(f"x + y >= {s}",)), DICE),
        (as_text(key),),
        (
            Said(f"모든 경우의 수는 $36$, 눈의 수의 합이 ${s}$ 이상인 경우의 수는 ${count}$이므로",
                 f"${count}$ of $36$ cases have a sum of at least ${s}$", f"{count}/36"),
            Said("따라서 확률은", "so the probability is", as_text(key)),
        ),
        tuple((as_text(w),) for w in wrong if w != key and 0 < w < 1),
    )  # fmt: skip


@told_type(
    "chance-of-a-difference-of-dice",
    standard="[9수04-06]",
    ko="두 주사위의 눈의 수의 차의 확률",
    en="probability of a difference of dice",
    draw=draw_difference,
    says={
        "ko": ("서로 다른 두 개의 주사위를 동시에 던질 때, 나오는 눈의 수의 차가 {d}일 확률을 구하시오.",),
        "en": ("Two different dice are thrown. Find the probability that the numbers differ by {d}.",),
    },
    reads=(
        "서로 다른 두 개의 주사위를 동시에 던질 때, 두 눈의 수의 차가 {d}일 확률을 구하시오.",
        "서로 다른 두 개의 주사위를 동시에 던질 때, 두 눈의 수가 같을 확률을 구하시오.",
        "서로 다른 두 개의 주사위를 동시에 던질 때, 나오는 눈의 수가 서로 같을 확률을 구하시오.",
    ),
)
def chance_of_a_difference_of_dice(d: int = 0) -> Item:
    count = sum(abs(x - y) == d for x, y in PAIRS)
    if not 0 <= d <= 5:
        raise ValueError("a difference")
    key = Fraction(count, 36)
    wrong = dict.fromkeys(
        (Fraction(count // 2, 36), Fraction(1, 6), 1 - key, Fraction(count, 12), Fraction(count + 1, 36))
    )
    return Item(
        Model(Ask("probability", event=(f"|x - y| = {d}",)), DICE),
        (as_text(key),),
        (
            Said(f"모든 경우의 수는 $36$, 눈의 수의 차가 ${d}$인 경우의 수는 ${count}$이므로",
                 f"in ${count}$ of $36$ cases the numbers differ by ${d}$", f"{count}/36"),
            Said("따라서 확률은", "so the probability is", as_text(key)),
        ),
        tuple((as_text(w),) for w in wrong if w != key and 0 < w < 1),
    )  # fmt: skip
