"""Quadratic inequalities, absolute values, ends of intervals."""

from __future__ import annotations

from collections.abc import Iterator

from generation.diagnose.malrule import mal_rule
from generation.diagnose.procedure.equations import TURNED, ZERO, polynomial_of
from generation.diagnose.procedure.intervals import STRICT, outside
from generation.expression.errors import NotExactError
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import And, Call, Expr, Neg, Node, Or, Relation, RelationOp, Sym, symbols

QUADRATIC = ("[10공수1-02-11]",)
ABSOLUTE = ("[10공수1-02-10]",)
LINEAR = ("[9수02-12]", "[10공수1-02-09]")
OTHER_END: dict[RelationOp, RelationOp] = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}


def _between(node: Node) -> tuple[Expr, Expr, Expr, bool] | None:
    """low, x, high and strictness of ``low < x < high``."""
    match node:
        case And((Relation(op, low, Sym() as x), Relation(other, y, high))) if op == other and x == y:
            return (low, x, high, STRICT[op]) if op in ("<", "<=") else None
        case _:
            return None


@mal_rule(
    "inequality-solved-as-equation",
    ko="이차부등식을 방정식처럼 풀어 부등호만 붙임",
    en="solves a quadratic inequality factor by factor",
    belief_ko="$(x-a)(x-b)<0$에서 $x<a$ 또는 $x<b$라고 생각한다.",
    belief_en="believes that (x-a)(x-b) < 0 means x < a or x < b",
    standards=QUADRATIC,
    example=("이차부등식 $x^2-5x+6<0$을 푸시오.", "x<2 또는 x<3"),
    prior=2.5,
)
def inequality_solved_as_equation(node: Node) -> Iterator[Node]:
    if not isinstance(node, Relation) or node.op not in STRICT or node.right != ZERO or len(symbols(node)) != 1:
        return
    name = next(iter(symbols(node)))
    try:
        c = polynomial_of(node.left).rational_coefficients(name)
    except NotExactError:
        return
    if c is None or len(c) != 3 or (d := c[1] * c[1] - 4 * c[2] * c[0]) <= 0:
        return
    roots = [
        polynomial_tree((Polynomial.constant(-c[1]) + r).scaled(1 / (2 * c[2])))
        for r in (-Polynomial.square_root(d), Polynomial.square_root(d))
    ]
    yield Or(tuple(Relation(node.op, Sym(name), root) for root in roots))


@mal_rule(
    "between-for-outside",
    ko="두 근의 바깥을 사이로 답함",
    en="takes the numbers between the roots for those outside",
    belief_ko="이차부등식의 해는 언제나 두 근 사이라고 생각한다.",
    belief_en="believes that the solutions always lie between the roots",
    standards=QUADRATIC,
    example=("이차부등식 $x^2-5x+6>0$을 푸시오.", "2<x<3"),
    prior=2.0,
)
def between_for_outside(node: Node) -> Iterator[Node]:
    match node:
        case Or((Relation(op, Sym() as x, low), Relation(other, y, high))) if (
            op in ("<", "<=") and other == TURNED[op] and x == y
        ):
            yield And((Relation(op, low, x), Relation(op, x, high)))


@mal_rule(
    "outside-for-between",
    ko="두 근의 사이를 바깥으로 답함",
    en="takes the numbers outside the roots for those between",
    belief_ko="부등호의 방향과 해의 범위를 반대로 연결한다.",
    belief_en="connects < with the outside of the roots",
    standards=QUADRATIC,
    example=("이차부등식 $x^2-5x+6<0$을 푸시오.", "x<2 또는 x>3"),
    prior=1.8,
)
def outside_for_between(node: Node) -> Iterator[Node]:
    if (found := _between(node)) is not None:
        low, x, high, strict = found
        yield outside(x, low, high, strict=strict)


@mal_rule(
    "absolute-value-one-case",
    ko="절댓값을 양수인 경우만 풂",
    en="solves an absolute value for the positive case only",
    belief_ko="$|x|=a$이면 $x=a$뿐이라고 생각한다.",
    belief_en="believes that |x| = a has the solution a alone",
    standards=ABSOLUTE,
    example=("$|x-3|=5$를 푸시오.", "8"),
    prior=2.5,
)
def absolute_value_one_case(node: Node) -> Iterator[Node]:
    match node:
        case Relation(_, Call("abs", (inside,)), right) if symbols(inside) and not symbols(right):
            yield Relation(node.op, inside, right)


@mal_rule(
    "absolute-value-bars-dropped",
    ko="절댓값 안의 부호를 그대로 둠",
    en="drops the bars of an absolute value",
    belief_ko="$|-a|=-a$라고 생각한다.",
    belief_en="believes that |-a| is -a",
    standards=("[9수01-04]", "[9수01-05]"),
    example=("$|-7|+3$을 계산하시오.", "-4"),
    prior=1.8,
)
def absolute_value_bars_dropped(node: Node) -> Iterator[Node]:
    match node:
        case Call("abs", (inside,)) if not symbols(inside):
            yield inside


@mal_rule(
    "end-of-interval",
    ko="부등식의 해에서 끝값의 포함 여부를 바꿈",
    en="includes an end that is out, or leaves out one that is in",
    belief_ko="$<$와 $\\le$를 구별하지 않는다.",
    belief_en="does not tell < from ≤",
    standards=LINEAR,
    example=("일차부등식 $2x\\le 6$을 푸시오.", "x<3"),
    prior=1.2,
)
def end_of_interval(node: Node) -> Iterator[Node]:
    match node:
        case Relation(op, Sym() as x, value) if op in OTHER_END and not symbols(value):
            yield Relation(OTHER_END[op], x, value)
    if (found := _between(node)) is not None:
        low, middle, high, strict = found
        op = "<=" if strict else "<"
        yield And((Relation(op, low, middle), Relation(op, middle, high)))


@mal_rule(
    "absolute-inequality-split-wrong",
    ko="절댓값이 있는 부등식에서 두 번째 경우의 부등호를 바꾸지 않음",
    en="does not turn the sign for the negative case of an absolute value",
    belief_ko="$|x|<a$를 $x<a$ 또는 $x<-a$로 나눈다.",
    belief_en="splits |x| < a into x < a and x < -a",
    standards=ABSOLUTE,
    example=("$|x-1|<4$를 푸시오.", "x<5 또는 x<-3"),
    prior=1.5,
)
def absolute_inequality_split_wrong(node: Node) -> Iterator[Node]:
    match node:
        case Relation(op, Call("abs", (inside,)), right) if op in STRICT and not symbols(right):
            yield Or((Relation(op, inside, right), Relation(op, inside, Neg(right))))
