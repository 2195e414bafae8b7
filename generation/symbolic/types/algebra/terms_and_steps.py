"""Differences, ratios and means of arithmetic and geometric sequences [12대수03-02, 03]."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from generation.problem import Ask, Model
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, slips, told_type, value
from generation.symbolic.types.algebra.sequences import signed


@told_type(
    "common-difference-from-terms",
    standard="[12대수03-02]",
    ko="등차수열의 공차",
    en="common difference of an arithmetic sequence",
    draw=lambda rng: (lambda a, d, k: {"a": a, "k": k, "b": a + (k - 1) * d})(
        rng.randint(-9, 12), nonzero(rng, -7, 8), rng.randint(3, 12)
    ),
    says={
        "ko": (
            "첫째항이 {a}, 제{k}항이 {b}인 등차수열의 공차를 구하시오.",
            "첫째항이 {a}이고 제{k}항이 {b}인 등차수열의 공차를 구하시오.",
        ),
        "en": (
            "An arithmetic sequence has the first term {a}, and term number {k} is {b}. Find its common difference.",
        ),
    },
    reads=(
        "등차수열 $\\{a_n\\}$에 대하여 $a_1={a}$, $a_{{k}}={b}$일 때, 이 수열의 공차를 구하시오.",
        "등차수열 $\\{a_n\\}$에서 $a_1={a}$, $a_{{k}}={b}$일 때, 공차 $d$의 값을 구하시오.",
        "등차수열 $\\{a_n\\}$에서 $a_1={a}$, $a_{{k}}={b}$일 때, 공차를 구하시오.",
    ),
)
def common_difference_from_terms(a: int, k: int, b: int) -> Item:
    if k < 3 or not a or (b - a) % (k - 1) or b == a:
        raise ValueError("an arithmetic sequence")
    key = (b - a) // (k - 1)
    return Item(
        value("d", [f"{a} + ({k} - 1)*d = {b}"], d="real"),
        (str(key),),
        (
            Said(f"공차를 $d$라 하면 $a_{{{k}}}=a_1+({k}-1)d$이므로", f"with the difference $d$, $a_{{{k}}}=a_1+({k}-1)d$",
                 f"{a} + ({k} - 1)*d = {b}"),
            Said("따라서", "so", f"d = {key}"),
        ),
        slips(key, Fraction(b - a, k), b - a, Fraction(b + a, k - 1), -key, Fraction(b, k - 1)),
    )  # fmt: skip


@told_type(
    "common-ratio-from-terms",
    standard="[12대수03-03]",
    ko="등비수열의 공비",
    en="common ratio of a geometric sequence",
    draw=lambda rng: (lambda a, r, k: {"a": a, "k": k, "b": a * r ** (k - 1)})(
        nonzero(rng, -8, 12), rng.choice((2, 3, 4, 5, -2, -3, -4, -5)), rng.choice((4, 4, 4, 6))
    ),
    says={
        "ko": ("첫째항이 {a}, 제{k}항이 {b}인 등비수열의 공비를 구하시오. (단, 공비는 실수이다.)",),
        "en": (
            "A geometric sequence of real numbers has the first term {a}, and term number {k} is {b}. "
            "Find its common ratio.",
        ),
    },
    reads=(
        "등비수열 $\\{a_n\\}$에서 $a_1={a}$, $a_{{k}}={b}$일 때, 공비를 구하시오.",
        "등비수열 $\\{a_n\\}$에 대하여 $a_1={a}$, $a_{{k}}={b}$일 때, 이 수열의 공비를 구하시오.",
        "모든 항이 실수인 등비수열 $\\{a_n\\}$에서 $a_1={a}$, $a_{{k}}={b}$일 때, 공비를 구하시오.",
        "등비수열 $\\{a_n\\}$에서 $a_1={a}$, $a_{{k}}={b}$일 때, 공비 $r$의 값을 구하시오.",
        "첫째항이 {a}, 제{k}항이 {b}인 등비수열의 공비를 구하시오.",
        "첫째항이 {a}이고 제{k}항이 {b}인 등비수열의 공비를 구하시오.",
        "등비수열 $\\{a_n\\}$에서 $a_1={a}$, $a_{{k}}={b}$일 때, 공비를 구하시오. (단, 공비는 실수이다.)",
    ),
)
def common_ratio_from_terms(a: int, k: int, b: int) -> Item:
    if k not in (4, 6) or abs(a) < 2 or b % a:
        raise ValueError("a power of one ratio")
    key = next((r for r in range(-9, 10) if a * r ** (k - 1) == b), 0)
    if abs(key) < 2 or abs(b) > 9000:
        raise ValueError("a whole ratio")
    share = b // a
    return Item(
        value("r", [f"{a}*r^({k} - 1) = {b}"], r="real"),
        (str(key),),
        (
            Said(f"공비를 $r$라 하면 $a_{{{k}}}=a_1r^{{{k}-1}}$이므로", f"with the ratio $r$, $a_{{{k}}}=a_1r^{{{k}-1}}$",
                 f"{a}*r^({k} - 1) = {b}"),
            Said("양변을 첫째항으로 나누면", "divide by the first term", f"r^{k - 1} = {share}"),
            Said("$r$는 실수이므로", "as $r$ is real", f"r = root({share}, {k - 1})"),
            Said("따라서", "so", f"r = {key}"),
        ),
        slips(key, share, Fraction(share, k - 1), -key, Fraction(b - a, k - 1), key + 1),
    )  # fmt: skip


@told_type(
    "arithmetic-mean-of-neighbours",
    standard="[12대수03-02]",
    ko="등차중항",
    en="arithmetic mean",
    draw=lambda rng: (lambda a, d: {"a": a, "b": a + 2 * d})(nonzero(rng, -15, 20), nonzero(rng, -12, 15)),
    says={
        "ko": ("세 수 {a}, $x$, {b}[이] 이 순서대로 등차수열을 이룰 때, $x$의 값을 구하시오.",),
        "en": ("The numbers {a}, $x$, {b} form an arithmetic sequence in this order. Find $x$.",),
    },
    reads=("{a}, $x$, {b}[이] 이 순서대로 등차수열을 이룰 때, 실수 $x$의 값을 구하시오.",),
)
def arithmetic_mean_of_neighbours(a: int, b: int) -> Item:
    if a == b or (a + b) % 2 or not a or not b or not a + b:
        raise ValueError("two numbers")
    key = (a + b) // 2
    return Item(
        value("x", [f"x - ({a}) = {b} - x"], x="real"),
        (str(key),),
        (
            Said("이웃하는 두 항의 차가 같으므로", "the steps are equal", f"2x = {a} + {signed(b)}"),
            Said("따라서", "so", f"x = {key}"),
        ),
        slips(key, a + b, Fraction(b - a, 2), b - a, a * b, -key),
    )


@told_type(
    "geometric-mean-of-neighbours",
    standard="[12대수03-03]",
    ko="등비중항",
    en="geometric mean",
    draw=lambda rng: (lambda a, r, t: {"a": a * t * t, "b": a * r * r})(
        rng.randint(1, 8), rng.randint(2, 7), rng.randint(1, 5)
    ),
    says={
        "ko": ("세 수 {a}, $x$, {b}[이] 이 순서대로 등비수열을 이룰 때, 양수 $x$의 값을 구하시오.",),
        "en": ("The numbers {a}, $x$, {b} form a geometric sequence in this order. Find the positive number $x$.",),
    },
    reads=("세 양수 {a}, $x$, {b}[이] 이 순서대로 등비수열을 이룰 때, $x$의 값을 구하시오.",),
)
def geometric_mean_of_neighbours(a: int, b: int) -> Item:
    key = isqrt(a * b) if min(a, b) > 0 else 0
    if a == b or key * key != a * b or max(a, b) > 500:
        raise ValueError("a whole mean")
    return Item(
        value("x", [f"x^2 = {a}*{b}"], x="positive"),
        (str(key),),
        (
            Said("이웃하는 두 항의 비가 같으므로", "the ratios are equal", f"x^2 = {a}*{b}"),
            Said("$x>0$이므로", "as $x>0$", f"x = {key}"),
        ),
        slips(key, Fraction(a + b, 2), a * b, abs(b - a), key * 2, a + b),
    )


@told_type(
    "term-from-two-terms",
    standard="[12대수03-02]",
    ko="두 항이 주어진 등차수열",
    en="arithmetic sequence from two terms",
    draw=lambda rng: (
        lambda a, d, i, j, k: {"i": i, "p": a + (i - 1) * d, "j": i + j, "q": a + (i + j - 1) * d, "k": k}
    )(rng.randint(-9, 12), nonzero(rng, -6, 7), rng.randint(2, 5), rng.randint(2, 6), rng.randint(10, 25)),
    says={
        "ko": ("제{i}항이 {p}, 제{j}항이 {q}인 등차수열의 제{k}항을 구하시오.",),
        "en": ("In an arithmetic sequence, term number {i} is {p} and term number {j} is {q}. Find term number {k}.",),
    },
    reads=(
        "등차수열 $\\{a_n\\}$에 대하여 $a_{{i}}={p}$, $a_{{j}}={q}$일 때, $a_{{k}}$를 구하시오.",
        "등차수열 $\\{a_n\\}$에서 $a_{{i}}={p}$, $a_{{j}}={q}$일 때, $a_{{k}}$의 값을 구하시오.",
    ),
)
def term_from_two_terms(i: int, p: int, j: int, q: int, k: int) -> Item:
    if not 1 <= i < j or k in (i, j) or k < 1 or p == q or (q - p) % (j - i):
        raise ValueError("two terms")
    d = (q - p) // (j - i)
    key = p + (k - i) * d
    return Item(
        value(f"{p} + ({k} - {i})*(({q} - {signed(p)})/({j} - {i}))"),
        (str(key),),
        (
            Said(
                f"공차는 $\\frac{{{q}-{signed(p)}}}{{{j}-{i}}}={d}$이므로",
                f"the common difference is $\\frac{{{q}-{signed(p)}}}{{{j}-{i}}}={d}$",
                f"{p} + ({k} - {i})*{signed(d)}",
            ),
            Said("따라서", "so", str(key)),
        ),
        slips(key, q + k * d, p + k * d, p + (k - i - 1) * d, Fraction(q - p, k), key + d),
    )


@told_type(
    "general-term-of-arithmetic-sequence",
    standard="[12대수03-02]",
    ko="등차수열의 일반항",
    en="general term of an arithmetic sequence",
    draw=lambda rng: {"a": nonzero(rng, -9, 12), "d": nonzero(rng, -7, 8, avoid=(1, -1))},
    says={
        "ko": ("첫째항이 {a}, 공차가 {d}인 등차수열의 일반항 $a_n$을 구하시오.",),
        "en": (
            "Find the general term $a_n$ of the arithmetic sequence with first term {a} and common difference {d}.",
        ),
    },
    reads=(
        "첫째항이 {a}이고 공차가 {d}인 등차수열의 일반항을 구하시오.",
        "첫째항이 {a}, 공차가 {d}인 등차수열 $\\{a_n\\}$의 일반항을 구하시오.",
    ),
)
def general_term_of_arithmetic_sequence(a: int, d: int) -> Item:
    if abs(d) < 2 or not a:
        raise ValueError("an arithmetic sequence")

    def line(slope: int, rest: int) -> str:
        return f"{slope}n" + (f" {'+' if rest > 0 else '-'} {abs(rest)}" if rest else "")

    key = line(d, a - d)
    wrong = dict.fromkeys((line(d, a), line(d, a + d), line(a, d - a) if abs(a) > 1 else line(d, -a), line(d, -a - d)))
    return Item(
        Model(Ask("value", of=f"{a} + (n - 1)*{signed(d)}"), {"n": "natural"}),
        (key,),
        (
            Said("$a_n=a_1+(n-1)d$에 대입하면", "put them into $a_n=a_1+(n-1)d$", f"{a} + (n - 1)*{signed(d)}"),
            Said("따라서", "so", key),
        ),
        tuple((w,) for w in wrong if w != key),
    )
