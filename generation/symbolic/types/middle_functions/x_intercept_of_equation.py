"""The intercept of a line given by an equation in two unknowns."""

from __future__ import annotations

from random import Random

from generation.expression.tree import Relation
from generation.problem import Ask, Model
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, as_text, text, told_type
from generation.symbolic.types.middle_functions.graphs import line_coefficients


def draw(rng: Random) -> dict[str, object]:
    p, q = rng.randint(2, 6), nonzero(rng, -6, 6, avoid=(1, -1))
    return {"e": f"{p}x {'+' if q > 0 else '-'} {abs(q)}y = {p * nonzero(rng, -6, 6)}"}


@told_type(
    "x-intercept-of-equation",
    standard="[9수02-17]",
    ko="일차방정식의 그래프의 절편",
    en="intercept of a linear equation",
    draw=draw,
    says={
        "ko": ("일차방정식 {e}의 그래프의 $x$절편을 구하시오.", "직선 {e}의 $x$절편을 구하시오."),
        "en": ("Find the $x$-intercept of the line {e}.",),
    },
)
def x_intercept_of_equation(e: Relation) -> Item:
    p, q, r = line_coefficients(e)
    key = -r / p
    if not r or key.denominator > 3:
        raise ValueError("a small fraction")
    wrong = {r / p, -r, -r / q, r / q, p / r} - {key}
    return Item(
        Model(Ask("value", of="x"), {"x": "real", "y": "real"}, given=(text(e), "y = 0")),
        (as_text(key),),
        (
            Said(
                "$y=0$[을] 대입하면",
                "put $y=0$",
                f"{as_text(p)}x = {as_text(-r)}"
                if p.denominator == 1 and p != -1
                else f"{as_text(p)}*x = {as_text(-r)}"
                if p != 1
                else None,
            ),
            Said("따라서", "so", f"x = {as_text(key)}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong) if w.denominator < 8),
    )
