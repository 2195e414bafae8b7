"""A linear equation in two unknowns, solved for y."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.tree import Relation
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, text, told_type
from generation.symbolic.types.middle_functions.graphs import line_coefficients


def draw(rng: Random) -> dict[str, object]:
    q = rng.choice((2, 3, 4, 5))
    a, b = nonzero(rng, -4, 4), nonzero(rng, -6, 6)
    side = -q if rng.random() < 0.5 else q
    sign = "-" if side < 0 else "+"
    x, c = -side * a, -side * b
    if x < 0:
        x, c, sign = -x, -c, "+" if sign == "-" else "-"
    return {"e": f"{x if x != 1 else ''}x {sign} {q}y {'+' if c > 0 else '-'} {abs(c)} = 0"}


@told_type(
    "linear-equation-for-y",
    standard="[9수02-17]",
    ko="일차방정식과 일차함수",
    en="linear equation and linear function",
    draw=draw,
    says={
        "ko": (
            "일차방정식 {e}[을] $y=ax+b$의 꼴로 나타내시오.",
            "일차방정식 {e}[을] $y$에 대하여 푸시오.",
        ),
        "en": ("Solve the equation {e} for $y$.",),
    },
)
def linear_equation_for_y(e: Relation) -> Item:
    p, q, r = line_coefficients(e)
    a, b = -p / q, -r / q
    if not r or max(a.denominator, b.denominator) > 4:
        raise ValueError("a clean slope and intercept")

    def line(slope: Fraction, rest: Fraction) -> str:
        return f"y = {text(linear(slope, 'x', rest))}"

    key = line(a, b)
    wrong = {line(-a, b), line(a, -b), line(-a, -b), line(p, r), line(a, -r)} - {key}
    moved = text(linear(-p, "x", -r))
    return Item(
        Model(Ask("solve", unknowns=("y",)), {"x": "real", "y": "real"}, given=(text(e),)),
        (key,),
        (
            Said("$y$가 있는 항만 좌변에 남기면", "keep the term with $y$ on the left", f"{text(q)}*y = {moved}"),
            Said(f"양변을 ${text(q)}$[으로] 나누면", f"divide both sides by ${text(q)}$", key),
        ),
        tuple((w,) for w in sorted(wrong)),
    )
