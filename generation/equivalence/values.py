"""Whether two expressions have the same value: exactly where possible, else refuted by numbers, else undecided."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.matrices import has_matrix, matrix_value, same_matrix
from generation.expression.tree import Div, Expr, Mixed, Mul, Node, Num, Sub, children, number, rebuild, symbols

Verdict = Literal["equal", "different", "undecided"]
SAMPLES = (Fraction(3, 7), Fraction(-11, 5), Fraction(17, 3), Fraction(1, 13), Fraction(29, 2))
"""Points without meaning in school problems; several, as some may lie outside the domain of a root."""


def compare_values(a: Expr, b: Expr) -> Verdict:
    """Compare numbers, or expressions as functions of their variables wherever both are defined."""
    try:
        return "equal" if exact(a).equals(exact(b)) else "different"
    except UndefinedError:
        return "undecided"
    except (NotExactError, BudgetError):
        pass
    if plain(a) == plain(b):
        return "equal"
    if has_matrix(a) or has_matrix(b):
        return _entries(a, b)
    return _numerically(a, b)


def _entries(a: Expr, b: Expr) -> Verdict:
    """Matrices by their entries; a matrix is no number."""
    try:
        if not (has_matrix(a) and has_matrix(b)):
            return "different"
        return "equal" if same_matrix(matrix_value(a), matrix_value(b)) else "different"
    except (NotExactError, BudgetError):
        return "undecided"


def plain(node: Node) -> Node:
    """The tree without what is mere writing: ``2x`` as ``2*x``, ``÷`` as a fraction, ``0.50`` as ``1/2``."""
    match node:
        case Num(value, decimals) if decimals:
            return number(value)
        case Mixed(whole, top, bottom):
            return number(whole + Fraction(top, bottom))
    parts = tuple(plain(part) for part in children(node))
    match node:
        case Mul():
            return Mul(parts[0], parts[1])  # type: ignore[arg-type]
        case Div():
            return Div(parts[0], parts[1])  # type: ignore[arg-type]
    return rebuild(node, parts) if parts else node


def _numerically(a: Expr, b: Expr) -> Verdict:
    """Different where some sample point tells them apart; agreement of digits proves nothing."""
    from generation.expression.numeric import close, value_at  # mpmath takes 0.1 s to import

    names = sorted(symbols(Sub(a, b)))
    for shift in range(len(SAMPLES) if names else 1):
        point = {name: SAMPLES[(shift + k) % len(SAMPLES)] for k, name in enumerate(names)}
        first, second = value_at(a, point), value_at(b, point)
        if first is None or second is None:
            continue
        if not close(first, second):
            return "different"
    return "undecided"
