"""Where everything in a relation is defined among the real numbers."""

from __future__ import annotations

from fractions import Fraction

from generation.equivalence.methods.dispatch import signs_of
from generation.equivalence.methods.scope import Scope
from generation.equivalence.realset import REALS, RealSet
from generation.expression.enclosure import sign
from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Call, Div, Expr, Node, Num, Pow, Sub, symbols, walk

_EVERYWHERE = frozenset({"abs", "sin", "cos", "exp", "max", "min"})
_ONE = Num(Fraction(1))


def defined_set(node: Node, scope: Scope) -> RealSet:
    """The real numbers for the unknown at which every part has a value. Raises NotExactError, UndefinedError."""
    region = REALS
    for part in walk(node):
        if scope.name in symbols(part):
            region &= _condition(part, scope)
        elif isinstance(part, Div | Call | Pow):
            exact(part)  # raises where it is undefined for every value of the unknown
    return region


def _condition(part: Node, scope: Scope) -> RealSet:
    match part:
        case Div(_, below):
            return _nonzero(below, scope)
        case Pow(base, exponent):
            return _power(base, exponent, scope)
        case Call("sqrt", (arg,)):
            return _at_least_zero(arg, scope)
        case Call("root", (arg, degree)):
            n = exact(degree).rational()
            if n is None or n.denominator != 1 or not 2 <= n <= 100:
                raise NotExactError("a root of this degree")
            return REALS if n % 2 else _at_least_zero(arg, scope)
        case Call("ln", (arg,)):
            return _positive(arg, scope)
        case Call("log", (arg,)):
            return _positive(arg, scope)
        case Call("log", (arg, base)):
            return _positive(arg, scope) & _positive(base, scope) & _nonzero(Sub(base, _ONE), scope)
        case Call("tan", (arg,)):
            return _nonzero(Call("cos", (arg,)), scope)
        case Call(name, _) if name not in _EVERYWHERE:
            raise NotExactError(f"equations with {name} of the unknown are not solved")
        case _:
            return REALS


def _power(base: Expr, exponent: Expr, scope: Scope) -> RealSet:
    if scope.name in symbols(exponent):
        return _positive(base, scope)
    power = exact(exponent).rational()
    if power is None:
        return _positive(base, scope)
    if power.denominator == 1:
        return REALS if power > 0 else _nonzero(base, scope)
    if power.denominator % 2 and not signs_of(base, scope).below.is_empty:
        raise NotExactError("a broken power of a number that may be negative")
    return _at_least_zero(base, scope) if power > 0 else _positive(base, scope)


def _nonzero(expr: Expr, scope: Scope) -> RealSet:
    if scope.name not in symbols(expr):
        if _number(expr).is_zero:
            raise UndefinedError("division by zero")
        return REALS
    return signs_of(expr, scope).zero.complement()


def _positive(expr: Expr, scope: Scope) -> RealSet:
    if scope.name not in symbols(expr):
        if sign(_number(expr)) <= 0:
            raise UndefinedError("a logarithm of or a power of a number that is not positive")
        return REALS
    return signs_of(expr, scope).above


def _at_least_zero(expr: Expr, scope: Scope) -> RealSet:
    return signs_of(expr, scope).where(">=")


def _number(expr: Expr) -> Polynomial:
    value = exact(expr).polynomial()
    if value is None or value.unknowns:
        raise NotExactError("other variables occur")
    return value
