"""Sets of real numbers with finitely many exact boundaries: what equations and inequalities in one unknown mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from generation.equivalence.real import Number, ascending, between, floor, order
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix


@dataclass(frozen=True, slots=True)
class RealSet:
    """``inside`` tells for each stretch, left to right, whether it belongs: cell, mark, cell, mark, …, cell."""

    marks: tuple[Number, ...]
    inside: tuple[bool, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no number belongs."""
        return not any(self.inside)

    @property
    def is_everything(self) -> bool:
        """Whether every real number belongs."""
        return all(self.inside)

    def points(self) -> tuple[Number, ...] | None:
        """The numbers of a finite set, ascending; None where the set is not finite."""
        if any(self.inside[::2]):
            return None
        return tuple(mark for mark, inside in zip(self.marks, self.inside[1::2], strict=True) if inside)

    def contains(self, value: Number) -> bool:
        """Whether a number belongs."""
        for position, mark in enumerate(self.marks):
            side = order(value, mark)
            if side == 0:
                return self.inside[2 * position + 1]
            if side < 0:
                return self.inside[2 * position]
        return self.inside[-1]

    def __and__(self, other: RealSet) -> RealSet:
        return _combined(self, other, lambda a, b: a and b)

    def __or__(self, other: RealSet) -> RealSet:
        return _combined(self, other, lambda a, b: a or b)

    def __sub__(self, other: RealSet) -> RealSet:
        return _combined(self, other, lambda a, b: a and not b)

    @property
    def bounds(self) -> tuple[Number, Number] | None:
        """Two numbers between which everything lies; None for an empty or unbounded set."""
        if not self.marks or self.inside[0] or self.inside[-1]:
            return None
        return self.marks[0], self.marks[-1]

    def complement(self) -> RealSet:
        """All real numbers that do not belong."""
        return RealSet(self.marks, tuple(not inside for inside in self.inside))

    def integers(self, limit: int) -> list[int] | None:
        """The integers of a bounded set, ascending; None where it is unbounded or there are more than ``limit``."""
        if self.inside[0] or self.inside[-1]:
            return None
        if not self.marks:
            return []
        low, high = floor(self.marks[0]), floor(self.marks[-1])
        if high - low > limit:
            return None
        return [k for k in range(low, high + 1) if self.contains(Polynomial.constant(k))]

    def describe(self, name: str = "x") -> str:
        """The set in school notation: ``x < 2 or x = 3``."""
        if self.is_empty:
            return "none"
        if self.is_everything:
            return "all"
        return " or ".join(_stretch(self, name, first, last) for first, last in _stretches(self))


EMPTY = RealSet((), (False,))
REALS = RealSet((), (True,))


def points_set(numbers: list[Number]) -> RealSet:
    """The set of some numbers."""
    marks = tuple(ascending(numbers))
    return RealSet(marks, tuple(k % 2 == 1 for k in range(2 * len(marks) + 1)))


def from_marks(marks: list[Number], belongs: Callable[[Number], bool]) -> RealSet:
    """The set that is constant between marks: ``belongs`` is asked at each mark and once in each cell."""
    marks = ascending(marks)
    if not marks:
        return RealSet((), (belongs(Polynomial.constant(0)),))
    inside = [belongs(Polynomial.constant(floor(marks[0]) - 1))]
    for position, mark in enumerate(marks):
        following = marks[position + 1] if position + 1 < len(marks) else None
        sample = between(mark, following) if following is not None else Fraction(floor(mark) + 2)
        inside += [belongs(mark), belongs(Polynomial.constant(sample))]
    return _normal(marks, inside)


def from_stretches(marks: list[Number], inside: list[bool]) -> RealSet:
    """The set with these ascending marks; ``inside`` tells for each stretch, left to right, whether it belongs."""
    return _normal(marks, inside)


def _combined(a: RealSet, b: RealSet, keep: Callable[[bool, bool], bool]) -> RealSet:
    marks = ascending([*a.marks, *b.marks])
    return _normal(marks, [keep(x, y) for x, y in zip(_spread(a, marks), _spread(b, marks), strict=True)])


def _spread(s: RealSet, marks: list[Number]) -> list[bool]:
    """Membership for each stretch of a finer list of marks."""
    position, inside = 0, [s.inside[0]]
    for mark in marks:
        if position < len(s.marks) and s.marks[position] == mark:
            inside += [s.inside[2 * position + 1], s.inside[2 * position + 2]]
            position += 1
        else:
            inside += [s.inside[2 * position], s.inside[2 * position]]
    return inside


def _normal(marks: list[Number], inside: list[bool]) -> RealSet:
    """Without marks on which nothing changes, so that equal sets are equal objects."""
    kept: list[Number] = []
    result = [inside[0]]
    for position, mark in enumerate(marks):
        at, after = inside[2 * position + 1], inside[2 * position + 2]
        if not result[-1] == at == after:
            kept.append(mark)
            result += [at, after]
    return RealSet(tuple(kept), tuple(result))


def _stretches(s: RealSet) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for position, inside in enumerate(s.inside):
        if inside and runs and runs[-1][1] == position - 1:
            runs[-1] = (runs[-1][0], position)
        elif inside:
            runs.append((position, position))
    return runs


def _stretch(s: RealSet, name: str, first: int, last: int) -> str:
    """One run of stretches; odd positions are marks."""
    if first == last and first % 2:
        return f"{name} = {_text(s.marks[first // 2])}"
    low, high = (first - 1) // 2 if first else None, last // 2 if last < len(s.inside) - 1 else None
    below = "<=" if first % 2 else "<"
    above = "<=" if last % 2 else "<"
    if low is None and high is not None:
        return f"{name} {above} {_text(s.marks[high])}"
    if high is None and low is not None:
        return f"{name} {below.replace('<', '>')} {_text(s.marks[low])}"
    assert low is not None
    assert high is not None
    return f"{_text(s.marks[low])} {below} {name} {above} {_text(s.marks[high])}"


def _text(value: Number) -> str:
    return infix(polynomial_tree(value))
