"""Limits: a function is expanded in powers of the distance t to the place, and its first term tells.

``x -> a`` from above is ``x = a + t``, from below ``x = a - t``, at infinity ``x = 1/t``, with t small and positive.
A limit from both sides is one that both sides agree on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from generation.expression.calculus import put_in, rational_in, variable
from generation.expression.dominance import limit_of_powers
from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.exact import Ratio, exact, rational_value
from generation.expression.normal import ratio_tree
from generation.expression.ratios import ZERO
from generation.expression.series import LOG_T, Series, UnresolvedError, constant, identity
from generation.expression.tree import (
    Add,
    Call,
    Const,
    Div,
    Expr,
    Mul,
    Neg,
    Num,
    Percent,
    Pow,
    Sub,
    Sym,
    bound,
    symbols,
)

ORDERS = (1, 4, 10, 24)
"""Terms of an expansion: more only where the first ones cancel."""


@dataclass(frozen=True, slots=True)
class Infinite:
    """A limit beyond all bounds, with its sign."""

    sign: int


Limit = Ratio | Infinite


def limit_value(args: tuple[Expr, ...]) -> Ratio:
    """``limit(f, x, a)``, with 1 or -1 as a fourth argument from above or below.

    Raises UndefinedError where the sides differ, NotExactError where the limit is infinite or not found.
    """
    found = limit_of(args)
    if isinstance(found, Infinite):
        raise NotExactError("a limit that is infinite")
    return found


def limit_of(args: tuple[Expr, ...]) -> Limit:
    """The limit, which may be infinite. Raises as :func:`limit_value`."""
    body, name, point = args[0], variable(args[1]), args[2]
    if name in symbols(point):
        raise NotExactError("a limit at a place that moves")
    if point in (Const("oo"), Neg(Const("oo"))):
        return _at_infinity(body, name, -1 if isinstance(point, Neg) else 1)
    side = rational_value(args[3]) if len(args) == 4 else None
    if side in (1, -1):
        return _from_side(body, name, point, int(side))
    if len(args) == 4:
        raise NotExactError("the side of a limit is 1 or -1")
    above, below = (_from_side(body, name, point, s) for s in (1, -1))
    if _same(above, below):
        return above
    raise UndefinedError("the limits from above and from below differ")


def _same(a: Limit, b: Limit) -> bool:
    if isinstance(a, Infinite) or isinstance(b, Infinite):
        return a == b
    return a.equals(b)


def _from_side(body: Expr, name: str, point: Expr, side: int) -> Limit:
    at = exact(point)
    return _expanded(body, name, lambda order: identity(at, side, order))


def _at_infinity(body: Expr, name: str, direction: int) -> Limit:
    forward = body if direction > 0 else put_in(body, name, Neg(Sym(name)))
    if (found := limit_of_powers(forward, name)) is not None:
        return Infinite(found) if isinstance(found, int) else found
    return _expanded(body, name, lambda order: constant(exact(Num(Fraction(direction))), order).over_t())


def _expanded(body: Expr, name: str, start: Callable[[int], Series]) -> Limit:
    for order in ORDERS:
        try:
            series = expansion(body, name, start(order))
            if series.is_zero or (not series.terms and series.rest is not None and series.rest > 0):
                return ZERO
            return _of_first(series)
        except UnresolvedError:
            continue
    raise NotExactError("a limit that is not found")


def _of_first(series: Series) -> Limit:
    if series.low > 0:
        return ZERO
    if series.low == 0 and LOG_T not in series.first.top.variables:
        return series.first
    return Infinite(series.first_sign())


# -- expansions of trees ---------------------------------------------------------------------------------------


def expansion(expr: Expr, name: str, x: Series) -> Series:
    """The expression as a series, with one for its variable. Raises NotExactError or UndefinedError."""
    if name not in symbols(expr):
        return constant(exact(expr), x.order)
    match expr:
        case Sym():
            return x
        case Neg(arg):
            return -expansion(arg, name, x)
        case Percent(arg):
            return expansion(arg, name, x) * constant(exact(Percent(Num(Fraction(1)))), x.order)
        case Add(left, right):
            return expansion(left, name, x) + expansion(right, name, x)
        case Sub(left, right):
            return expansion(left, name, x) + -expansion(right, name, x)
        case Mul(left, right):
            return expansion(left, name, x) * expansion(right, name, x)
        case Div(left, right):
            return expansion(left, name, x) * expansion(right, name, x).inverse()
        case Pow(base, exponent):
            return _power(base, exponent, name, x)
        case Call():
            return _call(expr, name, x)
        case _:
            raise NotExactError("a limit of what is no function")


def _power(base: Expr, exponent: Expr, name: str, x: Series) -> Series:
    if name not in symbols(exponent):
        power = rational_value(exponent)
        if power is None:
            raise NotExactError("a limit of an irrational power")
        return expansion(base, name, x).power(power)
    rate = expansion(exponent, name, x)
    if base == Const("e"):
        return rate.exponential()
    return (rate * expansion(base, name, x).logarithm()).exponential()


def _call(call: Call, name: str, x: Series) -> Series:
    if bound(call) is not None or call.name in ("diff", "integrate", "sum", "product", "limit"):
        if not rational_in(call, name):
            raise NotExactError(f"a limit of this {call.name}")
        closed = exact(call)
        if rational_in(tree := ratio_tree(closed), name) and not isinstance(tree, Call):
            return expansion(tree, name, x)
        raise NotExactError(f"a limit of this {call.name}")
    if call.name == "root" and name not in symbols(call.args[1]):
        degree = rational_value(call.args[1])
        if degree is None or degree.denominator != 1 or degree < 2:
            raise NotExactError("a limit of a root of this degree")
        return expansion(call.args[0], name, x).root(int(degree))
    if call.name == "log" and len(call.args) == 2:
        return expansion(Div(Call("ln", call.args[:1]), Call("ln", call.args[1:])), name, x)
    if len(call.args) != 1 or call.name not in _FUNCTIONS:
        raise NotExactError(f"a limit of {call.name}")
    return _FUNCTIONS[call.name](expansion(call.args[0], name, x))


def _floor(series: Series) -> Series:
    """Just above or below a whole number, or anywhere else, where the function does not jump."""
    whole = series.whole_part()
    return constant(exact(Num(Fraction(whole)) if whole >= 0 else Neg(Num(Fraction(-whole)))), series.order)


_FUNCTIONS: dict[str, Callable[[Series], Series]] = {
    "sqrt": lambda u: u.root(2),
    "exp": lambda u: u.exponential(),
    "ln": lambda u: u.logarithm(),
    "log": lambda u: u.logarithm() * constant(exact(Div(Num(Fraction(1)), Call("ln", (Num(Fraction(10)),)))), u.order),
    "sin": lambda u: u.sine(),
    "cos": lambda u: u.cosine(),
    "tan": lambda u: u.sine() * u.cosine().inverse(),
    "abs": lambda u: u if u.first_sign() > 0 else -u,
    "floor": _floor,
    "ceil": lambda u: -_floor(-u),
}
