"""Polynomials and equations of higher degree: remainders, roots and coefficients, the discriminant, cubes."""

from __future__ import annotations

from collections.abc import Iterator

from generation.diagnose.malrule import mal_rule
from generation.expression.tree import Add, Call, Div, Expr, Mul, Neg, Node, Num, Pow, Sub

REMAINDER = ("[10공수1-01-02]",)
CUBES = ("[10공수1-01-01]",)
VIETA = ("[10공수1-02-03]",)
DISCRIMINANT = ("[10공수1-02-02]",)
ROOT_WORDS = r"두 근|근의 (?:합|곱)|근과 계수|roots"
DISCRIMINANT_WORDS = r"판별식|discriminant|중근|실근|허근"


@mal_rule(
    "remainder-theorem-sign",
    ko="나머지정리에서 대입할 수의 부호를 바꾸지 않음",
    en="puts the constant of the divisor into the remainder theorem with its sign",
    belief_ko="$f(x)$를 $x-a$로 나눈 나머지는 $f(-a)$라고 생각한다.",
    belief_en="believes that the remainder on division by x - a is f(-a)",
    standards=REMAINDER,
    example=("$f(x)=x^3-2x+5$를 $x-2$로 나눈 나머지를 구하시오.", "1"),
    of="f(x)=x^3-2x+5; f(2)",
    words=r"나머지|나누|인수|remainder|divid|factor",
    prior=2.5,
)
def remainder_theorem_sign(node: Node) -> Iterator[Node]:
    match node:
        case Call(name, (argument,)) if len(name) == 1:
            yield Call(name, (argument.arg if isinstance(argument, Neg) else Neg(argument),))


@mal_rule(
    "vieta-sum-sign",
    ko="두 근의 합의 부호를 바꾸지 않음",
    en="takes b/a for the sum of the roots",
    belief_ko="두 근의 합을 $\\frac{b}{a}$라고 생각한다.",
    belief_en="believes that the sum of the roots is b/a",
    standards=VIETA,
    example=("이차방정식 $x^2-5x+2=0$의 두 근의 합을 구하시오.", "-5"),
    of="-(-5)/1",
    words=ROOT_WORDS,
    prior=2.5,
)
def vieta_sum_sign(node: Node) -> Iterator[Node]:
    match node:
        case Neg(Div(b, a)):
            yield Div(b, a)
        case Div(Neg(b), a):
            yield Div(b, a)


@mal_rule(
    "vieta-product-sign",
    ko="두 근의 곱의 부호를 바꿈",
    en="takes -c/a for the product of the roots",
    belief_ko="두 근의 곱도 합처럼 부호를 바꾸어 $-\\frac{c}{a}$라고 생각한다.",
    belief_en="believes that the product of the roots is -c/a",
    standards=VIETA,
    example=("이차방정식 $2x^2-5x+6=0$의 두 근의 곱을 구하시오.", "-3"),
    of="6/2",
    words=r"근의 곱|곱|product of the roots",
    prior=1.5,
)
def vieta_product_sign(node: Node) -> Iterator[Node]:
    match node:
        case Div(Num() as c, Num() as a):
            yield Neg(Div(c, a))


@mal_rule(
    "squares-of-roots-from-sum",
    ko="두 근의 제곱의 합을 합의 제곱으로 계산함",
    en="takes the square of the sum for the sum of squares",
    belief_ko="$\\alpha^2+\\beta^2=(\\alpha+\\beta)^2$이라고 생각한다.",
    belief_en="believes that the sum of two squares is the square of the sum",
    standards=(*VIETA, "[9수02-19]"),
    example=("두 수의 합이 5, 곱이 2일 때, 두 수의 제곱의 합을 구하시오.", "25"),
    of="5^2-2*2",
    words=r"제곱의 합|\\alpha|근|sum of (?:the )?squares|a\^2",
    prior=2.0,
)
def squares_from_sum(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Pow(total, Num(exponent)), Mul(Num(two), _)) if exponent == 2 and two in (2, 4):
            yield Pow(total, Num(exponent))


@mal_rule(
    "discriminant-sign",
    ko="판별식에서 4ac를 더함",
    en="adds 4ac in the discriminant",
    belief_ko="$D=b^2+4ac$라고 기억한다.",
    belief_en="remembers the discriminant as b^2 + 4ac",
    standards=DISCRIMINANT,
    example=("이차방정식 $x^2+5x+3=0$의 판별식의 값을 구하시오.", "37"),
    of="5^2-4*1*3",
    words=DISCRIMINANT_WORDS,
    prior=1.5,
)
def discriminant_sign(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Pow() as square, Mul() as product) if _has_four(product):
            yield Add(square, product)


@mal_rule(
    "discriminant-four-lost",
    ko="판별식에서 4를 빠뜨림",
    en="leaves the 4 out of the discriminant",
    belief_ko="일차항의 계수가 짝수가 아니어도 $D=b^2-ac$를 쓴다.",
    belief_en="takes b^2 - ac for the discriminant",
    standards=DISCRIMINANT,
    example=("이차방정식 $x^2+5x+3=0$의 판별식의 값을 구하시오.", "22"),
    of="5^2-4*1*3",
    words=DISCRIMINANT_WORDS,
    prior=1.8,
)
def discriminant_four_lost(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Pow() as square, Mul(Mul(Num(four), a), c)) if four == 4:
            yield Sub(square, Mul(a, c))


@mal_rule(
    "cube-of-sum",
    ko="세제곱의 전개에서 가운데 항을 빠뜨림",
    en="cubes a sum term by term",
    belief_ko="$(a+b)^3=a^3+b^3$이라고 생각한다.",
    belief_en="believes that (a+b)^3 is a^3+b^3",
    standards=CUBES,
    example=("$(x+2)^3$을 전개하시오.", "x^3+8"),
    prior=2.0,
    source="Matz 1982",
)
def cube_of_sum(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Add() | Sub() as base, Num(exponent)) if exponent in (3, 4):
            first, second = Pow(base.left, Num(exponent)), Pow(base.right, Num(exponent))
            yield Add(first, second) if isinstance(base, Add) or exponent == 4 else Sub(first, second)


@mal_rule(
    "sum-of-cubes-as-cube",
    ko="세제곱의 합을 합의 세제곱으로 인수분해함",
    en="factors a sum of cubes as a cube",
    belief_ko="$a^3+b^3=(a+b)^3$이라고 생각한다.",
    belief_en="believes that a^3 + b^3 is (a+b)^3",
    standards=("[10공수1-01-03]",),
    example=("$x^3+2^3$을 인수분해하시오.", "(x+2)^3"),
    words=r"인수분해|곱으로|factor|product",
    prior=1.2,
)
def sum_of_cubes_as_cube(node: Node) -> Iterator[Node]:
    match node:
        case Add(Pow(a, Num(m)), Pow(b, Num(n))) if m == n == 3:
            yield Pow(Add(a, b), Num(m))
        case Sub(Pow(a, Num(m)), Pow(b, Num(n))) if m == n == 3:
            yield Pow(Sub(a, b), Num(m))


def _has_four(product: Mul) -> bool:
    part: Expr = product
    while isinstance(part, Mul):
        part = part.left
    return isinstance(part, Num) and part.value == 4
