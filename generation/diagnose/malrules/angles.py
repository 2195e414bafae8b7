"""Angles of triangles and quadrilaterals."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.tree import Add, Div, Mul, Node, Num, Sub

HALF_TURN = Num(Fraction(180))


@mal_rule(
    "sum-of-two-angles-for-third",
    ko="두 내각의 크기의 합을 나머지 한 내각의 크기라고 답함",
    en="gives the sum of two angles for the third",
    belief_ko="나머지 한 내각의 크기가 두 내각의 크기의 합과 같다고 생각한다.",
    belief_en="takes the sum of two angles for the third",
    standards=("[9수03-05]",),
    example=("삼각형의 두 내각의 크기가 $50^\\circ$, $60^\\circ$일 때, 나머지 한 내각의 크기를 구하시오.", "110"),
    of="180-50-60",
    words=r"내각|삼각형|angle",
    prior=2.0,
)
def sum_of_two_angles_for_third(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Sub(Num(half), Num() as a), Num() as b) if half == 180:
            yield Add(a, b)


@mal_rule(
    "interior-for-exterior",
    ko="외각 대신 내각을 구함",
    en="gives the interior angle for the exterior one",
    belief_ko="외각의 크기를 $180^\\circ$에서 두 내각의 크기를 뺀 것이라고 생각한다.",
    belief_en="takes 180 less two angles for the exterior angle",
    standards=("[9수03-05]",),
    example=(
        "삼각형의 두 내각의 크기가 $50^\\circ$, $60^\\circ$일 때, 나머지 각의 외각의 크기를 구하시오.",
        "70",
    ),
    of="50+60",
    words=r"외각|exterior",
    prior=2.2,
)
def interior_for_exterior(node: Node) -> Iterator[Node]:
    match node:
        case Add(Num() as a, Num() as b) if a.value + b.value < 180:
            yield Sub(Sub(HALF_TURN, a), b)


@mal_rule(
    "smallest-angle-for-largest",
    ko="가장 큰 각 대신 가장 작은 각을 구함",
    en="gives the smallest angle for the largest",
    belief_ko="비에서 가장 작은 수에 해당하는 각을 답한다.",
    belief_en="works with the smallest number of the ratio",
    standards=("[9수03-05]",),
    example=("삼각형의 세 내각의 크기의 비가 $2:3:4$일 때, 가장 큰 내각의 크기를 구하시오.", "40"),
    of="180*(4/(2+3+4))",
    words=r"가장 큰|largest",
    prior=1.8,
)
def smallest_angle_for_largest(node: Node) -> Iterator[Node]:
    match node:
        case Div(Num() as top, Add(Add(Num() as a, Num() as b), Num() as c) as total):
            smallest = min((a, b, c), key=lambda part: part.value)
            if smallest.value < top.value:
                yield Div(smallest, total)


@mal_rule(
    "full-turn-for-triangle",
    ko="삼각형의 내각의 합을 360도로 계산함",
    en="takes 360 degrees for the angles of a triangle",
    belief_ko="삼각형의 세 내각의 크기의 합이 $360^\\circ$라고 생각한다.",
    belief_en="believes that the angles of a triangle add up to 360 degrees",
    standards=("[9수03-05]",),
    example=("삼각형의 세 내각의 크기의 비가 $2:3:4$일 때, 가장 큰 내각의 크기를 구하시오.", "160"),
    of="180*(4/(2+3+4))",
    words=r"삼각형|triangle",
    prior=1.5,
)
def full_turn_for_triangle(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Num(half), Div(_, Add()) as part) if half == 180:
            yield Mul(Num(Fraction(360)), part)
        case Sub(Sub(Num(half), a), b) if half == 180:
            yield Sub(Sub(Num(Fraction(360)), a), b)


@mal_rule(
    "opposite-angle-for-neighbouring",
    ko="이웃하는 각의 크기가 같다고 함",
    en="takes neighbouring angles for equal",
    belief_ko="평행사변형에서 이웃하는 두 내각의 크기가 같다고 생각한다.",
    belief_en="believes that neighbouring angles of a parallelogram are equal",
    standards=("[9수03-11]",),
    example=(
        "평행사변형 $ABCD$에서 $\\angle A=110^\\circ$일 때, $\\angle B$의 크기를 구하시오.",
        "110",
    ),
    of="180-110",
    words=r"평행사변형|parallelogram",
    prior=2.2,
)
def opposite_angle_for_neighbouring(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Num(half), Num() as angle) if half == 180:
            yield angle


@mal_rule(
    "opposite-angles-of-inscribed-equal",
    ko="원에 내접하는 사각형의 대각의 크기가 같다고 함",
    en="takes opposite angles of an inscribed quadrilateral for equal",
    belief_ko="원에 내접하는 사각형에서 대각의 크기가 서로 같다고 생각한다.",
    belief_en="believes that opposite angles of an inscribed quadrilateral are equal",
    standards=("[9수03-19]",),
    example=(
        "원에 내접하는 사각형 $ABCD$에서 $\\angle A=70^\\circ$일 때, $\\angle C$의 크기를 구하시오.",
        "70",
    ),
    of="180-70",
    words=r"내접|inscribed",
    prior=2.2,
)
def opposite_angles_of_inscribed_equal(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Num(half), Num() as angle) if half == 180:
            yield angle


@mal_rule(
    "apex-angle-for-base",
    ko="이등변삼각형의 꼭지각과 밑각의 크기가 같다고 함",
    en="takes the apex angle for the base angle",
    belief_ko="이등변삼각형의 세 각 중 어느 두 각이 같은지 혼동하여 꼭지각과 밑각이 같다고 생각한다.",
    belief_en="believes that the apex angle equals a base angle",
    standards=("[9수03-09]",),
    example=("꼭지각의 크기가 $40^\\circ$인 이등변삼각형의 한 밑각의 크기를 구하시오.", "40"),
    of="(180-40)/2",
    words=r"이등변|isosceles",
    prior=2.0,
)
def apex_angle_for_base(node: Node) -> Iterator[Node]:
    match node:
        case Div(Sub(Num(half), Num() as top), Num(two)) if half == 180 and two == 2:
            yield top


@mal_rule(
    "base-angles-not-halved",
    ko="두 밑각의 크기의 합을 한 밑각의 크기라고 답함",
    en="gives both base angles together",
    belief_ko="$180^\\circ$에서 꼭지각의 크기를 뺀 것이 한 밑각의 크기라고 생각한다.",
    belief_en="forgets to halve what is left for the two base angles",
    standards=("[9수03-09]",),
    example=("꼭지각의 크기가 $40^\\circ$인 이등변삼각형의 한 밑각의 크기를 구하시오.", "140"),
    of="(180-40)/2",
    words=r"이등변|isosceles",
    prior=2.2,
)
def base_angles_not_halved(node: Node) -> Iterator[Node]:
    match node:
        case Div(Sub(Num(half), Num()) as both, Num(two)) if half == 180 and two == 2:
            yield both


@mal_rule(
    "interior-for-exterior-of-polygon",
    ko="정다각형의 외각 대신 내각을 구함",
    en="gives the interior angle of a regular polygon for the exterior one",
    belief_ko="외각을 다각형의 안쪽 각이라고 생각한다.",
    belief_en="takes the angle inside the polygon for the exterior angle",
    standards=("[9수03-05]",),
    example=("정육각형의 한 외각의 크기를 구하시오.", "120"),
    of="360/6",
    words=r"외각|exterior",
    prior=2.2,
)
def interior_for_exterior_of_polygon(node: Node) -> Iterator[Node]:
    match node:
        case Div(Num(turn), Num()) if turn == 360:
            yield Sub(HALF_TURN, node)
