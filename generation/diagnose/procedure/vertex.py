"""Vertex and axis of a parabola, read off from its vertex form."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from generation.diagnose.procedure.numbers import Next
from generation.expression.errors import NotExactError
from generation.expression.exact import exact, rational_value
from generation.expression.tree import (
    Add,
    And,
    Call,
    Expr,
    Logic,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Relation,
    Sub,
    Sym,
    number,
    symbols,
)

TWO = Num(Fraction(2))
Y = Sym("y")


def symmetric(relations: Iterable[Logic]) -> Call | None:
    """The function that is said to be symmetric, in ``f(p + 1) = f(p - 1)``."""
    for relation in relations:
        match relation:
            case Relation("=", Call(name, (Add(Sym(a), Num()),)) as call, Call(other, (Sub(Sym(b), Num()),))) if (
                name == other and a == b
            ):
                return call
    return None


def vertex_line(call: Call, body: Expr) -> Relation:
    """``y = 2(x - 3)^2 + 4`` of ``f(x) = 2x^2 - 12x + 22``. Raises NotExactError for what is no parabola."""
    name = next(iter(symbols(body)), "x")
    found = exact(body).polynomial()
    coefficients = None if found is None else found.rational_coefficients(name)
    if coefficients is None or len(coefficients) != 3:
        raise NotExactError("no parabola")
    c, b, a = coefficients
    p = -b / (2 * a)
    square = Pow(Sub(Sym(name), number(p)) if p >= 0 else Add(Sym(name), number(-p)), TWO)
    front: Expr = square if a == 1 else Neg(square) if a == -1 else Mul(number(a), square, implicit=True)
    return Relation("=", Y, Add(front, number(c - a * p * p)))


def next_vertex_line(node: Node, unknowns: tuple[str, ...]) -> Next | None:
    """``p = 3 and q = 4``, or ``x = 3`` for the axis; None for every other line."""
    place = vertex_of(node)
    if place is None:
        return None
    return told_vertex(*place, unknowns), "read-off"


def told_vertex(p: Fraction, q: Fraction, unknowns: tuple[str, ...]) -> Logic:
    """The line that says the vertex, or its axis where one letter is asked for."""
    values = [Relation("=", Sym(name), number(value)) for name, value in zip(unknowns, (p, q), strict=False)]
    return values[0] if len(values) == 1 else And(tuple(values))


def vertex_of(node: Node) -> tuple[Fraction, Fraction] | None:
    """p and q of ``y = a(x - p)^2 + q``."""
    match node:
        case Relation("=", Sym("y"), Add(front, constant)):
            pass
        case _:
            return None
    while isinstance(front, Neg | Mul):
        front = front.arg if isinstance(front, Neg) else front.right
    q = rational_value(constant)
    match front:
        case Pow(Sub(Sym(), p), Num()):
            sign = 1
        case Pow(Add(Sym(), p), Num()):
            sign = -1
        case _:
            return None
    value = rational_value(p)
    return None if value is None or q is None else (sign * value, q)
