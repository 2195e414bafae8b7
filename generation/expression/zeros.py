"""Exact real zeros of expressions in one variable between two numbers, and signs there.

Everything here is complete or refuses: a list of zeros that might lack one is never given.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cmp_to_key
from math import gcd, isqrt, lcm

from generation.expression.algebraic import square_root
from generation.expression.enclosure import enclose, sign
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Call, Const, Div, Expr, Mul, Neg, Num, Pow, Sub, substitute, symbols

Number = Polynomial
MAX_COEFFICIENT = 10**8
"""Divisors are found by trial division."""
MAX_PERIODS = 50
_PI = Polynomial.variable("π")
_ONE = Num(Fraction(1))


# -- polynomials -----------------------------------------------------------------------------------------------


def polynomial_zeros(coefficients: list[Fraction]) -> list[Number]:
    """The distinct real zeros, by power, the constant first. Raises NotExactError where one has no exact form."""
    rest = _trimmed(coefficients)
    if not rest:
        raise NotExactError("zero everywhere")
    zeros: list[Number] = []
    while len(rest) > 1 and not rest[0]:
        zeros, rest = [Polynomial.constant(0)], rest[1:]
    for root in _rational_zeros(rest):
        zeros.append(Polynomial.constant(root))
        while len(rest) > 1 and not _value(rest, root):
            rest = _without(rest, root)
    if len(rest) == 3:
        zeros += _of_quadratic(rest)
    elif len(rest) == 5 and not rest[1] and not rest[3]:
        for square in _of_quadratic([rest[0], rest[2], rest[4]]):
            if sign(square) > 0:
                root_ = square_root(square)
                zeros += [root_, -root_]
    elif len(rest) > 3 and not _without_zeros(rest):
        raise NotExactError("a zero of a polynomial that has no exact form here")
    return ascending(zeros)


def ascending(numbers: list[Number]) -> list[Number]:
    """The distinct numbers, smallest first."""
    found: list[Number] = []
    for number in sorted(numbers, key=cmp_to_key(_order)):
        if not found or sign(number - found[-1]):
            found.append(number)
    return found


def _order(a: Number, b: Number) -> int:
    return sign(a - b)


def _trimmed(p: list[Fraction]) -> list[Fraction]:
    end = len(p)
    while end and not p[end - 1]:
        end -= 1
    return p[:end]


def _without_zeros(p: list[Fraction]) -> bool:
    """Even powers alone, all of one sign."""
    return all(not c for c in p[1::2]) and len({c > 0 for c in p[::2] if c}) == 1 and bool(p[0])


def _value(p: list[Fraction], x: Fraction) -> Fraction:
    total = Fraction(0)
    for c in reversed(p):
        total = total * x + c
    return total


def _without(p: list[Fraction], root: Fraction) -> list[Fraction]:
    """The polynomial over (x - root), by Horner's rule."""
    result: list[Fraction] = []
    carry = Fraction(0)
    for c in reversed(p[1:]):
        carry = carry * root + c
        result.append(carry)
    return result[::-1]


def _rational_zeros(p: list[Fraction]) -> list[Fraction]:
    """A divisor of the constant over a divisor of the leading coefficient, with whole coefficients."""
    if len(p) < 2:
        return []
    scale = lcm(*(c.denominator for c in p))
    whole = [int(c * scale) for c in p]
    common = gcd(*whole)
    whole = [c // common for c in whole]
    if len(p) == 2:
        return [Fraction(-whole[0], whole[1])]
    if max(abs(whole[0]), abs(whole[-1])) > MAX_COEFFICIENT:
        raise BudgetError("a polynomial with coefficients too large to be factored")
    candidates = {
        Fraction(s * a, b) for a in _divisors(abs(whole[0])) for b in _divisors(abs(whole[-1])) for s in (1, -1)
    }
    return sorted(c for c in candidates if not _value(p, c))


def _divisors(n: int) -> list[int]:
    small = [d for d in range(1, isqrt(n) + 1) if n % d == 0]
    return [*small, *(n // d for d in small)]


def _of_quadratic(p: list[Fraction]) -> list[Number]:
    c, b, a = p
    discriminant = b * b - 4 * a * c
    if discriminant < 0:
        return []
    middle = Polynomial.constant(-b / (2 * a))
    offset = Polynomial.square_root(discriminant).scaled(1 / (2 * a))
    return [middle - offset, middle + offset]


# -- expressions between two numbers ---------------------------------------------------------------------------


def zeros_between(expr: Expr, name: str, low: Number, high: Number) -> list[Number]:
    """The zeros of a continuous expression from one number to another, both included, ascending."""
    found = _zeros(expr, name, low, high)
    return ascending([zero for zero in found if sign(zero - low) >= 0 and sign(high - zero) >= 0])


def _zeros(expr: Expr, name: str, low: Number, high: Number) -> list[Number]:
    if name not in symbols(expr):
        if not _number(expr).is_zero:
            return []
        raise NotExactError("zero everywhere")
    if (coefficients := _coefficients(expr, name)) is not None:
        return polynomial_zeros(coefficients)
    match expr:
        case Neg(arg) | Call("sqrt" | "abs", (arg,)):
            return _zeros(arg, name, low, high)
        case Mul(left, right):
            parts = [part for part in (left, right) if name in symbols(part) or _number(part).is_zero]
            return [zero for part in parts for zero in _zeros(part, name, low, high)]
        case Div(left, _):
            return _zeros(left, name, low, high)
        case Call("exp", _):
            return []
        case Call("ln", (arg,)) | Call("log", (arg,)) | Call("log", (arg, _)):
            return _zeros(Sub(arg, _ONE), name, low, high)
        case Call("sin", (arg,)):
            return _of_angle(arg, name, low, high, Polynomial.constant(0))
        case Call("cos", (arg,)):
            return _of_angle(arg, name, low, high, _PI.scaled(Fraction(1, 2)))
        case Pow(base, exponent) if name not in symbols(base) and sign(_number(base)) > 0:
            return []
        case Pow(base, exponent) if name not in symbols(exponent) and sign(_number(exponent)) > 0:
            return _zeros(base, name, low, high)
    raise NotExactError("zeros of an expression of this sort")


def _coefficients(expr: Expr, name: str) -> list[Fraction] | None:
    """Of the numerator, for a rational function with rational coefficients."""
    from generation.expression.calculus import rational_in  # which leads back here by integrals

    if not rational_in(expr, name):
        return None
    top = exact(expr).top
    return top.rational_coefficients(name) if not top.variables - {name} else None


def _number(expr: Expr) -> Number:
    value = exact(expr).polynomial()
    if value is None or value.unknowns or not value.is_real:
        raise NotExactError("not a real number")
    return value


def linear(expr: Expr, name: str) -> tuple[Number, Number] | None:
    """``(c, d)`` of c·x + d with numbers, c not zero; None for other expressions."""
    from generation.expression.calculus import rational_in

    if not rational_in(expr, name):
        return None
    value = exact(expr).polynomial()
    parts = value.coefficients(name) if value is not None else []
    if len(parts) != 2 or any(part.unknowns or not part.is_real for part in parts):
        return None
    return parts[1], parts[0]


def _of_angle(arg: Expr, name: str, low: Number, high: Number, first: Number) -> list[Number]:
    """Where a linear argument is ``first`` and whole multiples of π more or less."""
    parts = linear(arg, name)
    slope = parts[0].rational() if parts is not None else None
    if parts is not None and slope is None:
        over = exact(Div(polynomial_tree(parts[0]), Const("pi"))).rational()
        return [] if over is None else _of_turns(parts[1], over, first, (low, high))
    if parts is None or slope is None:
        raise NotExactError("zeros of a function of such an angle")
    ends = [end.scaled(slope) + parts[1] - first for end in (low, high)]
    return [(_PI.scaled(Fraction(k)) + first - parts[1]).scaled(1 / slope) for k in _multiples(ends)]


def _of_turns(shift: Number, slope: Fraction, first: Number, ends: tuple[Number, Number]) -> list[Number]:
    """For arguments π·slope·x + shift, where the shift is a rational multiple of π."""
    offset = exact(Div(polynomial_tree(first - shift), Const("pi"))).rational()
    if offset is None:
        raise NotExactError("zeros of a function of such an angle")
    scaled = [_PI * end.scaled(slope) - _PI.scaled(offset) for end in ends]
    return [Polynomial.constant((k + offset) / slope) for k in _multiples(scaled)]


def _multiples(ends: list[Number]) -> range:
    """Whole numbers k with kπ between two numbers, and one more on each side."""
    bounds = [end for number in ends for end in enclose(number, 64)]
    first, last = int(min(bounds) / 3) - 2, int(max(bounds) / 3) + 2
    if last - first > MAX_PERIODS:
        raise BudgetError("too many periods")
    return range(first, last + 1)


def sign_at(expr: Expr, name: str, point: Number) -> int:
    """The sign of an expression at a number, by its structure where its value is not exact."""
    match expr:
        case Neg(arg):
            return -sign_at(arg, name, point)
        case Mul(left, right) | Div(left, right):
            return sign_at(left, name, point) * sign_at(right, name, point)
        case Call("exp", _):
            return 1
        case Call("ln", (arg,)):
            return sign_at(Sub(arg, _ONE), name, point)
        case Call("sqrt" | "abs", (arg,)):
            return abs(sign_at(arg, name, point))
        case Pow(base, _) if name not in symbols(base) and sign(_number(base)) > 0:
            return 1
        case Pow(base, Num(power)) if power.denominator == 1:
            return sign_at(base, name, point) ** (1 if power % 2 else 2) if power else 1
    tree = substitute(expr, {name: polynomial_tree(point)})
    assert isinstance(tree, Expr)
    return sign(_number(tree))
