"""Which of some numbers solves an equation."""

from __future__ import annotations

from random import Random

from generation.expression.exact import exact
from generation.expression.tree import Relation
from generation.problem import Ask, Model
from generation.symbolic.building import linear, nonzero
from generation.symbolic.told import Item, Said, placed, text, told_type


def draw(rng: Random) -> dict[str, object]:
    a, c = rng.sample([k for k in range(-4, 6) if k], 2)
    x, b = rng.choice((-2, -1, 0, 1, 2)), nonzero(rng, -7, 7)
    rest = (a - c) * x + b
    return {"e": f"{text(linear(a, 'x', b))} = {text(linear(c, 'x', rest))}"}


@told_type(
    "solution-among-numbers",
    standard="[9수02-03]",
    ko="방정식의 해의 뜻",
    en="solution among given numbers",
    draw=draw,
    says={
        "ko": ("$x$의 값이 $-2,\\ -1,\\ 0,\\ 1,\\ 2$일 때, 방정식 {e}의 해를 구하시오.",),
        "en": ("The values of $x$ are $-2,\\ -1,\\ 0,\\ 1,\\ 2$. Find the solution of {e}.",),
    },
)
def solution_among_numbers(e: Relation) -> Item:
    if e.op != "=":
        raise ValueError("an equation")
    fits = [x for x in range(-2, 3) if exact(placed(e.left, x=x)).equals(exact(placed(e.right, x=x)))]
    if len(fits) != 1:
        raise ValueError("one of the numbers")
    (key,) = fits
    return Item(
        Model(Ask("solve", unknowns=("x",)), {"x": "{-2, -1, 0, 1, 2}"}, given=(text(e),)),
        (str(key),),
        (
            Said(
                "각 수를 차례로 대입하여 등식이 성립하는 것을 찾으면", "put in one number after the other", f"x = {key}"
            ),
        ),
        tuple((str(x),) for x in range(-2, 3) if x != key),
    )
