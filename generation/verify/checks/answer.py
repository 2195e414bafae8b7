"""``answer``: the verifier solves the model itself; what the key claims is put back into the original relations."""

from __future__ import annotations

from generation.verify.certificate import CheckResult
from generation.verify.context import Context, result

NAME = "answer"


def check(context: Context) -> CheckResult:
    """Everything that the key claims is a solution, has the value, or equals the expression."""
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the problem could not be read")
    found = context.kind.answer(context)
    return result(NAME, found.outcome, found.detail, *found.evidence)
