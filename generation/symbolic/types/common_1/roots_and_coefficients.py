"""Roots and coefficients of quadratic equations [10공수1-02-03]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.tree import Relation
from generation.problem import Ask, Model
from generation.symbolic.building import nonzero, quadratic
from generation.symbolic.told import Item, Said, as_text, text, told_type
from generation.symbolic.types.common_1.complex_numbers import coefficients_of


def draw_vieta(rng: Random) -> dict[str, object]:
    return {"e": f"{text(quadratic(1, nonzero(rng, -9, 9), nonzero(rng, -9, 9), 'x'))} = 0"}


def _by_roots(
    e: Relation,
    of: str,
    key: Fraction,
    wrong: tuple[Fraction | int, ...],
    line: str | None,
    limit: int = 4,
    words: tuple[str, str] = ("변형하여 대입하면", "rewrite and put them in"),
) -> Item:
    a, b, c = coefficients_of(e)
    if b * b == 4 * a * c or not b or not c or key.denominator > limit:
        raise ValueError("two different roots")
    total, product = Fraction(-b, a), Fraction(c, a)
    found = dict.fromkeys(Fraction(w) for w in wrong)
    return Item(
        Model(
            Ask("value", of=of.replace("α", "p").replace("β", "q")),
            {"x": "complex", "p": "complex", "q": "complex"},
            given=("f(p) = 0", "f(q) = 0", "p != q"),
            define={"f(x)": text(e.left)},
        ),
        (as_text(key),),
        (
            Said(f"근과 계수의 관계에 의하여 $\\alpha+\\beta={as_text(total)}$, $\\alpha\\beta={as_text(product)}$",
                 f"the sum of the roots is ${as_text(total)}$ and their product ${as_text(product)}$"),
            *([Said(*words, line)] if line else []),
            Said("따라서", "so", as_text(key)),
        ),
        tuple((as_text(w),) for w in found if w != key),
    )  # fmt: skip


@told_type(
    "sum-of-squares-of-roots",
    standard="[10공수1-02-03]",
    ko="두 근의 제곱의 합",
    en="sum of squares of roots",
    draw=draw_vieta,
    says={
        "ko": (
            "이차방정식 {e}의 두 근을 $\\alpha$, $\\beta$라 할 때, $\\alpha^2+\\beta^2$의 값을 구하시오.",
            "이차방정식 {e}의 두 근이 $\\alpha$, $\\beta$일 때, $\\alpha^2+\\beta^2$의 값을 구하시오.",
        ),
        "en": ("Let $\\alpha$ and $\\beta$ be the roots of {e}. Find $\\alpha^2+\\beta^2$.",),
    },
)
def sum_of_squares_of_roots(e: Relation) -> Item:
    a, b, c = coefficients_of(e)
    s, p = Fraction(-b, a), Fraction(c, a)
    line = f"({as_text(s)})^2 - 2*({as_text(p)})"
    return _by_roots(
        e, "α^2 + β^2", s * s - 2 * p, (s * s, s * s + 2 * p, s * s - p, s * s - 4 * p, -s * s - 2 * p), line
    )


@told_type(
    "sum-of-reciprocals-of-roots",
    standard="[10공수1-02-03]",
    ko="두 근의 역수의 합",
    en="sum of reciprocals of roots",
    draw=draw_vieta,
    says={
        "ko": (
            "이차방정식 {e}의 두 근을 $\\alpha$, $\\beta$라 할 때, $\\frac{1}{\\alpha}+\\frac{1}{\\beta}$의 값을 구하시오.",
        ),
        "en": ("Let $\\alpha$ and $\\beta$ be the roots of {e}. Find $\\frac{1}{\\alpha}+\\frac{1}{\\beta}$.",),
    },
)
def sum_of_reciprocals_of_roots(e: Relation) -> Item:
    a, b, c = coefficients_of(e)
    if not c or not b:
        raise ValueError("roots other than zero")
    s, p = Fraction(-b, a), Fraction(c, a)
    return _by_roots(e, "1/α + 1/β", s / p, (-s / p, p / s, 1 / s, s * p, 1 / p), f"({as_text(s)})/({as_text(p)})", 9)


@told_type(
    "sum-of-two-roots",
    standard="[10공수1-02-03]",
    ko="두 근의 합",
    en="sum of the roots",
    draw=lambda rng: {
        "e": f"{text(quadratic(rng.choice((1, 1, 2, 3)), nonzero(rng, -9, 9), nonzero(rng, -9, 9), 'x'))} = 0"
    },
    says={
        "ko": (
            "이차방정식 {e}의 두 근의 합을 구하시오.",
            "이차방정식 {e}의 두 근을 $\\alpha$, $\\beta$라 할 때, $\\alpha+\\beta$의 값을 구하시오.",
        ),
        "en": ("Let $\\alpha$ and $\\beta$ be the roots of {e}. Find $\\alpha+\\beta$.",),
    },
)
def sum_of_two_roots(e: Relation) -> Item:
    a, b, c = coefficients_of(e)
    return _by_roots(
        e,
        "α + β",
        Fraction(-b, a),
        (Fraction(b, a), Fraction(c, a), Fraction(-c, a), -b, Fraction(-a, b or 1)),
        f"-({b})/{a}",
        9,
        ("계수를 대입하면", "put in the coefficients"),
    )


@told_type(
    "product-of-two-roots",
    standard="[10공수1-02-03]",
    ko="두 근의 곱",
    en="product of the roots",
    draw=lambda rng: {
        "e": f"{text(quadratic(rng.choice((1, 1, 2, 3)), nonzero(rng, -9, 9), nonzero(rng, -9, 9), 'x'))} = 0"
    },
    says={
        "ko": (
            "이차방정식 {e}의 두 근의 곱을 구하시오.",
            "이차방정식 {e}의 두 근을 $\\alpha$, $\\beta$라 할 때, $\\alpha\\beta$의 값을 구하시오.",
        ),
        "en": ("Let $\\alpha$ and $\\beta$ be the roots of {e}. Find $\\alpha\\beta$.",),
    },
)
def product_of_two_roots(e: Relation) -> Item:
    a, b, c = coefficients_of(e)
    return _by_roots(e, "α*β", Fraction(c, a), (Fraction(-c, a), Fraction(-b, a), Fraction(b, a), c, -c), None, 9)


@told_type(
    "square-of-difference-of-roots",
    standard="[10공수1-02-03]",
    ko="두 근의 차의 제곱",
    en="square of the difference of the roots",
    draw=draw_vieta,
    says={
        "ko": ("이차방정식 {e}의 두 근을 $\\alpha$, $\\beta$라 할 때, $(\\alpha-\\beta)^2$의 값을 구하시오.",),
        "en": ("Let $\\alpha$ and $\\beta$ be the roots of {e}. Find $(\\alpha-\\beta)^2$.",),
    },
)
def square_of_difference_of_roots(e: Relation) -> Item:
    a, b, c = coefficients_of(e)
    s, p = Fraction(-b, a), Fraction(c, a)
    line = f"({as_text(s)})^2 - 4*({as_text(p)})"
    return _by_roots(
        e, "(α - β)^2", s * s - 4 * p, (s * s + 4 * p, s * s - 2 * p, s * s - p, s * s, -s * s - 4 * p), line
    )
