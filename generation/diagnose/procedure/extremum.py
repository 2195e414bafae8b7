"""The largest or smallest value of a quadratic: first as a square and a rest, then the rest."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from generation.diagnose.procedure.equations import polynomial_of
from generation.diagnose.procedure.evaluation import next_value_line
from generation.diagnose.procedure.numbers import Next
from generation.expression.errors import NotExactError
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Add, Expr, Mul, Neg, Num, Pow, Sub, Sym, integer, number, symbols

UNBOUNDED = ("real", "rational")
_TWO = Num(Fraction(2))


def next_extremum_line(expr: Expr, sense: str, domains: Mapping[str, str]) -> Next | None:
    """The line after a quadratic in one letter over all real numbers. Raises NotExactError for anything else."""
    names = symbols(expr)
    if not names:
        return next_value_line(expr)
    if len(names) > 1 or domains.get(next(iter(names)), "real") not in UNBOUNDED:
        raise NotExactError("only quadratics over all real numbers")
    name = next(iter(names))
    if (rest := vertex_value(expr)) is not None:
        return rest, "vertex-value"
    c = polynomial_of(expr).rational_coefficients(name)
    if c is None or len(c) != 3 or (c[2] > 0) != (sense == "min"):
        raise NotExactError("no such value")
    return vertex_form(name, c), "complete-square"


def vertex_form(name: str, c: list[Fraction]) -> Expr:
    """``a(x - p)^2 + q`` of the coefficients c + bx + ax^2."""
    p = -c[1] / (2 * c[2])
    q = c[0] - c[1] * c[1] / (4 * c[2])
    inner = polynomial_tree(Polynomial.variable(name) - Polynomial.constant(p))
    square = Pow(inner, _TWO)
    lead: Expr = square if c[2] == 1 else Neg(square) if c[2] == -1 else Mul(number(c[2]), square, implicit=True)
    if q == 0:
        return Add(lead, integer(0))
    return Add(lead, number(q)) if q > 0 else Sub(lead, number(-q))


def vertex_value(expr: Expr) -> Expr | None:
    """q of an expression written ``a(x - p)^2 + q``, else None."""
    match expr:
        case Add(square, value) if _is_square(square) and not symbols(value):
            return value
        case Sub(square, value) if _is_square(square) and not symbols(value):
            return Neg(value)
        case _:
            return None


def _is_square(expr: Expr) -> bool:
    match expr:
        case Pow(base, Num(exponent)):
            return exponent == 2 and polynomial_of(base).total_degree() == 1
        case Neg(arg):
            return _is_square(arg)
        case Mul(factor, power):
            return not symbols(factor) and _is_square(power)
        case Sym():
            return False
        case _:
            return False
