"""What the text restricts the letters to, against the domains that the model declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import islice

from generation.equivalence.realset import RealSet
from generation.equivalence.relations import solution_set
from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.tree import (
    BINDERS,
    Call,
    Expr,
    Logic,
    Node,
    Num,
    Sym,
    symbols,
    walk,
)
from generation.verify.context import Context
from generation.verify.text.requests import domain_words
from generation.verify.text.sides import Findings, Sides

MAX_RELATIONS = 20
"""Relations of a text that are looked at; a domain is said in one or two."""


def check_domains(context: Context, sides: Sides, findings: Findings) -> None:
    if context.problem.model.ask.kind == "form" or not context.reading.domains:
        return
    declared = {domain.name for domain in context.reading.domains.values()}
    named = domain_words(sides.text.words)
    for word, names in named:
        if names & declared or _limits(context, names):
            continue
        if not sides.is_bare and _key_is(context, names):
            findings.caps.append(f"'{word.strip()}' holds for the key")
        else:
            findings.failures.append(f"the text restricts to '{word.strip()}', the model does not")
    for name, domain in context.reading.domains.items():
        stated = any(domain.name in names for _, names in named) or states_domain(
            list(sides.text.formulas), name, context
        )
        if domain.name == "real" or stated:
            continue
        unsaid = f"that {name} is {domain.name} is not said in the text"
        if sides.is_bare and not named and _loses_solutions(context, name):
            findings.failures.append(f"{unsaid}, and changes the solution")
        else:
            findings.caps.append(unsaid)


_KEYS: dict[str, Callable[[Fraction], bool]] = {
    "natural": lambda value: value.denominator == 1 and value > 0,
    "integer": lambda value: value.denominator == 1,
    "rational": lambda value: True,
    "positive": lambda value: value > 0,
    "nonnegative": lambda value: value >= 0,
}


def _key_is(context: Context, names: frozenset[str]) -> bool:
    """Whether every number of the key lies in one of the domains."""
    trees = [
        tree for value in context.reading.answer for tree in (value.values() if isinstance(value, Mapping) else [value])
    ]
    values = [rational_value(tree) if isinstance(tree, Expr) else None for tree in trees]
    return any(all(value is not None and holds(value) for value in values) for n in names if (holds := _KEYS.get(n)))


def _limits(context: Context, names: frozenset[str]) -> bool:
    """Whether relations of the model say that its unknown is positive or not negative, as in ``x > 0``."""
    signs = {"positive": ">", "nonnegative": ">=", "negative": "<", "nonpositive": "<="}
    wanted = {signs[name] for name in names if name in signs}
    for relation in context.reading.relations:
        zero = isinstance(relation.right, Num) and relation.right.value == 0 and isinstance(relation.left, Sym)
        if zero and relation.op in wanted:
            return True
    sums = [
        part
        for node in context.reading.written
        for part in walk(node)
        if isinstance(part, Call) and part.name in BINDERS
    ]
    if sums and names & {"natural", "integer"}:
        return True
    ranges = [domain for domain in context.reading.domains.values() if domain.first is not None]
    return bool(names & {"natural", "integer", "nonnegative integer"}) and any((d.first or 0) >= 0 for d in ranges)


def states_domain(formulas: list[Node], name: str, context: Context) -> bool:
    """Whether formulas of the text describe the domain of a symbol, as in ``단, x > 0``."""
    if (domain := context.reading.domains.get(name)) is None:
        return False
    relations = islice((f for f in formulas if isinstance(f, Logic) and symbols(f) == {name}), MAX_RELATIONS)
    sets = [found for relation in relations if (found := _set_of(relation, name)) is not None]
    return any(found == domain.reals for found in [*sets, *_joined(sets)])


@lru_cache(maxsize=256)  # asked again for every formula of a text
def _set_of(relation: Logic, name: str) -> RealSet | None:
    try:
        return solution_set(relation, name)
    except ExpressionError:
        return None


def _joined(sets: list[RealSet]) -> list[RealSet]:
    """Chains come apart in two relations: ``-3 <= x`` and ``x <= 4``."""
    ends = [found for found in sets if len(found.marks) == 1]
    return [first & second for place, first in enumerate(ends) for second in ends[place + 1 :]]


def _loses_solutions(context: Context, name: str) -> bool:
    """Whether the relations have real solutions outside of the domain that only the model declares."""
    domain = context.reading.domains[name]
    reals = None
    for logic in context.reading.given:
        if symbols(logic) == {name}:
            found = solution_set(logic, name)
            reals = found if reals is None else reals & found
    if reals is None:
        return False
    points = reals.points()
    if points is None:
        return domain.integral or domain.rational or (reals & domain.reals) != reals
    return any(not domain.contains(point) for point in points)
