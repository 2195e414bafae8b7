"""The sides of a rectangle from its area."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, told_type, value


def draw(rng: Random) -> dict[str, object]:
    x, k = rng.randint(3, 16), rng.randint(2, 9)
    return {"k": k, "s": x * (x + k)}


@told_type(
    "rectangle-sides",
    standard="[9수02-20]",
    ko="도형에 대한 이차방정식의 활용",
    en="sides of a rectangle",
    draw=draw,
    says={
        "ko": (
            "가로의 길이가 세로의 길이보다 {k} cm 더 긴 직사각형의 넓이가 ${s} \\text{ cm}^2$일 때, "
            "이 직사각형의 세로의 길이를 구하시오.",
        ),
        "en": ("A rectangle is {k} cm longer than it is wide, and its area is ${s} \\text{ cm}^2$. Find its width.",),
    },
)
def rectangle_sides(k: int, s: int) -> Item:
    if min(k, s) <= 0:
        raise ValueError("lengths above zero")
    key = next((x for x in range(1, 100) if x * (x + k) == s), None)
    if key is None:
        raise ValueError("a whole length")
    wrong = {key + k, key + 1, key - 1, s // k} - {key, 0}
    return Item(
        value("x", [f"x*(x + {k}) = {s}"], x="positive"),
        (str(key),),
        (
            Said("세로의 길이를 $x$ cm라 하면", "let the width be $x$ cm", f"x(x + {k}) = {s}"),
            Said("전개하여 인수분해하면", "expand, collect and factor", f"(x - {key})(x + {key + k}) = 0"),
            Said("$x>0$이므로", "as $x>0$", f"x = {key}"),
        ),
        tuple((str(w),) for w in sorted(wrong)),
        unit="cm",
    )
