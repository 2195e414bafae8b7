"""The words of all steps of a worked solution."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product

from generation.expression.errors import ExpressionError, NotExactError
from generation.expression.formulas import segments
from generation.expression.parser import parse
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Node
from generation.verify.context import Context
from generation.verify.kinds.kind import Finding, failed, undecided
from generation.verify.reasons.judge import judge
from generation.verify.reasons.words import Around, FalseWordsError
from generation.verify.solving import fulfils

_FRACTIONS = re.compile(r"\\frac\{([0-9]{1,9})\}\{([0-9]{1,9})\}")
_MOST_TRIED = 12
"""Of the numbers of one letter, where pairs are tried."""


def contradiction(context: Context) -> Finding | None:
    """What is wrong with the words of the steps; None where nothing is."""
    problem, reading = context.problem, context.reading
    stated = [
        *_formulas(problem.statement),
        *reading.written,
        *(v for v in reading.answer if not isinstance(v, Mapping)),
    ]
    numbers = frozenset(Fraction(text) for text in re.findall(r"[0-9]+(?:\.[0-9]+)?", problem.statement))
    numbers |= {Fraction(int(a), int(b)) for a, b in _FRACTIONS.findall(problem.statement) if int(b)}
    before: list[Node] = list(reading.given)
    previous: Node | None = reading.given[0] if problem.model.ask.kind == "solve" and reading.given else None
    unknown: list[str] = []
    solutions, pairs = _integers(context), _pairs(context)
    domains = {name: domain.reals for name, domain in reading.domains.items()}
    for position, (step, line) in enumerate(zip(problem.solution, reading.steps, strict=True)):
        try:
            around = Around(
                stated,
                numbers,
                before,
                line,
                solutions,
                pairs,
                domains,
                reading.definitions,
                problem.statement,
                next((node for node in reading.steps[position + 1 :] if node is not None), None),
                previous,
            )
            strange = judge(step.text, around)
        except FalseWordsError as error:
            return failed(f"the words of line {position + 1}: {error}")
        unknown += [f"line {position + 1}: {number}" for number in strange]
        if line is not None:
            previous = line
            before = [*(reading.given if len(reading.given) > 1 else ()), line]
    if unknown:
        return undecided("the words of the steps have numbers that come from nowhere", *unknown)
    return None


def _integers(context: Context) -> list[Fraction]:
    """The integers that solve the problem, in ascending order, where they are some and can be listed."""
    if context.problem.model.ask.kind != "count" or len(context.problem.model.ask.unknowns) != 1:
        return []
    try:
        rows = context.solved.rows or ()
    except NotExactError:
        return []
    values = [value.rational() for row in rows for value in row.values()]
    return sorted(value for value in values if value is not None) if None not in values else []


def _pairs(context: Context) -> set[tuple[Fraction | None, ...]]:
    """The pairs that are counted, where there are few to try."""
    ask, domains = context.problem.model.ask, context.reading.domains
    if ask.kind not in ("count", "probability") or len(domains) != 2:
        return set()
    ranges = [(domain.first, domain.last) for domain in domains.values()]
    if any(first is None or last is None or last - first > _MOST_TRIED for first, last in ranges):
        return set()
    found: set[tuple[Fraction | None, ...]] = set()
    for values in product(*(range(first or 0, (last or 0) + 1) for first, last in ranges)):
        row = {name: Polynomial.constant(value) for name, value in zip(domains, values, strict=True)}
        if all(fulfils(logic, row) for logic in (*context.reading.given, *context.reading.event)):
            found.add(tuple(Fraction(value) for value in values))
    return found


def _formulas(statement: str) -> Iterator[Node]:
    """The formulas that read."""
    for segment in segments(statement):
        if segment.is_formula:
            try:
                yield parse(segment.text.rstrip(" =?□_"))
            except ExpressionError:
                continue
