"""Sums up to a letter or without end: of fractions that telescope, and of polynomials times powers r^k.

Every form F found here fulfils F(n) - F(n-1) = f(n); for fractions that is checked exactly, for powers it is how the
coefficients are found.
"""

from __future__ import annotations

from fractions import Fraction
from math import comb

from generation.expression.calculus import denominators, put_in, rational_in
from generation.expression.dominance import named_powers
from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.exact import ONE, Ratio, exact
from generation.expression.limits import Infinite, limit_of
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Key, Polynomial
from generation.expression.primitives import partial_fractions
from generation.expression.ratios import added, divided, multiplied, negated, rational
from generation.expression.sums import telescoped
from generation.expression.tree import Add, Const, Div, Expr, Mul, Num, Pow, Sub, Sym, number, symbols

MAX_SHIFT = 50
MAX_POWER = 4
_ONE = Num(Fraction(1))


def sum_without_end(body: Expr, name: str, first: Expr) -> Ratio:
    """The limit of the partial sums. Raises UndefinedError where they have none, NotExactError where not found."""
    partial = closed_sum(body, name, first, Sym("N"))
    found = limit_of((partial, Sym("N"), Const("oo")))
    if isinstance(found, Infinite):
        raise NotExactError("a sum that grows without bound")
    return found


def closed_sum(body: Expr, name: str, first: Expr, last: Expr) -> Expr:
    """The sum as an expression of its ends, for a number as the first. Raises NotExactError where none is found."""
    start = exact(first).rational()
    if start is None or start.denominator != 1:
        raise NotExactError("a sum from a letter on")
    if rational_in(body, name):
        return _of_fraction(body, name, int(start), last)
    return _of_powers(body, name, int(start), last)


# -- fractions -------------------------------------------------------------------------------------------------


def _of_fraction(body: Expr, name: str, first: int, last: Expr) -> Expr:
    """Partial fractions whose shifts against each other cancel but for the first and last ones."""
    _needs_no_pole(body, name, first)
    ratio = exact(body)
    top, bottom = ratio.top.rational_coefficients(name), ratio.bottom.rational_coefficients(name)
    if top is None or bottom is None:
        raise NotExactError("a sum of fractions with letters")
    whole, parts = partial_fractions(top, bottom)
    if any(whole):
        raise NotExactError("a sum of fractions with a whole part")
    total: Expr = Num(Fraction(0))
    for power in {power for _, power, _ in parts}:
        alike = [(-root, c) for root, p, c in parts if p == power]
        for residue in {shift % 1 for shift, _ in alike}:
            group = sorted((shift, c) for shift, c in alike if shift % 1 == residue)
            total = Add(total, _telescoped(group, power, first, last))
    _check(total, body, name, last)
    return total


def _telescoped(group: list[tuple[Fraction, Fraction]], power: int, first: int, last: Expr) -> Expr:
    """Terms c/(k + a)^power, whose shifts a differ by whole numbers and whose c add up to zero."""
    if sum(c for _, c in group):
        raise NotExactError("a sum of fractions that does not telescope")
    least = group[0][0]
    total: Expr = Num(Fraction(0))
    for shift, c in group:
        if shift - least > MAX_SHIFT:
            raise BudgetError("a sum whose terms cancel too far apart")
        for j in range(int(shift - least)):
            behind = Div(number(c), Pow(Add(last, number(least + j + 1)), number(power)))
            total = Add(total, Sub(behind, number(c / (first + least + j) ** power)))
    return total


def _needs_no_pole(body: Expr, name: str, first: int) -> None:
    """No denominator is zero at a whole number from the first on."""
    for below in denominators(body):
        if name not in symbols(below):
            continue
        coefficients = exact(below).top.rational_coefficients(name) if rational_in(below, name) else None
        if coefficients is None:
            raise NotExactError("a sum of fractions, one of which may be undefined")
        _, parts = partial_fractions([Fraction(1)], coefficients)
        if any(root.denominator == 1 and root >= first for root, _, _ in parts):
            raise UndefinedError("division by zero in one of the terms")


def _check(total: Expr, body: Expr, name: str, last: Expr) -> None:
    if isinstance(last, Sym):
        before = put_in(total, last.name, Sub(last, _ONE))
        if not exact(Sub(total, before)).equals(exact(put_in(body, name, last))):
            raise NotExactError("a closed form that does not telescope")


# -- powers ----------------------------------------------------------------------------------------------------


def _of_powers(body: Expr, name: str, first: int, last: Expr) -> Expr:
    bases: dict[str, Polynomial] = {}
    tree = named_powers(body, name, bases)
    ratio = exact(tree) if tree is not None and rational_in(tree, name) else None
    if ratio is None or (ratio.bottom.unknowns & {name, *bases}):
        raise NotExactError("a sum without a closed form")
    total: Expr = Num(Fraction(0))
    for base, power, coefficient in _parts(ratio.top, name, bases):
        scaled = Div(polynomial_tree(coefficient), polynomial_tree(ratio.bottom))
        total = Add(total, Mul(scaled, _of_one_power(base, power, first, last)))
    return total


def _parts(top: Polynomial, name: str, bases: dict[str, Polynomial]) -> list[tuple[Polynomial, int, Polynomial]]:
    """Terms as (base, power of k, coefficient)."""
    found: list[tuple[Polynomial, int, Polynomial]] = []
    for (root, monomial), c in top.terms.items():
        powers = dict(monomial)
        power = powers.pop(name, 0)
        base = ONE
        for key, value in bases.items():
            base = base * value.power(powers.pop(key, 0))
        found.append((base, power, Polynomial({(root, tuple(sorted(powers.items()))): c})))
    return found


def _of_one_power(base: Polynomial, power: int, first: int, last: Expr) -> Expr:
    """Σ k^p r^k as q(n) r^n - q(first - 1) r^(first - 1), where q(k) - q(k-1)/r = k^p."""
    if power > MAX_POWER:
        raise BudgetError(f"a sum with powers above {MAX_POWER}")
    ratio = Ratio(base, ONE)
    inverse = divided(rational(1), ratio)
    spare = added(rational(1), negated(inverse))
    if spare.top.is_zero:
        return _of_one(power, first, last)
    q: list[Ratio] = [rational(0)] * (power + 1)
    for exponent in range(power, -1, -1):
        right = rational(1 if exponent == power else 0)
        for higher in range(exponent + 1, power + 1):  # from q(k-1)/r
            sign = (-1) ** (higher - exponent)
            right = added(right, multiplied(multiplied(inverse, q[higher]), rational(sign * comb(higher, exponent))))
        q[exponent] = divided(right, spare)
    before = number(Fraction(first - 1))
    return Sub(_at(q, last, base), _at(q, before, base))


def _of_one(power: int, first: int, last: Expr) -> Expr:
    """Σ k^p."""
    name = "k"
    key: Key = (1, ((name, power),) if power else ())
    closed = polynomial_tree(telescoped(Ratio(Polynomial({key: Fraction(1)}), ONE), name))
    return Sub(put_in(closed, name, last), put_in(closed, name, number(Fraction(first - 1))))


def _at(q: list[Ratio], place: Expr, base: Polynomial) -> Expr:
    total: Expr = Num(Fraction(0))
    for coefficient in reversed(q):
        total = Add(Mul(total, place), polynomial_tree(coefficient.top))
    return Mul(total, Pow(polynomial_tree(base), place))
