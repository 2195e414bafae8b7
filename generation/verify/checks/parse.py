"""``parse``: every string of model, answer, solution and choices reads, and every symbol has a domain."""

from __future__ import annotations

from generation.verify.certificate import CheckResult
from generation.verify.context import Context, result
from generation.verify.text.disguise import disguises

NAME = "parse"


def check(context: Context) -> CheckResult:
    """Failed where a text is no mathematics, undecided where it asks for more than is verified yet."""
    reading = context.reading
    if reading.errors:
        return result(NAME, "failed", "not everything can be read", *reading.errors, *reading.gaps)
    if gaps := [*reading.gaps, *disguises(context.problem)]:
        return result(NAME, "undecided", gaps[0], *gaps[1:])
    return result(NAME, "passed", "every text reads")
