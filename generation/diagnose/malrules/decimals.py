"""Decimals: place value."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.tree import Add, Mul, Node, Num

STANDARD = ("[9수01-05]",)


@mal_rule(
    "decimal-parts-separately",
    ko="소수의 덧셈에서 소수점 아래를 자연수처럼 따로 더함",
    en="adds the digits behind the points as whole numbers",
    belief_ko="소수점의 왼쪽과 오른쪽을 따로 더하고 받아올림하지 않는다.",
    belief_en="adds left and right of the point separately and carries nothing over",
    standards=STANDARD,
    example=("$6.7+8.5$를 계산하시오.", "14.12"),
    prior=1.5,
    source="Ashlock 2006",
)
def decimal_parts_separately(node: Node) -> Iterator[Node]:
    match node:
        case Add(Num(a, p) as left, Num(b, q) as right) if p and p == q:
            behind = sum(int((n.value - int(n.value)) * 10**p) for n in (left, right))
            digits = len(str(behind))
            if digits > p:
                yield Num(int(a) + int(b) + Fraction(behind, 10**digits), digits)


@mal_rule(
    "decimal-point-kept",
    ko="소수의 곱셈에서 소수점의 자리를 맞추어 찍지 않음",
    en="misplaces the point in a product of decimals",
    belief_ko="곱의 소수점을 곱하는 두 수의 소수점 아래 자릿수의 합만큼 옮기지 않는다.",
    belief_en="does not count the places behind both points in a product",
    standards=STANDARD,
    example=("$21.8\\times0.4$를 계산하시오.", "87.2"),
    prior=1.5,
    source="Ashlock 2006",
)
def decimal_point_kept(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Num(a, p), Num(b, q)) if p + q:
            exact_value = a * b
            for places in range(max(p, q), -1, -1):
                if places != p + q:
                    yield Num(exact_value * 10 ** (p + q - places), places)
            yield Num(exact_value / 10, p + q + 1)
