"""Vertex, axis and form of parabolas."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.procedure.vertex import vertex_of
from generation.expression.exact import rational_value
from generation.expression.tree import Add, Expr, Mul, Neg, Node, Pow, Relation, Sub, number

GRAPHS = ("[9수02-22]",)
WORDS = r"꼭짓점|꼭지점|축의 방정식|대칭축|vertex|axis"


@mal_rule(
    "vertex-sign",
    ko="꼭짓점의 x좌표의 부호를 바꾸지 않음",
    en="reads the vertex with the wrong sign",
    belief_ko="$y=a(x-p)^2+q$의 괄호 안에 보이는 부호 그대로가 꼭짓점의 $x$좌표라고 생각한다.",
    belief_en="believes that y = a(x - p)^2 + q has its vertex at x = -p",
    standards=GRAPHS,
    example=("이차함수 $y=(x-3)^2+2$의 그래프의 꼭짓점의 좌표를 구하시오.", "p=-3, q=2"),
    of="vertex: (x-3)^2+2",
    words=WORDS,
    prior=2.8,
)
def vertex_sign(node: Node) -> Iterator[Node]:
    if vertex_of(node) is None:
        return
    match node:
        case Relation("=", y, Add(front, q)):
            yield Relation("=", y, Add(_mirrored(front), q))


@mal_rule(
    "vertex-value-sign",
    ko="꼭짓점의 y좌표의 부호를 바꿈",
    en="turns the sign of the vertex's y",
    belief_ko="괄호 안의 수뿐 아니라 괄호 밖의 수도 부호를 바꾸어야 한다고 생각한다.",
    belief_en="turns the sign of the number behind the square as well",
    standards=GRAPHS,
    example=("이차함수 $y=(x-3)^2+2$의 그래프의 꼭짓점의 좌표를 구하시오.", "p=3, q=-2"),
    of="vertex: (x-3)^2+2",
    words=WORDS,
    prior=1.5,
)
def vertex_value_sign(node: Node) -> Iterator[Node]:
    if (place := vertex_of(node)) is None or not place[1]:
        return
    match node:
        case Relation("=", y, Add(front, _)):
            yield Relation("=", y, Add(front, number(-place[1])))


@mal_rule(
    "vertex-unbalanced",
    ko="완전제곱식으로 고칠 때 더한 수를 빼지 않고 꼭짓점을 구함",
    en="reads the vertex from a square that was not balanced",
    belief_ko="$x^2+2px+q=(x+p)^2+q$라고 생각한다.",
    belief_en="believes that x^2 + 2px + q is (x+p)^2 + q",
    standards=GRAPHS,
    example=("이차함수 $y=x^2-4x+1$의 그래프의 꼭짓점의 좌표를 구하시오.", "p=2, q=1"),
    of="vertex: x^2-4x+1",
    words=WORDS,
    prior=2.0,
)
def vertex_unbalanced(node: Node) -> Iterator[Node]:
    if (place := vertex_of(node)) is None:
        return
    match node:
        case Relation("=", y, Add(front, _)):
            yield Relation("=", y, Add(front, number(place[1] + _factor(front) * place[0] ** 2)))


def _mirrored(front: Expr) -> Expr:
    match front:
        case Neg(arg):
            return Neg(_mirrored(arg))
        case Mul(factor, square):
            return Mul(factor, _mirrored(square), implicit=True)
        case Pow(Sub(x, p), two):
            return Pow(Add(x, p), two)
        case Pow(Add(x, p), two):
            return Pow(Sub(x, p), two)
        case _:
            return front


def _factor(front: Expr) -> Fraction:
    match front:
        case Neg(arg):
            return -_factor(arg)
        case Mul(factor, _):
            return rational_value(factor) or Fraction(1)
        case _:
            return Fraction(1)
