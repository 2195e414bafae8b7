"""Limits and continuity [12미적Ⅰ-01]."""

from __future__ import annotations

from generation.expression.tree import Expr
from generation.symbolic.building import nonzero, quadratic
from generation.symbolic.told import Item, Said, placed, slips, text, told_type, value
from generation.symbolic.types.common_1.polynomials import whole_coefficients


def _at(f: Expr, x: int) -> int:
    c, b, a = whole_coefficients(f, 2)
    return a * x * x + b * x + c


@told_type(
    "limit-of-polynomial",
    standard="[12미적Ⅰ-01-01]",
    ko="다항함수의 극한",
    en="limit of a polynomial",
    draw=lambda rng: {
        "f": quadratic(nonzero(rng, -3, 4), nonzero(rng, -6, 6), nonzero(rng, -9, 9), "x"),
        "a": nonzero(rng, -4, 4),
    },
    says={
        "ko": ("$\\lim_{x\\to {a}} ({f})$의 값을 구하시오.", "극한값 $\\lim_{x\\to {a}} ({f})$[을] 구하시오."),
        "en": ("Find $\\lim_{x\\to {a}} ({f})$.",),
    },
)
def limit_of_polynomial(a: int, f: Expr) -> Item:
    key = _at(f, a)
    return Item(
        value(f"limit({text(f)}, x, {a})"),
        (str(key),),
        (
            Said(f"다항함수이므로 $x={a}$[을] 대입하면", f"a polynomial is continuous, so put $x={a}$", placed(f, x=a)),
            Said("따라서", "so", str(key)),
        ),
        slips(key, _at(f, -a), -key, key + 2 * a, key + 1, 0),
    )


@told_type(
    "limit-by-factoring",
    standard="[12미적Ⅰ-01-02]",
    ko="$\\frac{0}{0}$ 꼴의 극한",
    en="limit by cancelling a factor",
    draw=lambda rng: (lambda a, r: {"a": a, "f": quadratic(1, -a - r, a * r, "x")})(
        nonzero(rng, -5, 5), nonzero(rng, -6, 6)
    ),
    says={
        "ko": ("$\\lim_{x\\to {a}} \\frac{{f}}{x-({a})}$의 값을 구하시오.",),
        "en": ("Find $\\lim_{x\\to {a}} \\frac{{f}}{x-({a})}$.",),
    },
)
def limit_by_factoring(a: int, f: Expr) -> Item:
    _, b, lead = whole_coefficients(f, 2)
    if _at(f, a) or lead != 1 or a < 1:
        raise ValueError("a factor to cancel")
    other = -b - a
    key = a - other
    if not other or other == a:
        raise ValueError("another root")
    factor = f"x {'-' if other > 0 else '+'} {abs(other)}"
    return Item(
        value(f"limit(({text(f)})/(x - {a}), x, {a})"),
        (str(key),),
        (
            Said("분자를 인수분해하여 약분하면", "factor and cancel", f"limit({factor}, x, {a})"),
            Said("따라서", "so", str(key)),
        ),
        slips(key, 0, a + other, -key, 2 * a, other),
    )
