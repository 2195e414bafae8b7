"""The range of a linear expression from the range of its letter."""

from __future__ import annotations

from random import Random

from generation.expression.exact import exact
from generation.expression.tree import Expr
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, Slot, rational, text, told_type


def draw(rng: Random) -> dict[str, object]:
    low = rng.randint(-6, 3)
    a, b = nonzero(rng, -4, 5, avoid=(1,)), nonzero(rng, -7, 7)
    return {"l": low, "h": low + rng.randint(2, 6), "f": linear(a, "x", b)}


@told_type(
    "range-of-expression",
    standard="[9수02-11]",
    ko="부등식의 성질",
    en="properties of inequalities",
    draw=draw,
    says={
        "ko": (
            "${l}<x<{h}$이고 $A={f}$일 때, $A$의 값의 범위를 구하시오.",
            "${l}<x<{h}$일 때, $A={f}$의 값의 범위를 구하시오.",
        ),
        "en": ("Given ${l}<x<{h}$ and $A={f}$, find the range of values of $A$.",),
    },
)
def range_of_expression(l: Slot, h: Slot, f: Expr) -> Item:  # noqa: E741 - the slot's name
    low, high = rational(l), rational(h)
    polynomial = exact(f).polynomial()
    coefficients = None if polynomial is None else polynomial.rational_coefficients("x")
    if coefficients is None or len(coefficients) != 2 or low >= high:
        raise ValueError("a linear expression over an interval")
    b, a = coefficients
    ends = sorted((a * low + b, a * high + b))
    times = sorted((a * low, a * high))
    key = f"{ends[0]} < A < {ends[1]}"
    wrong = [(f"{a * high + b} < A < {a * low + b}" if a > 0 else f"{-ends[1]} < A < {-ends[0]}")]
    wrong += [
        f"{low + b} < A < {high + b}",
        f"{times[0]} < A < {times[1]}",
        f"{ends[0] - 2 * b} < A < {ends[1] - 2 * b}",
    ]
    return Item(
        Model(
            Ask("solve", unknowns=("A",)),
            {"x": "real", "A": "real"},
            given=(f"{text(l)} < x < {text(h)}", f"A = {text(f)}"),
        ),
        (key,),
        (
            Said(
                "부등식의 성질에 의하여" if a > 0 else "음수를 곱하면 부등호의 방향이 바뀌므로",
                "by the properties of inequalities" if a > 0 else "the signs turn for a negative factor",
                f"{times[0]} < A {'-' if b > 0 else '+'} {abs(b)} < {times[1]}",
            ),
            Said("상수를 더하면", "add the constant", key),
        ),
        tuple((w,) for w in wrong if w != key),
    )
