"""When one age will be a multiple of another."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, told_type, value
from generation.symbolic.wordings import wordings


def draw(rng: Random) -> dict[str, object]:
    k, x, child = rng.choice((2, 3)), rng.randint(2, 15), rng.randint(5, 18)
    return {"a": k * (child + x) - x, "b": child, "k": k}


@told_type(
    "years-until-multiple",
    standard="[9수02-04]",
    ko="나이에 대한 일차방정식의 활용",
    en="ages",
    draw=draw,
    says={
        "ko": (
            "올해 어머니의 나이는 {a}세이고 아들의 나이는 {b}세이다. 어머니의 나이가 아들의 나이의 {k}배가 되는 것은 "
            "몇 년 후인지 구하시오.",
            "현재 아버지의 나이는 {a}세, 딸의 나이는 {b}세이다. 몇 년 후에 아버지의 나이가 딸의 나이의 {k}배가 되는지 구하시오.",
        ),
        "en": (
            "A mother is {a} years old and her son is {b} years old. "
            "In how many years will she be {k} times as old as her son?",
        ),
    },
    reads=tuple(
        text
        for parent in ("아버지", "어머니", "이모", "삼촌", "선생님")
        for child in ("아들", "딸", "동생", "조카", "민수")
        for text in wordings(
            f"<올해|현재|> {parent}의 나이는 {{a}}세<이고|,> {child}의 나이는 {{b}}세이다. "
            f"{parent}의 나이가 {child}의 나이의 {{k}}배가 되는 것은 몇 년 <후인지|후인가> 구하시오.",
        )
    ),
)
def years_until_multiple(a: int, b: int, k: int) -> Item:
    if k < 2 or (a - k * b) % (k - 1) or not 25 <= a <= 65 or a - b < 20:
        raise ValueError("ages of parent and child")
    key = (a - k * b) // (k - 1)
    if key <= 0:
        raise ValueError("a number of years")
    wrong = {a - k * b, abs(a - k * b - key), key + b, key + 1, key + 3} - {key, 0}
    return Item(
        value("x", [f"{a} + x = {k}*({b} + x)"], x="natural"),
        (str(key),),
        (
            Said("$x$년 후의 나이로 식을 세우면", "compare the ages after $x$ years", f"{a} + x = {k}({b} + x)"),
            Said("괄호를 풀면", "expand the bracket", f"{a} + x = {k * b} + {k}x"),
            Said("따라서", "so", f"x = {key}"),
        ),
        tuple((str(w),) for w in sorted(wrong)),
        unit={"ko": "년", "en": "years"},
    )
