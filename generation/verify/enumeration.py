"""Tuples of a finite space that fulfil relations, one by one: the first of two ways to count them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import prod

from generation.expression.errors import BudgetError
from generation.expression.tree import And, Logic, symbols
from generation.verify.pointwise import Point, predicate
from generation.verify.spaces import Space, components

MAX_VISITED = 60_000
"""Values tried in one item; some 0.1 s."""
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


def tuples(space: Space, logics: Sequence[Logic], visits: Visits | None = None) -> Iterator[dict[str, int]]:
    """Every tuple that fulfils the relations; a relation is tested as soon as its symbols have values."""
    visits = visits or Visits()
    names = sorted(space, key=lambda name: (len(space[name]), name))
    tests: list[list[_Test]] = [[] for _ in range(len(names) + 1)]
    for logic in flat(logics):
        used = symbols(logic)
        tests[max((names.index(name) + 1 for name in used), default=0)].append(predicate(logic))
    point: dict[str, int] = {}

    def descend(depth: int) -> Iterator[dict[str, int]]:
        if not all(test(point) for test in tests[depth]):
            return
        if depth == len(names):
            yield dict(point)
            return
        name = names[depth]
        for value in space[name]:
            visits.spend()
            point[name] = value
            yield from descend(depth + 1)

    return descend(0)


def flat(logics: Sequence[Logic]) -> list[Logic]:
    """Relations that hold together, systems and chains taken apart."""
    return [part for logic in logics for part in (flat(logic.parts) if isinstance(logic, And) else (logic,))]
