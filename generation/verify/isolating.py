"""An equation read backwards: the value of a letter that stands in it once, where the others have values."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.tree import Add, Div, Expr, Mul, Neg, Relation, Sub, Sym, symbols, walk
from generation.verify.pointwise import Point, Rational, Root, function

Solver = Callable[[Point], "Rational | None"]
"""The only value that the letter can have; None where there can be any."""
_Undo = Callable[[Point, Rational], "Rational | None"]


class NoValueError(ValueError):
    """The equation holds for no value of the letter."""


def isolated(relation: Relation, name: str) -> Solver | None:
    """The letter of an equation alone; None where it stands there not once, or inside what is not undone here."""
    if relation.op != "=" or sum(1 for part in walk(relation) if part == Sym(name)) != 1:
        return None
    side, other = (relation.left, relation.right) if name in symbols(relation.left) else (relation.right, relation.left)
    try:
        undo, target = _undone(side, name), function(other)
    except NotExactError:
        return None

    def solve(point: Point) -> Rational | None:
        value = target(point)
        return None if isinstance(value, Root) else undo(point, value)

    return solve


def _undone(expr: Expr, name: str) -> _Undo:
    """From the value of an expression to that of the letter inside."""
    match expr:
        case Sym():
            return lambda _, value: value
        case Neg(arg):
            inner = _undone(arg, name)
            return lambda point, value: inner(point, -value)
        case Add(left, right) | Sub(left, right) | Mul(left, right) | Div(left, right):
            on_left = name in symbols(left)
            inner, known = _undone(left if on_left else right, name), function(right if on_left else left)
            step = _STEPS[type(expr), on_left]
        case _:
            raise NotExactError("an operation that is not undone here")

    def undo(point: Point, value: Rational) -> Rational | None:
        other = known(point)
        if isinstance(other, Root):
            return None
        before = step(value, other)
        return None if before is None else inner(point, before)

    return undo


def _factor(value: Rational, other: Rational) -> Rational | None:
    if other:
        return Fraction(value) / other
    if value:
        raise NoValueError
    return None


def _divisor(value: Rational, other: Rational) -> Rational | None:
    """x in other / x = value."""
    if value and other:
        return Fraction(other) / value
    if value or other:
        raise NoValueError
    return None


def _dividend(value: Rational, other: Rational) -> Rational:
    if not other:
        raise UndefinedError("division by zero")
    return value * other


_STEPS: dict[tuple[type, bool], Callable[[Rational, Rational], Rational | None]] = {
    (Add, True): lambda value, other: value - other,
    (Add, False): lambda value, other: value - other,
    (Sub, True): lambda value, other: value + other,
    (Sub, False): lambda value, other: other - value,
    (Mul, True): _factor,
    (Mul, False): _factor,
    (Div, True): _dividend,
    (Div, False): _divisor,
}
