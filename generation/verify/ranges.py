"""The exact set of values that a function of one real unknown takes on a set of numbers.

On each stretch without a gap a continuous function takes everything between its least and its greatest value; these
are among its values where the derivative is zero, at ends that belong, and among its limits at ends that do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generation.equivalence.real import Number, number_of, order
from generation.equivalence.realset import EMPTY, REALS, RealSet, from_marks, points_set
from generation.equivalence.relations import at, roots_of, undefined_set
from generation.expression.calculus import derivative, rational_in
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.exact import Ratio, exact
from generation.expression.limits import Infinite, limit_of
from generation.expression.normal import polynomial_tree, ratio_tree
from generation.expression.ratios import divided
from generation.expression.render import infix
from generation.expression.tree import Const, Expr, Neg, Sym, integer

MAX_CRITICAL = 40
End = Number | Infinite


@dataclass(frozen=True, slots=True)
class Stretch:
    """All numbers between two ends; one number where both are the same and belong."""

    low: Number | None
    high: Number | None
    with_low: bool
    with_high: bool


def stretches(reals: RealSet) -> Iterator[Stretch]:
    """The parts of a set without gaps, from below."""
    ends: list[Number | None] = [None, *reals.marks, None]
    start: tuple[Number | None, bool] | None = (None, False) if reals.inside[0] else None
    for position, mark in enumerate(reals.marks):
        here, after = reals.inside[2 * position + 1], reals.inside[2 * position + 2]
        if start is not None and not (here and after):
            yield Stretch(start[0], mark, start[1], here)
            start = None
        if start is None and after:
            start = (mark, here and not reals.inside[2 * position])
        elif start is None and here and not reals.inside[2 * position]:
            yield Stretch(mark, mark, True, True)
    if start is not None:
        yield Stretch(start[0], ends[-1], start[1], False)


def interval(low: Number | None, high: Number | None, *, with_low: bool, with_high: bool) -> RealSet:
    """The numbers between two ends, None being infinity."""

    def belongs(x: Number) -> bool:
        below = -1 if low is None else order(low, x)
        above = 1 if high is None else order(high, x)
        return (below < 0 or (below == 0 and with_low)) and (above > 0 or (above == 0 and with_high))

    marks = [end for end in (low, high) if end is not None]
    return from_marks(marks, belongs) if marks else REALS


# -- rational functions ----------------------------------------------------------------------------------------


def range_of_rational(of: Expr, name: str, reals: RealSet, evidence: list[str]) -> RealSet:
    """The values of a rational function. Raises NotExactError where its critical places have no exact form."""
    if not rational_in(of, name):
        raise NotExactError("no rational function")
    ratio = exact(of)
    if (ratio.top.unknowns | ratio.bottom.unknowns) - {name}:
        raise NotExactError("a function of several letters")
    reals = reals - undefined_set(of, name)
    slope = derivative(ratio, name)
    if slope.top.is_zero:
        return EMPTY if reals.is_empty else points_set([number_of(ratio)])
    critical = roots_of(slope.top, name)
    if len(critical) > MAX_CRITICAL:
        raise BudgetError("a function with too many critical places")
    shown = ", ".join(f"{name} = {infix(polynomial_tree(c))}" for c in critical) or "nowhere"
    evidence.append(f"the derivative of {infix(of)} is {infix(ratio_tree(slope))}, zero: {shown}")
    total = EMPTY
    for stretch in stretches(reals):
        total |= _range_on(ratio, name, stretch, critical)
    return total


def _range_on(ratio: Ratio, name: str, stretch: Stretch, critical: list[Number]) -> RealSet:
    inside = [c for c in critical if strictly_inside(c, stretch)]
    taken = [_value(ratio, name, c) for c in inside]
    left: list[End] = []
    for end, belongs, side in ((stretch.low, stretch.with_low, 1), (stretch.high, stretch.with_high, -1)):
        if end is not None and belongs:
            taken.append(_value(ratio, name, end))
        else:
            left.append(limit_at(ratio_tree(ratio), name, end, side))
    return between_extremes(taken, left)


def between_extremes(taken: list[Number], left: list[End]) -> RealSet:
    """Everything between the extremes of values that are taken and limits that may not be."""
    low, with_low = _extreme(taken, left, -1)
    high, with_high = _extreme(taken, left, 1)
    if low is not None and high is not None and order(low, high) == 0:
        return points_set([low])  # the function is constant
    return interval(low, high, with_low=with_low, with_high=with_high)


def strictly_inside(c: Number, stretch: Stretch) -> bool:
    """Whether a number lies between the ends and is none of them."""
    return (stretch.low is None or order(c, stretch.low) > 0) and (stretch.high is None or order(c, stretch.high) < 0)


def _value(ratio: Ratio, name: str, place: Number) -> Number:
    top, bottom = (at(part, name, place) for part in (ratio.top, ratio.bottom))
    one = exact(integer(1)).bottom
    return number_of(divided(Ratio(top, one), Ratio(bottom, one)))


def limit_at(of: Expr, name: str, end: Number | None, side: int) -> End:
    """Towards an end that does not belong: from above with side 1, from below with -1."""
    infinite: Expr = Neg(Const("oo")) if side > 0 else Const("oo")
    point: tuple[Expr, ...] = (infinite,) if end is None else (polynomial_tree(end), integer(side))
    found = limit_of((of, Sym(name), *point))
    return found if isinstance(found, Infinite) else number_of(found)


def _extreme(taken: list[Number], left: list[End], direction: int) -> tuple[Number | None, bool]:
    """The greatest (1) or least (-1) of values and limits, and whether it is a value; None is infinite."""
    if any(isinstance(end, Infinite) and end.sign == direction for end in left):
        return None, False
    best: Number | None = None
    reached = False
    for value, is_value in [*((v, True) for v in taken), *((e, False) for e in left if not isinstance(e, Infinite))]:
        compared = 1 if best is None else order(value, best) * direction
        if compared > 0:
            best, reached = value, is_value
        elif compared == 0:
            reached = reached or is_value
    assert best is not None  # a stretch has two ends, of which at most one limit is infinite in each direction
    return best, reached
