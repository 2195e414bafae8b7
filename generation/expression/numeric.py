"""Values of trees to 50 digits: to refute equality and to cross-check what was computed exactly, never to prove."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import comb, gcd, lcm, perm
from typing import Any

import mpmath

from generation.expression.effort import spend
from generation.expression.tree import (
    BINDERS,
    Add,
    Call,
    Const,
    Div,
    Expr,
    Mixed,
    Mul,
    Neg,
    Num,
    Percent,
    Pow,
    Sub,
    Sym,
)

DIGITS = 50
MAX_EXPONENT = 10_000
"""Powers above are not computed: the result could not be told from others to 50 digits anyway."""
_CONTEXT = mpmath.mp.clone()
_CONTEXT.dps = DIGITS + 10


class _OutsideError(ArithmeticError):
    """No real value, or none that is worth computing."""


def value_at(expr: Expr, point: Mapping[str, Fraction | Any]) -> Any | None:
    """The real value as an mpf where the variables have these values; None where there is none."""
    try:
        return _value(expr, point)
    except (ArithmeticError, OverflowError):
        return None


def close(a: Any, b: Any) -> bool:
    """Whether two values agree to 50 digits, relative to the larger one or to 1."""
    return bool(abs(a - b) <= _CONTEXT.mpf(10) ** -DIGITS * max(abs(a), abs(b), 1))


def _value(expr: Expr, point: Mapping[str, Fraction | Any]) -> Any:
    spend(5)
    match expr:
        case Num() | Sym() | Const() | Mixed():
            return _leaf(expr, point)
        case Neg(arg):
            return -_value(arg, point)
        case Add(left, right):
            return _value(left, point) + _value(right, point)
        case Sub(left, right):
            return _value(left, point) - _value(right, point)
        case Mul(left, right):
            return _value(left, point) * _value(right, point)
        case Div(left, right):
            return _value(left, point) / _value(right, point)
        case Pow(base, exponent):
            return _power(_value(base, point), _value(exponent, point))
        case Percent(arg):
            return _value(arg, point) / 100
        case Call(name) if name in BINDERS:
            from generation.expression.numeric_calculus import bound_value  # rare

            return bound_value(expr, dict(point), _value, _CONTEXT, DIGITS)
        case Call(name, args):
            return _call(name, [_value(arg, point) for arg in args])


def _leaf(expr: Num | Sym | Const | Mixed, point: Mapping[str, Fraction | Any]) -> Any:
    match expr:
        case Num(value):
            return _number(value)
        case Mixed(whole, top, bottom):
            return _number(whole + Fraction(top, bottom))
        case Sym(name) if name in point:
            given = point[name]
            return _number(given) if isinstance(given, Fraction) else given
        case Const("pi"):
            return +_CONTEXT.pi
        case Const("e"):
            return +_CONTEXT.e
        case _:
            raise _OutsideError(expr.name)


def _number(value: Fraction) -> Any:
    return _CONTEXT.mpf(value.numerator) / value.denominator


def _power(base: Any, exponent: Any) -> Any:
    if abs(exponent) > MAX_EXPONENT or (base == 0 and exponent <= 0):
        raise _OutsideError("power")
    if base < 0 and exponent != int(exponent):
        raise _OutsideError("root of a negative number")
    return base ** (int(exponent) if exponent == int(exponent) else exponent)


def _call(name: str, args: list[Any]) -> Any:
    if name not in _FUNCTIONS:
        raise _OutsideError(name)
    return _FUNCTIONS[name](*args)


def _sqrt(x: Any) -> Any:
    if x < 0:
        raise _OutsideError("sqrt")
    return _CONTEXT.sqrt(x)


def _root(x: Any, degree: Any) -> Any:
    if degree != int(degree) or not 2 <= degree <= 100 or (x < 0 and int(degree) % 2 == 0):
        raise _OutsideError("root")
    magnitude = _CONTEXT.root(abs(x), int(degree))
    return magnitude if x >= 0 else -magnitude


def _log(x: Any, base: Any = 10) -> Any:
    if x <= 0 or base <= 0 or base == 1:
        raise _OutsideError("log")
    return _CONTEXT.log(x) / _CONTEXT.log(base)


def _trigonometric(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def limited(x: Any) -> Any:
        if abs(x) > 10**9:
            raise _OutsideError("an angle without meaning")
        return function(x)

    return limited


def _exp(x: Any) -> Any:
    if abs(x) > MAX_EXPONENT:
        raise _OutsideError("exp")
    return _CONTEXT.exp(x)


def _mean(*data: Any) -> Any:
    return _CONTEXT.fsum(data) / len(data)


def _median(*data: Any) -> Any:
    ordered = sorted(data)
    return (ordered[(len(data) - 1) // 2] + ordered[len(data) // 2]) / 2


def _variance(*data: Any) -> Any:
    return _CONTEXT.fsum(value * value for value in data) / len(data) - _mean(*data) ** 2


def _floor(x: Any) -> Any:
    """A value within rounding of an integer counts as it."""
    nearest = _CONTEXT.nint(x)
    return nearest if close(x, nearest) else _CONTEXT.floor(x)


def _mod(a: Any, b: Any) -> Any:
    return a - b * _floor(a / b)


def _on_whole(function: Callable[..., int]) -> Callable[..., Any]:
    def limited(*args: Any) -> Any:
        if any(x != int(x) or not 0 <= x <= MAX_EXPONENT for x in args):
            raise _OutsideError("whole numbers")
        return _CONTEXT.mpf(function(*map(int, args)))

    return limited


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "floor": _floor,
    "ceil": lambda x: -_floor(-x),
    "mod": _mod,
    "max": max,
    "min": min,
    "factorial": _on_whole(lambda n: perm(n)),
    "C": _on_whole(comb),
    "P": _on_whole(perm),
    "H": _on_whole(lambda n, r: comb(n + r - 1, r) if n else int(not r)),
    "gcd": _on_whole(gcd),
    "lcm": _on_whole(lcm),
    "sqrt": _sqrt,
    "root": _root,
    "abs": abs,
    "log": _log,
    "ln": lambda x: _log(x, _CONTEXT.e),
    "exp": _exp,
    "sin": _trigonometric(_CONTEXT.sin),
    "cos": _trigonometric(_CONTEXT.cos),
    "tan": _trigonometric(_CONTEXT.tan),
    "degrees": lambda x: x * _CONTEXT.pi / 180,
    "mean": _mean,
    "median": _median,
    "variance": _variance,
    "stdev": lambda *data: _CONTEXT.sqrt(_variance(*data)),
}
