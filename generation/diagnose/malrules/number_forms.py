"""What a number is written as: mixed numbers, repeating decimals, factors, reduced fractions, digits side by side."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import isqrt

from generation.diagnose.malrule import mal_rule
from generation.expression.exact import rational_value
from generation.expression.tree import Add, Call, Div, Expr, Mixed, Mul, Neg, Node, Num, Pow, factors, product_of

FRACTIONS = ("[9수01-05]",)
REPEATING = ("[9수01-06]",)
FACTORS = ("[9수01-02]",)
ROOTS = ("[9수01-07]",)


@mal_rule(
    "mixed-as-product",
    ko="대분수를 자연수와 분수의 곱으로 계산함",
    en="takes a mixed number for a product",
    belief_ko="$2\\frac{1}{3}=2\\times\\frac{1}{3}$이라고 생각한다.",
    belief_en="believes that 2 1/3 is 2 times 1/3",
    standards=FRACTIONS,
    example=("$2\\frac{1}{3}+1$을 계산하시오.", "5/3"),
    prior=1.2,
)
def mixed_as_product(node: Node) -> Iterator[Node]:
    match node:
        case Mixed(whole, top, bottom):
            yield Div(Num(Fraction(whole * top)), Num(Fraction(bottom)))


@mal_rule(
    "mixed-whole-added-to-numerator",
    ko="대분수를 가분수로 고칠 때 자연수를 분자에 그냥 더함",
    en="adds the whole number to the numerator",
    belief_ko="$2\\frac{1}{3}=\\frac{2+1}{3}$이라고 생각한다.",
    belief_en="believes that 2 1/3 is (2+1)/3",
    standards=FRACTIONS,
    example=("$2\\frac{1}{3}+1$을 계산하시오.", "2"),
    prior=1.5,
)
def mixed_whole_added(node: Node) -> Iterator[Node]:
    match node:
        case Mixed(whole, top, bottom):
            yield Div(Num(Fraction(whole + top)), Num(Fraction(bottom)))


@mal_rule(
    "reduced-by-different-numbers",
    ko="분모와 분자를 서로 다른 수로 나눔",
    en="divides numerator and denominator by different numbers",
    belief_ko="분모와 분자가 각각 나누어떨어지기만 하면 약분한 것이라고 생각한다.",
    belief_en="believes that each part may be divided by any number that goes into it",
    standards=FRACTIONS,
    example=("$\\frac{4}{9}$를 기약분수로 나타내시오.", "2/3"),
    source="Ashlock 2006",
    asks=("form",),
)
def reduced_by_different_numbers(node: Node) -> Iterator[Node]:
    match node:
        case Div(Num(top, 0), Num(bottom, 0), False) if top.denominator == bottom.denominator == 1:
            for p in _divisors(top.numerator):
                for q in _divisors(bottom.numerator):
                    if p != q and q < bottom:
                        yield Div(Num(top / p), Num(bottom / q))


def _divisors(value: int) -> list[int]:
    """Divisors above 1, small ones first; none for large numbers."""
    return [n for n in range(2, abs(value) + 1) if value % n == 0][:6] if 0 < abs(value) <= 144 else []


@mal_rule(
    "parts-divided-separately",
    ko="분수의 나눗셈에서 분자끼리, 분모끼리 나누고 나머지를 버림",
    en="divides numerators and denominators separately and drops remainders",
    belief_ko="$\\frac{a}{b}\\div\\frac{c}{d}$에서 $a\\div c$, $b\\div d$의 몫만 쓴다.",
    belief_en="writes the whole quotients of the numerators and of the denominators",
    standards=FRACTIONS,
    example=("$\\frac{7}{9}\\div\\frac{2}{4}$를 계산하시오.", "3/2"),
    source="Ashlock 2006",
)
def parts_divided_separately(node: Node) -> Iterator[Node]:
    match node:
        case Div(Div(Num(a, 0), Num(b, 0)), Div(Num(c, 0), Num(d, 0))) if all(v.denominator == 1 for v in (a, b, c, d)):
            if c and d and a // c and b // d:
                yield Div(Num(Fraction(a // c)), Num(Fraction(b // d)))


@mal_rule(
    "cross-products-in-columns",
    ko="분수의 곱셈을 두 자리 수의 곱셈처럼 엇갈려 곱하고 올림함",
    en="multiplies fractions crosswise with carrying, as in column multiplication",
    belief_ko="엇갈려 곱한 수의 일의 자리를 쓰고 십의 자리를 올려 자연수를 만든다.",
    belief_en="writes the ones of one cross product, carries the tens, and gets a whole number",
    standards=FRACTIONS,
    example=("$\\frac{4}{5}\\times\\frac{3}{4}$을 계산하시오.", "166"),
    prior=0.5,
    source="Ashlock 2006",
)
def cross_products_in_columns(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Div(Num(a, 0), Num(b, 0)), Div(Num(c, 0), Num(d, 0))) if all(v.denominator == 1 for v in (a, b, c, d)):
            first = int(a * d)
            second = int(b * c) + first // 10
            yield Num(Fraction(second * 10 + first % 10))


@mal_rule(
    "unit-fraction-for-fraction",
    ko="분수로 나눌 때 분자를 무시하고 단위분수로 나눔",
    en="divides by the unit fraction and forgets the numerator",
    belief_ko="$a\\div\\frac{2}{5}$를 $a\\div\\frac{1}{5}$로 계산한다.",
    belief_en="works out a ÷ 1/5 for a ÷ 2/5",
    standards=FRACTIONS,
    example=("$6\\div\\frac{2}{5}$를 계산하시오.", "30"),
    prior=1.2,
)
def unit_fraction_for_fraction(node: Node) -> Iterator[Node]:
    match node:
        case Div(whole, Div(Num(top, 0), Num() as bottom)) if top > 1:
            yield Mul(whole, bottom)


@mal_rule(
    "repeating-as-terminating",
    ko="순환소수를 유한소수처럼 분수로 고침",
    en="writes a repeating decimal as if it ended",
    belief_ko="$0.\\dot{3}=\\frac{3}{10}$이라고 생각한다.",
    belief_en="takes 0.333… for 3/10",
    standards=REPEATING,
    example=("순환소수 $0.\\dot{3}$을 기약분수로 나타내시오.", "3/10"),
    of="form: lowest_terms: 0.\\dot{3}",
    prior=2.0,
)
def repeating_as_terminating(node: Node) -> Iterator[Node]:
    match node:
        case Num(value, decimals, repeating) if repeating:
            yield Div(Num(Fraction(int(value * 10**decimals))), Num(Fraction(10**decimals)))


@mal_rule(
    "repeating-all-nines",
    ko="순환하지 않는 자리까지 9로 하여 분수로 고침",
    en="takes the digits that do not repeat for repeating ones",
    belief_ko="$0.1\\dot{6}=\\frac{16}{99}$이라고 생각한다.",
    belief_en="puts a nine below every digit, repeating or not",
    standards=REPEATING,
    example=("순환소수 $0.1\\dot{6}$을 기약분수로 나타내시오.", "16/99"),
    of="form: lowest_terms: 0.1\\dot{6}",
    prior=2.0,
)
def repeating_all_nines(node: Node) -> Iterator[Node]:
    match node:
        case Num(value, decimals, repeating) if 0 < repeating < decimals:
            digits = int(value * 10**decimals)
            yield Div(Num(Fraction(digits)), Num(Fraction(10**decimals - 1)))


@mal_rule(
    "repeating-start-not-subtracted",
    ko="순환소수를 분수로 고칠 때 순환하지 않는 부분을 빼지 않음",
    en="does not subtract the part that does not repeat",
    belief_ko="$0.1\\dot{6}=\\frac{16}{90}$이라고 생각한다.",
    belief_en="takes all digits for the numerator",
    standards=REPEATING,
    example=("순환소수 $0.1\\dot{6}$을 기약분수로 나타내시오.", "16/90"),
    of="form: lowest_terms: 0.1\\dot{6}",
    prior=1.8,
)
def repeating_start_not_subtracted(node: Node) -> Iterator[Node]:
    match node:
        case Num(value, decimals, repeating) if 0 < repeating < decimals:
            digits = int(value * 10**decimals)
            bottom = 10**decimals - 10 ** (decimals - repeating)
            yield Div(Num(Fraction(digits)), Num(Fraction(bottom)))


@mal_rule(
    "exponents-without-one",
    ko="약수의 개수를 구할 때 지수에 1을 더하지 않음",
    en="multiplies the exponents themselves for the number of divisors",
    belief_ko="약수의 개수는 소인수의 지수를 그대로 곱한 것이라고 생각한다.",
    belief_en="forgets that an exponent of zero is a choice too",
    standards=("[9수01-01]",),
    example=("$2^3\\times 3^2$의 약수의 개수를 구하시오.", "6"),
    of="(3+1)*(2+1)",
    words=r"약수|divisor",
    prior=2.5,
)
def exponents_without_one(node: Node) -> Iterator[Node]:
    parts = factors(node) if isinstance(node, Mul) else []
    exponents = [part.left for part in parts if isinstance(part, Add) and part.right == Num(Fraction(1))]
    if len(exponents) == len(parts) > 1:
        yield product_of(exponents)


@mal_rule(
    "gcd-lcm-swapped",
    ko="최대공약수와 최소공배수를 바꿈",
    en="swaps greatest common divisor and least common multiple",
    belief_ko="공통인 소인수만 곱하는 것과 모두 곱하는 것을 바꾸어 기억한다.",
    belief_en="takes the shared prime factors for the multiple, or all of them for the divisor",
    standards=FACTORS,
    example=("12와 18의 최대공약수를 구하시오.", "36"),
    of="gcd(12, 18)",
    prior=2.0,
)
def gcd_lcm_swapped(node: Node) -> Iterator[Node]:
    match node:
        case Call("gcd", args):
            yield Call("lcm", args)
        case Call("lcm", args):
            yield Call("gcd", args)


@mal_rule(
    "lcm-as-product",
    ko="최소공배수를 두 수의 곱으로 함",
    en="takes the product for the least common multiple",
    belief_ko="최소공배수는 언제나 두 수의 곱이라고 생각한다.",
    belief_en="believes that the least common multiple is always the product",
    standards=FACTORS,
    example=("12와 18의 최소공배수를 구하시오.", "216"),
    of="lcm(12, 18)",
    prior=2.0,
)
def lcm_as_product(node: Node) -> Iterator[Node]:
    match node:
        case Call("lcm", (first, *rest)):
            product: Expr = first
            for part in rest:
                product = Mul(product, part)
            yield product


@mal_rule(
    "root-of-square-keeps-sign",
    ko="제곱의 제곱근을 구할 때 음의 부호를 남김",
    en="keeps the sign under a root of a square",
    belief_ko="$\\sqrt{(-a)^2}=-a$라고 생각한다.",
    belief_en="believes that the root of (-a)^2 is -a",
    standards=ROOTS,
    example=("$\\sqrt{(-3)^2}+5$를 계산하시오.", "2"),
    prior=2.0,
)
def root_of_square_keeps_sign(node: Node) -> Iterator[Node]:
    match node:
        case Call("sqrt", (Pow(Neg() as base, Num(exponent)),)) if exponent == 2:
            yield base


@mal_rule(
    "root-of-fraction-top-only",
    ko="분수의 제곱근에서 분자나 분모 하나만 제곱근을 취함",
    en="takes the root of one part of a fraction only",
    belief_ko="$\\sqrt{\\frac{4}{9}}=\\frac{2}{9}$처럼 한쪽만 제곱근을 구한다.",
    belief_en="takes the root of the numerator, or of the denominator, alone",
    standards=ROOTS,
    example=("$\\sqrt{\\frac{4}{9}}$의 값을 구하시오.", "2/9"),
    prior=1.2,
)
def root_of_fraction_one_part(node: Node) -> Iterator[Node]:
    match node:
        case Call("sqrt", (Div(Num() as top, Num() as bottom),)):
            if _is_square(top):
                yield Div(Call("sqrt", (top,)), bottom)
            if _is_square(bottom):
                yield Div(top, Call("sqrt", (bottom,)))


def _is_square(expr: Expr) -> bool:
    value = rational_value(expr)
    return value is not None and value > 1 and value.denominator == 1 and isqrt(value.numerator) ** 2 == value


@mal_rule(
    "substituted-as-digit",
    ko="문자에 수를 대입할 때 곱하지 않고 자리에 씀",
    en="writes the value beside the coefficient as a digit",
    belief_ko="$x=2$일 때 $3x$를 32라고 생각한다.",
    belief_en="takes 3x with x = 2 for 32",
    standards=("[9수02-01]",),
    example=("$x=2$일 때, $3x+1$의 값을 구하시오.", "33"),
    prior=1.5,
    source="Küchemann 1981",
)
def substituted_as_digit(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Num(a, 0), Num(b, 0), True) if a.denominator == b.denominator == 1 and 0 <= b < 10 and a > 0:
            yield Num(a * 10 + b)
