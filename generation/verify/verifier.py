"""Verify one problem in this process. For text from outside use :mod:`generation.verify.isolated`, which bounds it."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Sequence

from generation.equivalence.meaning import UnclearError
from generation.expression.errors import ExpressionError
from generation.problem import Model, Problem
from generation.verify.certificate import VERSION, Certificate, CheckResult, verdict_of
from generation.verify.checks.registry import CHECKS, Check
from generation.verify.context import Context

WORKER = "worker"
"""The entry of a certificate that stands in for all checks where none could be run."""
VERSIONS = {"verifier": VERSION, "python": platform.python_version()}


def verify(
    problem: Problem,
    source: Problem | Model | str | None = None,
    bank: Iterable[str] = (),
    checks: Sequence[tuple[str, Check]] = CHECKS,
) -> Certificate:
    """Check a problem; ``source`` is what it was made from, ``bank`` the fingerprints it must not repeat.

    Where a method does not reach or runs over its budget, the check is undecided; it never raises for an item.
    """
    digest = _digest(problem)
    if not digest:
        return unverified(problem, "text that is not valid Unicode")
    context = Context(problem, source, frozenset(bank))
    results = tuple(_run(name, check, context) for name, check in checks)
    return Certificate(verdict_of(results), results, digest, VERSIONS)


def _run(name: str, check: Check, context: Context) -> CheckResult:
    try:
        return check(context)
    except (ExpressionError, UnclearError) as error:
        return CheckResult(name, "undecided", str(error)[:400])
    except (RecursionError, MemoryError, OverflowError) as error:
        return CheckResult(name, "undecided", f"beyond the resources of one item: {type(error).__name__}")


def _digest(problem: Problem) -> str:
    """The problem's hash; empty for text with lone surrogates, which has no bytes to hash."""
    try:
        return problem.sha256()
    except UnicodeEncodeError:
        return ""


def unverified(problem: Problem, reason: str) -> Certificate:
    """The certificate of a problem that could not be checked at all."""
    return Certificate("undecided", (CheckResult(WORKER, "undecided", reason),), _digest(problem), VERSIONS)
