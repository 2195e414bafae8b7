"""Names of text and model for the same thing: matrices A and B, roots α and β, logarithms given as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.tree import (
    Add,
    Call,
    Collection,
    Expr,
    Matrix,
    Mul,
    Node,
    Num,
    Relation,
    Sub,
    Sym,
    children,
    rebuild,
    substitute,
    symbols,
    terms,
    walk,
)

_GREEK = ("alpha", "beta", "gamma")


def with_names(text: list[Node], letters: frozenset[str], model: Sequence[Node]) -> list[Node]:
    """The formulas of a text with its own names put away.

    Greek letters that the model does not have stand for as many letters of the model that the text does not have, in
    order. ``A = [[1, 2], [3, 4]]`` puts the matrix in for A wherever the text goes on.
    """
    said = frozenset[str]().union(*(symbols(node) for node in text))
    greek = [name for name in _GREEK if name in said and name not in letters]
    free = sorted((frozenset[str]().union(*(symbols(node) for node in model)) & letters) - said)
    if greek and len(greek) == len(free):
        renamed: dict[str, Expr] = {name: Sym(other) for name, other in zip(greek, free, strict=True)}
        text = [node for node in text if not (isinstance(node, Sym) and node.name in greek)]
        text = [substitute(node, renamed) for node in text]
    matrices: dict[str, Expr] = {
        node.left.name: node.right
        for node in text
        if isinstance(node, Relation)
        and node.op == "="
        and isinstance(node.left, Sym)
        and isinstance(node.right, Matrix)
    }
    if not _calls_permutations(model):
        text = [_written_out(node) for node in text]
    if not matrices:
        return text
    put = [substitute(node, matrices) for node in text if not _defines(node, matrices)]
    return [node for node in put if not isinstance(node, Matrix)]


def _calls_permutations(model: Sequence[Node]) -> bool:
    return any(isinstance(part, Call) and part.name == "P" for node in model for part in walk(node))


def _written_out(node: Node) -> Node:
    """``P(n, 2)`` of a letter as ``n(n - 1)``."""
    match node:
        case Call("P", (Sym() as n, Num(value))) if value in (2, 3):
            product: Expr = n
            for less in range(1, int(value)):
                product = Mul(product, Sub(n, Num(Fraction(less))))
            return product
    parts = children(node)
    return rebuild(node, tuple(_written_out(part) for part in parts)) if parts else node


def _defines(node: Node, names: dict[str, Expr]) -> bool:
    return isinstance(node, Relation) and isinstance(node.left, Sym) and node.left.name in names


def with_logarithms(text: list[Node], model: list[Node]) -> list[Node]:
    """``log(2) = 0.3010`` of the text for the model's ``p = 0.3010``: log(2) is put in for p, opposite terms go."""
    put: dict[str, Expr] = {}
    for node in text:
        if not (isinstance(node, Relation) and node.op == "=" and isinstance(node.left, Call)):
            continue
        if node.left.name != "log" or not isinstance(node.right, Num):
            continue
        for other in model:
            match other:
                case Relation("=", Sym(name), Num() as number) if number.value == node.right.value:
                    put.setdefault(name, node.left)
    if not put:
        return model
    return [_cancelled(substitute(node, put)) for node in model]


def _cancelled(node: Node) -> Node:
    """A sum without terms that stand in it with both signs."""
    if not isinstance(node, Add | Sub):
        return node
    left: list[tuple[int, Expr]] = []
    for sign, term in terms(node):
        opposite = (-sign, term)
        if opposite in left:
            left.remove(opposite)
        else:
            left.append((sign, term))
    if not left or left[0][0] < 0:
        return node
    total = left[0][1]
    for sign, term in left[1:]:
        total = Add(total, term) if sign > 0 else Sub(total, term)
    return total


def without_listed(text: list[Node], listed: Sequence[Fraction]) -> list[Node]:
    """The formulas without the numbers of a list, signs and all, where the text writes each that a domain lists."""
    if not listed:
        return text
    items = [item for node in text for item in (node.items if isinstance(node, Collection) else (node,))]
    values = [(item, value) for item in items if isinstance(item, Expr) and (value := _value(item)) is not None]
    if sorted(value for _, value in values) != sorted(listed):
        return text
    return [item for item in items if not any(item is other for other, _ in values)]


def _value(node: Expr) -> Fraction | None:
    try:
        return rational_value(node)
    except ExpressionError:
        return None
