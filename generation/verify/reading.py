"""Every text of a problem as trees, read once for all checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from generation.expression.errors import BudgetError, ExpressionError
from generation.expression.parser import parse, parse_expression, parse_logic
from generation.expression.tree import And, Expr, Logic, Node, Relation, symbols
from generation.problem import AnswerValue, Problem
from generation.verify.domains import Domain, read_domain
from generation.verify.kinds.kind import Kind

_T = TypeVar("_T")
MAX_TEXTS = 200
"""More strings than this in one item are not mathematics for school."""

Value = Node | Mapping[str, Expr]
"""One value of an answer, read."""


@dataclass(slots=True)
class Reading:
    """The trees of a problem, and what could not be read: ``errors`` are wrong, ``gaps`` are not supported."""

    domains: dict[str, Domain] = field(default_factory=dict)
    given: list[Logic] = field(default_factory=list)
    of: Expr | None = None
    answer: list[Value] = field(default_factory=list)
    steps: list[Node | None] = field(default_factory=list)
    choices: list[list[Value]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        """Whether everything was read."""
        return not self.errors and not self.gaps

    @property
    def relations(self) -> list[Relation]:
        """The relations of ``given``, chains and systems taken apart; alternatives stay out."""
        return [relation for logic in self.given for relation in conjuncts(logic) if isinstance(relation, Relation)]

    @property
    def has_alternatives(self) -> bool:
        """Whether some relation of ``given`` is joined by 'or'."""
        return any(not isinstance(part, Relation) for logic in self.given for part in conjuncts(logic))


def conjuncts(logic: Logic) -> list[Logic]:
    """The parts that hold together."""
    return [deep for part in logic.parts for deep in conjuncts(part)] if isinstance(logic, And) else [logic]


def read_texts(problem: Problem, kind: Kind | None) -> Reading:
    """Read model, answer, solution and choices of a problem with this kind of question; None is a kind not known."""
    return _Reader(problem, kind).run()


class _Reader:
    """Collects what goes wrong instead of stopping at the first."""

    def __init__(self, problem: Problem, kind: Kind | None) -> None:
        self.problem = problem
        self.kind = kind
        self.names = frozenset(problem.model.symbols)
        self.reading = Reading()

    def run(self) -> Reading:
        model, reading = self.problem.model, self.reading
        if self._count() > MAX_TEXTS:
            reading.gaps.append(f"more than {MAX_TEXTS} strings of mathematics")
            return reading
        if model.define:
            reading.gaps.append("definitions of functions and sequences are not verified yet")
        if self.kind is None:
            reading.gaps.append(f"questions of kind '{model.ask.kind}' are not verified yet")
        if not reading.is_complete:
            return reading
        self._model()
        for position, value in enumerate(self.problem.answer.values):
            self._value(f"answer.values[{position}]", value, reading.answer)
        for position, step in enumerate(self.problem.solution):
            where = f"solution[{position}].math"
            reading.steps.append(None if step.math is None else self._text(where, step.math, parse))
        for position, choice in enumerate(self.problem.choices):
            values: list[Value] = []
            for k, value in enumerate(choice.value):
                self._value(f"choices[{position}].value[{k}]", value, values)
            reading.choices.append(values)
        self._undeclared()
        return reading

    def _count(self) -> int:
        p = self.problem
        values = len(p.answer.values) + sum(len(choice.value) for choice in p.choices)
        return values + len(p.solution) + len(p.model.given) + len(p.model.symbols)

    def _model(self) -> None:
        model, reading = self.problem.model, self.reading
        for name, text in model.symbols.items():
            if not (name.isascii() and name.replace("_", "").isalnum() and name[0].isalpha() and len(name) <= 20):
                reading.errors.append(f"model.symbols: {name[:20]!r} is no name of a symbol")
                continue
            domain = self._text(f"model.symbols.{name}", text, lambda t, _: read_domain(t))
            if domain is not None:
                reading.domains[name] = domain
        for position, text in enumerate(model.given):
            logic = self._text(f"model.given[{position}]", text, parse_logic)
            if logic is not None:
                reading.given.append(logic)
        if model.ask.of is not None:
            reading.of = self._text("model.ask.of", model.ask.of, parse_expression)
        reading.errors += self.kind.faults(model) if self.kind is not None else []

    def _value(self, where: str, value: AnswerValue, into: list[Value]) -> None:
        if isinstance(value, str):
            node = self._text(where, value, parse)
            if node is not None:
                into.append(node)
            return
        row: dict[str, Expr] = {}
        for name, text in value.items():
            expr = self._text(f"{where}.{name[:20]}", text, parse_expression)
            if expr is not None:
                row[name] = expr
        into.append(row)

    def _text(self, where: str, text: str, read: Callable[[str, frozenset[str]], _T]) -> _T | None:
        try:
            return read(text, self.names)
        except BudgetError as error:
            self.reading.gaps.append(f"{where}: {error}")
        except ExpressionError as error:
            self.reading.errors.append(f"{where}: {error}")
        return None

    def _undeclared(self) -> None:
        reading = self.reading
        nodes: list[Node] = [*reading.given, *([reading.of] if reading.of else [])]
        used = frozenset[str]().union(*(symbols(node) for node in nodes))
        for name in sorted(used - self.names):
            reading.errors.append(f"model: {name!r} occurs but is not declared in symbols")
