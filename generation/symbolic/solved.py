"""Keys by exact arithmetic from coefficients; None where that does not lead to one set of school answers."""

from __future__ import annotations

from fractions import Fraction

from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree, ratio_tree
from generation.expression.polynomial import MAX_RADICAND, Polynomial
from generation.expression.render import infix
from generation.expression.tree import And, Expr, Node, Num, Relation, RelationOp, Sym, number, walk
from generation.problem import AnswerValue, Ask

FLIPPED: dict[RelationOp, RelationOp] = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
UNIT = (1, ())


def computed_key(nodes: tuple[Node, ...], ask: Ask) -> tuple[AnswerValue, ...] | None:
    """The key of given relations or of one expression; None where these ways do not lead to exactly one set."""
    try:
        if ask.kind == "solve":
            return _solutions(nodes, ask.unknowns)
        return _evaluated(nodes[0])
    except ExpressionError:
        return None


def _evaluated(node: Node) -> tuple[AnswerValue, ...] | None:
    if not isinstance(node, Expr) or any(isinstance(part, Num) and part.decimals for part in walk(node)):
        return None
    return (infix(ratio_tree(exact(node))),)


def _solutions(nodes: tuple[Node, ...], unknowns: tuple[str, ...]) -> tuple[AnswerValue, ...] | None:
    relations = [part for node in nodes for part in (node.parts if isinstance(node, And) else (node,))]
    rows = [gap(relation, unknowns) for relation in relations if isinstance(relation, Relation)]
    if len(rows) != len(relations) or any(row is None for row in rows):
        return None
    polynomials = [row for row in rows if row is not None]
    if len(unknowns) == 2 and len(rows) == 2:
        return _system(polynomials, unknowns)
    relation = relations[0]
    if len(unknowns) != 1 or len(rows) != 1 or not isinstance(relation, Relation):
        return None
    return _one_unknown(polynomials[0], relation, unknowns[0])


def gap(relation: Relation, unknowns: tuple[str, ...]) -> Polynomial | None:
    """Left minus right as a polynomial in the unknowns alone, else None."""
    left, right = exact(relation.left).polynomial(), exact(relation.right).polynomial()
    if left is None or right is None:
        return None
    difference = left - right
    return difference if difference.variables <= set(unknowns) else None


def _one_unknown(row: Polynomial, relation: Relation, name: str) -> tuple[AnswerValue, ...] | None:
    values = row.rational_coefficients(name)
    if values is None or len(values) not in (2, 3):
        return None
    if len(values) == 2:
        root = number(-values[0] / values[1])
        if relation.op == "=":
            return (infix(root),)
        return (infix(Relation(relation.op if values[1] > 0 else FLIPPED[relation.op], Sym(name), root)),)
    return _quadratic(values) if relation.op == "=" else None


def _quadratic(values: list[Fraction]) -> tuple[AnswerValue, ...] | None:
    c, b, a = values
    discriminant = b * b - 4 * a * c
    if discriminant < 0 or discriminant.numerator * discriminant.denominator > MAX_RADICAND:
        return None
    root = Polynomial.square_root(discriminant)
    half = Fraction(1, 2) / abs(a)
    middle = Polynomial.constant(-b / (2 * a))
    found = [polynomial_tree(middle - root.scaled(half)), polynomial_tree(middle + root.scaled(half))]
    return tuple(infix(value) for value in (found if discriminant else found[:1]))


def _system(rows: list[Polynomial], unknowns: tuple[str, ...]) -> tuple[AnswerValue, ...] | None:
    if any(row.total_degree() > 1 or any(root != 1 for root, _ in row.terms) for row in rows):
        return None
    x, y = unknowns
    (a, b, e), (c, d, f) = (
        (row.terms.get((1, ((x, 1),)), Fraction(0)), row.terms.get((1, ((y, 1),)), Fraction(0)), -_constant(row))
        for row in rows
    )
    determinant = a * d - b * c
    if not determinant:
        return None
    found = {x: (e * d - b * f) / determinant, y: (a * f - e * c) / determinant}
    return ({name: infix(number(value)) for name, value in found.items()},)


def _constant(row: Polynomial) -> Fraction:
    return Fraction(row.terms.get(UNIT, Fraction(0)))
