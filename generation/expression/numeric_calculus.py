"""Numerical values of calls with a bound variable: difference quotients, quadrature, and adding up one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generation.expression.tree import BINDERS, Call, Sym, walk

Value = Callable[[Any, dict[str, Any]], Any]
MAX_TERMS = 1_000
MAX_NESTED = 2
"""Derivatives inside a derivative; nothing else is computed one inside the other."""


class NotComputedError(ArithmeticError):
    """No value, or none that is known to enough digits."""


def bound_value(call: Call, point: dict[str, Any], value: Value, context: Any, digits: int) -> Any:
    """The value at a point, by mpmath in a context; ``value`` computes trees. Raises ArithmeticError."""
    variable = call.args[1]
    if call.name not in _METHODS or not isinstance(variable, Sym):
        raise NotComputedError(call.name)
    body, name = call.args[0], variable.name
    inside = [part.name for part in walk(body) if isinstance(part, Call) and part.name in BINDERS]
    if inside and (call.name != "diff" or set(inside) != {"diff"} or len(inside) > MAX_NESTED):
        raise NotComputedError("one inside the other")

    def function(x: Any) -> Any:
        return value(body, {**point, name: x})

    ends = [value(end, point) for end in call.args[2:]] or [value(variable, point)]
    return _METHODS[call.name](function, ends, context, digits)


def _derivative(function: Callable[[Any], Any], ends: list[Any], context: Any, _: int) -> Any:
    return context.diff(function, ends[0])


def _integral(function: Callable[[Any], Any], ends: list[Any], context: Any, digits: int) -> Any:
    """Refused where the error may be seen, as with corners and poles."""
    if len(ends) != 2:
        raise NotComputedError("no single value")
    found, error = context.quad(function, ends, error=True)
    if error > context.mpf(10) ** -(digits + 2):
        raise NotComputedError("not known to enough digits")
    return found


def _sum(function: Callable[[Any], Any], ends: list[Any], context: Any, _: int) -> Any:
    return context.fsum(function(k) for k in _between(ends, context))


def _product(function: Callable[[Any], Any], ends: list[Any], context: Any, _: int) -> Any:
    return context.fprod(function(k) for k in _between(ends, context))


def _between(ends: list[Any], context: Any) -> list[Any]:
    low, high = ends
    if not (context.isint(low) and context.isint(high)) or not 0 <= high - low < MAX_TERMS:
        raise NotComputedError("ends that are no whole numbers close to each other")
    return [context.mpf(k) for k in range(int(low), int(high) + 1)]


_METHODS: dict[str, Callable[[Callable[[Any], Any], list[Any], Any, int], Any]] = {
    "diff": _derivative,
    "integrate": _integral,
    "sum": _sum,
    "product": _product,
}
