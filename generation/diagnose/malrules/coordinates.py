"""Lines, distances and circles in coordinates; axes and extreme values of parabolas."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.procedure.equations import ZERO, polynomial_of
from generation.expression.errors import NotExactError
from generation.expression.exact import exact, rational_value
from generation.expression.tree import (
    Add,
    Call,
    Div,
    Expr,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Relation,
    Sub,
    Sym,
    number,
    symbols,
)

SLOPE = ("[9수02-16]", "[10공수2-01-02]")
SLOPE_WORDS = r"기울기|slope|직선"
DISTANCE_WORDS = r"거리|길이|distance|length"
POINTS = ("[10공수2-01-01]",)
VERTEX = ("[9수02-22]", "[10공수1-02-06]")


@mal_rule(
    "slope-inverted",
    ko="기울기를 (x의 증가량)÷(y의 증가량)으로 계산함",
    en="divides the change in x by the change in y",
    belief_ko="기울기는 $x$의 증가량을 $y$의 증가량으로 나눈 것이라고 생각한다.",
    belief_en="believes that the slope is run over rise",
    standards=SLOPE,
    example=("두 점 $(1, 2)$, $(4, 8)$을 지나는 직선의 기울기를 구하시오.", "1/2"),
    of="(8-2)/(4-1)",
    words=SLOPE_WORDS,
    prior=2.5,
)
def slope_inverted(node: Node) -> Iterator[Node]:
    match node:
        case Div(Sub() as rise, Sub() as run):
            yield Div(run, rise)


@mal_rule(
    "slope-order-mixed",
    ko="기울기에서 빼는 순서를 다르게 함",
    en="subtracts the coordinates in different orders",
    belief_ko="$y$좌표와 $x$좌표를 빼는 순서가 달라도 된다고 생각한다.",
    belief_en="takes y2 - y1 over x1 - x2",
    standards=SLOPE,
    example=("두 점 $(1, 2)$, $(4, 8)$을 지나는 직선의 기울기를 구하시오.", "-2"),
    of="(8-2)/(4-1)",
    words=SLOPE_WORDS,
    prior=1.8,
)
def slope_order_mixed(node: Node) -> Iterator[Node]:
    match node:
        case Div(Sub() as rise, Sub(a, b)):
            yield Div(rise, Sub(b, a))


@mal_rule(
    "intercept-of-other-axis",
    ko="x절편 대신 y절편을 구함",
    en="gives the y-intercept for the x-intercept",
    belief_ko="$x$절편을 구할 때 $x=0$을 대입한다.",
    belief_en="puts x = 0 to find where a line meets the x-axis",
    standards=("[9수02-15]", "[9수02-16]"),
    example=("일차함수 $y=2x+6$의 그래프의 $x$절편을 구하시오.", "6"),
    of="solve: 2x+6=0",
    words=r"절편|intercept",
    prior=2.0,
)
def intercept_of_other_axis(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", left, right) if ZERO in (left, right) and len(symbols(node)) == 1:
            left = right if left == ZERO else left
            name = next(iter(symbols(left)))
            try:
                p = polynomial_of(left)
            except NotExactError:
                return
            constant = p.coefficients(name)[0].rational()
            if p.degree(name) == 1 and constant:
                yield Relation("=", Sym(name), number(constant))


@mal_rule(
    "perpendicular-sign-lost",
    ko="수직인 직선의 기울기에서 부호를 바꾸지 않음",
    en="forgets the sign of a perpendicular slope",
    belief_ko="수직인 직선의 기울기는 역수라고만 생각한다.",
    belief_en="takes the reciprocal alone for a perpendicular slope",
    standards=("[10공수2-01-02]",),
    example=("기울기가 $\\frac{2}{3}$인 직선에 수직인 직선의 기울기를 구하시오.", "3/2"),
    of="-1/(2/3)",
    words=r"수직|perpendicular",
    prior=2.0,
)
def perpendicular_sign_lost(node: Node) -> Iterator[Node]:
    match node:
        case Neg(Div(one, slope)) if rational_value(one) == 1:
            yield Div(one, slope)
        case Div(Neg(one), slope) if rational_value(one) == 1:
            yield Div(one, slope)


@mal_rule(
    "perpendicular-negated-only",
    ko="수직인 직선의 기울기에서 부호만 바꿈",
    en="only turns the sign for a perpendicular slope",
    belief_ko="수직인 직선의 기울기는 부호만 반대라고 생각한다.",
    belief_en="believes that perpendicular slopes have opposite signs and nothing else",
    standards=("[10공수2-01-02]",),
    example=("기울기가 $\\frac{2}{3}$인 직선에 수직인 직선의 기울기를 구하시오.", "-2/3"),
    of="-1/(2/3)",
    words=r"수직|perpendicular",
    prior=1.8,
)
def perpendicular_negated_only(node: Node) -> Iterator[Node]:
    match node:
        case Neg(Div(one, slope)) | Div(Neg(one), slope) if rational_value(one) == 1:
            yield Neg(slope)


@mal_rule(
    "distance-root-forgotten",
    ko="거리를 구할 때 제곱근을 취하지 않음",
    en="leaves out the root of a distance",
    belief_ko="두 점 사이의 거리를 차의 제곱의 합이라고 생각한다.",
    belief_en="takes the sum of the squares for the distance",
    standards=("[10공수2-01-03]", "[9수03-15]"),
    example=("두 점 $(1, 2)$, $(4, 6)$ 사이의 거리를 구하시오.", "25"),
    of="sqrt((4-1)^2+(6-2)^2)",
    words=DISTANCE_WORDS,
    prior=1.8,
)
def distance_root_forgotten(node: Node) -> Iterator[Node]:
    match node:
        case Call("sqrt", (Add(Pow(), Pow()) as squares,)):
            yield squares


@mal_rule(
    "distance-not-divided",
    ko="점과 직선 사이의 거리에서 분모의 제곱근으로 나누지 않음",
    en="forgets to divide in the distance of a point to a line",
    belief_ko="직선의 방정식에 점의 좌표를 대입한 값의 절댓값이 거리라고 생각한다.",
    belief_en="takes the absolute value of ax + by + c for the distance",
    standards=("[10공수2-01-03]",),
    example=("점 $(1, 2)$와 직선 $3x+4y-1=0$ 사이의 거리를 구하시오.", "10"),
    of="10/sqrt(3^2+4^2)",
    words=DISTANCE_WORDS,
    prior=2.2,
)
def distance_not_divided(node: Node) -> Iterator[Node]:
    match node:
        case Div(above, Call("sqrt")):
            yield above


@mal_rule(
    "midpoint-from-difference",
    ko="중점의 좌표를 차의 절반으로 구함",
    en="halves the difference for a midpoint",
    belief_ko="중점은 두 좌표의 차를 2로 나눈 것이라고 생각한다.",
    belief_en="takes half of the difference for the coordinate of the midpoint",
    standards=POINTS,
    example=("두 점 $A(2)$, $B(10)$의 중점의 좌표를 구하시오.", "4"),
    of="(2+10)/2",
    words=r"중점|midpoint|middle",
    prior=1.8,
)
def midpoint_from_difference(node: Node) -> Iterator[Node]:
    match node:
        case Div(Add(a, b), Num(two)) if two == 2:
            yield Div(Sub(b, a), Num(two))


@mal_rule(
    "division-weights-swapped",
    ko="내분점에서 m과 n을 바꾸어 곱함",
    en="swaps the weights of a dividing point",
    belief_ko="$m:n$으로 내분하는 점에서 $m$을 가까운 점의 좌표에 곱한다.",
    belief_en="multiplies each end by its own part of the ratio",
    standards=POINTS,
    example=("두 점 $A(1)$, $B(6)$을 잇는 선분을 $2:3$으로 내분하는 점의 좌표를 구하시오.", "4"),
    of="(2*6+3*1)/(2+3)",
    words=r"내분|divid",
    prior=2.0,
)
def division_weights_swapped(node: Node) -> Iterator[Node]:
    match node:
        case Div(Add(Mul(m, b), Mul(n, a)), Add() as total):
            yield Div(Add(Mul(m, a), Mul(n, b)), total)


@mal_rule(
    "radius-squared-as-radius",
    ko="원의 방정식의 우변을 반지름으로 읽음",
    en="reads the right side of a circle's equation as the radius",
    belief_ko="$x^2+y^2=k$에서 반지름의 길이를 $k$라고 생각한다.",
    belief_en="believes that x^2 + y^2 = k has the radius k",
    standards=("[10공수2-01-04]",),
    example=("원 $x^2+y^2=9$의 반지름의 길이를 구하시오.", "9"),
    of="sqrt(9)",
    words=r"원|circle",
    prior=2.5,
)
def radius_squared_as_radius(node: Node) -> Iterator[Node]:
    match node:
        case Call("sqrt", (Num() as square,)):
            yield square


@mal_rule(
    "axis-sign",
    ko="축의 방정식에서 부호를 바꾸지 않음",
    en="forgets the sign in the axis of a parabola",
    belief_ko="축이 $x=\\frac{b}{2a}$라고 생각한다.",
    belief_en="believes that the axis is x = b/2a",
    standards=VERTEX,
    example=("이차함수 $y=x^2+6x+1$의 그래프의 축은 $x=p$이다. $p$의 값을 구하시오.", "3"),
    of="-6/(2*1)",
    words=r"축|꼭짓점|axis|vertex",
    prior=2.0,
)
def axis_sign(node: Node) -> Iterator[Node]:
    match node:
        case Neg(Div(b, Mul() as twice)):
            yield Div(b, twice)
        case Div(Neg(b), Mul() as twice):
            yield Div(b, twice)


@mal_rule(
    "vertex-place-for-value",
    ko="최댓값이나 최솟값 대신 그때의 x의 값을 답함",
    en="gives the place of an extreme value for the value",
    belief_ko="최솟값을 꼭짓점의 $x$좌표라고 생각한다.",
    belief_en="takes the x of the vertex for the smallest value",
    standards=VERTEX,
    example=("이차함수 $y=x^2-4x+7$의 최솟값을 구하시오.", "2"),
    of="min: x^2-4x+7",
    asks=("extremum",),
    prior=2.0,
)
def vertex_place_for_value(node: Node) -> Iterator[Node]:
    if (found := _square_and_rest(node)) is not None:
        yield number(found[1])


@mal_rule(
    "square-completed-without-balance",
    ko="완전제곱식으로 고칠 때 더한 수를 빼지 않음",
    en="completes the square without taking off what was added",
    belief_ko="$x^2+2px+q=(x+p)^2+q$라고 생각한다.",
    belief_en="believes that x^2 + 2px + q is (x+p)^2 + q",
    standards=VERTEX,
    example=("이차함수 $y=x^2-4x+7$의 최솟값을 구하시오.", "7"),
    of="min: x^2-4x+7",
    asks=("extremum",),
    prior=2.0,
)
def square_completed_without_balance(node: Node) -> Iterator[Node]:
    found = _square_and_rest(node)
    if found is not None and isinstance(node, Add | Sub) and found[1]:
        constant = exact(node).polynomial()
        assert constant is not None
        value = constant.coefficients(next(iter(symbols(node))))[0].rational()
        if value is not None:
            yield Add(node.left, number(value))


@mal_rule(
    "square-completed-factor-lost",
    ko="완전제곱식으로 고칠 때 이차항의 계수를 곱하지 않음",
    en="forgets the leading coefficient when taking off the square",
    belief_ko="괄호 안에서 더한 수를 괄호 밖에서 그대로 뺀다.",
    belief_en="takes off p^2 instead of a·p^2 after completing the square",
    standards=VERTEX,
    example=("이차함수 $y=2x^2-12x+7$의 최솟값을 구하시오.", "-2"),
    of="min: 2x^2-12x+7",
    asks=("extremum",),
    prior=1.5,
)
def square_completed_factor_lost(node: Node) -> Iterator[Node]:
    found = _square_and_rest(node)
    if found is not None and isinstance(node, Add | Sub):
        lead, place, rest = found
        yield Add(node.left, number(rest + lead * place * place - place * place))


def _square_and_rest(node: Node) -> tuple[Fraction, Fraction, Fraction] | None:
    """a, p and q of an expression written ``a(x-p)^2 + q``."""
    if not isinstance(node, Add | Sub) or not any(isinstance(part, Pow) for part in _square_of(node.left)):
        return None
    try:
        c = polynomial_of(node).rational_coefficients(next(iter(symbols(node))))
    except (NotExactError, StopIteration):
        return None
    if c is None or len(c) != 3 or symbols(node.right):
        return None
    return c[2], -c[1] / (2 * c[2]), c[0] - c[1] * c[1] / (4 * c[2])


def _square_of(expr: Expr) -> tuple[Expr, ...]:
    match expr:
        case Neg(arg):
            return _square_of(arg)
        case Mul(_, power):
            return (power,)
        case _:
            return (expr,)
