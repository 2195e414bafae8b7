"""Lines by slope, intercepts and points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.exact import rational_value
from generation.expression.tree import Add, Div, Expr, Mul, Neg, Node, Num, Relation, Sub, Sym, number, symbols

LINES = ("[9수02-16]",)
INTERCEPT = ("[9수02-15]",)
SLOPE_WORDS = r"기울기|slope"


def _plain(node: Node) -> bool:
    return isinstance(node, Expr) and not symbols(node) and rational_value(node) is not None


@mal_rule(
    "slope-and-intercept-swapped",
    ko="기울기와 y절편을 바꾸어 씀",
    en="swaps slope and y-intercept",
    belief_ko="$y=ax+b$에서 $a$가 $y$절편, $b$가 기울기라고 생각한다.",
    belief_en="takes a for the y-intercept and b for the slope in y = ax + b",
    standards=LINES,
    example=("기울기가 3이고 $y$절편이 $-2$인 직선의 방정식을 구하시오.", "y=-2x+3"),
    of="relation: y=3*x+(-2)",
    words=r"기울기.*절편|절편.*기울기|slope.*intercept",
    prior=2.0,
)
def slope_and_intercept_swapped(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Sym() as y, Add(Mul(a, Sym() as x), b)) if _plain(a) and _plain(b):
            yield Relation("=", y, Add(Mul(b, x), a))


@mal_rule(
    "point-as-intercept",
    ko="지나는 점의 y좌표를 y절편으로 씀",
    en="takes the y-coordinate of a point for the intercept",
    belief_ko="점 $(a, b)$를 지나면 $y$절편이 $b$라고 생각한다.",
    belief_en="believes that a line through (a, b) has the intercept b",
    standards=LINES,
    example=("기울기가 2이고 점 $(1, 3)$을 지나는 직선의 방정식을 구하시오.", "y=2x+3"),
    of="relation: y-3=2*(x-1)",
    words=r"지나|through",
    prior=2.5,
)
def point_as_intercept(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Sub(Sym() as y, q), Mul(m, Sub(Sym() as x, p))) if _plain(q) and _plain(p):
            yield Relation("=", y, Add(Mul(m, x), q))


@mal_rule(
    "point-with-wrong-signs",
    ko="점의 좌표를 부호를 바꾸지 않고 대입함",
    en="puts a point into y - b = m(x - a) with a sign turned",
    belief_ko="점 $(a, b)$를 지나는 직선을 $y-b=m(x+a)$라고 생각한다.",
    belief_en="believes that the line through (a, b) is y - b = m(x + a)",
    standards=LINES,
    example=("기울기가 2이고 점 $(1, 3)$을 지나는 직선의 방정식을 구하시오.", "y=2x+5"),
    of="relation: y-3=2*(x-1)",
    words=r"지나|through",
    prior=1.5,
)
def point_with_wrong_signs(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Sub(Sym() as y, q), Mul(m, Sub(Sym() as x, p))) if _plain(q) and _plain(p):
            yield Relation("=", Sub(y, q), Mul(m, Add(x, p)))
            yield Relation("=", Add(y, q), Mul(m, Add(x, p)))


@mal_rule(
    "slope-of-equation-sign",
    ko="일차방정식의 그래프의 기울기에서 부호를 바꾸지 않음",
    en="forgets the sign of the slope of ax + by + c = 0",
    belief_ko="$ax+by+c=0$의 그래프의 기울기를 $\\frac{a}{b}$라고 생각한다.",
    belief_en="believes that ax + by + c = 0 has the slope a/b",
    standards=("[9수02-17]",),
    example=("일차방정식 $3x-2y+6=0$의 그래프의 기울기를 구하시오.", "-3/2"),
    of="-(3/(-2))",
    words=SLOPE_WORDS,
    prior=2.2,
)
def slope_of_equation_sign(node: Node) -> Iterator[Node]:
    match node:
        case Neg(Div(a, b)) | Div(Neg(a), b) if _plain(a) and _plain(b):
            yield Div(a, b)


@mal_rule(
    "slope-of-equation-inverted",
    ko="일차방정식의 그래프의 기울기를 뒤집음",
    en="turns the slope of ax + by + c = 0 upside down",
    belief_ko="기울기는 $x$의 계수로 나눈 것이라고 생각한다.",
    belief_en="divides by the coefficient of x",
    standards=("[9수02-17]",),
    example=("일차방정식 $3x-2y+6=0$의 그래프의 기울기를 구하시오.", "2/3"),
    of="-(3/(-2))",
    words=SLOPE_WORDS,
    prior=1.8,
)
def slope_of_equation_inverted(node: Node) -> Iterator[Node]:
    match node:
        case Neg(Div(a, b)) | Div(Neg(a), b) if _plain(a) and _plain(b):
            yield Neg(Div(b, a))


@mal_rule(
    "x-intercept-for-y",
    ko="y절편 대신 x절편을 구함",
    en="gives the x-intercept for the y-intercept",
    belief_ko="$y$절편을 구할 때 $y=0$을 대입한다.",
    belief_en="puts y = 0 to find where a line meets the y-axis",
    standards=INTERCEPT,
    example=("일차함수 $y=2x-6$의 그래프의 $y$절편을 구하시오.", "3"),
    of="f(x)=2*x-6; f(0)",
    words=r"y ?\$?절편|y ?\$?축|y\$?-(?:intercept|axis)",
    prior=2.2,
)
def x_intercept_for_y(node: Node) -> Iterator[Node]:
    if (found := _at_zero(node)) is not None:
        yield number(-found[1] / found[0])


@mal_rule(
    "slope-for-intercept",
    ko="y절편 대신 기울기를 답함",
    en="gives the slope for the y-intercept",
    belief_ko="$y=ax+b$에서 $a$가 $y$절편이라고 생각한다.",
    belief_en="takes a for the y-intercept of y = ax + b",
    standards=INTERCEPT,
    example=("일차함수 $y=2x-6$의 그래프의 $y$절편을 구하시오.", "2"),
    of="f(x)=2*x-6; f(0)",
    words=r"y ?\$?절편|y\$?-intercept",
    prior=1.5,
)
def slope_for_intercept(node: Node) -> Iterator[Node]:
    if (found := _at_zero(node)) is not None:
        yield number(found[0])


@mal_rule(
    "slope-for-increase",
    ko="y의 값의 증가량을 기울기라고 답함",
    en="gives the slope for the increase of y",
    belief_ko="$x$의 값이 얼마나 증가하든 $y$의 값의 증가량은 기울기와 같다고 생각한다.",
    belief_en="believes that y increases by the slope, however far x goes",
    standards=INTERCEPT,
    example=("일차함수 $y=-2x+5$에서 $x$의 값이 1에서 4까지 증가할 때, $y$의 값의 증가량을 구하시오.", "-2"),
    of="(-2)*(4-1)",
    words=r"증가량|increase",
    prior=1.8,
)
def slope_for_increase(node: Node) -> Iterator[Node]:
    match node:
        case Mul(a, Sub(p, q)) if _plain(a) and _plain(p) and _plain(q):
            yield a


def _at_zero(node: Node) -> tuple[Fraction, Fraction] | None:
    """a and b of ``a·0 + b``."""
    match node:
        case Add(slope, b):
            pass
        case Sub(slope, constant):
            b = Neg(constant)
        case _:
            return None
    match slope:
        case Mul(factor, Num(zero)) if not zero:
            a: Expr = factor
        case Neg(Mul(factor, Num(zero))) if not zero:
            a = Neg(factor)
        case _:
            return None
    found = rational_value(a), rational_value(b)
    return (found[0], found[1]) if found[0] and found[1] is not None else None
