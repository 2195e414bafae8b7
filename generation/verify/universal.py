"""Whether a claim holds for every value of its symbols that fulfils the premises: proof, counterexample, or neither."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from generation.equivalence.real import Number, between, floor, order
from generation.equivalence.realset import RealSet
from generation.equivalence.relations import solution_set, undefined_set
from generation.expression.errors import ExpressionError, NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Logic, Relation, symbols, walk
from generation.verify.counterexamples import counterexample, example
from generation.verify.counting import count
from generation.verify.crosscheck import holds_numerically, samples
from generation.verify.domains import Domain
from generation.verify.enumeration import Visits, flat, tuples
from generation.verify.inequalities import shown
from generation.verify.solving import fulfils, put_in, root_evidence
from generation.verify.spaces import Space, finite_space
from generation.verify.systems import Row, shown_row

MAX_INTEGERS = 2_000
NOTHING = "nothing is found that fulfils the given relations"


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether the claim holds throughout, and what shows it."""

    truth: bool
    evidence: tuple[str, ...]


def prove(premises: Sequence[Logic], claim: Logic, domains: Mapping[str, Domain]) -> Proof:
    """Decide a claim. Raises NotExactError where it is neither proved nor refuted, BudgetError where it is too much."""
    names = sorted(frozenset[str]().union(*(symbols(logic) for logic in (*premises, claim))))
    if not names:
        return _of_numbers(premises, claim)
    relations = [logic for logic in flat(premises) if isinstance(logic, Relation)]
    space = finite_space(domains, names, relations)
    if space is not None:
        return _case_by_case(space, premises, claim)
    if len(names) == 1 and not domains[names[0]].complex:
        try:
            return _in_one_symbol(premises, claim, names[0], domains[names[0]])
        except (NotExactError, UndefinedError):
            pass  # a counterexample may still be found
    return _in_several(premises, claim, {name: domains[name] for name in names})


def is_defined(logic: Logic, row: Row) -> bool:
    """Whether every side of every relation has a value. Raises NotExactError where that cannot be told."""
    for relation in (node for node in walk(logic) if isinstance(node, Relation)):
        for side in (relation.left, relation.right):
            try:
                exact(put_in(side, row))
            except UndefinedError:
                return False
    return True


def _of_numbers(premises: Sequence[Logic], claim: Logic) -> Proof:
    """A claim without letters, exactly and to 50 digits."""
    if not all(fulfils(logic, {}) for logic in premises):
        raise NotExactError(NOTHING)
    if not is_defined(claim, {}):
        raise UndefinedError("a side of the claim has no value")
    truth = fulfils(claim, {})
    if holds_numerically(claim, {}) is not truth:
        raise NotExactError("exact values that are not confirmed to 50 digits")
    return Proof(truth, (f"{'holds' if truth else 'does not hold'} exactly and to 50 digits",))


# -- finite domains --------------------------------------------------------------------------------------------


def _case_by_case(space: Space, premises: Sequence[Logic], claim: Logic) -> Proof:
    visits = Visits()
    possible = count(space, premises, visits)
    if not possible.number:
        raise NotExactError(NOTHING)
    holding = count(space, [*premises, claim], visits)
    if holding.number == possible.number:
        return Proof(True, (f"holds in all of {possible.number} cases", possible.ways, holding.ways))
    for point in tuples(space, premises, Visits()):
        row = {name: Polynomial.constant(value) for name, value in point.items()}
        if not fulfils(claim, row) and is_defined(claim, row) and holds_numerically(claim, row) is False:
            return Proof(False, (f"does not hold at {shown_row(row)}", possible.ways, holding.ways))
    raise NotExactError("the claim has no value in some of the cases")


# -- one symbol over the reals ---------------------------------------------------------------------------------


def _in_one_symbol(premises: Sequence[Logic], claim: Logic, name: str, domain: Domain) -> Proof:
    """By the set of numbers that fulfil the claim: everything outside of it is looked for a number of the domain."""
    allowed = domain.reals
    for logic in premises:
        allowed &= solution_set(logic, name)
    if member(allowed, domain) is None:
        raise NotExactError(NOTHING)
    missing = allowed - solution_set(claim, name)
    against = member(missing - undefined_set(claim, name), domain)
    if against is not None:
        row = {name: against}
        premised = all(fulfils(logic, row) for logic in premises)
        if not premised or fulfils(claim, row) or holds_numerically(claim, row) is not False:
            raise NotExactError("a counterexample that is not confirmed when it is put in")
        return Proof(False, (f"does not hold at {shown_row(row)}",))
    if member(missing, domain) is not None:
        raise NotExactError("the claim has no value for some of what is allowed")
    return Proof(True, (*_counts((*premises, claim), name), *_confirmed(allowed, claim, name, domain)))


def _counts(logics: Sequence[Logic], name: str) -> list[str]:
    """Sturm's counts and discriminants of what is compared."""
    relations = [node for logic in logics for node in walk(logic) if isinstance(node, Relation)]
    return [line for relation in relations for line in root_evidence(relation, name)]


def _confirmed(allowed: RealSet, claim: Logic, name: str, domain: Domain) -> list[str]:
    """The claim at a number of each stretch that is allowed. Raises NotExactError where digits say otherwise."""
    chosen = [value for value, inside in samples(allowed) if inside and domain.contains(value)]
    if (some := member(allowed, domain)) is not None and some not in chosen:
        chosen.append(some)
    for value in chosen:
        if not fulfils(claim, {name: value}) or holds_numerically(claim, {name: value}) is not True:
            raise NotExactError("a proof that is not confirmed when numbers are put in")
    return [f"no {name} of the domain is left out; {len(chosen)} numbers put in: it holds exactly and to 50 digits"]


def member(reals: RealSet, domain: Domain) -> Number | None:
    """Some number of a set that belongs to a domain inside which the set lies; None where there is none at all."""
    for mark, inside in zip(reals.marks, reals.inside[1::2], strict=True):
        if inside and domain.contains(mark):
            return mark
    for low, high in _open_stretches(reals):
        found = _integer_between(low, high) if domain.integral else _rational_between(low, high)
        if found is not None:
            return Polynomial.constant(found)
    return None


def _open_stretches(reals: RealSet) -> list[tuple[Number | None, Number | None]]:
    ends: list[Number | None] = [None, *reals.marks, None]
    return [pair for pair, inside in zip(pairwise(ends), reals.inside[::2], strict=True) if inside]


def _integer_between(low: Number | None, high: Number | None) -> int | None:
    """The integer nearest to an end strictly between two numbers, None being infinity."""
    if low is not None:
        found = floor(low) + 1
        return found if high is None or order(Polynomial.constant(found), high) < 0 else None
    return 0 if high is None else -floor(-high) - 1


def _rational_between(low: Number | None, high: Number | None) -> Fraction:
    if low is not None and high is not None:
        return between(low, high)
    found = _integer_between(low, high)
    assert found is not None  # the stretch has no end on one side
    return Fraction(found)


def _has_order(logics: Sequence[Logic]) -> bool:
    return any(isinstance(n, Relation) and n.op not in ("=", "!=") for logic in logics for n in walk(logic))


# -- several symbols -------------------------------------------------------------------------------------------


def _in_several(premises: Sequence[Logic], claim: Logic, domains: Mapping[str, Domain]) -> Proof:
    """By polynomial identity, by squares and signs of terms, or by a counterexample."""
    reason = "neither proved nor refuted"
    if any(domain.complex for domain in domains.values()) and _has_order((*premises, claim)):
        raise NotExactError("complex numbers have no order")
    try:
        if (evidence := shown(premises, claim, domains)) is not None:
            row = example(premises, domains)
            if row is None:
                raise NotExactError(NOTHING)
            if not fulfils(claim, row) or holds_numerically(claim, row) is not True:
                raise NotExactError("a proof that is not confirmed when numbers are put in")
            return Proof(True, (*evidence, f"holds at {shown_row(row)} exactly and to 50 digits"))
    except ExpressionError as error:
        reason = str(error)
    against = counterexample(premises, claim, domains, is_defined)
    if against is None:
        raise NotExactError(f"{reason}; no counterexample was found either")
    return Proof(False, (f"does not hold at {shown_row(against)}",))
