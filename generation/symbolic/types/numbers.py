"""Integers, fractions and powers [9수01-05]."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from random import Random

from generation.expression.render import infix
from generation.expression.tree import Add, Div, Expr, Mixed, Mul, Neg, Num, Pow, Sub, integer, number
from generation.symbolic.building import fraction, nonzero
from generation.symbolic.problem_type import Draw, problem_type

STANDARD = "[9수01-05]"


def _value(tree: Expr, value: Fraction | int) -> Draw:
    return Draw((tree,), (infix(number(value)),))


def _reduced(rng: Random, low: int = 2, high: int = 9) -> tuple[int, int]:
    """Numerator and denominator of a proper fraction in lowest terms."""
    while True:
        bottom = rng.randint(low, high)
        top = rng.randint(1, bottom - 1)
        if gcd(top, bottom) == 1:
            return top, bottom


@problem_type("integer-sum", "value", ko="정수의 덧셈", en="sum of integers", standard=STANDARD)
def integer_sum(rng: Random) -> Draw:
    a, b = nonzero(rng, -15, 15), nonzero(rng, -15, 15)
    return _value(Add(integer(a), integer(b)), a + b)


@problem_type("integer-difference", "value", ko="정수의 뺄셈", en="difference of integers", standard=STANDARD)
def integer_difference(rng: Random) -> Draw:
    a, b = nonzero(rng, -15, 15), nonzero(rng, -15, 15)
    return _value(Sub(integer(a), integer(b)), a - b)


@problem_type("integer-product", "value", ko="정수의 곱셈", en="product of integers", standard=STANDARD)
def integer_product(rng: Random) -> Draw:
    a, b = nonzero(rng, -12, 12, avoid=(1, -1)), nonzero(rng, -12, 12, avoid=(1, -1))
    return _value(Mul(integer(a), integer(b)), a * b)


@problem_type("power-of-integer", "value", ko="거듭제곱의 계산", en="power of an integer", standard=STANDARD)
def power_of_integer(rng: Random) -> Draw:
    base, exponent = rng.randint(2, 9), rng.choice((2, 2, 3, 4))
    exponent = 2 if base > 5 else exponent
    power = Num(Fraction(exponent))
    match rng.randrange(3):
        case 0:
            return _value(Pow(integer(base), power), base**exponent)
        case 1:
            return _value(Pow(integer(-base), power), (-base) ** exponent)
        case _:
            return _value(Neg(Pow(integer(base), power)), -(base**exponent))


@problem_type("order-of-operations", "value", ko="혼합 계산", en="mixed operations", standard=STANDARD)
def order_of_operations(rng: Random) -> Draw:
    a, b, c = rng.randint(2, 20), rng.randint(2, 9), rng.randint(2, 12)
    match rng.randrange(3):
        case 0:
            return _value(Add(integer(a), Mul(integer(b), integer(c))), a + b * c)
        case 1:
            return _value(Sub(integer(a), Mul(integer(b), integer(c))), a - b * c)
        case _:
            return _value(Add(integer(a), Div(integer(b * c), integer(b), inline=True)), a + c)


@problem_type("mixed-signs", "value", ko="부호가 섞인 혼합 계산", en="mixed operations with signs", standard=STANDARD)
def mixed_signs(rng: Random) -> Draw:
    a, b, c = nonzero(rng, -12, 12), nonzero(rng, -9, 9, avoid=(1, -1)), nonzero(rng, -9, 9, avoid=(1, -1))
    product = Mul(integer(b), integer(c))
    if rng.random() < 0.5:
        return _value(Sub(integer(a), Mul(integer(abs(b)), integer(-abs(c)))), a + abs(b * c))
    return _value(Sub(product, integer(a)), b * c - a)


@problem_type("power-times-number", "value", ko="거듭제곱과 곱셈", en="power times a number", standard=STANDARD)
def power_times_number(rng: Random) -> Draw:
    base, exponent, factor = rng.randint(2, 5), rng.choice((2, 3, 4)), rng.randint(2, 9)
    return _value(Mul(Pow(integer(base), Num(Fraction(exponent))), integer(factor)), base**exponent * factor)


@problem_type(
    "mixed-number-difference", "value", ko="대분수의 뺄셈", en="difference of mixed numbers", standard=STANDARD
)
def mixed_number_difference(rng: Random) -> Draw:
    (a, b), (c, d) = _reduced(rng), _reduced(rng)
    while b == d or a == c:
        c, d = _reduced(rng)
    p, q = rng.randint(4, 9), rng.randint(1, 3)
    value = p + Fraction(a, b) - q - Fraction(c, d)
    return _value(Sub(Mixed(p, a, b), Mixed(q, c, d)), value)


@problem_type("mixed-number-sum", "value", ko="대분수의 덧셈", en="sum of mixed numbers", standard=STANDARD)
def mixed_number_sum(rng: Random) -> Draw:
    (a, b), (c, d) = _reduced(rng), _reduced(rng)
    while b == d:
        c, d = _reduced(rng)
    p, q = rng.randint(1, 7), rng.randint(1, 7)
    return _value(Add(Mixed(p, a, b), Mixed(q, c, d)), p + Fraction(a, b) + q + Fraction(c, d))


@problem_type("fraction-sum", "value", ko="분수의 덧셈", en="sum of fractions", standard=STANDARD)
def fraction_sum(rng: Random) -> Draw:
    (a, b), (c, d) = _reduced(rng), _reduced(rng)
    while b == d:
        c, d = _reduced(rng)
    return _value(Add(fraction(a, b), fraction(c, d)), Fraction(a, b) + Fraction(c, d))


@problem_type("fraction-difference", "value", ko="분수의 뺄셈", en="difference of fractions", standard=STANDARD)
def fraction_difference(rng: Random) -> Draw:
    (a, b), (c, d) = _reduced(rng), _reduced(rng)
    while b == d or Fraction(a, b) == Fraction(c, d):
        c, d = _reduced(rng)
    return _value(Sub(fraction(a, b), fraction(c, d)), Fraction(a, b) - Fraction(c, d))


@problem_type("fraction-product", "value", ko="분수의 곱셈", en="product of fractions", standard=STANDARD)
def fraction_product(rng: Random) -> Draw:
    (a, b), (c, d) = _reduced(rng), _reduced(rng)
    return _value(Mul(fraction(a, b), fraction(c, d)), Fraction(a * c, b * d))


@problem_type(
    "fraction-times-whole", "value", ko="분수와 자연수의 곱셈", en="fraction times a whole number", standard=STANDARD
)
def fraction_times_whole(rng: Random) -> Draw:
    a, b = _reduced(rng)
    n = rng.randint(2, 12)
    return _value(Mul(fraction(a, b), integer(n)), Fraction(a * n, b))


@problem_type("fraction-quotient", "value", ko="분수의 나눗셈", en="quotient of fractions", standard=STANDARD)
def fraction_quotient(rng: Random) -> Draw:
    (a, b), (c, d) = _reduced(rng), _reduced(rng)
    while Fraction(a, b) == Fraction(c, d):
        c, d = _reduced(rng)
    return _value(Div(fraction(a, b), fraction(c, d), inline=True), Fraction(a * d, b * c))


@problem_type(
    "whole-minus-fraction", "value", ko="자연수와 분수의 뺄셈", en="whole number less a fraction", standard=STANDARD
)
def whole_minus_fraction(rng: Random) -> Draw:
    n, (a, b) = rng.randint(2, 12), _reduced(rng)
    return _value(Sub(integer(n), fraction(a, b)), n - Fraction(a, b))


@problem_type("lowest-terms", "lowest_terms", ko="약분", en="fraction", standard=STANDARD)
def lowest_terms(rng: Random) -> Draw:
    (a, b), k = _reduced(rng, 3, 12), rng.randint(2, 9)
    return _value(fraction(a * k, b * k), Fraction(a, b))


@problem_type("decimal-sum", "value", ko="소수의 덧셈", en="sum of decimals", standard=STANDARD)
def decimal_sum(rng: Random) -> Draw:
    a, b = rng.randint(2, 99), rng.randint(2, 99)
    while a % 10 == 0 or b % 10 == 0:
        a, b = rng.randint(2, 99), rng.randint(2, 99)
    trees = [Num(Fraction(n, 10), 1) for n in (a, b)]
    return Draw(
        (Add(trees[0], trees[1]),), (f"{(a + b) // 10}.{(a + b) % 10}" if (a + b) % 10 else str((a + b) // 10),)
    )


@problem_type("decimal-product", "value", ko="소수의 곱셈", en="product of decimals", standard=STANDARD)
def decimal_product(rng: Random) -> Draw:
    a, b = rng.randint(11, 99), rng.randint(2, 9)
    while a % 10 == 0:
        a = rng.randint(11, 99)
    if rng.random() < 0.5:
        return _decimal(Mul(Num(Fraction(a, 10), 1), integer(b)), Fraction(a * b, 10))
    return _decimal(Mul(Num(Fraction(a, 10), 1), Num(Fraction(b, 10), 1)), Fraction(a * b, 100))


def _decimal(tree: Expr, value: Fraction) -> Draw:
    text = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return Draw((tree,), (text,))
