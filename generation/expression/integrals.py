"""Definite integrals: exact values over an interval on which the function is shown to be continuous."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from generation.expression.calculus import put_in, rational_in, variable
from generation.expression.enclosure import sign
from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.exact import Ratio, exact, rational_value
from generation.expression.normal import polynomial_tree
from generation.expression.primitives import primitive
from generation.expression.tree import (
    Add,
    Call,
    Div,
    Expr,
    Neg,
    Num,
    Pow,
    Sub,
    bound,
    children,
    rebuild,
    sum_of,
    symbols,
    walk,
)
from generation.expression.zeros import Number, sign_at, zeros_between

MAX_PIECES = 60
_TWO = Num(Fraction(2))


def definite_integral(args: tuple[Expr, ...]) -> Ratio:
    """``integrate(f, x, a, b)``; with letters in f or at the ends for polynomials only."""
    body, name, low, high = args[0], variable(args[1]), args[2], args[3]
    if _is_polynomial(body, name):
        grown = primitive(body, name)
        return exact(Sub(put_in(grown, name, high), put_in(grown, name, low)))
    first, last = _end(low), _end(high)
    direction = sign(last - first)
    if not direction:
        exact(put_in(body, name, low))
        return exact(Num(Fraction(0)))
    if direction < 0:
        first, last = last, first
    pieces = _pieces(_without_choices(body), name, first, last)
    return exact(sum_of([(direction, _over(part, name, a, b)) for part, a, b in pieces]))


def _is_polynomial(body: Expr, name: str) -> bool:
    return rational_in(body, name) and not any(
        (isinstance(part, Div) and name in symbols(part.right))
        or (isinstance(part, Pow) and name in symbols(part.base) and not (rational_value(part.exponent) or 0) > 0)
        or (bound(part) is not None and name in symbols(part))
        for part in walk(body)
    )


def _end(expr: Expr) -> Number:
    value = exact(expr).polynomial()
    if value is None or value.unknowns or not value.is_real:
        raise NotExactError("an integral between ends that are no exact numbers")
    return value


def _over(body: Expr, name: str, low: Number, high: Number) -> Expr:
    _needs_continuous(body, name, low, high)
    grown = primitive(body, name)
    ends = Sub(put_in(grown, name, polynomial_tree(high)), put_in(grown, name, polynomial_tree(low)))
    try:
        exact(ends)
    except UndefinedError as error:
        raise NotExactError("an antiderivative that is undefined at an end") from error
    return ends


# -- absolute values: one piece between two zeros --------------------------------------------------------------


def _without_choices(expr: Expr) -> Expr:
    """The greater or smaller of two by their difference's absolute value."""
    parts = tuple(_without_choices(part) for part in children(expr) if isinstance(part, Expr))
    if isinstance(expr, Call) and expr.name in ("max", "min") and len(parts) == 2:
        first, second = parts
        apart = Call("abs", (Sub(first, second),))
        return Div((Add if expr.name == "max" else Sub)(Add(first, second), apart), _TWO)
    tree = rebuild(expr, parts) if parts else expr
    assert isinstance(tree, Expr)
    return tree


def _pieces(body: Expr, name: str, low: Number, high: Number) -> Iterator[tuple[Expr, Number, Number]]:
    inner = next((arg for arg in _absolutes(body) if name in symbols(arg)), None)
    if inner is None:
        yield body, low, high
        return
    inside = [zero for zero in zeros_between(inner, name, low, high) if sign(zero - low) and sign(high - zero)]
    if len(inside) > MAX_PIECES:
        raise BudgetError("an integral in too many pieces")
    for a, b in pairwise([low, *inside, high]):
        middle = (a + b).scaled(Fraction(1, 2))
        chosen = inner if sign_at(inner, name, middle) > 0 else Neg(inner)
        yield from _pieces(_replaced(body, Call("abs", (inner,)), chosen), name, a, b)


def _absolutes(expr: Expr) -> Iterator[Expr]:
    """Arguments of absolute values, those inside others first; not below a bound letter."""
    if bound(expr) is not None:
        return
    for part in children(expr):
        if isinstance(part, Expr):
            yield from _absolutes(part)
    if isinstance(expr, Call) and expr.name == "abs":
        yield expr.args[0]


def _replaced(expr: Expr, old: Expr, new: Expr) -> Expr:
    if expr == old:
        return new
    parts = tuple(_replaced(part, old, new) if isinstance(part, Expr) else part for part in children(expr))
    tree = rebuild(expr, parts) if parts else expr
    assert isinstance(tree, Expr)
    return tree


# -- continuity ------------------------------------------------------------------------------------------------


def _needs_continuous(body: Expr, name: str, low: Number, high: Number) -> None:
    """Raises NotExactError unless every part of the function is shown to be defined from end to end."""
    for part in walk(body):
        if not isinstance(part, Expr) or name not in symbols(part):
            continue
        if isinstance(part, Call):
            _continuous_call(part, name, low, high)
        elif isinstance(part, Div) and name in symbols(part.right):
            _never_zero(part.right, name, low, high)
        elif isinstance(part, Pow):
            _continuous_power(part, name, low, high)


def _continuous_call(call: Call, name: str, low: Number, high: Number) -> None:
    if call.name in ("ln", "log") and all(name not in symbols(arg) for arg in call.args[1:]):
        _never_zero(call.args[0], name, low, high)
        _not_negative(call.args[0], name, low, high)
    elif call.name == "tan":
        _never_zero(Call("cos", call.args), name, low, high)
    elif call.name == "sqrt" or (call.name == "root" and name not in symbols(call.args[1])):
        _not_negative(call.args[0], name, low, high)
    elif call.name not in ("sin", "cos", "exp", "abs"):
        raise NotExactError(f"an integral of {call.name}")


def _continuous_power(part: Pow, name: str, low: Number, high: Number) -> None:
    if name in symbols(part.exponent):
        if name in symbols(part.base) or sign(_end(part.base)) <= 0:
            raise NotExactError("an integral of a power with a variable base and exponent")
        return
    power = rational_value(part.exponent)
    if power is None or power <= 0:
        _never_zero(part.base, name, low, high)
    if power is None or power.denominator != 1:
        _not_negative(part.base, name, low, high)


def _never_zero(expr: Expr, name: str, low: Number, high: Number) -> None:
    if zeros_between(expr, name, low, high):
        raise NotExactError("an integral over a place where the function is undefined")


def _not_negative(expr: Expr, name: str, low: Number, high: Number) -> None:
    inside = [zero for zero in zeros_between(expr, name, low, high) if sign(zero - low) and sign(high - zero)]
    middle = (low + high).scaled(Fraction(1, 2))
    if inside or sign_at(expr, name, middle) < 0:
        raise NotExactError("an integral over a place where the function is not real")
