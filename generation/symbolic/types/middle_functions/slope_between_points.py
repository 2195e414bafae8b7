"""An unknown coordinate from the slope between two points."""

from __future__ import annotations

from random import Random

from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, told_type
from generation.symbolic.types.middle_functions.graphs import through


def draw(rng: Random) -> dict[str, object]:
    p, m = rng.randint(-4, 4), nonzero(rng, -4, 5)
    r, q = p + nonzero(rng, -4, 5), nonzero(rng, -7, 7)
    return {"p": p, "q": q, "r": r, "m": m}


@told_type(
    "slope-between-points",
    standard="[9수02-16]",
    ko="두 점을 지나는 그래프의 기울기",
    en="slope between two points",
    draw=draw,
    says={
        "ko": (
            "두 점 $({p}, {q})$, $({r}, k)$[을] 지나는 일차함수의 그래프의 기울기가 {m}일 때, $k$의 값을 구하시오.",
            "일차함수의 그래프가 두 점 $({p}, {q})$, $({r}, k)$[을] 지나고 기울기가 {m}일 때, $k$의 값을 구하시오.",
        ),
        "en": ("A line through $({p}, {q})$ and $({r}, k)$ has slope {m}. Find $k$.",),
    },
)
def slope_between_points(p: int, q: int, r: int, m: int) -> Item:
    run = r - p
    if run == 0 or m == 0:
        raise ValueError("two points on a slope")
    key = q + m * run
    wrong = {q - m * run, m * run - q, q + m * (r + p), q + run, m * run} - {key}
    rise = f"k - {q}" if q > 0 else f"k + {-q}" if q < 0 else "k"
    below = f"{r} - {p}" if p >= 0 else f"{r} + {-p}"
    return Item(
        through(f"{m}*x + b", (p, q), (r, "k"), of="k"),
        (str(key),),
        (
            Said("(기울기)=($y$의 값의 증가량)÷($x$의 값의 증가량)이므로", "the slope is the rise over the run",
                 f"({rise})/({below}) = {m}"),
            Said("정리하면", "simplify", f"{rise} = {m * run}"),
            Said("따라서", "so", f"k = {key}"),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )  # fmt: skip
