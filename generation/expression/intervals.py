"""Rational intervals round the real values of trees, as narrow as wanted: they prove that two values differ.

Every bound is computed with integers and rounded outwards; no floating point is involved.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache

from generation.expression.circular import cosine, sine
from generation.expression.effort import spend
from generation.expression.enclosure import Bounds, exponential, logarithm, nth_root, pi
from generation.expression.errors import BudgetError, NotExactError, NotRealError, UndefinedError
from generation.expression.exact import exact
from generation.expression.tree import (
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
    symbols,
)

Point = Mapping[str, Fraction]
MAX_POWER = 2_000
MAX_MAGNITUDE = 1 << 4_000
"""Beyond these a value is not worth enclosing."""


def interval(expr: Expr, point: Point, bits: int = 200) -> Bounds:
    """An interval that holds the real value of an expression; its width shrinks as ``bits`` grows.

    Raises UndefinedError or NotRealError where it surely has no real value, NotExactError where it is not enclosed.
    """
    spend(10)
    low, high = _value(expr, point, bits)
    if max(abs(low), abs(high)) > MAX_MAGNITUDE:
        raise BudgetError("a number of too many digits")
    grain = 1 << (2 * bits)
    return Fraction((low * grain).__floor__(), grain), Fraction((high * grain).__ceil__(), grain)


def sign_at(expr: Expr, point: Point, most_bits: int = 1_024) -> int:
    """-1 or 1 where the value is surely below or above 0. Raises NotExactError where it may be 0."""
    bits = 96
    while bits <= most_bits:
        low, high = interval(expr, point, bits)
        if low > 0 or high < 0:
            return 1 if low > 0 else -1
        bits *= 2
    raise NotExactError("a number too close to zero to tell its sign")


def apart(a: Expr, b: Expr, point: Point, most_bits: int = 512) -> bool:
    """Whether two expressions surely have different values. Raises NotExactError where one is not enclosed."""
    bits = 96
    while bits <= most_bits:
        (low_a, high_a), (low_b, high_b) = interval(a, point, bits), interval(b, point, bits)
        if high_a < low_b or high_b < low_a:
            return True
        bits *= 2
    return False


def _value(expr: Expr, point: Point, bits: int) -> Bounds:
    match expr:
        case Num() | Mixed() | Sym() | Const():
            return _leaf(expr, point, bits)
        case Neg(arg):
            low, high = interval(arg, point, bits)
            return -high, -low
        case Percent(arg):
            low, high = interval(arg, point, bits)
            return low / 100, high / 100
        case Add(left, right) | Sub(left, right) | Mul(left, right) | Div(left, right):
            return _OPERATIONS[type(expr)](interval(left, point, bits), interval(right, point, bits))
        case Pow(base, exponent):
            return _power(base, exponent, point, bits)
        case Call(name, args) if name in _FUNCTIONS:
            return _FUNCTIONS[name](*[interval(arg, point, bits) for arg in args], bits)
        case Call() if not symbols(expr) and (value := exact(expr).rational()) is not None:
            return value, value
    raise NotExactError("not enclosed")


def _leaf(expr: Num | Mixed | Sym | Const, point: Point, bits: int) -> Bounds:
    match expr:
        case Num(value):
            return value, value
        case Mixed(whole, top, bottom):
            return whole + Fraction(top, bottom), whole + Fraction(top, bottom)
        case Sym(name) if name in point:
            return point[name], point[name]
        case Const("pi"):
            return pi(bits)
        case Const("e"):
            return exponential(Fraction(1), bits)
    raise NotExactError("not enclosed")


def _product(a: Bounds, b: Bounds) -> Bounds:
    ends = [x * y for x in a for y in b]
    return min(ends), max(ends)


def _quotient(a: Bounds, b: Bounds) -> Bounds:
    if b[0] <= 0 <= b[1]:
        raise UndefinedError("division by zero") if b[0] == b[1] else NotExactError("a divisor that may be zero")
    return _product(a, (1 / b[1], 1 / b[0]))


def _power(base: Expr, exponent: Expr, point: Point, bits: int) -> Bounds:
    below, above = interval(base, point, bits)
    first, last = interval(exponent, point, bits)
    if first == last and first.denominator == 1:
        return _whole_power((below, above), int(first))
    if below <= 0:
        raise NotExactError("a power of a number that may not be positive")
    logs = logarithm(below, above, bits)
    return _exp(_product(logs, (first, last)), bits)


def _whole_power(base: Bounds, n: int) -> Bounds:
    if abs(n) > MAX_POWER:
        raise BudgetError("a power above those that are enclosed")
    if n < 0:
        return _quotient((Fraction(1), Fraction(1)), _whole_power(base, -n))
    if n == 0 and base[0] <= 0 <= base[1]:
        raise NotExactError("zero to the power of zero, maybe")
    ends = base[0] ** n, base[1] ** n
    return (Fraction(0), max(ends)) if n % 2 == 0 and base[0] < 0 < base[1] else (min(ends), max(ends))


def _exp(x: Bounds, bits: int) -> Bounds:
    return _exp_of(x[0], bits)[0], _exp_of(x[1], bits)[1]


def _exp_of(x: Fraction, bits: int) -> Bounds:
    """e^x as the power of e^(x/2^k) by squaring, with x rounded to the grain first."""
    if abs(x) > MAX_POWER:
        raise BudgetError("a power above those that are enclosed")
    whole = x.__floor__()
    fraction = x - whole
    grain = 1 << (bits + 16)
    low, high = _series((fraction * grain).__floor__(), grain), _series((fraction * grain).__ceil__(), grain)
    base = exponential(Fraction(whole), bits + 16)
    return low[0] * base[0], high[1] * base[1]


@lru_cache(maxsize=256)
def _series(top: int, grain: int) -> Bounds:
    """e^(top/grain) for 0 ≤ top ≤ grain, by its series."""
    term = total = grain
    k = 1
    while term:
        term = term * top // (grain * k)
        total += term
        k += 1
    return Fraction(total - 1, grain), Fraction(total + 2 * k, grain)


def _root(x: Bounds, degree: Bounds, bits: int) -> Bounds:
    n = degree[0].numerator
    if degree[0] != degree[1] or degree[0].denominator != 1 or not 2 <= n <= 100:
        raise NotExactError("a root of this degree")
    if x[0] < 0 and n % 2 == 0:
        raise NotRealError("an even root of a negative number") if x[1] < 0 else NotExactError("an even root near 0")
    low = nth_root(x[0], n, bits)[0] if x[0] >= 0 else -nth_root(-x[0], n, bits)[1]
    high = nth_root(x[1], n, bits)[1] if x[1] >= 0 else -nth_root(-x[1], n, bits)[0]
    return low, high


def _absolute(x: Bounds, bits: int) -> Bounds:
    ends = abs(x[0]), abs(x[1])
    return (Fraction(0), max(ends)) if x[0] < 0 < x[1] else (min(ends), max(ends))


def _ln(x: Bounds, bits: int) -> Bounds:
    if x[1] <= 0:
        raise UndefinedError("the logarithm of a number that is not positive")
    return logarithm(x[0], x[1], bits)


def _tangent(x: Bounds, bits: int) -> Bounds:
    return _quotient(sine(x, bits), cosine(x, bits))


def _degree(bits: int) -> Bounds:
    low, high = pi(bits)
    return low / 180, high / 180


_OPERATIONS: dict[type, Callable[[Bounds, Bounds], Bounds]] = {
    Add: lambda a, b: (a[0] + b[0], a[1] + b[1]),
    Sub: lambda a, b: (a[0] - b[1], a[1] - b[0]),
    Mul: _product,
    Div: _quotient,
}
_TWO, _TEN = Fraction(2), Fraction(10)
_FUNCTIONS: dict[str, Callable[..., Bounds]] = {
    "sqrt": lambda x, bits: _root(x, (_TWO, _TWO), bits),
    "root": _root,
    "abs": _absolute,
    "ln": _ln,
    "log": lambda x, *rest: _quotient(_ln(x, rest[-1]), _ln(rest[0] if len(rest) > 1 else (_TEN, _TEN), rest[-1])),
    "exp": _exp,
    "sin": sine,
    "cos": cosine,
    "tan": _tangent,
    "degrees": lambda x, bits: _product(x, _degree(bits)),
    "max": lambda *args: (max(x[0] for x in args[:-1]), max(x[1] for x in args[:-1])),
    "min": lambda *args: (min(x[0] for x in args[:-1]), min(x[1] for x in args[:-1])),
}
