"""Which method an expression calls for."""

from __future__ import annotations

from generation.equivalence.methods.exponentials import base_and_exponent, exponential_signs
from generation.equivalence.methods.logarithms import argument_and_base, logarithm_signs
from generation.equivalence.methods.periodic import angle_of, periodic_signs
from generation.equivalence.methods.piecewise import piecewise_signs, split_case
from generation.equivalence.methods.radicals import radical_signs, root_and_power
from generation.equivalence.methods.scope import Scope, specials
from generation.equivalence.methods.signs import Signs, constant_signs, polynomial_signs
from generation.expression.enclosure import sign
from generation.expression.errors import NotExactError
from generation.expression.exact import exact, rational_value
from generation.expression.tree import Add, Div, Expr, Mul, Neg, Pow, Sub, symbols


def signs_of(expr: Expr, scope: Scope) -> Signs:
    """The signs of an expression in one unknown, right wherever it is defined.

    Raises NotExactError where no method reaches, or BudgetError.
    """
    if scope.name not in symbols(expr):
        return _of_number(expr)
    atoms = specials(expr, scope.name)
    if not atoms:
        ratio = exact(expr)
        return polynomial_signs(ratio.top * ratio.bottom, scope.name)
    if (factored := _by_factors(expr, scope)) is not None:
        return factored
    if (case := split_case(expr, scope)) is not None:
        return piecewise_signs(expr, case, scope, signs_of)
    if all(root_and_power(atom) for atom in atoms):
        return radical_signs(expr, atoms, scope, signs_of)
    if all(base_and_exponent(atom, scope.name) for atom in atoms):
        return exponential_signs(expr, atoms, scope, signs_of)
    if all(argument_and_base(atom) for atom in atoms):
        return logarithm_signs(expr, atoms, scope, signs_of)
    if all(angle_of(atom) is not None for atom in atoms):
        return periodic_signs(expr, atoms, scope)
    raise NotExactError("functions of the unknown that are not solved together")


def _of_number(expr: Expr) -> Signs:
    value = exact(expr).polynomial()
    if value is None or value.unknowns:
        raise NotExactError("other variables occur")
    return constant_signs(sign(value))


def _by_factors(expr: Expr, scope: Scope) -> Signs | None:
    """Products, quotients and powers by the signs of their parts; None for sums and functions."""
    match expr:
        case Neg(arg):
            return -signs_of(arg, scope)
        case Mul(left, right):
            return signs_of(left, scope) * signs_of(right, scope)
        case Div(left, right):
            below = signs_of(right, scope)
            return (signs_of(left, scope) * below).inside(below.zero.complement())
        case Sub(left, right) | Add(left, right) if rational_value(right) == 0:
            return signs_of(left, scope)
        case Sub(left, right) if rational_value(left) == 0:
            return -signs_of(right, scope)
        case Pow(base, exponent) if (n := rational_value(exponent)) is not None and n.denominator == 1 and n != 0:
            signs = signs_of(base, scope)
            if n < 0:
                signs = signs.inside(signs.zero.complement())
            return signs if n % 2 else signs * signs
    return None
