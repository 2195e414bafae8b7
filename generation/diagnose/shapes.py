"""Shapes that mal-rules look for in a line: ``ax = b``, ``3x^2``, powers of one base."""

from __future__ import annotations

from fractions import Fraction

from generation.diagnose.procedure.equations import polynomial_of
from generation.expression.errors import NotExactError
from generation.expression.exact import exact, rational_value
from generation.expression.normal import polynomial_tree
from generation.expression.tree import (
    Add,
    Call,
    Const,
    Div,
    Expr,
    Mixed,
    Mul,
    Neg,
    Node,
    Num,
    Percent,
    Pow,
    Relation,
    Sub,
    Sym,
    factors,
    product_of,
    symbols,
)

MAX_EXPONENT = 12
"""Of powers of numbers: school items have no larger ones, and their products grow fast."""


def scaled_unknown(node: Node) -> tuple[Relation, str, Fraction, Fraction] | None:
    """A line ``ax = b`` (or with an inequality): the line, the unknown, a and b."""
    if not isinstance(node, Relation) or len(symbols(node.left)) != 1 or symbols(node.right):
        return None
    value = rational_value(node.right)
    try:
        left = polynomial_of(node.left)
    except NotExactError:
        return None
    if value is None or len(left.terms) != 1 or left.total_degree() != 1:
        return None
    return node, next(iter(symbols(node.left))), next(iter(left.terms.values())), value


def is_sum(node: Node) -> bool:
    """Whether this is a sum or difference."""
    return isinstance(node, Add | Sub)


def coefficient_and_letters(term: Expr) -> tuple[Fraction, Expr] | None:
    """Number and letters of a term: ``3x^2`` gives ``(3, x^2)``; None for sums and bare numbers."""
    try:
        polynomial = exact(term).polynomial()
    except NotExactError:
        return None
    if polynomial is None or len(polynomial.terms) != 1 or not polynomial.variables:
        return None
    value = next(iter(polynomial.terms.values()))
    return value, polynomial_tree(polynomial.scaled(1 / value))


def multiple_of(coefficient: Fraction, letters: Expr) -> Expr:
    """``coefficient`` times ``letters`` as school writes it."""
    polynomial = exact(letters).polynomial()
    assert polynomial is not None
    return polynomial_tree(polynomial.scaled(coefficient))


def powers_of_one_base(left: Expr, right: Expr) -> tuple[list[Expr], Expr, Fraction, Fraction] | None:
    """The last factor of ``left`` and ``right`` as powers of one base, and what stands before."""
    *rest, last = factors(left)
    first, second = letter_power(last), letter_power(right)
    if first is None or second is None or first[0] != second[0]:
        return None
    return rest, first[0], first[1], second[1]


def letter_power(expr: Expr) -> tuple[Expr, Fraction] | None:
    """Base and exponent of a power, a letter being its own first power."""
    match expr:
        case Pow(base, Num(exponent)) if symbols(base) or exponent <= MAX_EXPONENT:
            return base, exponent
        case Sym():
            return expr, Fraction(1)
        case _:
            return None


def quotient_parts(node: Node) -> tuple[list[Expr], list[Expr]]:
    """The factors above and below of a product of quotients: ``7*((7-3)/2)`` gives ``[7, 7-3]`` and ``[2]``."""
    match node:
        case Mul(left, right):
            (top, bottom), (more, below) = quotient_parts(left), quotient_parts(right)
            return top + more, bottom + below
        case Div(left, right):
            (top, bottom), (below, more) = quotient_parts(left), quotient_parts(right)
            return top + more, bottom + below
        case Add() | Sub() | Num() | Sym() | Pow() | Call() | Const() | Neg() | Percent() | Mixed():
            return [node], []
        case _:
            return [], []


def quotient_of(top: list[Expr], bottom: list[Expr]) -> Expr:
    """The quotient of two products."""
    return Div(product_of(top), product_of(bottom)) if bottom else product_of(top)


def without_divisor(node: Node, divisor: int) -> tuple[list[Expr], list[Expr]] | None:
    """The factors above and below of a product of quotients without one divisor; None where it has none of this."""
    if not isinstance(node, Mul | Div):
        return None
    top, bottom = quotient_parts(node)
    for place, part in enumerate(bottom):
        if isinstance(part, Num) and part.value == divisor:
            return top, [*bottom[:place], *bottom[place + 1 :]]
    return None
