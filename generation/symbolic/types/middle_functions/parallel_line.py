"""A line parallel to another through a point."""

from __future__ import annotations

from random import Random

from generation.expression.exact import exact
from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, as_text, text, told_type


def draw(rng: Random) -> dict[str, object]:
    return {
        "f": linear(nonzero(rng, -5, 6, avoid=(1,)), "x", nonzero(rng, -8, 8)),
        "p": nonzero(rng, -4, 4),
        "q": nonzero(rng, -9, 9),
    }


@told_type(
    "parallel-line",
    standard="[9수02-16]",
    ko="평행한 일차함수의 그래프",
    en="parallel graphs of linear functions",
    draw=draw,
    says={
        "ko": (
            "일차함수 $y=ax+b$의 그래프가 일차함수 $y={f}$의 그래프와 평행하고 점 $({p}, {q})$[을] 지날 때, "
            "상수 $a$, $b$에 대하여 $a+b$의 값을 구하시오.",
        ),
        "en": (
            "The graph of $y=ax+b$ is parallel to the graph of $y={f}$ and passes through $({p}, {q})$. Find $a+b$.",
        ),
    },
)
def parallel_line(f: Expr, p: int, q: int) -> Item:
    polynomial = exact(f).polynomial()
    coefficients = None if polynomial is None else polynomial.rational_coefficients("x")
    if coefficients is None or len(coefficients) != 2 or coefficients[1].denominator > 1:
        raise ValueError("a linear function")
    c, a = coefficients
    b = q - a * p
    key = a + b
    if b == c or key.denominator > 2:
        raise ValueError("another line")
    wrong = {a + c, a + q + a * p, a + p - a * q, a - b} - {key}
    return Item(
        parallel_through(f, p, q),
        (as_text(key),),
        (
            Said("평행한 두 직선의 기울기는 같으므로", "parallel lines have equal slopes", f"a = {as_text(a)}"),
            Said(f"$x={p}$, $y={q}$[을] 대입하면", f"put $x={p}$ and $y={q}$", f"b = {as_text(b)}"),
            Said("따라서", "so", f"a + b = {as_text(key)}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong)),
    )


def parallel_through(f: Expr, p: int, q: int) -> Model:
    """The line a*x + b through (p, q) that rises as f does: by as much from 0 to 1."""
    return Model(
        Ask("value", of="a + b"),
        {"x": "real", "a": "real", "b": "real"},
        given=("g(1) - g(0) = f(1) - f(0)", f"g({p}) = {q}"),
        define={"f(x)": text(f), "g(x)": "a*x + b"},
    )
