"""What an answer claims, as sets of numbers or rows of numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generation.equivalence.meaning import Region, Rows, UnclearError, Values, meaning, reals_of
from generation.equivalence.real import number_of, number_value
from generation.equivalence.realset import EMPTY, RealSet, points_set
from generation.expression.errors import NotExactError
from generation.expression.exact import exact
from generation.expression.tree import Collection, Everything, Expr, Logic, Node, Nothing
from generation.verify.reading import Value
from generation.verify.systems import Row


def claimed_reals(values: Sequence[Value], name: str) -> RealSet:
    """The set of values of one unknown that an answer claims. Raises NotExactError or UnclearError."""
    total = EMPTY
    for value in values:
        total |= _one(value, name)
    return total


def _one(value: Value, name: str) -> RealSet:
    if isinstance(value, Mapping):
        if set(value) != {name}:
            raise UnclearError(f"the answer gives values to {', '.join(value)} instead of {name}")
        return points_set([number_value(value[name])])
    region = reals_of(meaning(value))
    if region is None:
        raise UnclearError("the answer is no set of numbers")
    if region.name not in (None, name):
        raise UnclearError(f"the answer speaks of {region.name} instead of {name}")
    return region.reals


def listed(values: Sequence[Value]) -> int | None:
    """How many single values an answer lists; None where it describes a set."""
    count = 0
    for value in values:
        if isinstance(value, Everything | Nothing | Logic):
            said = meaning(value)
            if isinstance(said, Region):
                return None
            count += len(said.items) if isinstance(said, Values) else 1
        elif isinstance(value, Collection):
            count += len(value.items)
        else:
            count += 1
    return count


def claimed_rows(values: Sequence[Value], names: Sequence[str]) -> list[Row]:
    """The solutions in several unknowns that an answer claims. Raises NotExactError or UnclearError."""
    rows: list[Row] = []
    for value in values:
        if isinstance(value, Nothing):
            continue
        for row in [value] if isinstance(value, Mapping) else _rows(value, names):
            if set(row) != set(names):
                raise UnclearError(f"the answer gives values to {', '.join(sorted(row))}, asked are {', '.join(names)}")
            rows.append({name: number_of(exact(row[name])) for name in names})
    return rows


def _rows(value: Node, names: Sequence[str]) -> Sequence[Mapping[str, Expr]]:
    said = meaning(value)
    if isinstance(said, Rows):
        return said.rows
    if isinstance(said, Values) and len(names) == 1 and said.name in (None, names[0]):
        return [{names[0]: item} for item in said.items]
    if isinstance(said, Values) and said.ordered and len(said.items) == len(names):
        return [dict(zip(names, said.items, strict=True))]
    raise NotExactError("an answer that is no list of solutions")


def is_none(values: Sequence[Value]) -> bool:
    """Whether the answer says that there is no solution."""
    return not values or all(isinstance(value, Nothing) for value in values)


def is_all(values: Sequence[Value]) -> bool:
    """Whether the answer says that everything solves it."""
    return len(values) == 1 and isinstance(values[0], Everything)


def single_expression(values: Sequence[Value]) -> Expr | None:
    """The one expression of an answer, or None."""
    if len(values) == 1 and isinstance(values[0], Expr):
        return values[0]
    return None
