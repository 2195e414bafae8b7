"""Limits."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.exact import rational_value
from generation.expression.tree import (
    Call,
    Const,
    Div,
    Node,
    Num,
    Sym,
    substitute,
)

LIMITS = ("[12미적Ⅰ-01-02]", "[12미적Ⅰ-01-01]", "[12미적Ⅰ-01-03]")


@mal_rule(
    "zero-over-zero-zero",
    ko="$\\frac{0}{0}$ 꼴의 극한값을 0으로 함",
    en="takes the limit of the form 0/0 for 0",
    belief_ko="대입하여 $\\frac{0}{0}$이 되면 극한값이 0이라고 생각한다.",
    belief_en="believes that 0/0 is 0",
    standards=LIMITS,
    example=("$\\lim_{x\\to 1}\\frac{x^2-1}{x-1}$의 값을 구하시오.", "0"),
    of="limit((x^2-1)/(x-1), x, 1)",
    prior=2.0,
)
def zero_over_zero_zero(node: Node) -> Iterator[Node]:
    if _is_zero_over_zero(node):
        yield Num(Fraction(0))


@mal_rule(
    "zero-over-zero-one",
    ko="$\\frac{0}{0}$ 꼴의 극한값을 1로 함",
    en="takes the limit of the form 0/0 for 1",
    belief_ko="같은 수를 나누었으므로 $\\frac{0}{0}=1$이라고 생각한다.",
    belief_en="believes that 0/0 is 1",
    standards=LIMITS,
    example=("$\\lim_{x\\to 1}\\frac{x^2-1}{x-1}$의 값을 구하시오.", "1"),
    of="limit((x^2-1)/(x-1), x, 1)",
    prior=1.2,
)
def zero_over_zero_one(node: Node) -> Iterator[Node]:
    if _is_zero_over_zero(node):
        yield Num(Fraction(1))


@mal_rule(
    "infinity-over-infinity-one",
    ko="$\\frac{\\infty}{\\infty}$ 꼴의 극한값을 1로 함",
    en="takes the limit of the form infinity over infinity for 1",
    belief_ko="무한대를 수처럼 약분하여 1이라고 생각한다.",
    belief_en="cancels infinity as a number",
    standards=(*LIMITS, "[12미적Ⅱ-01-02]"),
    example=("$\\lim_{x\\to\\infty}\\frac{3x^2+1}{x^2-x}$의 값을 구하시오.", "1"),
    of="limit((3x^2+1)/(x^2-x), x, oo)",
    prior=1.8,
)
def infinity_over_infinity_one(node: Node) -> Iterator[Node]:
    match node:
        case Call("limit", (Div(), Sym(), Const("oo"), *_)):
            yield Num(Fraction(1))


def _is_zero_over_zero(node: Node) -> bool:
    match node:
        case Call("limit", (Div(top, bottom), Sym(name), point, *_)) if not isinstance(point, Const):
            values = [rational_value(substitute(part, {name: point})) for part in (top, bottom)]  # type: ignore[arg-type]
            return values == [0, 0]
        case _:
            return False
