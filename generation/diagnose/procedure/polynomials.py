"""Expanding, collecting and factoring."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from generation.diagnose.procedure.numbers import Next
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree, ratio_tree
from generation.expression.polynomial import Key, Monomial, Polynomial
from generation.expression.tree import Add, Div, Expr, Mul, Neg, Num, Pow, Sub, number, product_of, sum_of, walk

MAX_SPREAD = 64
"""Terms that are written out one by one before they are collected."""
MAX_POWER = 4
"""Higher powers of sums are expanded in one go."""


def next_polynomial_line(expr: Expr) -> Next | None:
    """Brackets expanded first, then like terms collected; None where both are done."""
    final = ratio_tree(exact(expr))
    spread = sum_of(spread_terms(expr)) if _spread_size(expr) <= MAX_SPREAD else final
    if spread not in (expr, final):
        return spread, "expand"
    if final == expr:
        return None
    monomial = not any(isinstance(node, Add | Sub) for node in walk(expr))
    return final, "exponent-laws" if monomial else "collect"


def next_factoring_line(expr: Expr) -> Next | None:
    """The factored form; None where the expression is a product or power already."""
    if isinstance(expr, Mul | Pow):
        return None
    factored = factor(expr)
    return None if factored == expr else (factored, "factor")


def spread_terms(expr: Expr) -> list[tuple[int, Expr]]:
    """The signed terms once every bracket is multiplied out, nothing collected. Raises BudgetError for too many."""
    if _spread_size(expr) > MAX_SPREAD:
        raise BudgetError(f"more than {MAX_SPREAD} terms")
    return [_signed(term) for term in _spread(expr)]


def _spread_size(expr: Expr) -> int:
    """How many terms there are once every bracket is multiplied out; cut off above the budget."""
    match expr:
        case Add(left, right) | Sub(left, right):
            size = _spread_size(left) + _spread_size(right)
        case Mul(left, right):
            size = _spread_size(left) * _spread_size(right)
        case Neg(arg) | Div(arg, _):
            size = _spread_size(arg)
        case Pow(base, Num(value)) if 2 <= value <= MAX_POWER:
            size = int(_spread_size(base) ** value)
        case _:
            size = 1
    return min(size, 10 * MAX_SPREAD)


def _spread(expr: Expr) -> list[Expr]:
    match expr:
        case Add(left, right):
            return _spread(left) + _spread(right)
        case Sub(left, right):
            return _spread(left) + [Neg(term) for term in _spread(right)]
        case Neg(arg):
            return [Neg(term) for term in _spread(arg)]
        case Mul(left, right):
            return [Mul(a, b) for a in _spread(left) for b in _spread(right)]
        case Div(left, right) if len(parts := _spread(left)) > 1:
            return [Div(part, right) for part in parts]
        case Pow(base, Num(value)) if len(_spread(base)) > 1 and 2 <= value <= MAX_POWER:
            return _spread(Mul(base, base if value == 2 else Pow(base, Num(value - 1))))
        case _:
            return [expr]


def _signed(term: Expr) -> tuple[int, Expr]:
    simple = ratio_tree(exact(term))
    match simple:
        case Neg(arg):
            return -1, arg
        case _:
            return 1, simple


def factor(expr: Expr) -> Expr:
    """Factored over the rationals as far as middle school goes: common factors, squares, quadratic trinomials."""
    polynomial = exact(expr).polynomial()
    if polynomial is None:
        raise NotExactError("only polynomials are factored")
    if polynomial.is_zero:
        return number(0)
    outside, inner = _common_factor(polynomial)
    if sum(1 for _ in inner.terms) <= 1:
        return expr
    parts = _difference_of_squares(inner) or _quadratic_factors(inner) or [inner]
    trees = [polynomial_tree(part) for part in parts]
    powers = [Pow(trees[0], Num(Fraction(2)))] if len(trees) == 2 and trees[0] == trees[1] else trees
    lead = polynomial_tree(outside)
    if outside.rational() == 1:
        return product_of(powers)
    if isinstance(lead, Neg):
        return Neg(product_of(powers if lead.arg == Num(Fraction(1)) else [lead.arg, *powers]))
    return product_of([lead, *powers])


def _common_factor(p: Polynomial) -> tuple[Polynomial, Polynomial]:
    """Number and letters common to all terms (the number takes the sign of the first term), and the rest."""
    shared: dict[str, int] | None = None
    for _, monomial in p.terms:
        powers = dict(monomial)
        shared = powers if shared is None else {n: min(e, powers[n]) for n, e in shared.items() if n in powers}
    lead = min(p.terms.items(), key=lambda item: _written_order(item[0][1]))[1]
    content = p.content() if lead > 0 else -p.content()
    inner = p.divided_by_monomial(shared or {}).scaled(1 / content)
    outside = Polynomial({(1, tuple(sorted((shared or {}).items()))): content})
    return outside, inner


def _written_order(monomial: Monomial) -> tuple[int, tuple[tuple[str, int], ...]]:
    """Where a term stands in a polynomial as it is written: by degree, then by letters."""
    return -sum(e for _, e in monomial), tuple((name, -e) for name, e in monomial)


def _quadratic_factors(p: Polynomial) -> list[Polynomial] | None:
    """Two linear factors of a quadratic in one letter, or of a homogeneous one in two."""
    names = sorted(p.variables)
    if len(names) == 1:
        return _linear_pair(p.rational_coefficients(names[0]), names[0], None)
    if len(names) == 2 and all(sum(e for _, e in mono) == 2 for _, mono in p.terms):
        x, y = names
        parts = [part.terms for part in p.coefficients(x)]
        numbers = [next(iter(part.values()), Fraction(0)) for part in parts]
        return _linear_pair(numbers, x, y)
    return None


def _linear_pair(c: list[Fraction] | None, x: str, y: str | None) -> list[Polynomial] | None:
    if c is None or len(c) != 3:
        return None
    discriminant = c[1] * c[1] - 4 * c[2] * c[0]
    if discriminant < 0:
        return None
    root = isqrt(discriminant.numerator)
    if discriminant.denominator != 1 or root * root != discriminant:
        return None
    pair: list[Polynomial] = []
    for sign in (1, -1):
        zero = (-c[1] + sign * root) / (2 * c[2])
        pair.append(_linear(Fraction(zero.denominator), x, Fraction(-zero.numerator), y))
    return pair


def _linear(a: Fraction, x: str, b: Fraction, y: str | None) -> Polynomial:
    terms: dict[Key, Fraction] = {(1, ((x, 1),)): a}
    if b:
        terms[(1, ((y, 1),) if y else ())] = b
    return Polynomial(terms)


def _difference_of_squares(p: Polynomial) -> list[Polynomial] | None:
    if len(p.terms) != 2:
        return None
    (key_a, a), (key_b, b) = sorted(p.terms.items(), key=lambda item: -item[1])
    if not (a > 0 > b) or key_a[0] != 1 or key_b[0] != 1:
        return None
    first, second = _monomial_root(key_a, a), _monomial_root(key_b, -b)
    if first is None or second is None:
        return None
    return [first + second, first - second]


def _monomial_root(key: Key, coefficient: Fraction) -> Polynomial | None:
    top, bottom = isqrt(coefficient.numerator), isqrt(coefficient.denominator)
    if Fraction(top * top, bottom * bottom) != coefficient or any(e % 2 for _, e in key[1]):
        return None
    return Polynomial({(1, tuple((n, e // 2) for n, e in key[1])): Fraction(top, bottom)})
