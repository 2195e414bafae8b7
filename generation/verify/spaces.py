"""Finite spaces: which integers, or listed rationals, each symbol can be, from its domain and from what is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor, isqrt, prod

from generation.equivalence.relations import difference_of
from generation.expression.errors import BudgetError, ExpressionError
from generation.expression.exact import rational_value
from generation.expression.polynomial import Monomial, Polynomial
from generation.expression.tree import Expr, Logic, Pow, Relation, Sym, factors, symbols
from generation.verify.domains import Domain

Values = range | tuple[int | Fraction, ...]
"""A stretch of integers, or rationals that a domain lists."""
Space = Mapping[str, Values]
MAX_VALUES = 10_000
"""Integers that one symbol may take."""
_ROUNDS = 12
_Bounds = dict[str, tuple[int | None, int | None]]


def finite_space(domains: Mapping[str, Domain], names: Iterable[str], relations: Sequence[Relation]) -> Space | None:
    """The integers of each symbol, cut down to where the relations can hold at all; None where that is not finite.

    ``x + y = 7`` over the natural numbers leaves 1 to 6 for both. Raises BudgetError for more than MAX_VALUES.
    """
    names = sorted(names)
    if not all(domains[name].integral or domains[name].listed for name in names):
        return None
    bounds: _Bounds = {name: _ends(domains[name]) for name in names}
    if any(None in ends for ends in bounds.values()):
        _narrow_by_powers(bounds, relations)
        _narrow(bounds, _below_zero(relations, bounds))
    space: dict[str, Values] = {}
    for name, (low, high) in bounds.items():
        if listed := domains[name].listed:
            space[name] = tuple(value.numerator if value.denominator == 1 else value for value in listed)
            continue
        if low is None or high is None:
            return None
        if high - low >= MAX_VALUES:
            raise BudgetError(f"more than {MAX_VALUES} integers for {name}")
        space[name] = range(low, max(high + 1, low))
    return space


def _ends(domain: Domain) -> tuple[int | None, int | None]:
    return (floor(domain.listed[0]), ceil(domain.listed[-1])) if domain.listed else (domain.first, domain.last)


def size(space: Space) -> int:
    """The number of tuples."""
    return prod(len(values) for values in space.values())


def components(names: Iterable[str], logics: Iterable[Logic]) -> list[frozenset[str]]:
    """The symbols in groups that no relation connects."""
    groups = [frozenset((name,)) for name in sorted(names)]
    for logic in logics:
        used = symbols(logic)
        touched = [group for group in groups if group & used]
        if len(touched) > 1:
            groups = [group for group in groups if not group & used]
            groups.append(frozenset[str]().union(*touched))
    return groups


# -- narrowing: from p <= 0, each positive term is at most what the others leave -------------------------------


def _below_zero(relations: Sequence[Relation], bounds: _Bounds) -> list[Polynomial]:
    """Polynomials that the relations say are at most zero; relations of another sort narrow nothing."""
    found: list[Polynomial] = []
    for relation in relations:
        try:
            difference = difference_of(relation).polynomial()
        except ExpressionError:
            continue
        if difference is None or difference.variables - bounds.keys() or any(root != 1 for root, _ in difference.terms):
            continue
        if relation.op in ("=", "<", "<="):
            found.append(difference)
        if relation.op in ("=", ">", ">="):
            found.append(-difference)
    return found


def _narrow(bounds: _Bounds, polynomials: list[Polynomial]) -> None:
    for _ in range(_ROUNDS):
        before = dict(bounds)
        for polynomial in polynomials:
            for (_, monomial), coefficient in polynomial.terms.items():
                _narrow_by_term(bounds, polynomial, monomial, coefficient)
        if bounds == before:
            return


def _narrow_by_term(bounds: _Bounds, polynomial: Polynomial, monomial: Monomial, coefficient: Fraction) -> None:
    """c·m <= -(least value of the other terms) bounds each variable of m."""
    least = Fraction(0)
    for (_, other), factor in polynomial.terms.items():
        if other != monomial:
            end = _extreme(bounds, other, least=factor > 0)
            if end is None:
                return
            least += factor * end
    limit = -least / coefficient  # m <= limit where c > 0, m >= limit where c < 0
    if len(monomial) == 1:
        _narrow_power(bounds, monomial[0], limit, below=coefficient > 0)
    elif coefficient > 0:
        for name, exponent in monomial:
            _narrow_factor(bounds, monomial, (name, exponent), limit)


def _narrow_power(bounds: _Bounds, power: tuple[str, int], limit: Fraction, *, below: bool) -> None:
    name, exponent = power
    low, high = bounds[name]
    if exponent == 1:
        if below:
            high = _least(high, limit.numerator // limit.denominator)
        else:
            low = _greatest(low, -(-limit.numerator // limit.denominator))
    elif exponent % 2 == 0 and below:
        root = _whole_root(limit, exponent)
        low, high = _greatest(low, -root), _least(high, root)
    elif below and low is not None and low >= 0:
        high = _least(high, _whole_root(limit, exponent))
    bounds[name] = low, high


def _narrow_factor(bounds: _Bounds, monomial: Monomial, power: tuple[str, int], limit: Fraction) -> None:
    """Of a product of positive numbers each factor is at most the limit over the least value of the others."""
    if any((low := bounds[name][0]) is None or low < 1 for name, _ in monomial):
        return
    rest = _extreme(bounds, tuple(pair for pair in monomial if pair != power), least=True)
    assert rest is not None
    name, exponent = power
    low, high = bounds[name]
    bounds[name] = low, _least(high, _whole_root(limit / rest, exponent))


def _narrow_by_powers(bounds: _Bounds, relations: Sequence[Relation]) -> None:
    """Unknown exponents of numbers above 1: in ``2^a * 3^b = 72`` each power is at most what the least others leave."""
    for relation in relations:
        sides = ((relation.left, relation.right), (relation.right, relation.left))
        for (side, other), ops in zip(sides, (("=", "<", "<="), ("=", ">", ">=")), strict=True):
            if relation.op not in ops or symbols(other) or (limit := rational_value(other)) is None:
                continue
            if (powers := _powers(side)) is None or not all(bounds[name][0] is not None for name, _ in powers[1]):
                continue
            factor, bases = powers
            least = [base ** (bounds[name][0] or 0) for name, base in bases]
            for position, (name, base) in enumerate(bases):
                rest = factor * prod(value for k, value in enumerate(least) if k != position)
                bounds[name] = bounds[name][0], _least(bounds[name][1], _exponent_within(base, limit / rest))


def _powers(side: Expr) -> tuple[Fraction, list[tuple[str, Fraction]]] | None:
    """A product of a positive number and powers of whole numbers above 1 with bare letters above; None for another."""
    number, bases = Fraction(1), []
    for factor in factors(side):
        if not symbols(factor) and (value := rational_value(factor)) is not None and value > 0:
            number *= value
        elif isinstance(factor, Pow) and isinstance(factor.exponent, Sym) and not symbols(factor.base):
            base = rational_value(factor.base)
            if base is None or base < 2 or base.denominator != 1:
                return None
            bases.append((factor.exponent.name, base))
        else:
            return None
    return (number, bases) if bases else None


def _exponent_within(base: Fraction, limit: Fraction) -> int:
    """The greatest exponent with which the power is at most the limit; -1 where not even 0 is."""
    exponent, power = -1, Fraction(1)
    while power <= limit and exponent < MAX_VALUES:
        exponent, power = exponent + 1, power * base
    return exponent


def _extreme(bounds: _Bounds, monomial: Monomial, *, least: bool) -> int | None:
    """The least or greatest value of a product of powers inside the bounds; None where it has none or is not told."""
    value = 1
    if len(monomial) > 1 and any((low := bounds[name][0]) is None or low < 0 for name, _ in monomial):
        return None
    for name, exponent in monomial:
        low, high = bounds[name]
        ends = [None if end is None else end**exponent for end in (low, high)]
        if exponent % 2 == 0 and (low is None or low < 0) and (high is None or high > 0):
            ends = [0, None if None in ends else max(end for end in ends if end is not None)]
        elif exponent % 2 == 0 and high is not None and high <= 0:
            ends.reverse()
        end = ends[0] if least else ends[1]
        if end is None:
            return None
        value *= end
    return value


def _whole_root(limit: Fraction, exponent: int) -> int:
    """The greatest integer whose power is at most the limit; -1 for a negative limit, so that nothing is left."""
    whole = limit.numerator // limit.denominator
    if whole < 0:
        return -1
    if exponent == 2:
        return isqrt(whole)
    low, high = 0, 1 << (whole.bit_length() // exponent + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**exponent <= whole else (low, middle - 1)
    return low


def _least(a: int | None, b: int) -> int:
    return b if a is None else min(a, b)


def _greatest(a: int | None, b: int) -> int:
    return b if a is None else max(a, b)
