"""Signs, powers and the order of operations."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.procedure.numbers import number_like
from generation.expression.exact import rational_value
from generation.expression.tree import Add, Div, Mul, Neg, Node, Num, Pow, Sub, number, symbols

STANDARD = ("[9수01-05]",)


def _pair(node: Node) -> tuple[Fraction, Fraction] | None:
    """The two numbers that a sum or difference joins."""
    if not isinstance(node, Add | Sub) or symbols(node):
        return None
    left, right = rational_value(node.left), rational_value(node.right)
    return None if left is None or right is None else (left, right)


@mal_rule(
    "drop-sign-of-larger",
    ko="부호가 다른 두 수의 덧셈에서 부호를 잘못 정함",
    en="wrong sign for a sum of numbers with different signs",
    belief_ko="절댓값의 차만 구하고, 절댓값이 큰 수의 부호를 붙이지 않는다.",
    belief_en="takes the difference of the sizes and forgets the sign of the larger one",
    standards=STANDARD,
    example=("$-8+6$을 계산하시오.", "2"),
    prior=2.0,
    source="Ashlock 2006",
)
def drop_sign_of_larger(node: Node) -> Iterator[Node]:
    pair = _pair(node)
    if pair is None:
        return
    left, right = pair if isinstance(node, Add) else (pair[0], -pair[1])
    if left * right < 0 and left + right != 0 and isinstance(node, Add):
        yield number_like(-(left + right), node)


@mal_rule(
    "sizes-added",
    ko="부호가 다른 두 수의 덧셈에서 절댓값을 더함",
    en="adds the sizes of numbers with different signs",
    belief_ko="부호가 달라도 절댓값을 더하고 한쪽의 부호를 붙인다.",
    belief_en="adds the sizes and keeps one of the signs",
    standards=STANDARD,
    example=("$-8+6$을 계산하시오.", "-14"),
    prior=1.2,
)
def sizes_added(node: Node) -> Iterator[Node]:
    pair = _pair(node)
    if pair is None:
        return
    left, right = pair if isinstance(node, Add) else (pair[0], -pair[1])
    if left * right < 0 and (isinstance(node, Add) or left < 0):
        total = abs(left) + abs(right)
        yield number_like(total if left > 0 else -total, node)
        yield number_like(-total if left > 0 else total, node)


@mal_rule(
    "smaller-from-larger",
    ko="작은 수에서 큰 수를 뺄 때 순서를 바꿈",
    en="subtracts the smaller from the larger whatever the order",
    belief_ko="뺄셈은 언제나 큰 수에서 작은 수를 빼는 것이라고 생각한다.",
    belief_en="believes that one always takes the smaller from the larger",
    standards=STANDARD,
    example=("$3-9$를 계산하시오.", "6"),
    prior=1.2,
)
def smaller_from_larger(node: Node) -> Iterator[Node]:
    pair = _pair(node)
    if pair is not None and isinstance(node, Sub) and 0 <= pair[0] < pair[1]:
        yield number_like(pair[1] - pair[0], node)


@mal_rule(
    "negatives-make-positive",
    ko="음수끼리의 덧셈에 '음수 두 개면 양수'를 적용함",
    en="two negatives make a positive, also in a sum",
    belief_ko="음수가 두 개 있으면 덧셈에서도 부호가 양이 된다고 생각한다.",
    belief_en="carries 'two negatives make a positive' over from products to sums",
    standards=STANDARD,
    example=("$(-6)+(-8)$을 계산하시오.", "14"),
    prior=1.5,
    source="Ashlock 2006",
)
def negatives_make_positive(node: Node) -> Iterator[Node]:
    pair = _pair(node)
    if pair is None:
        return
    left, right = pair if isinstance(node, Add) else (pair[0], -pair[1])
    if left < 0 and right < 0:
        yield number_like(-(left + right), node)


@mal_rule(
    "negatives-subtract-sizes",
    ko="두 음수의 합을 절댓값의 차로 계산함",
    en="adds two negatives as the difference of their sizes",
    belief_ko="음수끼리 더할 때 절댓값을 빼고, '음수 두 개면 양수'로 부호를 정한다.",
    belief_en="subtracts the sizes of two negatives and calls the result positive",
    standards=STANDARD,
    example=("$(-6)+(-8)$을 계산하시오.", "2"),
    source="Ashlock 2006",
)
def negatives_subtract_sizes(node: Node) -> Iterator[Node]:
    pair = _pair(node)
    if pair is not None and isinstance(node, Add) and pair[0] < 0 and pair[1] < 0 and pair[0] != pair[1]:
        yield number_like(abs(pair[0] - pair[1]), node)


@mal_rule(
    "subtract-negative-as-subtract",
    ko="음수를 뺄 때 부호를 바꾸지 않음",
    en="subtracts a negative number as if it were positive",
    belief_ko="$a-(-b)$를 $a-b$와 같다고 생각한다.",
    belief_en="reads a - (-b) as a - b",
    standards=STANDARD,
    example=("$5-(-3)$을 계산하시오.", "2"),
    prior=2.0,
)
def subtract_negative_as_subtract(node: Node) -> Iterator[Node]:
    match node:
        case Sub(left, Neg(right)):
            yield Sub(left, right)
        case Sub(left, Num() | Div() as right) if not symbols(node) and (value := rational_value(right)) and value < 0:
            yield Sub(left, number(-value))


@mal_rule(
    "product-of-negatives-negative",
    ko="음수끼리의 곱의 부호를 음으로 함",
    en="takes the product of two negatives as negative",
    belief_ko="음수가 있으면 곱이나 몫은 언제나 음수라고 생각한다.",
    belief_en="believes that a product with a negative in it is negative",
    standards=STANDARD,
    example=("$(-4)\\times(-6)$을 계산하시오.", "-24"),
    prior=1.5,
)
def product_of_negatives_negative(node: Node) -> Iterator[Node]:
    if not isinstance(node, Mul | Div) or symbols(node):
        return
    left, right = rational_value(node.left), rational_value(node.right)
    if left is not None and right is not None and left < 0 and right < 0:
        yield number_like(-(left * right if isinstance(node, Mul) else left / right), node)


@mal_rule(
    "negative-base-power",
    ko="음수의 짝수 거듭제곱을 음수로 함",
    en="takes an even power of a negative number as negative",
    belief_ko="$(-a)^2$을 $-a^2$과 같다고 생각한다.",
    belief_en="reads (-a)^2 as -a^2",
    standards=STANDARD,
    example=("$(-3)^2$을 계산하시오.", "-9"),
    prior=2.0,
)
def negative_base_power(node: Node) -> Iterator[Node]:
    match node:
        case Pow(Neg(base), Num(exponent)) if exponent % 2 == 0:
            yield Neg(Pow(base, Num(exponent)))


@mal_rule(
    "minus-taken-into-power",
    ko="거듭제곱 앞의 음의 부호까지 거듭제곱함",
    en="squares the minus sign in front of a power",
    belief_ko="$-a^2$을 $(-a)^2$과 같다고 생각한다.",
    belief_en="reads -a^2 as (-a)^2",
    standards=STANDARD,
    example=("$-3^2$을 계산하시오.", "9"),
    prior=2.0,
)
def minus_taken_into_power(node: Node) -> Iterator[Node]:
    match node:
        case Neg(Pow(base, Num(exponent))) if exponent % 2 == 0 and not symbols(node):
            yield Pow(Neg(base), Num(exponent))
        case Sub(left, Pow(base, Num(exponent))) if exponent % 2 == 0 and not symbols(node):
            yield Add(left, Pow(Neg(base), Num(exponent)))


@mal_rule(
    "power-as-product",
    ko="거듭제곱을 밑과 지수의 곱으로 계산함",
    en="works out a power as base times exponent",
    belief_ko="$a^n$을 $a\\times n$이라고 생각한다.",
    belief_en="reads a^n as a times n",
    standards=STANDARD,
    example=("$2^3$을 계산하시오.", "6"),
    prior=2.0,
    source="Slavit 2006",
)
def power_as_product(node: Node) -> Iterator[Node]:
    match node:
        case Pow(base, Num() as exponent) if not symbols(node) and exponent.value > 1:
            yield Mul(base, exponent)


@mal_rule(
    "left-to-right",
    ko="사칙계산을 앞에서부터 차례로만 계산함",
    en="works strictly from left to right",
    belief_ko="곱셈과 나눗셈을 먼저 하지 않고 왼쪽부터 차례로 계산한다.",
    belief_en="ignores that products come before sums",
    standards=STANDARD,
    example=("$5+6\\times10$을 계산하시오.", "110"),
    prior=2.0,
    source="Ashlock 2006",
)
def left_to_right(node: Node) -> Iterator[Node]:
    if symbols(node):
        return
    match node:
        case Add(left, Mul(first, second, False)):
            yield Mul(Add(left, first), second)
        case Sub(left, Mul(first, second, False)):
            yield Mul(Sub(left, first), second)
        case Add(left, Div(first, second, True)):
            yield Div(Add(left, first), second, inline=True)
        case Sub(left, Div(first, second, True)):
            yield Div(Sub(left, first), second, inline=True)


@mal_rule(
    "product-before-quotient",
    ko="나눗셈보다 뒤의 곱셈을 먼저 계산함",
    en="multiplies before dividing what stands first",
    belief_ko="$a\\div b\\times c=a\\div(b\\times c)$라고 생각한다.",
    belief_en="believes that a ÷ b × c is a ÷ (b × c)",
    standards=STANDARD,
    example=("$12\\div(-3)\\times2$를 계산하시오.", "-2"),
    prior=1.6,
)
def product_before_quotient(node: Node) -> Iterator[Node]:
    match node:
        case Mul(Div(first, second, True), third, False):
            yield Div(first, Mul(second, third), inline=True)
