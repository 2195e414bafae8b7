"""Numerical values of calls with a bound variable: difference quotients, quadrature, and adding up one by one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from generation.expression.tree import BINDERS, Call, Expr, Sym, walk

Value = Callable[[Any, dict[str, Any]], Any]
MAX_TERMS = 1_000
CORNER_STEPS = 24
"""Steps in which the corners of an integrand are looked for."""
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
    if call.name == "integrate" and len(ends) == 2:
        sizes = [part.args[0] for part in walk(body) if isinstance(part, Call) and part.name == "abs"]
        corners = [corner for size in sizes for corner in _corners(size, name, point, ends, value, context)]
        ends[1:1] = sorted(corners, reverse=bool(corners) and ends[0] > ends[1])
    return _METHODS[call.name](function, ends, context, digits)


def _corners(inside: Expr, name: str, point: dict[str, Any], ends: list[Any], value: Value, context: Any) -> list[Any]:
    """Where an absolute value bends, as far as a change of sign between equal steps shows it."""

    def function(x: Any) -> Any:
        return value(inside, {**point, name: x})

    if not all(context.isfinite(end) and context.im(end) == 0 for end in ends):
        return []
    places = [ends[0] + (ends[1] - ends[0]) * k / CORNER_STEPS for k in range(CORNER_STEPS + 1)]
    try:
        signs = [context.sign(function(place)) for place in places]
    except (ArithmeticError, ValueError):
        return []
    found = [place for place, sign in zip(places[1:-1], signs[1:-1], strict=True) if sign == 0]
    for (a, sign), (b, other) in pairwise(zip(places, signs, strict=True)):
        if sign * other < 0:
            found.append(context.findroot(function, (a, b), solver="anderson", verify=False))
    return [place for place in found if min(ends) < place < max(ends)]


def _derivative(function: Callable[[Any], Any], ends: list[Any], context: Any, _: int) -> Any:
    return context.diff(function, ends[0])


def _integral(function: Callable[[Any], Any], ends: list[Any], context: Any, digits: int) -> Any:
    """From end to end by way of the corners. Refused where the error may be seen, as with poles."""
    if len(ends) < 2:
        raise NotComputedError("no single value")
    return context.fsum(_stretch(function, first, last, context, digits) for first, last in pairwise(ends))


def _stretch(function: Callable[[Any], Any], first: Any, last: Any, context: Any, digits: int) -> Any:
    """Polynomials are had at once by Gauss-Legendre; roots and poles at an end need the other."""
    half, middle = (last - first) / 2, (last + first) / 2
    for how in ({"method": "gauss-legendre", "maxdegree": 4}, {"method": "tanh-sinh"}):
        # Always over the same interval: its nodes are kept.
        found, error = context.quad(lambda x: function(middle + half * x), [-1, 1], error=True, **how)
        if error * abs(half) <= context.mpf(10) ** -(digits + 2):
            return half * found
    raise NotComputedError("not known to enough digits")


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
