"""How many people from two ways of sharing out."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, told_type, value
from generation.symbolic.wordings import wordings


def draw(rng: Random) -> dict[str, object]:
    p, people = rng.randint(3, 8), rng.randint(6, 25)
    q = p + rng.randint(1, 2)
    b = rng.randint(1, people - 1)
    return {"p": p, "b": b, "q": q, "c": q * people - p * people - b}


@told_type(
    "sharing-out",
    standard="[9수02-04]",
    ko="과부족에 대한 일차방정식의 활용",
    en="sharing with a rest",
    draw=draw,
    says={
        "ko": (
            "학생들에게 사탕을 나누어 주는데 한 학생에게 {p}개씩 주면 {b}개가 남고, {q}개씩 주면 {c}개가 부족하다. "
            "학생은 모두 몇 명인지 구하시오.",
            "학생들에게 공책을 한 명에게 {p}권씩 나누어 주면 {b}권이 남고, {q}권씩 나누어 주면 {c}권이 모자란다. "
            "학생 수를 구하시오.",
        ),
        "en": (
            "Sweets are shared among some students. With {p} each, {b} are left over; with {q} each, {c} are missing. "
            "How many students are there?",
        ),
    },
    reads=tuple(
        text
        for thing, counter in (
            ("사탕", "개"),
            ("공책", "권"),
            ("연필", "자루"),
            ("귤", "개"),
            ("색종이", "장"),
            ("초콜릿", "개"),
        )
        for text in wordings(
            f"<학생들에게|몇 명의 학생들에게> {thing}을 나누어 주는데 <한 학생에게|한 명에게|한 사람에게> {{p}}{counter}씩 <나누어 |>주면 "
            f"{{b}}{counter}가 남고, {{q}}{counter}씩 <나누어 |>주면 {{c}}{counter}가 <부족하다.|모자란다.|부족하다고 한다.> "
            "<학생 수를|학생은 모두 몇 명인지> 구하시오.",
        )
    ),
)
def sharing_out(p: int, b: int, q: int, c: int) -> Item:
    if not 0 < p < q or min(b, c) <= 0 or (b + c) % (q - p):
        raise ValueError("a whole number of students")
    key = (b + c) // (q - p)
    if key < 3 or b >= p * key:
        raise ValueError("several students")
    wrong = {abs(c - b) // (q - p), b + c, p * key + b, key + 1, key - 1} - {key, 0}
    return Item(
        value("x", [f"{p}*x + {b} = {q}*x - {c}"], x="natural"),
        (str(key),),
        (
            Said("학생 수를 $x$라 하면 전체 개수가 같으므로", "with $x$ students the total is the same",
                 f"{p}x + {b} = {q}x - {c}"),
            Said("이항하여 정리하면", "collect the terms", f"{q - p}*x = {b + c}" if q - p > 1 else None),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((str(w),) for w in sorted(wrong)),
        unit={"ko": "명", "en": "students"},
    )  # fmt: skip
