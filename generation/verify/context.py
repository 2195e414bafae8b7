"""What a check is given: the problem, its trees, its independent solution, and what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass, field

from generation.expression.errors import ExpressionError
from generation.problem import Model, Problem
from generation.verify.certificate import CheckResult, Outcome
from generation.verify.kinds.kind import Kind
from generation.verify.kinds.registry import KINDS
from generation.verify.reading import Reading, read_texts
from generation.verify.solutions import solve_model
from generation.verify.solving import Solved


@dataclass(slots=True)
class Context:
    """Work that several checks share is done once."""

    problem: Problem
    source: Problem | Model | str | None = None
    bank: frozenset[str] = frozenset()
    """Fingerprints of the bank's problems."""
    _reading: Reading | None = field(default=None, init=False)
    _solved: Solved | ExpressionError | None = field(default=None, init=False)

    @property
    def kind(self) -> Kind:
        """What is known of the kind of question; a problem of another kind is never completely read."""
        return KINDS[self.problem.model.ask.kind]

    @property
    def reading(self) -> Reading:
        """The trees of the problem."""
        if self._reading is None:
            self._reading = read_texts(self.problem, KINDS.get(self.problem.model.ask.kind))
        return self._reading

    @property
    def solved(self) -> Solved:
        """The verifier's own solution. Raises ExpressionError where its methods do not reach."""
        if self._solved is None:
            try:
                self._solved = solve_model(self.problem.model, self.reading)
            except ExpressionError as error:
                self._solved = error
        if isinstance(self._solved, ExpressionError):
            raise self._solved
        return self._solved


def result(name: str, outcome: Outcome, detail: str = "", *evidence: str, capped: bool = False) -> CheckResult:
    """A check's result; evidence is cut to what a certificate can hold."""
    return CheckResult(name, outcome, _cut(detail), tuple(_cut(line) for line in evidence[:40]), capped)


def _cut(text: str) -> str:
    return text if len(text) <= 400 else text[:399] + "…"
