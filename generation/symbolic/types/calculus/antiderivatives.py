"""Antiderivatives [12미적Ⅰ-03-01, 02]."""

from __future__ import annotations

from fractions import Fraction

from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, as_text, slips, text, told_type, value
from generation.symbolic.types.calculus.coefficients import at, clean_quadratic, coefficients, integrated, over, shown


def _indefinite(f: Expr, *wrong: str) -> Item:
    c = coefficients(f)
    key = f"{shown(integrated(c))} + C"
    return Item(
        value(f"integrate({text(f)}, x)", x="real", C="real"),
        (key,),
        (Said("각 항의 부정적분을 구하면 ($C$는 적분상수)", "integrate each term", key),),
        tuple((w,) for w in dict.fromkeys(wrong) if w != key),
    )


WITHOUT_CONSTANT = (
    "부정적분 $\\int ({f})\\,dx$를 구하시오.",
    "$\\int ({f})\\,dx$를 구하시오.",
    "부정적분 $\\int ({f})dx$를 구하시오.",
    "함수 $f(x)={f}$의 부정적분을 구하시오.",
)
"""Wordings that leave the constant of integration unsaid."""


@told_type(
    "function-from-derivative",
    standard="[12미적Ⅰ-03-01]",
    ko="도함수와 함숫값이 주어진 함수",
    en="function from its derivative and a value",
    draw=lambda rng: {
        "f": clean_quadratic(rng),
        "a": rng.choice((0, 1, -1)) or 1,
        "b": nonzero(rng, -9, 9),
        "v": rng.choice((2, 3, -2)),
    },
    says={
        "ko": ("다항함수 $f(x)$에 대하여 $f'(x)={f}$이고 $f({a})={b}$일 때, $f({v})$의 값을 구하시오.",),
        "en": ("A polynomial $f(x)$ has $f'(x)={f}$ and $f({a})={b}$. Find $f({v})$.",),
    },
)
def function_from_derivative(f: Expr, a: int, b: int, v: int) -> Item:
    c = coefficients(f)
    if a == v or len(c) != 3 or any(k.denominator > 1 for k in integrated(c)):
        raise ValueError("two places")
    key = b + over(c, a, v)
    constant = b - at(integrated(c), a)
    return Item(
        Model(
            Ask("value", of=f"{b} + integrate(g(x), x, {a}, {v})"), {"x": "real"}, define={"g(x)": text(f)}
        ),
        (as_text(key),),
        (
            Said("도함수를 적분하고 주어진 함숫값으로 적분상수를 정하여 대입하면",
                 "integrate, find the constant from the given value, and put the place in",
                 f"{as_text(at(integrated(c), v))} + ({as_text(constant)})"),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, at(integrated(c), v), at(integrated(c), v) + b, b - over(c, a, v), at(c, v), key + 1),
    )  # fmt: skip


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
    reads=WITHOUT_CONSTANT,
)
def antiderivative_of_linear(f: Expr) -> Item:
    c = coefficients(f)
    if len(c) != 2 or c[1] % 2 or not c[0]:
        raise ValueError("a linear function")
    b, a = c
    whole = shown(integrated(c))
    return _indefinite(
        f,
        whole,
        f"{shown([Fraction(0), Fraction(b), Fraction(a)])} + C",
        f"{a} + C",
        f"{shown([Fraction(0), Fraction(0), Fraction(a, 2)])} + C",
        f"{shown([Fraction(0), Fraction(-b), Fraction(a, 2)])} + C",
    )


@told_type(
    "antiderivative-of-quadratic",
    standard="[12미적Ⅰ-03-02]",
    ko="다항함수의 부정적분",
    en="antiderivative of a polynomial",
    draw=lambda rng: {"f": clean_quadratic(rng)},
    says={
        "ko": ("부정적분 $\\int ({f})\\,dx$를 구하시오. (단, $C$는 적분상수)",),
        "en": ("Find the indefinite integral $\\int ({f})\\,dx$ with the constant of integration $C$.",),
    },
    reads=WITHOUT_CONSTANT,
)
def antiderivative_of_quadratic(f: Expr) -> Item:
    c = coefficients(f)
    if len(c) != 3 or any(k.denominator > 1 for k in integrated(c)) or not c[0] or not c[1]:
        raise ValueError("a quadratic function")
    z = Fraction(0)
    return _indefinite(
        f, shown(integrated(c)), f"{shown([z, *map(Fraction, c)])} + C", f"{shown([Fraction(c[1]), Fraction(2 * c[2])])} + C",
        f"{shown([z, Fraction(c[0]), Fraction(c[1], 2), Fraction(c[2])])} + C", f"{shown([z, Fraction(-c[0]), Fraction(c[1], 2), Fraction(c[2], 3)])} + C",
    )  # fmt: skip


@told_type(
    "antiderivative-of-sum",
    standard="[12미적Ⅰ-03-02]",
    ko="합의 부정적분",
    en="antiderivative of a product that is multiplied out",
    draw=lambda rng: {"f": f"(x + {rng.randint(1, 12)})({text(linear(3, 'x', 2 * nonzero(rng, -9, 9)))})"},
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
        f, shown(whole), f"{shown([z, *map(Fraction, c)])} + C", f"{shown([z, Fraction(c[0]), z, Fraction(c[2], 3)])} + C",
        f"{shown([z, Fraction(-c[0]), Fraction(c[1], 2), Fraction(c[2], 3)])} + C", f"{shown([z, Fraction(c[0]), Fraction(c[1]), Fraction(c[2], 3)])} + C",
    )  # fmt: skip
