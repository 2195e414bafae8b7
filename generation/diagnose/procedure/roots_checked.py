"""The check at the end: values that the equation itself does not have are left out."""

from __future__ import annotations

from generation.diagnose.procedure.equations import solved_value
from generation.diagnose.procedure.functions import is_inverted
from generation.diagnose.procedure.numbers import Next
from generation.expression.tree import Expr, Logic, Nothing, Or, Relation, substitute


def checked_line(node: Relation | Or, name: str, given: tuple[Logic, ...]) -> Next | None:
    """The solutions that hold in the equation as given; None where nothing is to be left out."""
    if not any(is_inverted(relation, name) for relation in given):
        return None
    parts = node.parts if isinstance(node, Or) else (node,)
    values = [solved_value(part, name) for part in parts]
    kept = tuple(
        part
        for part, value in zip(parts, values, strict=True)
        if value is None or all(_holds(relation, name, value) for relation in given)
    )
    if len(kept) == len(parts):
        return None
    if not kept:
        return Nothing(), "check-roots"
    return (Or(kept) if len(kept) > 1 else kept[0]), "check-roots"


def _holds(relation: Logic, name: str, value: Expr) -> bool:
    """Whether a value fulfils an equation, and everything in it is defined."""
    from generation.expression.numeric import close, value_at  # mpmath takes 0.1 s to import

    if not isinstance(relation, Relation) or relation.op != "=":
        return True
    sides = [substitute(side, {name: value}) for side in (relation.left, relation.right)]
    values = [value_at(side, {}) for side in sides if isinstance(side, Expr)]
    if None in values:
        return False  # a logarithm of what is not positive, a root of a negative number, a zero below
    return close(values[0], values[1])
