"""Trigonometric functions: angles, signs, sums, the law of cosines."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.shapes import quotient_of, without_divisor
from generation.expression.tree import Add, Call, Const, Div, Mul, Neg, Node, Num, Pow, Sub, symbols

VALUES = ("[9수03-16]", "[12대수02-02]")
ADDITION = ("[12미적Ⅱ-02-02]",)
RADIANS = ("[12대수02-01]",)
COSINES = ("[12대수02-03]",)
RADIAN_WORDS = r"호도법|라디안|부채꼴|호의|radian|arc|sector"
TRIGONOMETRIC = ("sin", "cos", "tan")
PI = Const("pi")


@mal_rule(
    "function-of-sum-split",
    ko="삼각함수를 각의 합에 분배함",
    en="splits a trigonometric function of a sum",
    belief_ko="$\\sin(\\alpha+\\beta)=\\sin\\alpha+\\sin\\beta$라고 생각한다.",
    belief_en="believes that sin(a + b) is sin a + sin b",
    standards=ADDITION,
    example=("$\\sin(\\frac{\\pi}{6}+\\frac{\\pi}{3})$의 값을 구하시오.", "1/2+√3/2"),
    prior=2.5,
    source="Matz 1982",
)
def function_of_sum_split(node: Node) -> Iterator[Node]:
    match node:
        case Call(("sin" | "cos" | "tan") as name, (Add(left, right),)):
            yield Add(Call(name, (left,)), Call(name, (right,)))
        case Call(("sin" | "cos" | "tan") as name, (Sub(left, right),)):
            yield Sub(Call(name, (left,)), Call(name, (right,)))


@mal_rule(
    "factor-out-of-angle",
    ko="각의 배수를 함수 밖으로 꺼냄",
    en="takes a factor of the angle out of the function",
    belief_ko="$\\sin 2\\alpha=2\\sin\\alpha$라고 생각한다.",
    belief_en="believes that sin 2a is 2 sin a",
    standards=ADDITION,
    example=("$\\sin(2\\times\\frac{\\pi}{6})$의 값을 구하시오.", "1"),
    prior=2.0,
)
def factor_out_of_angle(node: Node) -> Iterator[Node]:
    match node:
        case Call(("sin" | "cos" | "tan") as name, (Mul(Num() as factor, angle),)) if angle != PI:
            yield Mul(factor, Call(name, (angle,)))


@mal_rule(
    "quadrant-sign-lost",
    ko="사분면에 따른 삼각함수의 부호를 빠뜨림",
    en="forgets the sign of the quadrant",
    belief_ko="예각의 값만 구하고 사분면에 따른 부호를 붙이지 않는다.",
    belief_en="finds the value for the acute angle and forgets its sign in the quadrant",
    standards=("[12대수02-02]",),
    example=("$\\cos\\frac{2\\pi}{3}$의 값을 구하시오.", "1/2"),
    prior=2.0,
)
def quadrant_sign_lost(node: Node) -> Iterator[Node]:
    match node:
        case Call("sin" | "cos" | "tan", (angle,)) if not symbols(angle):
            yield Neg(node)


@mal_rule(
    "sine-cosine-swapped",
    ko="사인과 코사인의 값을 바꿈",
    en="swaps sine and cosine",
    belief_ko="$\\sin$과 $\\cos$이 어느 변의 비인지 바꾸어 생각한다.",
    belief_en="takes the adjacent side for the opposite one",
    standards=VALUES,
    example=("$\\sin\\frac{\\pi}{6}$의 값을 구하시오.", "√3/2"),
    prior=1.8,
)
def sine_cosine_swapped(node: Node) -> Iterator[Node]:
    match node:
        case Call("sin", (angle,)) if not symbols(angle):
            yield Call("cos", (angle,))
        case Call("cos", (angle,)) if not symbols(angle):
            yield Call("sin", (angle,))


@mal_rule(
    "tangent-inverted",
    ko="탄젠트의 값을 역수로 구함",
    en="turns the tangent upside down",
    belief_ko="$\\tan$을 (밑변)÷(높이)로 생각한다.",
    belief_en="divides the adjacent side by the opposite one",
    standards=VALUES,
    example=("$\\tan\\frac{\\pi}{6}$의 값을 구하시오.", "√3"),
    prior=1.5,
)
def tangent_inverted(node: Node) -> Iterator[Node]:
    match node:
        case Call("tan", (angle,)) if not symbols(angle):
            yield Div(Num(Fraction(1)), node)


@mal_rule(
    "degrees-radians-inverted",
    ko="호도법으로 고칠 때 곱할 수의 분모와 분자를 바꿈",
    en="converts between degrees and radians with the factor upside down",
    belief_ko="도를 라디안으로 고칠 때 $\\frac{180}{\\pi}$을 곱한다.",
    belief_en="multiplies degrees by 180/π",
    standards=RADIANS,
    example=("$60^\\circ$를 호도법으로 나타내시오.", "10800/pi"),
    of="60*pi/180",
    words=RADIAN_WORDS,
    prior=1.2,
)
def degrees_radians_inverted(node: Node) -> Iterator[Node]:
    match node:
        case Div(Mul(degrees, Const("pi")), Num(half)) if half == 180:
            yield Div(Mul(degrees, Num(half)), PI)
        case Mul(degrees, Div(Const("pi"), Num(half))) if half == 180:
            yield Mul(degrees, Div(Num(half), PI))


@mal_rule(
    "angle-left-in-degrees",
    ko="호의 길이나 넓이를 구할 때 각을 도로 그대로 씀",
    en="puts degrees where the formula wants radians",
    belief_ko="$l=r\\theta$에 각을 도로 나타낸 수를 그대로 넣는다.",
    belief_en="puts the number of degrees into l = rθ",
    standards=RADIANS,
    example=("반지름의 길이가 6, 중심각의 크기가 $60^\\circ$인 부채꼴의 호의 길이를 구하시오.", "360"),
    of="6*(60*pi/180)",
    words=RADIAN_WORDS,
    prior=1.2,
)
def angle_left_in_degrees(node: Node) -> Iterator[Node]:
    rest = without_divisor(node, 180)
    if rest is not None and PI in rest[0]:
        yield quotient_of([part for part in rest[0] if part != PI], rest[1])


@mal_rule(
    "cosine-law-sign",
    ko="코사인법칙에서 마지막 항을 더함",
    en="adds the last term of the law of cosines",
    belief_ko="$a^2=b^2+c^2+2bc\\cos A$라고 기억한다.",
    belief_en="remembers a^2 = b^2 + c^2 + 2bc cos A",
    standards=COSINES,
    example=("두 변이 5, 8이고 끼인각이 $60^\\circ$인 삼각형에서 나머지 변의 제곱을 구하시오.", "129"),
    of="5^2+8^2-2*5*8*cos(pi/3)",
    prior=1.5,
)
def cosine_law_sign(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Add(Pow(), Pow()) as squares, Mul(_, Call("cos")) as last):
            yield Add(squares, last)


@mal_rule(
    "cosine-law-as-pythagoras",
    ko="직각삼각형이 아닌데 피타고라스 정리를 씀",
    en="uses Pythagoras where the angle is not right",
    belief_ko="끼인각이 직각이 아니어도 $a^2=b^2+c^2$이라고 생각한다.",
    belief_en="believes that a^2 = b^2 + c^2 in every triangle",
    standards=COSINES,
    example=("두 변이 5, 8이고 끼인각이 $60^\\circ$인 삼각형에서 나머지 변의 제곱을 구하시오.", "89"),
    of="5^2+8^2-2*5*8*cos(pi/3)",
    prior=1.5,
)
def cosine_law_as_pythagoras(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Add(Pow(), Pow()) as squares, Mul(_, Call("cos"))):
            yield squares
