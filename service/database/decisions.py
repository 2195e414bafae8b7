"""What teachers of one academy decided about diagnoses, in PostgreSQL."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from sqlalchemy import func, insert, select
from sqlalchemy.dialects.postgresql import distinct_on

from generation.diagnose.decisions import Decided
from service.database.connection import Database
from service.database.tables import DECISIONS


class StoredDecisions:
    """An adapter of :class:`generation.diagnose.decisions.Decisions`; every call is a transaction of its own."""

    def __init__(self, database: Database, tenant_id: uuid.UUID) -> None:
        self._database = database
        self._tenant_id = tenant_id

    def record(self, mistake_id: uuid.UUID, mal_rule: str, *, confirmed: bool) -> None:
        """Keep what a teacher decided about one candidate of a mistake. Raises IntegrityError for one unknown."""
        values = {"mistake_id": mistake_id, "mal_rule": mal_rule, "confirmed": confirmed}
        with self._database.session(self._tenant_id) as session:
            session.execute(insert(DECISIONS).values(tenant_id=self._tenant_id, **values))

    def counts(self) -> Mapping[str, Decided]:
        """The counts by mal-rule; those without decisions are missing."""
        candidate = (DECISIONS.c.mistake_id, DECISIONS.c.mal_rule)
        every = select(*candidate, DECISIONS.c.confirmed).order_by(*candidate, DECISIONS.c.id.desc())
        words = every.ext(distinct_on(*candidate)).subquery()
        counted = select(words.c.mal_rule, func.count().filter(words.c.confirmed), func.count())
        with self._database.session(self._tenant_id) as session:
            rows = session.execute(counted.group_by(words.c.mal_rule)).all()
        return {mal_rule: Decided(yes, total - yes) for mal_rule, yes, total in rows}
