"""Formulas of a statement against the relations and expressions of its model, one to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from generation.equivalence.relations import difference_of
from generation.equivalence.values import plain
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.tree import And, Collection, Expr, Logic, Node, Or, Relation, RelationOp, walk

_T = TypeVar("_T")
_FLIPPED: dict[str, RelationOp] = {">": "<", ">=": "<="}


@dataclass(frozen=True, slots=True)
class Matched:
    """What found its partner as written, what only by value, and what stayed alone on either side."""

    loose: tuple[tuple[Node, Node], ...]
    text_alone: tuple[Node, ...]
    model_alone: tuple[Node, ...]


def written(node: Node) -> Node:
    """The tree without what is mere writing; relations read from the small side, equations in a fixed order."""
    match node:
        case Relation(op, left, right):
            first, second = plain(left), plain(right)
            assert isinstance(first, Expr)
            assert isinstance(second, Expr)
            if op in _FLIPPED:
                return Relation(_FLIPPED[op], second, first)
            if op in ("=", "!=") and repr(second) < repr(first):
                first, second = second, first
            return Relation(op, first, second)
        case Or(parts):
            alternatives = sorted((written(part) for part in parts), key=repr)
            return Or(tuple(part for part in alternatives if isinstance(part, Logic)))
        case _:
            return plain(node)


def flattened(nodes: list[Node]) -> list[Node]:
    """Lists, systems and chains taken apart."""
    flat: list[Node] = []
    for node in nodes:
        if isinstance(node, Collection) and node.kind == "list":
            flat += flattened(list(node.items))
        elif isinstance(node, And):
            flat += flattened(list(node.parts))
        else:
            flat.append(node)
    return flat


def match(text: list[Node], model: list[Node]) -> Matched:
    """Pair formulas as written first, then those that are equal side by side or say the same by exact algebra."""
    left, right = list(text), list(model)
    for node in list(left):
        partner = next((other for other in right if written(other) == written(node)), None)
        if partner is not None:
            _drop(left, node)
            _drop(right, partner)
    loose: list[tuple[Node, Node]] = []
    for node in list(left):
        partner = next((other for other in right if _same(node, other)), None)
        if partner is not None:
            _drop(left, node)
            _drop(right, partner)
            loose.append((node, partner))
    return Matched(tuple(loose), tuple(left), tuple(right))


def occurs_in(part: Node, nodes: list[Node]) -> bool:
    """Whether a formula stands somewhere inside one of the trees."""
    sought = written(part)
    return any(written(inner) == sought for node in nodes for inner in walk(node))


def _drop(nodes: list[_T], node: _T) -> None:
    """Remove this very object; equal ones stay."""
    nodes[:] = [other for k, other in enumerate(nodes) if k != next(i for i, o in enumerate(nodes) if o is node)]


def _same(a: Node, b: Node) -> bool:
    try:
        if isinstance(a, Expr) and isinstance(b, Expr):
            return exact(a).equals(exact(b))
        if isinstance(a, Relation) and isinstance(b, Relation):
            return _same_relation(a, b)
    except ExpressionError:
        return False
    return False


def _same_relation(a: Relation, b: Relation) -> bool:
    first, second = difference_of(a), difference_of(b)
    if a.op == b.op and first.equals(second):
        return True
    opposite = _opposite(a.op) == b.op
    return opposite and first.equals(type(second)(-second.top, second.bottom))


def _opposite(op: str) -> str:
    return {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(op, op)
