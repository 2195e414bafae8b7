"""One real PostgreSQL and one real Milvus Lite for a test session (per worker), and an API that really listens."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from service.api.application import create_app
from service.bootstrap import Services, open_services
from service.database.connection import Database
from service.database.keys import create_key
from service.serving import listening
from service.settings import Settings

TABLES = ("mistakes", "problems", "certificates", "audit")


@pytest.fixture
def data() -> Iterator[Path]:
    """A folder for embedded state.

    Not below pytest's own: as root PostgreSQL runs as another user, and every start of a pytest closes
    /tmp/pytest-of-root to others, also while this one is running.
    """
    with tempfile.TemporaryDirectory(prefix="yuje-") as folder:
        yield Path(folder) / "state"


@pytest.fixture(scope="session")
def settings() -> Iterator[Settings]:
    with tempfile.TemporaryDirectory(prefix="yuje-") as folder:
        yield Settings(data=Path(folder) / "state", verify_timeout_s=30.0, compute_timeout_s=60.0)


@pytest.fixture(scope="session")
def services(settings: Settings) -> Iterator[Services]:
    with open_services(settings) as opened:
        yield opened


@pytest.fixture(scope="session")
def database(services: Services) -> Database:
    return services.database


@pytest.fixture(scope="session")
def app(settings: Settings, services: Services) -> FastAPI:
    return create_app(settings, lambda _: nullcontext(services))


@pytest.fixture(scope="session")
def address(app: FastAPI) -> Iterator[str]:
    with listening(app) as at:
        yield at


@pytest.fixture
def academy(address: str, database: Database) -> Iterator[Callable[[], httpx.Client]]:
    """Makes academies, each new, and gives a client that sends its key."""
    clients: list[httpx.Client] = []

    def make() -> httpx.Client:
        key = create_key(database, f"academy-{uuid.uuid4().hex[:8]}")
        client = httpx.Client(base_url=address, headers={"Authorization": f"Bearer {key}"}, timeout=60)
        clients.append(client)
        return client

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def rows(database: Database) -> Callable[[], dict[str, int]]:
    """Counts all rows of all academies, as the superuser of the embedded server."""

    def count() -> dict[str, int]:
        with database._owner.connect() as connection:
            return {table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in TABLES}

    return count
