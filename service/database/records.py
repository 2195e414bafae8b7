"""Writing and reading of mistakes and problems, inside the caller's transaction."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from generation.mistake import Mistake
from generation.pipeline import Verified
from service.database.keys import Caller
from service.database.tables import AUDIT, CERTIFICATES, MISTAKES, PROBLEMS


@dataclass(frozen=True, slots=True)
class Posted:
    """A mistake as it is kept."""

    id: uuid.UUID
    mistake: Mistake
    language: str
    student_ref: str | None
    diagnosis: dict[str, Any]
    answer_read: bool
    seed: int


@dataclass(frozen=True, slots=True)
class StoredProblem:
    """A problem, the statement that it was made from, and its certificate."""

    problem: dict[str, Any]
    source: str
    certificate: dict[str, Any]
    mistake_id: uuid.UUID


def add_mistake(session: Session, caller: Caller, posted: Posted) -> None:
    """Keep a mistake, and that it came in."""
    mistake = posted.mistake
    session.execute(
        insert(MISTAKES).values(
            id=posted.id,
            tenant_id=caller.tenant_id,
            statement=mistake.statement,
            student_answer=mistake.student_answer,
            correct_answer=mistake.correct_answer,
            working=mistake.working,
            standard=mistake.standard,
            language=posted.language,
            student_ref=posted.student_ref,
            diagnosis=posted.diagnosis,
            answer_read=posted.answer_read,
            seed=posted.seed,
        )
    )
    _record(session, caller, "mistake.posted", posted.id)


def add_problems(session: Session, caller: Caller, mistake_id: uuid.UUID, verified: Sequence[Verified]) -> None:
    """Keep problems with their certificates."""
    for position, item in enumerate(verified):
        problem_id = uuid.UUID(item.problem.id)
        session.execute(
            insert(PROBLEMS).values(
                id=problem_id,
                tenant_id=caller.tenant_id,
                mistake_id=mistake_id,
                position=position,
                body=item.problem.to_json(),
                sha256=item.problem.sha256(),
            )
        )
        session.execute(
            insert(CERTIFICATES).values(
                problem_id=problem_id,
                tenant_id=caller.tenant_id,
                verdict=item.certificate.verdict,
                body=item.certificate.to_json(),
            )
        )


def find_problem(session: Session, problem_id: uuid.UUID) -> StoredProblem | None:
    """A problem of the transaction's tenant."""
    row = session.execute(
        select(PROBLEMS.c.body, PROBLEMS.c.mistake_id, MISTAKES.c.statement, CERTIFICATES.c.body.label("certificate"))
        .join(CERTIFICATES, CERTIFICATES.c.problem_id == PROBLEMS.c.id)
        .join(MISTAKES, MISTAKES.c.id == PROBLEMS.c.mistake_id)
        .where(PROBLEMS.c.id == problem_id)
    ).one_or_none()
    return None if row is None else StoredProblem(row.body, row.statement, row.certificate, row.mistake_id)


def _record(session: Session, caller: Caller, event: str, subject: uuid.UUID) -> None:
    session.execute(
        insert(AUDIT).values(tenant_id=caller.tenant_id, key_prefix=caller.key_prefix, event=event, subject=subject)
    )
