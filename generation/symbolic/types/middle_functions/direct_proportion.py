"""Direct proportion: a value from another pair."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, as_text, put, told_type
from generation.symbolic.types.middle_functions.graphs import through


def draw(rng: Random) -> dict[str, object]:
    k, p = nonzero(rng, -7, 9, avoid=(1, -1)), nonzero(rng, -6, 6)
    return {"p": p, "q": k * p, "r": nonzero(rng, -8, 8, avoid=(p,))}


@told_type(
    "direct-proportion",
    standard="[9수02-07]",
    ko="정비례",
    en="direct proportion",
    draw=draw,
    says={
        "ko": (
            "$y$가 $x$에 정비례하고 $x={p}$일 때 $y={q}$이다. $x={r}$일 때, $y$의 값을 구하시오.",
            "$y$는 $x$에 정비례하고, $x={p}$일 때 $y={q}$이다. $x={r}$일 때 $y$의 값을 구하시오.",
        ),
        "en": ("$y$ is directly proportional to $x$, and $y={q}$ when $x={p}$. Find $y$ when $x={r}$.",),
    },
)
def direct_proportion(p: int, q: int, r: int) -> Item:
    if 0 in (p, q, r) or p == r:
        raise ValueError("two pairs")
    k = Fraction(q, p)
    key = k * r
    if key.denominator > 3:
        raise ValueError("a small fraction")
    wrong = {Fraction(p * q, r), Fraction(q + r - p), Fraction(r * p, q), -key, Fraction(q * r)} - {key}
    return Item(
        through("k*x", (p, q), of=f"f({r})"),
        (as_text(key),),
        (
            Said(
                f"$y=kx$에 $x={p}$, $y={q}$[을] 대입하면", f"put $x={p}$ and $y={q}$ into $y=kx$", f"k = {as_text(k)}"
            ),
            Said(f"$x={r}$[을] 대입하면", f"put $x={r}$", put("{k}*{r}", k=k, r=r)),
            Said("따라서", "so", as_text(key)),
        ),
        tuple((as_text(w),) for w in sorted(wrong) if w.denominator < 10),
    )
