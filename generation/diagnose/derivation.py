"""Derivations: the right one of a model, and the wrong ones that one mal-rule leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cmp_to_key, lru_cache

import generation.diagnose.malrules  # noqa: F401  (fills the register)
from generation.diagnose.malrule import MAL_RULES, MalRule
from generation.diagnose.procedure.equations import next_equation_line, solved_value
from generation.diagnose.procedure.numbers import Next, next_number_line
from generation.diagnose.procedure.polynomials import next_factoring_line, next_polynomial_line
from generation.diagnose.procedure.systems import next_system_line
from generation.equivalence.listed import compare_listed
from generation.equivalence.real import number_value, order
from generation.expression.errors import ExpressionError, NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.parser import parse_expression, parse_logic
from generation.expression.render import infix
from generation.expression.tree import (
    And,
    Everything,
    Expr,
    Logic,
    Node,
    Nothing,
    Or,
    Relation,
    Sym,
    replace_each,
    substitute,
    symbols,
)
from generation.problem import AnswerValue, Model

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


class NotDerivableError(ExpressionError):
    """The procedures here do not cover the model."""


@dataclass(frozen=True, slots=True)
class _Task:
    """The hashable part of a model that a derivation needs."""

    kind: str
    form: str | None
    unknowns: tuple[str, ...]
    of: str | None
    given: tuple[str, ...]
    names: frozenset[str]


def derive(model: Model) -> Derivation:
    """The right procedure, line by line. Raises NotDerivableError where it is not covered."""
    return _derive(_task(model))


def wrong_answers(model: Model, mal_rule_id: str) -> list[Derivation]:
    """Every different wrong answer that carrying out one mal-rule once gives; empty where it does not apply."""
    rule = MAL_RULES.get(mal_rule_id)
    if rule is None:
        return []
    try:
        return list(_wrong_answers(_task(model), rule.id))
    except NotDerivableError:
        return []


def applicable(model: Model) -> list[str]:
    """The mal-rules that give a wrong answer on this model."""
    return [rule_id for rule_id in MAL_RULES if wrong_answers(model, rule_id)]


def _task(model: Model) -> _Task:
    ask = model.ask
    return _Task(ask.kind, ask.form, ask.unknowns, ask.of, model.given, frozenset(model.symbols))


@lru_cache(maxsize=4096)
def _derive(task: _Task) -> Derivation:
    lines = _continued(_start(task), task)
    return Derivation(tuple(lines), _answer(lines[-1].node, task))


@lru_cache(maxsize=16384)
def _wrong_answers(task: _Task, rule_id: str) -> tuple[Derivation, ...]:
    right = _derive(task)
    rule = MAL_RULES[rule_id]
    found: list[Derivation] = []
    for derivation in _with_rule(right, rule, task):
        if not any(compare_listed(derivation.answer, known.answer) == "equal" for known in (right, *found)):
            found.append(derivation)
    return tuple(found)


def _with_rule(right: Derivation, rule: MalRule, task: _Task) -> Iterator[Derivation]:
    tried: set[Node] = set()
    for position, line in enumerate(right.lines):
        for wrong in _applied(line.node, rule):
            if wrong in tried or len(tried) >= MAX_WRONG_LINES:
                continue
            tried.add(wrong)
            before = right.lines[: position + 1]
            try:
                after = _continued(Line(wrong, rule.id, rule.id), task)
                yield Derivation((*before, *after), _answer(after[-1].node, task), (rule.id,))
            except ExpressionError:
                continue  # the wrong line leads nowhere: no student would have an answer from it


def _applied(node: Node, rule: MalRule) -> list[Node]:
    try:
        return list(replace_each(node, rule.apply))
    except NotExactError:
        return []


def _start(task: _Task) -> Line:
    if task.kind == "solve":
        relations = tuple(parse_logic(text, task.names) for text in task.given)
        return Line(relations[0] if len(relations) == 1 else And(relations), "start")
    if task.kind not in ("value", "form") or task.of is None:
        raise NotDerivableError(f"items that ask for '{task.kind}' are not derived yet")
    return Line(parse_expression(task.of, task.names), "start")


def _continued(line: Line, task: _Task) -> list[Line]:
    lines = [line]
    try:
        for _ in range(MAX_LINES):
            following = _next(lines[-1].node, task)
            if following is None:
                return lines
            lines.append(Line(*following))
    except NotDerivableError:
        raise
    except ExpressionError as error:
        raise NotDerivableError(str(error)) from error
    raise NotDerivableError(f"more than {MAX_LINES} lines")


def _next(node: Node, task: _Task) -> Next | None:
    if task.kind == "solve":
        return _next_solving(node, task.unknowns)
    if not isinstance(node, Expr):
        raise NotDerivableError("an expression is expected")
    if task.given and symbols(node):
        return _substituted(node, task)
    if not symbols(node):
        return next_number_line(node)
    return next_factoring_line(node) if task.form == "factored" else next_polynomial_line(node)


def _next_solving(node: Node, unknowns: tuple[str, ...]) -> Next | None:
    if isinstance(node, Everything | Nothing):
        return None
    if isinstance(node, And) and len(unknowns) == 2:
        return next_system_line(node, unknowns)
    if isinstance(node, Relation | Or) and len(unknowns) == 1:
        return next_equation_line(node, unknowns[0])
    raise NotDerivableError("only one unknown, or two in two equations, are solved here")


def _substituted(node: Expr, task: _Task) -> Next:
    values: dict[str, Expr] = {}
    for text in task.given:
        match parse_logic(text, task.names):
            case Relation("=", Sym(name), value) if not symbols(value):
                values[name] = value
            case _:
                raise NotDerivableError("the values of the letters are not given outright")
    put = substitute(node, values)
    if symbols(put) or not isinstance(put, Expr):
        raise NotDerivableError("a letter has no value")
    return put, "substitute"


def _answer(node: Node, task: _Task) -> tuple[AnswerValue, ...]:
    if task.kind != "solve":
        return (_defined(node),)
    if isinstance(node, Everything | Nothing):
        return ("all",) if isinstance(node, Everything) else ()
    if len(task.unknowns) > 1:
        return (_assignment(node, task.unknowns),)
    name = task.unknowns[0]
    parts = node.parts if isinstance(node, Or) else (node,)
    values = [solved_value(part, name) for part in parts]
    if all(value is not None for value in values):
        return tuple(dict.fromkeys(infix(value) for value in _ascending([v for v in values if v is not None])))
    if not all(isinstance(part, Logic) and symbols(part) == {name} for part in parts):
        raise NotDerivableError("the last line is no solution")
    return tuple(dict.fromkeys(infix(part) for part in parts))


def _by_size(a: Expr, b: Expr) -> int:
    return order(number_value(a), number_value(b))


def _ascending(values: list[Expr]) -> list[Expr]:
    """Solutions by size, as school writes them; as they came where their sizes are not known exactly."""
    try:
        return sorted(values, key=cmp_to_key(_by_size))
    except ExpressionError:
        return values


def _defined(node: Node) -> str:
    """The text of a last line that has a value."""
    try:
        if isinstance(node, Expr):
            exact(node)
    except UndefinedError as error:
        raise NotDerivableError(str(error)) from error
    return infix(node)


def _assignment(node: Node, unknowns: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in node.parts if isinstance(node, And) else ():
        for name in unknowns:
            if (value := solved_value(part, name)) is not None and not symbols(value):
                found[name] = infix(value)
    if set(found) != set(unknowns):
        raise NotDerivableError("the last line is no solution")
    return {name: found[name] for name in unknowns}
