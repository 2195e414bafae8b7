"""Continuous functions [12미적Ⅰ-01-03, 04]."""

from __future__ import annotations

from fractions import Fraction

from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import nonzero, quadratic
from generation.symbolic.told import Item, Said, as_text, slips, text, told_type, value
from generation.symbolic.types.calculus.coefficients import at, coefficients


@told_type(
    "constant-for-continuity",
    standard="[12미적Ⅰ-01-03]",
    ko="연속이 되기 위한 상수",
    en="constant that makes a function continuous",
    draw=lambda rng: (lambda a, r: {"a": a, "f": quadratic(1, -a - r, a * r, "x")})(
        rng.randint(1, 9), nonzero(rng, -9, 9)
    ),
    says={
        "ko": (
            "함수 $f(x)$가 $x\\ne {a}$일 때 $f(x)=\\frac{{f}}{x-{a}}$이고 $f({a})=k$이다. $f(x)$가 $x={a}$에서 연속일 때, 상수 $k$의 값을 구하시오.",
        ),
        "en": (
            "Let $f(x)=\\frac{{f}}{x-{a}}$ for $x\\ne {a}$ and $f({a})=k$. The function is continuous at $x={a}$. Find the constant $k$.",
        ),
    },
)
def constant_for_continuity(a: int, f: Expr) -> Item:
    _, b, lead = coefficients(f)
    other = -b - a
    if at(coefficients(f), a) or lead != 1 or a < 1 or not other or other == a:
        raise ValueError("a factor to cancel")
    key = a - other
    return Item(
        value("k", [f"k = limit(({text(f)})/(x - {a}), x, {a})"], x="real", k="real"),
        (str(key),),
        (
            Said(
                "함숫값과 극한값이 같아야 하므로", "the value is the limit", f"k = limit(({text(f)})/(x - {a}), x, {a})"
            ),
            Said("약분하여 계산하면", "cancel and work it out", f"k = {key}"),
        ),
        slips(key, 0, a + other, -key, 2 * a, other),
    )


@told_type(
    "constant-for-continuous-pieces",
    standard="[12미적Ⅰ-01-03]",
    ko="구간별로 정의된 함수의 연속",
    en="continuity of a function in pieces",
    draw=lambda rng: {"a": rng.randint(1, 5), "m": rng.randint(2, 6), "b": rng.randint(1, 9), "c": rng.randint(1, 9)},
    says={
        "ko": (
            "함수 $f(x)$가 $x<{a}$일 때 $f(x)={m}x+k$, $x\\ge {a}$일 때 $f(x)=x^2+{b}x-{c}$이다. $f(x)$가 실수 전체의 집합에서 연속일 때, 상수 $k$의 "
            "값을 구하시오.",
        ),
        "en": (
            "Let $f(x)={m}x+k$ for $x<{a}$ and $f(x)=x^2+{b}x-{c}$ for $x\\ge {a}$. The function is continuous everywhere. Find the constant $k$.",
        ),
    },
)
def constant_for_continuous_pieces(m: int, a: int, b: int, c: int) -> Item:
    if a < 1 or m < 2 or b < 2 or c < 1:
        raise ValueError("two pieces")
    right = a * a + b * a - c
    key = right - m * a
    return Item(
        Model(
            Ask("value", of="k"),
            {"x": "real", "k": "real"},
            given=(f"g({a}) = h({a})",),
            define={"g(x)": f"{m}*x + k", "h(x)": f"x^2 + {b}*x - {c}"},
        ),
        (str(key),),
        (
            Said(
                f"$x={a}$에서 두 식의 값이 같아야 하므로",
                f"both pieces agree at $x={a}$",
                f"{m}*{a} + k = {a}^2 + {b}*{a} - {c}",
            ),
            Said("따라서", "so", f"k = {key}"),
        ),
        slips(key, right, right + m * a, -key, right - m, key + 1),
    )


@told_type(
    "maximum-of-continuous-function",
    standard="[12미적Ⅰ-01-04]",
    ko="연속함수의 최댓값",
    en="maximum of a continuous function",
    draw=lambda rng: {"p": rng.randint(1, 5), "b": rng.randint(1, 9), "l": rng.randint(-3, 0), "h": rng.randint(1, 6)},
    says={
        "ko": ("닫힌구간 $[{l}, {h}]$에서 함수 $f(x)=x^2-{p}x+{b}$의 최댓값을 구하시오.",),
        "en": ("Find the maximum of $f(x)=x^2-{p}x+{b}$ on the closed interval $[{l}, {h}]$.",),
    },
)
def maximum_of_continuous_function(l: int, h: int, p: int, b: int) -> Item:  # noqa: E741 - the slot's name
    if not l < h or p < 2 or b < 1:
        raise ValueError("an interval")
    ends = (l * l - p * l + b, h * h - p * h + b)
    if ends[0] == ends[1]:
        raise ValueError("two different values at the ends")
    key = max(ends)
    return Item(
        Model(Ask("extremum", of="f(x)", sense="max"), {"x": f"[{l}, {h}]"}, define={"f(x)": f"x^2 - {p}*x + {b}"}),
        (str(key),),
        (
            Said(
                "아래로 볼록한 함수이므로 구간의 양 끝 값을 비교하면",
                "it opens upwards, so compare the ends",
                f"max({ends[0]}, {ends[1]})",
            ),
            Said("따라서", "so", str(key)),
        ),
        slips(key, min(ends), b - Fraction(p * p, 4), b, key + 1, key + p),
    )


@told_type(
    "minimum-of-continuous-function",
    standard="[12미적Ⅰ-01-04]",
    ko="연속함수의 최솟값",
    en="minimum of a continuous function",
    draw=lambda rng: {
        "f": quadratic(-1, rng.randint(-5, 5), rng.randint(-9, 9), "x"),
        "l": (low := rng.randint(-4, 1)),
        "h": low + rng.randint(2, 6),
    },
    says={
        "ko": ("닫힌구간 $[{l}, {h}]$에서 함수 $f(x)={f}$의 최솟값을 구하시오.",),
        "en": ("Find the minimum of $f(x)={f}$ on the closed interval $[{l}, {h}]$.",),
    },
)
def minimum_of_continuous_function(l: int, h: int, f: Expr) -> Item:  # noqa: E741 - the slot's name
    c = coefficients(f)
    if not l < h or len(c) != 3 or c[2] >= 0:
        raise ValueError("a parabola that opens downwards, over an interval")
    ends = (at(c, l), at(c, h))
    if ends[0] == ends[1]:
        raise ValueError("two different values at the ends")
    key = min(ends)
    return Item(
        Model(Ask("extremum", of="f(x)", sense="min"), {"x": f"[{l}, {h}]"}, define={"f(x)": text(f)}),
        (as_text(key),),
        (
            Said(
                "위로 볼록한 함수이므로 구간의 양 끝 값을 비교하면",
                "it opens downwards, so compare the ends",
                f"min({as_text(ends[0])}, {as_text(ends[1])})",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, max(ends), c[0], c[0] - Fraction(c[1] ** 2, 4 * c[2]), key - 1, -key),
    )


@told_type(
    "interval-of-root",
    standard="[12미적Ⅰ-01-04]",
    ko="사잇값의 정리",
    en="intermediate value theorem",
    draw=lambda rng: {"b": rng.randint(1, 6), "k": rng.randint(5, 90)},
    says={
        "ko": (
            "방정식 $x^2+{b}x-{k}=0$이 열린구간 $(n, n+1)$에서 적어도 하나의 실근을 가질 때, 자연수 $n$의 값을 구하시오.",
        ),
        "en": (
            "The equation $x^2+{b}x-{k}=0$ has a real root in the open interval $(n, n+1)$. Find the natural number $n$.",
        ),
    },
)
def interval_of_root(b: int, k: int) -> Item:
    if b < 2 or k < 2:
        raise ValueError("a root above zero")
    key = next((n for n in range(1, 40) if n * n + b * n < k < (n + 1) ** 2 + b * (n + 1)), None)
    if key is None:
        raise ValueError("a root between whole numbers")
    return Item(
        Model(
            Ask("value", of="n"),
            {"n": "natural"},
            given=("f(n) < 0", "f(n + 1) > 0"),
            define={"f(x)": f"x^2 + {b}*x - {k}"},
        ),
        (str(key),),
        (
            Said(
                "이웃한 두 자연수에서 함숫값의 부호가 서로 다른 곳을 찾으면 사잇값의 정리에 의하여",
                "the value changes its sign between neighbouring natural numbers",
                f"n = {key}",
            ),
        ),
        slips(key, key + 1, key - 1, key + 2, k // b, k - key * key, fits=lambda n: n > 0),
    )
