"""Limits at infinity of quotients with powers r^n in them: the strongest term above and below the fraction bar."""

from __future__ import annotations

from dataclasses import dataclass

from generation.expression.calculus import rational_in
from generation.expression.enclosure import sign
from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.exact import Ratio, exact, quotient
from generation.expression.polynomial import Polynomial
from generation.expression.ratios import ZERO
from generation.expression.tree import Add, Call, Const, Div, Expr, Mul, Neg, Pow, Sub, Sym, symbols

Number = Polynomial


@dataclass(frozen=True, slots=True)
class _Term:
    """coefficient · base^n · n^power."""

    coefficient: Number
    base: Number
    power: int


def limit_of_powers(body: Expr, name: str) -> Ratio | int | None:
    """The limit as n grows; 1 or -1 for oo and -oo; None where the expression holds no power r^n or other functions.

    Raises UndefinedError where it has no limit, NotExactError where that is not found.
    """
    bases: dict[str, Number] = {}
    tree = named_powers(body, name, bases)
    if tree is None or not bases or not rational_in(tree, name):
        return None
    ratio = exact(tree)
    top, bottom = _strongest(ratio.top, name, bases), _strongest(ratio.bottom, name, bases)
    if top is None:
        return ZERO
    if bottom is None:
        raise UndefinedError("division by zero")
    growth = sign(_size(top.base) - _size(bottom.base)) or (top.power > bottom.power) - (top.power < bottom.power)
    if growth < 0:
        return ZERO
    if sign(top.base) != sign(bottom.base):
        raise UndefinedError("the values change their sign for ever")
    if growth == 0:
        return quotient(top.coefficient, bottom.coefficient)
    return sign(top.coefficient) * sign(bottom.coefficient)


def named_powers(expr: Expr, name: str, bases: dict[str, Number]) -> Expr | None:
    """The expression with a name for each r^n, its base under that name in ``bases``; None for other functions of n."""
    if name not in symbols(expr):
        return expr
    match expr:
        case Sym():
            return expr
        case Pow(base, exponent) if name not in symbols(base) and name in symbols(exponent):
            return _power(base, exponent, name, bases)
        case Call("exp", (arg,)):
            return _power(Const("e"), arg, name, bases)
        case Neg(arg):
            inner = named_powers(arg, name, bases)
            return None if inner is None else Neg(inner)
        case Add(left, right) | Sub(left, right) | Mul(left, right) | Div(left, right):
            first, second = named_powers(left, name, bases), named_powers(right, name, bases)
            return None if first is None or second is None else type(expr)(first, second)
        case Pow(base, exponent) if name not in symbols(exponent):
            inner = named_powers(base, name, bases)
            return None if inner is None else Pow(inner, exponent)
        case _:
            return None


def _power(base: Expr, exponent: Expr, name: str, bases: dict[str, Number]) -> Expr | None:
    """r^(an + b) as (r^a)^n · r^b."""
    if not rational_in(exponent, name):
        return None
    linear = exact(exponent).polynomial()
    parts = linear.coefficients(name) if linear is not None else []
    slope = parts[1].rational() if len(parts) == 2 else None
    shift = parts[0].rational() if len(parts) == 2 else None
    if slope is None or shift is None or slope.denominator != 1 or slope == 0:
        return None
    value = exact(base).polynomial()
    if value is None or value.unknowns or not value.is_real:
        raise NotExactError("a power of a letter as its exponent grows")
    from generation.expression.tree import number as tree_of

    raised = exact(Pow(base, tree_of(slope))).polynomial()
    if raised is None:
        raise NotExactError("a power whose base is no exact number")
    if raised.is_zero:
        raise NotExactError("powers of zero")
    known = next((key for key, other in bases.items() if other == raised), None)
    key = known or f"{name}^{len(bases)}"
    bases[key] = raised
    return Mul(Sym(key), Pow(base, tree_of(shift))) if shift else Sym(key)


def _strongest(polynomial: Polynomial, name: str, bases: dict[str, Number]) -> _Term | None:
    """The term that outgrows all others; None for zero."""
    totals: list[_Term] = []
    for (root, monomial), c in polynomial.terms.items():
        powers = dict(monomial)
        power = powers.pop(name, 0)
        base = Polynomial.constant(1)
        for key, value in bases.items():
            base = base * value.power(powers.pop(key, 0))
        rest = Polynomial({(root, tuple(sorted(powers.items()))): c})
        if rest.unknowns:
            raise NotExactError("a limit that depends on letters")
        _collect(totals, _Term(rest, base, power))
    totals = [term for term in totals if sign(term.coefficient)]
    if not totals:
        return None
    best = totals[0]
    for term in totals[1:]:
        if _stronger(term, best) > 0:
            best = term
    if any(term is not best and not _stronger(term, best) for term in totals):
        raise NotExactError("two terms of the same size")
    return best


def _collect(totals: list[_Term], term: _Term) -> None:
    for position, other in enumerate(totals):
        if other.base == term.base and other.power == term.power:
            totals[position] = _Term(other.coefficient + term.coefficient, term.base, term.power)
            return
    totals.append(term)


def _stronger(a: _Term, b: _Term) -> int:
    return sign(_size(a.base) - _size(b.base)) or (a.power > b.power) - (a.power < b.power)


def _size(number: Number) -> Number:
    return number if sign(number) > 0 else -number
