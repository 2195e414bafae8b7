"""Relations in one unknown to the set of real numbers that fulfil them, exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from generation.equivalence.methods.scope import is_special
from generation.equivalence.real import Number, sign
from generation.equivalence.realset import EMPTY, REALS, RealSet, from_marks, points_set
from generation.equivalence.univariate import real_roots, trimmed
from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.exact import Ratio, exact
from generation.expression.polynomial import Polynomial
from generation.expression.tree import (
    And,
    Call,
    Div,
    Expr,
    Logic,
    Node,
    Num,
    Or,
    Pow,
    Relation,
    RelationOp,
    Sub,
    bound,
    children,
    symbols,
    walk,
)

_HOLDS: dict[str, Callable[[int], bool]] = {
    "=": lambda s: s == 0,
    "!=": lambda s: s != 0,
    "<": lambda s: s < 0,
    "<=": lambda s: s <= 0,
    ">": lambda s: s > 0,
    ">=": lambda s: s >= 0,
}


def solution_set(logic: Logic, name: str, within: RealSet = REALS) -> RealSet:
    """The real values of ``name`` for which the relations hold and everything in them is defined.

    ``within`` bounds the unknown where functions of angles need that. Raises NotExactError where other variables occur
    or no method reaches, or BudgetError.
    """
    match logic:
        case And(parts):
            result = REALS
            for part in parts:
                result &= solution_set(part, name, within)
            return result
        case Or(parts):
            result = EMPTY
            for part in parts:
                result |= solution_set(part, name, within)
            return result
        case Relation(op, _, _):
            if needs_method(logic, name):
                from generation.equivalence.methods.solve import solved  # it solves with what is in this file

                return solved(logic, name, within)
            difference = difference_of(logic)
            product = difference.top * difference.bottom  # same sign as the quotient
            held = _sign_set(product, name, op)
            return held - undefined_set(logic, name)


def methods_of(relation: Relation, name: str, within: RealSet = REALS) -> tuple[str, ...]:
    """What shows that a relation with functions of the unknown has no other solutions, in words."""
    from generation.equivalence.methods.solve import solved_with_methods

    return solved_with_methods(relation, name, within)[1]


def needs_method(node: Node, name: str) -> bool:
    """Whether the unknown stands under a function, in an exponent or below a broken power."""
    return any(isinstance(part, Call | Pow) and is_special(part, name) for part in walk(node))


def difference_of(relation: Relation) -> Ratio:
    """Left side less right side."""
    return exact(Sub(relation.left, relation.right))


def holds(op: RelationOp, value: Number) -> bool:
    """Whether ``value op 0``."""
    return _HOLDS[op](sign(value))


def denominators(node: Node) -> Iterator[Expr]:
    """Everything in a tree that must not be zero: what is divided by, and bases of negative or zero powers.

    A limit, an integral or a sum without free letters is one number: what stands in it is for its own evaluation.
    """
    stack: list[Node] = [node]
    while stack:
        part = stack.pop()
        if isinstance(part, Call) and bound(part) is not None and not symbols(part):
            continue
        if isinstance(part, Div):
            yield part.right
        elif isinstance(part, Pow) and not (isinstance(part.exponent, Num) and part.exponent.value > 0):
            yield part.base
        stack.extend(reversed(children(part)))


def undefined_set(node: Node, name: str) -> RealSet:
    """The values of ``name`` at which some division in the tree is by zero."""
    result = EMPTY
    for below in denominators(node):
        result |= points_set(roots_of(exact(below).top, name))
    return result


def roots_of(polynomial: Polynomial, name: str) -> list[Number]:
    """The real zeros of a polynomial in one variable that is not the zero polynomial."""
    if polynomial.is_zero:
        raise UndefinedError("division by zero")
    parts = polynomial.coefficients(name)
    if any(part.unknowns for part in parts):
        raise NotExactError("other variables occur")
    return _roots_from(parts)


def _roots_from(parts: list[Polynomial]) -> list[Number]:
    rational = [part.rational() for part in parts]
    if None not in rational:
        return real_roots(trimmed([c for c in rational if c is not None]))
    if len(parts) > 1 and parts[0].is_zero:
        zero: list[Number] = [Polynomial.constant(0)]
        return zero + _roots_from(parts[1:])
    if len(parts) == 1:
        return []
    from generation.expression.transcendental import divided, proportion  # coefficients that are no rationals are rare

    ratios = [proportion(part, parts[-1]) for part in parts]
    if None not in ratios:
        return real_roots([ratio for ratio in ratios if ratio is not None])
    if len(parts) == 2:
        return [divided(-parts[0], parts[1])]
    if len(parts) == 3:
        return _quadratic(parts)
    raise NotExactError("an equation of third degree or more with roots or π among its coefficients")


def at(polynomial: Polynomial, name: str, value: Number) -> Number:
    """The polynomial with a number put in for a variable, by Horner's rule."""
    total = Polynomial.constant(0)
    for part in reversed(polynomial.coefficients(name)):
        total = total * value + part
    return total


def _sign_set(polynomial: Polynomial, name: str, op: RelationOp) -> RealSet:
    if polynomial.is_zero:
        return REALS if _HOLDS[op](0) else EMPTY
    roots = roots_of(polynomial, name)
    if op in ("=", "!="):
        return points_set(roots) if op == "=" else points_set(roots).complement()
    return from_marks(roots, lambda x: holds(op, at(polynomial, name, x)))


def _quadratic(parts: list[Polynomial]) -> list[Number]:
    """The formula, as far as the root of the discriminant is exact."""
    from generation.expression.algebraic import square_root
    from generation.expression.transcendental import inverse

    c, b, a = parts
    below = inverse(a.scaled(Fraction(2)))
    discriminant = b * b - (a * c).scaled(Fraction(4))
    if sign(discriminant) < 0:
        return []
    root = square_root(discriminant)
    if root.is_zero:
        return [-b * below]
    return [(-b - root) * below, (-b + root) * below]
