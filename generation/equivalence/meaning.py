"""What an answer says, whatever the way it is written: values, assignments, a set of reals, or a relation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generation.equivalence.real import Number, number_value, order
from generation.equivalence.realset import EMPTY, REALS, RealSet, from_stretches, points_set
from generation.equivalence.relations import solution_set
from generation.expression.tree import (
    And,
    Collection,
    Const,
    Everything,
    Expr,
    Interval,
    Logic,
    Neg,
    Node,
    Nothing,
    Or,
    Relation,
    Sym,
    symbols,
)


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one unknown, in any order; ``name`` where the answer names it."""

    items: tuple[Expr, ...]
    name: str | None = None
    ordered: bool = False
    """Written in parentheses: a pair or point, in this order."""
    braces: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Solutions in several unknowns: each row gives all of them a value."""

    rows: tuple[Mapping[str, Expr], ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Several pairs in parentheses."""

    items: tuple[Values, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A set of real numbers given by relations in one unknown."""

    name: str | None
    reals: RealSet


@dataclass(frozen=True, slots=True)
class Condition:
    """A relation that is none of the above, such as ``y = 2x + 1``."""

    logic: Logic


Meaning = Values | Rows | Pairs | Region | Condition


class UnclearError(ValueError):
    """The answer can be read in more than one way."""


@lru_cache(maxsize=256)  # one answer is compared with many
def meaning(node: Node) -> Meaning:
    """What an answer says. Raises UnclearError, NotExactError or BudgetError."""
    match node:
        case Everything():
            return Region(None, REALS)
        case Nothing():
            return Region(None, EMPTY)
        case Interval(low, high, low_closed, high_closed):
            return Region(None, interval_set(low, high, low_closed, high_closed))
        case Collection(kind, items):
            return _collection(kind, items)
        case Relation():
            return _relation(node)
        case And(parts):
            return _both(node, parts)
        case Or(parts):
            return _either(node, parts)
        case _:
            return Values((node,))


def interval_set(low: Expr, high: Expr, low_closed: bool, high_closed: bool) -> RealSet:
    """The numbers between two ends, of which one may be infinite. Raises NotExactError."""
    first, last = _end(low), _end(high)
    marks = [end for end in (first, last) if end is not None]
    if len(marks) == 2 and (side := order(marks[0], marks[1])) >= 0:
        both = low_closed and high_closed
        return points_set(marks[:1]) if side == 0 and both else EMPTY
    inside = ([low_closed] if first is not None else []) + ([high_closed] if last is not None else [])
    stretches = [first is None]
    for position, closed in enumerate(inside):
        stretches += [closed, position == 0 and first is not None]
    return from_stretches(marks, stretches)


def _end(expr: Expr) -> Number | None:
    """None for an infinite end."""
    if expr in (Const("oo"), Neg(Const("oo"))):
        return None
    return number_value(expr)


def reals_of(said: Meaning) -> Region | None:
    """The meaning as a set of real numbers, where it is one. Raises NotExactError where a number is not exact."""
    match said:
        case Region():
            return said
        case Values(items, name, ordered) if not ordered:
            points = _points(items)
            return None if points is None else Region(name, points)
        case _:
            return None


@lru_cache(maxsize=256)
def _points(items: tuple[Expr, ...]) -> RealSet | None:
    """The set of these numbers; None where a letter stands in one."""
    return None if any(symbols(item) for item in items) else points_set([number_value(item) for item in items])


def assigned(node: Node) -> tuple[str, Expr] | None:
    """``("x", 2)`` for ``x = 2`` or ``2 = x``."""
    if not isinstance(node, Relation) or node.op != "=":
        return None
    for side, other in ((node.left, node.right), (node.right, node.left)):
        if isinstance(side, Sym) and side.name not in symbols(other):
            return side.name, other
    return None


def _collection(kind: str, items: tuple[Node, ...]) -> Meaning:
    if not items:
        return Region(None, EMPTY)
    if all(isinstance(item, Expr) for item in items):
        values = tuple(item for item in items if isinstance(item, Expr))
        return Values(values, ordered=kind == "tuple", braces=kind == "set")
    if kind != "tuple" and all(isinstance(item, Collection) and item.kind == "tuple" for item in items):
        pairs = [meaning(item) for item in items]
        return Pairs(tuple(pair for pair in pairs if isinstance(pair, Values)))
    if kind == "list":
        return _list(items)
    raise UnclearError("a collection of relations")


def _list(items: tuple[Node, ...]) -> Meaning:
    """``x = 1, y = 2`` is one row; ``x = 1, x = 2`` and ``x = 1, 2`` are values of one unknown."""
    first = assigned(items[0])
    if first is not None:
        name = first[0]
        rest = [item if isinstance(item, Expr) else (assigned(item) or ("", None))[1] for item in items]
        names = {(assigned(item) or (name,))[0] for item in items}
        if names == {name} and all(value is not None for value in rest):
            return Values(tuple(value for value in rest if value is not None), name)
        if (row := _row(items)) is not None:
            return Rows((row,))
    if all(isinstance(item, Relation) and item.op == "=" for item in items):
        logic = And(tuple(item for item in items if isinstance(item, Relation)))
        if len(symbols(logic)) > 1:
            return Condition(logic)
    raise UnclearError("a list of relations that may mean 'and' or 'or'")


def _row(parts: tuple[Node, ...]) -> dict[str, Expr] | None:
    pairs = [assigned(part) for part in parts]
    row = {pair[0]: pair[1] for pair in pairs if pair is not None}
    return row if len(row) == len(parts) else None


def _relation(node: Relation) -> Meaning:
    pair = assigned(node)
    if pair is not None:
        return Values((pair[1],), pair[0])
    return _general(node)


def _general(node: Logic) -> Meaning:
    names = symbols(node)
    if len(names) == 1:
        name = next(iter(names))
        return Region(name, solution_set(node, name))
    if not names:
        return Region(None, solution_set(node, "x"))
    return Condition(node)


def _both(node: And, parts: tuple[Logic, ...]) -> Meaning:
    row = _row(parts)
    if row is not None and len(row) > 1:
        return Rows((row,))
    return _general(node)


def _either(node: Or, parts: tuple[Logic, ...]) -> Meaning:
    pairs = [assigned(part) for part in parts]
    names = {pair[0] if pair else None for pair in pairs}
    if len(names) == 1 and None not in names:
        return Values(tuple(pair[1] for pair in pairs if pair), names.pop())
    said = [meaning(part) for part in parts]
    if all(isinstance(part, Rows) for part in said):
        return Rows(tuple(row for part in said if isinstance(part, Rows) for row in part.rows))
    return _general(node)
