"""Models of graphs: a function, and the points that are known to lie on it."""

from __future__ import annotations

from fractions import Fraction

from generation.expression.exact import exact
from generation.expression.tree import Relation
from generation.problem import Ask, Model
from generation.symbolic.told import UnfitError


def through(function: str, *points: tuple[object, object], of: str = "a + b", given: tuple[str, ...] = ()) -> Model:
    """What is the value of an expression in the constants of a function through these points?"""
    letters = [name for name in "abck" if name in function.replace("abs", "") or name in of]
    return Model(
        Ask("value", of=of),
        dict.fromkeys(["x", *letters], "real"),
        given=(*(f"f({p}) = {q}" for p, q in points), *given),
        define={"f(x)": function},
    )


def line_coefficients(equation: Relation) -> tuple[Fraction, Fraction, Fraction]:
    """p, q, r of px + qy + r = 0. Raises UnfitError where an equation is no line across both axes."""
    left, right = (exact(side).polynomial() for side in (equation.left, equation.right))
    if left is None or right is None or equation.op != "=":
        raise UnfitError("a linear equation")
    difference = left - right
    if difference.variables != {"x", "y"} or difference.total_degree() != 1:
        raise UnfitError("a linear equation in x and y")
    found = {monomial[0][0] if monomial else "": c for (_, monomial), c in difference.terms.items()}
    return found["x"], found["y"], found.get("", Fraction(0))
