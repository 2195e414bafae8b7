"""Two equations in two unknowns: elimination and substitution."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.procedure.equations import polynomial_of
from generation.expression.errors import NotExactError
from generation.expression.exact import rational_value
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import And, Expr, Mul, Node, Relation, Sym, number, sum_of, symbols, terms

SYSTEMS = ("[9수02-13]",)


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
