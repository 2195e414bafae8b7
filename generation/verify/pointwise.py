"""Trees at integers: each is compiled once and then evaluated many times, with integers and fractions only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import comb, factorial, gcd, isqrt, lcm, perm

from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.tree import (
    Add,
    And,
    Call,
    Div,
    Expr,
    Logic,
    Mixed,
    Mul,
    Neg,
    Num,
    Or,
    Percent,
    Pow,
    RelationOp,
    Sub,
    Sym,
)

Value = int | Fraction
Point = Mapping[str, Value]
MAX_BITS = 2_000
"""Of one power; counts of school items are far below."""
MAX_FACTORIAL = 100
COMPARE: dict[RelationOp, Callable[[Value, Value], bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def predicate(logic: Logic) -> Callable[[Point], bool]:
    """Whether relations hold at a point; where something is undefined they do not.

    Raises NotExactError, now or at a point, where values are not rational.
    """
    if isinstance(logic, And | Or):
        parts = [predicate(part) for part in logic.parts]
        if isinstance(logic, And):
            return lambda point: all(part(point) for part in parts)
        return lambda point: any(part(point) for part in parts)
    left, right, compare = function(logic.left), function(logic.right), COMPARE[logic.op]

    def holds(point: Point) -> bool:
        try:
            return compare(left(point), right(point))
        except UndefinedError:
            return False

    return holds


def function(expr: Expr) -> Callable[[Point], Value]:
    """The value of an expression at a point. Raises as :func:`predicate`; UndefinedError at a division by zero."""
    match expr:
        case Num(value):
            number = _whole(value)
            return lambda _: number
        case Mixed(whole, top, bottom):
            mixed = _whole(whole + Fraction(top, bottom))
            return lambda _: mixed
        case Sym(name):
            return lambda point: point[name]
        case Neg(arg):
            inner = function(arg)
            return lambda point: -inner(point)
        case Percent(arg):
            inner = function(arg)
            return lambda point: _quotient(inner(point), 100)
        case Add() | Sub() | Mul() | Div() | Pow():
            return _operation(expr)
        case Call(name, args):
            called = [function(arg) for arg in args]
            return lambda point: call(name, [arg(point) for arg in called])
        case _:
            raise NotExactError("not computed with integers and fractions")


def _operation(expr: Add | Sub | Mul | Div | Pow) -> Callable[[Point], Value]:
    if isinstance(expr, Pow):
        base, exponent = function(expr.base), function(expr.exponent)
        return lambda point: power(base(point), exponent(point))
    left, right = function(expr.left), function(expr.right)
    match expr:
        case Add():
            return lambda point: left(point) + right(point)
        case Sub():
            return lambda point: left(point) - right(point)
        case Mul():
            return lambda point: left(point) * right(point)
        case Div():
            return lambda point: _quotient(left(point), right(point))


def _whole(value: Fraction) -> Value:
    return value.numerator if value.denominator == 1 else value


def _quotient(top: Value, bottom: Value) -> Value:
    if not bottom:
        raise UndefinedError("division by zero")
    return _whole(Fraction(top) / bottom)


def power(base: Value, exponent: Value) -> Value:
    """A rational to an integer power. Raises UndefinedError, NotExactError or BudgetError."""
    if isinstance(exponent, Fraction):
        raise NotExactError("a power that is not rational")
    if not base and exponent <= 0:
        raise UndefinedError("zero to a power that is not positive")
    fraction = Fraction(base)
    bits = max(fraction.numerator.bit_length(), fraction.denominator.bit_length())
    if bits * abs(exponent) > MAX_BITS and abs(fraction) != 1:
        raise BudgetError(f"a power of more than {MAX_BITS} bits")
    if abs(fraction) == 1:
        return 1 if base == 1 or exponent % 2 == 0 else -1
    return _whole(Fraction(fraction**exponent))


def call(name: str, values: list[Value]) -> Value:
    """A function of the allow-list that takes rationals to rationals."""
    if name == "abs":
        return max(values[0], -values[0])
    if name == "sqrt":
        return _square_root(Fraction(values[0]))
    if name not in _WHOLE or any(isinstance(value, Fraction) or value < 0 for value in values):
        raise NotExactError(f"{name} of these numbers is not computed with integers and fractions")
    whole = [int(value) for value in values]
    if name in ("factorial", "C", "P") and max(whole) > MAX_FACTORIAL:
        raise BudgetError(f"{name} of a number above {MAX_FACTORIAL}")
    return _WHOLE[name](*whole)


_WHOLE: dict[str, Callable[..., int]] = {"gcd": gcd, "lcm": lcm, "factorial": factorial, "C": comb, "P": perm}


def _square_root(value: Fraction) -> Value:
    if value < 0:
        raise UndefinedError("the square root of a negative number is not real")
    top, bottom = isqrt(value.numerator), isqrt(value.denominator)
    if Fraction(top * top, bottom * bottom) != value:
        raise NotExactError("a root that is not rational")
    return _whole(Fraction(top, bottom))
