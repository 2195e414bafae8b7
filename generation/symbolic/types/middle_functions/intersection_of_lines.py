"""Where two lines meet."""

from __future__ import annotations

from random import Random

from generation.expression.exact import exact
from generation.expression.tree import Expr
from generation.symbolic.building import linear
from generation.symbolic.told import Item, Said, as_text, solve, text, told_type


def draw(rng: Random) -> dict[str, object]:
    a, c = rng.sample([k for k in range(-4, 5) if k], 2)
    x, y = rng.randint(-4, 4), rng.randint(-7, 7)
    return {"f": linear(a, "x", y - a * x), "g": linear(c, "x", y - c * x)}


@told_type(
    "intersection-of-lines",
    standard="[9수02-18]",
    ko="두 일차함수의 그래프의 교점",
    en="intersection of two lines",
    draw=draw,
    says={
        "ko": (
            "두 일차함수 $y={f}$, $y={g}$의 그래프의 교점의 좌표를 구하시오.",
            "두 직선 $y={f}$, $y={g}$의 교점의 좌표를 구하시오.",
        ),
        "en": ("Find the point of intersection of the lines $y={f}$ and $y={g}$.",),
    },
)
def intersection_of_lines(f: Expr, g: Expr) -> Item:
    found = []
    for side in (f, g):
        polynomial = exact(side).polynomial()
        coefficients = None if polynomial is None else polynomial.rational_coefficients("x")
        if coefficients is None or len(coefficients) != 2:
            raise ValueError("two lines")
        found.append(coefficients)
    (b, a), (d, c) = found
    if a == c:
        raise ValueError("lines that meet")
    x = (d - b) / (a - c)
    y = a * x + b
    if x.denominator > 2 or y.denominator > 2:
        raise ValueError("a clean point")
    wrong = [(-x, y), (x, -y), (y, x), (-x, -y), (x, y + 1)]
    return Item(
        solve([f"y = {text(f)}", f"y = {text(g)}"], "x", "y"),
        ({"x": as_text(x), "y": as_text(y)},),
        (
            Said("두 식을 연립하면", "set the two equal", f"{text(f)} = {text(g)}"),
            Said("이 방정식을 풀면", "solve it", f"x = {as_text(x)}"),
            Said("$y$의 값을 구하면", "find $y$", f"x = {as_text(x)} and y = {as_text(y)}"),
        ),
        tuple(({"x": as_text(p), "y": as_text(q)},) for p, q in dict.fromkeys(wrong) if (p, q) != (x, y)),
    )
