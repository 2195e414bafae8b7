"""Products and differences of the ratios of special angles [9수03-16]."""

from __future__ import annotations

from random import Random

from generation.symbolic.told import Item, Said, tidy, told_type, value
from generation.symbolic.types.middle_geometry.right_triangles import SPECIAL


def draw(rng: Random) -> dict[str, object]:
    angles = (30, 45, 60)
    return {
        "p": rng.randint(2, 9),
        "q": rng.randint(2, 9),
        "s": rng.choice(angles),
        "t": rng.choice(angles),
        "u": rng.choice(angles),
    }


@told_type(
    "product-of-special-values",
    standard="[9수03-16]",
    ko="특수각의 삼각비의 곱",
    en="product of ratios of special angles",
    draw=draw,
    says={
        "ko": (
            "${p}\\tan {s}^\\circ\\times\\cos {t}^\\circ-{q}\\sin {u}^\\circ$의 값을 구하시오.",
            "${p}\\tan {s}^\\circ\\times\\cos {t}^\\circ-{q}\\sin {u}^\\circ$[을] 계산하시오.",
        ),
        "en": ("Find the value of ${p}\\tan {s}^\\circ\\times\\cos {t}^\\circ-{q}\\sin {u}^\\circ$.",),
    },
)
def product_of_special_values(p: int, s: int, t: int, q: int, u: int) -> Item:
    if not {s, t, u} <= SPECIAL.keys() or min(p, q) < 2:
        raise ValueError("special angles")

    def total(first: int, second: int, third: int) -> str:
        return tidy(f"{p}*({SPECIAL[s][first]})*({SPECIAL[t][second]}) - {q}*({SPECIAL[u][third]})")

    key = total(2, 1, 0)
    if key == "0":
        raise ValueError("a value that is not zero")
    wrong = {total(2, 0, 1), total(0, 1, 0), total(2, 1, 1), total(2, 0, 0)} - {key}
    return Item(
        value(f"{p}*tan({s}*pi/180)*cos({t}*pi/180) - {q}*sin({u}*pi/180)"),
        (key,),
        (
            Said(
                "특수각의 삼각비의 값을 대입하면",
                "put the values of the special angles",
                f"{p}*({SPECIAL[s][2]})*({SPECIAL[t][1]}) - {q}*({SPECIAL[u][0]})",
            ),
            Said("계산하면", "work it out", key),
        ),
        tuple((w,) for w in sorted(wrong)),
    )
