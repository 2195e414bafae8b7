"""Mistakes that were posted to the API become notes with the next run, once each and without personal data."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import httpx
import pytest

from ingest.executors import InProcess
from ingest.feed import API_MISTAKES
from ingest.report import RunReport
from ingest.stages import Stages
from retrieval.bootstrap import load_embedder
from service.bootstrap import Services
from service.database.keys import find_caller
from service.database.ledger import StoredLedger
from service.errors import ServiceError
from service.ingesting import executor_of, run_one
from service.settings import Settings
from tests.adapters.ingestion import TableOfKeys

pytestmark = pytest.mark.xdist_group("service")
MISTAKE = {"statement": "$(x+3)^2$을 전개하시오.", "student_answer": "x^2+9", "correct_answer": "x^2+6x+9"}


def test_posted_mistakes(academy: Callable[[], httpx.Client], services: Services) -> None:
    assert services.index is not None
    client, other = academy(), academy()
    caller = find_caller(services.database, client.headers["Authorization"].removeprefix("Bearer "))
    assert caller is not None
    ledger = StoredLedger(services.database, caller.tenant_id)
    ledger.add_source(API_MISTAKES, {}, None)
    executor = InProcess(partial(Stages, load_embedder, TableOfKeys))

    def run() -> RunReport:
        assert services.index is not None
        return run_one(services.database, services.index, executor, caller.tenant_id)

    def post(body: dict[str, str], at: httpx.Client = client) -> None:
        assert at.post("/v1/mistakes", params={"count": 0}, json=body).status_code == 201

    post(MISTAKE)
    post(MISTAKE | {"working": "김민수: x^2+3^2, 010-1234-5678", "student_ref": "s-1042"})
    post(MISTAKE, other)
    first = run()
    assert (first.status, first.read, first.new, first.redacted) == ("done", 2, 2, {"name": 1, "phone": 1})
    again = run()
    assert (again.read, again.unchanged, again.embedded) == (2, 2, 0)
    post(MISTAKE | {"student_answer": "x^2+3"})
    third = run()
    assert (third.read, third.new, third.unchanged, third.embedded) == (3, 1, 2, 1)

    notes = client.get("/v1/search", params={"q": "전개하시오", "kind": "note"}).json()["hits"]
    assert len(notes) == 3
    assert {note["misconception"] for note in notes} >= {"square-of-sum"}
    assert not any("민수" in str(note) or "1042" in str(note) for note in notes)
    assert other.get("/v1/search", params={"q": "전개하시오", "kind": "note"}).json()["hits"] == []

    assert ledger.forget_source(API_MISTAKES)
    assert (run().removed, ledger.sources()) == (3, [])


def test_ray_names_its_extra_where_it_is_missing() -> None:
    try:
        import ray  # noqa: F401
    except ImportError:
        with pytest.raises(ServiceError, match=r"pip install 'yuje\[ray\]'"):
            executor_of(Settings(ray_address="local"))
