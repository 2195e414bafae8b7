"""``unique``: the key has every solution, each once; a value is the same for every solution."""

from __future__ import annotations

from generation.equivalence.meaning import UnclearError
from generation.expression.tree import Everything
from generation.verify.certificate import CheckResult
from generation.verify.checks.answer import shown_row
from generation.verify.claims import claimed_reals, claimed_rows, is_all, listed
from generation.verify.context import Context, result
from generation.verify.solving import values_under

NAME = "unique"


def check(context: Context) -> CheckResult:
    """Failed where a solution is lost or listed twice, or where a value or form is not one."""
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the problem could not be read")
    if context.problem.model.ask.kind != "solve":
        return _one_value(context)
    try:
        if context.solved.reals is not None:
            return _one_unknown(context)
        return _several(context)
    except UnclearError as error:
        return result(NAME, "failed", str(error))


def _one_unknown(context: Context) -> CheckResult:
    name, found = context.solved.names[0], context.solved.reals
    assert found is not None
    values = context.reading.answer
    if any(isinstance(value, Everything) for value in values) and not is_all(values):
        return result(NAME, "failed", "'all' stands alone")
    claimed = context.reading.domains[name].reals if is_all(values) else claimed_reals(values, name)
    lost = found - claimed
    if not lost.is_empty:
        return result(NAME, "failed", f"lost: {lost.describe(name)}", *context.solved.evidence)
    points, count = claimed.points(), listed(values)
    if points is None and len(values) > 1:
        return result(NAME, "failed", f"one set is asked for, {len(values)} parts are given")
    if points is not None and count is not None and count > len(points):
        return result(NAME, "failed", f"{count} values are listed, {len(points)} are different")
    return result(NAME, "passed", f"no solution but {found.describe(name)}", *context.solved.evidence)


def _several(context: Context) -> CheckResult:
    rows = context.solved.rows
    if rows is None:
        return result(NAME, "failed", "there are infinitely many solutions", *context.solved.evidence)
    claimed = claimed_rows(context.reading.answer, context.solved.names)
    lost = [row for row in rows if row not in claimed]
    if lost:
        return result(NAME, "failed", f"lost: {shown_row(lost[0])}", *context.solved.evidence)
    if any(row in claimed[:position] for position, row in enumerate(claimed)):
        return result(NAME, "failed", "a solution is listed twice")
    return result(NAME, "passed", f"{len(rows)} solutions and no other", *context.solved.evidence)


def _one_value(context: Context) -> CheckResult:
    if len(context.reading.answer) != 1:
        return result(NAME, "failed", f"one value is asked for, {len(context.reading.answer)} are given")
    of = context.reading.of
    if not context.reading.given or of is None:
        return result(NAME, "passed", "one expression")
    found = values_under(of, context.solved)
    if not isinstance(found, list) or len(found) != 1:
        return result(NAME, "failed", "the value is not the same for every solution", *context.solved.evidence)
    return result(NAME, "passed", "the same for every solution", *context.solved.evidence)
