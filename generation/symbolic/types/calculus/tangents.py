"""Tangents and the mean value theorem [12미적Ⅰ-02-05, 06]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero, quadratic
from generation.symbolic.told import Item, Said, as_text, slips, text, told_type
from generation.symbolic.types.calculus.coefficients import at, coefficients, derived, of_function


@told_type(
    "tangent-line",
    standard="[12미적Ⅰ-02-05]",
    ko="접선의 방정식",
    en="equation of a tangent",
    draw=lambda rng: (lambda f, a: {"f": f, "a": a, "b": int(at(coefficients(f), a))})(
        quadratic(nonzero(rng, -2, 3), nonzero(rng, -5, 5), nonzero(rng, -6, 6), "x"), nonzero(rng, -3, 3)
    ),
    says={
        "ko": ("곡선 $y={f}$ 위의 점 $({a}, {b})$에서의 접선의 방정식을 구하시오.",),
        "en": ("Find the equation of the tangent to the curve $y={f}$ at the point $({a}, {b})$.",),
    },
)
def tangent_line(f: Expr, a: int, b: int) -> Item:
    c = coefficients(f)
    slope = at(derived(c), a)
    if at(c, a) != b or len(c) < 3 or not slope:
        raise ValueError("a point of the curve")

    def line(m: Fraction, rest: Fraction) -> str:
        return f"y = {text(linear(m, 'x', rest))}"

    key = line(slope, b - slope * a)
    wrong = (
        line(slope, b + slope * a),
        line(-slope, b + slope * a),
        line(slope, Fraction(b)),
        line(slope, Fraction(-b)),
        line(slope + 1, b - slope * a),
    )
    return Item(
        Model(
            Ask("solve", unknowns=("x", "y")),
            {"x": "real", "y": "real"},
            given=(f"y - ({b}) = diff(f(x), x, {a})*(x - ({a}))",),
            define={"f(x)": text(f)},
        ),
        (key,),
        (
            Said(
                f"$f(x)={text(f)}$[으로] 놓으면 $f'({a})={as_text(slope)}$이므로",
                f"with $f(x)={text(f)}$ the slope is $f'({a})={as_text(slope)}$",
                f"y - ({b}) = {as_text(slope)}*(x - ({a}))",
            ),
            Said("정리하면", "so", key),
        ),
        tuple((w,) for w in dict.fromkeys(wrong) if w != key),
    )


@told_type(
    "tangent-with-slope",
    standard="[12미적Ⅰ-02-05]",
    ko="기울기가 주어진 접선",
    en="tangent with a given slope",
    draw=lambda rng: (lambda a, b, p: {"f": quadratic(a, b, rng.randint(-6, 6), "x"), "m": 2 * a * p + b})(
        rng.randint(1, 3), nonzero(rng, -6, 6), nonzero(rng, -3, 3)
    ),
    says={
        "ko": ("곡선 $y={f}$의 접선의 기울기가 {m}일 때, 접점의 $x$좌표를 구하시오.",),
        "en": ("A tangent to the curve $y={f}$ has the slope {m}. Find the $x$-coordinate of its point of contact.",),
    },
)
def tangent_with_slope(f: Expr, m: int) -> Item:
    c = coefficients(f)
    if len(c) != 3:
        raise ValueError("a parabola")
    key = Fraction(m - c[1], 2 * c[2])
    if key.denominator > 1:
        raise ValueError("a whole place")
    return Item(
        of_function(f, "p", f"diff(f(x), x, p) = {m}", p="real"),
        (as_text(key),),
        (
            Said(
                "접점의 $x$좌표를 $p$라 하면",
                "let $p$ be the place",
                f"{2 * c[2]}p + {c[1]} = {m}" if c[1] > 0 else f"{2 * c[2]}p - {-c[1]} = {m}",
            ),
            Said("따라서", "so", f"p = {as_text(key)}"),
        ),
        slips(key, Fraction(m + c[1], 2 * c[2]), Fraction(m - c[1], c[2]), m, key + 1, -key),
    )


@told_type(
    "mean-value-place",
    standard="[12미적Ⅰ-02-06]",
    ko="평균값 정리",
    en="mean value theorem",
    draw=lambda rng: {
        "f": quadratic(nonzero(rng, 1, 4), nonzero(rng, -6, 6), rng.randint(-9, 9), "x"),
        "a": (a := rng.randint(-4, 3)),
        "b": a + 2 * rng.randint(1, 4),
    },
    says={
        "ko": (
            "함수 $f(x)={f}$에 대하여 닫힌구간 $[{a}, {b}]$에서 평균값 정리를 만족시키는 상수 $c$의 값을 구하시오.",
        ),
        "en": ("Find the constant $c$ of the mean value theorem for $f(x)={f}$ on the interval $[{a}, {b}]$.",),
    },
)
def mean_value_place(f: Expr, a: int, b: int) -> Item:
    c = coefficients(f)
    if len(c) != 3 or a >= b:
        raise ValueError("a parabola over an interval")
    key = Fraction(a + b, 2)
    rate = (at(c, b) - at(c, a)) / (b - a)
    return Item(
        of_function(f, "c", f"diff(f(x), x, c) = (f({b}) - f({a}))/({b} - ({a}))", c="real"),
        (as_text(key),),
        (
            Said(f"평균변화율은 ${as_text(rate)}$이므로", f"the average rate is ${as_text(rate)}$",
                 f"{text(linear(2 * c[2], 'c', c[1]))} = {as_text(rate)}"),
            Said("따라서", "so", f"c = {as_text(key)}"),
        ),
        slips(key, rate, Fraction(b - a, 2), a, b, key + 1),
    )  # fmt: skip


def _draw_zeros(rng: Random) -> dict[str, object]:
    low, high = sorted(rng.sample(range(-6, 8), 2))
    return {"f": quadratic(1, -low - high, low * high, "x"), "a": low, "b": high}


@told_type(
    "rolle-place",
    standard="[12미적Ⅰ-02-06]",
    ko="롤의 정리",
    en="Rolle's theorem",
    draw=_draw_zeros,
    says={
        "ko": ("함수 $f(x)={f}$에 대하여 닫힌구간 $[{a}, {b}]$에서 롤의 정리를 만족시키는 상수 $c$의 값을 구하시오.",),
        "en": ("Find the constant $c$ of Rolle's theorem for $f(x)={f}$ on the interval $[{a}, {b}]$.",),
    },
)
def rolle_place(f: Expr, a: int, b: int) -> Item:
    c = coefficients(f)
    if len(c) != 3 or at(c, a) or at(c, b) or a >= b:
        raise ValueError("a parabola with two roots")
    key = Fraction(a + b, 2)
    return Item(
        of_function(f, "c", f"f({a}) = f({b})", "diff(f(x), x, c) = 0", c="real"),
        (as_text(key),),
        (
            Said("$f'(c)=0$이므로", "as $f'(c)=0$", f"{text(linear(2, 'c', c[1]))} = 0"),
            Said("따라서", "so", f"c = {as_text(key)}"),
        ),
        slips(key, a + b, Fraction(b - a, 2), a, b, -key),
    )
