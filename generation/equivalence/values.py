"""Whether two expressions have the same value: exactly, else told apart by enclosures, else undecided."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from generation.expression.binders import without_bound
from generation.expression.errors import BudgetError, NotExactError, NotRealError, UndefinedError
from generation.expression.exact import exact, rational_value
from generation.expression.tree import (
    BINDERS,
    Call,
    Const,
    Div,
    Expr,
    Matrix,
    Mixed,
    Mul,
    Node,
    Num,
    Quantity,
    children,
    number,
    rebuild,
    symbols,
    walk,
)

Verdict = Literal["equal", "different", "undecided"]
SAMPLES = (Fraction(3, 7), Fraction(-11, 5), Fraction(17, 3), Fraction(1, 13), Fraction(29, 2))
"""Points without meaning in school problems; several, as some may lie outside the domain of a root."""
_I = Const("i")


def compare_values(a: Expr, b: Expr) -> Verdict:
    """Compare numbers, amounts, matrices, or expressions as functions of their variables wherever both are defined."""
    try:
        return "equal" if exact(a).equals(exact(b)) else "different"
    except UndefinedError:
        return "undecided"
    except NotRealError:
        a, b = with_imaginary_roots(a, b)
        try:
            return "equal" if exact(a).equals(exact(b)) else "different"
        except (NotExactError, BudgetError):
            pass
    except (NotExactError, BudgetError):
        pass
    try:
        return _beyond_exact(a, b)
    except (NotExactError, BudgetError):
        return "undecided"


def _beyond_exact(a: Expr, b: Expr) -> Verdict:
    if any(isinstance(part, Matrix) for side in (a, b) for part in walk(side)):
        return _compare_matrices(a, b)
    if any(isinstance(part, Quantity) for side in (a, b) for part in walk(side)):
        from generation.equivalence.amounts import compare_amounts  # it compares sizes with what is in this file

        return compare_amounts(a, b)
    if plain(a) == plain(b):
        return "equal"
    if any(isinstance(part, Call) and part.name in BINDERS for side in (a, b) for part in walk(side)):
        a, b = without_bound(a), without_bound(b)
    if _same_function(a, b):
        return "equal"
    return _told_apart(a, b)


def _compare_matrices(a: Expr, b: Expr) -> Verdict:
    """Elementwise; a matrix is no number."""
    from generation.expression.matrices import has_matrix, matrix_value, same_matrix  # matrices are rare

    if not (has_matrix(a) and has_matrix(b)):
        other = b if has_matrix(a) else a
        return "different" if rational_value(other) is not None else "undecided"
    try:
        return "equal" if same_matrix(matrix_value(a), matrix_value(b)) else "different"
    except UndefinedError:
        return "undecided"


def with_imaginary_roots(a: Expr, b: Expr) -> tuple[Expr, Expr]:
    """Both with ``sqrt(-4)`` as ``sqrt(4)*i``, where one has i and complex numbers are meant; else as they are."""
    if not any(part == _I for side in (a, b) for part in walk(side)):
        return a, b
    return _imaginary(a), _imaginary(b)


def _imaginary(node: Expr) -> Expr:
    parts = children(node)
    built = rebuild(node, tuple(_imaginary(part) for part in parts)) if parts else node  # type: ignore[arg-type]
    if isinstance(built, Call) and built.name == "sqrt" and (value := rational_value(built.args[0])) is not None:
        return Mul(Call("sqrt", (number(-value),)), _I) if value < 0 else built
    assert isinstance(built, Expr)
    return built


def _same_function(a: Expr, b: Expr) -> bool:
    """Whether the difference is zero wherever both are defined, by the methods for one unknown."""
    names = symbols(a) | symbols(b)
    if not names:
        return False
    if _same_by_letters(a, b):
        return True
    if len(names) != 1:
        return False
    from generation.equivalence.methods.solve import same_function  # needed for functions of a variable alone

    try:
        return same_function(a, b, next(iter(names)))
    except (NotExactError, BudgetError):
        return False


def _same_by_letters(a: Expr, b: Expr) -> bool:
    from generation.equivalence.functions import same_function  # needed for functions of variables alone

    try:
        return same_function(a, b)
    except (NotExactError, BudgetError):
        return False


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


def _told_apart(a: Expr, b: Expr) -> Verdict:
    """Different where enclosures at some point are apart; agreement of digits proves nothing."""
    from generation.expression.intervals import apart  # for what exact arithmetic does not reach

    names = sorted(symbols(a) | symbols(b))
    for shift in range(len(SAMPLES) if names else 1):
        point = {name: SAMPLES[(shift + k) % len(SAMPLES)] for k, name in enumerate(names)}
        try:
            if apart(a, b, point):
                return "different"
        except (NotExactError, BudgetError):
            continue
    return "undecided"
