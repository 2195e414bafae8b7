"""A linear function from two points of its graph."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, as_text, told_type
from generation.symbolic.types.middle_functions.graphs import through


def draw(rng: Random) -> dict[str, object]:
    a, b, p = nonzero(rng, -5, 5), nonzero(rng, -8, 8), rng.randint(-4, 3)
    r = p + rng.randint(1, 5)
    return {"p": p, "q": a * p + b, "r": r, "s": a * r + b}


@told_type(
    "line-through-points",
    standard="[9수02-16]",
    ko="두 점을 지나는 일차함수",
    en="linear function through two points",
    draw=draw,
    says={
        "ko": (
            "일차함수 $y=ax+b$의 그래프가 두 점 $({p}, {q})$, $({r}, {s})$[을] 지날 때, $a+b$의 값을 구하시오.",
            "두 점 $({p}, {q})$, $({r}, {s})$[을] 지나는 직선을 그래프로 하는 일차함수의 식이 $y=ax+b$일 때, "
            "$a+b$의 값을 구하시오.",
        ),
        "en": ("The graph of $y=ax+b$ passes through the points $({p}, {q})$ and $({r}, {s})$. Find $a+b$.",),
    },
)
def line_through_points(p: int, q: int, r: int, s: int) -> Item:
    if p == r or q == s:
        raise ValueError("two points on a slope")
    a = Fraction(s - q, r - p)
    b = q - a * p
    key = a + b
    if max(a.denominator, b.denominator) > 3:
        raise ValueError("small fractions")
    wrong = {a - b, b - a, Fraction(r - p, s - q) + b, a * b, -a + q + a * p} - {key}
    return Item(
        through("a*x + b", (p, q), (r, s)),
        (as_text(key),),
        (
            Said(f"(기울기)$=\\frac{{{s}-{_b(q)}}}{{{r}-{_b(p)}}}$이므로", "the slope is the rise over the run", f"a = {as_text(a)}"),
            Said(f"$y={_slope(a)}+b$에 $x={p}$, $y={q}$[을] 대입하면", f"put $x={p}$ and $y={q}$ into $y={_slope(a)}+b$",
                 f"b = {as_text(b)}"),
            Said("따라서", "so", f"a + b = {as_text(key)}"),
        ),
        tuple((as_text(w),) for w in sorted(wrong) if w.denominator < 6),
    )  # fmt: skip


def _slope(a: Fraction) -> str:
    if a.denominator > 1:
        return f"{'-' if a < 0 else ''}\\frac{{{abs(a.numerator)}}}{{{a.denominator}}}x"
    return {1: "x", -1: "-x"}.get(int(a), f"{a}x")


def _b(number: int) -> str:
    return f"({number})" if number < 0 else str(number)
