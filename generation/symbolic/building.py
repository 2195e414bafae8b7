"""Small helpers for samplers: numbers to draw, and trees as school writes them."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Call, Div, Expr, Mul, Neg, Num, Relation, RelationOp, Sub, integer, sum_of

LETTERS = ("x", "y", "a", "t")


def nonzero(rng: Random, low: int, high: int, *, avoid: tuple[int, ...] = ()) -> int:
    """An integer from ``low`` to ``high`` that is neither 0 nor one of ``avoid``."""
    while (value := rng.randint(low, high)) == 0 or value in avoid:
        pass
    return value


def linear(a: Fraction | int, name: str, b: Fraction | int = 0) -> Expr:
    """``ax + b`` as school writes it: no ``1x``, no ``+ -3``."""
    return polynomial_tree(polynomial((b, a), name))


def polynomial(coefficients: tuple[Fraction | int, ...], name: str) -> Polynomial:
    """A polynomial from its coefficients, the constant first."""
    total = Polynomial({})
    for power, value in enumerate(coefficients):
        total = total + Polynomial.variable(name).power(power).scaled(Fraction(value))
    return total


def quadratic(a: int, b: int, c: int, name: str) -> Expr:
    """``ax^2 + bx + c`` as school writes it."""
    return polynomial_tree(polynomial((c, b, a), name))


def equation(left: Expr, right: Expr, op: RelationOp = "=") -> Relation:
    """A relation between two trees."""
    return Relation(op, left, right)


def plus(*parts: Expr) -> Expr:
    """A sum whose negative parts become differences: ``a + (-b)`` is written ``a - b``."""
    signed: list[tuple[int, Expr]] = []
    for part in parts:
        signed.append((-1, part.arg) if isinstance(part, Neg) else (1, part))
    return sum_of(signed)


def minus(left: Expr, right: Expr) -> Expr:
    """A difference that keeps what is taken away as it is."""
    return Sub(left, right)


def fraction(top: int, bottom: int) -> Expr:
    """A fraction as it stands, not reduced; the sign in front."""
    tree = Div(Num(Fraction(abs(top))), Num(Fraction(bottom)))
    return tree if top >= 0 else Neg(tree)


def root(radicand: int) -> Expr:
    """A square root."""
    return Call("sqrt", (integer(radicand),))


def surd(coefficient: int, radicand: int) -> Expr:
    """``a√n`` as it stands, the root not simplified; the sign in front."""
    size = abs(coefficient)
    tree = root(radicand) if size == 1 else Mul(integer(size), root(radicand), implicit=True)
    return tree if coefficient > 0 else Neg(tree)
