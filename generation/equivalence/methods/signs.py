"""Where an expression in one unknown is below, at and above zero."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from generation.equivalence.real import Number, ascending, between, floor, sign
from generation.equivalence.realset import EMPTY, REALS, RealSet, from_stretches
from generation.equivalence.relations import at, roots_of
from generation.expression.polynomial import Polynomial
from generation.expression.tree import RelationOp


@dataclass(frozen=True, slots=True)
class Signs:
    """Three sets without common numbers; outside of all three the expression is not defined."""

    below: RealSet
    zero: RealSet
    above: RealSet

    def where(self, op: RelationOp) -> RealSet:
        """The set on which the expression is related to zero like this."""
        match op:
            case "=":
                return self.zero
            case "!=":
                return self.below | self.above
            case "<":
                return self.below
            case "<=":
                return self.below | self.zero
            case ">":
                return self.above
            case ">=":
                return self.above | self.zero

    def __neg__(self) -> Signs:
        return Signs(self.above, self.zero, self.below)

    def __mul__(self, other: Signs) -> Signs:
        """The signs of a product."""
        zero = (self.zero & other.defined) | (other.zero & self.defined)
        above = (self.above & other.above) | (self.below & other.below)
        below = (self.above & other.below) | (self.below & other.above)
        return Signs(below, zero, above)

    @property
    def defined(self) -> RealSet:
        """Where the expression is defined."""
        return self.below | self.zero | self.above

    def inside(self, region: RealSet) -> Signs:
        """Restricted to a region."""
        return Signs(self.below & region, self.zero & region, self.above & region)

    def joined(self, other: Signs) -> Signs:
        """Both, for expressions that are defined on different regions."""
        return Signs(self.below | other.below, self.zero | other.zero, self.above | other.above)


def constant_signs(value: int) -> Signs:
    """The signs of a number with this sign."""
    return Signs(*(REALS if value == k else EMPTY for k in (-1, 0, 1)))


def marked_signs(marks: list[Number], at_mark: Callable[[Number], int], in_cell: Callable[[Fraction], int]) -> Signs:
    """Signs that can only change at marks: asked at each mark and at one rational of each cell."""
    marks = ascending(marks)
    if not marks:
        return constant_signs(in_cell(Fraction(0)))
    found = [in_cell(Fraction(floor(marks[0]) - 1))]
    for position, mark in enumerate(marks):
        last = position + 1 == len(marks)
        found.append(at_mark(mark))
        found.append(in_cell(Fraction(floor(mark) + 2) if last else between(mark, marks[position + 1])))
    return Signs(*(from_stretches(marks, [value == k for value in found]) for k in (-1, 0, 1)))


def polynomial_signs(polynomial: Polynomial, name: str) -> Signs:
    """The signs of a polynomial in one unknown. Raises NotExactError where its zeros are not exact."""
    if not polynomial.unknowns:
        return constant_signs(sign(polynomial))

    def sign_of(value: Number) -> int:
        return sign(at(polynomial, name, value))

    roots = roots_of(polynomial, name)
    zeros = set(map(id, roots))

    def at_mark(mark: Number) -> int:
        return 0 if id(mark) in zeros else sign_of(mark)

    return marked_signs(roots, at_mark, lambda value: sign_of(Polynomial.constant(value)))
