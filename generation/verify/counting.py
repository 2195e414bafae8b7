"""The number of tuples of a finite space that fulfil relations, found in two ways that must agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod
from typing import cast

from generation.equivalence.real import floor
from generation.equivalence.realset import RealSet
from generation.equivalence.relations import difference_of, solution_set
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Logic, Relation, Sym, children, number, substitute, symbols
from generation.verify.distribution import count_by_distribution
from generation.verify.enumeration import Visits, count_by_enumeration, flat
from generation.verify.solving import fulfils
from generation.verify.spaces import Space, components, size

MAX_SOLVED = 400
"""Relations solved for a last symbol in one item; some 0.2 s."""
MAX_LINES = 10_000
"""Cases in which an equation of first degree is solved; some 0.1 s."""
MAX_PUT_IN = 2_000
"""Tuples put into the relations one by one by exact arithmetic; some 0.2 s."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many tuples, and by which two ways that was found."""

    number: int
    ways: str


def count(space: Space, logics: Sequence[Logic], visits: Visits | None = None) -> Counted:
    """The number of tuples that fulfil all relations.

    Raises NotExactError where only one way reaches or the two disagree, BudgetError where it is too much.
    """
    return confirmed(space, logics, count_by_enumeration(space, logics, visits))


def confirmed(space: Space, logics: Sequence[Logic], number: int) -> Counted:
    """The number of tuples that one enumeration gave, found again in another way. Raises as :func:`count`."""
    total, ways = _again(space, flat(logics))
    if total != number:
        raise NotExactError(f"two ways to count disagree: {number} and {total}")
    listed = ", ".join(sorted(ways - {""}))
    return Counted(number, f"{size(space)} cases gone through" + (f"; counted again {listed}" if listed else ""))


def _again(space: Space, logics: list[Logic]) -> tuple[int, frozenset[str]]:
    """The number found in a second way, symbols that no relation connects apart, and which ways these were."""
    total, ways = int(all(fulfils(logic, {}) for logic in logics if not symbols(logic))), set()
    for group in components(space, logics):
        own = [logic for logic in logics if symbols(logic) & group]
        found, way = _second_way({name: space[name] for name in sorted(group)}, own)
        total *= found
        ways.add(way)
    return total, frozenset(ways)


def _second_way(space: Space, logics: list[Logic]) -> tuple[int, str]:
    if not logics:
        return size(space), ""
    whole = all(isinstance(values, range) for values in space.values())
    if whole and len(space) > 2 and (pair := next((logic for logic in logics if _parts_two(logic)), None)) is not None:
        return _by_difference(space, logics, pair), "as all less those where two are equal"
    try:
        found = count_by_distribution(space, logics)
    except (NotExactError, BudgetError):
        found = None
    if found is not None:
        return found, "by combining how often each value occurs"
    if (found := _by_equation(space, logics)) is not None:
        return found, "by an equation of first degree, solved case by case"
    try:
        if whole:
            return _by_last_symbol(space, logics)
    except NotExactError:
        pass  # what is solved for no symbol is put in
    return _put_in(space, logics)


def _parts_two(logic: Logic) -> bool:
    """Whether this says that two symbols differ."""
    return isinstance(logic, Relation) and logic.op == "!=" and all(isinstance(s, Sym) for s in children(logic))


def _by_difference(space: Space, logics: list[Logic], pair: Logic) -> int:
    """The tuples without a condition ``a != b``, less those where b is a."""
    first, second = sorted(symbols(pair)) if len(symbols(pair)) == 2 else (None, None)
    if first is None or second is None:
        return 0
    rest = [logic for logic in logics if logic != pair]
    merged = [cast(Logic, substitute(logic, {second: Sym(first)})) for logic in rest]
    a, b = space[first], space[second]
    assert isinstance(a, range)
    assert isinstance(b, range)
    joined = {**space, first: range(max(a.start, b.start), min(a.stop, b.stop))}
    del joined[second]
    return _again(space, rest)[0] - _again(joined, merged)[0]


def _by_equation(space: Space, logics: list[Logic]) -> int | None:
    """Where an equation is of first degree in one symbol: its value for each choice of the others; None elsewhere."""
    for name in sorted(space, key=lambda name: (-len(space[name]), name)):
        for logic in logics:
            line = _first_degree(logic, name)
            if line is not None:
                return _on_lines(space, logics, name, *line)
    return None


def _first_degree(logic: Logic, name: str) -> tuple[Polynomial, Polynomial] | None:
    if not isinstance(logic, Relation) or logic.op != "=" or name not in symbols(logic):
        return None
    try:
        top = difference_of(logic).top
    except NotExactError:
        return None
    if top.degree(name) != 1 or any(key[0] != 1 for key in top.terms) or top.unknowns != top.variables:
        return None
    constant, slope = top.coefficients(name)
    return constant, slope


def _on_lines(space: Space, logics: list[Logic], name: str, constant: Polynomial, slope: Polynomial) -> int | None:
    others = sorted(space.keys() - {name})
    if prod(len(space[other]) for other in others) > MAX_LINES:
        return None
    total, left = 0, MAX_PUT_IN
    for values in product(*(space[other] for other in others)):
        point = dict(zip(others, values, strict=True))
        factor, rest = _worth(slope, point), _worth(constant, point)
        if factor:
            root = -rest / factor
            exact_root = root.numerator if root.denominator == 1 else root
            possible: Sequence[int | Fraction] = (exact_root,) if exact_root in space[name] else ()
        else:
            possible = () if rest else space[name]
        left -= len(possible)
        if left < 0:
            return None
        for value in possible:
            row = {key: Polynomial.constant(Fraction(k)) for key, k in (point | {name: value}).items()}
            total += all(fulfils(logic, row) for logic in logics)
    return total


def _worth(polynomial: Polynomial, point: Mapping[str, int | Fraction]) -> Fraction:
    return sum(
        (c * prod(point[n] ** e for n, e in monomial) for (_, monomial), c in polynomial.terms.items()), Fraction(0)
    )


def _by_last_symbol(space: Space, logics: list[Logic]) -> tuple[int, str]:
    """Every relation solved for one symbol, for each choice of the others."""
    *others, last = sorted(space, key=lambda name: (len(space[name]), name))
    if prod(len(space[name]) for name in others) * len(logics) > MAX_SOLVED:
        raise NotExactError("too many relations to solve")
    total = 0
    for values in product(*(space[name] for name in others)):
        chosen = dict(zip(others, map(number, values), strict=True))
        reals: RealSet | None = None
        for logic in logics:
            solved = solution_set(cast(Logic, substitute(logic, chosen)), last)
            reals = solved if reals is None else reals & solved
        values_of_last = space[last]
        assert isinstance(values_of_last, range)
        total += _integers_of(reals, values_of_last) if reals is not None else len(values_of_last)
    return total, f"by solving for {last}"


def _integers_of(reals: RealSet, values: range) -> int:
    """How many integers of a range belong to a set: those between two marks, and marks that are integers."""
    total, above = 0, values.start
    for position, mark in enumerate(reals.marks):
        below = floor(mark)
        rational = mark.rational()
        whole = rational is not None and rational.denominator == 1
        if reals.inside[2 * position]:
            total += len(range(max(above, values.start), min(below + (not whole), values.stop)))
        if whole and below in values and reals.inside[2 * position + 1]:
            total += 1
        above = below + 1
    return total + (len(range(max(above, values.start), values.stop)) if reals.inside[-1] else 0)


def _put_in(space: Space, logics: list[Logic]) -> tuple[int, str]:
    if size(space) > MAX_PUT_IN:
        raise NotExactError("a count that is reached in one way only")
    names = sorted(space)
    rows = (
        {name: Polynomial.constant(Fraction(value)) for name, value in zip(names, values, strict=True)}
        for values in product(*(space[name] for name in names))
    )
    return sum(1 for row in rows if all(fulfils(logic, row) for logic in logics)), "by exact arithmetic on the trees"
