"""Proofs of claims in several letters: identities, squares and signs of terms, under equations and inequalities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generation.equivalence.real import number_of
from generation.equivalence.relations import denominators, difference_of, holds
from generation.expression.errors import NotExactError
from generation.expression.exact import Ratio, exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial, inverse_number
from generation.expression.render import infix
from generation.expression.tree import And, Expr, Logic, Or, Relation
from generation.verify.counterexamples import branches_of, fits
from generation.verify.domains import Domain
from generation.verify.enumeration import flat
from generation.verify.positivity import Known, Sign, sign_everywhere
from generation.verify.systems import Eliminated, substituted

MAX_ORDERS = 6
"""Of what is known, tried one after the other."""


def shown(premises: Sequence[Logic], claim: Logic, domains: Mapping[str, Domain]) -> list[str] | None:
    """Evidence that a claim follows for all numbers of the domains; None where these methods do not show it.

    Raises NotExactError where something is no quotient of polynomials.
    """
    evidence: list[str] = []
    for branch in branches_of(premises, frozenset(domains)):
        if not branch.free and not fits(branch.bound, premises, domains):
            continue
        found = _on_branch(premises, claim, domains, branch)
        if found is None:
            return None
        evidence += found
    return evidence


def never_zero(below: Expr, premises: Sequence[Logic], domains: Mapping[str, Domain]) -> bool:
    """Whether an expression is shown not to be zero by inequalities among the premises and by the domains."""
    setting = _Setting(premises, domains, Eliminated({}, frozenset(domains)), None)
    return setting.is_never_zero(exact(below).top)


def _on_branch(
    premises: Sequence[Logic], claim: Logic, domains: Mapping[str, Domain], branch: Eliminated
) -> list[str] | None:
    """What is known is used in one order after the other: of ``a > 0, b > 0, a > b`` the second is better left out."""
    problem: NotExactError | None = None
    for last in (None, *range(MAX_ORDERS)):
        setting = _Setting(premises, domains, branch, last)
        try:
            if (found := setting.claim(claim)) is not None:
                return found
        except NotExactError as error:
            problem = error
        if last is not None and last >= setting.facts - 1:
            break
    if problem is not None:
        raise problem
    return None


@dataclass(frozen=True, slots=True)
class _Fact:
    """A polynomial that is at least zero, or above."""

    polynomial: Polynomial
    strict: bool


class _Setting:
    """What is known on one branch of the equations: letters in terms of others, and of these what sign they have."""

    def __init__(
        self, premises: Sequence[Logic], domains: Mapping[str, Domain], branch: Eliminated, last: int | None
    ) -> None:
        self.complex = any(domain.complex for domain in domains.values())
        self.replaced = dict(branch.bound)
        self.nonzero: list[Polynomial] = []
        facts = [] if self.complex else _of_domains(domains)
        if self.complex and branch.bound:
            raise NotExactError("complex solutions of equations are not eliminated")
        for premise in (logic for logic in flat(premises) if isinstance(logic, Relation)):
            difference = difference_of(premise)
            if premise.op == "!=":
                self.nonzero.append(self._in_terms(difference.top))
            elif premise.op != "=" and not difference.bottom.unknowns:
                facts.append(_fact(premise, difference))
        self.words: list[str] = []
        self.facts = len(facts)
        facts.sort(key=lambda fact: len(fact.polynomial.unknowns))
        if last is not None and last < len(facts):
            facts.append(facts.pop(last))
        self.known = self._substituted([_Fact(self._in_terms(f.polynomial), f.strict) for f in facts], branch.free)
        self.nonzero = [self._in_terms(polynomial) for polynomial in self.nonzero]

    def _in_terms(self, polynomial: Polynomial) -> Polynomial:
        """With every letter replaced that the setting gives in terms of others."""
        for name, value in self.replaced.items():
            if name in polynomial.variables:
                polynomial = substituted(polynomial, name, value)
        return polynomial

    def _substituted(self, facts: list[_Fact], free: frozenset[str]) -> Known:
        """From ``a - b > 0`` the letter a becomes ``b + a'`` with a' > 0, so that every fact is one of a sign."""
        positive: set[str] = set()
        nonnegative: set[str] = set()
        left = set(free)
        while (choice := _choice(facts, left)) is not None:
            fact, name, value = choice
            new = Polynomial.variable(f"{name}'")
            slope = fact.polynomial.coefficients(name)[1]
            value = value + new * inverse_number(slope)
            if value != Polynomial.variable(name):
                self.words.append(f"{name} = {_text(value)}, {name}' {'>' if fact.strict else '>='} 0")
            (positive if fact.strict else nonnegative).add(f"{name}'")
            left.discard(name)
            self.replaced = {n: substituted(v, name, value) for n, v in self.replaced.items()} | {name: value}
            facts = [_Fact(substituted(f.polynomial, name, value), f.strict) for f in facts if f is not fact]
        return Known(positive, nonnegative)

    # -- claims ------------------------------------------------------------------------------------------------

    def claim(self, claim: Logic) -> list[str] | None:
        """Evidence for a claim."""
        if isinstance(claim, And):
            parts = [self.claim(part) for part in claim.parts]
            return None if None in parts else [line for part in parts for line in part or ()]
        if isinstance(claim, Or):
            return next((found for part in claim.parts if (found := self.claim(part)) is not None), None)
        return self._relation(claim)

    def _relation(self, claim: Relation) -> list[str] | None:
        for below in denominators(claim):
            if not self.is_never_zero(exact(below).top):
                raise NotExactError(f"'{infix(below)}' can be zero, and then the claim has no value")
        difference = difference_of(claim)
        top, bottom = self._in_terms(difference.top), self._in_terms(difference.bottom)
        text = f"left side less right side is {_text(top)}" + ("" if not bottom.unknowns else f" over {_text(bottom)}")
        if top.is_zero:
            return [f"{text}: the same on both sides"] if claim.op in ("=", "<=", ">=") else None
        if not (top.unknowns or bottom.unknowns):
            return [text] if holds(claim.op, number_of(Ratio(top * bottom, Polynomial.constant(1)))) else None
        if claim.op == "=" or self.complex:
            return None
        if claim.op == "!=":
            return [f"{text}, which is never zero"] if self.is_never_zero(top) else None
        sign = self._sign_of_quotient(top if claim.op in (">", ">=") else -top, bottom)
        if sign is None or (sign == "nonnegative" and claim.op in ("<", ">")):
            return None
        return [*self.words, f"{text}; by squares and signs of terms it is {_described(sign, claim)}"]

    def _sign_of_quotient(self, top: Polynomial, bottom: Polynomial) -> Sign | None:
        if sign_everywhere(bottom, self.known) == "positive":
            return sign_everywhere(top, self.known)
        if sign_everywhere(-bottom, self.known) == "positive":
            return sign_everywhere(-top, self.known)
        return None

    def is_never_zero(self, polynomial: Polynomial) -> bool:
        """Whether a polynomial has no zero under what is known; False where that is not shown."""
        polynomial = self._in_terms(polynomial)
        if not polynomial.unknowns:
            return not polynomial.is_zero
        if any(_zero_only_with(polynomial, other) for other in self.nonzero):
            return True
        if len(polynomial.terms) == 1 and len(polynomial.unknowns) > 1:
            return all(self.is_never_zero(Polynomial.variable(name)) for name in polynomial.unknowns)
        if self.complex:
            return False
        return "positive" in (sign_everywhere(polynomial, self.known), sign_everywhere(-polynomial, self.known))


def _described(sign: Sign, claim: Relation) -> str:
    above = claim.op in (">", ">=")
    if sign == "positive":
        return "positive throughout" if above else "negative throughout"
    return "never negative" if above else "never positive"


def _of_domains(domains: Mapping[str, Domain]) -> list[_Fact]:
    """What the ends of the domains say; where one has two ends, the lower one."""
    facts: list[_Fact] = []
    for name, domain in domains.items():
        reals, variable = domain.reals, Polynomial.variable(name)
        if reals.marks and not reals.inside[0]:
            facts.append(_Fact(variable - reals.marks[0], not reals.inside[1]))
        elif reals.marks and not reals.inside[-1]:
            facts.append(_Fact(reals.marks[-1] - variable, not reals.inside[-2]))
    return facts


def _fact(premise: Relation, difference: Ratio) -> _Fact:
    over = number_of(Ratio(difference.bottom, Polynomial.constant(1)))
    polynomial = difference.top * over  # the sign of the quotient
    return _Fact(polynomial if premise.op in (">", ">=") else -polynomial, premise.op in ("<", ">"))


def _choice(facts: Sequence[_Fact], left: set[str]) -> tuple[_Fact, str, Polynomial] | None:
    """The first fact that is linear in a letter not yet replaced, that letter, and where the fact is zero."""
    for fact in facts:
        for name in sorted(fact.polynomial.unknowns & left):
            if fact.polynomial.degree(name) != 1:
                continue
            rest, slope = fact.polynomial.coefficients(name)
            if not slope.variables:
                return fact, name, -(rest * inverse_number(slope))
    return None


def _zero_only_with(polynomial: Polynomial, other: Polynomial) -> bool:
    """Whether one is zero only where the other is: a product of powers of its letters, or a multiple of it."""
    if len(polynomial.terms) == 1 and len(other.terms) == 1:
        return polynomial.variables <= other.variables
    if other.is_zero or polynomial.terms.keys() != other.terms.keys():
        return False
    key = next(iter(polynomial.terms))
    return polynomial.scaled(other.terms[key] / polynomial.terms[key]) == other


def _text(polynomial: Polynomial) -> str:
    return infix(polynomial_tree(polynomial))
