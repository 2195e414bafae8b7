"""Inequalities: which way the sign turns."""

from __future__ import annotations

from collections.abc import Iterator

from generation.diagnose.malrule import mal_rule
from generation.diagnose.procedure.equations import TURNED
from generation.diagnose.shapes import scaled_unknown
from generation.expression.tree import Node, Relation, Sym, number

STANDARD = ("[9수02-12]",)


@mal_rule(
    "inequality-not-flipped",
    ko="음수로 나눌 때 부등호의 방향을 바꾸지 않음",
    en="does not turn the inequality when dividing by a negative",
    belief_ko="부등식의 양변을 음수로 나누어도 부등호의 방향은 그대로라고 생각한다.",
    belief_en="keeps the direction of the inequality when dividing by a negative number",
    standards=STANDARD,
    example=("일차부등식 $-2x+3<7$을 푸시오.", "x < -2"),
    prior=3.0,
)
def inequality_not_flipped(node: Node) -> Iterator[Node]:
    parts = scaled_unknown(node)
    if parts is not None and parts[0].op not in ("=", "!=") and parts[2] < 0:
        line, name, a, b = parts
        yield Relation(line.op, Sym(name), number(b / a))


@mal_rule(
    "inequality-flipped-needlessly",
    ko="양수로 나누는데 부등호의 방향을 바꿈",
    en="turns the inequality although the divisor is positive",
    belief_ko="음수가 보이면(이항하거나 우변이 음수이면) 부등호의 방향을 바꾼다.",
    belief_en="turns the inequality when a minus is anywhere in sight",
    standards=STANDARD,
    example=("일차부등식 $3x>-6$을 푸시오.", "x < -2"),
    prior=1.2,
)
def inequality_flipped_needlessly(node: Node) -> Iterator[Node]:
    parts = scaled_unknown(node)
    if parts is not None and parts[0].op not in ("=", "!=") and parts[2] > 0 and parts[2] != 1:
        line, name, a, b = parts
        yield Relation(TURNED[line.op], Sym(name), number(b / a))
