"""How many natural numbers satisfy an inequality."""

from __future__ import annotations

from random import Random

from generation.expression.tree import Expr, Relation, symbols
from generation.problem import Ask, Model
from generation.symbolic.told import Item, Said, rational, text, told_type
from generation.symbolic.types.common_1.polynomials import whole_coefficients
from generation.symbolic.wordings import wordings


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
    reads=wordings(
        "<일차부등식|부등식> {e}을 <만족하는|만족시키는> 자연수 $x$<의 개수를|는 모두 몇 개인지> 구하시오.",
        "<일차부등식|부등식> {e}의 해 중 자연수의 개수를 구하시오.",
    ),
)
def natural_solutions_of_inequality(e: Relation) -> Item:
    (b, a), (d, c) = _line(e.left), _line(e.right)
    right, slope = d - b, a - c
    if e.op not in ("<", "<=") or slope < 1 or a < 1:
        raise ValueError("an inequality with an upper bound")
    fits = [x for x in range(1, 200) if (slope * x < right if e.op == "<" else slope * x <= right)]
    key = len(fits)
    if not 2 <= key <= 20:
        raise ValueError("a few natural numbers")
    wrong = {key + 1, key - 1, key + 2, right, key - 2} - {key, 0}
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": "natural"}, given=(text(e),)),
        (str(key),),
        (
            Said("이항하여 정리하면", "collect the terms", f"{slope}*x {e.op} {right}"),
            Said("이것을 만족하는 자연수의 개수는", "so the number of natural numbers is", str(key)),
        ),
        tuple((str(w),) for w in sorted(wrong) if w > 0)[:4],
    )


def _line(side: Expr) -> tuple[int, int]:
    """The constant and the coefficient of a side of the first degree, or of a number."""
    if not symbols(side):
        return int(rational(side)), 0
    constant, slope = whole_coefficients(side, 1)
    return constant, slope
