"""Linear equations: moving terms, dividing by a coefficient, clearing denominators."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm

from generation.diagnose.malrule import mal_rule
from generation.diagnose.procedure.equations import TURNED, ZERO, polynomial_of
from generation.diagnose.shapes import scaled_unknown
from generation.expression.errors import NotExactError
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Expr, Node, Relation, Sym, number, sum_of, symbols, terms

LINEAR = ("[9수02-04]", "[9수02-12]")


@mal_rule(
    "move-term-keeps-sign",
    ko="이항할 때 부호를 바꾸지 않음",
    en="moves a term across without changing its sign",
    belief_ko="항을 등호나 부등호의 반대쪽으로 옮길 때 부호를 그대로 둔다.",
    belief_en="carries a term to the other side and keeps its sign",
    standards=LINEAR,
    example=("일차방정식 $2x+3=7$을 푸시오.", "5"),
    prior=3.0,
    source="Kieran 1992",
)
def move_term_keeps_sign(node: Node) -> Iterator[Node]:
    if not isinstance(node, Relation) or len(symbols(node)) != 1:
        return
    left, right = terms(node.left), terms(node.right)
    for here, there, back in ((left, right, False), (right, left, True)):
        for position, (sign, term) in enumerate(here):
            unknown = bool(symbols(term))
            joins = any(bool(symbols(other)) == unknown and other != ZERO for _, other in there)
            crosses = (unknown if back else not unknown) or (joins and unknown)
            if term == ZERO or not crosses:
                continue
            rest = [*here[:position], *here[position + 1 :]]
            kept = [t for t in there if t[1] != ZERO]
            sides = (sum_of(rest), sum_of([*kept, (sign, term)]))
            yield Relation(node.op, *(reversed(sides) if back else sides))


@mal_rule(
    "divide-by-subtracting-coefficient",
    ko="계수를 나누지 않고 뺌",
    en="subtracts the coefficient instead of dividing by it",
    belief_ko="$ax=b$에서 $x=b-a$라고 생각한다.",
    belief_en="gets x = b - a from ax = b",
    standards=LINEAR,
    example=("일차방정식 $3x=12$를 푸시오.", "9"),
    prior=1.8,
    source="Kieran 1992",
)
def divide_by_subtracting(node: Node) -> Iterator[Node]:
    parts = scaled_unknown(node)
    if parts is not None and parts[2] not in (0, 1):
        line, name, a, b = parts
        yield Relation(line.op, Sym(name), number(b - a))


@mal_rule(
    "divide-upside-down",
    ko="계수를 상수항으로 나눔",
    en="divides the coefficient by the number",
    belief_ko="$ax=b$에서 $x=\\frac{a}{b}$라고 생각한다.",
    belief_en="gets x = a/b from ax = b",
    standards=LINEAR,
    example=("일차방정식 $8x=4$를 푸시오.", "2"),
    prior=1.5,
    source="Sleeman 1984",
)
def divide_upside_down(node: Node) -> Iterator[Node]:
    parts = scaled_unknown(node)
    if parts is not None and parts[3] != 0 and abs(parts[2]) != 1:
        line, name, a, b = parts
        op = TURNED[line.op] if a < 0 else line.op
        yield Relation(op, Sym(name), number(a / b))


@mal_rule(
    "divide-loses-sign",
    ko="음수인 계수로 나눌 때 부호를 빠뜨림",
    en="loses the sign when dividing by a negative coefficient",
    belief_ko="$-ax=b$의 양변을 $a$로만 나누어 $x=\\frac{b}{a}$라고 한다.",
    belief_en="divides -ax = b by a and forgets the minus",
    standards=LINEAR,
    example=("일차방정식 $-3x=12$를 푸시오.", "4"),
    prior=2.0,
)
def divide_loses_sign(node: Node) -> Iterator[Node]:
    parts = scaled_unknown(node)
    if parts is not None and parts[2] < 0 and parts[3] != 0:
        line, name, a, b = parts
        yield Relation(line.op, Sym(name), number(b / -a))


@mal_rule(
    "reversed-subtraction",
    ko="이항하여 뺄 때 빼는 순서를 바꿈",
    en="subtracts in the wrong order",
    belief_ko="$ax+b=c$에서 $ax=b-c$라고 한다.",
    belief_en="gets ax = b - c from ax + b = c",
    standards=LINEAR,
    example=("일차방정식 $13x+196=391$을 푸시오.", "-15"),
    prior=1.2,
    source="Ashlock 2006",
)
def reversed_subtraction(node: Node) -> Iterator[Node]:
    match node:
        case Relation(op, left, right) if not symbols(right) and len(symbols(left)) == 1:
            signed = terms(left)
            known = [t for t in signed if not symbols(t[1])]
            unknown = [t for t in signed if symbols(t[1])]
            if known and unknown and right != ZERO:
                yield Relation(op, sum_of(unknown), sum_of([*known, (-1, right)]))


@mal_rule(
    "constant-term-not-multiplied",
    ko="분모를 없앨 때 상수항(정수항)에는 곱하지 않음",
    en="clears denominators but leaves whole terms unmultiplied",
    belief_ko="분모의 최소공배수를 분수인 항에만 곱한다.",
    belief_en="multiplies only the terms with fractions by the common denominator",
    standards=LINEAR,
    example=("일차방정식 $\\frac{1}{2}x+3=5$를 푸시오.", "2"),
    prior=2.0,
)
def constant_term_not_multiplied(node: Node) -> Iterator[Node]:
    if not isinstance(node, Relation) or len(symbols(node)) != 1:
        return
    if isinstance(node.left, Sym) and not symbols(node.right):
        return  # solved: there is nothing left to clear
    try:
        sides = [[(s, polynomial_of(t)) for s, t in terms(side)] for side in (node.left, node.right)]
    except NotExactError:
        return
    if any(len(p.terms) != 1 for side in sides for _, p in side if not p.is_zero):
        return
    denominators = [c.denominator for side in sides for _, p in side for c in p.terms.values()]
    common = lcm(*denominators) if denominators else 1
    if common == 1 or all(d == common for d in denominators):
        return
    scaled = [_scaled_fractions(side, common) for side in sides]
    yield Relation(node.op, scaled[0], scaled[1])


def _scaled_fractions(side: list[tuple[int, Polynomial]], common: int) -> Expr:
    parts: list[tuple[int, Expr]] = []
    for sign, p in side:
        whole = all(c.denominator == 1 for c in p.terms.values())
        parts.append((sign, polynomial_tree(p if whole else p.scaled(Fraction(common)))))
    return sum_of(parts)
