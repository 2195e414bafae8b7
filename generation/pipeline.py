"""From a mistake to verified problems: diagnose, retrieve, generate, verify. What reaches out is handed in.

Only what is proved or corroborated leaves; what is not is counted and replaced by further proposals, within a bound.
"""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from generation.diagnose.diagnosis import Diagnosis, diagnose
from generation.expression.errors import ExpressionError
from generation.mistake import Mistake
from generation.problem import Problem
from generation.symbolic.difficulty import Difficulty
from generation.symbolic.request import Request, Vary
from generation.verify.certificate import Certificate, Verdict
from retrieval.hit import Hit
from retrieval.standard import Standard, find_standard

ROUNDS = 3
"""Calls of the engine for one misconception; each asks for what is still missing. Draws are bounded by the engine."""
RELEASABLE: frozenset[Verdict] = frozenset({"proved", "corroborated"})
_NAMESPACE = uuid.UUID("0b9f2f57-5f39-5b6e-8a43-6d1c7c4f9b11")

Shortage = Literal["statement_unread", "no_problem_type", "too_few_verified"]
"""Why there are fewer problems than asked for."""


@dataclass(frozen=True, slots=True)
class Grounding:
    """What a mistake rests on: its standard and similar notes. ``searched`` is false where the search was not there."""

    standard: Standard | None = None
    notes: tuple[Hit, ...] = ()
    searched: bool = False

    def references(self) -> tuple[str, ...]:
        """For the origin of a problem."""
        standards = () if self.standard is None else (f"standard:{self.standard.code}",)
        return standards + tuple(f"note:{hit.id}" for hit in self.notes)


@dataclass(frozen=True, slots=True)
class Verified:
    """A problem that may leave, with the reason why."""

    problem: Problem
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a mistake. ``rejected`` counts proposals by verdict that were not handed out."""

    diagnosis: Diagnosis
    grounding: Grounding
    items: tuple[Verified, ...] = ()
    rejected: Mapping[Verdict, int] = field(default_factory=dict)
    shortage: Shortage | None = None


class Retrieve(Protocol):
    """Finds what grounds a mistake."""

    def __call__(self, mistake: Mistake, diagnosis: Diagnosis) -> Grounding: ...


class Diagnose(Protocol):
    """Explains a mistake."""

    def __call__(self, mistake: Mistake) -> Diagnosis: ...


class Propose(Protocol):
    """An engine: up to ``request.count`` problems, unverified, the same for the same request."""

    def __call__(self, request: Request) -> Sequence[Problem]: ...


class Verify(Protocol):
    """The verifier; ``source`` is the text that the problem must not repeat."""

    def __call__(self, problem: Problem, source: str | None = None) -> Certificate: ...


def respond(
    mistake: Mistake,
    retrieve: Retrieve,
    propose: Propose,
    verify: Verify,
    count: int = 3,
    choices: bool = False,
    seed: int = 0,
    source: str | None = None,
    diagnose: Diagnose = diagnose,
    difficulty: Difficulty = "same",
    vary: Vary = "numbers",
) -> Outcome:
    """Diagnose a mistake and answer it with up to ``count`` verified problems, the same for the same arguments.

    ``source`` names the mistake (``mistake:<id>``); it is part of the problems' ids, so that the same problem made
    for two mistakes has two ids. Problems with the best misconception come first; where the engine has too few of
    those, the next misconception's follow, then problems of the same structure without one. ``diagnose`` may be given
    where it must be bounded in time. ``difficulty`` and ``vary`` ask for other items than the nearest.
    """
    diagnosis = diagnose(mistake)
    grounding = retrieve(mistake, diagnosis)
    if diagnosis.model is None:
        return Outcome(diagnosis, grounding, shortage="statement_unread" if count else None)
    request = Request(
        model=diagnosis.model,
        language=diagnosis.language,
        choices=choices,
        statement=mistake.statement,
        standard=_standard_for_items(mistake),
        source=source,
        grounding=grounding.references(),
        difficulty=difficulty,
        vary=vary,
    )
    targets = (*(candidate.id for candidate in diagnosis.misconceptions), None)
    items, rejected = _generate(request, targets, propose, verify, count, seed)
    return Outcome(diagnosis, grounding, tuple(items), rejected, _shortage(count, items, rejected))


def _generate(
    request: Request, targets: Sequence[str | None], propose: Propose, verify: Verify, count: int, seed: int
) -> tuple[list[Verified], Counter[Verdict]]:
    items: list[Verified] = []
    rejected: Counter[Verdict] = Counter()
    seen: set[str] = set()
    for target in targets:
        for number in range(ROUNDS):
            missing = count - len(items)
            if missing <= 0:
                return items, rejected
            wanted = replace(request, count=missing, misconception=target, seed=_seed(seed, number))
            fresh = [problem for problem in _proposed(propose, wanted) if problem.statement not in seen][:missing]
            if not fresh:
                break  # the engine has no more of these
            for problem in fresh:
                seen.add(problem.statement)
                certificate = verify(problem, request.statement)
                if certificate.verdict in RELEASABLE:
                    items.append(Verified(_with_id(problem, request.source), certificate))
                else:
                    rejected[certificate.verdict] += 1
    return items, rejected


def _proposed(propose: Propose, wanted: Request) -> Sequence[Problem]:
    try:
        return propose(wanted)
    except ExpressionError:
        return ()  # a posted problem whose numbers are beyond the engine's bounds has no similar ones


def _shortage(count: int, items: Sequence[Verified], rejected: Mapping[Verdict, int]) -> Shortage | None:
    if len(items) >= count:
        return None
    return "too_few_verified" if items or rejected else "no_problem_type"


def _standard_for_items(mistake: Mistake) -> str | None:
    """The posted standard in its official spelling; without one the problem type knows its own."""
    standard = find_standard(mistake.standard) if mistake.standard else None
    return None if standard is None else standard.code


def _seed(seed: int, number: int) -> int:
    """The given seed first; for later rounds others that follow from it and are not another request's first."""
    if number == 0:
        return seed
    return int.from_bytes(hashlib.sha256(f"{seed}:{number}".encode()).digest()[:8], "big")


def _with_id(problem: Problem, source: str | None) -> Problem:
    return replace(problem, id=str(uuid.uuid5(_NAMESPACE, f"{source or ''}:{problem.sha256()}")))
