"""`yuje ingest`: sources of academies into the index, and what came of it in words."""

from __future__ import annotations

import logging
import os
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from ingest.columns import Columns, Field, mapping_from
from ingest.errors import AnotherRun, IngestError
from ingest.executors import Executor, Processes
from ingest.feed import API_MISTAKES
from ingest.keys import IsolatedKeyCheck
from ingest.ledger import LedgerUnavailable, Source
from ingest.load import load_curriculum
from ingest.plan import SourcePlan, plan
from ingest.report import RunReport
from ingest.run import Progress, Run
from ingest.stages import Stages
from ingest.writer import PATIENCE_S
from retrieval.bootstrap import load_embedder
from retrieval.errors import RetrievalError
from service.bootstrap import open_database, open_index
from service.database.connection import Database, tenant_id_of
from service.database.feeds import PostedMistakes
from service.database.ledger import StoredLedger, academies_with_sources
from service.database.tables import TENANTS
from service.errors import DocumentError, ServiceError
from service.settings import Settings

if TYPE_CHECKING:
    from retrieval.index import Index

_LOG = logging.getLogger(__name__)


@contextmanager
def open_ledger(settings: Settings, tenant: str) -> Iterator[StoredLedger]:
    """The ledger of an academy. Raises DocumentError where there is no such academy."""
    with open_database(settings) as database:
        yield ledger_of(database, tenant)


def ledger_of(database: Database, tenant: str) -> StoredLedger:
    """The ledger of an academy. Raises DocumentError where there is no such academy."""
    tenant_id = tenant_id_of(tenant)
    with database.session(tenant_id) as session:
        if session.execute(select(TENANTS.c.id)).one_or_none() is None:
            raise DocumentError(f"there is no academy {tenant!r}; make it with: yuje tenant create {tenant!r}")
    return StoredLedger(database, tenant_id)


def mapping_of(pairs: Sequence[str]) -> Mapping[str, Field]:
    """The mapping of ``COLUMN=FIELD`` texts. Raises DocumentError."""
    try:
        return mapping_from(pairs)
    except IngestError as error:
        raise DocumentError(f"--map {error}") from error


def absolute(url: str) -> str:
    """A path does not depend on where a nightly run is started."""
    return url if "://" in url or url == API_MISTAKES else os.path.abspath(Path(url).expanduser())


def plans(
    settings: Settings, tenant: str, urls: Sequence[str], mapping: Mapping[str, Field], roster: str | None
) -> Iterator[SourcePlan]:
    """Plans of sources that are given, or else of the academy's own."""
    if urls:
        Columns(mapping)
        for url in urls:
            yield plan(Source("", absolute(url), mapping, roster), {})
        return
    with open_ledger(settings, tenant) as ledger:
        for source in ledger.sources():
            if source.url != API_MISTAKES:
                yield plan(source, ledger.files(source.id))


def run_all(
    settings: Settings, tenant: str | None, urls: Sequence[str], progress: Progress | None = None
) -> Iterator[tuple[str, RunReport]]:
    """A run for one academy, or for each that has sources; ``urls`` are added to its sources first.

    What keeps a run from being done is in its report, also that the index cannot be opened.
    """
    if urls and not tenant:
        raise DocumentError("sources belong to an academy: give --tenant NAME")
    with open_database(settings) as database:
        if tenant:
            ledger = ledger_of(database, tenant)
            known = {source.url for source in ledger.sources() if not source.is_forgotten}
            for url in map(absolute, urls):
                if url not in known:
                    ledger.add_source(url, {}, None)
        academies = [(tenant_id_of(tenant), tenant)] if tenant else academies_with_sources(database)
        try:
            with open_index(settings) as index:
                load_curriculum(index)
                executor = executor_of(settings)
                try:
                    patience_s = PATIENCE_S
                    for tenant_id, name in academies:
                        report = run_one(database, index, executor, tenant_id, progress, patience_s)
                        yield name, report
                        patience_s = 0.0 if report.status == "failed" else PATIENCE_S  # waited for once is enough
                finally:
                    executor.close()
        except RetrievalError as error:
            reason = f"the index in {settings.index_uri} cannot be used: {error}; is yuje serve running?"
            for tenant_id, name in academies:
                yield name, _not_begun(database, tenant_id, reason)
            if not academies:
                raise ServiceError(reason) from error


def run_one(
    database: Database,
    index: Index,
    executor: Executor,
    tenant_id: uuid.UUID,
    progress: Progress | None = None,
    patience_s: float = PATIENCE_S,
) -> RunReport:
    """A run for one academy."""
    ledger = StoredLedger(database, tenant_id)
    feeds = {API_MISTAKES: PostedMistakes(database, tenant_id)}
    run = Run(str(tenant_id), index, ledger, executor, feeds, progress, patience_s)
    try:
        report = run()
    except (AnotherRun, LedgerUnavailable) as error:
        report = run.report
        report.status = "failed"
        report.problems.append(str(error))
    _LOG.info("ingested", extra={"tenant": str(tenant_id), **report.to_json()})
    return report


def executor_of(settings: Settings) -> Executor:
    """A pool of processes, started where there is enough to do for it; Ray where an address is set."""
    make = partial(Stages, partial(load_embedder, settings.embedding), IsolatedKeyCheck)
    if settings.ray_address is None:
        return Processes(make, settings.ingest_workers)
    from ingest.ray_executor import MissingRay, OnRay  # optional and slow

    try:
        return OnRay(make, settings.ray_address, settings.ingest_workers)
    except MissingRay as error:
        raise ServiceError(str(error)) from error


def _not_begun(database: Database, tenant_id: uuid.UUID, reason: str) -> RunReport:
    report = RunReport(status="failed", problems=[reason])
    ledger = StoredLedger(database, tenant_id)
    try:
        with ledger.lock():
            ledger.end(ledger.begin(), report)
    except (AnotherRun, LedgerUnavailable) as error:
        report.problems.insert(0, str(error))
    return report
