"""Linear expressions [9수02-02], powers [9수02-08], expansion and factoring [9수02-19]."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from random import Random

from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import Div, Expr, Mul, Neg, Num, Pow, Sym, integer, product_of
from generation.symbolic.building import linear, minus, nonzero, plus, polynomial, quadratic
from generation.symbolic.problem_type import Draw, problem_type

LINEAR, EXPONENTS, PRODUCTS = "[9수02-02]", "[9수02-08]", "[9수02-19]"


def _form(tree: Expr, key: Expr, *names: str) -> Draw:
    return Draw((tree,), (infix(key),), names or ("x",))


def _times(k: int, bracket: Expr) -> Expr:
    product = Mul(integer(abs(k)), bracket, implicit=True) if abs(k) != 1 else bracket
    return product if k > 0 else Neg(product)


@problem_type(
    "distribute", "simplified", ko="일차식과 수의 곱셈", en="number times a linear expression", standard=LINEAR
)
def distribute(rng: Random) -> Draw:
    k, a, b = nonzero(rng, -7, 7, avoid=(1, -1)), nonzero(rng, -6, 6), nonzero(rng, -9, 9)
    return _form(_times(k, linear(a, "x", b)), linear(k * a, "x", k * b))


@problem_type("collect-like-terms", "simplified", ko="동류항의 계산", en="like terms", standard=LINEAR)
def collect_like_terms(rng: Random) -> Draw:
    a, b, c = nonzero(rng, -8, 8), nonzero(rng, -9, 9), nonzero(rng, -8, 8)
    while a + c == 0:
        c = nonzero(rng, -8, 8)
    return _form(plus(linear(a, "x"), integer(b), linear(c, "x")), linear(a + c, "x", b))


@problem_type(
    "subtract-bracket", "simplified", ko="괄호가 있는 일차식의 뺄셈", en="subtraction of a bracket", standard=LINEAR
)
def subtract_bracket(rng: Random) -> Draw:
    a, b, c = nonzero(rng, 2, 9), nonzero(rng, 2, 8), nonzero(rng, -9, 9)
    while a == b:
        b = nonzero(rng, 2, 8)
    return _form(minus(linear(a, "x"), linear(b, "x", c)), linear(a - b, "x", -c))


@problem_type(
    "combine-brackets", "simplified", ko="일차식의 덧셈과 뺄셈", en="linear expressions with brackets", standard=LINEAR
)
def combine_brackets(rng: Random) -> Draw:
    k, m = rng.randint(2, 5), nonzero(rng, -5, 5, avoid=(1, -1))
    a, b, c, d = nonzero(rng, 1, 6), nonzero(rng, -7, 7), nonzero(rng, 1, 6), nonzero(rng, -7, 7)
    while k * a + m * c == 0 or k * b + m * d == 0:
        a, d = nonzero(rng, 1, 6), nonzero(rng, -7, 7)
    tree = plus(_times(k, linear(a, "x", b)), _times(m, linear(c, "x", d)))
    return _form(tree, linear(k * a + m * c, "x", k * b + m * d))


@problem_type(
    "distribute-and-collect", "simplified", ko="일차식의 계산", en="linear expression with a bracket", standard=LINEAR
)
def distribute_and_collect(rng: Random) -> Draw:
    k, a, b, c = nonzero(rng, 2, 6), nonzero(rng, 1, 5), nonzero(rng, -8, 8), nonzero(rng, -6, 6)
    while k * a + c == 0:
        c = nonzero(rng, -6, 6)
    tree = plus(_times(k, linear(a, "x", b)), linear(c, "x"))
    return _form(tree, linear(k * a + c, "x", k * b))


@problem_type(
    "fraction-of-expression",
    "simplified",
    ko="일차식과 수의 나눗셈",
    en="linear expression over a number",
    standard=LINEAR,
)
def fraction_of_expression(rng: Random) -> Draw:
    k, a, b = rng.randint(2, 6), nonzero(rng, -5, 5), nonzero(rng, -6, 6)
    return _form(Div(linear(k * a, "x", k * b), integer(k)), linear(a, "x", b))


@problem_type(
    "sum-of-fractional-terms", "simplified", ko="계수가 분수인 일차식", en="terms with fractions", standard=LINEAR
)
def sum_of_fractional_terms(rng: Random) -> Draw:
    b, d = rng.sample((2, 3, 4, 5, 6), 2)
    tree = plus(Div(Sym("x"), integer(b)), Div(Sym("x"), integer(d)))
    return _form(tree, linear(Fraction(1, b) + Fraction(1, d), "x"))


# -- powers --------------------------------------------------------------------------------------------------


def _power(name: str, exponent: int) -> Expr:
    return Sym(name) if exponent == 1 else Pow(Sym(name), Num(Fraction(exponent)))


@problem_type("product-of-powers", "simplified", ko="거듭제곱의 곱셈", en="product of powers", standard=EXPONENTS)
def product_of_powers(rng: Random) -> Draw:
    name, m, n = rng.choice(("a", "b", "x")), rng.randint(2, 7), rng.randint(2, 7)
    return _form(Mul(_power(name, m), _power(name, n)), _power(name, m + n), name)


@problem_type("power-of-power", "simplified", ko="거듭제곱의 거듭제곱", en="power of a power", standard=EXPONENTS)
def power_of_power(rng: Random) -> Draw:
    name, m, n = rng.choice(("a", "b", "x")), rng.randint(2, 6), rng.randint(2, 5)
    while m * n == m + n:
        n = rng.randint(2, 5)
    return _form(Pow(_power(name, m), Num(Fraction(n))), _power(name, m * n), name)


@problem_type("power-of-product", "simplified", ko="곱의 거듭제곱", en="power of a product", standard=EXPONENTS)
def power_of_product(rng: Random) -> Draw:
    name, k, m, n = rng.choice(("a", "b", "x")), rng.randint(2, 5), rng.randint(2, 5), rng.choice((2, 3))
    inner = product_of([integer(k), _power(name, m)])
    negative = rng.random() < 0.3
    value = (-k if negative else k) ** n
    key = polynomial_tree(Polynomial.variable(name).power(m * n).scaled(Fraction(value)))
    return _form(Pow(Neg(inner) if negative else inner, Num(Fraction(n))), key, name)


@problem_type("quotient-of-powers", "simplified", ko="거듭제곱의 나눗셈", en="quotient of powers", standard=EXPONENTS)
def quotient_of_powers(rng: Random) -> Draw:
    name, n, d = rng.choice(("a", "b", "x")), rng.randint(2, 5), rng.randint(1, 6)
    return _form(Div(_power(name, n + d), _power(name, n), inline=True), _power(name, d), name)


@problem_type(
    "quotient-of-monomials", "simplified", ko="단항식의 나눗셈", en="quotient of monomials", standard=EXPONENTS
)
def quotient_of_monomials(rng: Random) -> Draw:
    name, k, c, n, d = (
        rng.choice(("a", "x")),
        rng.randint(2, 6),
        rng.randint(2, 6),
        rng.randint(2, 4),
        rng.randint(1, 4),
    )
    left = product_of([integer(k * c), _power(name, n + d)])
    right = product_of([integer(k), _power(name, n)])
    return _form(Div(left, right, inline=True), product_of([integer(c), _power(name, d)]), name)


# -- expansion -----------------------------------------------------------------------------------------------


@problem_type("square-of-binomial", "expanded", ko="완전제곱식", en="square of a binomial", standard=PRODUCTS)
def square_of_binomial(rng: Random) -> Draw:
    a, b = rng.choice((1, 1, 1, 2, 3, 4)), nonzero(rng, -9, 9)
    key = quadratic(a * a, 2 * a * b, b * b, "x")
    return _form(Pow(linear(a, "x", b), Num(Fraction(2))), key)


@problem_type("sum-times-difference", "expanded", ko="합과 차의 곱", en="sum times difference", standard=PRODUCTS)
def sum_times_difference(rng: Random) -> Draw:
    a, b = rng.choice((1, 1, 2, 3)), rng.randint(2, 9)
    tree = Mul(linear(a, "x", b), linear(a, "x", -b), implicit=True)
    return _form(tree, quadratic(a * a, 0, -b * b, "x"))


@problem_type("product-of-binomials", "expanded", ko="두 일차식의 곱", en="product of binomials", standard=PRODUCTS)
def product_of_binomials(rng: Random) -> Draw:
    a, b = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    while abs(a) == abs(b):
        b = nonzero(rng, -9, 9)
    tree = Mul(linear(1, "x", a), linear(1, "x", b), implicit=True)
    return _form(tree, quadratic(1, a + b, a * b, "x"))


@problem_type(
    "product-of-linears", "expanded", ko="계수가 있는 두 일차식의 곱", en="product of linear factors", standard=PRODUCTS
)
def product_of_linears(rng: Random) -> Draw:
    a, c = rng.choice(((2, 1), (2, 3), (3, 1), (1, 4), (3, 2), (1, 2)))
    b, d = nonzero(rng, -7, 7), nonzero(rng, -7, 7)
    while a * d + b * c == 0:
        d = nonzero(rng, -7, 7)
    tree = Mul(linear(a, "x", b), linear(c, "x", d), implicit=True)
    return _form(tree, quadratic(a * c, a * d + b * c, b * d, "x"))


# -- factoring -----------------------------------------------------------------------------------------------


@problem_type("common-factor", "factored", ko="공통인수", en="common factor", standard=PRODUCTS)
def common_factor(rng: Random) -> Draw:
    k, a, b = rng.randint(2, 6), rng.randint(1, 5), nonzero(rng, -7, 7)
    while gcd(a, b) != 1:
        b = nonzero(rng, -7, 7)
    outside = product_of([integer(k), Sym("x")])
    tree = polynomial_tree(polynomial((0, k * b, k * a), "x"))
    return _form(tree, Mul(outside, linear(a, "x", b), implicit=True))


@problem_type("perfect-square", "factored", ko="완전제곱식", en="perfect square", standard=PRODUCTS)
def perfect_square(rng: Random) -> Draw:
    a, b = rng.choice((1, 1, 1, 2, 3)), nonzero(rng, -9, 9)
    while gcd(a, b) != 1:
        b = nonzero(rng, -9, 9)
    return _form(quadratic(a * a, 2 * a * b, b * b, "x"), Pow(linear(a, "x", b), Num(Fraction(2))))


@problem_type("difference-of-squares", "factored", ko="제곱의 차", en="difference of squares", standard=PRODUCTS)
def difference_of_squares(rng: Random) -> Draw:
    a, b = rng.choice((1, 1, 2, 3, 4)), rng.randint(2, 11)
    while gcd(a, b) != 1:
        b = rng.randint(2, 11)
    key = Mul(linear(a, "x", b), linear(a, "x", -b), implicit=True)
    return _form(quadratic(a * a, 0, -b * b, "x"), key)


@problem_type("factor-monic-trinomial", "factored", ko="이차식", en="quadratic trinomial", standard=PRODUCTS)
def factor_monic(rng: Random) -> Draw:
    a, b = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    while abs(a) == abs(b):
        b = nonzero(rng, -9, 9)
    return _form(quadratic(1, a + b, a * b, "x"), Mul(linear(1, "x", a), linear(1, "x", b), implicit=True))


@problem_type(
    "factor-trinomial",
    "factored",
    ko="이차항의 계수가 1이 아닌 이차식",
    en="trinomial with a leading coefficient",
    standard=PRODUCTS,
)
def factor_trinomial(rng: Random) -> Draw:
    while True:
        a, c = rng.choice(((2, 1), (3, 1), (2, 3), (5, 1)))
        b, d = nonzero(rng, -7, 7), nonzero(rng, -7, 7)
        if gcd(a, b) == 1 and gcd(c, d) == 1 and a * d + b * c != 0:
            key = Mul(linear(a, "x", b), linear(c, "x", d), implicit=True)
            return _form(quadratic(a * c, a * d + b * c, b * d, "x"), key)
