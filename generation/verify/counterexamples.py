"""Numbers that fulfil the premises of a claim, and among them those at which the claim fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice, product

from generation.equivalence.real import Number
from generation.equivalence.realset import RealSet
from generation.equivalence.relations import difference_of, solution_set
from generation.expression.errors import ExpressionError
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Logic, Relation, symbols
from generation.verify.crosscheck import holds_numerically, samples
from generation.verify.domains import Domain
from generation.verify.enumeration import flat
from generation.verify.solving import fulfils
from generation.verify.systems import Eliminated, Row, eliminate, substituted

MAX_TRIED = 800
"""Points at which a counterexample is sought; some 0.1 s."""
_NUMBERS = tuple(Polynomial.constant(Fraction(n, 2)) for n in (0, 2, -2, 4, -4, 1, -1, 6, -6, 20, -20, 3))


def example(premises: Sequence[Logic], domains: Mapping[str, Domain]) -> Row | None:
    """Numbers of the domains that fulfil the premises; None where none was found."""
    return next(_rows(premises, domains), None)


def counterexample(
    premises: Sequence[Logic], claim: Logic, domains: Mapping[str, Domain], is_defined: Callable[[Logic, Row], bool]
) -> Row | None:
    """Numbers that fulfil the premises but not the claim, exactly and to 50 digits; None where none was found."""
    for row in _rows(premises, domains):
        try:
            if not fulfils(claim, row) and is_defined(claim, row) and holds_numerically(claim, row) is False:
                return row
        except ExpressionError:
            continue
    return None


def branches_of(premises: Sequence[Logic], names: frozenset[str]) -> list[Eliminated]:
    """The equations among the premises solved for some letters in the others. Raises NotExactError."""
    equations = [logic for logic in flat(premises) if isinstance(logic, Relation) and logic.op == "="]
    return eliminate([difference_of(relation).top for relation in equations], names)


def _rows(premises: Sequence[Logic], domains: Mapping[str, Domain]) -> Iterator[Row]:
    """Rows that fulfil the premises, from simple numbers for the letters that the equations leave free."""
    try:
        branches = branches_of(premises, frozenset(domains))
    except ExpressionError:
        branches = [Eliminated({}, frozenset(domains))]
    choices = {name: _simple(domain, _allowed(premises, name, domain)) for name, domain in domains.items()}
    for branch in branches:
        for row in islice(_points(branch, choices), MAX_TRIED // len(branches)):
            try:
                if fits(row, premises, domains):
                    yield row
            except ExpressionError:
                continue


def _points(branch: Eliminated, choices: Mapping[str, list[Number]]) -> Iterator[Row]:
    names = sorted(branch.free)
    most = next((k for k in range(2, len(_NUMBERS)) if k ** len(names) > 2 * MAX_TRIED), len(_NUMBERS))
    places = sorted(product(*(range(min(len(choices[name]), most)) for name in names)), key=lambda p: (sum(p), p))
    for place in places:
        free = {name: choices[name][k] for name, k in zip(names, place, strict=True)}
        yield free | {name: _value(value, free) for name, value in branch.bound.items()}


def _allowed(premises: Sequence[Logic], name: str, domain: Domain) -> RealSet:
    """What the domain and premises about this letter alone leave."""
    allowed = domain.reals
    for logic in flat(premises):
        if symbols(logic) == {name} and not domain.complex:
            try:
                allowed &= solution_set(logic, name)
            except ExpressionError:
                continue
    return allowed


def _simple(domain: Domain, allowed: RealSet) -> list[Number]:
    """Simple numbers of a domain that are allowed."""
    if domain.complex:
        return list(_NUMBERS)
    near = [value for value, inside in samples(allowed) if inside]
    if domain.integral and domain.first is not None:
        near += [Polynomial.constant(domain.first + k) for k in range(6)]
    found = [number for number in _NUMBERS if allowed.contains(number) and domain.contains(number)]
    return found + [n for n in near if n not in found and allowed.contains(n) and domain.contains(n)]


def _value(value: Polynomial, free: Row) -> Number:
    for name in sorted(value.variables & free.keys()):
        value = substituted(value, name, free[name])
    return value


def fits(row: Row, premises: Sequence[Logic], domains: Mapping[str, Domain]) -> bool:
    """Whether numbers lie in the domains and fulfil the premises."""
    inside = all(domains[name].complex or domains[name].contains(value) for name, value in row.items())
    return inside and all(fulfils(logic, row) for logic in premises)
