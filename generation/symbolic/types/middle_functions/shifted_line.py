"""A line after a translation along the y-axis."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, text, told_type


def draw(rng: Random) -> dict[str, object]:
    b = rng.choice((0, 0, *range(-7, 8)))
    return {"f": linear(nonzero(rng, -6, 7), "x", b), "k": nonzero(rng, -8, 8)}


@told_type(
    "shifted-line",
    standard="[9수02-15]",
    ko="일차함수의 그래프의 평행이동",
    en="translated graph of a linear function",
    draw=draw,
    says={
        "ko": (
            "일차함수 $y={f}$의 그래프를 $y$축의 방향으로 {k}만큼 평행이동한 그래프의 식을 구하시오.",
            "일차함수 $y={f}$의 그래프를 $y$축의 방향으로 {k}만큼 평행이동한 그래프가 나타내는 일차함수의 식을 구하시오.",
        ),
        "en": ("The graph of $y={f}$ is translated by {k} along the $y$-axis. Find the equation of the new graph.",),
    },
)
def shifted_line(f: Expr, k: int) -> Item:
    polynomial = exact(f).polynomial()
    coefficients = None if polynomial is None else polynomial.rational_coefficients("x")
    if polynomial is None or coefficients is None or len(coefficients) != 2 or k == 0:
        raise ValueError("a linear function and a shift")

    def moved(by: Polynomial) -> str:
        return infix(polynomial_tree(polynomial + by))

    key = moved(Polynomial.constant(k))
    a = coefficients[1]
    wrong = {
        moved(Polynomial.constant(-k)),
        moved(Polynomial.constant(a * k)),
        moved(Polynomial.constant(-a * k)),
        moved(Polynomial.variable("x").scaled(Fraction(k))) if a + k else key,
    } - {key}
    return Item(
        Model(
            Ask("solve", unknowns=("x", "y")),
            {"x": "real", "y": "real"},
            given=(f"y = f(x) + ({k})",),
            define={"f(x)": text(f)},
        ),
        (f"y = {key}",),
        (
            Said(f"$y$축의 방향으로 ${k}$만큼 평행이동하면", f"translate by ${k}$", f"y = {text(f)} + ({k})"),
            Said("따라서", "so", f"y = {key}"),
        ),
        tuple((f"y = {w}",) for w in sorted(wrong)),
    )
