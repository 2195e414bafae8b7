"""Integrals and what they are good for [12미적Ⅰ-03]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import Expr
from generation.symbolic.building import linear, nonzero, quadratic
from generation.symbolic.told import Item, Said, as_text, slips, text, told_type, value
from generation.symbolic.types.calculus.derivatives import at, coefficients


def integrated(c: list[int]) -> list[Fraction]:
    """The coefficients of the antiderivative without a constant."""
    return [Fraction(0), *(Fraction(value, power + 1) for power, value in enumerate(c))]


def _value(c: list[Fraction], x: int | Fraction) -> Fraction:
    return sum((value * Fraction(x) ** power for power, value in enumerate(c)), Fraction(0))


def _over(c: list[int], low: int | Fraction, high: int | Fraction) -> Fraction:
    return _value(integrated(c), high) - _value(integrated(c), low)


def _shown(c: list[Fraction]) -> str:
    total = Polynomial({})
    for power, coefficient in enumerate(c):
        total = total + Polynomial.variable("x").power(power).scaled(coefficient)
    return infix(polynomial_tree(total))


def even(rng: Random, a: int = 3) -> Expr:
    """A quadratic whose antiderivative has whole coefficients."""
    return quadratic(3 * nonzero(rng, -2, a), 2 * nonzero(rng, -4, 4), nonzero(rng, -7, 7), "x")


def _indefinite(f: Expr, *wrong: str) -> Item:
    c = coefficients(f)
    key = f"{_shown(integrated(c))} + C"
    return Item(
        value(f"integrate({text(f)}, x)", x="real", C="real"),
        (key,),
        (Said("각 항의 부정적분을 구하면 ($C$는 적분상수)", "integrate each term", key),),
        tuple((w,) for w in dict.fromkeys(wrong) if w != key),
    )


@told_type(
    "antiderivative-of-linear",
    standard="[12미적Ⅰ-03-01]",
    ko="일차함수의 부정적분",
    en="antiderivative of a linear function",
    draw=lambda rng: {"f": linear(2 * nonzero(rng, -6, 6), "x", nonzero(rng, -9, 9))},
    says={
        "ko": ("부정적분 $\\int ({f})\\,dx$를 구하시오. (단, $C$는 적분상수)",),
        "en": ("Find the indefinite integral $\\int ({f})\\,dx$ with the constant of integration $C$.",),
    },
)
def antiderivative_of_linear(f: Expr) -> Item:
    c = coefficients(f)
    if len(c) != 2 or c[1] % 2 or not c[0]:
        raise ValueError("a linear function")
    b, a = c
    whole = _shown(integrated(c))
    return _indefinite(
        f,
        whole,
        f"{_shown([Fraction(0), Fraction(b), Fraction(a)])} + C",
        f"{a} + C",
        f"{_shown([Fraction(0), Fraction(0), Fraction(a, 2)])} + C",
        f"{_shown([Fraction(0), Fraction(-b), Fraction(a, 2)])} + C",
    )


@told_type(
    "antiderivative-of-quadratic",
    standard="[12미적Ⅰ-03-02]",
    ko="다항함수의 부정적분",
    en="antiderivative of a polynomial",
    draw=lambda rng: {"f": even(rng)},
    says={
        "ko": ("부정적분 $\\int ({f})\\,dx$를 구하시오. (단, $C$는 적분상수)",),
        "en": ("Find the indefinite integral $\\int ({f})\\,dx$ with the constant of integration $C$.",),
    },
)
def antiderivative_of_quadratic(f: Expr) -> Item:
    c = coefficients(f)
    if len(c) != 3 or any(k.denominator > 1 for k in integrated(c)) or not c[0] or not c[1]:
        raise ValueError("a quadratic function")
    z = Fraction(0)
    return _indefinite(
        f, _shown(integrated(c)), f"{_shown([z, *map(Fraction, c)])} + C", f"{_shown([Fraction(c[1]), Fraction(2 * c[2])])} + C",
        f"{_shown([z, Fraction(c[0]), Fraction(c[1], 2), Fraction(c[2])])} + C", f"{_shown([z, Fraction(-c[0]), Fraction(c[1], 2), Fraction(c[2], 3)])} + C",
    )  # fmt: skip


@told_type(
    "antiderivative-of-sum",
    standard="[12미적Ⅰ-03-02]",
    ko="합의 부정적분",
    en="antiderivative of a product that is multiplied out",
    draw=lambda rng: {"f": f"(x + {rng.randint(1, 6)})({text(linear(3, 'x', 2 * nonzero(rng, -5, 5)))})"},
    says={
        "ko": ("부정적분 $\\int {f}\\,dx$를 구하시오. (단, $C$는 적분상수)",),
        "en": ("Find the indefinite integral $\\int {f}\\,dx$ with the constant of integration $C$.",),
    },
)
def antiderivative_of_sum(f: Expr) -> Item:
    c = coefficients(f)
    whole = integrated(c)
    if len(c) != 3 or not c[0] or not c[1] or max(k.denominator for k in whole) > 2:
        raise ValueError("a product")
    z = Fraction(0)
    return _indefinite(
        f, _shown(whole), f"{_shown([z, *map(Fraction, c)])} + C", f"{_shown([z, Fraction(c[0]), z, Fraction(c[2], 3)])} + C",
        f"{_shown([z, Fraction(-c[0]), Fraction(c[1], 2), Fraction(c[2], 3)])} + C", f"{_shown([z, Fraction(c[0]), Fraction(c[1]), Fraction(c[2], 3)])} + C",
    )  # fmt: skip


@told_type(
    "split-definite-integral",
    standard="[12미적Ⅰ-03-03]",
    ko="정적분의 성질",
    en="properties of definite integrals",
    draw=lambda rng: {"f": even(rng), "a": rng.randint(-2, 1), "b": rng.randint(2, 3), "c": rng.randint(4, 5)},
    says={
        "ko": ("$\\int_{{a}}^{{b}} ({f})\\,dx+\\int_{{b}}^{{c}} ({f})\\,dx$의 값을 구하시오.",),
        "en": ("Find the value of $\\int_{{a}}^{{b}} ({f})\\,dx+\\int_{{b}}^{{c}} ({f})\\,dx$.",),
    },
)
def split_definite_integral(a: int, b: int, c: int, f: Expr) -> Item:
    k = coefficients(f)
    if not a < b < c or len(k) != 3:
        raise ValueError("three places in order")
    key = _over(k, a, c)
    if key.denominator > 1:
        raise ValueError("a whole value")
    return Item(
        value(f"integrate({text(f)}, x, {a}, {b}) + integrate({text(f)}, x, {b}, {c})"),
        (as_text(key),),
        (
            Said("적분 구간을 이으면", "join the intervals", f"integrate({text(f)}, x, {a}, {c})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, _over(k, a, b), _over(k, b, c), -key, _over(k, a, b) - _over(k, b, c), at(k, c) - at(k, a)),
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
    key = _over(k, -a, a)
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
        slips(key, key / 2, 2 * _over(k, 0, a), 0, -key, _over(k, 0, a)),
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


def draw_between(rng: Random) -> dict[str, object]:
    p = rng.randint(-3, 2)
    q = p + rng.choice((2, 3, 4, 6))
    return {"f": quadratic(1, -p - q, p * q, "x")}
