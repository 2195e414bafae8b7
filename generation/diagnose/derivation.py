"""Derivations: the right one of a model, and the wrong ones that one mal-rule leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from generation.diagnose.approximate import apart
from generation.diagnose.malrule import MAL_RULES, MalRule
from generation.diagnose.rewriting import all_wrong_lines, wrong_lines
from generation.diagnose.task import NotDerivableError, Task, claimed, following, start, task_of
from generation.equivalence.listed import compare_listed
from generation.equivalence.values import Verdict
from generation.expression.errors import ExpressionError
from generation.expression.tree import Node
from generation.problem import AnswerValue, Model

__all__ = [
    "Derivation",
    "Line",
    "NotDerivableError",
    "applicable",
    "compare_claims",
    "derive",
    "next_wrong_steps",
    "wrong_answers",
]

MAX_LINES = 40
KEPT = 512
"""Derivations of the last few items: more only make the garbage collection longer, which stops a request."""
MAX_WRONG_LINES = 120
"""Places where one mal-rule applies in one derivation; no school item has near as many."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a derivation: what stands there and what led to it; ``mal_rule`` marks the wrong step."""

    node: Node
    reason: str
    mal_rule: str | None = None


@dataclass(frozen=True, slots=True)
class Derivation:
    """A way from the problem to an answer. ``mal_rules`` is empty for the right one."""

    lines: tuple[Line, ...]
    answer: tuple[AnswerValue, ...]
    mal_rules: tuple[str, ...] = ()


def derive(model: Model) -> Derivation:
    """The right procedure, line by line. Raises NotDerivableError where it is not covered."""
    return _derive(task_of(model))


def wrong_answers(model: Model, mal_rule_id: str) -> list[Derivation]:
    """Every different wrong answer that carrying out one mal-rule once gives; empty where it does not apply."""
    rule = MAL_RULES.get(mal_rule_id)
    if rule is None or (rule.asks and model.ask.kind not in rule.asks):
        return []
    try:
        return list(_wrong_answers(task_of(model), rule.id))
    except NotDerivableError:
        return []


def applicable(model: Model, statement: str | None = None) -> list[str]:
    """The mal-rules that give a wrong answer on this model and belong to the words of its statement."""
    return [
        rule.id for rule in MAL_RULES.values() if rule.belongs_to(statement or "") and wrong_answers(model, rule.id)
    ]


def compare_claims(model: Model, a: tuple[AnswerValue, ...], b: tuple[AnswerValue, ...]) -> Verdict:
    """Whether two answers to a question claim the same; ``1 > 2`` and ``1 < 2`` are two claims, both about 1 and 2."""
    return _compared(model.ask.kind, a, b)


@lru_cache(maxsize=KEPT)
def _derive(task: Task) -> Derivation:
    lines = _to_the_end(Line(_first(task), "start"), task)
    return Derivation(tuple(lines), claimed(lines[-1].node, task, finished=True))


def _first(task: Task) -> Node:
    try:
        return start(task)
    except NotDerivableError:
        raise
    except ExpressionError as error:
        raise NotDerivableError(str(error)) from error


@lru_cache(maxsize=KEPT)
def _wrong_answers(task: Task, rule_id: str) -> tuple[Derivation, ...]:
    right = _derive(task)
    rule = MAL_RULES[rule_id]
    found: list[Derivation] = []
    for derivation in _with_rule(right, rule, task):
        if not any(_same(task, derivation.answer, known.answer) for known in (right, *found)):
            found.append(derivation)
    return tuple(found)


def _same(task: Task, a: tuple[AnswerValue, ...], b: tuple[AnswerValue, ...]) -> bool:
    return _compared(task.kind, a, b) == "equal"


def _compared(kind: str, a: tuple[AnswerValue, ...], b: tuple[AnswerValue, ...]) -> Verdict:
    if kind == "truth":
        return "equal" if a == b else "different"
    if len(a) == len(b) == 1 and isinstance(a[0], str) and isinstance(b[0], str) and apart(a[0], b[0]):
        return "different"
    return compare_listed(a, b)


def _with_rule(right: Derivation, rule: MalRule, task: Task) -> Iterator[Derivation]:
    tried: set[Node] = set()
    task = replace(task, checks=False)
    for position, line in enumerate(right.lines):
        for wrong in wrong_lines(line.node, rule):
            if wrong in tried or len(tried) >= MAX_WRONG_LINES:
                continue
            tried.add(wrong)
            ended = _carried_on(wrong, task)
            if ended is not None:
                yield _joined(right, position, rule.id, wrong, ended)


@dataclass(frozen=True, slots=True)
class _Ended:
    """What follows from a line, to the answer."""

    lines: tuple[Line, ...]
    answer: tuple[AnswerValue, ...]


@lru_cache(maxsize=KEPT)
def _carried_on(node: Node, task: Task) -> _Ended | None:
    """The right steps after a wrong line; None where it leads nowhere: no student would have an answer from it."""
    try:
        first, *after = _to_the_end(Line(node, ""), task)
        return _Ended(tuple(after), claimed((after or [first])[-1].node, task, finished=False))
    except ExpressionError:
        return None


def _joined(before: Derivation, position: int, rule_id: str, wrong: Node, ended: _Ended) -> Derivation:
    lines = (*before.lines[: position + 1], Line(wrong, rule_id, rule_id), *ended.lines)
    return Derivation(lines, ended.answer, (*before.mal_rules, rule_id))


def _wrong_lines(node: Node, only: str | None) -> Iterable[tuple[str, Node]]:
    if only is None:
        return all_wrong_lines(node)
    return ((only, wrong) for wrong in wrong_lines(node, MAL_RULES[only]))


def next_wrong_steps(
    model: Model, derivation: Derivation, from_line: int = 0, only: str | None = None
) -> Iterator[Derivation]:
    """The derivation with one more wrong step at a line from ``from_line`` on, by any mal-rule or by one."""
    task = replace(task_of(model), checks=False)
    tried: set[tuple[str, Node]] = set()
    for position in range(from_line, len(derivation.lines)):
        for rule_id, wrong in _wrong_lines(derivation.lines[position].node, only):
            rule = MAL_RULES[rule_id]
            if (rule_id, wrong) in tried or (rule.asks and task.kind not in rule.asks):
                continue
            tried.add((rule_id, wrong))
            ended = _carried_on(wrong, task)
            if ended is not None:
                yield _joined(derivation, position, rule_id, wrong, ended)


def _to_the_end(line: Line, task: Task) -> list[Line]:
    lines = [line]
    try:
        for _ in range(MAX_LINES):
            found = following(lines[-1].node, task)
            if found is None:
                return lines
            lines.append(Line(*found))
    except NotDerivableError:
        raise
    except ExpressionError as error:
        raise NotDerivableError(str(error)) from error
    raise NotDerivableError(f"more than {MAX_LINES} lines")
