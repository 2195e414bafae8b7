"""Intercepts of a line."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.exact import exact
from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, as_text, text, told_type


def draw(rng: Random) -> dict[str, object]:
    a = nonzero(rng, -6, 6, avoid=(1, -1))
    return {"f": linear(a, "x", a * nonzero(rng, -6, 6))}


@told_type(
    "x-intercept",
    standard="[9수02-15]",
    ko="$x$절편",
    en="x-intercept",
    draw=draw,
    says={
        "ko": (
            "일차함수 $y={f}$의 그래프의 $x$절편을 구하시오.",
            "일차함수 $y={f}$의 그래프가 $x$축과 만나는 점의 $x$좌표를 구하시오.",
        ),
        "en": ("Find the $x$-intercept of the graph of $y={f}$.",),
    },
)
def x_intercept(f: Expr) -> Item:
    polynomial = exact(f).polynomial()
    coefficients = None if polynomial is None else polynomial.rational_coefficients("x")
    if coefficients is None or len(coefficients) != 2 or not coefficients[0]:
        raise ValueError("a line that cuts both axes")
    b, a = coefficients
    key = -b / a
    if key.denominator > 3:
        raise ValueError("a small fraction")
    wrong = {b / a, b, a, -b, Fraction(a / b) if b else key} - {key}
    return Item(
        Model(Ask("value", of="x"), {"x": "real"}, given=("f(x) = 0",), define={"f(x)": text(f)}),
        (as_text(key),),
        (
            Said("$y=0$[을] 대입하면", "put $y=0$", f"0 = {text(f)}"),
            Said("따라서", "so", f"x = {as_text(key)}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong) if w.denominator < 8),
    )
