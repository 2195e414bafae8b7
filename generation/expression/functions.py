"""The functions of numbers in the allow-list, on exact numbers: roots, logarithms, angles, whole-number functions."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import comb, factorial, gcd, lcm, log2, perm

from generation.expression import angles, transcendental
from generation.expression.algebraic import rational_power, square_root
from generation.expression.constants import PI
from generation.expression.enclosure import floor, sign
from generation.expression.errors import BudgetError, NotExactError, NotRealError, UndefinedError
from generation.expression.polynomial import MAX_BITS, Polynomial
from generation.expression.statistics import STATISTICS, by_order

MAX_ARGUMENT = 10_000
"""Factorials and binomials of larger numbers have more digits than are computed."""
Numbers = list[Polynomial]


def function_value(name: str, numbers: Numbers) -> Polynomial:
    """The value of a function at exact numbers. Raises UndefinedError, NotRealError, NotExactError or BudgetError."""
    if name in _ON_NUMBERS:
        return _ON_NUMBERS[name](numbers)
    rationals = [number.rational() for number in numbers]
    if any(value is None for value in rationals):
        raise NotExactError(f"{name} of something that is no rational number")
    known = [value for value in rationals if value is not None]
    if name in _ON_RATIONALS:
        return Polynomial.constant(_ON_RATIONALS[name](known))
    if name in STATISTICS:
        return Polynomial.constant(by_order(name, known))
    raise NotExactError(f"{name} is not covered by exact arithmetic")


# -- on all exact numbers --------------------------------------------------------------------------------------


def _absolute(numbers: Numbers) -> Polynomial:
    number = numbers[0]
    if number.is_real:
        return -number if sign(number) < 0 else number
    real, imaginary = real_part(number), imaginary_part(number)
    return square_root(real * real + imaginary * imaginary)


def _root(numbers: Numbers) -> Polynomial:
    """The real root: of a negative number only where the degree is odd."""
    number, degree = numbers[0], numbers[1].rational()
    if degree is None or degree.denominator != 1 or not 2 <= degree <= 100:
        raise NotExactError("a root of this degree")
    if not number.is_real:
        raise NotExactError("a root of a complex number")
    if sign(number) >= 0:
        return rational_power(number, 1 / degree)
    if degree.numerator % 2 == 0:
        raise NotRealError("an even root of a negative number is not real")
    return -rational_power(-number, 1 / degree)


def _log(numbers: Numbers) -> Polynomial:
    return transcendental.log(numbers[0], numbers[1] if len(numbers) > 1 else Polynomial.constant(10))


def _degrees(numbers: Numbers) -> Polynomial:
    return numbers[0].scaled(Fraction(1, 180)) * Polynomial.variable(PI)


def _largest(numbers: Numbers) -> Polynomial:
    best = numbers[0]
    for number in numbers[1:]:
        if sign(number - best) > 0:
            best = number
    return best


def conjugate(number: Polynomial) -> Polynomial:
    """The complex conjugate."""
    return Polynomial({(root, m): -c if root < 0 else c for (root, m), c in number.terms.items()})


def real_part(number: Polynomial) -> Polynomial:
    """a of a + bi."""
    return Polynomial({(root, m): c for (root, m), c in number.terms.items() if root > 0})


def imaginary_part(number: Polynomial) -> Polynomial:
    """b of a + bi."""
    return Polynomial({(-root, m): c for (root, m), c in number.terms.items() if root < 0})


_ON_NUMBERS: dict[str, Callable[[Numbers], Polynomial]] = {
    "sqrt": lambda numbers: square_root(numbers[0]),
    "abs": _absolute,
    "root": _root,
    "ln": lambda numbers: transcendental.natural_log(numbers[0]),
    "log": _log,
    "exp": lambda numbers: transcendental.exponential(numbers[0]),
    "sin": lambda numbers: angles.sine(angles.turns(numbers[0])),
    "cos": lambda numbers: angles.cosine(angles.turns(numbers[0])),
    "tan": lambda numbers: angles.tangent(angles.turns(numbers[0])),
    "degrees": _degrees,
    "conj": lambda numbers: conjugate(numbers[0]),
    "re": lambda numbers: real_part(numbers[0]),
    "floor": lambda numbers: Polynomial.constant(floor(numbers[0])),
    "ceil": lambda numbers: Polynomial.constant(-floor(-numbers[0])),
    "max": lambda numbers: _largest(numbers),
    "min": lambda numbers: -_largest([-number for number in numbers]),
    "im": lambda numbers: imaginary_part(numbers[0]),
}


# -- on rationals ----------------------------------------------------------------------------------------------


def _whole(name: str, numbers: list[Fraction]) -> list[int]:
    if any(n.denominator != 1 or n < 0 for n in numbers):
        raise NotExactError(f"{name} takes whole numbers")
    return [n.numerator for n in numbers]


def _factorial(numbers: list[Fraction]) -> int:
    (n,) = _whole("factorial", numbers)
    if n > MAX_ARGUMENT or n * log2(max(n, 2)) > 2 * MAX_BITS:
        raise BudgetError("a factorial of too many digits")
    return factorial(n)


def _binomial(numbers: list[Fraction]) -> int:
    n, r = _whole("C", numbers)
    if n > MAX_ARGUMENT or min(r, n - r) * log2(max(n, 2)) > 2 * MAX_BITS:
        raise BudgetError("a binomial coefficient of too many digits")
    return comb(n, r)


def _permutations(numbers: list[Fraction]) -> int:
    n, r = _whole("P", numbers)
    if n > MAX_ARGUMENT or min(r, n) * log2(max(n, 2)) > 2 * MAX_BITS:
        raise BudgetError("a number of permutations of too many digits")
    return perm(n, r)


def _multisets(numbers: list[Fraction]) -> int:
    n, r = _whole("H", numbers)
    return _binomial([Fraction(n + r - 1), Fraction(r)]) if n else int(not r)


def _mod(numbers: list[Fraction]) -> Fraction:
    a, b = numbers
    if not b:
        raise UndefinedError("a remainder on division by zero")
    return a - b * (a // b)


_ON_RATIONALS: dict[str, Callable[[list[Fraction]], Fraction | int]] = {
    "factorial": _factorial,
    "C": _binomial,
    "P": _permutations,
    "H": _multisets,
    "gcd": lambda numbers: gcd(*_whole("gcd", numbers)),
    "lcm": lambda numbers: lcm(*_whole("lcm", numbers)),
    "mod": _mod,
}
