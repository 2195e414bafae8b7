"""Values of trees by mpmath alone, complex ones too: a way that shares nothing with exact arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import mpmath

from generation.expression.tree import Add, Call, Const, Div, Expr, Mixed, Mul, Neg, Num, Percent, Pow, Sub, Sym

MP = mpmath.mp
MP.dps = 50


def value(tree: Expr, point: Mapping[str, Fraction]) -> Any:
    """The value; raises ValueError, ZeroDivisionError or NotImplementedError where mpmath has none."""
    match tree:
        case Num(number):
            return _mpf(number)
        case Mixed(whole, top, bottom):
            return _mpf(whole + Fraction(top, bottom))
        case Sym(name):
            return _mpf(point[name])
        case Const(name):
            return {"pi": +MP.pi, "e": +MP.e, "i": MP.mpc(0, 1)}[name]
        case Neg(a):
            return -value(a, point)
        case Percent(a):
            return value(a, point) / 100
        case Add(a, b):
            return value(a, point) + value(b, point)
        case Sub(a, b):
            return value(a, point) - value(b, point)
        case Mul(a, b):
            return value(a, point) * value(b, point)
        case Div(a, b):
            return value(a, point) / value(b, point)
        case Pow(a, b):
            exponent = value(b, point)
            if abs(exponent) > 10_000:
                raise ValueError("too large")
            return MP.power(value(a, point), exponent)
        case Call(name, args):
            return _call(name, [value(arg, point) for arg in args])
    raise NotImplementedError(str(tree))


def _mpf(number: Fraction) -> Any:
    return MP.mpf(number.numerator) / number.denominator


def _call(name: str, args: list[Any]) -> Any:
    match name, args:
        case "log", [x]:
            return MP.log(x) / MP.log(10)
        case "log", [x, base]:
            return MP.log(x) / MP.log(base)
        case "root", [x, n]:
            return MP.root(x, int(n)) if x >= 0 else -MP.root(-x, int(n))
        case "degrees", [x]:
            return x * MP.pi / 180
        case "abs", [x]:
            return abs(x)
        case (("sqrt" | "sin" | "cos" | "tan" | "exp" | "ln"), [x]):
            return getattr(MP, name)(x)
    raise NotImplementedError(name)
