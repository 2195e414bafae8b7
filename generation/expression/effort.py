"""How much may be computed for one item: steps counted where the work is done, so that it ends at the same place on
every machine, busy or not.

A step takes a microsecond or two. Without :func:`limited` nothing is bounded here; budgets of single operations
(:class:`~generation.expression.errors.BudgetError`) hold all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


class ExhaustedError(Exception):
    """The steps are used up. No ExpressionError: it says nothing about the expression at hand, so that nothing below
    may take it for an answer, or keep it as one."""


@dataclass(slots=True)
class Steps:
    """What is left; below 0 once it was not enough."""

    left: int


_STEPS: ContextVar[Steps | None] = ContextVar("steps", default=None)


def spend(steps: int) -> None:
    """Count steps before they are done. Raises ExhaustedError."""
    meter = _STEPS.get()
    if meter is None:
        return
    meter.left -= steps
    if meter.left < 0:
        raise ExhaustedError("more to compute than one item may take")


@contextmanager
def limited(steps: int) -> Iterator[Steps]:
    """At most so many steps inside, and no more than are left outside; they count there too."""
    outer = _STEPS.get()
    allowed = steps if outer is None else min(steps, outer.left)
    meter = Steps(allowed)
    token = _STEPS.set(meter)
    try:
        yield meter
    finally:
        _STEPS.reset(token)
        if outer is not None:
            outer.left -= allowed - max(meter.left, 0)
