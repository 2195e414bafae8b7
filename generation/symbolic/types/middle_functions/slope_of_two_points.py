"""The slope of the line through two points."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, as_text, slips, told_type, value


def draw(rng: Random) -> dict[str, object]:
    p, q, m = rng.randint(-4, 4), rng.randint(-6, 6), nonzero(rng, -4, 4, avoid=(1, -1))
    run = nonzero(rng, -4, 5, avoid=(1,))
    return {"p": p, "q": q, "r": p + run, "s": q + m * run}


@told_type(
    "slope-of-two-points",
    standard="[9수02-16]",
    ko="두 점을 지나는 직선의 기울기",
    en="slope of the line through two points",
    draw=draw,
    says={
        "ko": (
            "두 점 $({p}, {q})$, $({r}, {s})$[을] 지나는 일차함수의 그래프의 기울기를 구하시오.",
            "두 점 $({p}, {q})$, $({r}, {s})$[을] 지나는 직선의 기울기를 구하시오.",
        ),
        "en": ("Find the slope of the line through $({p}, {q})$ and $({r}, {s})$.",),
    },
    reads=(
        "두 점 $\\mathrm{A}({p}, {q})$, $\\mathrm{B}({r}, {s})$[을] 지나는 직선의 기울기를 구하시오.",
        "일차함수의 그래프가 두 점 $({p}, {q})$, $({r}, {s})$[을] 지날 때, 이 그래프의 기울기를 구하시오.",
    ),
)
def slope_of_two_points(p: int, q: int, r: int, s: int) -> Item:
    if p == r or q == s:
        raise ValueError("a line across both axes")
    key = Fraction(s - q, r - p)
    if key.denominator > 3:
        raise ValueError("a clean slope")
    ratio = f"({s} - {_signed(q)})/({r} - {_signed(p)})"
    sums = Fraction(s + q, r + p) if r + p else Fraction(s + q)
    return Item(
        value(ratio),
        (as_text(key),),
        (
            Said("(기울기)=($y$의 값의 증가량)÷($x$의 값의 증가량)이므로", "the slope is the rise over the run", ratio),
            Said("따라서", "so", as_text(key)),
        ),
        slips(key, 1 / key, -key, -1 / key, sums, s - q, key + 1, key - 2, fits=lambda n: n.denominator < 8),
    )


def _signed(number: int) -> str:
    return f"({number})" if number < 0 else str(number)
