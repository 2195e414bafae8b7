"""Random variables, binomial and normal distribution, samples [12확통03]."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from random import Random

from generation.expression.tree import Collection, Expr
from generation.symbolic.told import Item, Said, Slot, as_text, rational, slips, text, tidy, told_type, value

"""P(0 ≤ Z ≤ z) to four digits, as tables print it."""


def draw_constant(rng: Random) -> dict[str, object]:
    return {"n": rng.randint(3, 9)}


@told_type(
    "constant-of-distribution",
    standard="[12확통03-01]",
    ko="확률질량함수의 상수",
    en="constant of a probability function",
    draw=draw_constant,
    says={
        "ko": (
            "확률변수 $X$가 갖는 값이 $1$부터 {n}까지의 자연수이고 $\\mathrm{P}(X=k)=ak$일 때, 상수 $a$의 값을 구하시오.",
        ),
        "en": (
            "A random variable $X$ takes the natural numbers from $1$ to {n} with $\\mathrm{P}(X=k)=ak$. Find the constant $a$.",
        ),
    },
)
def constant_of_distribution(n: int) -> Item:
    if not 3 <= n <= 12:
        raise ValueError("a few values")
    total = n * (n + 1) // 2
    key = Fraction(1, total)
    return Item(
        value("a", [f"sum(a*k, k, 1, {n}) = 1"], a="real"),
        (as_text(key),),
        (
            Said("확률의 합은 1이므로", "the probabilities add up to 1", f"{total}a = 1"),
            Said("따라서", "so", f"a = 1/{total}"),
        ),
        slips(
            key, Fraction(1, n), Fraction(2, total), Fraction(1, n * n), Fraction(1, total - 1), Fraction(1, total - n)
        ),
    )


def draw_missing(rng: Random) -> dict[str, object]:
    d = rng.choice((6, 8, 10, 12))
    parts = [rng.randint(1, d // 3), rng.randint(1, d // 3)]
    return {"data": ", ".join([*(as_text(Fraction(p, d)) for p in parts), "a"])}


@told_type(
    "missing-probability",
    standard="[12확통03-01]",
    ko="확률분포의 빠진 확률",
    en="missing probability",
    draw=draw_missing,
    says={
        "ko": ("확률변수 $X$가 가질 수 있는 모든 값에 대한 확률이 차례대로 {data}일 때, $a$의 값을 구하시오.",),
        "en": ("The probabilities of all values of a random variable $X$ are {data}. Find $a$.",),
    },
)
def missing_probability(data: Slot) -> Item:
    items = [item for item in data.items if isinstance(item, Expr)] if isinstance(data, Collection) else []
    if len(items) < 3 or text(items[-1]) != "a":
        raise ValueError("probabilities and a letter")
    known = [rational(item) for item in items[:-1]]
    key = 1 - sum(known, Fraction(0))
    if not 0 < key < 1 or not all(0 < p < 1 for p in known):
        raise ValueError("probabilities")
    shown = " + ".join(text(item) for item in items[:-1])
    return Item(
        value("a", [f"{shown} + a = 1"], a="real"),
        (as_text(key),),
        (
            Said("확률의 합은 1이므로", "the probabilities add up to 1", f"{shown} + a = 1"),
            Said("따라서", "so", f"a = {as_text(key)}"),
        ),
        slips(key, sum(known, Fraction(0)), Fraction(1, len(items)), known[-1], key / 2, 1 - known[0]),
    )


def draw_mean(rng: Random) -> dict[str, object]:
    d = rng.choice((4, 5, 6, 8, 10))
    p, q = rng.randint(1, d // 2), rng.randint(1, d // 3)
    return {
        "x": rng.randint(0, 2),
        "y": rng.randint(3, 4),
        "z": rng.randint(5, 8),
        "p": Fraction(p, d),
        "q": Fraction(q, d),
        "r": 1 - Fraction(p + q, d),
    }


def _table(x: int, y: int, z: int, p: Slot, q: Slot) -> list[tuple[int, Fraction]]:
    first, second = rational(p), rational(q)
    third = 1 - first - second
    if not 0 <= x < y < z or min(first, second, third) <= 0:
        raise ValueError("a distribution")
    return [(x, first), (y, second), (z, third)]


_TABLE = "$\\mathrm{P}(X={x})={p}$, $\\mathrm{P}(X={y})={q}$, $\\mathrm{P}(X={z})={r}$"
TABLES = (
    f"확률변수 $X$의 확률분포가 {_TABLE}일 때, $X$의 평균을 구하시오.",
    f"확률변수 $X$의 확률분포가 {_TABLE}일 때, $X$의 기댓값을 구하시오.",
    f"확률변수 $X$의 확률분포가 {_TABLE}일 때, $\\mathrm{{E}}(X)$의 값을 구하시오.",
    f"확률변수 $X$에 대하여 {_TABLE}일 때, $\\mathrm{{E}}(X)$의 값을 구하시오.",
    f"확률변수 $X$에 대하여 {_TABLE}일 때, $X$의 평균을 구하시오.",
    "확률변수 $X$가 {x}, {y}, {z}의 값을 가질 확률이 각각 {p}, {q}, {r}일 때, $X$의 평균을 구하시오.",
)
"""A distribution written value by value."""


@told_type(
    "mean-of-random-variable",
    standard="[12확통03-02]",
    ko="이산확률변수의 기댓값",
    en="mean of a random variable",
    draw=draw_mean,
    says={
        "ko": (
            "확률변수 $X$가 {x}, {y}, {z}의 값을 가질 확률이 차례로 {p}, {q}, {r}일 때, $\\mathrm{E}(X)$를 구하시오.",
            "확률변수 $X$가 갖는 값이 {x}, {y}, {z}이고 각 값을 가질 확률이 차례로 {p}, {q}, {r}이다. $X$의 기댓값을 구하시오.",
        ),
        "en": (
            "A random variable $X$ takes the values {x}, {y} and {z} with the probabilities {p}, {q} and {r}. "
            "Find $\\mathrm{E}(X)$.",
        ),
    },
    reads=TABLES,
)
def mean_of_random_variable(x: int, y: int, z: int, p: Slot, q: Slot, r: Slot) -> Item:
    table = _table(x, y, z, p, q)
    if rational(r) != table[2][1]:
        raise ValueError("probabilities that make 1")
    key = sum((v * share for v, share in table), Fraction(0))
    third = table[2][1]
    first, second = as_text(table[0][1]), as_text(table[1][1])
    return Item(
        value(f"{x}*{first} + {y}*{second} + {z}*{as_text(third)}"),
        (as_text(key),),
        (
            Said("각 값과 확률의 곱을 더하면", "multiply each value by its probability and add",
                 f"{x}*{first} + {y}*{second} + {z}*{as_text(third)}"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, Fraction(x + y + z, 3), key - z * third, 1 - key, key / 3, key + 1),
    )  # fmt: skip


def draw_scaled(rng: Random) -> dict[str, object]:
    return {"m": rng.randint(2, 20), "a": rng.randint(2, 6), "b": rng.randint(1, 9)}


@told_type(
    "mean-of-scaled-variable",
    standard="[12확통03-02]",
    ko="$aX+b$의 평균",
    en="mean of a scaled variable",
    draw=draw_scaled,
    says={
        "ko": ("확률변수 $X$의 평균이 {m}일 때, 확률변수 ${a}X+{b}$의 평균을 구하시오.",),
        "en": ("The mean of a random variable $X$ is {m}. Find the mean of ${a}X+{b}$.",),
    },
    reads=(
        "확률변수 $X$의 평균이 {m}일 때, ${a}X+{b}$의 평균을 구하시오.",
        "확률변수 $X$의 평균이 {m}일 때, $\\mathrm{E}({a}X+{b})$의 값을 구하시오.",
        "확률변수 $X$에 대하여 $\\mathrm{E}(X)={m}$일 때, $\\mathrm{E}({a}X+{b})$의 값을 구하시오.",
        "$\\mathrm{E}(X)={m}$일 때, $\\mathrm{E}({a}X+{b})$의 값을 구하시오.",
    ),
)
def mean_of_scaled_variable(m: int, a: int, b: int) -> Item:
    if a < 2 or b < 1:
        raise ValueError("a scaled variable")
    key = Fraction(a * m + b)
    return Item(
        value(f"{a}*{m} + {b}"),
        (as_text(key),),
        (
            Said(
                f"$\\mathrm{{E}}({a}X+{b})={a}\\mathrm{{E}}(X)+{b}$이므로", "scale and shift the mean", f"{a}*{m} + {b}"
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, a * m, a * (m + b), a * a * m, a * a * m + b, m + b),
    )


@told_type(
    "variance-of-scaled-variable",
    standard="[12확통03-02]",
    ko="$aX+b$의 분산",
    en="variance of a scaled variable",
    draw=draw_scaled,
    says={
        "ko": ("확률변수 $X$의 분산이 {m}일 때, 확률변수 ${a}X+{b}$의 분산을 구하시오.",),
        "en": ("The variance of a random variable $X$ is {m}. Find the variance of ${a}X+{b}$.",),
    },
    reads=(
        "확률변수 $X$의 분산이 {m}일 때, ${a}X+{b}$의 분산을 구하시오.",
        "확률변수 $X$의 분산이 {m}일 때, $\\mathrm{V}({a}X+{b})$의 값을 구하시오.",
        "확률변수 $X$에 대하여 $\\mathrm{V}(X)={m}$일 때, $\\mathrm{V}({a}X+{b})$의 값을 구하시오.",
        "$\\mathrm{V}(X)={m}$일 때, $\\mathrm{V}({a}X+{b})$의 값을 구하시오.",
    ),
)
def variance_of_scaled_variable(m: int, a: int, b: int) -> Item:
    if a < 2 or b < 1:
        raise ValueError("a scaled variable")
    key = Fraction(a * a * m)
    return Item(
        value(f"{a}^2*{m}"),
        (as_text(key),),
        (
            Said(
                f"$\\mathrm{{V}}({a}X+{b})={a}^2\\mathrm{{V}}(X)$이므로",
                "the factor counts twice, what is added not at all",
                f"{a}^2*{m}",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, a * m, a * m + b, a * a * m + b, a * (m + b), a * a * m + b * b),
    )


def draw_binomial(rng: Random) -> dict[str, object]:
    p = rng.choice(
        (Fraction(1, 2), Fraction(1, 3), Fraction(2, 3), Fraction(1, 4), Fraction(3, 4), Fraction(1, 5), Fraction(1, 6))
    )
    return {"n": rng.choice((18, 36, 45, 48, 50, 64, 72, 100, 144, 150, 180, 192, 200, 400, 450)), "p": p}


def _binomial(n: int, p: Slot) -> Fraction:
    share = rational(p)
    if not 0 < share < 1 or (n * share).denominator > 1 or not 4 <= n <= 10_000:
        raise ValueError("a whole mean")
    return share


@told_type(
    "mean-of-binomial",
    standard="[12확통03-03]",
    ko="이항분포의 평균",
    en="mean of a binomial distribution",
    draw=draw_binomial,
    says={
        "ko": ("확률변수 $X$의 분포가 이항분포 $\\mathrm{B}({n}, {p})$일 때, $X$의 평균을 구하시오.",),
        "en": ("A random variable $X$ has the binomial distribution $\\mathrm{B}({n}, {p})$. Find its mean.",),
    },
    reads=(
        "확률변수 $X$가 이항분포 $\\mathrm{B}({n}, {p})$를 따를 때, $X$의 평균을 구하시오.",
        "확률변수 $X$가 이항분포 $\\mathrm{B}({n}, {p})$를 따를 때, $X$의 기댓값을 구하시오.",
        "확률변수 $X$가 이항분포 $\\mathrm{B}({n}, {p})$를 따를 때, $\\mathrm{E}(X)$의 값을 구하시오.",
    ),
)
def mean_of_binomial(n: int, p: Slot) -> Item:
    share = _binomial(n, p)
    key = n * share
    return Item(
        value(f"{n}*{as_text(share)}"),
        (as_text(key),),
        (
            Said("$\\mathrm{E}(X)=np$이므로", "the mean is $np$", f"{n}*{as_text(share)}"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, key * (1 - share), n * (1 - share), key * key, n / share if share else n, Fraction(n)),
    )


@told_type(
    "deviation-of-binomial",
    standard="[12확통03-03]",
    ko="이항분포의 표준편차",
    en="standard deviation of a binomial distribution",
    draw=draw_binomial,
    says={
        "ko": ("확률변수 $X$의 분포가 이항분포 $\\mathrm{B}({n}, {p})$일 때, $X$의 표준편차를 구하시오.",),
        "en": (
            "A random variable $X$ has the binomial distribution $\\mathrm{B}({n}, {p})$. Find its standard deviation.",
        ),
    },
    reads=(
        "확률변수 $X$가 이항분포 $\\mathrm{B}({n}, {p})$를 따를 때, $X$의 표준편차를 구하시오.",
        "확률변수 $X$가 이항분포 $\\mathrm{B}({n}, {p})$를 따를 때, $\\sigma(X)$의 값을 구하시오.",
    ),
)
def deviation_of_binomial(n: int, p: Slot) -> Item:
    share = _binomial(n, p)
    variance = n * share * (1 - share)
    if variance.denominator > 1:
        raise ValueError("a whole variance")
    key = tidy(f"sqrt({variance})")
    wrong = dict.fromkeys(
        (as_text(variance), tidy(f"sqrt({n * share})"), as_text(n * share), tidy(f"sqrt({n * (1 - share)})"))
    )
    shown = as_text(share)
    return Item(
        value(f"sqrt({n}*{shown}*(1 - {shown}))"),
        (key,),
        (
            Said(
                "$\\sigma(X)=\\sqrt{np(1-p)}$이므로", "the root of $np(1-p)$", f"sqrt({n}*{shown}*{as_text(1 - share)})"
            ),
            Said("따라서", "so", key),
        ),
        tuple((w,) for w in wrong if w != key),
    )


@told_type(
    "standardised-value",
    standard="[12확통03-04]",
    ko="표준화",
    en="standardised value",
    draw=lambda rng: {
        "m": (m := rng.randint(20, 90)),
        "s": (s := rng.randint(2, 12)),
        "x": m + s * rng.choice((-3, -2, 2, 3)),
    },
    says={
        "ko": (
            "확률변수 $X$가 정규분포 $\\mathrm{N}({m}, {s}^2)$을 따르고 확률변수 $Z$가 표준정규분포를 따를 때, "
            "$\\mathrm{P}(X\\le {x})=\\mathrm{P}(Z\\le c)$를 만족시키는 상수 $c$의 값을 구하시오.",
        ),
        "en": (
            "$X$ has the normal distribution $\\mathrm{N}({m}, {s}^2)$ and $Z$ the standard normal distribution. "
            "Find the constant $c$ with $\\mathrm{P}(X\\le {x})=\\mathrm{P}(Z\\le c)$.",
        ),
    },
    reads=tuple(
        wording.replace("≥", sign)
        for sign in ("\\le ", "\\ge ")
        for wording in (
            "확률변수 $X$가 정규분포 $\\mathrm{N}({m}, {s}^2)$을 따를 때, $\\mathrm{P}(X≥{x})=\\mathrm{P}(Z≥c)$를 만족시키는 "
            "$c$의 값을 구하시오. (단, $Z$는 표준정규분포를 따른다.)",
            "확률변수 $X$가 정규분포 $\\mathrm{N}({m}, {s}^2)$을 따를 때, $\\mathrm{P}(X≥{x})=\\mathrm{P}(Z≥a)$를 만족시키는 "
            "상수 $a$의 값을 구하시오.",
            "확률변수 $X$가 정규분포 $\\mathrm{N}({m}, {s}^2)$을 따를 때, $\\mathrm{P}(X≥{x})$를 $\\mathrm{P}(Z≥a)$로 나타낼 때 "
            "$a$의 값을 구하시오.",
        )
    ),
)
def standardised_value(m: int, s: int, x: int) -> Item:
    if s < 2 or x == m:
        raise ValueError("a normal distribution")
    key = Fraction(x - m, s)
    if key.denominator > 2:
        raise ValueError("a clean value")
    return Item(
        value(f"({x} - {m})/{s}"),
        (as_text(key),),
        (
            Said("$Z=\\frac{X-m}{\\sigma}$이므로", "standardise", f"({x} - {m})/{s}"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, Fraction(x - m, s * s), x - m, -key, Fraction(m - x), key + 1),
    )


def draw_sample(rng: Random) -> dict[str, object]:
    root = rng.choice((2, 3, 4, 5, 6, 7, 8, 9, 10))
    return {"s": root * rng.randint(1, 9), "n": root * root}


@told_type(
    "deviation-of-sample-mean",
    standard="[12확통03-06]",
    ko="표본평균의 표준편차",
    en="standard deviation of the sample mean",
    draw=draw_sample,
    says={
        "ko": ("모표준편차가 {s}인 모집단에서 크기가 {n}인 표본을 임의추출할 때, 표본평균의 표준편차를 구하시오.",),
        "en": (
            "A sample of size {n} is drawn from a population with standard deviation {s}. "
            "Find the standard deviation of the sample mean.",
        ),
    },
    reads=(
        "모평균이 {m}, 모표준편차가 {s}인 모집단에서 크기가 {n}인 표본을 임의추출할 때, 표본평균의 표준편차를 구하시오.",
        "평균이 {m}, 표준편차가 {s}인 모집단에서 크기가 {n}인 표본을 임의추출할 때, 표본평균의 표준편차를 구하시오.",
        "모표준편차가 {s}인 모집단에서 크기가 {n}인 표본을 임의추출할 때, 표본평균 $\\overline{X}$의 표준편차를 구하시오.",
    ),
)
def deviation_of_sample_mean(s: int, n: int, m: int = 0) -> Item:
    root = isqrt(n)
    if root * root != n or n < 4:
        raise ValueError("a square sample size")
    key = Fraction(s, root)
    return Item(
        value(f"{s}/sqrt({n})"),
        (as_text(key),),
        (
            Said(
                "$\\sigma(\\overline{X})=\\frac{\\sigma}{\\sqrt{n}}$이므로",
                "divide by the root of the size",
                f"{s}/sqrt({n})",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, Fraction(s, n), Fraction(s * s, n), Fraction(s), Fraction(s, 2 * root), key + 1),
    )


@told_type(
    "variance-of-sample-mean",
    standard="[12확통03-06]",
    ko="표본평균의 분산",
    en="variance of the sample mean",
    draw=lambda rng: {"v": rng.randint(2, 12) * (n := rng.randint(4, 25)), "n": n},
    says={
        "ko": ("모분산이 {v}인 모집단에서 크기가 {n}인 표본을 임의추출할 때, 표본평균의 분산을 구하시오.",),
        "en": (
            "A sample of size {n} is drawn from a population with variance {v}. Find the variance of the sample mean.",
        ),
    },
)
def variance_of_sample_mean(v: int, n: int) -> Item:
    key = Fraction(v, n)
    if n < 2 or key.denominator > 2:
        raise ValueError("a clean variance")
    return Item(
        value(f"{v}/{n}"),
        (as_text(key),),
        (
            Said("$\\mathrm{V}(\\overline{X})=\\frac{\\sigma^2}{n}$이므로", "divide by the size", f"{v}/{n}"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, Fraction(v * v, n), Fraction(v, n * n), Fraction(v), key + 1, key * 2),
    )
