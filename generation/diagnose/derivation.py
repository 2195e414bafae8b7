"""Derivations: the right one of a model, and the wrong ones that one mal-rule leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import generation.diagnose.malrules  # noqa: F401  (fills the register)
from generation.diagnose.malrule import MAL_RULES, MalRule
from generation.diagnose.task import NotDerivableError, Task, claimed, following, start, task_of
from generation.equivalence.listed import compare_listed
from generation.equivalence.values import Verdict
from generation.expression.errors import ExpressionError, NotExactError
from generation.expression.tree import Node, replace_each
from generation.problem import AnswerValue, Model

__all__ = [
    "Derivation",
    "Line",
    "NotDerivableError",
    "applicable",
    "compare_claims",
    "derive",
    "wrong_answers",
]

MAX_LINES = 40
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


def applicable(model: Model) -> list[str]:
    """The mal-rules that give a wrong answer on this model."""
    return [rule_id for rule_id in MAL_RULES if wrong_answers(model, rule_id)]


def compare_claims(model: Model, a: tuple[AnswerValue, ...], b: tuple[AnswerValue, ...]) -> Verdict:
    """Whether two answers to a question claim the same; ``1 > 2`` and ``1 < 2`` are two claims, both about 1 and 2."""
    if model.ask.kind == "truth":
        return "equal" if a == b else "different"
    return compare_listed(a, b)


@lru_cache(maxsize=4096)
def _derive(task: Task) -> Derivation:
    lines = _to_the_end(Line(_first(task), "start"), task)
    return Derivation(tuple(lines), claimed(lines[-1].node, task, finished=True))


def _first(task: Task) -> Node:
    try:
        return start(task)
    except NotDerivableError:
        raise
    except NotExactError as error:
        raise NotDerivableError(str(error)) from error


@lru_cache(maxsize=16384)
def _wrong_answers(task: Task, rule_id: str) -> tuple[Derivation, ...]:
    right = _derive(task)
    rule = MAL_RULES[rule_id]
    found: list[Derivation] = []
    for derivation in _with_rule(right, rule, task):
        if not any(_same(task, derivation.answer, known.answer) for known in (right, *found)):
            found.append(derivation)
    return tuple(found)


def _same(task: Task, a: tuple[AnswerValue, ...], b: tuple[AnswerValue, ...]) -> bool:
    return a == b if task.kind == "truth" else compare_listed(a, b) == "equal"


def _with_rule(right: Derivation, rule: MalRule, task: Task) -> Iterator[Derivation]:
    tried: set[Node] = set()
    for position, line in enumerate(right.lines):
        for wrong in _applied(line.node, rule):
            if wrong in tried or len(tried) >= MAX_WRONG_LINES:
                continue
            tried.add(wrong)
            before = right.lines[: position + 1]
            try:
                after = _to_the_end(Line(wrong, rule.id, rule.id), task)
                yield Derivation((*before, *after), claimed(after[-1].node, task, finished=False), (rule.id,))
            except ExpressionError:
                continue  # the wrong line leads nowhere: no student would have an answer from it


def _applied(node: Node, rule: MalRule) -> list[Node]:
    try:
        return list(replace_each(node, rule.apply))
    except NotExactError:
        return []


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
