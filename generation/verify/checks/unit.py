"""``unit``: the unit that the key claims is the one that the statement asks for."""

from __future__ import annotations

from generation.verify.certificate import CheckResult
from generation.verify.context import Context, result
from generation.verify.text.units import asked_unit, is_unit, kind_is_wrong, named_alike, needed_unit, stands_in

NAME = "unit"


def check(context: Context) -> CheckResult:
    """Failed where the unit of the key is not the statement's."""
    unit = context.problem.answer.unit
    if unit is None:
        return _without(context)
    bare = unit.strip()
    if not is_unit(bare) or bare in context.problem.model.symbols:
        return result(NAME, "failed", "what is claimed is no unit")
    statement = context.problem.statement
    asked = asked_unit(statement)
    if asked is not None:
        if named_alike(bare, asked.name):
            return result(NAME, "passed", f"{asked.because}: {asked.name}")
        return result(NAME, "failed", f"{asked.because}: {asked.name}, the key is in {bare}")
    if (wanted := kind_is_wrong(bare, statement)) is not None:
        return result(NAME, "failed", f"{wanted} is asked for, the key is in {bare}")
    if stands_in(bare, statement):
        return result(NAME, "passed", f"the statement has the unit {bare}")
    return result(NAME, "failed", f"the unit {bare} does not stand in the statement")


def _without(context: Context) -> CheckResult:
    """A bare number answers "how many cm"; "find the area" of what is measured in cm asks for the unit as well.

    Items from outside name no standard and keep the convention of their source, which may leave units to the reader.
    """
    problem = context.problem
    needed = needed_unit(problem.statement)
    if needed is None or problem.model.ask.kind not in ("value", "solve", "extremum"):
        return result(NAME, "not_applicable", "no unit is claimed")
    if problem.standard is None:
        return result(NAME, "not_applicable", f"no unit is claimed, {needed.name} is meant")
    return result(NAME, "failed", f"{needed.because}: {needed.name}, the key has no unit")
