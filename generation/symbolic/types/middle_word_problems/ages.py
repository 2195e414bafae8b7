"""Ages of two people from their sum or difference and a multiple [9수02-13]."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from generation.problem import Language
from generation.symbolic.told import Item, Said, slips, told_type, value
from generation.symbolic.wordings import wordings

STANDARD = "[9수02-13]"
YEARS: Mapping[Language, str] = {"ko": "세", "en": "years"}


def _family(rng: Random) -> tuple[int, int]:
    k, child = rng.choice((2, 3, 4, 5)), rng.randint(5, 22)
    return k, child


def _sum(rng: Random) -> dict[str, object]:
    k, child = _family(rng)
    return {"s": (k + 1) * child, "k": k}


def _difference(rng: Random) -> dict[str, object]:
    k, child = _family(rng)
    return {"d": (k - 1) * child, "k": k}


def _ages(child: int, k: int, asks_child: bool, relation: str, third: int) -> Item:
    parent = k * child
    if not 4 <= child <= 30 or not 25 <= parent <= 70 or parent - child < 20 or k < 2:
        raise ValueError("ages of parent and child")
    key, other, name = (child, parent, "y") if asks_child else (parent, child, "x")
    put = relation.replace("x", f"{k}*y")
    return Item(
        value(name, [relation, f"x = {k}*y"], x="natural", y="natural"),
        (str(key),),
        (
            Said("아버지의 나이를 $x$세, 아들의 나이를 $y$세라 하면", "let the father be $x$ and the son $y$ years old",
                 f"{relation} and x = {k}y"),
            Said("둘째 식을 첫째 식에 대입하면", "put the second equation into the first", f"{put} and x = {k}y"),
            Said("이 식에서 아들의 나이를 구하면", "so the son is", f"y = {child}"),
            *(
                ()
                if asks_child
                else (
                    Said("따라서 아버지의 나이는", "so the father is", f"{k}*{child}"),
                    Said("계산하면", "work it out", str(parent)),
                )
            ),
        ),
        slips(key, other, third, third * k, key + 1, key - 1, key + k, fits=lambda n: 0 < n < 100 and n.denominator == 1),
        unit=YEARS,
    )  # fmt: skip


for _id, _ko_asked, _en_asked, _asks_child in (("son", "아들", "son", True), ("father", "아버지", "father", False)):

    def _of_sum(s: int, k: int, _asks_child: bool = _asks_child) -> Item:
        if s % (k + 1):
            raise ValueError("whole years")
        return _ages(s // (k + 1), k, _asks_child, f"x + y = {s}", s // k)

    told_type(
        f"age-of-{_id}-from-sum",
        standard=STANDARD,
        ko="나이의 합과 배",
        en="ages from their sum",
        draw=_sum,
        says={
            "ko": (
                "올해 아버지와 아들의 나이의 합은 {s}세이고, 아버지의 나이는 아들의 나이의 {k}배이다. "
                f"올해 {_ko_asked}의 나이를 구하시오.",
            ),
            "en": (
                "A father and his son are {s} years old together, and the father is {k} times as old as the son. "
                f"How old is the {_en_asked}?",
            ),
        },
        reads=wordings(
            "<현재|올해|> 아버지와 아들의 나이의 합은 {s}세이고, 아버지의 나이는 아들의 나이의 {k}배<이다.|일 때,|라고 한다.|라고 할 때,> "
            f"<현재|올해|> {_ko_asked}의 나이를 구하시오.",
        ),
    )(_of_sum)

    def _of_difference(d: int, k: int, _asks_child: bool = _asks_child) -> Item:
        if d % (k - 1):
            raise ValueError("whole years")
        return _ages(d // (k - 1), k, _asks_child, f"x - y = {d}", d // k)

    told_type(
        f"age-of-{_id}-from-difference",
        standard=STANDARD,
        ko="나이의 차와 배",
        en="ages from their difference",
        draw=_difference,
        says={
            "ko": (
                "올해 아버지는 아들보다 {d}세 많고, 아버지의 나이는 아들의 나이의 {k}배이다. "
                f"올해 {_ko_asked}의 나이를 구하시오.",
            ),
            "en": (f"A father is {{d}} years older than his son and {{k}} times as old. How old is the {_en_asked}?",),
        },
        reads=wordings(
            "<현재|올해|> <아버지와 아들의 나이의 차는 {d}세이고|아버지는 아들보다 {d}세 많고>, 아버지의 나이는 아들의 나이의 {k}배<이다.|일 때,|라고 한다.|라고 할 때,> "
            f"<현재|올해|> {_ko_asked}의 나이를 구하시오.",
        ),
    )(_of_difference)
