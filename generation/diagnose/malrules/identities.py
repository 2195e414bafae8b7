"""Identities of squares used for values and constants."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.tree import Add, Div, Mul, Node, Num, Pow, Sub

STANDARDS = ("[9수02-19]", "[9수02-20]")
TWO = Fraction(2)
SUM_WORDS = r"[xa]\s*[+-]\s*[yb]\s*=|[xa]\s*[+-]\s*(?:\\[dt]?frac\{1\}|1/)"
SQUARE_WORDS = r"완전제곱식|중근|perfect square|repeated root|equal roots"


@mal_rule(
    "product-term-forgotten",
    ko="제곱의 합을 합의 제곱과 같다고 함",
    en="takes the square of a sum for the sum of squares",
    belief_ko="$x^2+y^2=(x+y)^2$이라고 생각하여 곱의 2배를 빼지 않는다.",
    belief_en="does not take twice the product off the square of the sum",
    standards=STANDARDS,
    example=("$x+y=5$, $xy=3$일 때, $x^2+y^2$의 값을 구하시오.", "25"),
    of="5^2-2*3",
    words=SUM_WORDS,
    prior=2.5,
)
def product_term_forgotten(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Pow(_, Num(two)) as square, Mul() | Num()) | Add(Pow(_, Num(two)) as square, Num()) if two == TWO:
            yield square


@mal_rule(
    "product-term-added",
    ko="곱의 2배를 빼지 않고 더함",
    en="adds twice the product instead of taking it off",
    belief_ko="$x^2+y^2=(x+y)^2+2xy$라고 생각한다.",
    belief_en="believes that x^2+y^2 is (x+y)^2+2xy",
    standards=STANDARDS,
    example=("$x+y=5$, $xy=3$일 때, $x^2+y^2$의 값을 구하시오.", "31"),
    of="5^2-2*3",
    words=SUM_WORDS,
    prior=1.8,
)
def product_term_added(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Pow(_, Num(two)) as square, Mul() | Num() as rest) if two == TWO:
            yield Add(square, rest)
        case Add(Pow(_, Num(two)) as square, Num() as rest) if two == TWO:
            yield Sub(square, rest)


@mal_rule(
    "half-forgotten-in-square",
    ko="일차항의 계수를 2로 나누지 않고 제곱함",
    en="squares the coefficient without halving it",
    belief_ko="$x^2+bx+k$가 완전제곱식이면 $k=b^2$이라고 생각한다.",
    belief_en="believes that x^2+bx+k is a square for k = b^2",
    standards=STANDARDS,
    example=("$x^2+8x+k$가 완전제곱식이 되도록 하는 상수 $k$의 값을 구하시오.", "64"),
    of="(8/2)^2",
    words=SQUARE_WORDS,
    prior=2.0,
)
def half_forgotten(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Div(coefficient, Num(two)), Num(exponent)) if two == exponent == TWO:
            yield Pow(coefficient, Num(TWO))


@mal_rule(
    "half-not-squared",
    ko="일차항의 계수의 절반을 제곱하지 않음",
    en="halves the coefficient without squaring it",
    belief_ko="$x^2+bx+k$가 완전제곱식이면 $k=\\frac{b}{2}$라고 생각한다.",
    belief_en="believes that x^2+bx+k is a square for k = b/2",
    standards=STANDARDS,
    example=("$x^2+8x+k$가 완전제곱식이 되도록 하는 상수 $k$의 값을 구하시오.", "4"),
    of="(8/2)^2",
    words=SQUARE_WORDS,
    prior=1.6,
)
def half_not_squared(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Div(_, Num(two)) as half, Num(exponent)) if two == exponent == TWO:
            yield half
