"""``unique``: the key has every solution, each once; a value is the same for every solution."""

from __future__ import annotations

from generation.verify.certificate import CheckResult
from generation.verify.context import Context, result

NAME = "unique"


def check(context: Context) -> CheckResult:
    """Failed where a solution is lost or listed twice, or where a value or form is not one."""
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the problem could not be read")
    found = context.kind.unique(context)
    return result(NAME, found.outcome, found.detail, *found.evidence)
