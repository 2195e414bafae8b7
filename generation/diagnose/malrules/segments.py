"""Segments of triangles and circles: centroids, midpoints, chords."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.tree import Call, Div, Mul, Node, Num

TWO, THREE = Num(Fraction(2)), Num(Fraction(3))


@mal_rule(
    "centroid-other-part",
    ko="무게중심에서 중선의 다른 쪽 길이를 구함",
    en="gives the other part of the median",
    belief_ko="무게중심이 중선을 꼭짓점으로부터 $1:2$로 나눈다고 생각한다.",
    belief_en="believes that the centroid divides the median 1 : 2 from the corner",
    standards=("[9수03-14]",),
    example=("점 $G$가 삼각형 $ABC$의 무게중심이고 중선 $AD$의 길이가 12일 때, $AG$의 길이를 구하시오.", "4"),
    of="2/3*12",
    words=r"무게중심|centroid",
    prior=2.2,
)
def centroid_other_part(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Div(Num(two), Num(three)), Num() as median) if two == 2 and three == 3:
            yield Div(median, THREE)


@mal_rule(
    "centroid-as-midpoint",
    ko="무게중심이 중선을 이등분한다고 함",
    en="takes the centroid for the middle of a median",
    belief_ko="무게중심은 중선의 중점이라고 생각한다.",
    belief_en="believes that the centroid halves the median",
    standards=("[9수03-14]",),
    example=("점 $G$가 삼각형 $ABC$의 무게중심이고 중선 $AD$의 길이가 12일 때, $AG$의 길이를 구하시오.", "6"),
    of="2/3*12",
    words=r"무게중심|centroid",
    prior=1.8,
)
def centroid_as_midpoint(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Div(Num(two), Num(three)), Num() as median) if two == 2 and three == 3:
            yield Div(median, TWO)


@mal_rule(
    "midsegment-doubled",
    ko="두 변의 중점을 이은 선분의 길이를 밑변의 2배로 구함",
    en="doubles where midpoints halve",
    belief_ko="중점을 이은 선분이 나머지 한 변의 2배라고 생각한다.",
    belief_en="takes the segment between midpoints for twice the third side",
    standards=("[9수03-14]",),
    example=("두 변의 중점을 이은 선분 $MN$에 대하여 $BC=10$일 때, $MN$의 길이를 구하시오.", "20"),
    of="1/2*10",
    words=r"중점|midpoint",
    prior=1.8,
)
def midsegment_doubled(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Div(Num(one), Num(two)), Num() as side) if one == 1 and two == 2:
            yield Mul(TWO, side)


@mal_rule(
    "half-chord",
    ko="현의 길이의 절반만 구함",
    en="gives half of the chord",
    belief_ko="중심에서 현에 내린 수선이 만드는 직각삼각형의 변의 길이가 현의 길이라고 생각한다.",
    belief_en="stops at half of the chord",
    standards=("[9수03-18]",),
    example=("반지름의 길이가 5인 원의 중심에서 현까지의 거리가 3일 때, 현의 길이를 구하시오.", "4"),
    of="2*sqrt(5^2-3^2)",
    words=r"현|chord",
    prior=3.0,
)
def half_chord(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Num(two), Call("sqrt") as half) if two == 2:
            yield half
