"""How many numbers of a list are of a kind [9수01-03]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.tree import Collection, Expr
from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, Slot, as_text, decimal_text, rational, text, told_type


def draw(rng: Random) -> dict[str, object]:
    numbers = {
        as_text(Fraction(-rng.randint(1, 9))),
        as_text(Fraction(-rng.randint(1, 9))),
        as_text(Fraction(rng.randint(1, 9))),
        "0",
        as_text(Fraction(rng.choice((-7, -5, 5, 7)), rng.choice((2, 3, 4)))),
        decimal_text(Fraction(rng.choice((-1, 1)) * rng.randint(11, 49), 10)),
        as_text(Fraction(rng.choice((1, 2)), 3)),
    }
    listed = sorted(numbers)
    rng.shuffle(listed)
    return {"data": ", ".join(listed)}


def _values(data: Slot) -> tuple[list[Fraction], str]:
    items = [item for item in data.items if isinstance(item, Expr)] if isinstance(data, Collection) else []
    values = [rational(item) for item in items]
    if len(values) < 5 or len(set(values)) != len(values):
        raise ValueError("different numbers")
    return values, ", ".join(text(item) for item in items)


def _item(listed: str, given: tuple[str, ...], key: int, all_of: int, ko: str, en: str) -> Item:
    if not 0 < key < all_of:
        raise ValueError("some of them")
    wrong = {key + 1, key - 1, key + 2, all_of - key} - {key}
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": f"{{{listed}}}"}, given=given),
        (str(key),),
        (Said(ko, en), Said("따라서 개수는", "so their number is", str(key))),
        tuple((str(w),) for w in sorted(wrong) if w >= 0),
    )


@told_type(
    "negative-integers-in-list",
    standard="[9수01-03]",
    ko="음의 정수",
    en="negative integers",
    draw=draw,
    says={
        "ko": ("다음 수 중에서 음의 정수의 개수를 구하시오. {data}", "다음 중 음의 정수의 개수를 구하시오. {data}"),
        "en": ("How many of the following numbers are negative integers? {data}",),
    },
)
def negative_integers_in_list(data: Slot) -> Item:
    values, listed = _values(data)
    found = [v for v in values if v < 0 and v.denominator == 1]
    return _item(
        listed, ("x < 0", "mod(x, 1) = 0"), len(found), len(values),
        "음의 정수를 골라 세면", "count the negative integers",
    )  # fmt: skip


@told_type(
    "fractions-in-list",
    standard="[9수01-03]",
    ko="정수가 아닌 유리수",
    en="rational numbers that are no integers",
    draw=draw,
    says={
        "ko": (
            "다음 수 중에서 정수가 아닌 유리수의 개수를 구하시오. {data}",
            "다음 중 정수가 아닌 유리수의 개수를 구하시오. {data}",
        ),
        "en": ("How many of the following numbers are rational but not integers? {data}",),
    },
)
def fractions_in_list(data: Slot) -> Item:
    values, listed = _values(data)
    found = [v for v in values if v.denominator > 1]
    return _item(
        listed, ("mod(x, 1) != 0",), len(found), len(values),
        f"정수가 아닌 유리수는 ${len(found)}$개이고 나머지는 정수이다.", "the others are integers",
    )  # fmt: skip
