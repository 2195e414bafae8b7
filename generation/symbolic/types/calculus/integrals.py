"""Definite integrals [12미적Ⅰ-03-03, 04]."""

from __future__ import annotations

from fractions import Fraction

from generation.expression.tree import Expr
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, as_text, slips, text, told_type, value
from generation.symbolic.types.calculus.coefficients import at, clean_quadratic, coefficients, integrated, over


@told_type(
    "split-definite-integral",
    standard="[12미적Ⅰ-03-03]",
    ko="정적분의 성질",
    en="properties of definite integrals",
    draw=lambda rng: {
        "f": clean_quadratic(rng),
        "a": rng.randint(-2, 1),
        "b": rng.randint(2, 3),
        "c": rng.randint(4, 5),
    },
    says={
        "ko": ("$\\int_{{a}}^{{b}} ({f})\\,dx+\\int_{{b}}^{{c}} ({f})\\,dx$의 값을 구하시오.",),
        "en": ("Find the value of $\\int_{{a}}^{{b}} ({f})\\,dx+\\int_{{b}}^{{c}} ({f})\\,dx$.",),
    },
)
def split_definite_integral(a: int, b: int, c: int, f: Expr) -> Item:
    k = coefficients(f)
    if not a < b < c or len(k) != 3:
        raise ValueError("three places in order")
    key = over(k, a, c)
    if key.denominator > 1:
        raise ValueError("a whole value")
    return Item(
        value(f"integrate({text(f)}, x, {a}, {b}) + integrate({text(f)}, x, {b}, {c})"),
        (as_text(key),),
        (
            Said("적분 구간을 이으면", "join the intervals", f"integrate({text(f)}, x, {a}, {c})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, over(k, a, b), over(k, b, c), -key, over(k, a, b) - over(k, b, c), at(k, c) - at(k, a)),
    )


@told_type(
    "even-and-odd-integral",
    standard="[12미적Ⅰ-03-03]",
    ko="우함수와 기함수의 정적분",
    en="integral of even and odd parts",
    draw=lambda rng: {
        "a": rng.randint(1, 3),
        "f": f"{nonzero(rng, 2, 7)}x^3 + {3 * rng.randint(1, 4)}x^2 - {rng.randint(2, 9)}x + {rng.randint(1, 9)}",
    },
    says={
        "ko": ("$\\int_{-{a}}^{{a}} ({f})\\,dx$의 값을 구하시오.",),
        "en": ("Find the value of $\\int_{-{a}}^{{a}} ({f})\\,dx$.",),
    },
)
def even_and_odd_integral(a: int, f: Expr) -> Item:
    k = coefficients(f)
    if len(k) != 4 or a < 1 or not all(k):
        raise ValueError("a cubic with all terms")
    key = over(k, -a, a)
    if key.denominator > 1:
        raise ValueError("a whole value")
    return Item(
        value(f"integrate({text(f)}, x, -{a}, {a})"),
        (as_text(key),),
        (
            Said(
                "홀수 차수의 항의 정적분은 0이므로",
                "odd powers give nothing",
                f"2*integrate({k[2]}*x^2 + ({k[0]}), x, 0, {a})",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, key / 2, 2 * over(k, 0, a), 0, -key, over(k, 0, a)),
    )


@told_type(
    "definite-integral",
    standard="[12미적Ⅰ-03-04]",
    ko="정적분의 계산",
    en="definite integral",
    draw=lambda rng: {"f": clean_quadratic(rng), "a": rng.randint(-2, 1), "b": rng.randint(2, 4)},
    says={
        "ko": (
            "$\\int_{{a}}^{{b}} ({f})\\,dx$의 값을 구하시오.",
            "정적분 $\\int_{{a}}^{{b}} ({f})\\,dx$의 값을 구하시오.",
        ),
        "en": ("Find the value of $\\int_{{a}}^{{b}} ({f})\\,dx$.",),
    },
)
def definite_integral(a: int, b: int, f: Expr) -> Item:
    k = coefficients(f)
    if a >= b or len(k) != 3:
        raise ValueError("an interval")
    low, high = at(integrated(k), a), at(integrated(k), b)
    key = high - low
    if key.denominator > 1:
        raise ValueError("a whole value")
    return Item(
        value(f"integrate({text(f)}, x, {a}, {b})"),
        (as_text(key),),
        (
            Said(
                "부정적분에 위끝과 아래끝을 대입하여 빼면",
                "put the upper and the lower end into an antiderivative and subtract",
                f"{as_text(high)} - ({as_text(low)})",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, -key, high + low, high, at(k, b) - at(k, a), key + 1),
    )


@told_type(
    "constant-of-definite-integral",
    standard="[12미적Ⅰ-03-04]",
    ko="정적분의 값이 주어질 때",
    en="constant of a definite integral",
    draw=lambda rng: (lambda b, k, m: {"b": b, "m": m, "v": m * b * b + k * b})(
        rng.randint(1, 5), nonzero(rng, -6, 8), rng.randint(1, 4)
    ),
    says={
        "ko": ("$\\int_{0}^{{b}} ({m}x+k)\\,dx={v}$일 때, 상수 $k$의 값을 구하시오.",),
        "en": ("Given $\\int_{0}^{{b}} ({m}x+k)\\,dx={v}$, find the constant $k$.",),
    },
)
def constant_of_definite_integral(b: int, m: int, v: int) -> Item:
    key = (v - Fraction(m * b * b, 2)) / b
    if b < 1 or m < 2 or key.denominator > 1:
        raise ValueError("a whole constant")
    return Item(
        value("k", [f"integrate({m}*x + k, x, 0, {b}) = {v}"], x="real", k="real"),
        (as_text(key),),
        (
            Said(
                "정적분을 계산하면",
                "work out the integral",
                f"{as_text(Fraction(m * b * b, 2))} + {b}k = {v}" if b > 1 else f"{as_text(Fraction(m, 2))} + k = {v}",
            ),
            Said("따라서", "so", f"k = {as_text(key)}"),
        ),
        slips(key, Fraction(v - m * b * b, b), v - m * b, Fraction(v, b), -key, key + 1),
    )
