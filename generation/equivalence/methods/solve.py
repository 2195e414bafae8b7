"""Relations in one unknown with functions of it, solved by the method that they call for."""

from __future__ import annotations

from fractions import Fraction

from generation.equivalence.methods.definedness import defined_set
from generation.equivalence.methods.dispatch import signs_of
from generation.equivalence.methods.scope import Scope
from generation.equivalence.realset import EMPTY, REALS, RealSet
from generation.expression import statistics
from generation.expression.binders import written_out
from generation.expression.tree import BINDERS, Call, Const, Div, Expr, Mul, Node, Num, Relation, Sub, children, rebuild


def solved(relation: Relation, name: str, within: RealSet = REALS) -> RealSet:
    """The real solutions inside ``within``. Raises NotExactError, UndefinedError or BudgetError."""
    return solved_with_methods(relation, name, within)[0]


def solved_with_methods(relation: Relation, name: str, within: RealSet = REALS) -> tuple[RealSet, tuple[str, ...]]:
    """The solutions, and the names of the methods that show that there are no others."""
    plain = _plain(relation)
    assert isinstance(plain, Relation)
    scope = Scope(name, within)
    scope.domain = defined_set(plain, scope) & within
    if scope.domain.is_empty:
        return EMPTY, ("nothing at which everything is defined",)
    signs = signs_of(Sub(plain.left, plain.right), scope)
    return signs.where(relation.op) & scope.domain, tuple(scope.methods)


def same_function(a: Expr, b: Expr, name: str) -> bool:
    """Whether two expressions are equal wherever both are defined, and that is somewhere."""
    relation = Relation("=", a, b)
    plain = _plain(relation)
    assert isinstance(plain, Relation)
    scope = Scope(name)
    domain = defined_set(plain, scope)
    if domain.is_empty or domain.points() is not None:
        return False
    return (domain - solved(relation, name)).is_empty


def _plain(node: Node) -> Node:
    """Degrees as multiples of π; derivatives, integrals, sums and averages written out."""
    parts = tuple(_plain(part) for part in children(node))
    if isinstance(node, Call) and node.name in BINDERS:
        return written_out(Call(node.name, parts))  # type: ignore[arg-type]
    if isinstance(node, Call) and (formula := statistics.written_out(node.name, node.args)) is not None:
        return _plain(formula)
    if isinstance(node, Call) and node.name == "degrees":
        return Mul(parts[0], Div(Const("pi"), Num(Fraction(180))))  # type: ignore[arg-type]
    return rebuild(node, parts) if parts else node
