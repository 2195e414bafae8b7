"""Conditional chances, independent events and products of chances [12확통02-04, 05, 06]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, Slot, as_text, told_type, value
from generation.symbolic.types.chance_and_statistics.chances import chance, chances, draw_pick, draw_union


@told_type(
    "conditional-chance",
    standard="[12확통02-04]",
    ko="조건부확률",
    en="conditional probability",
    draw=draw_union,
    says={
        "ko": (
            "두 사건 $A$, $B$에 대하여 $\\mathrm{P}(A)={a}$, $\\mathrm{P}(B)={b}$, $\\mathrm{P}(A\\cap B)={c}$일 때, "
            "$\\mathrm{P}(B|A)$의 값을 구하시오.",
        ),
        "en": (
            "For two events $A$ and $B$, $\\mathrm{P}(A)={a}$, $\\mathrm{P}(B)={b}$ and $\\mathrm{P}(A\\cap B)={c}$. "
            "Find $\\mathrm{P}(B|A)$.",
        ),
    },
)
def conditionalchance(a: Slot, b: Slot, c: Slot) -> Item:
    p, q, both = chance(a), chance(b), chance(c)
    key = both / p
    if both >= min(p, q) or p == q or key == q:
        raise ValueError("two dependent events")
    return Item(
        Model(
            Ask("value", of="x"),
            {"x": "real", "y": "real"},
            given=(f"{as_text(p)}*x = {as_text(both)}", f"y = {as_text(q)}"),
        ),
        (as_text(key),),
        (
            Said("$\\mathrm{P}(B|A)=\\frac{\\mathrm{P}(A\\cap B)}{\\mathrm{P}(A)}$이므로", "divide by the probability of A",
                 f"{as_text(both)}/({as_text(p)})"),
            Said("따라서", "so", as_text(key)),
        ),
        chances(key, both / q, p * q, p * both, q, both),
    )  # fmt: skip


def draw_given(rng: Random) -> dict[str, object]:
    return {"n": rng.randint(12, 40), "m": rng.choice((2, 3)), "k": rng.choice((3, 4, 5))}


@told_type(
    "conditional-chance-of-cards",
    standard="[12확통02-04]",
    ko="카드에 대한 조건부확률",
    en="conditional probability of cards",
    draw=draw_given,
    says={
        "ko": (
            "$1$부터 {n}까지의 자연수가 각각 하나씩 적힌 카드 중에서 임의로 뽑은 한 장의 카드에 적힌 수가 {m}의 배수일 때, 그 수가 "
            "{k}의 배수일 확률을 구하시오.",
        ),
        "en": (
            "One of the cards numbered from $1$ to {n} is drawn and its number is a multiple of {m}. "
            "Find the probability that it is also a multiple of {k}.",
        ),
    },
)
def conditional_chance_of_cards(n: int, m: int, k: int) -> Item:
    first = [x for x in range(1, n + 1) if x % m == 0]
    both = [x for x in first if x % k == 0]
    if m == k or min(m, k) < 2 or n > 100 or not 0 < len(both) < len(first):
        raise ValueError("multiples of two numbers")
    key = Fraction(len(both), len(first))
    return Item(
        Model(Ask("probability", event=(f"mod(x, {k}) = 0",)), {"x": f"1..{n}"}, given=(f"mod(x, {m}) = 0",)),
        (as_text(key),),
        (
            Said(f"{m}의 배수 ${len(first)}$개 중에서 {k}의 배수는 ${len(both)}$개이므로", f"{len(both)} of {len(first)} multiples of {m}",
                 f"{len(both)}/{len(first)}"),
            Said("따라서", "so", as_text(key)),
        ),
        chances(key, Fraction(len(both), n), Fraction(n // k, n), Fraction(len(both), max(n // k, 1)), 1 - key, Fraction(1, k)),
    )  # fmt: skip


def draw_independent(rng: Random) -> dict[str, object]:
    a, b = rng.sample(
        (
            Fraction(1, 2),
            Fraction(1, 3),
            Fraction(2, 3),
            Fraction(1, 4),
            Fraction(3, 4),
            Fraction(2, 5),
            Fraction(3, 5),
            Fraction(1, 5),
            Fraction(1, 6),
            Fraction(5, 6),
            Fraction(3, 8),
        ),
        2,
    )
    return {"a": a, "b": b}


@told_type(
    "union-of-independent-events",
    standard="[12확통02-05]",
    ko="독립인 두 사건의 합사건",
    en="union of independent events",
    draw=draw_independent,
    says={
        "ko": (
            "두 사건 $A$, $B$가 서로 독립이고 $\\mathrm{P}(A)={a}$, $\\mathrm{P}(B)={b}$일 때, $\\mathrm{P}(A\\cup B)$의 값을 구하시오.",
        ),
        "en": (
            "The events $A$ and $B$ are independent with $\\mathrm{P}(A)={a}$ and $\\mathrm{P}(B)={b}$. "
            "Find $\\mathrm{P}(A\\cup B)$.",
        ),
    },
)
def union_of_independent_events(a: Slot, b: Slot) -> Item:
    p, q = chance(a), chance(b)
    if p == q:
        raise ValueError("two different probabilities")
    key = p + q - p * q
    return Item(
        value("p + q - p*q", [f"p = {as_text(p)}", f"q = {as_text(q)}"], p="real", q="real"),
        (as_text(key),),
        (
            Said("$\\mathrm{P}(A\\cap B)=\\mathrm{P}(A)\\mathrm{P}(B)$이므로", "the events are independent",
                 f"{as_text(p)} + {as_text(q)} - {as_text(p)}*{as_text(q)}"),
            Said("따라서", "so", as_text(key)),
        ),
        chances(key, p * q, p + q, 1 - p * q, p + q - 2 * p * q, (1 - p) * (1 - q)),
    )  # fmt: skip


@told_type(
    "only-one-hits",
    standard="[12확통02-05]",
    ko="독립시행에서 한 사람만 성공할 확률",
    en="only one of two succeeds",
    draw=draw_independent,
    says={
        "ko": (
            "어느 문제를 두 학생 갑, 을이 맞힐 확률이 각각 {a}, {b}이고 서로 독립일 때, 두 학생 중 한 학생만 이 문제를 맞힐 확률을 "
            "구하시오.",
        ),
        "en": (
            "Two students solve a problem with the independent probabilities {a} and {b}. "
            "Find the probability that exactly one of them solves it.",
        ),
    },
)
def only_one_hits(a: Slot, b: Slot) -> Item:
    p, q = chance(a), chance(b)
    if p == q:
        raise ValueError("two different probabilities")
    key = p * (1 - q) + (1 - p) * q
    return Item(
        value("p*(1 - q) + (1 - p)*q", [f"p = {as_text(p)}", f"q = {as_text(q)}"], p="real", q="real"),
        (as_text(key),),
        (
            Said("한 학생은 맞히고 다른 학생은 틀리는 두 경우를 더하면", "one right and the other wrong, in two ways",
                 f"{as_text(p)}*{as_text(1 - q)} + {as_text(1 - p)}*{as_text(q)}"),
            Said("따라서", "so", as_text(key)),
        ),
        chances(key, p + q - p * q, p * q, p * (1 - q), (1 - p) * q, p + q),
    )  # fmt: skip


@told_type(
    "both-drawn-without-return",
    standard="[12확통02-06]",
    ko="확률의 곱셈정리",
    en="multiplication of probabilities",
    draw=draw_pick,
    says={
        "ko": (
            "흰 공 {a}개와 검은 공 {b}개가 들어 있는 주머니에서 공을 한 개씩 두 번 꺼낼 때, 두 공이 모두 흰 공일 확률을 구하시오. "
            "(단, 꺼낸 공은 다시 넣지 않는다.)",
        ),
        "en": (
            "A bag holds {a} white and {b} black balls. Two balls are drawn one after the other without putting the first back. "
            "Find the probability that both are white.",
        ),
    },
)
def both_drawn_without_return(a: int, b: int) -> Item:
    if min(a, b) < 2 or a + b > 20 or a == b:
        raise ValueError("some balls of each")
    n = a + b
    key = Fraction(a, n) * Fraction(a - 1, n - 1)
    return Item(
        value(f"{a}/({a} + {b})*({a} - 1)/({a} + {b} - 1)"),
        (as_text(key),),
        (
            Said("확률의 곱셈정리에 의하여", "by the multiplication rule", f"{a}/{n}*{a - 1}/{n - 1}"),
            Said("따라서", "so", as_text(key)),
        ),
        chances(
            key,
            Fraction(a, n) ** 2,
            Fraction(a, n) + Fraction(a - 1, n - 1),
            Fraction(a - 1, n - 1),
            Fraction(a * (a - 1), n * n),
            Fraction(2 * a, n),
        ),
    )


@told_type(
    "second-drawn-wins",
    standard="[12확통02-06]",
    ko="두 번째 사람이 당첨될 확률",
    en="the second one wins",
    draw=lambda rng: {"n": rng.randint(6, 20), "k": rng.randint(3, 5)},
    says={
        "ko": (
            "{n}개의 제비 중에 당첨 제비가 {k}개 들어 있다. 갑, 을 두 사람이 차례로 제비를 한 개씩 뽑을 때, 갑과 을이 모두 당첨 제비를 뽑을 "
            "확률을 구하시오. (단, 뽑은 제비는 다시 넣지 않는다.)",
        ),
        "en": (
            "Of {n} lots {k} win. Two people draw one lot each, one after the other, without putting it back. "
            "Find the probability that both win.",
        ),
    },
)
def second_drawn_wins(n: int, k: int) -> Item:
    if not 3 <= k < n - 1 or n > 60:
        raise ValueError("a few winning lots")
    key = Fraction(k, n) * Fraction(k - 1, n - 1)
    return Item(
        value(f"{k}/{n}*({k} - 1)/({n} - 1)"),
        (as_text(key),),
        (
            Said("확률의 곱셈정리에 의하여", "by the multiplication rule", f"{k}/{n}*{k - 1}/{n - 1}"),
            Said("따라서", "so", as_text(key)),
        ),
        chances(
            key,
            Fraction(k, n) ** 2,
            Fraction(k - 1, n - 1),
            Fraction(k * (k - 1), n * n),
            Fraction(k, n),
            Fraction(2 * k, n),
        ),
    )
