"""The constant of a proportion from a point on its graph."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.tree import Node
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, as_text, text, told_type
from generation.symbolic.types.middle_functions.graphs import through

SHAPES = ("ax", "a/x")


def draw(rng: Random) -> dict[str, object]:
    p, q, shape = nonzero(rng, -6, 6, avoid=(1, -1)), nonzero(rng, -9, 9), rng.choice(SHAPES)
    return {"f": shape, "p": p, "q": q * p if shape == "ax" else q}


@told_type(
    "proportion-through-point",
    standard="[9수02-07]",
    ko="정비례와 반비례의 그래프",
    en="graph of a proportion",
    draw=draw,
    says={
        "ko": (
            "$y={f}$의 그래프가 점 $({p}, {q})$[을] 지날 때, 상수 $a$의 값을 구하시오.",
            "함수 $y={f}$의 그래프가 점 $({p}, {q})$[을] 지날 때, 상수 $a$의 값을 구하시오.",
        ),
        "en": ("The graph of $y={f}$ passes through the point $({p}, {q})$. Find the constant $a$.",),
    },
    reads=(
        "정비례 관계 $y={f}$의 그래프가 점 $({p}, {q})$[을] 지날 때, 상수 $a$의 값을 구하시오.",
        "반비례 관계 $y={f}$의 그래프가 점 $({p}, {q})$[을] 지날 때, 상수 $a$의 값을 구하시오.",
    ),
)
def proportion_through_point(f: Node, p: int, q: int) -> Item:
    shape = text(f).replace("*", "")
    if shape not in SHAPES or 0 in (p, q):
        raise ValueError("a proportion and a point off the axes")
    key = Fraction(q, p) if shape == "ax" else Fraction(p * q)
    if key.denominator > 4:
        raise ValueError("a small fraction")
    wrong = {Fraction(p * q), Fraction(q, p), Fraction(p, q), -key, Fraction(q - p)} - {key, 0}
    return Item(
        through(text(f), (p, q), of="a"),
        (as_text(key),),
        (
            Said(
                f"$x={p}$, $y={q}$[을] 대입하면",
                f"put $x={p}$ and $y={q}$",
                f"{q} = {p}a" if shape == "ax" else f"{q} = a/({p})",
            ),
            Said("따라서", "so", f"a = {as_text(key)}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong) if w.denominator < 10),
    )
