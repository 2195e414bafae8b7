"""Numbers put into the original texts to 50 digits: a second opinion on what was found exactly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Any

from generation.equivalence.real import Number, between
from generation.equivalence.realset import RealSet
from generation.expression.errors import ExpressionError
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import (
    Add,
    And,
    Call,
    Const,
    Div,
    Expr,
    Logic,
    Mul,
    Neg,
    Or,
    Percent,
    Pow,
    Relation,
    Sub,
    Sym,
    children,
    symbols,
    walk,
)
from generation.verify.pointwise import compared, function
from generation.verify.systems import Row

POINTS = (Fraction(7, 3), Fraction(-5, 11), Fraction(13, 8), Fraction(-17, 6), Fraction(1, 19))
MAX_EXPONENT = 1_000


def holds_numerically(logic: Logic, row: Row) -> bool | None:
    """Whether a relation holds at a row of numbers; None where it has no value there."""
    if isinstance(logic, And | Or):
        parts = [holds_numerically(part, row) for part in logic.parts]
        if None in parts:
            return None
        return all(parts) if isinstance(logic, And) else any(parts)
    point = {name: _value(value) for name, value in row.items()}
    if not all(value.is_real for value in row.values()) or Const("i") in walk(logic):
        return _holds_complex(logic, point)
    held = _holds(logic, point)
    return held if held is not None else _holds_in_fractions(logic, row)


def _holds(relation: Relation, point: Mapping[str, Any]) -> bool | None:
    from generation.expression.numeric import close, value_at  # mpmath takes 0.1 s to import

    left, right = value_at(relation.left, point), value_at(relation.right, point)
    if left is None or right is None:
        return None
    if close(left, right):
        return relation.op in ("=", "<=", ">=")
    return relation.op == "!=" or (relation.op in ("<", "<=") if left < right else relation.op in (">", ">="))


def _holds_complex(relation: Relation, point: Mapping[str, Any]) -> bool | None:
    from generation.expression.numeric import close  # mpmath takes 0.1 s to import

    left, right = complex_value(relation.left, point), complex_value(relation.right, point)
    if left is None or right is None or relation.op not in ("=", "!="):
        return None
    return close(left, right) is (relation.op == "=")


def _holds_in_fractions(relation: Relation, row: Row) -> bool | None:
    """For functions of whole numbers, which have no digits: by :mod:`generation.verify.pointwise`."""
    point = {name: value.rational() for name, value in row.items()}
    known = {name: _whole(value) for name, value in point.items() if value is not None}
    if len(known) < len(point):
        return None
    try:
        left, right = (function(side)(known) for side in (relation.left, relation.right))
    except ExpressionError:
        return None
    return compared(relation.op, left, right)


def _whole(value: Fraction) -> int | Fraction:
    return value.numerator if value.denominator == 1 else value


def _value(number: Number) -> Any:
    from generation.expression.numeric import value_at  # mpmath takes 0.1 s to import

    return value_at(polynomial_tree(number), {}) if number.is_real else complex_value(polynomial_tree(number), {})


def complex_value(expr: Expr, point: Mapping[str, Any]) -> Any | None:
    """The complex value to 50 digits, of the four operations and whole powers; None where there is none."""
    from generation.expression.numeric import value_at  # mpmath takes 0.1 s to import

    if expr == Const("i"):
        return _context().mpc(0, 1)
    if isinstance(expr, Sym) and not isinstance(point.get(expr.name), Fraction):
        return point.get(expr.name)
    parts = [complex_value(part, point) for part in children(expr) if isinstance(part, Expr)]
    try:
        if not parts or isinstance(expr, Call | Percent):
            return value_at(expr, {name: value for name, value in point.items() if not value.imag})
        return None if None in parts else _COMPLEX[type(expr)](*parts)
    except (KeyError, ArithmeticError, ValueError, TypeError):
        return None


@cache
def _context() -> Any:
    import mpmath  # takes 0.1 s to import

    from generation.expression.numeric import DIGITS  # mpmath takes 0.1 s to import

    context = mpmath.mp.clone()
    context.dps = DIGITS + 10
    return context


def _whole_power(base: Any, exponent: Any) -> Any:
    if exponent != int(exponent.real) or abs(exponent) > MAX_EXPONENT or (base == 0 and exponent.real <= 0):
        raise ValueError("no whole power")
    return base ** int(exponent.real)


_COMPLEX: dict[type, Callable[..., Any]] = {
    Neg: lambda a: -a,
    Add: lambda a, b: a + b,
    Sub: lambda a, b: a - b,
    Mul: lambda a, b: a * b,
    Div: lambda a, b: a / b,
    Pow: _whole_power,
}


def disagreement(a: Expr, b: Expr) -> str | None:
    """A point at which two expressions have different values; None where no such point was found."""
    return compared_numerically(a, b)[1]


def compared_numerically(a: Expr, b: Expr) -> tuple[int, str | None]:
    """At how many points both expressions have values that were compared, and a point where they differ."""
    from generation.expression.numeric import close, value_at  # mpmath takes 0.1 s to import

    names = sorted(symbols(a) | symbols(b))
    find = complex_value if Const("i") in (*walk(a), *walk(b)) else value_at
    count = 0
    for shift in range(len(POINTS) if names else 1):
        point = {name: POINTS[(shift + 2 * k) % len(POINTS)] for k, name in enumerate(names)}
        first, second = find(a, point), find(b, point)
        if first is None or second is None:
            continue
        count += 1
        if not close(first, second):
            return count, ", ".join(f"{name} = {value}" for name, value in point.items()) or "50 digits"
    return count, None


def samples(reals: RealSet) -> list[tuple[Number, bool]]:
    """Marks of a set and a number in each cell, each with whether it belongs."""
    marks = list(reals.marks)
    if not marks:
        return [(Polynomial.constant(n), reals.inside[0]) for n in (0, 1, -2)]
    low, high = between(marks[0] - _THREE, marks[0] - _ONE), between(marks[-1] + _ONE, marks[-1] + _THREE)
    cells = [low, *(between(a, b) for a, b in pairwise(marks)), high]
    found = [(Polynomial.constant(value), reals.inside[2 * k]) for k, value in enumerate(cells)]
    return found + [(mark, reals.inside[2 * k + 1]) for k, mark in enumerate(marks)]


_ONE, _THREE = Polynomial.constant(1), Polynomial.constant(3)
