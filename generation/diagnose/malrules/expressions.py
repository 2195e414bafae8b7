"""Letters: brackets, like terms, powers, squares of sums, factoring, cancelling."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.errors import NotExactError
from generation.expression.exact import exact, rational_value
from generation.expression.normal import polynomial_tree
from generation.expression.tree import (
    Add,
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
    factors,
    product_of,
    sum_of,
    symbols,
    terms,
)

LINEAR = ("[9수02-02]", "[9수02-04]", "[9수02-12]")
EXPONENTS = ("[9수02-08]",)
EXPANDING = ("[9수02-19]",)


def _is_sum(node: Node) -> bool:
    return isinstance(node, Add | Sub)


def _negated(expr: Expr) -> Expr:
    return expr.arg if isinstance(expr, Neg) else Neg(expr)


def _coefficient(term: Expr) -> tuple[Fraction, Expr] | None:
    """Number and letters of a term: ``3x^2`` gives ``(3, x^2)``; None for sums and bare numbers."""
    try:
        polynomial = exact(term).polynomial()
    except NotExactError:
        return None
    if polynomial is None or len(polynomial.terms) != 1 or not polynomial.variables:
        return None
    value = next(iter(polynomial.terms.values()))
    return value, polynomial_tree(polynomial.scaled(1 / value))


@mal_rule(
    "sign-not-distributed",
    ko="괄호 앞의 음의 부호를 첫 항에만 적용함",
    en="applies the minus before a bracket to the first term only",
    belief_ko="$-(a-b)$를 $-a-b$로 푼다.",
    belief_en="reads -(a - b) as -a - b",
    standards=LINEAR,
    example=("$5x-(2x-3)$을 간단히 하시오.", "3x-3"),
    prior=3.0,
    source="Payne & Squibb 1990",
)
def sign_not_distributed(node: Node) -> Iterator[Node]:
    match node:
        case Sub(left, Add() | Sub() as bracket):
            (sign, first), *rest = terms(bracket)
            yield sum_of([*terms(left), (-sign, first), *rest])
        case Neg(Add() | Sub() as bracket):
            (sign, first), *rest = terms(bracket)
            yield sum_of([(-sign, first), *rest])
        case Sub(left, Mul(factor, Add() | Sub() as bracket)) if not _is_sum(factor):
            (sign, first), *rest = terms(bracket)
            opened = [(-sign, Mul(factor, first))] + [(s, Mul(factor, t)) for s, t in rest]
            yield sum_of([*terms(left), *opened])
        case Neg(Mul(factor, Add() | Sub() as bracket)) | Mul(Neg(factor), Add() | Sub() as bracket) if not _is_sum(
            factor
        ):
            (sign, first), *rest = terms(bracket)
            yield sum_of([(-sign, Mul(factor, first))] + [(s, Mul(factor, t)) for s, t in rest])


@mal_rule(
    "distribute-first-only",
    ko="분배법칙을 첫 항에만 적용함",
    en="multiplies only the first term of a bracket",
    belief_ko="$k(a+b)$를 $ka+b$로 푼다.",
    belief_en="reads k(a + b) as ka + b",
    standards=LINEAR,
    example=("$3(2x+5)$를 간단히 하시오.", "6x+5"),
    prior=3.0,
    source="Payne & Squibb 1990",
)
def distribute_first_only(node: Node) -> Iterator[Node]:
    match node:
        case Mul(factor, Add() | Sub() as bracket) if not _is_sum(factor):
            (sign, first), *rest = terms(bracket)
            yield sum_of([(sign, Mul(factor, first)), *rest])


@mal_rule(
    "combine-unlike-terms",
    ko="동류항이 아닌 항을 더함",
    en="adds terms that are not alike",
    belief_ko="$3x+2$를 $5x$로 계산한다.",
    belief_en="reads 3x + 2 as 5x",
    standards=LINEAR,
    example=("$4x+3+2x$를 간단히 하시오.", "9x"),
    prior=2.0,
    source="Küchemann 1981",
)
def combine_unlike_terms(node: Node) -> Iterator[Node]:
    if not isinstance(node, Add | Sub) or not symbols(node):
        return
    signed = terms(node)
    numbers = [(s, v) for s, t in signed if (v := rational_value(t)) is not None]
    letters = [(s, c) for s, t in signed if (c := _coefficient(t)) is not None]
    if not numbers or not letters or len(numbers) + len(letters) != len(signed):
        return
    if len({letter for _, (_, letter) in letters}) != 1:
        return
    total = sum((s * v for s, v in numbers), Fraction(0)) + sum((s * c for s, (c, _) in letters), Fraction(0))
    if total:
        yield polynomial_tree_of(total, letters[0][1][1])


def polynomial_tree_of(coefficient: Fraction, letters: Expr) -> Expr:
    """``coefficient`` times ``letters`` as school writes it."""
    polynomial = exact(letters).polynomial()
    assert polynomial is not None
    return polynomial_tree(polynomial.scaled(coefficient))


@mal_rule(
    "multiply-exponents-in-product",
    ko="거듭제곱의 곱에서 지수를 곱함",
    en="multiplies the exponents in a product of powers",
    belief_ko="$a^m\\times a^n=a^{mn}$이라고 생각한다.",
    belief_en="believes that a^m times a^n is a^(mn)",
    standards=EXPONENTS,
    example=("$a^3\\times a^4$을 간단히 하시오.", "a^12"),
    prior=2.5,
)
def multiply_exponents_in_product(node: Node) -> Iterator[Node]:
    match node:
        case Mul(left, right) if (pair := _powers(left, right)) is not None:
            rest, base, m, n = pair
            if m > 1 and n > 1:
                yield product_of([*rest, Pow(base, Num(m * n))])


def _powers(left: Expr, right: Expr) -> tuple[list[Expr], Expr, Fraction, Fraction] | None:
    """The last factor of ``left`` and ``right`` as powers of one base, and what stands before."""
    *rest, last = factors(left)
    first, second = _power(last), _power(right)
    if first is None or second is None or first[0] != second[0]:
        return None
    return rest, first[0], first[1], second[1]


def _power(expr: Expr) -> tuple[Expr, Fraction] | None:
    match expr:
        case Pow(base, Num(exponent)) if symbols(base):
            return base, exponent
        case Sym():
            return expr, Fraction(1)
        case _:
            return None


@mal_rule(
    "add-exponents-in-power",
    ko="거듭제곱의 거듭제곱에서 지수를 더함",
    en="adds the exponents in a power of a power",
    belief_ko="$(a^m)^n=a^{m+n}$이라고 생각한다.",
    belief_en="believes that (a^m)^n is a^(m+n)",
    standards=EXPONENTS,
    example=("$(a^2)^3$을 간단히 하시오.", "a^5"),
    prior=2.5,
)
def add_exponents_in_power(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Pow(base, Num(m)), Num(n)) if symbols(base):
            yield Pow(base, Num(m + n))
        case Pow(Mul() as product, Num(n)):
            parts = [
                Pow(p.base, Num(p.exponent.value + n))
                if isinstance(p, Pow) and isinstance(p.exponent, Num)
                else Pow(p, Num(n))
                for p in factors(product)
            ]
            if any(isinstance(p, Pow) for p in factors(product)):
                yield product_of(list(parts))


@mal_rule(
    "exponent-not-on-coefficient",
    ko="곱의 거듭제곱에서 계수는 거듭제곱하지 않음",
    en="raises the letters but not the number to the power",
    belief_ko="$(2a)^3=2a^3$이라고 생각한다.",
    belief_en="believes that (2a)^3 is 2a^3",
    standards=EXPONENTS,
    example=("$(2a^2)^3$을 간단히 하시오.", "2a^6"),
    prior=2.0,
)
def exponent_not_on_coefficient(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Mul() as product, Num() as exponent):
            first, *rest = factors(product)
            if isinstance(first, Num) and first.value != 1:
                yield product_of([first, *(Pow(part, exponent) for part in rest)])
        case Pow(Neg(Mul() as product), Num() as exponent):
            first, *rest = factors(product)
            if isinstance(first, Num) and first.value != 1:
                yield Neg(product_of([first, *(Pow(part, exponent) for part in rest)]))


@mal_rule(
    "multiply-base-by-exponent",
    ko="계수를 거듭제곱하지 않고 지수와 곱함",
    en="multiplies the coefficient by the exponent",
    belief_ko="$(2a)^3=6a^3$처럼 계수에 지수를 곱한다.",
    belief_en="works out (2a)^3 as 6a^3",
    standards=EXPONENTS,
    example=("$(2a^2)^3$을 간단히 하시오.", "6a^6"),
    prior=1.5,
)
def multiply_base_by_exponent(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Mul() as product, Num() as exponent):
            first, *rest = factors(product)
            if isinstance(first, Num) and first.value != 1:
                yield product_of([Num(first.value * exponent.value), *(Pow(part, exponent) for part in rest)])


@mal_rule(
    "divide-exponents-in-quotient",
    ko="거듭제곱의 나눗셈에서 지수를 나눔",
    en="divides the exponents in a quotient of powers",
    belief_ko="$a^m\\div a^n=a^{m\\div n}$이라고 생각한다.",
    belief_en="believes that a^m over a^n is a^(m/n)",
    standards=EXPONENTS,
    example=("$a^8\\div a^2$을 간단히 하시오.", "a^4"),
    prior=2.0,
)
def divide_exponents_in_quotient(node: Node) -> Iterator[Node]:
    match node:
        case Div(left, right):
            first, second = _split_power(left), _split_power(right)
            if first is None or second is None or first[1] != second[1]:
                return
            exponent = first[2] / second[2]
            if exponent.denominator == 1 and second[2] > 1:
                value = first[0] / second[0]
                yield polynomial_tree_of(value, Pow(first[1], Num(exponent)))


def _split_power(expr: Expr) -> tuple[Fraction, Expr, Fraction] | None:
    """Number, base and exponent of a term in one letter."""
    parts = _coefficient(expr)
    if parts is None:
        return None
    power = _power(parts[1])
    return None if power is None or not isinstance(power[0], Sym) else (parts[0], *power)


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
    "sign-of-factors",
    ko="인수분해에서 두 인수의 상수항의 부호를 반대로 함",
    en="turns the signs inside the factors",
    belief_ko="곱과 합이 되는 두 수를 찾은 뒤 부호를 반대로 써넣는다.",
    belief_en="finds the right numbers but puts them in with the opposite sign",
    standards=EXPANDING,
    example=("$x^2-5x+6$을 인수분해하시오.", "(x+2)(x+3)"),
    prior=1.5,
)
def sign_of_factors(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Add() | Sub() as left, Add() | Sub() as right):
            yield Mul(_turned(left), _turned(right), implicit=True)
        case Pow(Add() | Sub() as base, Num(exponent)) if exponent == 2:
            yield Pow(_turned(base), Num(exponent))


def _turned(bracket: Add | Sub) -> Expr:
    return Sub(bracket.left, bracket.right) if isinstance(bracket, Add) else Add(bracket.left, bracket.right)


@mal_rule(
    "conjugates-as-square",
    ko="제곱의 차를 완전제곱식으로 인수분해함",
    en="factors a difference of squares as a square",
    belief_ko="$a^2-b^2=(a-b)^2$이라고 생각한다.",
    belief_en="believes that a^2-b^2 is (a-b)^2",
    standards=EXPANDING,
    example=("$x^2-9$를 인수분해하시오.", "(x-3)^2"),
    prior=2.0,
)
def conjugates_as_square(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Add(a, b), Sub(c, d)) | Mul(Sub(c, d), Add(a, b)) if (a, b) == (c, d):
            yield Pow(Sub(a, b), Num(Fraction(2)))


@mal_rule(
    "incomplete-common-factor",
    ko="공통인수로 묶을 때 한 항만 나눔",
    en="divides only one term when taking out a common factor",
    belief_ko="공통인수를 괄호 밖으로 꺼내면서 뒤의 항은 나누지 않는다.",
    belief_en="takes the factor out but leaves the last term undivided",
    standards=EXPANDING,
    example=("$6x^2+9x$를 인수분해하시오.", "3x(2x+9x)"),
    prior=1.0,
)
def incomplete_common_factor(node: Node) -> Iterator[Node]:
    match node:
        case Mul(outside, Add(left, right)) if not _is_sum(outside):
            yield Mul(outside, Add(left, Mul(outside, right)), implicit=True)
        case Mul(outside, Sub(left, right)) if not _is_sum(outside):
            yield Mul(outside, Sub(left, Mul(outside, right)), implicit=True)


@mal_rule(
    "cancel-terms",
    ko="인수가 아닌 항을 약분함",
    en="cancels terms instead of factors",
    belief_ko="$\\frac{a+b}{b}=a$처럼 더해진 항을 지운다.",
    belief_en="crosses out a term of a sum: (a+b)/b = a",
    standards=("[9수02-02]", "[9수02-10]"),
    example=("$\\frac{6x+4}{2}$를 간단히 하시오.", "3x+4"),
    prior=2.0,
    source="Matz 1982",
)
def cancel_terms(node: Node) -> Iterator[Node]:
    match node:
        case Div(Add() | Sub() as top, bottom) if not _is_sum(bottom):
            signed = terms(top)
            for position, (sign, term) in enumerate(signed):
                rest = [*signed[:position], (sign, Div(term, bottom)), *signed[position + 1 :]]
                yield sum_of(rest)


@mal_rule(
    "denominator-dropped",
    ko="식의 계산에서 분모를 없애 버림",
    en="drops the denominators of an expression as in an equation",
    belief_ko="방정식처럼 식에도 분모의 최소공배수를 곱해도 된다고 생각한다.",
    belief_en="multiplies an expression by the common denominator as if it were an equation",
    standards=("[9수02-02]",),
    example=("$\\frac{x}{2}+\\frac{x}{3}$를 간단히 하시오.", "5x"),
    prior=1.2,
)
def denominator_dropped(node: Node) -> Iterator[Node]:
    if not isinstance(node, Add | Sub) or isinstance(node, Relation) or not symbols(node):
        return
    try:
        polynomial = exact(node).polynomial()
    except NotExactError:
        return
    if polynomial is None:
        return
    scale = polynomial.content().denominator
    if scale > 1 and any(
        isinstance(t, Div) or (isinstance(t, Mul) and isinstance(t.left, Div)) for _, t in terms(node)
    ):
        yield polynomial_tree(polynomial.scaled(Fraction(scale)))
