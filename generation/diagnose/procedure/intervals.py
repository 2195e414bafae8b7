"""Inequalities whose solutions are intervals: quadratic ones by the sign between the roots, absolute values."""

from __future__ import annotations

from fractions import Fraction

from generation.diagnose.procedure.equations import TURNED, ZERO, next_equation_line, polynomial_of
from generation.diagnose.procedure.numbers import Next
from generation.diagnose.procedure.polynomials import factor
from generation.expression.errors import NotExactError
from generation.expression.exact import rational_value
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.tree import (
    And,
    Call,
    Everything,
    Expr,
    Neg,
    Node,
    Nothing,
    Or,
    Relation,
    RelationOp,
    Sub,
    Sym,
    symbols,
)

STRICT: dict[RelationOp, bool] = {"<": True, ">": True, "<=": False, ">=": False}


def next_interval_line(node: Node, name: str) -> Next | None:
    """The line after an inequality of this kind; None where the line is none or is solved."""
    if isinstance(node, Or | And):
        return _parts(node, name)
    if not isinstance(node, Relation) or node.op not in STRICT:
        return None
    match node.left:
        case Call("abs", (inside,)) if not symbols(node.right):
            return _size(node.op, inside, node.right)
    try:
        c = polynomial_of(Sub(node.left, node.right)).rational_coefficients(name)
    except NotExactError:
        return None
    if c is None or len(c) != 3:
        return None
    return _quadratic(node, name, c)


def _quadratic(node: Relation, name: str, c: list[Fraction]) -> Next:
    polynomial = polynomial_of(Sub(node.left, node.right))
    if node.right != ZERO:
        return Relation(node.op, polynomial_tree(polynomial), ZERO), "move-all-left"
    if c[2] < 0:
        return Relation(TURNED[node.op], polynomial_tree(polynomial.scaled(Fraction(-1))), ZERO), "turn-quadratic"
    if node.left == polynomial_tree(polynomial) and (factored := factor(node.left)) != node.left:
        return Relation(node.op, factored, ZERO), "factor"
    return sign_between(node, name, c), "sign-between"


def sign_between(node: Relation, name: str, c: list[Fraction]) -> Node:
    """The solutions of ``f < 0`` (or ``>``, ``<=``, ``>=``) for a quadratic f that opens upwards."""
    below = node.op in ("<", "<=")
    strict = STRICT[node.op]
    discriminant = c[1] * c[1] - 4 * c[2] * c[0]
    if discriminant < 0:
        return Nothing() if below else Everything()
    low, high = (
        polynomial_tree((Polynomial.constant(-c[1]) + r).scaled(1 / (2 * c[2])))
        for r in (-Polynomial.square_root(discriminant), Polynomial.square_root(discriminant))
    )
    x = Sym(name)
    if discriminant == 0:
        if below:
            return Nothing() if strict else Relation("=", x, low)
        return Relation("!=", x, low) if strict else Everything()
    if below:
        op: RelationOp = "<" if strict else "<="
        return And((Relation(op, low, x), Relation(op, x, high)))
    return outside(x, low, high, strict=strict)


def outside(x: Expr, low: Expr, high: Expr, *, strict: bool) -> Or:
    """``x < low or x > high``."""
    return Or((Relation("<" if strict else "<=", x, low), Relation(">" if strict else ">=", x, high)))


def _size(op: RelationOp, inside: Expr, right: Expr) -> Next:
    value = rational_value(right)
    if value is None or value < 0:
        raise NotExactError("a size is not negative")
    if op in ("<", "<="):
        return And((Relation(op, Neg(right), inside), Relation(op, inside, right))), "absolute-value"
    return Or((Relation(TURNED[op], inside, Neg(right)), Relation(op, inside, right))), "absolute-value"


def _parts(node: Or | And, name: str) -> Next | None:
    """Linear inequalities joined by and/or, each solved in one line."""
    if not all(isinstance(part, Relation) and part.op in STRICT for part in node.parts):
        return None
    solved = tuple(_solved(part, name) for part in node.parts if isinstance(part, Relation))
    return None if solved == node.parts else (type(node)(solved), "solve-each")


def _solved(part: Relation, name: str) -> Relation:
    if name not in symbols(part.left) and name in symbols(part.right):
        turned = _solved(Relation(TURNED[part.op], part.right, part.left), name)
        return Relation(TURNED[turned.op], turned.right, turned.left)
    for _ in range(12):
        following = next_equation_line(part, name)
        if following is None:
            return part
        if not isinstance(following[0], Relation):
            raise NotExactError("an inequality that holds always or never")
        part = following[0]
    raise NotExactError("an inequality that is not solved in a few lines")
