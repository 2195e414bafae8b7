"""Equilateral triangles, and areas of sectors by their arcs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.malrules.geometry import CIRCLE, RIGHT, TWO
from generation.diagnose.shapes import quotient_of, without_divisor
from generation.expression.tree import Call, Div, Mul, Node, Num, Pow


@mal_rule(
    "side-as-height",
    ko="정삼각형의 한 변의 길이를 높이로 씀",
    en="takes the side of an equilateral triangle for its height",
    belief_ko="정삼각형의 높이가 한 변의 길이와 같다고 생각한다.",
    belief_en="believes that an equilateral triangle is as high as its side is long",
    standards=RIGHT,
    example=("한 변의 길이가 4인 정삼각형의 넓이를 구하시오.", "8"),
    of="sqrt(3)/4*4^2",
    words=r"정삼각형|equilateral",
    prior=2.2,
)
def side_as_height(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Div(Call("sqrt"), Num(four)), Pow(_, Num(exponent)) as square) if four == 4 and exponent == 2:
            yield Div(square, TWO)


@mal_rule(
    "equilateral-formulas-mixed",
    ko="정삼각형의 높이와 넓이의 공식을 혼동함",
    en="mixes up height and area of an equilateral triangle",
    belief_ko="정삼각형의 넓이를 $\\frac{\\sqrt{3}}{2}a^2$, 높이를 $\\frac{\\sqrt{3}}{4}a$라고 생각한다.",
    belief_en="takes √3/2·a² for the area or √3/4·a for the height",
    standards=RIGHT,
    example=("한 변의 길이가 4인 정삼각형의 넓이를 구하시오.", "8√3"),
    of="sqrt(3)/4*4^2",
    words=r"정삼각형|equilateral",
    prior=1.8,
)
def equilateral_formulas_mixed(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Div(Call("sqrt") as root, Num(four)), Pow(side, Num(exponent)) as square) if (
            four == 4 and exponent == 2
        ):
            yield Mul(Div(root, TWO), square)
            yield Mul(Div(root, TWO), side)
        case Mul(Div(Call("sqrt") as root, Num(two)), Num() as side) if two == 2:
            yield Mul(Div(root, Num(Fraction(4))), side)
            yield Mul(Div(root, Num(Fraction(4))), Pow(side, TWO))


@mal_rule(
    "root-of-height-lost",
    ko="정삼각형의 높이를 한 변의 길이의 절반으로 구함",
    en="takes half of the side for the height of an equilateral triangle",
    belief_ko="정삼각형의 높이가 밑변을 이등분한 길이와 같다고 생각한다.",
    belief_en="takes half of the base for the height",
    standards=RIGHT,
    example=("한 변의 길이가 6인 정삼각형의 높이를 구하시오.", "3"),
    of="sqrt(3)/2*6",
    words=r"정삼각형|equilateral",
    prior=1.5,
)
def root_of_height_lost(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Div(Call("sqrt"), Num(two)), Num() as side) if two == 2:
            yield Div(side, TWO)


@mal_rule(
    "sector-half-missing",
    ko="부채꼴의 넓이 공식에서 2로 나누지 않음",
    en="leaves out the half of a sector's area",
    belief_ko="부채꼴의 넓이를 (반지름)×(호의 길이)라고 생각한다.",
    belief_en="takes radius times arc for the area of a sector",
    standards=CIRCLE,
    example=("반지름의 길이가 6, 호의 길이가 $4\\pi$인 부채꼴의 넓이를 구하시오.", "24pi"),
    of="1/2*6*(4*pi)",
    words=r"부채꼴|sector",
    prior=2.2,
)
def sector_half_missing(node: Node) -> Iterator[Node]:
    if (rest := without_divisor(node, 2)) is not None:
        yield quotient_of(*rest)
