"""Which of two numbers is larger."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.exact import rational_value
from generation.expression.tree import Div, Expr, Neg, Node, Num, Relation, RelationOp

ORDER = ("[9수01-04]",)


def _ordered(a: Expr, b: Expr, first: Fraction | int, second: Fraction | int) -> Relation:
    op: RelationOp = "<" if first < second else ">" if first > second else "="
    return Relation(op, a, b)


@mal_rule(
    "longer-decimal-larger",
    ko="소수점 아래 자릿수가 많은 소수를 더 큰 수로 봄",
    en="takes the longer decimal for the larger one",
    belief_ko="숫자가 길수록 큰 수라고 생각한다.",
    belief_en="believes that more digits make a larger number",
    standards=ORDER,
    example=("두 수의 크기를 비교하시오. 0.04 □ 0.5", "0.04 > 0.5"),
    of="truth: 0.04 < 0.5",
    asks=("truth",),
    prior=2.5,
    source="Ashlock 2006",
)
def longer_decimal_larger(node: Node) -> Iterator[Node]:
    match node:
        case Relation(_, Num(_, p) as a, Num(_, q) as b) if p != q:
            yield _ordered(a, b, p, q)


@mal_rule(
    "shorter-decimal-larger",
    ko="소수점 아래 자릿수가 적은 소수를 더 큰 수로 봄",
    en="takes the shorter decimal for the larger one",
    belief_ko="자릿수가 많을수록 잘게 나눈 것이므로 작은 수라고 생각한다.",
    belief_en="believes that more digits mean smaller pieces, so a smaller number",
    standards=ORDER,
    example=("두 수의 크기를 비교하시오. 0.47 □ 0.4", "0.47 < 0.4"),
    of="truth: 0.47 > 0.4",
    asks=("truth",),
    prior=1.5,
    source="Steinle & Stacey 1998",
)
def shorter_decimal_larger(node: Node) -> Iterator[Node]:
    match node:
        case Relation(_, Num(_, p) as a, Num(_, q) as b) if p != q and p and q:
            yield _ordered(a, b, q, p)


@mal_rule(
    "larger-size-larger",
    ko="음수의 대소를 절댓값으로 비교함",
    en="compares negative numbers by their sizes",
    belief_ko="$-5$가 $-3$보다 크다고 생각한다.",
    belief_en="believes that -5 is more than -3",
    standards=ORDER,
    example=("두 수의 크기를 비교하시오. -5 □ -3", "-5 > -3"),
    of="truth: -5 < -3",
    asks=("truth",),
    prior=2.0,
)
def larger_size_larger(node: Node) -> Iterator[Node]:
    match node:
        case Relation(_, a, b) if isinstance(a, Neg) or isinstance(b, Neg):
            first, second = rational_value(a), rational_value(b)
            if first is not None and second is not None:
                yield _ordered(a, b, abs(first), abs(second))


@mal_rule(
    "larger-denominator-larger",
    ko="분모가 큰 분수를 더 큰 수로 봄",
    en="takes the fraction with the larger denominator for the larger one",
    belief_ko="분모가 클수록 큰 분수라고 생각한다.",
    belief_en="believes that a larger denominator makes a larger fraction",
    standards=ORDER,
    example=("두 수의 크기를 비교하시오. 1/3 □ 1/5", "1/3 < 1/5"),
    of="truth: 1/3 > 1/5",
    asks=("truth",),
    prior=2.0,
    source="Ashlock 2006",
)
def larger_denominator_larger(node: Node) -> Iterator[Node]:
    match node:
        case Relation(_, Div(Num(), Num(p)) as a, Div(Num(), Num(q)) as b):
            yield _ordered(a, b, p, q)
