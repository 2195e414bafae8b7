"""Inverse proportion: a value from another pair."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, as_text, told_type
from generation.symbolic.types.middle_functions.graphs import through


def draw(rng: Random) -> dict[str, object]:
    r, key = nonzero(rng, -9, 9, avoid=(1, -1)), nonzero(rng, -9, 9)
    p = rng.choice([d for d in range(-12, 13) if d and r * key % d == 0 and d != r])
    return {"p": p, "q": r * key // p, "r": r}


@told_type(
    "inverse-proportion",
    standard="[9수02-07]",
    ko="반비례",
    en="inverse proportion",
    draw=draw,
    says={
        "ko": (
            "$y$가 $x$에 반비례하고 $x={p}$일 때 $y={q}$이다. $x={r}$일 때, $y$의 값을 구하시오.",
            "$y$는 $x$에 반비례하고, $x={p}$일 때 $y={q}$이다. $x={r}$일 때 $y$의 값을 구하시오.",
        ),
        "en": ("$y$ is inversely proportional to $x$, and $y={q}$ when $x={p}$. Find $y$ when $x={r}$.",),
    },
)
def inverse_proportion(p: int, q: int, r: int) -> Item:
    if 0 in (p, q, r) or p == r:
        raise ValueError("two pairs")
    key = Fraction(p * q, r)
    if key.denominator > 3:
        raise ValueError("a small fraction")
    wrong = {Fraction(q * r, p), Fraction(q + r - p), Fraction(p * q * r), -key, Fraction(p * q)} - {key}
    return Item(
        through("k/x", (p, q), of=f"f({r})"),
        (as_text(key),),
        (
            Said(f"$y=\\frac{{k}}{{x}}$에 $x={p}$, $y={q}$[을] 대입하면",
                 f"put $x={p}$ and $y={q}$ into $y=\\frac{{k}}{{x}}$", f"k = {p * q}"),
            Said(f"$x={r}$[을] 대입하면", f"put $x={r}$", f"{_bracket(p)}*{_bracket(q)}/{_bracket(r)}"),
            Said("따라서", "so", as_text(key)),
        ),
        tuple((as_text(w),) for w in sorted(wrong) if w.denominator < 10 and abs(w) < 300),
    )  # fmt: skip


def _bracket(number: int) -> str:
    return f"({number})" if number < 0 else str(number)
