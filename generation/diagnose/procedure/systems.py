"""Systems of two linear equations: elimination of either unknown, or substitution."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Literal

from generation.diagnose.procedure.relations import (
    clear_denominators,
    move_terms,
    simplify_sides,
    solve_linear,
)
from generation.diagnose.procedure.step import NotDerivableError, Step
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import (
    And,
    Everything,
    Expr,
    Node,
    Nothing,
    Relation,
    Sub,
    Sym,
    number,
    substitute,
    symbols,
)

Way = Literal["eliminate", "substitute"]


def solve_system(node: Node, unknowns: tuple[str, str], way: Way, target: str) -> Step | None:
    """The next line of a system as And of two equations; ``target`` is the unknown to get rid of first.

    Raises NotDerivableError where it is not two linear equations in the two unknowns.
    """
    if isinstance(node, Nothing | Everything):
        return None
    first, second = equations(node)
    for position, equation in enumerate((first, second)):
        if len(symbols(equation)) < 2:
            if (step := _solve_one(equation)) is not None:
                return _with(step, (first, second), position)
        elif _put_in(equation, (first, second)[1 - position]) is not None:
            continue
        elif (step := _tidy(equation, unknowns, way, target)) is not None:
            return _with(step, (first, second), position)
    return _put_back(first, second) or _combine(first, second, unknowns, way, target)


def equations(node: Node) -> tuple[Relation, Relation]:
    """The two equations. Raises NotDerivableError."""
    if isinstance(node, And) and len(node.parts) == 2:
        first, second = node.parts
        if isinstance(first, Relation) and isinstance(second, Relation) and first.op == second.op == "=":
            return first, second
    raise NotDerivableError("not two equations")


def coefficients(equation: Relation, unknowns: tuple[str, str]) -> tuple[Fraction, Fraction, Fraction]:
    """a, b, c of ax + by = c. Raises NotDerivableError."""
    value = exact(Sub(equation.left, equation.right))
    result = []
    rest = value.top
    for name in unknowns:
        factor = rest.terms.get((1, ((name, 1),)), Fraction(0))
        rest = rest - Polynomial.variable(name).scaled(factor)
        result.append(factor)
    constant = rest.rational()
    if constant is None or value.bottom.variables:
        raise NotDerivableError("not a linear equation in the two unknowns")
    return result[0], result[1], -constant


def standard(a: Fraction, b: Fraction, c: Fraction, unknowns: tuple[str, str]) -> Relation:
    """ax + by = c as a tree."""
    x, y = (Polynomial.variable(name) for name in unknowns)
    return Relation("=", polynomial_tree(x.scaled(a) + y.scaled(b)), number(c))


def _with(step: Step, pair: tuple[Relation, Relation], position: int) -> Step:
    if isinstance(step.node, Nothing):
        return Step(Nothing(), step.reason)
    if isinstance(step.node, Everything):
        raise NotDerivableError("the two equations say the same: there are infinitely many solutions")
    parts = list(pair)
    parts[position] = step.node  # type: ignore[assignment]
    return Step(And(tuple(parts)), step.reason)


def _solve_one(equation: Relation) -> Step | None:
    names = symbols(equation)
    return solve_linear(equation, min(names) if names else "x", clear_first=True)


def _tidy(equation: Relation, unknowns: tuple[str, str], way: Way, target: str) -> Step | None:
    """An equation in both unknowns towards ax + by = c, or ``target = …`` for substitution."""
    if (step := clear_denominators(equation) or simplify_sides(equation)) is not None:
        return step
    if way == "substitute" and _is_solved_for(equation, target):
        return None
    coefficients(equation, unknowns)
    return move_terms(equation, set(unknowns))


def _is_solved_for(equation: Relation, name: str) -> bool:
    return equation.left == Sym(name) and name not in symbols(equation.right)


def _put_in(equation: Relation, other: Relation) -> Relation | None:
    """The equation with the other's solved unknown replaced by its number, where this is possible."""
    if isinstance(other.left, Sym) and not symbols(other.right) and other.left.name in symbols(equation):
        return _replaced(equation, other.left.name, other.right)
    return None


def _replaced(equation: Relation, name: str, value: Expr) -> Relation:
    new = substitute(equation, {name: value})
    if not isinstance(new, Relation):
        raise AssertionError(new)
    return new


def _put_back(first: Relation, second: Relation) -> Step | None:
    if (new := _put_in(second, first)) is not None:
        return Step(And((first, new)), "substitute-value")
    if (new := _put_in(first, second)) is not None:
        return Step(And((new, second)), "substitute-value")
    return None


def _combine(first: Relation, second: Relation, unknowns: tuple[str, str], way: Way, target: str) -> Step | None:
    if len(symbols(first)) < 2 and len(symbols(second)) < 2:
        if symbols(first) == symbols(second):
            raise NotDerivableError("both equations are about the same unknown")
        return None
    if way == "substitute":
        return _substitute_expression(first, second, unknowns, target)
    return _eliminate(first, second, unknowns, target)


def _substitute_expression(first: Relation, second: Relation, unknowns: tuple[str, str], target: str) -> Step:
    for one, other in ((first, second), (second, first)):
        if _is_solved_for(one, target):
            new = _replaced(other, target, one.right)
            return Step(And((new, one)), "substitute-expression")
    index = unknowns.index(target)
    for position, equation in enumerate((first, second)):
        a, b, c = coefficients(equation, unknowns)
        if abs((a, b)[index]) == 1:
            own, other_factor = (a, b)[index], (a, b)[1 - index]
            other_name = unknowns[1 - index]
            rest = Polynomial.variable(other_name).scaled(-other_factor / own) + Polynomial.constant(c / own)
            pair = [first, second]
            pair[position] = Relation("=", Sym(target), polynomial_tree(rest))
            return Step(And(tuple(pair)), "solve-for-unknown")
    raise NotDerivableError("no coefficient of 1 to solve for")


def _eliminate(first: Relation, second: Relation, unknowns: tuple[str, str], target: str) -> Step:
    index = unknowns.index(target)
    rows = coefficients(first, unknowns), coefficients(second, unknowns)
    own = [row[index] for row in rows]
    if not own[0] or not own[1]:
        raise NotDerivableError("the unknown to eliminate is missing from an equation")
    if abs(own[0]) != abs(own[1]):
        if any(value.denominator != 1 for value in own):
            raise NotDerivableError("fractions are left among the coefficients")
        common = lcm(int(own[0]), int(own[1]))
        scaled = [
            standard(a * k, b * k, c * k, unknowns)
            for (a, b, c), k in zip(rows, (Fraction(common) / abs(own[0]), Fraction(common) / abs(own[1])), strict=True)
        ]
        return Step(And((scaled[0], scaled[1])), "scale-equations")
    sign = -1 if own[0] == own[1] else 1
    a, b, c = (p + sign * q for p, q in zip(*rows, strict=True))
    new = standard(a, b, c, unknowns)
    return Step(And((new, first)), "subtract-equations" if sign < 0 else "add-equations")
