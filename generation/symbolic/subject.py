"""What an item without a type of its own is about: its name in a statement and the standard it belongs to."""

from __future__ import annotations

from typing import cast

from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.parser import parse
from generation.expression.tree import Add, Call, Expr, Node, Relation, Sub, symbols, walk
from generation.problem import Model
from generation.symbolic.problem_type import Draw, Kind, ProblemType

OWN_STRUCTURE = "own-structure"
"""The id in ``origin.type`` of items that vary the source's own formulas."""


def own_type(model: Model) -> ProblemType:
    """The type that consists of a model's own structure; it is worded and asked as the model is."""
    kind = cast("Kind", "solve" if model.ask.kind == "solve" else (model.ask.form or "value"))
    ko, en, standard = _relation(model) if kind == "solve" else ("식", "expression", _expression(model))
    return ProblemType(OWN_STRUCTURE, kind, ko, en, standard, lambda _: Draw((), ()))


def _relation(model: Model) -> tuple[str, str, str]:
    nodes = _trees(model.given)
    if len(model.ask.unknowns) > 1:
        return "연립방정식", "system of equations", "[9수02-13]"
    relation = nodes[0]
    if isinstance(relation, Relation) and relation.op != "=":
        return "일차부등식", "linear inequality", "[9수02-12]"
    if isinstance(relation, Relation) and _degree(relation, model.ask.unknowns[0]) == 2:
        return "이차방정식", "quadratic equation", "[9수02-20]"
    return "일차방정식", "linear equation", "[9수02-04]"


def _expression(model: Model) -> str:
    (node,) = _trees((model.ask.of or "0",))
    if any(isinstance(part, Call) and part.name == "sqrt" for part in walk(node)):
        return "[9수01-10]"
    if not symbols(node):
        return "[9수01-05]"
    if model.ask.form in ("expanded", "factored"):
        return "[9수02-19]"
    if not any(isinstance(part, Add | Sub) for part in walk(node)):
        return "[9수02-08]"
    return "[9수02-02]" if isinstance(node, Expr) and len(symbols(node)) == 1 else "[9수02-09]"


def _degree(relation: Relation, name: str) -> int:
    try:
        left, right = exact(relation.left).polynomial(), exact(relation.right).polynomial()
    except ExpressionError:
        return 0
    return (left - right).degree(name) if left is not None and right is not None else 0


def _trees(texts: tuple[str, ...]) -> list[Node]:
    return [parse(text) for text in texts]
