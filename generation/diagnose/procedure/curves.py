"""Equations of lines and curves: ``y - 3 = 2(x - 1)`` and ``4x + 2y = 6`` brought to what y is."""

from __future__ import annotations

from fractions import Fraction

from generation.diagnose.procedure.numbers import Next
from generation.diagnose.procedure.polynomials import next_polynomial_line
from generation.expression.errors import NotExactError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Add, Expr, Logic, Mul, Node, Relation, Sub, Sym, number, symbols


def is_curve(node: Node, name: str) -> bool:
    """Whether a relation says what one letter is by others."""
    return isinstance(node, Logic) and bool(symbols(node) - {name}) and name in symbols(node)


def next_curve_line(node: Node, name: str) -> Next | None:
    """The next line on the way to ``name = …``. Raises NotExactError where no such way is known here."""
    match node:
        case Relation("=", Sym(letter) as y, right) if letter == name and name not in symbols(right):
            found = next_polynomial_line(right)
            if found is None or not isinstance(found[0], Expr):
                return None
            return Relation("=", y, found[0]), found[1]
        case Relation("=", Sub(Sym(letter) as y, rest), right) if letter == name and not symbols(rest):
            return Relation("=", y, Add(right, rest)), "move-terms"
        case Relation("=", Add(Sym(letter) as y, rest), right) if letter == name and not symbols(rest):
            return Relation("=", y, Sub(right, rest)), "move-terms"
        case Relation("=", left, right):
            return _collected(left, right, name)
        case _:
            raise NotExactError("a relation that is not solved for a letter here")


def _collected(left: Expr, right: Expr, name: str) -> Next:
    """``4x + 2y = 6`` is ``2y = -4x + 6``, and that ``y = -2x + 3``."""
    difference = _polynomial(left) - _polynomial(right)
    coefficients = difference.coefficients(name)
    factor = coefficients[1].rational() if len(coefficients) == 2 else None
    if not factor:
        raise NotExactError("an equation that is not solved for a letter here")
    rest = coefficients[0].scaled(Fraction(-1))
    y = Sym(name)
    if factor != 1 and name not in symbols(right) and _alone(left, name):
        return Relation("=", y, polynomial_tree(rest.scaled(1 / factor))), "divide"
    side = y if factor == 1 else Mul(number(factor), y, implicit=True)
    return Relation("=", side, polynomial_tree(rest)), "move-terms"


def _alone(left: Expr, name: str) -> bool:
    return symbols(left) == {name} and _polynomial(left).coefficients(name)[0].rational() == 0


def _polynomial(expr: Expr) -> Polynomial:
    found = exact(expr).polynomial()
    if found is None:
        raise NotExactError("no polynomial")
    return found
