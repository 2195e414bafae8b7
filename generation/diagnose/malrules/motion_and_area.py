"""Rates of change, motion on a line and areas."""

from __future__ import annotations

from collections.abc import Iterator

from generation.diagnose.malrule import mal_rule
from generation.expression.tree import Call, Div, Node, Sub, Sym


@mal_rule(
    "integral-without-absolute",
    ko="움직인 거리나 넓이를 부호가 있는 정적분으로 구함",
    en="a signed integral for a distance or an area",
    belief_ko="움직인 거리는 위치의 변화량과 같고, 넓이는 정적분의 값과 같다고 생각한다.",
    belief_en="a distance is the change of position, an area is the value of the integral",
    standards=("[12미적Ⅰ-03-05]", "[12미적Ⅰ-03-06]"),
    example=(
        "시각 $t$에서의 속도가 $v=2t-4$인 점이 $t=0$에서 $t=3$까지 움직인 거리를 구하시오.",
        "-3",
    ),
    of="integrate(|2t-4|, t, 0, 3)",
    prior=2.5,
)
def integral_without_absolute(node: Node) -> Iterator[Node]:
    match node:
        case Call("integrate", (Call("abs", (body,)), Sym() as name, low, high)):
            yield Call("integrate", (body, name, low, high))


@mal_rule(
    "differentiated-once",
    ko="두 번 미분해야 하는데 한 번만 미분함",
    en="one derivative where two are needed",
    belief_ko="위치를 한 번 미분하면 가속도라고 생각한다.",
    belief_en="the acceleration is the derivative of the position",
    standards=("[12미적Ⅰ-02-10]",),
    example=("시각 $t$에서의 위치가 $x=2t^3-t^2$인 점의 $t=3$에서의 가속도를 구하시오.", "48"),
    of="diff(diff(2t^3-t^2, t), t, 3)",
    prior=1.8,
)
def differentiated_once(node: Node) -> Iterator[Node]:
    match node:
        case Call("diff", (Call("diff", (body, Sym(inner))), Sym(name), *point)) if inner == name:
            yield Call("diff", (body, Sym(name), *point))


@mal_rule(
    "change-for-rate",
    ko="평균변화율을 구할 때 $x$의 증가량으로 나누지 않음",
    en="the change for the average rate of change",
    belief_ko="함숫값의 차가 평균변화율이라고 생각한다.",
    belief_en="the difference of the values is the rate",
    standards=("[12미적Ⅰ-02-01]",),
    example=("함수 $f(x)=x^2$에서 $x$의 값이 $1$에서 $3$까지 변할 때의 평균변화율을 구하시오.", "8"),
    of="(3^2 - 1^2)/(3 - 1)",
    words=r"평균 ?변화율|average rate",
    prior=1.8,
)
def change_for_rate(node: Node) -> Iterator[Node]:
    match node:
        case Div(Sub() as change, Sub()):
            yield change
