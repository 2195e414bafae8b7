"""What a derivation works on: where it starts, which line follows, and what its last line claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cmp_to_key
from itertools import islice

from generation.diagnose.procedure.calculus import CONSTANT, next_calculus_line
from generation.diagnose.procedure.chances import counted, probability_line
from generation.diagnose.procedure.curves import is_curve, next_curve_line
from generation.diagnose.procedure.definitions import defined_names, inlined
from generation.diagnose.procedure.equations import next_equation_line, solved_value
from generation.diagnose.procedure.evaluation import evaluated, next_value_line
from generation.diagnose.procedure.extremum import next_extremum_line
from generation.diagnose.procedure.functions import is_inverted, next_function_line
from generation.diagnose.procedure.intervals import next_interval_line
from generation.diagnose.procedure.numbers import Next
from generation.diagnose.procedure.polynomials import next_factoring_line, next_polynomial_line
from generation.diagnose.procedure.roots_checked import checked_line
from generation.diagnose.procedure.systems import next_system_line
from generation.diagnose.procedure.vertex import next_vertex_line, symmetric, vertex_line
from generation.equivalence.real import number_value, order
from generation.expression.errors import BudgetError, ExpressionError, NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.parser import parse_expression, parse_logic
from generation.expression.render import infix
from generation.expression.tree import (
    Add,
    And,
    Call,
    Collection,
    Everything,
    Expr,
    Logic,
    Node,
    Nothing,
    Or,
    Relation,
    Sym,
    substitute,
    symbols,
    walk,
)
from generation.problem import AnswerValue, Model

MAX_PARTS = 100
"""Parts of an item's tree: a long school item has forty; time grows faster than the parts."""


class NotDerivableError(ExpressionError):
    """The procedures here do not cover the model."""


@dataclass(frozen=True, slots=True)
class Task:
    """The hashable part of a model that a derivation needs."""

    kind: str
    form: str | None
    sense: str | None
    unknowns: tuple[str, ...]
    of: str | None
    given: tuple[str, ...]
    event: tuple[str, ...]
    claim: str | None
    domains: tuple[tuple[str, str], ...]
    define: tuple[tuple[str, str], ...]
    checks: bool = True
    """Whether solutions are tried in the equation at the end; who made a mistake before did not see it there."""

    @property
    def names(self) -> frozenset[str]:
        """The declared letters."""
        return frozenset(name for name, _ in self.domains)

    def logic(self, text: str) -> Logic:
        """A relation of the model as a tree. Raises ParseError or BudgetError."""
        return parse_logic(text, self.names, defined_names(self.define))

    def expression(self, text: str) -> Expr:
        """An expression of the model as a tree. Raises ParseError or BudgetError."""
        return parse_expression(text, self.names, defined_names(self.define))


def task_of(model: Model) -> Task:
    """The task of a model."""
    ask = model.ask
    return Task(
        ask.kind,
        ask.form,
        ask.sense,
        ask.unknowns,
        ask.of,
        model.given,
        ask.event,
        ask.claim,
        tuple(model.symbols.items()),
        tuple(model.define.items()),
    )


def start(task: Task) -> Node:
    """The first line. Raises NotDerivableError or BudgetError."""
    line = _first_line(task)
    if sum(1 for _ in islice(walk(line), MAX_PARTS + 1)) > MAX_PARTS:
        raise BudgetError(f"more than {MAX_PARTS} numbers, letters and signs in one item")
    return line


def _first_line(task: Task) -> Node:
    if task.kind == "solve" and task.given:
        relations = tuple(task.logic(text) for text in task.given)
        if (call := symmetric(relations)) is not None:
            return vertex_line(call, _body(call, task))
        return relations[0] if len(relations) == 1 else And(relations)
    if task.kind in ("value", "form", "extremum") and task.of is not None:
        return task.expression(task.of)
    if task.kind == "truth" and task.claim is not None:
        return task.logic(task.claim)
    if task.kind == "probability" and task.event:
        return probability_line(
            [task.logic(text) for text in task.event], [task.logic(text) for text in task.given], dict(task.domains)
        )
    if task.kind == "count" and task.given:
        return counted([task.logic(text) for text in task.given], dict(task.domains))
    raise NotDerivableError(f"items that ask for '{task.kind}' are not derived yet")


def _body(call: Call, task: Task) -> Expr:
    body = inlined(Call(call.name, (Sym("x"),)), task.define, task.names)
    if not isinstance(body, Expr):
        raise NotDerivableError("a function that is not defined")
    return body


def following(node: Node, task: Task) -> Next | None:
    """The line after a line; None where it is the last. Raises an ExpressionError where none is known."""
    if task.define and (put := inlined(node, task.define, task.names)) != node:
        return put, "definition"
    if task.kind == "solve":
        return _solving(node, task)
    if task.kind == "truth":
        return None
    if not isinstance(node, Expr):
        raise NotDerivableError("an expression is expected")
    if task.kind == "extremum":
        return next_extremum_line(node, task.sense or "max", dict(task.domains))
    if task.given and symbols(node) and task.kind in ("value", "form"):
        return _substituted(node, task)
    if (found := next_calculus_line(node)) is not None:
        return found
    if isinstance(node, Add) and node.right == CONSTANT and CONSTANT.name not in task.names:
        before = following(node.left, task)
        return None if before is None else (Add(before[0], CONSTANT), before[1])  # type: ignore[arg-type]
    if not symbols(node):
        return next_value_line(node)
    if task.form == "factored":
        return next_factoring_line(node)
    try:
        return next_polynomial_line(node)
    except NotExactError:
        return evaluated(node)


def _solving(node: Node, task: Task) -> Next | None:
    unknowns = task.unknowns
    if symmetric(map(task.logic, task.given)) is not None:
        return next_vertex_line(node, unknowns)
    if isinstance(node, Everything | Nothing | Collection):
        return None
    if isinstance(node, And) and len(unknowns) == 2 and symbols(node) - {unknowns[0]} and len(node.parts) == 2:
        return next_system_line(node, unknowns)
    if len(unknowns) != 1:
        raise NotDerivableError("only one unknown, or two in two equations, are solved here")
    name = unknowns[0]
    if is_curve(node, name):
        return next_curve_line(node, name)
    if (found := next_interval_line(node, name)) is not None:
        return found
    if not isinstance(node, Relation | Or):
        return None
    last = _equation_line(node, name)
    if last is not None or not task.checks:
        return last
    return checked_line(node, name, tuple(task.logic(text) for text in task.given))


def _equation_line(node: Relation | Or, name: str) -> Next | None:
    if is_inverted(node, name):
        return next_function_line(node, name)
    try:
        return next_equation_line(node, name)
    except BudgetError:
        raise
    except NotExactError:
        return next_function_line(node, name)


def _substituted(node: Expr, task: Task) -> Next:
    values: dict[str, Expr] = {}
    for text in task.given:
        match task.logic(text):
            case Relation("=", Sym(name), value) if not symbols(value):
                values[name] = value
            case _:
                raise NotDerivableError("the values of the letters are not given outright")
    put = substitute(node, values)
    if symbols(put) or not isinstance(put, Expr):
        raise NotDerivableError("a letter has no value")
    return put, "substitute"


def claimed(node: Node, task: Task, *, finished: bool) -> tuple[AnswerValue, ...]:
    """What a last line claims as the answer. ``finished`` asks for a value that is known exactly.

    Raises NotDerivableError.
    """
    if task.kind == "truth":
        return (infix(node),)
    if task.kind != "solve":
        return (_defined(node, finished=finished),)
    if isinstance(node, Everything | Nothing):
        return ("all",) if isinstance(node, Everything) else ()
    if isinstance(node, Collection):
        return tuple(dict.fromkeys(infix(item) for item in node.items))
    if len(task.unknowns) > 1:
        return (_assignment(node, task.unknowns),)
    name = task.unknowns[0]
    if isinstance(node, And):
        return (infix(node),)
    parts = node.parts if isinstance(node, Or) else (node,)
    values = [solved_value(part, name) for part in parts]
    if all(value is not None and is_curve(part, name) for value, part in zip(values, parts, strict=True)):
        return tuple(dict.fromkeys(infix(part) for part in parts))
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


def _defined(node: Node, *, finished: bool) -> str:
    """The text of a last line that has a value."""
    try:
        if isinstance(node, Expr):
            exact(node)
    except UndefinedError as error:
        raise NotDerivableError(str(error)) from error
    except NotExactError as error:
        if finished:
            raise NotDerivableError(str(error)) from error
    return infix(node)


def _assignment(node: Node, unknowns: tuple[str, ...]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for part in node.parts if isinstance(node, And) else ():
        for name in unknowns:
            if (value := solved_value(part, name)) is not None and not symbols(value):
                found[name] = infix(value)
    if set(found) != set(unknowns):
        raise NotDerivableError("the last line is no solution")
    return {name: found[name] for name in unknowns}
