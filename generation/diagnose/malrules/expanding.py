"""Expanding products and squares of sums."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.tree import Add, Mul, Node, Num, Pow, Sub, sum_of, symbols, terms

EXPANDING = ("[9수02-19]",)
TWO = Fraction(2)


@mal_rule(
    "square-of-sum",
    ko="완전제곱식의 전개에서 가운데 항을 빠뜨림",
    en="squares a sum term by term",
    belief_ko="$(a+b)^2=a^2+b^2$이라고 생각한다.",
    belief_en="believes that (a+b)^2 is a^2+b^2",
    standards=EXPANDING,
    example=("$(x+3)^2$을 전개하시오.", "x^2+9"),
    prior=3.0,
    source="Matz 1982",
)
def square_of_sum(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Add(left, right), Num(exponent)) if exponent == 2:
            yield Add(Pow(left, Num(exponent)), Pow(right, Num(exponent)))
        case Pow(Sub(left, right), Num(exponent)) if exponent == 2:
            yield Add(Pow(left, Num(exponent)), Pow(right, Num(exponent)))


@mal_rule(
    "square-as-conjugates",
    ko="완전제곱식을 합과 차의 곱으로 착각함",
    en="takes a square for a product of sum and difference",
    belief_ko="$(a-b)^2=a^2-b^2$이라고 생각한다.",
    belief_en="believes that (a-b)^2 is a^2-b^2",
    standards=EXPANDING,
    example=("$(z-4)^2$을 전개하시오.", "z^2-16"),
    prior=2.5,
    source="Pinchback 1991",
)
def square_as_conjugates(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Add(left, right) | Sub(left, right), Num(exponent)) if exponent == 2:
            yield Sub(Pow(left, Num(exponent)), Pow(right, Num(exponent)))


@mal_rule(
    "exponent-on-one-term",
    ko="괄호 밖의 지수를 한 항에만 적용함",
    en="applies the exponent of a bracket to one term only",
    belief_ko="$(a+b)^2=a^2+b$라고 생각한다.",
    belief_en="believes that (a+b)^2 is a^2+b",
    standards=EXPANDING,
    example=("$(z-4)^2$을 전개하시오.", "z^2-4"),
    prior=1.0,
    source="Pinchback 1991",
)
def exponent_on_one_term(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Add() | Sub() as inner, Num(exponent)) if symbols(node) and exponent > 1:
            yield type(inner)(Pow(inner.left, Num(exponent)), inner.right)
            yield type(inner)(inner.left, Pow(inner.right, Num(exponent)))


@mal_rule(
    "middle-term-not-doubled",
    ko="완전제곱식에서 가운데 항을 2배하지 않음",
    en="does not double the middle term of a square",
    belief_ko="$(a+b)^2=a^2+ab+b^2$이라고 생각한다.",
    belief_en="believes that (a+b)^2 is a^2+ab+b^2",
    standards=EXPANDING,
    example=("$(x+3)^2$을 전개하시오.", "x^2+3x+9"),
    prior=2.0,
)
def middle_term_not_doubled(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Add(left, right), Num(exponent)) if exponent == 2:
            yield Add(Add(Pow(left, Num(exponent)), Mul(left, right)), Pow(right, Num(exponent)))
        case Pow(Sub(left, right), Num(exponent)) if exponent == 2:
            yield Add(Sub(Pow(left, Num(exponent)), Mul(left, right)), Pow(right, Num(exponent)))


@mal_rule(
    "first-and-last-only",
    ko="두 다항식의 곱에서 첫 항끼리, 끝 항끼리만 곱함",
    en="multiplies only firsts and lasts",
    belief_ko="$(a+b)(c+d)=ac+bd$라고 생각한다.",
    belief_en="believes that (a+b)(c+d) is ac+bd",
    standards=EXPANDING,
    example=("$(x+2)(x+5)$를 전개하시오.", "x^2+10"),
    prior=2.5,
)
def first_and_last_only(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Add() | Sub() as left, Add() | Sub() as right) if symbols(left) and symbols(right):
            a, b = terms(left), terms(right)
            if len(a) == 2 and len(b) == 2:
                yield sum_of([(a[i][0] * b[i][0], Mul(a[i][1], b[i][1])) for i in (0, 1)])


@mal_rule(
    "last-terms-added",
    ko="두 다항식의 곱에서 상수항을 더함",
    en="adds the constants instead of multiplying them",
    belief_ko="$(x+a)(x+b)$의 상수항을 $a+b$로, 일차항의 계수도 $a+b$로 한다.",
    belief_en="writes a+b for the constant of (x+a)(x+b)",
    standards=EXPANDING,
    example=("$(x+2)(x+5)$를 전개하시오.", "x^2+7x+7"),
    prior=1.2,
)
def last_terms_added(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Add() | Sub() as left, Add() | Sub() as right):
            a, b = terms(left), terms(right)
            if len(a) == 2 and len(b) == 2 and not symbols(a[1][1]) and not symbols(b[1][1]):
                yield sum_of([
                    (1, Mul(a[0][1], b[0][1])),
                    (b[1][0], Mul(a[0][1], b[1][1])),
                    (a[1][0], Mul(b[0][1], a[1][1])),
                    a[1],
                    b[1],
                ])  # fmt: skip


@mal_rule(
    "conjugates-as-sum-of-squares",
    ko="합과 차의 곱에서 두 제곱을 더함",
    en="adds the squares in a product of sum and difference",
    belief_ko="$(a+b)(a-b)=a^2+b^2$이라고 생각한다.",
    belief_en="believes that (a+b)(a-b) is a^2+b^2",
    standards=EXPANDING,
    example=("$(x+5)(x-5)$를 전개하시오.", "x^2+25"),
    prior=2.0,
)
def conjugates_as_sum(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Add(a, b), Sub(c, d)) | Mul(Sub(a, b), Add(c, d)) if (a, b) == (c, d):
            yield Add(Pow(a, Num(TWO)), Pow(b, Num(TWO)))


@mal_rule(
    "second-square-forgotten",
    ko="합과 차의 곱에서 뒤의 항을 제곱하지 않음",
    en="does not square the second term of a product of sum and difference",
    belief_ko="$(a+b)(a-b)=a^2-b$라고 생각한다.",
    belief_en="believes that (a+b)(a-b) is a^2-b",
    standards=EXPANDING,
    example=("$(\\sqrt{5}+2)(\\sqrt{5}-2)$를 계산하시오.", "3"),
    prior=1.5,
)
def second_square_forgotten(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Add(a, b), Sub(c, d)) | Mul(Sub(a, b), Add(c, d)) if (a, b) == (c, d):
            yield Sub(Pow(a, Num(TWO)), b)


@mal_rule(
    "middle-term-sign",
    ko="두 일차식의 곱에서 일차항의 부호를 반대로 함",
    en="turns the sign of the middle term of a product of binomials",
    belief_ko="$(x+a)(x+b)$의 일차항의 계수를 $-(a+b)$로 한다.",
    belief_en="writes -(a+b) for the middle coefficient of (x+a)(x+b)",
    standards=EXPANDING,
    example=("$(x+3)(x-7)$을 전개하시오.", "x^2+4x-21"),
    prior=1.6,
    words=r"전개|곱셈 ?공식|expand|multiply out",
)
def middle_term_sign(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Add() | Sub() as left, Add() | Sub() as right):
            a, b = terms(left), terms(right)
            if len(a) == len(b) == 2 and a[0] == b[0] and symbols(a[0][1]) and not symbols(a[1][1]) | symbols(b[1][1]):
                yield sum_of([
                    (1, Mul(a[0][1], b[0][1])),
                    (-b[1][0], Mul(a[0][1], b[1][1])),
                    (-a[1][0], Mul(b[0][1], a[1][1])),
                    (a[1][0] * b[1][0], Mul(a[1][1], b[1][1])),
                ])  # fmt: skip
