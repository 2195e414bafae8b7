"""The verifier's checks with one before them that hangs where the statement says so."""

from __future__ import annotations

from generation.verify.certificate import CheckResult
from generation.verify.checks.registry import CHECKS as REAL
from generation.verify.context import Context

HANG = "hang"


def _hang(context: Context) -> CheckResult:
    if context.problem.statement == HANG:
        9**9**9  # in C, holding the interpreter
    return CheckResult("hang", "passed")


CHECKS = (("hang", _hang), *REAL)
