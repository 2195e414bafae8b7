"""The value of an expression in two letters."""

from __future__ import annotations

from random import Random

from generation.expression.exact import exact
from generation.expression.tree import Expr, symbols
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, as_text, placed, told_type, value

SHAPES = ("{p}*a^2 - {q}*b", "{p}*a - {q}*b", "a^2 + {q}*a*b", "{p}*a*b - {q}*b^2", "a^2 - {q}*b^2", "-a^2 + {q}*b")


def draw(rng: Random) -> dict[str, object]:
    shape = rng.choice(SHAPES).format(p=rng.randint(2, 5), q=rng.randint(2, 6))
    return {"f": shape.replace("*", ""), "a": nonzero(rng, -4, 4), "b": nonzero(rng, -5, 5)}


@told_type(
    "value-in-two-letters",
    standard="[9수02-01]",
    ko="문자가 두 개인 식의 값",
    en="value of an expression in two letters",
    draw=draw,
    says={
        "ko": ("$a={a}$, $b={b}$일 때, {f}의 값을 구하시오.",),
        "en": ("Find the value of {f} when $a={a}$ and $b={b}$.",),
    },
    reads=("$a={a}$, $b={b}$일 때, 다음 식의 값을 구하시오. {f}",),
)
def value_in_two_letters(f: Expr, a: int, b: int) -> Item:
    if symbols(f) != {"a", "b"} or a == b or min(a, b) > 0:
        raise ValueError("an expression in a and b, one of them below zero")

    def at(first: int, second: int) -> int:
        found = exact(placed(f, a=first, b=second)).rational()
        if found is None or found.denominator != 1 or abs(found) > 200:
            raise ValueError("a small whole number")
        return int(found)

    key = at(a, b)
    wrong = {at(-a, b), at(a, -b), at(b, a), -key} - {key}
    return Item(
        value(f, [f"a = {a}", f"b = {b}"], a="real", b="real"),
        (str(key),),
        (
            Said(
                f"$a={a}$, $b={b}$[을] 대입하면",
                f"put $a={a}$ and $b={b}$",
                placed(f, a=a, b=b),
            ),
            Said("계산하면", "work it out", as_text(key)),
        ),
        tuple((str(w),) for w in sorted(wrong)),
    )
