"""Asymptotes of rational functions [10공수2-03-04]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.exact import exact
from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, UnfitError, text, told_type


def draw_hyperbola(rng: Random) -> dict[str, object]:
    p, q = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    if rng.random() < 0.6:
        k = nonzero(rng, -9, 9)
        top = f"{'-' if k < 0 else ''}{abs(k)}/({text(linear(1, 'x', -p))})"
        return {"f": f"{top} {'+' if q > 0 else '-'} {abs(q)}"}
    return {"f": f"({text(linear(q, 'x', nonzero(rng, -9, 9)))})/({text(linear(1, 'x', -p))})"}


def hyperbola(f: Expr) -> tuple[Fraction, Fraction, Fraction]:
    """The place of the upright asymptote, the height of the other, and the constant above the bar. Raises UnfitError."""
    whole = exact(f)
    bottom, top = (part.rational_coefficients("x") for part in (whole.bottom, whole.top))
    if bottom is None or top is None or len(bottom) != 2 or len(top) > 2:
        raise UnfitError("a quotient of linear expressions in x")
    place, height = -bottom[0] / bottom[1], (top[1] if len(top) == 2 else Fraction(0)) / bottom[1]
    return place, height, (top[0] - height * bottom[0]) / bottom[1]


@told_type(
    "asymptotes-of-rational-function",
    standard="[10공수2-03-04]",
    ko="유리함수의 그래프의 점근선",
    en="asymptotes of a rational function",
    draw=draw_hyperbola,
    says={
        "ko": ("함수 $y={f}$의 그래프의 점근선의 방정식을 모두 구하시오.",),
        "en": ("Find both asymptotes of the graph of $y={f}$.",),
    },
    reads=(
        "유리함수 $y={f}$의 그래프의 점근선의 방정식을 구하시오.",
        "함수 $y={f}$의 점근선의 방정식을 구하시오.",
        "유리함수 $y={f}$의 점근선의 방정식을 구하시오.",
        "함수 $y={f}$의 그래프의 두 점근선의 방정식을 구하시오.",
        "함수 $f(x)={f}$의 그래프의 점근선의 방정식을 구하시오.",
    ),
)
def asymptotes_of_rational_function(f: Expr) -> Item:
    p, q, k = hyperbola(f)
    if not k or not p or not q or max(p.denominator, q.denominator) > 1:
        raise UnfitError("a translated hyperbola")
    place, height = int(p), int(q)
    wrong = dict.fromkeys(((-place, height), (place, -height), (-place, -height), (height, place), (place, 0)))
    return Item(
        Model(
            Ask("solve", unknowns=("x", "y")),
            {"x": "real", "y": "real"},
            given=(f"x - ({place}) = 0", f"y - ({height}) = 0"),
        ),
        ({"x": str(place), "y": str(height)},),
        (
            Said(
                "분모가 0이 되는 $x$의 값과, $x$의 절댓값이 커질 때 $y$의 값이 가까워지는 수를 구하면",
                "where the denominator is zero, and what $y$ comes close to far away",
                f"x = {place} and y = {height}",
            ),
        ),
        tuple(({"x": str(a), "y": str(b)},) for a, b in wrong if (a, b) != (place, height)),
    )
