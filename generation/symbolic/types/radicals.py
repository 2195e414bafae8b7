"""Square roots [9수01-10]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import Add, Call, Div, Expr, Mul, integer
from generation.symbolic.building import nonzero, plus, root, surd
from generation.symbolic.problem_type import Draw, problem_type

STANDARD = "[9수01-10]"
FREE = (2, 3, 5, 6, 7)
"""Square-free radicands of school size."""


def _surds(tree: Expr, *parts: tuple[int | Fraction, int]) -> Draw:
    total = Polynomial({})
    for coefficient, radicand in parts:
        total = total + Polynomial.square_root(Fraction(radicand)).scaled(Fraction(coefficient))
    return Draw((tree,), (infix(polynomial_tree(total)),))


@problem_type("sum-of-radicals", "simplified", ko="제곱근의 덧셈과 뺄셈", en="sum of square roots", standard=STANDARD)
def sum_of_radicals(rng: Random) -> Draw:
    n, (p, q) = rng.choice(FREE), rng.sample((1, 2, 3, 4, 5), 2)
    sign = rng.choice((1, 1, -1))
    return _surds(plus(root(p * p * n), surd(sign, q * q * n)), (p + sign * q, n))


@problem_type("unlike-radicals", "simplified", ko="제곱근의 덧셈과 뺄셈", en="sum of square roots", standard=STANDARD)
def unlike_radicals(rng: Random) -> Draw:
    m, n = rng.sample(FREE, 2)
    p, q, r = rng.randint(2, 4), nonzero(rng, -5, 5), rng.randint(1, 6)
    return _surds(plus(root(p * p * m), surd(q, n), surd(r, m)), (p + r, m), (q, n))


SQUARE_SUMS = ((9, 16, 5), (36, 64, 10), (25, 144, 13), (64, 225, 17), (81, 144, 15), (144, 256, 20), (225, 400, 25))
"""Two squares and the root of their sum."""


@problem_type("root-of-sum", "simplified", ko="근호 안의 덧셈", en="root of a sum", standard=STANDARD)
def root_of_sum(rng: Random) -> Draw:
    a, b, value = rng.choice(SQUARE_SUMS)
    if rng.random() < 0.5:
        a, b = b, a
    return _surds(Call("sqrt", (Add(integer(a), integer(b)),)), (value, 1))


@problem_type("product-of-radicals", "simplified", ko="제곱근의 곱셈", en="product of square roots", standard=STANDARD)
def product_of_radicals(rng: Random) -> Draw:
    a, b, (m, n) = rng.randint(2, 5), rng.randint(2, 5), rng.sample(FREE, 2)
    return _surds(Mul(surd(a, m), surd(b, n)), (a * b, m * n))


@problem_type("square-of-radical", "simplified", ko="제곱근의 곱셈", en="product of square roots", standard=STANDARD)
def square_of_radical(rng: Random) -> Draw:
    n, k = rng.choice(FREE), rng.randint(2, 4)
    return _surds(Mul(root(n), root(n * k * k)), (n * k, 1))


@problem_type("rationalize", "rationalized", ko="분모의 유리화", en="fraction with a root below", standard=STANDARD)
def rationalize(rng: Random) -> Draw:
    n, a = rng.choice(FREE), rng.randint(1, 12)
    return _surds(Div(integer(a), root(n)), (Fraction(a, n), n))
