"""A student's working: each line checked against the one before, to the first that does not follow."""

from __future__ import annotations

from dataclasses import dataclass

from generation.diagnose.continuation import model_at
from generation.diagnose.derivation import NotDerivableError, derive
from generation.diagnose.malrule import MAL_RULES
from generation.diagnose.search import Search
from generation.equivalence.listed import compare_listed
from generation.expression.errors import ExpressionError
from generation.expression.formulas import formulas
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import And, Collection, Expr, Node, Or, Relation
from generation.mistake import Mistake
from generation.problem import AnswerValue, Model

MAX_LINES = 20
"""Lines of working that are looked at; each costs a derivation."""


@dataclass(frozen=True, slots=True)
class WrongLine:
    """The first line that does not follow. ``mal_rules`` lead from the line before it to exactly its answer."""

    number: int
    """Counts the lines of the working from 1; lines that are no mathematics count too."""
    text: str
    mal_rules: tuple[str, ...]


def first_wrong_line(
    model: Model, working: str, answer: tuple[AnswerValue, ...] | None = None, statement: str = ""
) -> WrongLine | None:
    """The first line whose answer is not that of the line before; None where there is none or it cannot be told.

    ``answer`` is what the student claims in the end; side calculations (``6·3 = 18``) are told by it. ``statement``
    is the item's, for mal-rules that belong to its words.
    """
    before = model
    try:
        expected = derive(model).answer
    except NotDerivableError:
        return None
    for number, text in enumerate(working.splitlines()[:MAX_LINES], start=1):
        for node in _steps(text, model, answer):
            here = model_at(model, node)
            if here is None:
                continue
            try:
                found = derive(here).answer
            except ExpressionError:
                continue  # a line that cannot be solved by itself (one equation of a system) says nothing
            if compare_listed(found, expected) == "different":
                return WrongLine(number, text.strip(), _causes(before, found, statement))
            before = here
    return None


def worked_lines(mistake: Mistake) -> frozenset[str]:
    """The formulas of the student's working, and of an answer written as a chain, in one notation."""
    lines: set[str] = set()
    for text in formulas(mistake.working or "") + formulas(mistake.student_answer):
        for piece in (text, *text.split("=")):
            try:
                lines.add(infix(parse(piece)))
            except ExpressionError:
                continue  # a line of the working that cannot be read says nothing
    return frozenset(lines)


def _causes(before: Model, found: tuple[AnswerValue, ...], statement: str) -> tuple[str, ...]:
    """The mal-rules that lead from one line to the next, commonest first."""
    ways = Search(before, found, lambda rule: rule.belongs_to(statement)).one_step()
    rules = (MAL_RULES[way.mal_rules[0]] for way in ways)
    return tuple(rule.id for rule in sorted(rules, key=lambda rule: (-rule.prior, rule.id)))


def _steps(text: str, model: Model, answer: tuple[AnswerValue, ...] | None) -> list[Node]:
    """The lines that a written line holds: an equation is one, ``a = b = c`` of expressions three."""
    nodes = _nodes(text)
    if model.ask.kind == "solve":
        relations = [node for node in nodes if isinstance(node, Relation | Or | And)]
        if len(relations) > 1 and len(model.ask.unknowns) == 1:
            return [Or(tuple(relations))]  # "x = 2, x = 3" and "x = 2 또는 x = 3"
        return list(relations)
    sides = [side for node in nodes for side in _sides(node)]
    return [] if _is_side_calculation(sides, model, answer) else list(sides)


def _nodes(text: str) -> list[Node]:
    """What is written in a line; what cannot be read is passed over, for it is no reason to call a line wrong."""
    nodes: list[Node] = []
    for formula in formulas(text):
        try:
            node = parse(formula.strip(" ="))
        except ExpressionError:
            continue
        nodes.extend(node.items if isinstance(node, Collection) else (node,))
    return nodes


def _sides(node: Node) -> list[Expr]:
    if isinstance(node, Expr):
        return [node]
    relations = node.parts if isinstance(node, And) else (node,)
    equations = [r for r in relations if isinstance(r, Relation) and r.op == "="]
    if not equations or len(equations) != len(relations):
        return []
    return [equations[0].left, *(equation.right for equation in equations)]


def _is_side_calculation(sides: list[Expr], model: Model, answer: tuple[AnswerValue, ...] | None) -> bool:
    """Whether this is a true equality about something else: equal sides that are not the answer claimed."""
    if len(sides) < 2 or answer is None:
        return False
    answers: list[tuple[AnswerValue, ...]] = []
    for side in sides:
        here = model_at(model, side)
        try:
            answers.append(() if here is None else derive(here).answer)
        except ExpressionError:
            return False
    true = all(compare_listed(answers[0], other) == "equal" for other in answers[1:])
    return true and compare_listed(answers[0], answer) != "equal"
