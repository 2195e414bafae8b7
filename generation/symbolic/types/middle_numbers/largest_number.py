"""The largest of some numbers."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.tree import Collection, Expr
from generation.symbolic.told import Item, Said, Slot, as_text, decimal_text, rational, text, told_type, value


def draw(rng: Random) -> dict[str, object]:
    d = rng.choice((2, 3, 4, 5))
    numbers = [
        as_text(Fraction(-rng.randint(1, 9))),
        as_text(Fraction(-rng.choice((3, 5, 7, 11)), d)),
        decimal_text(Fraction(-rng.randint(11, 49), 10)),
        as_text(Fraction(-rng.choice((2, 4, 7, 8)), 3)),
    ]
    rng.shuffle(numbers)
    return {"data": ", ".join(numbers)}


@told_type(
    "largest-number",
    standard="[9수01-04]",
    ko="유리수의 대소 관계",
    en="order of rational numbers",
    draw=draw,
    says={
        "ko": ("다음 수 중에서 가장 큰 수를 구하시오. {data}", "다음 중 가장 큰 수를 구하시오. {data}"),
        "en": ("Find the largest of the following numbers: {data}",),
    },
)
def largest_number(data: Slot) -> Item:
    items = [item for item in data.items if isinstance(item, Expr)] if isinstance(data, Collection) else []
    values = [rational(item) for item in items]
    if len(set(values)) < 3 or len(set(values)) != len(values):
        raise ValueError("different numbers")
    best = max(range(len(values)), key=values.__getitem__)
    return Item(
        value(f"max({', '.join(text(item) for item in items)})"),
        (text(items[best]),),
        (
            Said(
                "음수는 절댓값이 작을수록 크므로" if max(values) < 0 else "양수는 음수보다 크므로",
                "of negative numbers the one nearest to zero is larger"
                if max(values) < 0
                else "a positive number is larger than a negative one",
                text(items[best]),
            ),
        ),
        tuple((text(item),) for item in items if item is not items[best]),
    )
