"""The words of a step with a mark for each formula, and what they are held against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from generation.equivalence.realset import RealSet
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact, rational_value
from generation.expression.formulas import Segment, segments
from generation.expression.parser import parse
from generation.expression.tree import And, Call, Collection, Expr, Node, Or, Relation, children, symbols, walk

FORMULA = "\x00"
STATISTICS = ("mean", "median", "mode", "variance", "stdev")


class FalseWordsError(ValueError):
    """Words that say something else than the lines do."""


@dataclass(slots=True)
class Said:
    """A step's words with a mark for each formula, and the formulas that read."""

    words: str
    formulas: list[Node | None] = field(default_factory=list)


@dataclass(slots=True)
class Around:
    """What the words of a step are held against."""

    stated: list[Node]
    """Formulas of the statement and of the model."""
    numbers: frozenset[Fraction]
    """Numbers that the words of the statement name."""
    before: list[Node]
    """The line before, and what is given."""
    line: Node | None
    solutions: list[Fraction] = field(default_factory=list)
    """What the problem has, where that is a list of integers, in ascending order."""
    pairs: set[tuple[Fraction | None, ...]] = field(default_factory=set)
    """The pairs that solve a problem over a small space."""
    domains: Mapping[str, RealSet] = field(default_factory=dict)


def said(text: str) -> Said:
    """Cut a step's text."""
    found = Said("")
    for segment in segments(text):
        if not segment.is_formula or (_is_word(segment) and "$" not in text):
            found.words += segment.text
            continue
        found.words += FORMULA
        try:
            found.formulas.append(parse(segment.text))
        except ExpressionError:
            found.formulas.append(None)
    return found


def _is_word(segment: Segment) -> bool:
    return segment.text.isalpha()


def matched(pattern: re.Pattern[str], step: Said) -> Iterator[tuple[Node | None, ...]]:
    for match in pattern.finditer(step.words):
        first = step.words.count(FORMULA, 0, match.start())
        count = match[0].count(FORMULA)
        yield tuple(step.formulas[first : first + count])


def relations_in(nodes: Iterable[Node]) -> list[Relation]:
    found: list[Relation] = []
    for node in nodes:
        if isinstance(node, And | Or | Collection):
            found += relations_in(children(node))
        elif isinstance(node, Relation):
            found.append(node)
    return found


def whole(node: Node | None) -> int | None:
    value = rational_value(node) if isinstance(node, Expr) and not symbols(node) else None
    return None if value is None or value.denominator != 1 else int(value)


def values(node: Node | None) -> list[Fraction | None]:
    """The numbers of a list; one number is a list of one."""
    items = node.items if isinstance(node, Collection) else (node,)
    return [rational_value(item) for item in items if isinstance(item, Expr)]


def same(a: Node | None, b: Node | None) -> bool:
    if not isinstance(a, Expr) or not isinstance(b, Expr) or symbols(a) | symbols(b):
        return False
    return exact(a).equals(exact(b))


def data_of(around: Around) -> list[Fraction]:
    """The list of numbers that the problem is about; empty where it has none."""
    for node in around.stated:
        for part in walk(node):
            if isinstance(part, Call) and part.name in STATISTICS and len(part.args) > 1:
                values = [rational_value(arg) for arg in part.args]
                return [value for value in values if value is not None] if None not in values else []
    return []
