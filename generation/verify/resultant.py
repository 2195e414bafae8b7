"""Resultants: a polynomial without one unknown that is zero wherever two polynomials are zero together."""

from __future__ import annotations

from functools import cache
from itertools import combinations

from generation.expression.errors import BudgetError
from generation.expression.polynomial import Polynomial

MAX_SIZE = 6
"""Rows of Sylvester's matrix: two cubics at most."""


def resultant(p: Polynomial, q: Polynomial, name: str) -> Polynomial:
    """The determinant of Sylvester's matrix; it vanishes at every common zero of the two.

    Raises BudgetError for high degrees.
    """
    first, second = p.coefficients(name)[::-1], q.coefficients(name)[::-1]
    m, n = len(first) - 1, len(second) - 1
    if m + n > MAX_SIZE:
        raise BudgetError("a system of too high a degree")
    zero = Polynomial({})
    rows = [[zero] * k + first + [zero] * (n - 1 - k) for k in range(n)]
    rows += [[zero] * k + second + [zero] * (m - 1 - k) for k in range(m)]
    return _determinant(rows)


def _determinant(rows: list[list[Polynomial]]) -> Polynomial:
    """By minors of the last rows, each worked out once."""
    size = len(rows)

    @cache
    def minor(row: int, columns: tuple[int, ...]) -> Polynomial:
        if row == size:
            return Polynomial.constant(1)
        total = Polynomial({})
        for position, column in enumerate(columns):
            entry = rows[row][column]
            if not entry.is_zero:
                term = entry * minor(row + 1, columns[:position] + columns[position + 1 :])
                total = total - term if position % 2 else total + term
        return total

    return minor(0, tuple(range(size)))


def in_one_unknown(system: list[Polynomial]) -> tuple[Polynomial, str] | None:
    """A consequence of two of the equations in one unknown alone, with its name; None where there is none."""
    for p, q in combinations(system, 2):
        names = p.unknowns | q.unknowns
        if len(names) != 2:
            continue
        for name in sorted(names):
            if p.degree(name) and q.degree(name):
                found = resultant(p, q, name)
                if found.unknowns:
                    return found, next(iter(found.unknowns))
    return None
