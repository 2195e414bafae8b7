"""Calls with a bound variable (sums, products, derivatives, integrals, limits), each to what computes it."""

from __future__ import annotations

from collections.abc import Callable

from generation.expression.calculus import denominators, diff_value, put_in, rational_in
from generation.expression.closed_sums import closed_sum
from generation.expression.derivatives import derivative_tree
from generation.expression.errors import NotExactError
from generation.expression.exact import Ratio, exact
from generation.expression.integrals import definite_integral
from generation.expression.limits import limit_value
from generation.expression.normal import ratio_tree
from generation.expression.sums import product_value, sum_value
from generation.expression.tree import BINDERS, Call, Expr, Sym, children, rebuild, symbols

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


def written_out(call: Call) -> Expr:
    """A call with a bound variable as an expression without one, defined where the call is.

    Raises NotExactError where there is none that is sure to be.
    """
    name, args = call.name, call.args
    if name == "diff" and isinstance(args[1], Sym):
        slope = derivative_tree(args[0], args[1].name)
        return slope if len(args) == 2 else put_in(slope, args[1].name, args[2])
    if name in ("integrate", "sum") and len(args) == 4 and isinstance(args[1], Sym):
        if name == "sum" and not rational_in(args[0], args[1].name) and symbols(args[3]):
            return closed_sum(args[0], args[1].name, args[2], args[3])
        if not any(symbols(below) for arg in args for below in denominators(arg)):
            return ratio_tree(exact(call))
    elif not symbols(call):
        return ratio_tree(exact(call))
    raise NotExactError(f"{name} in a relation")


def without_bound(node: Expr) -> Expr:
    """An expression with every call with a bound variable written out. Raises NotExactError where one is not."""
    parts = tuple(without_bound(part) if isinstance(part, Expr) else part for part in children(node))
    tree = rebuild(node, parts) if parts else node
    assert isinstance(tree, Expr)
    return written_out(tree) if isinstance(tree, Call) and tree.name in BINDERS else tree
