"""``domain``: what the key claims lies in the declared domains, and nothing divides by zero there."""

from __future__ import annotations

from generation.equivalence.meaning import UnclearError
from generation.verify.certificate import CheckResult
from generation.verify.context import Context, result

NAME = "domain"


def check(context: Context) -> CheckResult:
    """Failed with the value that lies outside."""
    if not context.reading.is_complete:
        return result(NAME, "undecided", "the problem could not be read")
    try:
        found = context.kind.domain(context)
    except UnclearError as error:
        return result(NAME, "undecided", str(error))
    return result(NAME, found.outcome, found.detail, *found.evidence)
