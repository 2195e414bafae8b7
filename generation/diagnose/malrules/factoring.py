"""Factoring."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.shapes import is_sum
from generation.expression.tree import Add, Expr, Mul, Node, Num, Pow, Sub

EXPANDING = ("[9수02-19]",)


@mal_rule(
    "sign-of-factors",
    ko="인수분해에서 두 인수의 상수항의 부호를 반대로 함",
    en="turns the signs inside the factors",
    belief_ko="곱과 합이 되는 두 수를 찾은 뒤 부호를 반대로 써넣는다.",
    belief_en="finds the right numbers but puts them in with the opposite sign",
    standards=EXPANDING,
    example=("$x^2-5x+6$을 인수분해하시오.", "(x+2)(x+3)"),
    prior=1.5,
)
def sign_of_factors(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Add() | Sub() as left, Add() | Sub() as right):
            yield Mul(_turned(left), _turned(right), implicit=True)
        case Pow(Add() | Sub() as base, Num(exponent)) if exponent == 2:
            yield Pow(_turned(base), Num(exponent))


def _turned(bracket: Add | Sub) -> Expr:
    return Sub(bracket.left, bracket.right) if isinstance(bracket, Add) else Add(bracket.left, bracket.right)


@mal_rule(
    "conjugates-as-square",
    ko="제곱의 차를 완전제곱식으로 인수분해함",
    en="factors a difference of squares as a square",
    belief_ko="$a^2-b^2=(a-b)^2$이라고 생각한다.",
    belief_en="believes that a^2-b^2 is (a-b)^2",
    standards=EXPANDING,
    example=("$x^2-9$를 인수분해하시오.", "(x-3)^2"),
    prior=2.0,
)
def conjugates_as_square(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Add(a, b), Sub(c, d)) | Mul(Sub(c, d), Add(a, b)) if (a, b) == (c, d):
            yield Pow(Sub(a, b), Num(Fraction(2)))


@mal_rule(
    "incomplete-common-factor",
    ko="공통인수로 묶을 때 한 항만 나눔",
    en="divides only one term when taking out a common factor",
    belief_ko="공통인수를 괄호 밖으로 꺼내면서 뒤의 항은 나누지 않는다.",
    belief_en="takes the factor out but leaves the last term undivided",
    standards=EXPANDING,
    example=("$6x^2+9x$를 인수분해하시오.", "3x(2x+9x)"),
    prior=1.0,
)
def incomplete_common_factor(node: Node) -> Iterator[Node]:
    match node:
        case Mul(outside, Add(left, right)) if not is_sum(outside):
            yield Mul(outside, Add(left, Mul(outside, right)), implicit=True)
        case Mul(outside, Sub(left, right)) if not is_sum(outside):
            yield Mul(outside, Sub(left, Mul(outside, right)), implicit=True)
