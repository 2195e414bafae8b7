"""Every text of a problem as trees, read once for all checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generation.expression.errors import BudgetError, ExpressionError, NotExactError, ParseError, UndefinedError
from generation.expression.matrices import by_entries
from generation.expression.parser import parse, parse_expression
from generation.expression.tree import And, Expr, Logic, Node, Relation, symbols
from generation.problem import AnswerValue, Problem
from generation.verify.defining import defined_names, read_definitions
from generation.verify.definitions import Definitions
from generation.verify.domains import Domain, read_domain
from generation.verify.kinds.kind import Kind

MAX_TEXTS = 200
"""More strings than this in one item are not mathematics for school."""

Value = Node | Mapping[str, Expr]
"""One value of an answer, read."""


@dataclass(slots=True)
class Reading:
    """The trees of a problem, and what could not be read: ``errors`` are wrong, ``gaps`` are not supported."""

    domains: dict[str, Domain] = field(default_factory=dict)
    definitions: Definitions = field(default_factory=Definitions)
    given: list[Logic] = field(default_factory=list)
    of: Expr | None = None
    event: list[Logic] = field(default_factory=list)
    claim: Logic | None = None
    written: list[Node] = field(default_factory=list)
    """The formulas of the model as they are written: definitions, relations and the question, nothing put in."""
    trees: dict[str, Node] = field(default_factory=dict)
    """By text, what was read of the question, nothing put in."""
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
        self.functions = defined_names(problem.model.define)
        self.reading = Reading()

    def run(self) -> Reading:
        problem, reading = self.problem, self.reading
        if self._count() > MAX_TEXTS:
            reading.gaps.append(f"more than {MAX_TEXTS} strings of mathematics")
        if self.kind is None:
            reading.gaps.append(f"questions of kind '{problem.model.ask.kind}' are not verified yet")
        if not reading.is_complete or self.kind is None:
            return reading
        self._symbols()
        self._definitions()
        self._model()
        reading.errors += self.kind.faults(problem.model)
        self._undeclared()
        reading.answer = self._values("answer.values", problem.answer.values)
        for position, step in enumerate(problem.solution):
            where = f"solution[{position}].math"
            reading.steps.append(None if step.math is None else self._read(where, step.math))
        for position, choice in enumerate(problem.choices):
            reading.choices.append(self._values(f"choices[{position}].value", choice.value))
        return reading

    def _count(self) -> int:
        p = self.problem
        values = len(p.answer.values) + sum(len(choice.value) for choice in p.choices)
        model = len(p.model.given) + len(p.model.symbols) + len(p.model.define) + len(p.model.ask.event)
        return values + len(p.solution) + model

    # -- model -------------------------------------------------------------------------------------------------

    def _symbols(self) -> None:
        for name, text in self.problem.model.symbols.items():
            if not (name.isascii() and name.replace("_", "").isalnum() and name[0].isalpha() and len(name) <= 20):
                self.reading.errors.append(f"model.symbols: {name[:20]!r} is no name of a symbol")
                continue
            try:
                self.reading.domains[name] = read_domain(text)
            except ExpressionError as error:
                self._refuse(f"model.symbols.{name}", error)

    def _definitions(self) -> None:
        define = self.problem.model.define
        if not define:
            return
        try:
            defined = read_definitions(define, self.names, parse_expression)
        except ExpressionError as error:
            self.reading.gaps.append(f"model.define: {error}")
            return
        self.reading.definitions = defined.definitions
        self.reading.written += defined.written
        self.reading.errors += defined.errors

    def _model(self) -> None:
        model, reading = self.problem.model, self.reading
        reading.given = self._relations("model.given", model.given)
        if model.ask.of is not None:
            of = self._read("model.ask.of", model.ask.of, written=True)
            if of is not None and not isinstance(of, Expr):
                reading.errors.append("model.ask.of: an expression is expected here, not a relation or a list")
            else:
                reading.of = of
        reading.event = self._relations("model.ask.event", model.ask.event)
        if model.ask.claim is not None:
            reading.claim = self._relation("model.ask.claim", model.ask.claim)

    def _relations(self, where: str, texts: Sequence[str]) -> list[Logic]:
        found = (self._relation(f"{where}[{position}]", text) for position, text in enumerate(texts))
        return [logic for logic in found if logic is not None]

    def _relation(self, where: str, text: str) -> Logic | None:
        node = self._read(where, text, written=True)
        if node is None:
            return None
        if isinstance(node, Logic):
            try:
                return by_entries(node)
            except ExpressionError as error:
                self._refuse(where, error)
                return None
        self.reading.errors.append(f"{where}: an equation or inequality is expected here")
        return None

    def _undeclared(self) -> None:
        reading = self.reading
        nodes: list[Node] = [*reading.given, *reading.event]
        nodes += [node for node in (reading.of, reading.claim) if node is not None]
        used = frozenset[str]().union(*(symbols(node) for node in nodes))
        for name in sorted(used - self.names):
            reading.errors.append(f"model: {name!r} occurs but is not declared in symbols")

    # -- texts -------------------------------------------------------------------------------------------------

    def _values(self, where: str, values: Sequence[AnswerValue]) -> list[Value]:
        found = (self._value(f"{where}[{position}]", value) for position, value in enumerate(values))
        return [value for value in found if value is not None]

    def _value(self, where: str, value: AnswerValue) -> Value | None:
        if isinstance(value, str):
            assert self.kind is not None
            word = self.kind.words.get(value.strip())
            return word if word is not None else self._read(where, value)
        row: dict[str, Expr] = {}
        for name, text in value.items():
            node = self._read(f"{where}.{name[:20]}", text)
            if isinstance(node, Expr):
                row[name] = node
            elif node is not None:
                self.reading.errors.append(f"{where}.{name[:20]}: an expression is expected here")
        return row

    def _read(self, where: str, text: str, *, written: bool = False) -> Node | None:
        """The tree of a text, what is defined put in; ``written`` keeps it as it stands as well."""
        try:
            node = parse(text, self.names, self.functions)
            if written:
                self.reading.written.append(node)
                self.reading.trees[text] = node
            return self.reading.definitions.expand(node)
        except ExpressionError as error:
            self._refuse(where, error)
        return None

    def _refuse(self, where: str, error: ExpressionError) -> None:
        """Text that is wrong is an error; what is too much or not covered is a gap."""
        wrong = isinstance(error, ParseError | UndefinedError) or not isinstance(error, BudgetError | NotExactError)
        (self.reading.errors if wrong else self.reading.gaps).append(f"{where}: {error}")
