"""A number from what happens to it."""

from __future__ import annotations

from random import Random

from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, told_type, value


def draw(rng: Random) -> dict[str, object]:
    p, q = rng.sample(range(2, 9), 2)
    p, q = max(p, q), min(p, q)
    b, x = rng.randint(2, 20), nonzero(rng, -9, 15)
    return {"p": p, "b": b, "q": q, "c": (p - q) * x - b}


@told_type(
    "number-riddle",
    standard="[9수02-04]",
    ko="수에 대한 일차방정식의 활용",
    en="number riddle",
    draw=draw,
    says={
        "ko": (
            "어떤 수의 {p}배에서 {b}[을] 뺀 수는 어떤 수의 {q}배보다 {c}만큼 크다고 한다. 어떤 수를 구하시오.",
            "어떤 수의 {p}배에서 {b}[을] 뺀 값이 어떤 수의 {q}배보다 {c}만큼 클 때, 어떤 수를 구하시오.",
        ),
        "en": ("{p} times a number minus {b} is {c} more than {q} times the number. Find the number.",),
    },
)
def number_riddle(p: int, b: int, q: int, c: int) -> Item:
    if p == q or min(p, q, b, c) <= 0 or (b + c) % (p - q):
        raise ValueError("a whole number")
    key = (b + c) // (p - q)
    wrong = {(c - b) // (p - q), -(b + c) // (p + q), (b + c), key + 1, key - 2} - {key}
    return Item(
        value("x", [f"{p}*x - {b} = {q}*x + {c}"], x="real"),
        (str(key),),
        (
            Said("어떤 수를 $x$라 하고 식을 세우면", "let the number be $x$", f"{p}x - {b} = {q}x + {c}"),
            Said("이항하여 정리하면", "collect the terms", f"{p - q}*x = {b + c}" if p - q != 1 else None),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )
