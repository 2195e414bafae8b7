"""First load of 100,000 notes and the night after it, with PostgreSQL and Milvus Lite as shipped.

The notes are of 2,000 problems, fifty students' mistakes at each, in 40 CSV files with names, remarks and a roster of
200. Embedding is tokenising and vectors, in two worker processes; the share outside is of the time that all worked.
"""

from __future__ import annotations

import tempfile
import time
import uuid
from pathlib import Path
from typing import Any

from sqlalchemy import text

from service.bootstrap import open_database
from service.database.embedded import EmbeddedPostgres
from service.database.ledger import StoredLedger
from service.settings import Settings
from tests.benchmarks._bar import Bar
from tests.benchmarks._ingestion import TENANT, run_once, write_notes

NOTES, FILES, PROBLEMS, WORKERS = 100_000, 40, 2_000, 2
_EMBEDDING = ("embed",)
_MILVUS = ("store",)
_OUTSIDE = ("list", "hash", "read", "clean", "check", "ledger", "repair")


def measure() -> dict[str, object]:
    """Records a second, seconds by stage, and the no-op night."""
    with tempfile.TemporaryDirectory(prefix="yuje-") as place:
        folder = Path(place)
        write_notes(folder / "notes", NOTES, FILES, PROBLEMS)
        settings = Settings(data=folder / "state")
        with open_database(settings) as database:
            with database.owner_session(uuid.UUID(TENANT)) as session:
                session.execute(text("INSERT INTO tenants (id, name) VALUES (:id, 'bench')"), {"id": TENANT})
            StoredLedger(database, uuid.UUID(TENANT)).add_source(str(folder / "notes"), {}, str(folder / "roster.csv"))
            url = EmbeddedPostgres(settings.data.resolve() / "postgres").url().render_as_string(hide_password=False)
            first, first_s = _timed(settings.index_uri, url)
            night, night_s = _timed(settings.index_uri, url)
    seconds: dict[str, float] = first["seconds"]
    worked = sum(seconds.get(stage, 0.0) for stage in (*_EMBEDDING, *_MILVUS, *_OUTSIDE))
    outside = sum(seconds.get(stage, 0.0) for stage in _OUTSIDE)
    return {
        "notes": NOTES,
        "taken in": first["new"],
        "status": first["status"],
        "key refuted": first["key_refuted"],
        "redacted": first["redacted"],
        "seconds": round(first_s, 1),
        "records per second": round(NOTES / first_s),
        "seconds by stage, all processes": seconds,
        "share outside embedding and Milvus, %": round(100 * outside / worked, 1),
        "night, s": round(night_s, 2),
        "night / first load, %": round(100 * night_s / first_s, 2),
        "night, unchanged": night["unchanged"],
        "night, embedded": night["embedded"],
        "night, seconds by stage": night["seconds"],
    }


def bars(figures: dict[str, Any]) -> list[Bar]:
    """What must hold of a load and of a night."""
    rate = f"{figures['records per second']} records/s, {WORKERS} workers, Milvus Lite"
    return [
        Bar("notes taken in", figures["taken in"], least=NOTES, most=NOTES, note=f"status {figures['status']}"),
        Bar("first load: share outside embedding and Milvus", figures["share outside embedding and Milvus, %"],
            most=20, unit="%", note=rate),
        Bar("no-op night over first load", figures["night / first load, %"], most=5, unit="%",
            note=f"{figures['night, s']} s against {figures['seconds']} s"),
        Bar("no-op night: texts embedded", figures["night, embedded"], most=0),
        Bar("no-op night: records unchanged", figures["night, unchanged"], least=NOTES),
    ]  # fmt: skip


def _timed(index_path: str, url: str) -> tuple[dict[str, Any], float]:
    started = time.perf_counter()
    report = run_once(index_path, url, WORKERS)
    return report, time.perf_counter() - started
