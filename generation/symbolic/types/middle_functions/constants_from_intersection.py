"""Constants from the common point of two lines."""

from __future__ import annotations

from random import Random

from generation.problem import Ask, Model
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, told_type


def draw(rng: Random) -> dict[str, object]:
    p, q = nonzero(rng, -4, 5, avoid=(1, -1)), nonzero(rng, -6, 6)
    return {"m": q - p * nonzero(rng, -4, 5), "k": rng.randint(2, 4), "p": p, "q": q}


@told_type(
    "constants-from-intersection",
    standard="[9수02-18]",
    ko="두 그래프의 교점",
    en="common point of two graphs",
    draw=draw,
    says={
        "ko": (
            "두 직선 $y=ax+{m}$, $y={k}x+b$의 교점의 좌표가 $({p}, {q})$일 때, 상수 $a$, $b$에 대하여 $a+b$의 값을 구하시오.",
            "두 일차함수 $y=ax+{m}$, $y={k}x+b$의 그래프의 교점의 좌표가 $({p}, {q})$일 때, $a+b$의 값을 구하시오.",
        ),
        "en": ("The lines $y=ax+{m}$ and $y={k}x+b$ meet at $({p}, {q})$. Find $a+b$.",),
    },
)
def constants_from_intersection(m: int, k: int, p: int, q: int) -> Item:
    if p == 0 or (q - m) % p or m <= 0 or k <= 1 or q == m:
        raise ValueError("whole constants")
    a, b = (q - m) // p, q - k * p
    if a == k or b == 0:
        raise ValueError("two lines that meet in one point")
    key = a + b
    wrong = {a + q + k * p, a - b, b - a, q + m + b} - {key}
    return Item(
        Model(
            Ask("value", of="a + b"),
            {"x": "real", "a": "real", "b": "real"},
            given=(f"f({p}) = {q}", f"g({p}) = {q}"),
            define={"f(x)": f"a*x + {m}", "g(x)": f"{k}*x + b"},
        ),
        (str(key),),
        (
            Said(f"$y=ax+{m}$에 $x={p}$, $y={q}$[을] 대입하면", f"put $x={p}$, $y={q}$ into $y=ax+{m}$", f"a = {a}"),
            Said(f"$y={k}x+b$에 $x={p}$, $y={q}$[을] 대입하면", f"put $x={p}$, $y={q}$ into $y={k}x+b$", f"b = {b}"),
            Said("따라서", "so", f"a + b = {key}"),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )
