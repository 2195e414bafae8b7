"""Sums of polynomials [9수02-09], products and quotients with a monomial [9수02-10]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import Div, Expr, Mul, Neg, integer
from generation.symbolic.building import minus, nonzero, plus, polynomial, quadratic
from generation.symbolic.problem_type import Draw, problem_type

SUMS, MONOMIALS = "[9수02-09]", "[9수02-10]"


def _form(tree: Expr, key: Polynomial, *names: str) -> Draw:
    return Draw((tree,), (infix(polynomial_tree(key)),), names)


def _letters(a: int, b: int) -> Polynomial:
    return _multiple("x", a) + _multiple("y", b)


def _multiple(name: str, k: int) -> Polynomial:
    return Polynomial.variable(name).scaled(Fraction(k))


def _two(rng: Random, k: int, m: int) -> tuple[Polynomial, Polynomial]:
    """Two expressions of which k and m times together keep both letters."""
    while True:
        (a, b), (c, d) = ((nonzero(rng, -5, 6), nonzero(rng, -6, 6)) for _ in range(2))
        if k * a + m * c and k * b + m * d:
            return _letters(a, b), _letters(c, d)


def _scaled(k: int, bracket: Expr) -> Expr:
    product = bracket if abs(k) == 1 else Mul(integer(abs(k)), bracket, implicit=True)
    return product if k > 0 else Neg(product)


@problem_type("sum-in-two-letters", "simplified", ko="다항식의 덧셈", en="sum of polynomials", standard=SUMS)
def sum_in_two_letters(rng: Random) -> Draw:
    k, m = rng.randint(2, 4), rng.choice((1, 2, 3))
    p, q = _two(rng, k, m)
    key = p.scaled(Fraction(k)) + q.scaled(Fraction(m))
    return _form(plus(_scaled(k, polynomial_tree(p)), _scaled(m, polynomial_tree(q))), key, "x", "y")


@problem_type(
    "difference-in-two-letters", "simplified", ko="다항식의 뺄셈", en="difference of polynomials", standard=SUMS
)
def difference_in_two_letters(rng: Random) -> Draw:
    k = rng.choice((1, 1, 2, 3))
    p, q = _two(rng, 1, -k)
    return _form(minus(polynomial_tree(p), _scaled(k, polynomial_tree(q))), p + q.scaled(Fraction(-k)), "x", "y")


@problem_type("sum-of-quadratics", "simplified", ko="이차식의 덧셈과 뺄셈", en="quadratic expressions", standard=SUMS)
def sum_of_quadratics(rng: Random) -> Draw:
    first = (nonzero(rng, 1, 6), nonzero(rng, -7, 7), nonzero(rng, -9, 9))
    second = (nonzero(rng, 1, 5), nonzero(rng, -7, 7, avoid=(first[1],)), nonzero(rng, -9, 9))
    tree = minus(quadratic(*first, "x"), quadratic(*second, "x"))
    key = polynomial(tuple(a - b for a, b in zip(first[::-1], second[::-1], strict=True)), "x")
    return _form(tree, key, "x")


@problem_type(
    "monomial-times-polynomial",
    "expanded",
    ko="단항식과 다항식의 곱",
    en="monomial times polynomial",
    standard=MONOMIALS,
)
def monomial_times_polynomial(rng: Random) -> Draw:
    k, bracket = nonzero(rng, -5, 6, avoid=(1, -1)), _letters(nonzero(rng, 1, 6), nonzero(rng, -7, 7))
    name = rng.choice("xy")
    factor = _multiple(name, k)
    tree = Mul(polynomial_tree(factor), polynomial_tree(bracket), implicit=True)
    return _form(tree, factor * bracket, "x", "y")


@problem_type(
    "polynomial-by-monomial",
    "simplified",
    ko="다항식과 단항식의 나눗셈",
    en="polynomial by monomial",
    standard=MONOMIALS,
)
def polynomial_by_monomial(rng: Random) -> Draw:
    k, quotient = nonzero(rng, 2, 5), _letters(nonzero(rng, 1, 6), nonzero(rng, -7, 7))
    factor = _multiple(rng.choice("xy"), k)
    return _form(Div(polynomial_tree(factor * quotient), polynomial_tree(factor), inline=True), quotient, "x", "y")
