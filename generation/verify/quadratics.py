"""Extrema of quadratic expressions in several real unknowns, and of linear ones on a curve of second degree."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from generation.equivalence.real import Number, sign
from generation.equivalence.realset import RealSet
from generation.equivalence.relations import difference_of, solution_set
from generation.equivalence.univariate import quadratic_roots
from generation.expression.errors import NotExactError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.ratios import divided, rational
from generation.expression.render import infix
from generation.expression.tree import Expr, Logic, Num, Relation
from generation.verify.ranges import interval
from generation.verify.systems import substituted

_ZERO = Polynomial.constant(0)


def best_of_quadratic(of: Expr, names: Sequence[str], direction: int, evidence: list[str]) -> Number | None:
    """By completing squares, one unknown after the other; None where the values have no bound.

    Raises NotExactError for expressions that are not quadratic.
    """
    value = exact(of).polynomial()
    if value is None or value.total_degree() > 2 or not value.is_real:
        raise NotExactError("an expression of several unknowns that is not quadratic")
    rest = value
    for name in (*names, *names):  # a square may come up only when another is completed
        parts = [*rest.coefficients(name), _ZERO, _ZERO][:3]
        constant, slope, square = parts
        if square.is_zero:
            continue
        if sign(square) == direction:
            evidence.append(f"the square of {name} grows without bound")
            return None
        lost = exact(polynomial_tree(slope * slope))
        quotient = divided(lost, rational(4)).top * divided(rational(1), exact(polynomial_tree(square))).top
        rest = constant - quotient
        evidence.append(f"a square with {name} completed, the rest is {infix(polynomial_tree(rest))}")
    if not rest.unknowns:
        return rest
    if any(len(rest.coefficients(name)) == 3 for name in rest.unknowns):
        raise NotExactError("a quadratic expression whose squares are not completed")
    evidence.append(f"{infix(polynomial_tree(rest))} is linear in every unknown and takes every value")
    return None


def values_on_a_curve(of: Expr, given: Sequence[Logic], names: Sequence[str], evidence: list[str]) -> RealSet:
    """The values k of a linear expression of two unknowns on a curve of second degree.

    The line of = k meets the curve exactly where a quadratic equation in one unknown has a real solution.
    """
    relation = given[0]
    if len(given) != 1 or len(names) != 2 or not isinstance(relation, Relation) or relation.op != "=":
        raise NotExactError("an extremum under conditions of this sort")
    line, curve = exact(of).polynomial(), difference_of(relation).polynomial()
    if line is not None and curve is not None and line.total_degree() == 2:
        return _form_on_ellipse(line, curve, names, evidence)
    if line is None or curve is None or line.total_degree() > 1 or curve.total_degree() > 2:
        raise NotExactError("an extremum of an expression that is not linear")
    gone, kept = names if names[0] in line.unknowns else tuple(reversed(names))
    parts = line.coefficients(gone)
    letter = "k" if "k" not in names else "m"
    over = divided(rational(1), exact(polynomial_tree(parts[1]))).top
    value = (Polynomial.variable(letter) - parts[0]) * over
    equation = substituted(curve, gone, value)
    c, b, a = [*equation.coefficients(kept), _ZERO, _ZERO][:3]
    if a.unknowns or a.is_zero:
        raise NotExactError("a curve that a line may meet at infinity")
    discriminant = polynomial_tree(b * b - (a * c).scaled(Fraction(4)))
    evidence.append(f"{infix(of)} = {letter} meets {infix(relation)} where {infix(discriminant)} >= 0")
    return solution_set(Relation(">=", discriminant, Num(Fraction(0))), letter)


def _form_on_ellipse(form: Polynomial, curve: Polynomial, names: Sequence[str], evidence: list[str]) -> RealSet:
    """The values of a quadratic form on an ellipse round the origin: between the two λ for which F - λG is singular."""
    f, g = _form(form, names), _form(curve, names)
    size = -curve.terms.get((1, ()), Fraction(0))
    if f is None or g is None or (1, ()) in form.terms or not size:
        raise NotExactError("an extremum under conditions of this sort")
    g = [c / size for c in g]
    determinant = g[0] * g[2] - g[1] * g[1] / 4
    if g[0] <= 0 or determinant <= 0:
        raise NotExactError("a curve that is no ellipse")
    middle = -(f[0] * g[2] + f[2] * g[0] - f[1] * g[1] / 2)
    ends = quadratic_roots([f[0] * f[2] - f[1] * f[1] / 4, middle, determinant])
    evidence.append(f"between {' and '.join(infix(polynomial_tree(end)) for end in ends)}, where a double meeting is")
    return interval(ends[0], ends[-1], with_low=True, with_high=True)


def _form(polynomial: Polynomial, names: Sequence[str]) -> list[Fraction] | None:
    """Factors of x², xy and y²; None where other terms than a constant occur."""
    x, y = sorted(names)
    keys = [(1, ((x, 2),)), (1, ((x, 1), (y, 1))), (1, ((y, 2),))]
    if polynomial.terms.keys() - {*keys, (1, ())}:
        return None
    return [polynomial.terms.get(key, Fraction(0)) for key in keys]
