"""How many natural numbers satisfy an inequality."""

from __future__ import annotations

from random import Random

from generation.expression.tree import Relation
from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, text, told_type
from generation.symbolic.types.common_1.polynomials import whole_coefficients


def draw(rng: Random) -> dict[str, object]:
    a, b, most = rng.randint(2, 6), rng.randint(1, 9), rng.randint(3, 12)
    return {"e": f"{a}x - {b} {rng.choice(('<', '<='))} {a * most - b + rng.randint(0, a - 1)}"}


@told_type(
    "natural-solutions-of-inequality",
    standard="[9수02-11]",
    ko="부등식을 만족하는 자연수의 개수",
    en="natural solutions of an inequality",
    draw=draw,
    says={
        "ko": (
            "부등식 {e}[을] 만족하는 자연수 $x$의 개수를 구하시오.",
            "부등식 {e}[을] 만족시키는 자연수 $x$의 개수를 구하시오.",
        ),
        "en": ("How many natural numbers $x$ satisfy {e}?",),
    },
)
def natural_solutions_of_inequality(e: Relation) -> Item:
    b, a = whole_coefficients(e.left, 1)
    right = int(text(e.right)) if text(e.right).lstrip("-").isdigit() else 0
    if e.op not in ("<", "<=") or a < 2 or b >= 0 or right < 1:
        raise ValueError("an inequality with an upper bound")
    fits = [x for x in range(1, 200) if (a * x + b < right if e.op == "<" else a * x + b <= right)]
    key = len(fits)
    if not 2 <= key <= 20:
        raise ValueError("a few natural numbers")
    wrong = {key + 1, key - 1, key + 2, right, key - 2} - {key, 0}
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": "natural"}, given=(text(e),)),
        (str(key),),
        (
            Said("상수항을 이항하여 정리하면", "move the constant", f"{a}x {e.op} {right - b}"),
            Said("이것을 만족하는 자연수의 개수는", "so the number of natural numbers is", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong) if w > 0)[:4],
    )
