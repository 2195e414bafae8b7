"""What an item without a type of its own is about: its name in a statement and the standard it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.parser import parse
from generation.expression.tree import Add, Call, Const, Expr, Matrix, Neg, Node, Num, Pow, Relation, Sub, symbols, walk
from generation.problem import Model
from generation.symbolic.problem_type import Draw, Kind, ProblemType

OWN_STRUCTURE = "own-structure"
"""The id in ``origin.type`` of items that vary the source's own formulas."""

_TAUGHT: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"integrate"}), "[12미적Ⅰ-03-04]"),
    (frozenset({"diff"}), "[12미적Ⅰ-02-04]"),
    (frozenset({"limit"}), "[12미적Ⅰ-01-02]"),
    (frozenset({"sum", "product"}), "[12대수03-05]"),
    (frozenset({"power with an unknown"}), "[12대수01-08]"),
    (frozenset({"log", "ln"}), "[12대수01-04]"),
    (frozenset({"power of a root"}), "[12대수01-03]"),
    (frozenset({"radian"}), "[12대수02-02]"),
    (frozenset({"root"}), "[12대수01-01]"),
    (frozenset({"C", "P", "factorial", "binomial"}), "[10공수1-03-03]"),
    (frozenset({"matrix"}), "[10공수1-04-02]"),
    (frozenset({"i"}), "[10공수1-02-01]"),
    (frozenset({"abs of a letter"}), "[10공수1-02-10]"),
    (frozenset({"sin", "cos", "tan"}), "[9수03-16]"),
    (frozenset({"abs"}), "[9수01-04]"),
)
"""Functions and signs with the standard that teaches to reckon with them, the latest first."""


_EQUATIONS = (
    ("일차방정식", "linear equation", "[9수02-04]"),
    ("이차방정식", "quadratic equation", "[9수02-20]"),
    ("방정식", "equation", "[10공수1-02-07]"),
)
_INEQUALITIES = (
    ("일차부등식", "linear inequality", "[9수02-12]"),
    ("이차부등식", "quadratic inequality", "[10공수1-02-11]"),
)
"""By degree; the last stands for all higher ones."""


def own_type(model: Model) -> ProblemType:
    """The type that consists of a model's own structure; it is worded and asked as the model is."""
    kind = cast("Kind", "solve" if model.ask.kind == "solve" else (model.ask.form or "value"))
    ko, en, standard = _relation(model) if kind == "solve" else ("식", "expression", _expression(model))
    return ProblemType(OWN_STRUCTURE, kind, ko, en, standard, lambda _: Draw((), ()))


def _relation(model: Model) -> tuple[str, str, str]:
    nodes = _trees(model.given)
    if (special := _taught(nodes)) is not None:
        is_equation = isinstance(nodes[0], Relation) and nodes[0].op == "="
        return (*(("방정식", "equation") if is_equation else ("부등식", "inequality")), special)
    if len(model.ask.unknowns) > 1:
        return "연립방정식", "system of equations", "[9수02-13]"
    relation = nodes[0]
    if not isinstance(relation, Relation):
        return "부등식", "inequality", "[10공수1-02-09]"
    kinds = _EQUATIONS if relation.op == "=" else _INEQUALITIES
    return kinds[min(max(_degree(relation, model.ask.unknowns[0]), 1), len(kinds)) - 1]


def _expression(model: Model) -> str:
    (node,) = _trees((model.ask.of or "0",))
    if (special := _taught([node])) is not None:
        return special
    if any(isinstance(part, Call) and part.name == "sqrt" for part in walk(node)):
        return "[9수01-10]"
    if not symbols(node):
        return "[9수01-05]"
    if model.ask.form in ("expanded", "factored"):
        return "[9수02-19]"
    if not any(isinstance(part, Add | Sub) for part in walk(node)):
        return "[9수02-08]"
    return "[9수02-02]" if isinstance(node, Expr) and len(symbols(node)) == 1 else "[9수02-09]"


def is_of_high_degree(node: Node, name: str) -> bool:
    """Whether a relation is beyond the equations and inequalities that have types of one formula."""
    return isinstance(node, Relation) and _degree(node, name) > (2 if node.op == "=" else 1)


def _taught(nodes: list[Node]) -> str | None:
    """The standard of the latest taught function or sign in the formulas, where there is a special one."""
    signs = {sign for node in nodes for part in walk(node) for sign in _signs(part)}
    return next((standard for names, standard in _TAUGHT if names & signs), None)


def _signs(node: Node) -> Iterator[str]:
    match node:
        case Pow(_, exponent) if symbols(exponent):
            yield "power with an unknown"
        case Pow(_, exponent) if not isinstance(exponent, Num | Neg):
            yield "power of a root"
        case Call("sin" | "cos" | "tan", (angle,)) if Const("pi") in walk(angle):
            yield "radian"
        case Call("abs", _) if symbols(node):
            yield "abs of a letter"
        case Call(name, _):
            yield name
        case Const("i"):
            yield "i"
        case Matrix():
            yield "matrix"


def _degree(relation: Relation, name: str) -> int:
    try:
        left, right = exact(relation.left).polynomial(), exact(relation.right).polynomial()
    except ExpressionError:
        return 0
    return (left - right).degree(name) if left is not None and right is not None else 0


def _trees(texts: tuple[str, ...]) -> list[Node]:
    return [parse(text) for text in texts]
