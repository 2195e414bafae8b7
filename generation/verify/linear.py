"""The values of a linear expression under linear inequalities, by eliminating one unknown after the other.

Fourier and Motzkin: where an unknown lies above some bounds and below others, there is one exactly where each lower
bound is below each upper bound. What is left at the end are conditions on the value alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generation.equivalence.realset import EMPTY, REALS, RealSet
from generation.equivalence.relations import difference_of
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.exact import exact
from generation.expression.polynomial import Polynomial
from generation.expression.tree import And, Expr, Logic, Relation
from generation.verify.domains import Domain
from generation.verify.ranges import interval, stretches

MAX_CONDITIONS = 200
_VALUE = "k()"
"""No unknown is called so."""


@dataclass(frozen=True, slots=True)
class _Condition:
    """factors · unknowns + constant >= 0, or > 0 where strict."""

    factors: tuple[tuple[str, Fraction], ...]
    constant: Fraction
    strict: bool


def values_under_inequalities(
    of: Expr, given: Sequence[Logic], domains: Mapping[str, Domain], names: Sequence[str], evidence: list[str]
) -> RealSet:
    """All values of the expression. Raises NotExactError where something is not linear with rational factors."""
    conditions = [c for logic in given for c in _of_relation(logic)]
    conditions += [c for name in names for c in _of_domain(name, domains[name])]
    value = exact(of).polynomial()
    if value is None:
        raise NotExactError("an expression that is not linear")
    apart = value - Polynomial.variable(_VALUE)
    conditions += [_condition(apart, strict=False), _condition(-apart, strict=False)]
    for name in names:
        conditions = _without(name, conditions)
    evidence.append(f"{len(names)} unknowns eliminated from linear inequalities, one after the other")
    reals = REALS
    for condition in conditions:
        reals &= _half_line(condition)
    return reals


def _of_relation(logic: Logic) -> list[_Condition]:
    if isinstance(logic, And):
        return [c for part in logic.parts for c in _of_relation(part)]
    if not isinstance(logic, Relation):
        raise NotExactError("alternatives among the conditions")
    difference = difference_of(logic).polynomial()
    if difference is None or logic.op == "!=":
        raise NotExactError("a condition that is not linear")
    found = []
    if logic.op in (">", ">=", "="):
        found.append(_condition(difference, strict=logic.op == ">"))
    if logic.op in ("<", "<=", "="):
        found.append(_condition(-difference, strict=logic.op == "<"))
    return found


def _of_domain(name: str, domain: Domain) -> list[_Condition]:
    if domain.integral or domain.rational or domain.complex:
        raise NotExactError("unknowns that are no real numbers")
    parts = list(stretches(domain.reals))
    if len(parts) != 1:
        raise NotExactError("a domain of several parts")
    found = []
    letter = Polynomial.variable(name)
    if (low := parts[0].low) is not None:
        found.append(_condition(letter - low, strict=not parts[0].with_low))
    if (high := parts[0].high) is not None:
        found.append(_condition(high - letter, strict=not parts[0].with_high))
    return found


def _condition(polynomial: Polynomial, *, strict: bool) -> _Condition:
    factors: dict[str, Fraction] = {}
    constant = Fraction(0)
    for (root, monomial), c in polynomial.terms.items():
        if root != 1 or len(monomial) > 1 or (monomial and monomial[0][1] != 1):
            raise NotExactError("a condition that is not linear with rational factors")
        if monomial:
            factors[monomial[0][0]] = c
        else:
            constant = c
    return _Condition(tuple(sorted(factors.items())), constant, strict)


def _without(name: str, conditions: list[_Condition]) -> list[_Condition]:
    kept = [c for c in conditions if name not in dict(c.factors)]
    above = [c for c in conditions if dict(c.factors).get(name, Fraction(0)) > 0]
    below = [c for c in conditions if dict(c.factors).get(name, Fraction(0)) < 0]
    if len(kept) + len(above) * len(below) > MAX_CONDITIONS:
        raise BudgetError("too many linear inequalities")
    return list(dict.fromkeys(kept + [_joined(a, b, name) for a in above for b in below]))


def _joined(a: _Condition, b: _Condition, name: str) -> _Condition:
    """The sum of both, scaled so that the unknown goes."""
    first, second = dict(a.factors), dict(b.factors)
    x, y = -second[name], first[name]
    factors = {key: first.get(key, Fraction(0)) * x + second.get(key, Fraction(0)) * y for key in {*first, *second}}
    kept = tuple(sorted((key, c) for key, c in factors.items() if c))
    return _Condition(kept, a.constant * x + b.constant * y, a.strict or b.strict)


def _half_line(condition: _Condition) -> RealSet:
    if not condition.factors:
        holds = condition.constant > 0 or (condition.constant == 0 and not condition.strict)
        return REALS if holds else EMPTY
    ((_, factor),) = condition.factors
    end = Polynomial.constant(-condition.constant / factor)
    if factor > 0:
        return interval(end, None, with_low=not condition.strict, with_high=False)
    return interval(None, end, with_low=False, with_high=not condition.strict)
