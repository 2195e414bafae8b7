"""Tuples of a finite space that fulfil relations, one by one: the first of two ways to count them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import prod

from generation.expression.errors import BudgetError, UndefinedError
from generation.expression.tree import And, Logic, Relation, symbols
from generation.verify.isolating import NoValueError, Solver, isolated
from generation.verify.pointwise import Point, Rational, predicate
from generation.verify.spaces import Space, Values, components

MAX_VISITED = 150_000
"""Values tried in one item; some 0.2 s."""
_Test = Callable[[Point], bool]


class Visits:
    """How many values may still be tried."""

    def __init__(self, limit: int = MAX_VISITED) -> None:
        self.left = limit

    def spend(self) -> None:
        """Raises BudgetError where nothing is left."""
        self.left -= 1
        if self.left < 0:
            raise BudgetError("more cases than can be gone through")


def count_by_enumeration(space: Space, logics: Sequence[Logic], visits: Visits | None = None) -> int:
    """The number of tuples; symbols that no relation connects are counted apart and multiplied."""
    visits = visits or Visits()
    parts = flat(logics)
    if not all(predicate(logic)({}) for logic in parts if not symbols(logic)):
        return 0
    counts = []
    for group in components(space, parts):
        own = [logic for logic in parts if symbols(logic) & group]
        if own:
            counts.append(sum(1 for _ in tuples({name: space[name] for name in group}, own, visits)))
        else:
            counts.append(prod(len(space[name]) for name in group))
    return prod(counts)


def tuples(space: Space, logics: Sequence[Logic], visits: Visits | None = None) -> Iterator[dict[str, Rational]]:
    """Every tuple that fulfils the relations; a relation is tested as soon as its symbols have values."""
    visits = visits or Visits()
    names = sorted(space, key=lambda name: (len(space[name]), name))
    tests: list[list[_Test]] = [[] for _ in range(len(names) + 1)]
    solvers: list[Solver | None] = [None] * len(names)
    for logic in flat(logics):
        depth = max((names.index(name) + 1 for name in symbols(logic)), default=0)
        tests[depth].append(predicate(logic))
        if depth and isinstance(logic, Relation) and (solver := isolated(logic, names[depth - 1])) is not None:
            solvers[depth - 1] = solver
    point: dict[str, Rational] = {}

    def descend(depth: int) -> Iterator[dict[str, Rational]]:
        if not all(test(point) for test in tests[depth]):
            return
        if depth == len(names):
            yield dict(point)
            return
        name = names[depth]
        for value in _possible(solvers[depth], point, space[name]):
            visits.spend()
            point[name] = value
            yield from descend(depth + 1)

    return descend(0)


def _possible(solver: Solver | None, point: Point, values: Values) -> Sequence[Rational]:
    """The values still to be tried: one where an equation leaves only one."""
    if solver is None:
        return values
    try:
        value = solver(point)
    except (NoValueError, UndefinedError):
        return ()
    if value is None:
        return values
    if value.denominator == 1:
        value = int(value)
    return (value,) if value in values else ()


def flat(logics: Sequence[Logic]) -> list[Logic]:
    """Relations that hold together, systems and chains taken apart."""
    return [part for logic in logics for part in (flat(logic.parts) if isinstance(logic, And) else (logic,))]
