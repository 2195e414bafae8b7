"""Sets carried back through a function: the unknowns at which its value lies in a set."""

from __future__ import annotations

from collections.abc import Callable

from generation.equivalence.methods.signs import Signs
from generation.equivalence.real import Number, sign
from generation.equivalence.realset import EMPTY, REALS, RealSet, from_stretches


def preimage(region: RealSet, less: Callable[[Number], Signs]) -> RealSet:
    """Where a value lies in ``region``; ``less`` gives the signs of the value less a number."""
    if not region.marks:
        return REALS if region.inside[0] else EMPTY
    if not any(region.inside):
        return EMPTY
    steps = [less(mark) for mark in region.marks]
    result = EMPTY
    for position, inside in enumerate(region.inside):
        if not inside:
            continue
        if position % 2:
            result |= steps[position // 2].zero
        else:
            after = steps[position // 2 - 1].above if position else REALS
            before = steps[position // 2].below if position // 2 < len(steps) else REALS
            result |= after & before
    return result


def positive_part(region: RealSet) -> tuple[list[Number], list[bool]]:
    """Marks above zero, and what belongs from zero upwards, stretch by stretch."""
    first = next((k for k, mark in enumerate(region.marks) if sign(mark) > 0), len(region.marks))
    return list(region.marks[first:]), list(region.inside[2 * first :])


def through_exponential(region: RealSet, to_exponent: Callable[[Number], Number]) -> RealSet:
    """The exponents at which a power lies in a set; ``to_exponent`` is the logarithm, increasing."""
    marks, inside = positive_part(region)
    return from_stretches([to_exponent(mark) for mark in marks], inside)


def through_logarithm(region: RealSet, to_number: Callable[[Number], Number]) -> RealSet:
    """The positive numbers whose logarithm lies in a set; ``to_number`` is the power, increasing."""
    zero = Number({})
    return from_stretches([zero, *map(to_number, region.marks)], [False, False, *region.inside])


def through_root(region: RealSet, degree: int) -> RealSet:
    """The numbers whose root lies in a set; for an even degree those below zero have none."""
    if degree % 2:
        return from_stretches([mark.power(degree) for mark in region.marks], list(region.inside))
    marks, inside = positive_part(region)
    zero = Number({})
    return from_stretches([zero, *(mark.power(degree) for mark in marks)], [False, region.contains(zero), *inside])


def reversed_set(region: RealSet) -> RealSet:
    """The set of the negatives."""
    return from_stretches([-mark for mark in reversed(region.marks)], list(reversed(region.inside)))


def through(signs: Signs, carry: Callable[[RealSet], RealSet]) -> Signs:
    """All three sets carried back."""
    return Signs(carry(signs.below), carry(signs.zero), carry(signs.above))
