"""``probability``: of an event in the finite space that symbols and given relations span, all cases alike."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generation.expression.errors import NotExactError
from generation.expression.tree import Logic, symbols
from generation.problem import Model
from generation.verify.counting import count
from generation.verify.enumeration import Visits
from generation.verify.kinds.kind import Finding, Kind, failed
from generation.verify.kinds.one import is_number, number_domain, one_answer
from generation.verify.spaces import Space, components, finite_space

if TYPE_CHECKING:
    from generation.verify.context import Context


def _faults(model: Model) -> list[str]:
    faults = [] if model.ask.event else ["model.ask.event: 'probability' needs the relations of an event"]
    return faults + ([] if model.symbols else ["model.symbols: 'probability' needs symbols with finite domains"])


def _answer(context: Context) -> Finding:
    given, event = context.reading.given, context.reading.event
    space = _relevant(_space(context), given, event)
    visits = Visits()
    possible = count(space, given, visits)
    if not possible.number:
        return failed("no case is possible, so there is no probability", possible.ways)
    favourable = count(space, [*given, *event], visits)
    share = Fraction(favourable.number, possible.number)
    cases = f"{favourable.number} of {possible.number} cases that are alike"
    return is_number(share, context, "the probability", cases, possible.ways, favourable.ways)


def _space(context: Context) -> Space:
    reading = context.reading
    space = finite_space(reading.domains, reading.domains, reading.relations)
    if space is None:
        raise NotExactError("a probability over a space that is not finite")
    return space


def _relevant(space: Space, given: list[Logic], event: list[Logic]) -> Space:
    """Without the symbols that nothing connects with the event: they multiply both counts by the same number."""
    groups = components(space, [*given, *event])
    named = frozenset[str]().union(*(symbols(logic) for logic in event))
    needed = frozenset[str]().union(*(group for group in groups if group & named))
    cut = {name: values for name, values in space.items() if name in needed}
    return cut if all(symbols(logic) <= needed for logic in given) else space


KIND = Kind("probability", _faults, _answer, one_answer, number_domain, lambda _: None)
