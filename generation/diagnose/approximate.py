"""Values as floating-point numbers: quick to tell two answers apart, never used to call them equal."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

from generation.expression.errors import ExpressionError
from generation.expression.parser import parse
from generation.expression.tree import Add, Call, Const, Div, Mixed, Mul, Neg, Node, Num, Percent, Pow, Sub

TOLERANCE = 1e-6
_CONSTANTS = {"pi": math.pi, "e": math.e}
_FUNCTIONS: dict[str, Callable[..., float]] = {
    "sqrt": math.sqrt,
    "abs": abs,
    "ln": math.log,
    "log": lambda x, base=10.0: math.log(x) / math.log(base),
    "sin": math.sin,
    "cos": math.cos,
    "exp": math.exp,
}


def apart(a: str, b: str) -> bool:
    """Whether two expressions are known to have different values."""
    first, second = approximate(a), approximate(b)
    if first is None or second is None:
        return False
    return abs(first - second) > TOLERANCE * max(abs(first), abs(second), 1.0)


@lru_cache(maxsize=1024)
def approximate(text: str) -> float | None:
    """The value of an expression, None where it has none here."""
    try:
        value = _value(parse(text))
    except (ExpressionError, ArithmeticError, ValueError, TypeError):
        return None
    return value if isinstance(value, float) and math.isfinite(value) and abs(value) < 1e12 else None


def _value(node: Node) -> float:
    match node:
        case Num(value):
            return float(value)
        case Const(name) if name in _CONSTANTS:
            return _CONSTANTS[name]
        case Neg(arg):
            return -_value(arg)
        case Add(left, right):
            return _value(left) + _value(right)
        case Sub(left, right):
            return _value(left) - _value(right)
        case Mul(left, right):
            return _value(left) * _value(right)
        case Div(left, right):
            return _value(left) / _value(right)
        case Pow(base, exponent):
            return math.pow(_value(base), _value(exponent))
        case Mixed(whole, top, bottom):
            return whole + top / bottom
        case Percent(arg):
            return _value(arg) / 100
        case Call(name, args) if name in _FUNCTIONS:
            return float(_FUNCTIONS[name](*(_value(arg) for arg in args)))
    raise ValueError("no value here")
