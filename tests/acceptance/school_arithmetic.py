"""Arithmetic of the values that :mod:`tests.acceptance.school_text` reads: fractions, floats, 50 digits, matrices."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from tests.acceptance.calculus_by_points import MP

Value = Any
"""int, Fraction, float, a number of mpmath, or a matrix as a tuple of rows."""


class NoValueError(ArithmeticError):
    """No value at this point: a division by zero, a root or logarithm outside its domain."""


def compared(a: Value, sign: str, b: Value) -> bool:
    """Whether two values stand in that relation; nearly equal ones are equal."""
    if sign in ("=", "!="):
        return same(a, b) == (sign == "=")
    if isinstance(a, MP.mpc) or isinstance(b, MP.mpc):
        return False
    equal, below = same(a, b), less(a, b)
    return {"<": below and not equal, "<=": below or equal, ">": not below and not equal, ">=": not below or equal}[
        sign
    ]


def less(a: Value, b: Value) -> bool:
    """Whether a number is smaller; fractions and numbers of mpmath are made alike first."""
    a, b = _pair(a, b)
    return bool(a < b)


def number(text: str) -> Fraction:
    """A number; digits with a dot above (the first and the last of them) repeat."""
    if "\u0307" not in text:
        return Fraction(text)
    whole, _, digits = text.partition(".")
    start = digits.index("\u0307") - 1
    plain = digits.replace("\u0307", "")
    once, again = plain[:start], plain[start:]
    period = Fraction(int(again), 10 ** len(again) - 1) if again else Fraction(0)
    return int(whole) + (int(once or "0") + period) / Fraction(10 ** len(once))


def same(a: Value, b: Value) -> bool:
    """Equal; fractions exactly, others to 12 digits."""
    if isinstance(a, tuple) or isinstance(b, tuple):
        return (
            isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b)
            and all(len(r) == len(s) and all(map(same, r, s)) for r, s in zip(a, b, strict=True))
        )  # fmt: skip
    if isinstance(a, Fraction | int) and isinstance(b, Fraction | int):
        return a == b
    a, b = wide(a), wide(b)
    return bool(abs(a - b) <= MP.mpf("1e-12") * (1 + abs(a)))


def wide(number: Value) -> Value:
    """A number with 50 digits."""
    return MP.mpf(number.numerator) / number.denominator if isinstance(number, Fraction) else MP.mpmathify(number)


def _pair(a: Value, b: Value) -> tuple[Value, Value]:
    """Two numbers that can be calculated with: fractions do not go with numbers of mpmath."""
    if isinstance(a, Fraction) and not isinstance(b, Fraction | float | int):
        return wide(a), b
    if isinstance(b, Fraction) and not isinstance(a, Fraction | float | int):
        return a, wide(b)
    return a, b


def plus(a: Value, b: Value) -> Value:
    """The sum of numbers or matrices."""
    if isinstance(a, tuple):
        return tuple(tuple(plus(x, y) for x, y in zip(r, s, strict=True)) for r, s in zip(a, b, strict=True))
    a, b = _pair(a, b)
    return a + b


def minus(a: Value, b: Value) -> Value:
    """The difference of numbers or matrices."""
    return plus(a, times(Fraction(-1), b))


def times(a: Value, b: Value) -> Value:
    """The product of numbers or matrices."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        if len(a[0]) != len(b):
            raise NoValueError("matrices that do not fit")
        return tuple(
            tuple(sum((times(x, b[k][j]) for k, x in enumerate(row)), Fraction(0)) for j in range(len(b[0])))
            for row in a
        )
    if isinstance(a, tuple) or isinstance(b, tuple):
        rows, factor = (a, b) if isinstance(a, tuple) else (b, a)
        return tuple(tuple(times(x, factor) for x in row) for row in rows)
    a, b = _pair(a, b)
    return a * b


def over(a: Value, b: Value) -> Value:
    """The quotient of numbers."""
    if b == 0:
        raise NoValueError("division by zero")
    a, b = _pair(a, b)
    return a / b


def to_power(base: Value, exponent: Value) -> Value:
    """A power; whole exponents exactly."""
    if isinstance(base, tuple):
        result = base
        for _ in range(int(exponent) - 1):
            result = times(result, base)
        return result
    if isinstance(exponent, Fraction) and exponent.denominator == 1:
        if exponent <= 0 and base == 0:
            raise NoValueError("zero to such a power")
        return base ** int(exponent) if abs(exponent) < 300 or not base else wide(base) ** int(exponent)
    if isinstance(base, MP.mpc) or base < 0:
        raise NoValueError("a broken power of a negative number")
    if isinstance(base, float) or isinstance(exponent, float):
        return float(base) ** float(exponent)
    return wide(base) ** wide(exponent)


def _root(number: Value, degree: Value = Fraction(2)) -> Value:
    if isinstance(number, MP.mpc):
        raise NoValueError("a root of a complex number")
    if number < 0:
        if degree % 2 == 1:
            return times(Fraction(-1), _root(-number, degree))
        raise NoValueError("a root of a negative number")
    if isinstance(number, float):
        return number ** (1 / float(degree))
    found = MP.root(wide(number), int(degree))
    near = Fraction(str(MP.nstr(found, 30))).limit_denominator(10**6)
    return near if isinstance(number, Fraction) and near ** int(degree) == number else found


def _logarithm(number: Value, base: Value = Fraction(10)) -> Value:
    if isinstance(number, MP.mpc) or number <= 0 or base <= 0 or base == 1:
        raise NoValueError("no logarithm")
    if isinstance(number, float) or isinstance(base, float):
        return math.log(number) / math.log(base)
    return MP.log(wide(number)) / MP.log(wide(base))


def factorial(number: Value) -> Value:
    """n!"""
    return Fraction(math.factorial(whole(number)))


def whole(number: Value) -> int:
    """A whole number from zero as an int. Raises NoValueError."""
    if not isinstance(number, Fraction) or number.denominator != 1 or not 0 <= number <= 10**6:
        raise NoValueError("no whole number")
    return int(number)


def _floor(number: Value) -> Value:
    return Fraction(math.floor(number) if isinstance(number, Fraction | float) else int(MP.floor(number)))


def _mod(a: Value, b: Value) -> Value:
    return minus(a, times(b, _floor(over(a, b))))


def _mean(*numbers: Value) -> Value:
    return sum(numbers, Fraction(0)) / len(numbers)


def _variance(*numbers: Value) -> Value:
    mean = _mean(*numbers)
    return _mean(*((number - mean) ** 2 for number in numbers))


def _mode(*numbers: Value) -> Value:
    (first, most), *rest = Counter(numbers).most_common()
    if rest and rest[0][1] == most:
        raise NoValueError("no single mode")
    return first


def _angle(name: str) -> Callable[[Value], Value]:
    def at(angle: Value) -> Value:
        if isinstance(angle, float):
            return getattr(math, name)(angle)
        found = getattr(MP, name)(wide(angle))
        if abs(found) > 10**30:
            raise NoValueError("no tangent")
        return found

    return at


FUNCTIONS: dict[str, Callable[..., Value]] = {
    "sqrt": _root, "root": _root, "log": _logarithm, "abs": abs, "floor": _floor, "mod": _mod,
    "sin": _angle("sin"), "cos": _angle("cos"), "tan": _angle("tan"),
    "max": lambda *numbers: max(numbers), "min": lambda *numbers: min(numbers),
    "gcd": lambda *numbers: Fraction(math.gcd(*map(whole, numbers))),
    "lcm": lambda *numbers: Fraction(math.lcm(*map(whole, numbers))),
    "mean": _mean, "median": lambda *numbers: statistics.median(numbers), "mode": _mode,
    "variance": _variance, "stdev": lambda *numbers: _root(_variance(*numbers)),
    "C": lambda n, r: Fraction(math.comb(whole(n), whole(r))),
    "P": lambda n, r: Fraction(math.perm(whole(n), whole(r))),
    "H": lambda n, r: Fraction(math.comb(whole(n) + whole(r) - 1, whole(r))),
}  # fmt: skip
