"""The value of an expression for a number put into it."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.exact import exact
from generation.expression.tree import Expr, Sym, symbols
from generation.symbolic.building import nonzero, quadratic
from generation.symbolic.told import Item, Said, as_text, placed, tex, text, told_type, value


def draw(rng: Random) -> dict[str, object]:
    a, b, c = rng.choice((1, 2, 3, -1, -2)), nonzero(rng, -5, 5), rng.choice((0, 0, 1, -3, 4, -7))
    return {"f": quadratic(a, b, c, "x"), "x": Sym("x"), "v": rng.choice((-4, -3, -2, -1, 2, 3))}


@told_type(
    "value-of-expression",
    standard="[9수02-01]",
    ko="식의 값",
    en="value of an expression",
    draw=draw,
    says={
        "ko": ("${x}={v}$일 때, {f}의 값을 구하시오.", "${x}={v}$일 때, 식 {f}의 값을 구하시오."),
        "en": ("Find the value of {f} when ${x}={v}$.",),
    },
    reads=("${x}={v}$일 때 다음 식의 값을 구하시오. {f}", "Evaluate {f} for ${x}={v}$."),
)
def value_of_expression(f: Expr, x: Sym, v: int | Fraction) -> Item:
    if symbols(f) != {x.name} or isinstance(f, Sym):
        raise ValueError("an expression in the letter that is given")
    line = placed(f, **{x.name: v})
    key = exact(line).rational()
    if key is None or key.denominator > 12:
        raise ValueError("a small number")
    opposite = exact(placed(f, **{x.name: -v})).rational()
    wrong = {-key, key + 2 * v} | ({opposite} if opposite is not None else set())
    return Item(
        value(f, [f"{x.name} = {text(v)}"], **{x.name: "real"}),
        (as_text(key),),
        (
            Said(f"${x.name}={tex(v)}$[을] 대입하면", f"put ${x.name}={tex(v)}$", line),
            Said("계산하면", "work it out", as_text(key)),
        ),
        tuple((as_text(w),) for w in sorted(wrong - {key})),
    )
