"""Numbers put into the original texts to 50 digits: a second opinion on what was found exactly."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

from generation.equivalence.real import Number, between
from generation.equivalence.realset import RealSet
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import And, Expr, Logic, Or, Relation, symbols
from generation.verify.systems import Row

POINTS = (Fraction(7, 3), Fraction(-5, 11), Fraction(13, 8), Fraction(-17, 6), Fraction(1, 19))


def holds_numerically(logic: Logic, row: Row) -> bool | None:
    """Whether a relation holds at a row of numbers; None where it has no value there."""
    point = {name: _value(value) for name, value in row.items()}
    return _holds(logic, point)


def _holds(logic: Logic, point: Mapping[str, Any]) -> bool | None:
    from generation.expression.numeric import close, value_at  # mpmath takes 0.1 s to import

    if isinstance(logic, And | Or):
        parts = [_holds(part, point) for part in logic.parts]
        if None in parts:
            return None
        return all(parts) if isinstance(logic, And) else any(parts)
    assert isinstance(logic, Relation)
    left, right = value_at(logic.left, point), value_at(logic.right, point)
    if left is None or right is None:
        return None
    if close(left, right):
        return logic.op in ("=", "<=", ">=")
    return logic.op == "!=" or (logic.op in ("<", "<=") if left < right else logic.op in (">", ">="))


def _value(number: Number) -> Any:
    from generation.expression.numeric import value_at  # mpmath takes 0.1 s to import

    return value_at(polynomial_tree(number), {})


def disagreement(a: Expr, b: Expr) -> str | None:
    """A point at which two expressions have different values; None where no such point was found."""
    from generation.expression.numeric import close, value_at  # mpmath takes 0.1 s to import

    names = sorted(symbols(a) | symbols(b))
    for shift in range(len(POINTS) if names else 1):
        point = {name: POINTS[(shift + 2 * k) % len(POINTS)] for k, name in enumerate(names)}
        first, second = value_at(a, point), value_at(b, point)
        if first is not None and second is not None and not close(first, second):
            return ", ".join(f"{name} = {value}" for name, value in point.items()) or "50 digits"
    return None


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
