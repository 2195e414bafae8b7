"""Limits of functions [12미적Ⅰ-01-01, 02]."""

from __future__ import annotations

from fractions import Fraction

from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import nonzero, quadratic
from generation.symbolic.told import Item, Said, as_text, placed, slips, text, told_type, value
from generation.symbolic.types.common_1.polynomials import whole_coefficients


def _value_at(f: Expr, x: int) -> int:
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
    key = _value_at(f, a)
    return Item(
        value(f"limit({text(f)}, x, {a})"),
        (str(key),),
        (
            Said(f"다항함수이므로 $x={a}$[을] 대입하면", f"a polynomial is continuous, so put $x={a}$", placed(f, x=a)),
            Said("따라서", "so", str(key)),
        ),
        slips(key, _value_at(f, -a), -key, key + 2 * a, key + 1, 0),
    )


@told_type(
    "limit-of-rational-at-infinity",
    standard="[12미적Ⅰ-01-01]",
    ko="무한대에서의 극한",
    en="limit at infinity",
    draw=lambda rng: {
        "f": quadratic(nonzero(rng, -6, 9), nonzero(rng, -6, 6), nonzero(rng, -9, 9), "x"),
        "g": quadratic(rng.randint(2, 5), nonzero(rng, -6, 6), nonzero(rng, -9, 9), "x"),
    },
    says={
        "ko": ("$\\lim_{x\\to\\infty} \\frac{{f}}{{g}}$의 값을 구하시오.",),
        "en": ("Find $\\lim_{x\\to\\infty} \\frac{{f}}{{g}}$.",),
    },
)
def limit_of_rational_at_infinity(f: Expr, g: Expr) -> Item:
    (c, b, a), (r, q, p) = whole_coefficients(f, 2), whole_coefficients(g, 2)
    key = Fraction(a, p)
    if not r or not c:
        raise ValueError("two quadratics")
    return Item(
        value(f"limit(({text(f)})/({text(g)}), x, oo)"),
        (as_text(key),),
        (
            Said(
                "분모와 분자를 각각 분모의 최고차항으로 나누면 최고차항의 계수의 비만 남으므로",
                "divide by the highest power; only the leading coefficients remain",
                as_text(key),
            ),
        ),
        slips(key, Fraction(c, r), Fraction(p, a), 0, Fraction(b, q) if q else 1, 1),
    )


@told_type(
    "limit-by-factoring",
    standard="[12미적Ⅰ-01-02]",
    ko="$\\frac{0}{0}$ 꼴의 극한",
    en="limit by cancelling a factor",
    draw=lambda rng: (lambda a, r: {"a": a, "f": quadratic(1, -a - r, a * r, "x")})(
        rng.randint(1, 9), nonzero(rng, -9, 9)
    ),
    says={
        "ko": ("$\\lim_{x\\to {a}} \\frac{{f}}{x-{a}}$의 값을 구하시오.",),
        "en": ("Find $\\lim_{x\\to {a}} \\frac{{f}}{x-{a}}$.",),
    },
)
def limit_by_factoring(a: int, f: Expr) -> Item:
    _, b, lead = whole_coefficients(f, 2)
    if _value_at(f, a) or lead != 1 or a < 1:
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


@told_type(
    "constant-of-limit",
    standard="[12미적Ⅰ-01-02]",
    ko="극한값이 주어진 함수의 상수",
    en="constants of a limit that exists",
    draw=lambda rng: (lambda a, r: {"a": a, "k": a - r})(rng.randint(1, 9), nonzero(rng, -9, 9)),
    says={
        "ko": ("$\\lim_{x\\to {a}} \\frac{x^2+px+q}{x-{a}}={k}$일 때, 상수 $p$, $q$에 대하여 $p+q$의 값을 구하시오.",),
        "en": ("Given $\\lim_{x\\to {a}} \\frac{x^2+px+q}{x-{a}}={k}$, find $p+q$.",),
    },
)
def constant_of_limit(a: int, k: int) -> Item:
    other = a - k
    p, q = -a - other, a * other
    if a < 1 or not other or not k:
        raise ValueError("another root")
    key = p + q
    return Item(
        Model(
            Ask("value", of="p + q"),
            {"x": "real", "p": "real", "q": "real"},
            given=(f"f({a}) = 0", f"diff(f(x), x, {a}) = {k}"),
            define={"f(x)": "x^2 + p*x + q"},
        ),
        (str(key),),
        (
            Said(
                f"분모가 0으로 가므로 분자도 0으로 가야 하고 극한값이 ${k}$이므로",
                f"the numerator vanishes too and the limit is ${k}$",
                f"p = {p} and q = {q}",
            ),
            Said("따라서", "so", f"p + q = {key}"),
        ),
        slips(key, p - q, -p + q, -key, k - a, key + a),
    )


@told_type(
    "limit-by-rationalising",
    standard="[12미적Ⅰ-01-02]",
    ko="무리식의 극한",
    en="limit of an expression with a root",
    draw=lambda rng: (lambda a, r: {"a": a, "r": r, "c": r * r - a})(rng.randint(1, 15), rng.randint(2, 12)),
    says={
        "ko": ("$\\lim_{x\\to {a}} \\frac{\\sqrt{x+{c}}-{r}}{x-{a}}$의 값을 구하시오.",),
        "en": ("Find $\\lim_{x\\to {a}} \\frac{\\sqrt{x+{c}}-{r}}{x-{a}}$.",),
    },
)
def limit_by_rationalising(a: int, c: int, r: int) -> Item:
    if a < 1 or c < 1 or r * r != a + c:
        raise ValueError("a root that comes out at the place")
    key = Fraction(1, 2 * r)
    return Item(
        value(f"limit((sqrt(x + {c}) - {r})/(x - {a}), x, {a})"),
        (as_text(key),),
        (
            Said(
                "분자를 유리화하여 약분하면",
                "rationalise the numerator and cancel",
                f"limit(1/(sqrt(x + {c}) + {r}), x, {a})",
            ),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, 0, Fraction(1, r), 2 * r, -key, Fraction(1, 2 * (r + c))),
    )
