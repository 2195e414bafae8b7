"""The words of a step with a mark for each formula, and what they are held against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from fractions import Fraction

from generation.equivalence.realset import RealSet
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact, rational_value
from generation.expression.formulas import Segment, segments
from generation.expression.parser import parse
from generation.expression.tree import And, Call, Collection, Expr, Node, Or, Relation, children, symbols, walk
from generation.verify.definitions import Definitions

FORMULA = "\x00"
_PLAIN = re.compile(r"(?<![\w.^_])[0-9]{1,9}(?:\.[0-9]{1,9})?(?![0-9])")
_NUMERAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
STATISTICS = ("mean", "median", "mode", "variance", "stdev")


class FalseWordsError(ValueError):
    """Words that say something else than the lines do."""


@dataclass(slots=True)
class Said:
    """A step's words with a mark for each formula, and the formulas that read."""

    words: str
    formulas: list[Node | None] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """The numbers of the formulas that do not read."""
    denied: list[str] = field(default_factory=list)
    """The numbers that words claim to be something which they are not."""


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
    definitions: Definitions = field(default_factory=Definitions)
    statement: str = ""
    after: Node | None = None
    """The next line, where the step has none."""
    previous: Node | None = None
    """The line before, or the equation that is solved."""

    @property
    def bodies(self) -> list[Expr]:
        """What functions are defined as."""
        return [function.body for function in self.definitions.functions.values()]


_NOT_READ = (
    (re.compile(r"\\angle|^="), ""),
    (re.compile(r"\\overline\{([A-Za-z]+)\}"), r"\1"),
    (re.compile(r"\\mathrm\{([A-Z])\}\(([A-Z])\)"), r"\1_\2"),
    (re.compile(r"([a-z])'(?!\()"), r"\1_p"),
)
"""Signs of geometry and statistics, and primes of letters, which change no number."""


def said(text: str, definitions: Definitions | None = None) -> Said:
    """Cut a step's text; what is defined is put in."""
    found = Said("")
    known = definitions or Definitions()
    for segment in segments(text):
        if not segment.is_formula or (_is_word(segment) and "$" not in text):
            found.words += _PLAIN.sub(FORMULA, segment.text)
            found.formulas += [parse(numeral) for numeral in _PLAIN.findall(segment.text)]
            continue
        found.words += FORMULA
        try:
            found.formulas.append(_read(segment.text, known))
        except ExpressionError:
            found.formulas.append(None)
            found.unread += _NUMERAL.findall(segment.text)
    found.formulas = [copy(node) for node in found.formulas]  # two that are alike are told apart
    return found


def _read(text: str, definitions: Definitions) -> Node:
    """A formula; ``a:b`` is a ratio."""
    for pattern, instead in _NOT_READ:
        text = pattern.sub(instead, text)
    for name in definitions.sequences:
        text = re.sub(rf"\b{name}_(?:\{{([^{{}}]+)\}}|(\w))", rf"{name}(\1\2)", text)
    left, colon, right = text.partition(":")
    if colon:
        first, second = parse(left), parse(right)
        if isinstance(first, Expr) and isinstance(second, Expr):
            return Call("ratio", (first, second))
    return definitions.expand(parse(text, functions=definitions.names))


def is_among(node: Node, shown: list[Node]) -> bool:
    """Whether this formula, not one like it, is among those."""
    return any(node is other for other in shown)


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
