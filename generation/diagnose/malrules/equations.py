"""Equations, inequalities, quadratics and systems."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm

from generation.diagnose.malrule import mal_rule
from generation.diagnose.procedure.equations import TURNED, ZERO, polynomial_of
from generation.expression.errors import NotExactError
from generation.expression.exact import rational_value
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import (
    And,
    Expr,
    Mul,
    Node,
    Num,
    Or,
    Pow,
    Relation,
    Sub,
    Sym,
    number,
    sum_of,
    symbols,
    terms,
)

LINEAR = ("[9수02-04]", "[9수02-12]")
QUADRATIC = ("[9수02-20]",)
SYSTEMS = ("[9수02-13]",)


def _scaled_unknown(node: Node) -> tuple[Relation, str, Fraction, Fraction] | None:
    """A line ``ax = b`` (or with an inequality): the line, the unknown, a and b."""
    if not isinstance(node, Relation) or len(symbols(node.left)) != 1 or symbols(node.right):
        return None
    value = rational_value(node.right)
    try:
        left = polynomial_of(node.left)
    except NotExactError:
        return None
    if value is None or len(left.terms) != 1 or left.total_degree() != 1:
        return None
    return node, next(iter(symbols(node.left))), next(iter(left.terms.values())), value


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
            crosses = unknown if back else not unknown
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
    parts = _scaled_unknown(node)
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
    parts = _scaled_unknown(node)
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
    parts = _scaled_unknown(node)
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


@mal_rule(
    "inequality-not-flipped",
    ko="음수로 나눌 때 부등호의 방향을 바꾸지 않음",
    en="does not turn the inequality when dividing by a negative",
    belief_ko="부등식의 양변을 음수로 나누어도 부등호의 방향은 그대로라고 생각한다.",
    belief_en="keeps the direction of the inequality when dividing by a negative number",
    standards=("[9수02-12]",),
    example=("일차부등식 $-2x+3<7$을 푸시오.", "x < -2"),
    prior=3.0,
)
def inequality_not_flipped(node: Node) -> Iterator[Node]:
    parts = _scaled_unknown(node)
    if parts is not None and parts[0].op not in ("=", "!=") and parts[2] < 0:
        line, name, a, b = parts
        yield Relation(line.op, Sym(name), number(b / a))


@mal_rule(
    "inequality-flipped-needlessly",
    ko="양수로 나누는데 부등호의 방향을 바꿈",
    en="turns the inequality although the divisor is positive",
    belief_ko="음수가 보이면(이항하거나 우변이 음수이면) 부등호의 방향을 바꾼다.",
    belief_en="turns the inequality when a minus is anywhere in sight",
    standards=("[9수02-12]",),
    example=("일차부등식 $3x>-6$을 푸시오.", "x < -2"),
    prior=1.2,
)
def inequality_flipped_needlessly(node: Node) -> Iterator[Node]:
    parts = _scaled_unknown(node)
    if parts is not None and parts[0].op not in ("=", "!=") and parts[2] > 0 and parts[2] != 1:
        line, name, a, b = parts
        yield Relation(TURNED[line.op], Sym(name), number(b / a))


@mal_rule(
    "sign-of-roots",
    ko="인수분해한 뒤 근의 부호를 반대로 씀",
    en="reads the roots off the factors with the wrong sign",
    belief_ko="$(x-a)(x-b)=0$의 해를 $x=-a$ 또는 $x=-b$라고 한다.",
    belief_en="takes -a and -b for the roots of (x-a)(x-b) = 0",
    standards=QUADRATIC,
    example=("이차방정식 $x^2-5x+6=0$을 푸시오.", "x=-2 또는 x=-3"),
    prior=2.5,
)
def sign_of_roots(node: Node) -> Iterator[Node]:
    match node:
        case Or(parts) if all(isinstance(p, Relation) and p.right == ZERO for p in parts):
            turned = []
            for part in parts:
                assert isinstance(part, Relation)
                linear = polynomial_of(part.left)
                name = next(iter(linear.variables))
                slope, offset = linear.coefficients(name)[1], linear.coefficients(name)[0]
                turned.append(Relation("=", polynomial_tree(slope * Polynomial.variable(name) - offset), ZERO))
            yield Or(tuple(turned))


@mal_rule(
    "drop-negative-root",
    ko="제곱근을 구할 때 음의 근을 빠뜨림",
    en="drops the negative square root",
    belief_ko="$x^2=a$의 해는 $x=\\sqrt{a}$ 하나뿐이라고 생각한다.",
    belief_en="takes only the positive root of x^2 = a",
    standards=QUADRATIC,
    example=("이차방정식 $x^2=16$을 푸시오.", "x=4"),
    prior=3.0,
)
def drop_negative_root(node: Node) -> Iterator[Node]:
    match node:
        case Or((Relation("=", Sym() as left, _) as first, Relation("=", Sym() as other, _))) if left == other:
            yield first
        case Relation("=", Pow(base, Num(exponent)), right) if exponent == 2:
            root = rational_value(right)
            if root is not None and root > 0:
                yield Relation("=", base, polynomial_tree(Polynomial.square_root(root)))


@mal_rule(
    "divide-by-unknown",
    ko="양변을 미지수로 나누어 해 0을 잃음",
    en="divides by the unknown and loses the root 0",
    belief_ko="$ax^2=bx$의 양변을 $x$로 나누어도 된다고 생각한다.",
    belief_en="divides both sides by x without asking whether it is 0",
    standards=QUADRATIC,
    example=("이차방정식 $x^2=5x$를 푸시오.", "x=5"),
    prior=2.5,
)
def divide_by_unknown(node: Node) -> Iterator[Node]:
    if not isinstance(node, Relation) or node.op != "=" or len(symbols(node)) != 1:
        return
    name = next(iter(symbols(node)))
    try:
        difference = polynomial_of(Sub(node.left, node.right))
    except NotExactError:
        return
    parts = difference.coefficients(name)
    if len(parts) == 3 and parts[0].is_zero and not parts[1].is_zero:
        yield Relation("=", polynomial_tree(parts[2] * Polynomial.variable(name)), polynomial_tree(-parts[1]))


@mal_rule(
    "zero-product-any-number",
    ko="곱이 0이 아닌데도 인수를 각각 우변과 같다고 놓음",
    en="sets each factor equal to the right side although it is not zero",
    belief_ko="$(x-a)(x-b)=k$이면 $x-a=k$ 또는 $x-b=k$라고 생각한다.",
    belief_en="gets x-a = k or x-b = k from (x-a)(x-b) = k",
    standards=QUADRATIC,
    example=("이차방정식 $(x-1)(x-3)=8$을 푸시오.", "x=9 또는 x=11"),
    prior=1.5,
)
def zero_product_any_number(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Mul(left, right), value) if value != ZERO and symbols(left) == symbols(right) != frozenset():
            yield Or((Relation("=", left, value), Relation("=", right, value)))


@mal_rule(
    "formula-b-sign",
    ko="근의 공식에서 일차항의 계수의 부호를 바꾸지 않음",
    en="uses b instead of -b in the quadratic formula",
    belief_ko="근의 공식의 분자를 $b\\pm\\sqrt{b^2-4ac}$로 쓴다.",
    belief_en="writes b plus or minus the root in the quadratic formula",
    standards=QUADRATIC,
    example=("이차방정식 $x^2-4x+1=0$을 푸시오.", "x=-2-√3 또는 x=-2+√3"),
    prior=1.5,
)
def formula_b_sign(node: Node) -> Iterator[Node]:
    c = _quadratic(node)
    if c is not None and c[1] != 0 and (d := c[1] * c[1] - 4 * c[2] * c[0]) > 0:
        yield _formula_roots(node, c[1], Polynomial.square_root(d), 2 * c[2])


@mal_rule(
    "formula-discriminant-plus",
    ko="판별식을 $b^2+4ac$로 계산함",
    en="takes b^2+4ac under the root",
    belief_ko="근의 공식의 근호 안을 $b^2+4ac$로 쓴다.",
    belief_en="writes b^2 + 4ac under the root of the quadratic formula",
    standards=QUADRATIC,
    example=("이차방정식 $x^2-4x+1=0$을 푸시오.", "x=2-√5 또는 x=2+√5"),
    prior=1.2,
)
def formula_discriminant_plus(node: Node) -> Iterator[Node]:
    c = _quadratic(node)
    if c is not None and c[1] != 0 and (d := c[1] * c[1] + 4 * c[2] * c[0]) > 0:
        yield _formula_roots(node, -c[1], Polynomial.square_root(d), 2 * c[2])


def _quadratic(node: Node) -> list[Fraction] | None:
    """Coefficients (constant first) of a line ``ax^2+bx+c = 0`` that is collected."""
    if not isinstance(node, Relation) or node.op != "=" or node.right != ZERO or len(symbols(node.left)) != 1:
        return None
    try:
        p = polynomial_of(node.left)
    except NotExactError:
        return None
    name = next(iter(symbols(node.left)))
    c = p.rational_coefficients(name)
    return c if c is not None and len(c) == 3 and polynomial_tree(p) == node.left else None


def _formula_roots(node: Node, b: Fraction, root: Polynomial, divisor: Fraction) -> Or:
    name = Sym(next(iter(symbols(node))))
    values = [(Polynomial.constant(b) + r).scaled(1 / divisor) for r in (-root, root)]
    return Or(tuple(Relation("=", name, polynomial_tree(value)) for value in values))


@mal_rule(
    "swap-solution",
    ko="연립방정식의 두 미지수의 값을 바꾸어 씀",
    en="swaps the values of the two unknowns",
    belief_ko="구한 두 값을 어느 미지수의 값인지 확인하지 않고 쓴다.",
    belief_en="writes the two values down for the wrong unknowns",
    standards=SYSTEMS,
    example=("연립방정식 $x+y=5$, $x-y=1$을 푸시오.", "x=2, y=3"),
    prior=1.2,
)
def swap_solution(node: Node) -> Iterator[Node]:
    match node:
        case And((Relation("=", Sym() as a, p), Relation("=", Sym() as b, q))) if (
            not symbols(p) and not symbols(q) and p != q
        ):
            yield And((Relation("=", a, q), Relation("=", b, p)))


@mal_rule(
    "elimination-sign",
    ko="두 식을 빼야 할 때 더함(또는 우변만 반대로 계산함)",
    en="adds where the equations must be subtracted, on one side only",
    belief_ko="두 식을 빼면서 우변은 더하거나, 더하면서 우변은 뺀다.",
    belief_en="combines the left sides rightly and the right sides with the other sign",
    standards=SYSTEMS,
    example=("연립방정식 $3x+y=10$, $x+y=4$를 푸시오.", "x=7, y=-11"),
    prior=1.8,
)
def elimination_sign(node: Node) -> Iterator[Node]:
    for kept, other, first in _matching_rows(node):
        name, left_value, (right_one, right_two), sign = kept, *other
        yield And((Relation("=", polynomial_tree(Polynomial.variable(name).scaled(left_value)),
                            number(right_one - sign * right_two)), first))  # fmt: skip


@mal_rule(
    "elimination-unknown-sign",
    ko="두 식을 빼면서 남는 미지수의 계수는 더함",
    en="subtracts the equations but adds the remaining coefficients",
    belief_ko="두 식을 뺄 때 소거되지 않는 문자의 계수는 더한다.",
    belief_en="subtracts to eliminate one unknown but adds the other's coefficients",
    standards=SYSTEMS,
    example=("연립방정식 $3x+y=10$, $x+y=4$를 푸시오.", "x=3/2, y=11/2"),
    prior=1.2,
)
def elimination_unknown_sign(node: Node) -> Iterator[Node]:
    if not isinstance(node, And):
        return
    for kept, (_, rights, sign), first in _matching_rows(node):
        a, c = _coefficients(node, kept)
        wrong = a - sign * c
        if wrong:
            yield And((Relation("=", polynomial_tree(Polynomial.variable(kept).scaled(wrong)),
                                number(rights[0] + sign * rights[1])), first))  # fmt: skip


def _matching_rows(
    node: Node,
) -> Iterator[tuple[str, tuple[Fraction, tuple[Fraction, Fraction], int], Relation]]:
    """For two equations in which one unknown's coefficients match in size: the other unknown, its coefficient after
    combining, the right sides, and whether they are added or subtracted."""
    match node:
        case And((Relation("=", left_one, right_one) as first, Relation("=", left_two, right_two))):
            pass
        case _:
            return
    one, two = rational_value(right_one), rational_value(right_two)
    names = sorted(symbols(left_one) | symbols(left_two))
    if one is None or two is None or len(names) != 2:
        return
    assert isinstance(node, And)
    for gone, kept in (names, names[::-1]):
        a, c = _coefficients(node, gone)
        p, q = _coefficients(node, kept)
        if a and abs(a) == abs(c):
            sign = -1 if a == c else 1
            if p + sign * q:
                yield kept, (p + sign * q, (one, two), sign), first


def _coefficients(node: And, name: str) -> tuple[Fraction, Fraction]:
    """The rational coefficients of one unknown in the left sides of two equations; 0 where there is none."""
    found: list[Fraction] = []
    for part in node.parts:
        assert isinstance(part, Relation)
        try:
            found.append(polynomial_of(part.left).terms.get((1, ((name, 1),)), Fraction(0)))
        except NotExactError:
            found.append(Fraction(0))
    return found[0], found[1]


@mal_rule(
    "substitute-without-brackets",
    ko="대입할 때 괄호를 쓰지 않음",
    en="substitutes a sum without brackets",
    belief_ko="$y=x-3$을 $2x-3y$에 대입할 때 괄호 없이 첫 항에만 곱한다.",
    belief_en="multiplies only the first term of what is substituted",
    standards=SYSTEMS,
    example=("연립방정식 $y=x-3$, $2x-3y=5$를 푸시오.", "x=-8, y=-11"),
    prior=1.8,
)
def substitute_without_brackets(node: Node) -> Iterator[Node]:
    match node:
        case And((Relation("=", Sym(name), value), Relation("=", left, right))) if name in symbols(left):
            signed = terms(value)
            if len(signed) != 2 or name in symbols(value):
                return
            wrong: list[tuple[int, Expr]] = []
            for sign, term in terms(left):
                if name not in symbols(term):
                    wrong.append((sign, term))
                    continue
                slope = number(polynomial_of(term).terms.get((1, ((name, 1),)), Fraction(0)))
                first = Mul(slope, signed[0][1])
                wrong += [(sign * signed[0][0], first), (signed[1][0], signed[1][1])]
            yield And((Relation("=", Sym(name), value), Relation("=", sum_of(wrong), right)))
