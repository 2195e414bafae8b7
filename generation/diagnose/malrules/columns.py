"""Written calculation in columns, digit by digit."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.tree import Node, Num, Sub

STANDARD = ("[9수01-05]",)


@mal_rule(
    "smaller-digit-from-larger",
    ko="받아내림하지 않고 각 자리에서 큰 숫자에서 작은 숫자를 뺌",
    en="subtracts the smaller digit from the larger in every column",
    belief_ko="자리마다 위아래에 관계없이 큰 숫자에서 작은 숫자를 빼면 된다고 생각한다.",
    belief_en="takes the smaller digit from the larger in each column, whichever stands above, and never regroups",
    standards=STANDARD,
    example=("$253-179$를 계산하시오.", "126"),
    source="Ashlock 2006",
)
def smaller_digit_from_larger(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Num(a, 0), Num(b, 0)) if a > b and a >= 10:
            above, below = str(a), str(b).rjust(len(str(a)), "0")
            digits = "".join(str(abs(int(p) - int(q))) for p, q in zip(above, below, strict=True))
            yield Num(Fraction(int(digits)))


@mal_rule(
    "decimal-digits-carried-down",
    ko="소수점 아래 자릿수가 다른 뺄셈에서 남는 숫자를 그대로 내려 씀",
    en="brings down the extra decimal digits of the subtrahend",
    belief_ko="위의 수에 없는 자리의 숫자는 빼지 않고 그대로 내려 쓰면 된다고 생각한다.",
    belief_en="writes digits that have nothing above them straight into the difference",
    standards=STANDARD,
    example=("$24.8-2.26$을 계산하시오.", "22.66"),
    source="Ashlock 2006",
)
def decimal_digits_carried_down(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Num(a, p), Num(b, q)) if q > p and a > b:
            lined_up = Fraction(int(b * 10**p), 10**p)
            yield Num(a - lined_up + (b - lined_up), q)
