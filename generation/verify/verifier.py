"""Verify one problem in this process. For text from outside use :mod:`generation.verify.isolated`, which bounds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generation.equivalence.meaning import UnclearError
from generation.expression.errors import ExpressionError
from generation.problem import Problem
from generation.verify.certificate import Certificate, CheckResult, verdict_of
from generation.verify.checks.registry import CHECKS, Check
from generation.verify.compared import ComparedWith, Source, compared_with
from generation.verify.context import Context
from generation.verify.signature import fingerprint
from generation.verify.versions import versions

WORKER = "worker"
"""The entry of a certificate that stands in for all checks where none could be run."""


def verify(
    problem: Problem,
    source: Source = None,
    bank: Iterable[str] = (),
    checks: Sequence[tuple[str, Check]] = CHECKS,
) -> Certificate:
    """Check a problem; ``source`` is what it was made from, ``bank`` the fingerprints it must not repeat.

    Where a method does not reach or runs over its budget, the check is undecided; it never raises for an item.
    """
    against = frozenset(bank)
    try:
        digest, compared = problem.sha256(), compared_with(source, against)
    except UnicodeEncodeError:
        return unverified(problem, _no_text(problem, source))
    context = Context(problem, source, against)
    results = tuple(_run(name, check, context) for name, check in checks)
    return Certificate(verdict_of(results), results, digest, versions(), _fingerprint(context), compared)


def _run(name: str, check: Check, context: Context) -> CheckResult:
    try:
        return check(context)
    except (ExpressionError, UnclearError) as error:
        return CheckResult(name, "undecided", str(error)[:400])
    except (RecursionError, MemoryError, OverflowError) as error:
        return CheckResult(name, "undecided", f"beyond the resources of one item: {type(error).__name__}")


def _no_text(problem: Problem, source: Source) -> str:
    """Which field has a lone surrogate, which has no bytes to hash."""
    body = {"problem": problem.to_json(), "source": source if isinstance(source, str) else None}
    field = next(_lone_surrogates(body), "source or bank").removeprefix("problem.")
    return f"{field} has half of a surrogate pair; write the character itself"


def _lone_surrogates(value: object, field: str = "") -> Iterator[str]:
    """Paths of the texts that are none."""
    if isinstance(value, str):
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            yield field
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _lone_surrogates(name, field)
            yield from _lone_surrogates(part, f"{field}.{name}" if field else name)
    elif isinstance(value, list):
        for position, part in enumerate(value):
            yield from _lone_surrogates(part, f"{field}[{position}]")


def _fingerprint(context: Context) -> str | None:
    try:
        return fingerprint(context.problem.model, context.reading.trees)
    except (ExpressionError, RecursionError, MemoryError, OverflowError):
        return None


def unverified(problem: Problem, reason: str, source: Source = None, bank: Iterable[str] = ()) -> Certificate:
    """The certificate of a problem that could not be checked at all.

    Text with lone surrogates has no bytes to hash; it leaves the hashes empty.
    """
    try:
        digest, compared = problem.sha256(), compared_with(source, frozenset(bank))
    except UnicodeEncodeError:
        digest, compared = "", ComparedWith()
    result = CheckResult(WORKER, "undecided", reason)
    return Certificate("undecided", (result,), digest, versions(), None, compared)
