"""Calls with a bound variable (sums, products, derivatives, integrals, limits), each to what computes it."""

from __future__ import annotations

from collections.abc import Callable

from generation.expression.calculus import diff_value
from generation.expression.errors import NotExactError
from generation.expression.exact import Ratio
from generation.expression.integrals import definite_integral
from generation.expression.limits import limit_value
from generation.expression.sums import product_value, sum_value
from generation.expression.tree import Expr

_VALUES: dict[tuple[str, int], Callable[[tuple[Expr, ...]], Ratio]] = {
    ("sum", 4): sum_value,
    ("product", 4): product_value,
    ("diff", 2): diff_value,
    ("diff", 3): diff_value,
    ("integrate", 4): definite_integral,
    ("limit", 3): limit_value,
    ("limit", 4): limit_value,
}


def bound_value(name: str, args: tuple[Expr, ...]) -> Ratio:
    """The exact value of a call with a bound variable. Raises NotExactError, UndefinedError or BudgetError."""
    computed = _VALUES.get((name, len(args)))
    if computed is None:
        raise NotExactError(f"{name} with {len(args)} arguments has no single value")
    return computed(args)
