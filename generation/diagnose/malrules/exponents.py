"""Laws of exponents."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generation.diagnose.malrule import mal_rule
from generation.diagnose.shapes import coefficient_and_letters, letter_power, multiple_of, powers_of_one_base
from generation.expression.tree import Div, Expr, Mul, Neg, Node, Num, Pow, Sym, factors, product_of, symbols

EXPONENTS = ("[9수02-08]",)
MAX_POWER = 40
"""The largest exponent of a number that a wrong step leads to."""


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
        case Mul(left, right) if (pair := powers_of_one_base(left, right)) is not None:
            rest, base, m, n = pair
            if m > 1 and n > 1 and (symbols(base) or m * n <= MAX_POWER):
                yield product_of([*rest, Pow(base, Num(m * n))])
        case Mul(left, Neg(Mul() as right)) if pair := powers_of_one_base(left, product_of(factors(right)[1:])):
            rest, base, m, n = pair
            if m > 1 and n > 1:
                yield Neg(product_of([*rest, factors(right)[0], Pow(base, Num(m * n))]))


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
        case Pow(Pow(base, Num(m)), Num(n)) if symbols(base) or m + n <= MAX_POWER:
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
        case Pow(Neg(Mul() as product), Num() as exponent):
            first, *rest = factors(product)
            if isinstance(first, Num) and first.value != 1:
                yield Neg(product_of([Num(first.value * exponent.value), *(Pow(part, exponent) for part in rest)]))


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
        case Div(Pow(Num() as base, Num(m)), Pow(other, Num(n))) if base == other and n > 1 and m % n == 0:
            yield Pow(base, Num(m / n))
        case Div(left, right):
            first, second = _split_power(left), _split_power(right)
            if first is None or second is None or first[1] != second[1]:
                return
            exponent = first[2] / second[2]
            if exponent.denominator == 1 and second[2] > 1:
                value = first[0] / second[0]
                yield multiple_of(value, Pow(first[1], Num(exponent)))


def _split_power(expr: Expr) -> tuple[Fraction, Expr, Fraction] | None:
    """Number, base and exponent of a term in one letter."""
    parts = coefficient_and_letters(expr)
    if parts is None:
        return None
    power = letter_power(parts[1])
    return None if power is None or not isinstance(power[0], Sym) else (parts[0], *power)
