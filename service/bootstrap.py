"""The composition root: database, index, embedder, verifier and pipeline put together from the settings."""

from __future__ import annotations

import logging
import os
import threading
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from generation.mistake import Mistake
from generation.pipeline import Outcome, Verify, respond
from generation.symbolic.difficulty import Difficulty
from generation.symbolic.request import Vary
from generation.verify.isolated import IsolatedVerifier
from ingest.load import load_curriculum
from retrieval.errors import RetrievalError
from service.computing import Computing, open_computing
from service.grounding import Grounder
from service.settings import Settings

if TYPE_CHECKING:
    from retrieval.index import Index
    from service.database.connection import Database

WORKERS = 2
"""Processes for diagnosis and engine."""
VERIFIERS = max(2, min(8, os.cpu_count() or 1))
"""Processes for verification."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Services:
    """What the API works with. ``missing`` says by part why it is not there."""

    database: Database
    index: Index | None
    computing: Computing
    verify: Verify
    verifier: IsolatedVerifier
    missing: dict[str, str] = field(default_factory=dict)

    def respond(
        self,
        tenant_id: uuid.UUID,
        mistake: Mistake,
        count: int,
        choices: bool,
        seed: int,
        source: str,
        difficulty: Difficulty = "same",
        vary: Vary = "numbers",
    ) -> Outcome:
        """The pipeline for one tenant's mistake, ranked by what its teachers decided before."""
        from service.database.decisions import StoredDecisions  # SQLAlchemy is slow to import

        return respond(
            mistake,
            Grounder(self.index, tenant_id),
            self.computing.propose,
            self.verify,
            count,
            choices,
            seed,
            source,
            partial(self.computing.diagnose, counts=StoredDecisions(self.database, tenant_id).counts()),
            difficulty,
            vary,
        )


@contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """The database by URL, or the embedded one; migrated. Raises DatabaseUnavailable."""
    # Slow: SQLAlchemy and Alembic take a third of a second, which commands without a database do not pay.
    from service.database.connection import Database, urls_from, urls_of
    from service.database.embedded import EmbeddedPostgres

    with ExitStack() as stack:
        if settings.database_url is None:
            server = EmbeddedPostgres(settings.data.resolve() / "postgres")
            stack.callback(server.stop)
            owner, app = urls_of(server)
        else:
            owner, app = urls_from(settings.database_url)
        database = Database(owner, app)
        stack.callback(database.close)
        database.prepare()
        yield database


@contextmanager
def open_index(settings: Settings) -> Iterator[Index]:
    """Milvus by URI, or Milvus Lite. Raises a RetrievalError."""
    # Slow: pymilvus and model2vec take a second.
    from retrieval.bootstrap import load_embedder
    from retrieval.bootstrap import open_index as opened

    # It logs a traceback and raises as well; the error is enough.
    logging.getLogger("milvus_lite").setLevel(logging.CRITICAL)
    index = opened(settings.index_uri, load_embedder(settings.embedding))
    try:
        yield index
    finally:
        index.close()


@contextmanager
def _rebuilding(index: Index) -> Iterator[None]:
    """Collections of another model or schema are built anew in a thread, while the old ones are searched."""
    if not index.outdated():
        yield
        return

    stop = threading.Event()

    def rebuild() -> None:
        try:
            built = index.rebuild(stop.is_set)
            _LOG.info("index rebuilt", extra={"rows": built})
        except RetrievalError:  # the next start goes on where this one was
            _LOG.warning("index not rebuilt", exc_info=True)

    thread = threading.Thread(target=rebuild, name="yuje-rebuild")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


@contextmanager
def open_verifier(settings: Settings, workers: int = VERIFIERS, reserved: int = 0) -> Iterator[IsolatedVerifier]:
    """The verifier in worker processes that are killed where an item takes too long."""
    with IsolatedVerifier(workers, settings.verify_timeout_s, reserved=reserved) as verifier:
        yield verifier


@contextmanager
def open_services(settings: Settings) -> Iterator[Services]:
    """Everything. Without the database it does not start; without the index it does, and readiness says so."""

    with ExitStack() as stack:
        database = stack.enter_context(open_database(settings))
        missing: dict[str, str] = {}
        index: Index | None = None
        try:
            index = stack.enter_context(open_index(settings))
            load_curriculum(index)
            stack.enter_context(_rebuilding(index))
        except RetrievalError as error:
            _LOG.exception("index not opened")
            missing["index"] = str(error)
        computing = stack.enter_context(open_computing(settings, WORKERS))
        verifier = stack.enter_context(open_verifier(settings, reserved=1))
        yield Services(database, index, computing, verifier.verify, verifier, missing)
