"""Absolute values, the larger and the smaller of two: solved case by case."""

from __future__ import annotations

from collections.abc import Callable

from generation.equivalence.methods.scope import Scope, replaced
from generation.equivalence.methods.signs import Signs
from generation.expression.tree import Call, Expr, Neg, Sub, symbols, walk

Solve = Callable[[Expr, Scope], Signs]


def split_case(expr: Expr, scope: Scope) -> tuple[Expr, Expr, Expr, Expr] | None:
    """A part that has two cases: the part, what decides by its sign, the part from zero on, the part below."""
    for part in reversed(list(walk(expr))):
        if not isinstance(part, Call) or scope.name not in symbols(part):
            continue
        match part:
            case Call("abs", (arg,)):
                return part, arg, arg, Neg(arg)
            case Call("max", (a, b, *rest)):
                return part, Sub(a, b), _rest("max", a, rest), _rest("max", b, rest)
            case Call("min", (a, b, *rest)):
                return part, Sub(a, b), _rest("min", b, rest), _rest("min", a, rest)
    return None


def _rest(name: str, first: Expr, rest: list[Expr]) -> Expr:
    return Call(name, (first, *rest)) if rest else first


def piecewise_signs(expr: Expr, case: tuple[Expr, Expr, Expr, Expr], scope: Scope, solve: Solve) -> Signs:
    """The signs of the expression in each of the two cases."""
    part, decides, high, low = case
    scope.uses("cases of what stands between bars")
    scope.split()
    sides = solve(decides, scope)
    above = solve(replaced(expr, {part: high}), scope).inside(sides.where(">="))
    return above.joined(solve(replaced(expr, {part: low}), scope).inside(sides.below))
