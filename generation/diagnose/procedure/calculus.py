"""Limits and antiderivatives, which have no value that arithmetic gives."""

from __future__ import annotations

from fractions import Fraction

from generation.diagnose.procedure.equations import polynomial_of
from generation.diagnose.procedure.numbers import Next
from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Add, Call, Const, Div, Expr, Node, Num, Sym, children, rebuild, substitute

CONSTANT = Sym("C")
"""The constant of integration."""


def next_calculus_line(expr: Expr) -> Next | None:
    """The line in which the first limit or antiderivative is worked out; None where there is none."""
    match expr:
        case Call("limit", (body, Sym(name), point, *_)):
            return _limit(body, name, point)
        case Call("integrate", (body, Sym(name))):
            return Add(antiderivative(body, name), CONSTANT), "integrate"
    parts = children(expr)
    for position, part in enumerate(parts):
        if isinstance(part, Expr) and (found := next_calculus_line(part)) is not None:
            return rebuild(expr, (*parts[:position], found[0], *parts[position + 1 :])), found[1]
    return None


def antiderivative(body: Expr, name: str) -> Expr:
    """The antiderivative of a polynomial, without a constant. Raises NotExactError."""
    total = Polynomial({})
    for power, coefficient in enumerate(polynomial_of(body).coefficients(name)):
        term = Polynomial.variable(name).power(power + 1).scaled(Fraction(1, power + 1))
        total = total + coefficient * term
    return polynomial_tree(total)


def _limit(body: Expr, name: str, point: Expr) -> Next:
    if isinstance(point, Const):
        return _at_infinity(body, name), "leading-terms"
    try:
        put = substitute(body, {name: point})
        exact(put)
        return put, "substitute"
    except UndefinedError:
        cancelled = _cancelled(body, name, point)
        return Call("limit", (cancelled, Sym(name), point)), "cancel-zero"


def _cancelled(body: Expr, name: str, point: Expr) -> Expr:
    """A quotient of polynomials with the factor that is zero at the point cancelled once."""
    value = exact(body)
    at = exact(point).rational()
    top, bottom = value.top.rational_coefficients(name), value.bottom.rational_coefficients(name)
    if at is None or top is None or bottom is None:
        raise NotExactError("a limit that is not worked out here")
    (upper, rest_above), (lower, rest_below) = _divided(top, at), _divided(bottom, at)
    if rest_above or rest_below:
        raise NotExactError("no limit")
    above, below = (polynomial_tree(_polynomial(c, name)) for c in (upper, lower))
    return above if below == Num(Fraction(1)) else Div(above, below)


def _divided(c: list[Fraction], at: Fraction) -> tuple[list[Fraction], Fraction]:
    """Quotient (constant first) and remainder on division by x - at."""
    result: list[Fraction] = []
    carry = Fraction(0)
    for value in reversed(c):
        carry = value + carry * at
        result.append(carry)
    return list(reversed(result[:-1])), carry


def _polynomial(c: list[Fraction], name: str) -> Polynomial:
    return Polynomial({(1, ((name, k),) if k else ()): v for k, v in enumerate(c) if v})


def _at_infinity(body: Expr, name: str) -> Node:
    value = exact(body)
    top, bottom = value.top.rational_coefficients(name), value.bottom.rational_coefficients(name)
    if top is None or bottom is None or len(top) > len(bottom):
        raise NotExactError("no limit")
    if len(top) < len(bottom):
        return Num(Fraction(0))
    return polynomial_tree(Polynomial.constant(top[-1] / bottom[-1]))
