"""Powers of numbers: exponents that are negative, zero or fractions; products and sums of powers; roots."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.expression.exact import rational_value
from generation.expression.tree import Add, Call, Div, Expr, Mul, Neg, Node, Num, Pow, number, symbols

POWERS = ("[12대수01-02]", "[12대수01-03]")
ROOTS = ("[12대수01-01]",)


def _power(node: Node) -> tuple[Expr, Fraction] | None:
    """Base and rational exponent of a power of a number."""
    match node:
        case Pow(base, exponent) if not symbols(node) and (value := rational_value(exponent)) is not None:
            return base, value
        case _:
            return None


@mal_rule(
    "negative-exponent-negative",
    ko="음의 지수를 음수로 생각함",
    en="takes a negative exponent for a negative number",
    belief_ko="$a^{-n}=-a^n$이라고 생각한다.",
    belief_en="believes that a^(-n) is -(a^n)",
    standards=POWERS,
    example=("$2^{-3}$의 값을 구하시오.", "-8"),
    prior=2.0,
    source="Cangelosi et al. 2013",
)
def negative_exponent_negative(node: Node) -> Iterator[Node]:
    power = _power(node)
    if power is not None and power[1] < 0:
        yield Neg(Pow(power[0], number(-power[1])))


@mal_rule(
    "negative-exponent-ignored",
    ko="음의 지수의 부호를 무시함",
    en="ignores the sign of a negative exponent",
    belief_ko="$a^{-n}=a^n$처럼 음의 부호를 버린다.",
    belief_en="drops the minus sign of an exponent",
    standards=POWERS,
    example=("$3^{-2}$의 값을 구하시오.", "9"),
    prior=1.2,
)
def negative_exponent_ignored(node: Node) -> Iterator[Node]:
    power = _power(node)
    if power is not None and power[1] < 0:
        yield Pow(power[0], number(-power[1]))


@mal_rule(
    "zero-exponent-zero",
    ko="지수가 0인 거듭제곱을 0으로 함",
    en="takes a power with exponent zero for zero",
    belief_ko="$a^0=0$이라고 생각한다.",
    belief_en="believes that a^0 is 0",
    standards=POWERS,
    example=("$5^0+2$의 값을 구하시오.", "2"),
    prior=2.0,
    source="Cangelosi et al. 2013",
)
def zero_exponent_zero(node: Node) -> Iterator[Node]:
    power = _power(node)
    if power is not None and power[1] == 0:
        yield Num(Fraction(0))


@mal_rule(
    "rational-exponent-as-product",
    ko="유리수 지수를 밑에 곱함",
    en="multiplies the base by a rational exponent",
    belief_ko="$a^{\\frac{m}{n}}=a\\times\\frac{m}{n}$이라고 생각한다.",
    belief_en="believes that a^(m/n) is a times m/n",
    standards=POWERS,
    example=("$4^{\\frac{3}{2}}$의 값을 구하시오.", "6"),
    prior=1.8,
)
def rational_exponent_as_product(node: Node) -> Iterator[Node]:
    power = _power(node)
    if power is not None and power[1].denominator > 1:
        yield Mul(power[0], number(power[1]))


@mal_rule(
    "rational-exponent-inverted",
    ko="유리수 지수에서 분모와 분자의 역할을 바꿈",
    en="swaps root and power in a rational exponent",
    belief_ko="$a^{\\frac{m}{n}}=\\sqrt[m]{a^n}$이라고 생각한다.",
    belief_en="believes that the numerator of the exponent is the root",
    standards=POWERS,
    example=("$64^{\\frac{2}{3}}$의 값을 구하시오.", "512"),
    prior=1.5,
)
def rational_exponent_inverted(node: Node) -> Iterator[Node]:
    power = _power(node)
    if power is not None and power[1].denominator > 1:
        yield Pow(power[0], number(1 / power[1]))


@mal_rule(
    "bases-multiplied",
    ko="밑이 같은 거듭제곱의 곱에서 밑도 곱함",
    en="multiplies the bases of powers of one base",
    belief_ko="$a^m\\times a^n=(a\\times a)^{m+n}$이라고 생각한다.",
    belief_en="believes that a^m times a^n is (a·a)^(m+n)",
    standards=("[9수02-08]", "[12대수01-03]"),
    example=("$2^3\\times2^2$의 값을 구하시오.", "4^5"),
    prior=1.5,
)
def bases_multiplied(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Pow(Num(a), Num(m)), Pow(Num(b), Num(n))) if a == b and m + n <= 40:
            yield Pow(Num(a * b), Num(m + n))


@mal_rule(
    "exponents-added-in-sum",
    ko="거듭제곱의 합에서 지수를 더함",
    en="adds the exponents in a sum of powers",
    belief_ko="$a^m+a^n=a^{m+n}$이라고 생각한다.",
    belief_en="believes that a^m + a^n is a^(m+n)",
    standards=("[9수02-08]", "[12대수01-03]"),
    example=("$2^3+2^2$의 값을 구하시오.", "2^5"),
    prior=1.5,
)
def exponents_added_in_sum(node: Node) -> Iterator[Node]:
    match node:
        case Add(Pow(a, Num(m)), Pow(b, Num(n))) if a == b and m + n <= 40:
            yield Pow(a, Num(m + n))


@mal_rule(
    "product-of-bases-and-exponents",
    ko="밑이 다른 거듭제곱의 곱에서 지수를 더함",
    en="adds the exponents although the bases differ",
    belief_ko="$a^m\\times b^n=(ab)^{m+n}$이라고 생각한다.",
    belief_en="believes that a^m times b^n is (ab)^(m+n)",
    standards=("[9수02-08]", "[12대수01-03]"),
    example=("$2^2\\times3^2$의 값을 구하시오.", "6^4"),
    prior=1.2,
)
def exponents_added_for_unlike_bases(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Pow(Num(a), Num(m)), Pow(Num(b), Num(n))) if a != b and m + n <= 20:
            yield Pow(Num(a * b), Num(m + n))


@mal_rule(
    "root-degree-ignored",
    ko="거듭제곱근의 차수를 무시하고 제곱근으로 계산함",
    en="takes a square root whatever the degree of the root",
    belief_ko="$\\sqrt[3]{a}$도 $\\sqrt{a}$처럼 계산한다.",
    belief_en="works out a cube root as a square root",
    standards=ROOTS,
    example=("$\\sqrt[3]{64}$의 값을 구하시오.", "8"),
    prior=1.2,
)
def root_degree_ignored(node: Node) -> Iterator[Node]:
    match node:
        case Call("root", (radicand, degree)) if rational_value(degree) != 2:
            yield Call("sqrt", (radicand,))


@mal_rule(
    "root-as-quotient",
    ko="거듭제곱근을 차수로 나누는 것으로 생각함",
    en="divides by the degree instead of taking the root",
    belief_ko="$\\sqrt[n]{a}=\\frac{a}{n}$이라고 생각한다.",
    belief_en="believes that the n-th root of a is a/n",
    standards=ROOTS,
    example=("$\\sqrt[3]{27}$의 값을 구하시오.", "9"),
    prior=1.2,
)
def root_as_quotient(node: Node) -> Iterator[Node]:
    match node:
        case Call("root", (radicand, degree)):
            yield Div(radicand, degree)
