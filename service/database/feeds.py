"""Mistakes that were posted to the API, as records of ingestion."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from ingest.ledger import LedgerUnavailable
from ingest.readers.row import Row
from service.database.connection import Database
from service.database.tables import MISTAKES

_BATCH = 2_000


class PostedMistakes:
    """An adapter of :class:`ingest.feed.Feed`: one academy's mistakes, without the student's reference."""

    def __init__(self, database: Database, tenant_id: uuid.UUID) -> None:
        self._database, self._tenant_id = database, tenant_id

    def keys(self) -> list[str]:
        with self._session() as session:
            return [str(one) for one in session.scalars(select(MISTAKES.c.id).order_by(MISTAKES.c.created))]

    def rows(self, keys: Iterable[str]) -> Mapping[str, Row]:
        every = [uuid.UUID(key) for key in keys]
        found: dict[str, Row] = {}
        for start in range(0, len(every), _BATCH):
            wanted = select(MISTAKES).where(MISTAKES.c.id.in_(every[start : start + _BATCH]))
            with self._session() as session:
                for number, row in enumerate(session.execute(wanted).all(), start=start + 1):
                    best: Mapping[str, str] = next(iter(row.diagnosis.get("misconceptions") or ()), {})
                    fields = {
                        "id": str(row.id),
                        "statement": row.statement,
                        "student_answer": row.student_answer,
                        "correct_answer": row.correct_answer,
                        "working": row.working,
                        "standard": row.standard,
                        "language": row.language,
                        "misconception": best.get("id"),
                    }
                    found[str(row.id)] = Row(number, {name: text for name, text in fields.items() if text})
        return found

    @contextmanager
    def _session(self) -> Iterator[Session]:
        try:
            with self._database.session(self._tenant_id) as session:
                yield session
        except SQLAlchemyError as error:
            raise LedgerUnavailable(f"PostgreSQL: {type(error).__name__}") from error
