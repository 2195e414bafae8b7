"""Trees at integers: each is compiled once and then evaluated many times, with integers and fractions only."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, comb, factorial, floor, gcd, isqrt, lcm, perm
from typing import cast

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


@dataclass(frozen=True, slots=True)
class Root:
    """A square root that is not rational: it can be compared and rounded, nothing else."""

    square: Fraction


Value = int | Fraction | Root
Rational = int | Fraction
Point = Mapping[str, Rational]
MAX_BITS = 2_000
"""Of one power; counts of school items are far below."""
MAX_FACTORIAL = 100
_COMPARE: dict[RelationOp, Callable[[Rational, Rational], bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def compared(op: RelationOp, left: Value, right: Value) -> bool:
    """Whether a relation holds between two values; roots are compared by their squares."""
    if isinstance(left, Root) or isinstance(right, Root):
        left, right = _signed_square(left), _signed_square(right)
    return _COMPARE[op](left, right)


def _signed_square(value: Value) -> Rational:
    """Larger exactly where the value is larger."""
    if isinstance(value, Root):
        return value.square
    return value * value if value >= 0 else -value * value


def predicate(logic: Logic) -> Callable[[Point], bool]:
    """Whether relations hold at a point; where something is undefined they do not.

    Raises NotExactError, now or at a point, where values are not rational.
    """
    if isinstance(logic, And | Or):
        parts = [predicate(part) for part in logic.parts]
        if isinstance(logic, And):
            return lambda point: all(part(point) for part in parts)
        return lambda point: any(part(point) for part in parts)
    left, right, op = function(logic.left), function(logic.right), logic.op

    def holds(point: Point) -> bool:
        try:
            return compared(op, left(point), right(point))
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
            inner = _rational(arg)
            return lambda point: -inner(point)
        case Percent(arg):
            inner = _rational(arg)
            return lambda point: _quotient(inner(point), 100)
        case Add() | Sub() | Mul() | Div() | Pow():
            return _operation(expr)
        case Call(name, args):
            called = [function(arg) for arg in args]
            return lambda point: call(name, [arg(point) for arg in called])
        case _:
            raise NotExactError("not computed with integers and fractions")


def _rational(expr: Expr) -> Callable[[Point], Rational]:
    """As :func:`function`, where a value that is not rational is of no use."""
    inner = function(expr)
    if not isinstance(expr, Call):
        return cast(Callable[[Point], Rational], inner)

    def value(point: Point) -> Rational:
        found = inner(point)
        if isinstance(found, Root):
            raise NotExactError("a root that is not rational")
        return found

    return value


def _operation(expr: Add | Sub | Mul | Div | Pow) -> Callable[[Point], Rational]:
    if isinstance(expr, Pow):
        base, exponent = _rational(expr.base), _rational(expr.exponent)
        return lambda point: power(base(point), exponent(point))
    left, right = _rational(expr.left), _rational(expr.right)
    match expr:
        case Add():
            return lambda point: left(point) + right(point)
        case Sub():
            return lambda point: left(point) - right(point)
        case Mul():
            return lambda point: left(point) * right(point)
        case Div():
            return lambda point: _quotient(left(point), right(point))


def _whole(value: Fraction) -> Rational:
    return value.numerator if value.denominator == 1 else value


def _quotient(top: Rational, bottom: Rational) -> Rational:
    if not bottom:
        raise UndefinedError("division by zero")
    return _whole(Fraction(top) / bottom)


def power(base: Rational, exponent: Rational) -> Rational:
    """A rational to an integer power. Raises UndefinedError, NotExactError or BudgetError."""
    if isinstance(exponent, Fraction):
        raise NotExactError("a power that is not rational")
    if isinstance(base, int) and exponent > 0 and base.bit_length() * exponent <= MAX_BITS:
        return int(base**exponent)
    if not base and exponent <= 0:
        raise UndefinedError("zero to a power that is not positive")
    fraction = Fraction(base)
    bits = max(fraction.numerator.bit_length(), fraction.denominator.bit_length())
    if bits * abs(exponent) > MAX_BITS and abs(fraction) != 1:
        raise BudgetError(f"a power of more than {MAX_BITS} bits")
    if abs(fraction) == 1:
        return 1 if base == 1 or exponent % 2 == 0 else -1
    return _whole(Fraction(fraction**exponent))


def call(name: str, values: Sequence[Value]) -> Value:
    """A function of the allow-list that takes rationals to rationals, or to a root."""
    if name in ("floor", "ceil") and isinstance(values[0], Root):
        return _rounded(name, values[0])
    if name in ("max", "min"):
        return (max if name == "max" else min)(values, key=_signed_square)
    numbers = [value for value in values if not isinstance(value, Root)]
    if len(numbers) < len(values):
        raise NotExactError("a root that is not rational")
    if name in _RATIONAL:
        return _whole(Fraction(_RATIONAL[name](*numbers)))
    if name == "sqrt":
        return _square_root(Fraction(numbers[0]))
    if name not in _NATURAL or any(isinstance(value, Fraction) or value < 0 for value in numbers):
        raise NotExactError(f"{name} of these numbers is not computed with integers and fractions")
    whole = [int(value) for value in numbers]
    if name in ("factorial", "C", "P") and max(whole) > MAX_FACTORIAL:
        raise BudgetError(f"{name} of a number above {MAX_FACTORIAL}")
    return _NATURAL[name](*whole)


def _remainder(a: Rational, b: Rational) -> Rational:
    if not b:
        raise UndefinedError("a remainder after division by zero")
    return a - b * (a // b)


_RATIONAL: dict[str, Callable[..., Rational]] = {"abs": abs, "floor": floor, "ceil": ceil, "mod": _remainder}
_NATURAL: dict[str, Callable[..., int]] = {"gcd": gcd, "lcm": lcm, "factorial": factorial, "C": comb, "P": perm}


def _rounded(name: str, root: Root) -> int:
    below = isqrt(root.square.numerator // root.square.denominator)
    return below if name == "floor" else below + 1


def _square_root(value: Fraction) -> Value:
    if value < 0:
        raise UndefinedError("the square root of a negative number is not real")
    top, bottom = isqrt(value.numerator), isqrt(value.denominator)
    return _whole(Fraction(top, bottom)) if Fraction(top * top, bottom * bottom) == value else Root(value)
