"""A value of a function from its formula."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.exact import exact
from generation.expression.tree import Expr, symbols
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, as_text, placed, text, told_type


def draw(rng: Random) -> dict[str, object]:
    return {"f": linear(nonzero(rng, -6, 6, avoid=(1,)), "x", nonzero(rng, -9, 9)), "v": nonzero(rng, -6, 6)}


@told_type(
    "function-value",
    standard="[9수02-14]",
    ko="함숫값",
    en="value of a function",
    draw=draw,
    says={
        "ko": ("함수 $f(x)={f}$에 대하여 $f({v})$의 값을 구하시오.", "함수 $f(x)={f}$에서 $f({v})$의 값을 구하시오."),
        "en": ("Let $f(x)={f}$. Find $f({v})$.",),
    },
    reads=("$f(x)={f}$일 때, $f({v})$의 값을 구하시오.", "함수 $f(x)={f}$에 대하여 $f({v})$의 값은?"),
)
def function_value(f: Expr, v: int | Fraction) -> Item:
    if symbols(f) != {"x"}:
        raise ValueError("a formula in x")
    key = exact(placed(f, x=v)).rational()
    if key is None or key.denominator > 12:
        raise ValueError("a small number")
    wrong = {exact(placed(f, x=-v)).rational(), -key, key - 2 * v} - {key, None}
    return Item(
        Model(Ask("value", of=f"f({text(v)})"), {"x": "real"}, define={"f(x)": text(f)}),
        (as_text(key),),
        (
            Said(f"$f(x)$의 $x$에 ${text(v)}$[을] 대입하면", f"put ${text(v)}$ for $x$", placed(f, x=v)),
            Said("계산하면", "work it out", as_text(key)),
        ),
        tuple((as_text(w),) for w in sorted(w for w in wrong if w is not None)),
    )
