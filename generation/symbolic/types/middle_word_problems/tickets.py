"""Two kinds of tickets from their number and the sum paid."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, told_type, value


def draw(rng: Random) -> dict[str, object]:
    p = 500 * rng.randint(3, 12)
    q = p - 500 * rng.randint(1, 5)
    x, y = rng.randint(3, 15), rng.randint(3, 15)
    return {"p": p, "q": q, "n": x + y, "t": p * x + q * y}


@told_type(
    "tickets",
    standard="[9수02-13]",
    ko="연립방정식의 활용",
    en="system of equations in everyday life",
    draw=draw,
    says={
        "ko": (
            "어느 박물관의 입장료는 어른이 {p}원, 어린이가 {q}원이다. 어른과 어린이를 합하여 {n}명이 입장하고 모두 {t}원을 "
            "냈을 때, 입장한 어른의 수를 구하시오.",
        ),
        "en": (
            "Tickets cost {p} won for an adult and {q} won for a child. A group of {n} people pays {t} won in all. "
            "How many adults are in the group?",
        ),
    },
)
def tickets(p: int, q: int, n: int, t: int) -> Item:
    if not 0 < q < p or (t - q * n) % (p - q):
        raise ValueError("two prices")
    key = (t - q * n) // (p - q)
    if not 1 < key < n - 1:
        raise ValueError("adults and children")
    wrong = {n - key, key + 1, key - 1, key + 2, (t // p) if t // p < n else key} - {key}
    return Item(
        value("x", [f"x + y = {n}", f"{p}*x + {q}*y = {t}"], x="natural", y="natural"),
        (str(key),),
        (
            Said("어른을 $x$명, 어린이를 $y$명이라 하면", "with $x$ adults and $y$ children",
                 f"x + y = {n} and {p}x + {q}y = {t}"),
            Said("$y$를 없애면", "eliminate $y$", f"{p - q}x = {t - q * n}"),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((str(w),) for w in sorted(wrong)),
        unit={"ko": "명", "en": "adults"},
    )  # fmt: skip
