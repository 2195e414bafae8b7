"""Rational functions of one variable and their derivatives, exactly and without a CAS.

A letter other than the variable is a constant. Of other functions the derivative at a number is the value of
:func:`generation.expression.derivatives.derivative_tree` there.
"""

from __future__ import annotations

from fractions import Fraction

from generation.expression.derivatives import derivative_tree
from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.exact import ONE, Ratio, exact, quotient, rational_value
from generation.expression.polynomial import Key, Polynomial
from generation.expression.tree import (
    BINDERS,
    Add,
    Call,
    Div,
    Expr,
    Mul,
    Neg,
    Percent,
    Pow,
    Sub,
    Sym,
    children,
    substitute,
    symbols,
)

MAX_DEGREE = 100


def rational_in(expr: Expr, name: str) -> bool:
    """Whether an expression is built from a variable by the four operations and powers with whole exponents."""
    if name not in symbols(expr):
        return True
    match expr:
        case Sym():
            return True
        case Neg(arg) | Percent(arg):
            return rational_in(arg, name)
        case Add(left, right) | Sub(left, right) | Mul(left, right) | Div(left, right):
            return rational_in(left, name) and rational_in(right, name)
        case Pow(base, exponent):
            power = None if name in symbols(exponent) else rational_value(exponent)
            return power is not None and power.denominator == 1 and rational_in(base, name)
        case Call(called, args) if called in BINDERS:
            return all(rational_in(arg, name) for arg in args)
        case _:
            return False


def put_in(expr: Expr, name: str, value: Expr) -> Expr:
    """The expression with another for one variable."""
    tree = substitute(expr, {name: value})
    assert isinstance(tree, Expr)
    return tree


def rational_function(expr: Expr, name: str) -> Ratio:
    """The exact value of a rational function of one variable. Raises NotExactError for other functions of it."""
    if not rational_in(expr, name):
        raise NotExactError(f"no rational function of {name}")
    ratio = exact(expr)
    if max(ratio.top.degree(name), ratio.bottom.degree(name)) > MAX_DEGREE:
        raise BudgetError(f"a degree above {MAX_DEGREE}")
    return ratio


def composed(polynomial: Polynomial, name: str, value: Ratio) -> Ratio:
    """The polynomial with a quotient put in for a variable, by Horner's rule."""
    top, power, last = Polynomial.constant(0), ONE, ONE
    for part in reversed(polynomial.coefficients(name)):
        top, last = top * value.top + part * power, power
        power = power * value.bottom
    return quotient(top, last)


# -- derivatives -----------------------------------------------------------------------------------------------


def diff_value(args: tuple[Expr, ...]) -> Ratio:
    """``diff(f, x)``, or ``diff(f, x, a)`` where f is defined at a. Raises UndefinedError where it is not."""
    body, name = args[0], variable(args[1])
    if not rational_in(body, name) and len(args) == 3:
        return _by_rules(body, name, args[2])
    ratio = derivative(rational_function(body, name), name)
    if len(args) == 2:
        return ratio
    exact(put_in(body, name, args[2]))  # a gap of the function, though one that cancels, has no derivative
    return value_at(ratio, name, exact(args[2]))


def _by_rules(body: Expr, name: str, point: Expr) -> Ratio:
    exact(put_in(body, name, point))
    try:
        return exact(put_in(derivative_tree(body, name), name, point))
    except UndefinedError as error:
        raise NotExactError("a derivative at a place where the rule for it is undefined") from error


def variable(expr: Expr) -> str:
    """The name of a bound variable. Raises NotExactError where something else stands in its place."""
    if not isinstance(expr, Sym):
        raise NotExactError("a variable is expected as the second argument")
    return expr.name


def derivative(ratio: Ratio, name: str) -> Ratio:
    """The derivative of a rational function, by the rule for quotients."""
    top = polynomial_derivative(ratio.top, name)
    if name not in ratio.bottom.variables:
        return quotient(top, ratio.bottom)
    bottom = polynomial_derivative(ratio.bottom, name)
    return quotient(top * ratio.bottom - ratio.top * bottom, ratio.bottom * ratio.bottom)


def polynomial_derivative(polynomial: Polynomial, name: str) -> Polynomial:
    """Term by term."""
    terms: dict[Key, Fraction] = {}
    for (root, monomial), coefficient in polynomial.terms.items():
        if exponent := dict(monomial).get(name, 0):
            lowered = tuple((n, e - (n == name)) for n, e in monomial if n != name or e > 1)
            terms[(root, lowered)] = coefficient * exponent
    return Polynomial(terms)


def value_at(ratio: Ratio, name: str, value: Ratio) -> Ratio:
    """A rational function with a value put in for its variable. Raises UndefinedError at a zero of the denominator."""
    top, bottom = composed(ratio.top, name, value), composed(ratio.bottom, name, value)
    if bottom.top.is_zero:
        raise UndefinedError("division by zero")
    return quotient(top.top * bottom.bottom, top.bottom * bottom.top)


# -- where a function may be undefined --------------------------------------------------------------------------


def denominators(expr: Expr) -> list[Expr]:
    """What an expression divides by, wherever in it: below fraction bars and under exponents that are not natural."""
    found: list[Expr] = []
    stack: list[Expr] = [expr]
    while stack:
        part = stack.pop()
        if isinstance(part, Div):
            found.append(part.right)
        elif isinstance(part, Pow) and not ((power := rational_value(part.exponent)) is not None and power > 0):
            found.append(part.base)
        stack.extend(child for child in children(part) if isinstance(child, Expr))
    return found
