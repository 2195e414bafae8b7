"""`/v1/ingestion`, over real HTTP and PostgreSQL: each academy sees its own runs."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from ingest.ledger import FileState, Letter
from ingest.report import RunReport
from service.bootstrap import Services
from service.database.keys import find_caller
from service.database.ledger import StoredLedger

pytestmark = pytest.mark.xdist_group("service")


def test_runs_and_rejected_rows(academy: Callable[[], httpx.Client], services: Services) -> None:
    ours, theirs = academy(), academy()
    caller = find_caller(services.database, ours.headers["Authorization"].removeprefix("Bearer "))
    assert caller is not None
    ledger = StoredLedger(services.database, caller.tenant_id)
    source = ledger.add_source("/notes", {}, None)
    ledger.finish(
        source.id, FileState("k", "a.csv", "0", "0", 1, 1), [Letter("is missing", 3, "1반", "정답", "문제: 1")]
    )
    ledger.end(ledger.begin(), RunReport(read=2, new=1, rejected=1, status="done"))
    (run,) = ours.get("/v1/ingestion/runs").json()["runs"]
    assert {name: run[name] for name in ("read", "new", "rejected", "status")} == {
        "read": 2, "new": 1, "rejected": 1, "status": "done",
    }  # fmt: skip
    (row,) = ours.get("/v1/ingestion/rejected", params={"limit": 5}).json()["rejected"]
    since = row.pop("since")
    assert since.startswith("20")
    assert row == {
        "source": "/notes", "file": "a.csv", "sheet": "1반", "row": 3, "field": "정답", "reason": "is missing",
        "raw": "문제: 1",
    }  # fmt: skip
    for path in ("runs", "rejected"):
        assert theirs.get(f"/v1/ingestion/{path}").json() == {path: []}
        assert ours.get(f"/v1/ingestion/{path}", params={"limit": 0}).status_code == 422
        assert httpx.get(f"{ours.base_url}/v1/ingestion/{path}").status_code == 401
