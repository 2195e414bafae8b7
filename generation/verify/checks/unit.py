"""``unit``: the unit that the key claims is the one that the statement asks for."""

from __future__ import annotations

from generation.verify.certificate import CheckResult
from generation.verify.context import Context, result
from generation.verify.text.units import asked_unit, is_unit, kind_is_wrong, named_alike, stands_in

NAME = "unit"


def check(context: Context) -> CheckResult:
    """Failed where the unit of the key is not the statement's."""
    unit = context.problem.answer.unit
    if unit is None:
        return result(NAME, "not_applicable", "no unit is claimed")
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
