"""The ledger of ingestion in PostgreSQL."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import ColumnElement, delete, func, insert, select, text, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from ingest.columns import Field
from ingest.errors import AnotherRun
from ingest.ledger import Delivered, Entry, FileState, LedgerUnavailable, Letter, PastRun, Source
from ingest.report import RunReport
from retrieval.hit import Kind
from service.database.connection import Database
from service.database.ingest_tables import FILES, LETTERS, RECORDS, RUNS, SOURCES
from service.database.tables import TENANTS

_LOCK = 8_321_002
"""First key of the advisory locks of runs; the second is made of the academy's id."""
_INTEND = text(
    "INSERT INTO ingest_records (tenant_id, id, source_id, file_key, raw_hash, content_hash, state) "
    "SELECT :tenant, e.id, :source, :file, e.raw_hash, e.content_hash, 'writing' "
    "FROM unnest(CAST(:ids AS text[]), CAST(:raw AS text[]), CAST(:content AS text[])) "
    "AS e (id, raw_hash, content_hash) "
    "ON CONFLICT (tenant_id, id) DO UPDATE SET raw_hash = excluded.raw_hash, content_hash = excluded.content_hash, "
    "state = 'writing'"
)
_SETTLE = text(
    "UPDATE ingest_records AS r SET state = 'stored', raw_hash = e.raw_hash, content_hash = e.content_hash "
    "FROM unnest(CAST(:ids AS text[]), CAST(:raw AS text[]), CAST(:content AS text[])) "
    "AS e (id, raw_hash, content_hash) "
    "WHERE r.tenant_id = :tenant AND r.id = e.id"
)


class StoredLedger:
    """An adapter of :class:`ingest.ledger.Ledger`: one academy's, under row-level security."""

    def __init__(self, database: Database, tenant_id: uuid.UUID) -> None:
        self._database, self._tenant_id = database, tenant_id

    @contextmanager
    def lock(self) -> Iterator[None]:
        keys = {"one": _LOCK, "two": int.from_bytes(self._tenant_id.bytes[:4], signed=True)}
        with self._guarded(), self._database.locked(keys) as is_ours:
            if not is_ours:
                raise AnotherRun("another run for this academy is under way")
            yield

    def sources(self) -> list[Source]:
        with self._session() as session:
            rows = session.execute(select(SOURCES).order_by(SOURCES.c.created, SOURCES.c.id)).all()
        return [Source(str(row.id), row.url, row.mapping, row.roster, row.is_forgotten) for row in rows]

    def add_source(self, url: str, mapping: Mapping[str, Field], roster: str | None) -> Source:
        told = {"mapping": dict(mapping), "roster": roster, "is_forgotten": False}
        with self._session() as session:
            source_id = session.scalars(
                upsert(SOURCES)
                .values(id=uuid.uuid4(), tenant_id=self._tenant_id, url=url, **told)
                .on_conflict_do_update(index_elements=["tenant_id", "url"], set_=told)
                .returning(SOURCES.c.id)
            ).one()
        return Source(str(source_id), url, dict(mapping), roster)

    def forget_source(self, url: str) -> bool:
        with self._session() as session:
            done = session.execute(update(SOURCES).where(SOURCES.c.url == url).values(is_forgotten=True))
            return bool(done.rowcount)  # type: ignore[attr-defined]  # a cursor's result

    def drop_source(self, source_id: str) -> None:
        with self._session() as session:
            session.execute(delete(SOURCES).where(SOURCES.c.id == uuid.UUID(source_id)))

    def files(self, source_id: str) -> dict[str, FileState]:
        with self._session() as session:
            rows = session.execute(select(FILES).where(FILES.c.source_id == uuid.UUID(source_id))).all()
        return {
            row.key: FileState(row.key, row.name, row.sha256, row.settings, row.records, row.rejected) for row in rows
        }

    def open(self, source_id: str, state: FileState) -> None:
        with self._session() as session:
            session.execute(
                upsert(FILES)
                .values(self._file(source_id, state) | {"sha256": ""})
                .on_conflict_do_update(index_elements=["source_id", "key"], set_={"sha256": ""})
            )

    def entries(self, source_id: str, file_key: str) -> dict[str, Entry]:
        wanted = (RECORDS.c.id, RECORDS.c.raw_hash, RECORDS.c.content_hash, RECORDS.c.state)
        with self._session() as session:
            rows = session.execute(
                select(*wanted).where(RECORDS.c.source_id == uuid.UUID(source_id), RECORDS.c.file_key == file_key)
            ).all()
        return {row.id: Entry(*row) for row in rows}

    def intend(self, source_id: str, file_key: str, entries: Sequence[Entry]) -> None:
        with self._session() as session:
            session.execute(_INTEND, self._arrays(entries) | {"source": uuid.UUID(source_id), "file": file_key})

    def settle(self, entries: Sequence[Entry]) -> None:
        with self._session() as session:
            session.execute(_SETTLE, self._arrays(entries))

    def intend_removal(self, ids: Sequence[str]) -> None:
        with self._session() as session:
            session.execute(update(RECORDS).where(RECORDS.c.id.in_(ids)).values(state="removing"))

    def forget(self, ids: Sequence[str]) -> None:
        with self._session() as session:
            session.execute(delete(RECORDS).where(RECORDS.c.id.in_(ids)))

    def finish(self, source_id: str, state: FileState, letters: Sequence[Letter]) -> None:
        own = {"tenant_id": self._tenant_id, "source_id": uuid.UUID(source_id), "file_key": state.key}
        told = self._file(source_id, state)
        with self._session() as session:
            session.execute(
                upsert(FILES).values(told).on_conflict_do_update(index_elements=["source_id", "key"], set_=told)
            )
            self._discard_letters(session, source_id, state.key)
            if letters:
                session.execute(insert(LETTERS), [own | _letter(one) for one in letters])

    def drop_file(self, source_id: str, file_key: str) -> None:
        with self._session() as session:
            self._discard_letters(session, source_id, file_key)
            session.execute(delete(FILES).where(FILES.c.source_id == uuid.UUID(source_id), FILES.c.key == file_key))

    def reopen(self, *, with_letters_only: bool) -> int:
        again = update(FILES).values(sha256="")
        if with_letters_only:
            same = (LETTERS.c.source_id == FILES.c.source_id) & (LETTERS.c.file_key == FILES.c.key)
            again = again.where(select(LETTERS.c.id).where(same).exists())
        with self._session() as session:
            return int(session.execute(again).rowcount)  # type: ignore[attr-defined]  # a cursor's result

    def count(self, kind: Kind) -> int:
        with self._session() as session:
            return session.scalars(select(func.count()).select_from(RECORDS).where(_of(kind))).one()

    def content_hashes(self, kind: Kind) -> dict[str, str]:
        with self._session() as session:
            return {row.id: row.content_hash for row in session.execute(select(RECORDS).where(_of(kind)))}

    def doubt(self, ids: Iterable[str]) -> None:
        every = list(ids)
        with self._session() as session:
            for start in range(0, len(every), 5_000):
                some = RECORDS.c.id.in_(every[start : start + 5_000])
                session.execute(update(RECORDS).where(some).values(state="writing"))
                same = (RECORDS.c.source_id == FILES.c.source_id) & (RECORDS.c.file_key == FILES.c.key)
                session.execute(update(FILES).where(select(RECORDS.c.id).where(same, some).exists()).values(sha256=""))

    def letters(self, limit: int = 1000) -> list[Delivered]:
        of_file = (LETTERS.c.source_id == FILES.c.source_id) & (LETTERS.c.file_key == FILES.c.key)
        wanted = (
            select(LETTERS, FILES.c.name, SOURCES.c.url)
            .join(FILES, of_file)
            .join(SOURCES, SOURCES.c.id == LETTERS.c.source_id)
            .order_by(LETTERS.c.id)
            .limit(limit)
        )
        with self._session() as session:
            rows = session.execute(wanted).all()
        return [
            Delivered(one.url, one.name, Letter(one.reason, one.row, one.part, one.field, one.raw), one.created)
            for one in rows
        ]

    def begin(self) -> int:
        with self._session() as session:
            for run in session.execute(select(RUNS.c.id, RUNS.c.report).where(RUNS.c.ended.is_(None))).all():
                ended = {"ended": func.now(), "report": {**run.report, "status": "interrupted"}}
                session.execute(update(RUNS).where(RUNS.c.id == run.id).values(**ended))
            started = insert(RUNS).values(tenant_id=self._tenant_id, report={"status": "running"}).returning(RUNS.c.id)
            run_id: int = session.scalars(started).one()
            return run_id

    def end(self, run_id: int, report: RunReport) -> None:
        with self._session() as session:
            ended = {"ended": func.now(), "report": report.to_json()}
            session.execute(update(RUNS).where(RUNS.c.id == run_id).values(**ended))

    def history(self, limit: int = 20) -> list[PastRun]:
        with self._session() as session:
            rows = session.execute(select(RUNS).order_by(RUNS.c.id.desc()).limit(limit)).all()
        return [PastRun(row.id, row.started, row.ended, row.report) for row in rows]

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with self._guarded(), self._database.session(self._tenant_id) as session:
            yield session

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise LedgerUnavailable(f"PostgreSQL: {type(error).__name__}") from error

    def _file(self, source_id: str, state: FileState) -> dict[str, object]:
        return {
            "source_id": uuid.UUID(source_id),
            "key": state.key,
            "tenant_id": self._tenant_id,
            "name": _text(state.name),
            "sha256": state.sha256,
            "settings": state.settings,
            "records": state.records,
            "rejected": state.rejected,
        }

    def _arrays(self, entries: Sequence[Entry]) -> dict[str, object]:
        return {
            "tenant": self._tenant_id,
            "ids": [entry.id for entry in entries],
            "raw": [entry.raw_hash for entry in entries],
            "content": [entry.content_hash for entry in entries],
        }

    def _discard_letters(self, session: Session, source_id: str, file_key: str) -> None:
        own = (LETTERS.c.source_id == uuid.UUID(source_id), LETTERS.c.file_key == file_key)
        session.execute(delete(LETTERS).where(*own))


def academies_with_sources(database: Database) -> list[tuple[uuid.UUID, str]]:
    """Ids and names of the academies that a nightly run is for."""
    with database.night_session() as session:
        rows = session.execute(select(TENANTS.c.id, TENANTS.c.name).order_by(TENANTS.c.name)).all()
    return [(row.id, row.name) for row in rows]


def _of(kind: Kind) -> ColumnElement[bool]:
    return RECORDS.c.id.startswith("n-" if kind == "note" else "b-")


def _letter(letter: Letter) -> dict[str, object]:
    texts: dict[str, str] = {"part": letter.part, "reason": letter.reason, "raw": letter.raw}
    field = None if letter.field is None else _text(letter.field)
    return {"row": letter.row, "field": field, **{name: _text(value) for name, value in texts.items()}}


def _text(value: str) -> str:
    """PostgreSQL keeps neither NUL nor halves of surrogate pairs."""
    return value.replace("\x00", "\ufffd").encode(errors="replace").decode()
