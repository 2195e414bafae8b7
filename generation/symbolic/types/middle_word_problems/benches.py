"""Benches, rooms or boats with seats left over or missing [9수02-04]."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, slips, told_type, value
from generation.symbolic.wordings import wordings


def _draw(rng: Random) -> dict[str, object]:
    p, benches = rng.randint(3, 7), rng.randint(5, 30)
    q = p + rng.randint(1, 2)
    last = rng.randint(1, q - 1)
    return {"p": p, "b": q * (benches - 1) + last - p * benches, "q": q, "c": last}


@told_type(
    "number-of-benches",
    standard="[9수02-04]",
    ko="긴 의자에 앉는 문제",
    en="benches",
    draw=_draw,
    says={
        "ko": (
            "강당의 긴 의자에 학생들이 앉는데 한 의자에 {p}명씩 앉으면 {b}명이 앉지 못하고, {q}명씩 앉으면 마지막 의자에는 {c}명이 앉고 "
            "빈 의자는 없다. 의자의 개수를 구하시오.",
        ),
        "en": (
            "With {p} students on each bench, {b} students have no seat. With {q} on each bench, the last bench has {c} "
            "and none is empty. How many benches are there?",
        ),
    },
    reads=wordings(
        "<강당의 |>긴 의자에 학생들이 앉는데 <한 의자에|의자 한 개에|의자 하나에> {p}명씩 앉으면 {b}명이 앉지 못하고, <한 의자에 |>{q}명씩 앉으면 "
        "<마지막 의자에는|마지막 의자에> {c}명이 <앉고 빈 의자는 없다.|앉는다.|앉게 된다.|앉는다고 한다.> <의자의 개수를|의자는 모두 몇 개인지> 구하시오.",
    ),
)
def number_of_benches(p: int, b: int, q: int, c: int) -> Item:
    if not 0 < p < q or not 0 < c < q or b <= 0 or (b + q - c) % (q - p):
        raise ValueError("a whole number of benches")
    key = (b + q - c) // (q - p)
    if not 3 <= key <= 60:
        raise ValueError("some benches")
    return Item(
        value("x", [f"{p}*x + {b} = {q}*(x - 1) + {c}"], x="natural"),
        (str(key),),
        (
            Said("의자의 개수를 $x$라 하면 학생 수가 같으므로", "with $x$ benches the number of students is the same",
                 f"{p}x + {b} = {q}(x - 1) + {c}"),
            Said("괄호를 풀면", "expand the bracket", f"{p}x + {b} = {q}x - {q} + {c}"),
            Said("이항하여 정리하면", "collect the terms", f"{q - p}*x = {b + q - c}" if q - p > 1 else None),
            Said("따라서", "so", f"x = {key}"),
        ),
        slips(key, (b - c) // (q - p), (b + c) // (q - p), key - 1, key + 1, p * key + b, fits=lambda n: n > 0),
        unit={"ko": "개", "en": "benches"},
    )  # fmt: skip
