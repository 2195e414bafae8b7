"""The certificate ``yuje.certificate/1``: what was checked, how it came out, and on what evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from generation.verify.compared import ComparedWith

SCHEMA = "yuje.certificate/1"

Outcome = Literal["passed", "failed", "undecided", "not_applicable"]
Verdict = Literal["proved", "corroborated", "undecided", "refuted"]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check. ``capped`` means: passed, but the statement does not alone determine the model."""

    name: str
    outcome: Outcome
    detail: str = ""
    evidence: tuple[str, ...] = ()
    capped: bool = False

    def to_json(self) -> dict[str, Any]:
        """The entry of the certificate."""
        return {
            "name": self.name,
            "outcome": self.outcome,
            "detail": self.detail,
            "evidence": list(self.evidence),
            "capped": self.capped,
        }


@dataclass(frozen=True, slots=True)
class Certificate:
    """The verdict on one problem; ``problem_sha256`` ties it to exactly that problem.

    ``fingerprint`` is the same for problems that differ in names, order and writing only: what a bank is made of.
    ``None`` where the model does not read.
    """

    verdict: Verdict
    checks: tuple[CheckResult, ...]
    problem_sha256: str
    versions: Mapping[str, str] = field(default_factory=dict)
    fingerprint: str | None = None
    compared_with: ComparedWith = field(default_factory=ComparedWith)

    def check(self, name: str) -> CheckResult:
        """The entry of one check. Raises KeyError."""
        for result in self.checks:
            if result.name == name:
                return result
        raise KeyError(name)

    def to_json(self) -> dict[str, Any]:
        """The certificate as ``yuje.certificate/1``."""
        return {
            "schema": SCHEMA,
            "verdict": self.verdict,
            "checks": [result.to_json() for result in self.checks],
            "problem_sha256": self.problem_sha256,
            "fingerprint": self.fingerprint,
            "compared_with": self.compared_with.to_json(),
            "versions": dict(self.versions),
        }


def verdict_of(checks: tuple[CheckResult, ...]) -> Verdict:
    """The overall verdict: one failure refutes, one doubt leaves it undecided, one cap asks for a teacher."""
    outcomes = {result.outcome for result in checks}
    if "failed" in outcomes:
        return "refuted"
    if "undecided" in outcomes or not checks:
        return "undecided"
    return "corroborated" if any(result.capped for result in checks) else "proved"
