"""Values that are no numbers: matrices, infinite limits, and indefinite integrals with their constant."""

from __future__ import annotations

from generation.equivalence.values import compare_values
from generation.expression.derivatives import derivative_tree
from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.limits import Infinite, limit_of
from generation.expression.matrices import has_matrix, matrix_tree, matrix_value, same_matrix
from generation.expression.render import infix
from generation.expression.tree import Call, Const, Expr, Neg, Sym, symbols
from generation.verify.crosscheck import POINTS, disagreement
from generation.verify.kinds.kind import Finding, failed, passed, undecided

_INFINITE = {Const("oo"): 1, Neg(Const("oo")): -1}


def object_equal(of: Expr, claimed: Expr) -> Finding | None:
    """Whether a key is right for a question with such a value; None where the question is about a plain value."""
    if isinstance(of, Call) and of.name == "integrate" and len(of.args) == 2:
        return _antiderivative(of, claimed)
    if isinstance(of, Call) and of.name == "limit":
        return _limit(of, claimed)
    if has_matrix(of) or has_matrix(claimed):
        return _matrix(of, claimed)
    return None


def is_object(of: Expr) -> bool:
    """Whether the value is no number or function, so that lines of a solution are judged as keys are."""
    indefinite = isinstance(of, Call) and of.name == "integrate" and len(of.args) == 2
    return indefinite or has_matrix(of)


def _antiderivative(of: Call, claimed: Expr) -> Finding:
    """The key's derivative is the function, and one letter is added to it that stands for any constant."""
    body, variable = of.args
    if not isinstance(variable, Sym):
        raise NotExactError("an integral without a variable")
    slope = derivative_tree(claimed, variable.name)
    same = compare_values(slope, body)
    if same == "undecided":
        raise NotExactError("a derivative that is not compared with the function")
    if same == "different":
        return failed(f"the derivative of '{infix(claimed)}' is not '{infix(body)}'")
    if (where := disagreement(slope, body)) is not None:
        return undecided(f"equal exactly, but not to 50 digits at {where}")
    if not _defined_alike(claimed, body):
        raise NotExactError("an antiderivative that is not defined wherever the function is")
    letters = sorted(symbols(claimed) - symbols(body) - {variable.name})
    if not any(_is_constant_of_integration(claimed, letter) for letter in letters):
        return failed(f"'{infix(claimed)}' is one antiderivative; the constant of integration is missing")
    return passed(f"the derivative of '{infix(claimed)}' is '{infix(body)}', with any constant")


def _defined_alike(claimed: Expr, body: Expr) -> bool:
    """Whether the key has a value wherever the function has one, at points on both sides of zero: ``ln|x|``."""
    from generation.expression.numeric import value_at  # mpmath takes 0.1 s to import

    names = symbols(claimed) | symbols(body)
    places = [dict.fromkeys(names, point) for point in POINTS]
    return all(value_at(claimed, place) is not None for place in places if value_at(body, place) is not None)


def _is_constant_of_integration(claimed: Expr, letter: str) -> bool:
    """Whether the derivative by the letter is a number other than zero, so that it makes any constant."""
    value = exact(derivative_tree(claimed, letter)).polynomial()
    return value is not None and not value.is_zero and not value.unknowns


def _limit(of: Call, claimed: Expr) -> Finding | None:
    """An infinite limit against oo or -oo; finite ones are plain values."""
    try:
        found = limit_of(of.args)
    except UndefinedError as error:
        return failed(f"'{infix(of)}' has no value: {error}")
    if isinstance(found, Infinite):
        shown = "oo" if found.sign > 0 else "-oo"
        if _INFINITE.get(claimed) == found.sign:
            return passed(f"'{infix(of)}' is {shown}")
        return failed(f"'{infix(of)}' is {shown}, not '{infix(claimed)}'")
    if claimed in _INFINITE:
        return failed(f"'{infix(of)}' is finite")
    return None


def _matrix(of: Expr, claimed: Expr) -> Finding:
    try:
        value = matrix_value(of)
    except UndefinedError as error:
        return failed(f"'{infix(of)}' is undefined: {error}")
    if not has_matrix(claimed):
        return failed(f"the value is a matrix, not '{infix(claimed)}'")
    try:
        same = same_matrix(value, matrix_value(claimed))
    except UndefinedError as error:
        return failed(f"'{infix(claimed)}' is undefined: {error}")
    if not same:
        return failed(f"the value is '{infix(matrix_tree(value))}', not '{infix(claimed)}'")
    return passed(f"every entry of '{infix(claimed)}' is right")
