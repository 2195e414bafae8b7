"""Fractions: adding across, common denominators, dividing, reducing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd, lcm

from generation.diagnose.malrule import mal_rule
from generation.expression.tree import Add, Div, Expr, Mixed, Mul, Neg, Node, Num, Sub, number

MAX_DIVISOR = 400
"""Larger common divisors are not tried by hand."""
STANDARD = ("[9수01-05]",)


def _fraction(node: Node) -> tuple[int, int] | None:
    """Numerator and denominator as written; a whole number has the denominator 1; the sign goes to the numerator."""
    match node:
        case Div(Num(top, 0), Num(bottom, 0), False):
            return top.numerator, bottom.numerator
        case Num(value, 0):
            return value.numerator, 1
        case Neg(arg) if (inner := _fraction(arg)) is not None:
            return -inner[0], inner[1]
        case _:
            return None


def _two(node: Node) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Two fractions joined by an operation, at least one of them a real one."""
    if not isinstance(node, Add | Sub | Mul | Div) or (isinstance(node, Div) and _fraction(node) is not None):
        return None
    first, second = _fraction(node.left), _fraction(node.right)
    if first is None or second is None or (first[1] == 1 and second[1] == 1):
        return None
    return first, second


def _written(top: int, bottom: int) -> Expr:
    """A fraction as it stands, not reduced."""
    if bottom == 1:
        return number(top)
    tree = Div(Num(Fraction(abs(top))), Num(Fraction(bottom)))
    return tree if top >= 0 else Neg(tree)


@mal_rule(
    "add-fractions-across",
    ko="분모는 분모끼리, 분자는 분자끼리 더하거나 뺌",
    en="adds or subtracts numerators and denominators separately",
    belief_ko="$\\frac{a}{b}+\\frac{c}{d}=\\frac{a+c}{b+d}$라고 생각한다.",
    belief_en="believes that a/b + c/d = (a+c)/(b+d)",
    standards=STANDARD,
    example=("$\\frac{4}{5}+\\frac{2}{3}$를 계산하시오.", "6/8"),
    prior=3.0,
    source="Ashlock 2006",
)
def add_fractions_across(node: Node) -> Iterator[Node]:
    pair = _two(node)
    if pair is None or not isinstance(node, Add | Sub):
        return
    (a, b), (c, d) = pair
    if b == 1 or d == 1:
        return
    if isinstance(node, Add):
        yield _written(a + c, b + d)
    elif b != d:
        top, bottom = a - c, b - d
        yield _written(top if bottom > 0 else -top, abs(bottom))


@mal_rule(
    "keep-numerators-common-denominator",
    ko="통분할 때 분자는 그대로 둠",
    en="finds a common denominator and keeps the numerators",
    belief_ko="분모만 최소공배수로 바꾸고 분자는 바꾸지 않는다.",
    belief_en="changes the denominators to the common one and leaves the numerators",
    standards=STANDARD,
    example=("$\\frac{2}{5}+\\frac{1}{2}$을 계산하시오.", "3/10"),
    prior=2.0,
    source="Ashlock 2006",
)
def keep_numerators(node: Node) -> Iterator[Node]:
    pair = _two(node)
    if pair is None or not isinstance(node, Add | Sub):
        return
    (a, b), (c, d) = pair
    if b != d and b > 1 and d > 1:
        yield _written(a + c if isinstance(node, Add) else a - c, lcm(b, d))


@mal_rule(
    "whole-from-numerator",
    ko="자연수와 분수의 계산에서 자연수를 분자에 바로 더하거나 뺌",
    en="adds or subtracts a whole number to the numerator",
    belief_ko="자연수를 같은 분모의 분수로 고치지 않고 분자에 더하거나 뺀다.",
    belief_en="does not write the whole number over the same denominator first",
    standards=STANDARD,
    example=("$7-\\frac{1}{3}$을 계산하시오.", "2"),
    source="Brown & Quinn 2006",
)
def whole_from_numerator(node: Node) -> Iterator[Node]:
    pair = _two(node)
    if pair is None or not isinstance(node, Add | Sub):
        return
    (a, b), (c, d) = pair
    if (b == 1) != (d == 1):
        yield _written(a + c if isinstance(node, Add) else a - c, max(b, d))


@mal_rule(
    "invert-dividend",
    ko="나누는 수가 아니라 나누어지는 수를 뒤집음",
    en="inverts the dividend instead of the divisor",
    belief_ko="분수의 나눗셈에서 앞의 분수를 역수로 바꾸어 곱한다.",
    belief_en="turns the first fraction over instead of the second",
    standards=STANDARD,
    example=("$\\frac{2}{3}\\div\\frac{3}{8}$을 계산하시오.", "9/16"),
    prior=2.0,
    source="Ashlock 2006",
)
def invert_dividend(node: Node) -> Iterator[Node]:
    pair = _two(node)
    if pair is not None and isinstance(node, Div) and pair[0][0] != 0:
        (a, b), (c, d) = pair
        sign = 1 if a * c > 0 else -1
        yield Mul(_written(sign * b, abs(a)), _written(abs(c), d))


@mal_rule(
    "multiply-without-inverting",
    ko="나눗셈을 역수로 바꾸지 않고 그대로 곱함",
    en="multiplies without inverting the divisor",
    belief_ko="분수의 나눗셈을 분수의 곱셈처럼 계산한다.",
    belief_en="works out a quotient of fractions as their product",
    standards=STANDARD,
    example=("$\\frac{2}{3}\\div\\frac{5}{7}$를 계산하시오.", "10/21"),
    prior=1.5,
)
def multiply_without_inverting(node: Node) -> Iterator[Node]:
    pair = _two(node)
    if pair is not None and isinstance(node, Div):
        yield Mul(_written(*pair[0]), _written(*pair[1]))


@mal_rule(
    "multiply-both-parts-by-whole",
    ko="분수에 자연수를 곱할 때 분모와 분자에 모두 곱함",
    en="multiplies numerator and denominator by the whole number",
    belief_ko="$\\frac{a}{b}\\times n=\\frac{a\\times n}{b\\times n}$이라고 생각한다.",
    belief_en="believes that a/b times n is an/bn",
    standards=STANDARD,
    example=("$\\frac{2}{3}\\times3$을 계산하시오.", "6/9"),
    prior=1.5,
    source="Ashlock 2006",
)
def multiply_both_parts(node: Node) -> Iterator[Node]:
    pair = _two(node)
    if pair is None or not isinstance(node, Mul):
        return
    (a, b), (c, d) = pair
    if b == 1 and a != 0:
        yield _written(a * c, abs(a) * d)
    elif d == 1 and c != 0:
        yield _written(a * c, b * abs(c))


@mal_rule(
    "cross-multiply-product",
    ko="분수의 곱셈을 엇갈려 곱함",
    en="multiplies fractions crosswise",
    belief_ko="$\\frac{a}{b}\\times\\frac{c}{d}$를 $\\frac{ad}{bc}$로 계산한다.",
    belief_en="works out a/b times c/d as ad/bc",
    standards=STANDARD,
    example=("$\\frac{2}{3}\\times\\frac{4}{5}$를 계산하시오.", "10/12"),
    prior=0.8,
)
def cross_multiply_product(node: Node) -> Iterator[Node]:
    pair = _two(node)
    if pair is None or not isinstance(node, Mul):
        return
    (a, b), (c, d) = pair
    if b > 1 and d > 1 and c != 0:
        yield _written(a * d if c > 0 else -a * d, b * abs(c))


@mal_rule(
    "simplify-one-part",
    ko="약분할 때 분모와 분자 중 하나만 나눔",
    en="divides only one part of the fraction when reducing",
    belief_ko="공약수로 분자만, 또는 분모만 나누어도 된다고 생각한다.",
    belief_en="divides only the numerator, or only the denominator, by the common factor",
    standards=STANDARD,
    example=("$\\frac{6}{8}$을 기약분수로 나타내시오.", "3/8"),
    prior=1.5,
    source="Ashlock 2006",
)
def simplify_one_part(node: Node) -> Iterator[Node]:
    match node:
        case Div(Num(top, 0), Num(bottom, 0), False) if bottom and (top / bottom).denominator > 1:
            common = gcd(top.numerator, bottom.numerator)
            for divisor in (n for n in range(min(common, MAX_DIVISOR), 1, -1) if common % n == 0):
                yield Div(Num(top / divisor), Num(bottom))
                yield Div(Num(top), Num(bottom / divisor))


@mal_rule(
    "mixed-parts-separately",
    ko="대분수의 뺄셈에서 받아내림하지 않고 부분끼리 계산함",
    en="works on the parts of mixed numbers separately without regrouping",
    belief_ko="자연수끼리, 분자끼리, 분모끼리 따로 계산하며 큰 수에서 작은 수를 뺀다.",
    belief_en="subtracts wholes, numerators and denominators each for itself",
    standards=STANDARD,
    example=("$6\\frac{2}{3}-3\\frac{1}{6}$을 계산하시오.", "3 1/3"),
    source="Ashlock 2006",
)
def mixed_parts_separately(node: Node) -> Iterator[Node]:
    match node:
        case Sub(Mixed(p, a, b), Mixed(q, c, d)) if b != d and a != c:
            yield Add(number(p - q), _written(abs(a - c), abs(b - d)))
        case Add(Mixed(p, a, b), Mixed(q, c, d)):
            yield Add(number(p + q), _written(a + c, b + d))
