"""A constant of a function from one of its values."""

from __future__ import annotations

from random import Random

from generation.problem import Ask, Model
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, told_type


def draw(rng: Random) -> dict[str, object]:
    a, b, v = nonzero(rng, -6, 6, avoid=(1,)), nonzero(rng, -9, 9), nonzero(rng, -5, 5, avoid=(1, -1))
    return {"b": f"{b}", "v": v, "w": a * v + b} if b > 0 else {"b": abs(b), "v": v, "w": a * v + abs(b)}


@told_type(
    "constant-from-function-value",
    standard="[9수02-14]",
    ko="함숫값이 주어진 함수",
    en="function with a known value",
    draw=draw,
    says={
        "ko": (
            "함수 $f(x)=ax+{b}$에 대하여 $f({v})={w}$일 때, 상수 $a$의 값을 구하시오.",
            "함수 $f(x)=ax+{b}$에서 $f({v})={w}$이다. 상수 $a$의 값을 구하시오.",
        ),
        "en": ("Let $f(x)=ax+{b}$ with $f({v})={w}$. Find the constant $a$.",),
    },
)
def constant_from_function_value(b: int, v: int, w: int) -> Item:
    if v == 0 or (w - b) % v or b <= 0:
        raise ValueError("a whole constant")
    key = (w - b) // v
    wrong = {-key, (w + b) // v, w - b, key + 1, key - 2} - {key}
    return Item(
        Model(
            Ask("value", of="a"),
            {"x": "real", "a": "real"},
            given=(f"f({v}) = {w}",),
            define={"f(x)": f"a*x + {b}"},
        ),
        (str(key),),
        (
            Said(f"$x={v}$[을] 대입하면", f"put $x={v}$", f"{v}a + {b} = {w}" if abs(v) != 1 else None),
            Said("상수항을 이항하면", "move the constant", f"{v}a = {w - b}"),
            Said("따라서", "so", f"a = {key}"),
        ),
        tuple((str(x),) for x in sorted(wrong)),
    )
