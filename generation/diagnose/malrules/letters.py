"""What letters and the equals sign mean."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.procedure.equations import polynomial_of
from generation.diagnose.shapes import coefficient_and_letters, multiple_of
from generation.expression.errors import ExpressionError, NotExactError
from generation.expression.exact import exact
from generation.expression.normal import ratio_tree
from generation.expression.tree import (
    Add,
    Div,
    Expr,
    Mul,
    Node,
    Num,
    Relation,
    Sub,
    Sym,
    children,
    number,
    rebuild,
    symbols,
)

TERMS = ("[9수02-02]",)
PRODUCTS = ("[9수02-10]",)
EQUATIONS = ("[9수02-03]", "[9수02-04]")
WRITING = ("[9수02-01]",)


@mal_rule(
    "like-terms-multiplied",
    ko="동류항을 더할 때 문자의 차수도 더함",
    en="adds the powers of like terms",
    belief_ko="$3x+2x=5x^2$이라고 생각한다.",
    belief_en="believes that 3x + 2x is 5x^2",
    standards=TERMS,
    example=("$3x+2x$를 간단히 하시오.", "5x^2"),
    prior=1.8,
)
def like_terms_multiplied(node: Node) -> Iterator[Node]:
    match node:
        case Add(left, right):
            first, second = coefficient_and_letters(left), coefficient_and_letters(right)
            if first is not None and second is not None and first[1] == second[1]:
                yield multiple_of(first[0] + second[0], Mul(first[1], second[1]))


@mal_rule(
    "letter-subtracted-away",
    ko="동류항을 뺄 때 문자까지 없앰",
    en="takes the letter away with its coefficient",
    belief_ko="$5x-x=5$라고 생각한다.",
    belief_en="believes that 5x - x is 5",
    standards=TERMS,
    example=("$5x-x$를 간단히 하시오.", "5"),
    prior=2.0,
)
def letter_subtracted_away(node: Node) -> Iterator[Node]:
    match node:
        case Sub(left, right):
            first, second = coefficient_and_letters(left), coefficient_and_letters(right)
            if first is not None and second is not None and first[1] == second[1] and second[0] == 1:
                yield number(first[0])


@mal_rule(
    "product-keeps-letter",
    ko="단항식의 곱에서 문자를 한 번만 씀",
    en="writes the letter of a product once",
    belief_ko="$2x\\times3x=6x$라고 생각한다.",
    belief_en="believes that 2x times 3x is 6x",
    standards=PRODUCTS,
    example=("$2x\\times3x$를 간단히 하시오.", "6x"),
    prior=1.8,
)
def product_keeps_letter(node: Node) -> Iterator[Node]:
    match node:
        case Mul(left, right):
            first, second = coefficient_and_letters(left), coefficient_and_letters(right)
            if first is not None and second is not None and first[1] == second[1]:
                yield multiple_of(first[0] * second[0], first[1])


@mal_rule(
    "coefficients-added-in-product",
    ko="단항식의 곱에서 계수를 더함",
    en="adds the coefficients of a product",
    belief_ko="$2x\\times3x=5x^2$이라고 생각한다.",
    belief_en="believes that 2x times 3x is 5x^2",
    standards=PRODUCTS,
    example=("$2x\\times3x$를 간단히 하시오.", "5x^2"),
    prior=1.5,
)
def coefficients_added_in_product(node: Node) -> Iterator[Node]:
    match node:
        case Mul(left, right):
            first, second = coefficient_and_letters(left), coefficient_and_letters(right)
            if first is not None and second is not None and first[0] != 1 and second[0] != 1:
                yield multiple_of(first[0] + second[0], Mul(first[1], second[1]))


@mal_rule(
    "coefficient-as-tens-digit",
    ko="$2x$를 십의 자리가 2인 두 자리 수로 봄",
    en="takes 2x for a number with the digits 2 and x",
    belief_ko="문자 앞의 수는 곱하는 수가 아니라 자리의 숫자라고 생각하여 $2x$와 $x$를 동류항으로 모으지 않는다.",
    belief_en="believes that the x in 2x stands for the ones digit, and does not collect 2x and x as like terms",
    standards=(*EQUATIONS, *WRITING),
    example=("방정식 $2x+x=24$를 푸시오.", "2"),
    source="Küchemann 1981",
)
def coefficient_as_tens_digit(node: Node) -> Iterator[Node]:
    if isinstance(node, Relation) and (wrong := _digits(node)) != node:
        yield wrong


def _digits(node: Node) -> Node:
    match node:
        case Mul(Num(coefficient, 0), Sym() as letter) if coefficient.denominator == 1:
            return Add(Num(coefficient * 10), letter)
    parts = tuple(_digits(part) for part in children(node))
    return rebuild(node, parts) if parts else node


@mal_rule(
    "equals-announces-answer",
    ko="등호 뒤의 수를 답으로 봄",
    en="takes the number behind the equals sign for the answer",
    belief_ko="등호는 '답은'이라는 뜻이라고 생각한다.",
    belief_en="believes that the equals sign announces the answer",
    standards=EQUATIONS,
    example=("방정식 $2x+15=31$을 푸시오.", "31"),
    prior=0.6,
    source="Kieran 1981",
)
def equals_announces_answer(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Add() | Sub() as left, Num() as right) if len(symbols(left)) == 1:
            yield Relation("=", Sym(next(iter(symbols(left)))), right)


@mal_rule(
    "operation-not-undone",
    ko="방정식에서 곱하거나 더해진 수로 같은 연산을 다시 함",
    en="repeats the operation instead of undoing it",
    belief_ko="$\\frac{x}{3}=6$에서 6을 3으로 나눈다.",
    belief_en="divides by 3 again to solve x/3 = 6",
    standards=EQUATIONS,
    example=("방정식 $\\frac{x}{3}=6$을 푸시오.", "2"),
    prior=1.8,
)
def operation_not_undone(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Div(Sym() as letter, Num() as divisor), right) if not symbols(right):
            yield Relation("=", letter, Div(right, divisor))
        case Relation("=", Mul(Num() as factor, Sym() as letter), right) if not symbols(right):
            yield Relation("=", letter, Mul(factor, right))


@mal_rule(
    "one-side-only",
    ko="등식의 한쪽에만 연산을 함",
    en="works on one side of an equation only",
    belief_ko="한쪽을 간단히 하려고 곱하거나 나누어도 등식이 유지된다고 생각한다.",
    belief_en="believes that one side alone may be multiplied or divided",
    standards=EQUATIONS,
    example=("방정식 $\\frac{x}{2}+3=5$를 푸시오.", "-1"),
    prior=1.5,
)
def one_side_only(node: Node) -> Iterator[Node]:
    if not isinstance(node, Relation) or node.op != "=" or symbols(node.right) or len(symbols(node.left)) != 1:
        return
    try:
        p = polynomial_of(node.left)
    except NotExactError:
        return
    scale = p.content().denominator
    if scale > 1 and isinstance(node.left, Add | Sub):
        yield Relation("=", ratio_tree(exact(Mul(Num(Fraction(scale)), node.left))), node.right)


@mal_rule(
    "phrase-order-reversed",
    ko="'~보다 작은 수'를 말한 순서대로 뺌",
    en="subtracts in the order of the words",
    belief_ko="'$x$보다 3만큼 작은 수'를 $3-x$로 쓴다.",
    belief_en="writes 'three less than x' as 3 - x",
    standards=WRITING,
    example=("$x$보다 3만큼 작은 수를 식으로 나타내시오.", "3-x"),
    of="form: x-3",
    words=r"보다|뺀|작은|less|fewer|subtract|difference|younger|shorter",
    prior=2.0,
    source="MacGregor & Stacey 1993",
)
def phrase_order_reversed(node: Node) -> Iterator[Node]:
    match node:
        case Sub(left, right) if symbols(node):
            yield Sub(right, left)


@mal_rule(
    "letters-reversed",
    ko="두 양의 관계를 식으로 나타낼 때 문자를 바꾸어 씀",
    en="swaps the letters of a relation between two quantities",
    belief_ko="'학생이 교수의 6배'를 말한 순서대로 $6S=P$로 쓴다.",
    belief_en="writes 'six times as many students as professors' as 6S = P",
    standards=(*WRITING, "[9수02-04]"),
    example=("학생 수 $S$가 교수 수 $P$의 6배일 때, $S$를 $P$의 식으로 나타내시오.", "P/6"),
    of="relation: S=6P",
    words=r"식으로|나타내|equation|expression|write",
    prior=2.5,
    source="Clement 1982",
)
def letters_reversed(node: Node) -> Iterator[Node]:
    match node:
        case Relation("=", Sym(first) as left, right) if len(symbols(right)) == 1:
            second = next(iter(symbols(right)))
            try:
                p = exact(right).polynomial()
            except ExpressionError:
                return
            if p is None or p.total_degree() != 1 or first == second:
                return
            slope, constant = p.coefficients(second)[1].rational(), p.coefficients(second)[0].rational()
            if slope and constant is not None:
                yield Relation("=", left, _inverse(second, slope, constant))


def _inverse(name: str, slope: Fraction, constant: Fraction) -> Expr:
    """(name - constant)/slope, collected."""
    return ratio_tree(exact(Div(Sub(Sym(name), number(constant)), number(slope))))
