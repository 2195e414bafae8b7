"""Chances that follow from two given chances, variances by their formulas [12확통02-04, 02-05, 03-02, 03-03]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.told import Item, Said, Slot, as_text, rational, slips, told_type, value
from generation.symbolic.types.chance_and_statistics.chances import chance, chances


def draw_independent(rng: Random) -> dict[str, object]:
    below = rng.choice((2, 3, 4, 5, 6)), rng.choice((3, 4, 5, 7))
    return {
        "a": Fraction(rng.randint(1, below[0] - 1), below[0]),
        "b": Fraction(rng.randint(1, below[1] - 1), below[1]),
    }


@told_type(
    "both-of-independent-events",
    standard="[12확통02-05]",
    ko="독립인 두 사건이 모두 일어날 확률",
    en="intersection of independent events",
    draw=draw_independent,
    says={
        "ko": (
            "두 사건 $A$, $B$가 서로 독립이고 $\\mathrm{P}(A)={a}$, $\\mathrm{P}(B)={b}$일 때, $\\mathrm{P}(A\\cap B)$의 값을 구하시오.",
        ),
        "en": (
            "The events $A$ and $B$ are independent, $\\mathrm{P}(A)={a}$ and $\\mathrm{P}(B)={b}$. "
            "Find $\\mathrm{P}(A\\cap B)$.",
        ),
    },
)
def both_of_independent_events(a: Slot, b: Slot) -> Item:
    p, q = chance(a), chance(b)
    if p == q:
        raise ValueError("two different chances")
    key = p * q
    return Item(
        value(f"{as_text(p)}*({as_text(q)})"),
        (as_text(key),),
        (
            Said("독립인 두 사건이 모두 일어날 확률은 두 확률의 곱이므로", "multiply the probabilities of independent events",
                 f"{as_text(p)}*({as_text(q)})"),
            Said("따라서", "so", as_text(key)),
        ),
        chances(key, p + q, p + q - p * q, p / q, q / p, abs(p - q)),
    )  # fmt: skip


@told_type(
    "either-of-exclusive-events",
    standard="[12확통02-02]",
    ko="배반사건의 확률의 덧셈정리",
    en="union of mutually exclusive events",
    draw=draw_independent,
    says={
        "ko": (
            "두 사건 $A$, $B$가 서로 배반사건이고 $\\mathrm{P}(A)={a}$, $\\mathrm{P}(B)={b}$일 때, $\\mathrm{P}(A\\cup B)$의 값을 구하시오.",
        ),
        "en": (
            "The events $A$ and $B$ are mutually exclusive, $\\mathrm{P}(A)={a}$ and $\\mathrm{P}(B)={b}$. "
            "Find $\\mathrm{P}(A\\cup B)$.",
        ),
    },
)
def either_of_exclusive_events(a: Slot, b: Slot) -> Item:
    p, q = chance(a), chance(b)
    key = p + q
    if p == q or key >= 1:
        raise ValueError("two chances below one")
    line = f"{as_text(p)} + {as_text(q)}"
    return Item(
        value(line),
        (as_text(key),),
        (
            Said("배반사건이므로 두 확률을 더하면", "add the probabilities of exclusive events", line),
            Said("따라서", "so", as_text(key)),
        ),
        chances(key, p * q, p + q - p * q, abs(p - q), 1 - key, max(p, q)),
    )


def draw_part(rng: Random) -> dict[str, object]:
    below = rng.choice((2, 3, 4, 5, 6, 8, 10))
    first = Fraction(rng.randint(1, below - 1), below)
    return {"a": first, "c": first * Fraction(rng.randint(1, 5), rng.choice((2, 3, 4, 5, 6)))}


@told_type(
    "conditional-chance-from-both",
    standard="[12확통02-04]",
    ko="조건부확률의 정의",
    en="conditional probability from the intersection",
    draw=draw_part,
    says={
        "ko": (
            "두 사건 $A$, $B$에 대하여 $\\mathrm{P}(A)={a}$, $\\mathrm{P}(A\\cap B)={c}$일 때, $\\mathrm{P}(B|A)$의 값을 구하시오.",
        ),
        "en": (
            "For two events $A$ and $B$, $\\mathrm{P}(A)={a}$ and $\\mathrm{P}(A\\cap B)={c}$. Find $\\mathrm{P}(B|A)$.",
        ),
    },
    reads=("$\\mathrm{P}(A)={a}$, $\\mathrm{P}(A\\cap B)={c}$일 때, $\\mathrm{P}(B|A)$의 값을 구하시오.",),
)
def conditional_chance_from_both(a: Slot, c: Slot) -> Item:
    p, both = chance(a), chance(c)
    key = both / p
    if both >= p or key.denominator > 12:
        raise ValueError("a part of the event")
    line = f"({as_text(both)})/({as_text(p)})"
    return Item(
        value(line),
        (as_text(key),),
        (
            Said("$\\mathrm{P}(B|A)=\\frac{\\mathrm{P}(A\\cap B)}{\\mathrm{P}(A)}$이므로",
                 "divide by the probability of $A$", line),
            Said("따라서", "so", as_text(key)),
        ),
        chances(key, p * both, both, p - both, 1 - key, p + both),
    )  # fmt: skip


def draw_binomial(rng: Random) -> dict[str, object]:
    below = rng.choice((2, 3, 4, 5, 6, 10))
    return {"n": below * below * rng.randint(1, 9), "p": Fraction(rng.randint(1, below - 1), below)}


@told_type(
    "variance-of-binomial",
    standard="[12확통03-03]",
    ko="이항분포의 분산",
    en="variance of a binomial distribution",
    draw=draw_binomial,
    says={
        "ko": ("확률변수 $X$의 분포가 이항분포 $\\mathrm{B}({n}, {p})$일 때, $X$의 분산을 구하시오.",),
        "en": ("A random variable $X$ has the binomial distribution $\\mathrm{B}({n}, {p})$. Find its variance.",),
    },
    reads=(
        "확률변수 $X$가 이항분포 $\\mathrm{B}({n}, {p})$[을] 따를 때, $\\mathrm{V}(X)$의 값을 구하시오.",
        "확률변수 $X$가 이항분포 $\\mathrm{B}({n}, {p})$를 따를 때, $X$의 분산을 구하시오.",
    ),
)
def variance_of_binomial(n: int, p: Slot) -> Item:
    share = rational(p)
    if not 0 < share < 1 or not 4 <= n <= 1000 or (n * share * (1 - share)).denominator > 1:
        raise ValueError("a whole variance")
    key = n * share * (1 - share)
    shown = as_text(share)
    return Item(
        value(f"{n}*({shown})*(1 - {shown})"),
        (as_text(key),),
        (
            Said(
                "$\\mathrm{V}(X)=np(1-p)$이므로", "the variance is $np(1-p)$", f"{n}*({shown})*({as_text(1 - share)})"
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, n * share, n * (1 - share), n * share * share, n, n * n * share),
    )


def draw_table(rng: Random) -> dict[str, object]:
    below = rng.choice((4, 5, 6, 8, 10))
    p, q = rng.randint(1, below - 2), rng.randint(1, below - 2)
    return {
        "x": rng.randint(0, 2), "y": rng.randint(3, 4), "z": rng.randint(5, 8),
        "p": Fraction(p, below), "q": Fraction(q, below), "r": 1 - Fraction(p + q, below),
    }  # fmt: skip


@told_type(
    "variance-of-random-variable",
    standard="[12확통03-02]",
    ko="이산확률변수의 분산",
    en="variance of a random variable",
    draw=draw_table,
    says={
        "ko": (
            "확률변수 $X$가 {x}, {y}, {z}의 값을 가질 확률이 차례로 {p}, {q}, {r}일 때, $\\mathrm{V}(X)$를 구하시오.",
        ),
        "en": (
            "A random variable $X$ takes the values {x}, {y} and {z} with the probabilities {p}, {q} and {r}. "
            "Find $\\mathrm{V}(X)$.",
        ),
    },
    reads=(
        "확률변수 $X$의 확률분포가 $\\mathrm{P}(X={x})={p}$, $\\mathrm{P}(X={y})={q}$, $\\mathrm{P}(X={z})={r}$일 때, $X$의 분산을 구하시오.",
        "확률변수 $X$의 확률분포가 $\\mathrm{P}(X={x})={p}$, $\\mathrm{P}(X={y})={q}$, $\\mathrm{P}(X={z})={r}$일 때, "
        "$\\mathrm{V}(X)$의 값을 구하시오.",
        "확률변수 $X$가 {x}, {y}, {z}의 값을 가질 확률이 차례로 {p}, {q}, {r}일 때, $X$의 분산을 구하시오.",
    ),
)
def variance_of_random_variable(x: int, y: int, z: int, p: Slot, q: Slot, r: Slot) -> Item:
    table = [(x, rational(p)), (y, rational(q)), (z, rational(r))]
    if not 0 <= x < y < z or min(s for _, s in table) <= 0 or sum(s for _, s in table) != 1:
        raise ValueError("a distribution")
    mean = sum((v * s for v, s in table), Fraction(0))
    squares = sum((v * v * s for v, s in table), Fraction(0))
    key = squares - mean * mean
    if key.denominator > 25 or mean.denominator > 5:
        raise ValueError("a clean variance")
    line = " + ".join(f"{v}^2*({as_text(s)})" for v, s in table)
    mean_line = " + ".join(f"{v}*({as_text(s)})" for v, s in table)
    return Item(
        value(f"{line} - ({mean_line})^2"),
        (as_text(key),),
        (
            Said("제곱의 평균에서 평균의 제곱을 빼면", "the mean of the squares less the square of the mean",
                 f"{as_text(squares)} - ({as_text(mean)})^2"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, squares, mean, squares - mean, mean * mean, squares + mean * mean),
    )  # fmt: skip
