"""Runs that are killed with SIGKILL at random moments, the files changing between them, then one that is not.

The index of Milvus Lite is compared, record for record, with that of a run over the same files which nothing disturbed,
into an index and a ledger in memory.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import Any

from sqlalchemy import text

from ingest.executors import InProcess
from ingest.memory_ledger import MemoryLedger
from ingest.run import Run
from retrieval.adapters.memory import MemoryIndex
from retrieval.bootstrap import load_embedder, open_index
from service.bootstrap import open_database
from service.database.embedded import EmbeddedPostgres
from service.database.ledger import StoredLedger
from service.settings import Settings
from tests.benchmarks._bar import Bar
from tests.benchmarks._ingestion import TENANT, make_stages, run_once, write_notes

KILLS = 30
NOTES, FILES, PROBLEMS = 1_200, 6, 60
_COMPARED_EVERY = 10


def measure(kills: int = KILLS) -> dict[str, object]:
    """How often the index differed, and how many runs were still under way when they were killed."""
    draw = random.Random(11)
    differing = compared = records = under_way = half_done = 0
    with tempfile.TemporaryDirectory(prefix="yuje-") as place:
        folder = Path(place)
        settings = Settings(data=folder / "state")
        with open_database(settings) as database:
            with database.owner_session(uuid.UUID(TENANT)) as session:
                session.execute(text("INSERT INTO tenants (id, name) VALUES (:id, 'bench')"), {"id": TENANT})
            ledger = StoredLedger(database, uuid.UUID(TENANT))
            ledger.add_source(str(folder / "notes"), {}, str(folder / "roster.csv"))
            url = EmbeddedPostgres(settings.data.resolve() / "postgres").url().render_as_string(hide_password=False)
            longest = 12.0
            for number in range(1, kills + 1):
                _change(folder / "notes", draw)
                under_way += _killed(settings.index_uri, url, draw.uniform(0.3, longest))
                half_done += _is_half_done(ledger)
                if number % _COMPARED_EVERY and number != kills:
                    continue
                started = time.perf_counter()
                run_once(settings.index_uri, url, 0)
                longest = max(4.0, min(12.0, time.perf_counter() - started + 3.0))
                found, expected = _found(settings.index_uri), _undisturbed(folder, ledger)
                compared, records = compared + 1, len(expected)
                differing += sum(found.get(key) != expected.get(key) for key in found.keys() | expected.keys())
    return {
        "kills": kills,
        "still under way when killed": under_way,
        "left a file half done": half_done,
        "comparisons": compared,
        "records in the last": records,
        "records that differ": differing,
    }


def bars(figures: dict[str, Any]) -> list[Bar]:
    """No record may differ."""
    middle, half = figures["still under way when killed"], figures["left a file half done"]
    note = f"{figures['kills']} kills, {middle} during a run, {half} in a file; {figures['comparisons']} comparisons"
    return [Bar("records that differ after kills", figures["records that differ"], most=0, note=note)]


def _change(folder: Path, draw: random.Random) -> None:
    """Other files with other notes; some stay as they are, some go, some come back."""
    seed = draw.randrange(3)
    write_notes(folder, draw.choice((NOTES // 2, NOTES)), FILES, PROBLEMS, seed=seed)
    for path in sorted(folder.glob("*.csv")):
        if draw.random() < 0.2:
            path.unlink()
    write_notes(folder / "always", 50, 1, 20, seed=1)


def _killed(index_path: str, url: str, after_s: float) -> bool:
    """Whether the run was still under way."""
    command = [sys.executable, "-m", "tests.benchmarks._ingestion", index_path, url, "0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        try:
            run.wait(after_s)
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            return True
    return False


def _is_half_done(ledger: StoredLedger) -> bool:
    """Whether the last kill fell between two writes of one file."""
    return any(not state.sha256 for source in ledger.sources() for state in ledger.files(source.id).values())


def _found(index_path: str) -> dict[str, str]:
    index = open_index(index_path)
    try:
        return {**index.hashes("note", TENANT), **index.hashes("bank", TENANT)}
    finally:
        index.close()


def _undisturbed(folder: Path, stored: StoredLedger) -> dict[str, str]:
    """Content hashes by id; the source keeps its id, which records' ids are made of."""
    index, ledger = MemoryIndex(load_embedder()), MemoryLedger()
    for source in stored.sources():
        ledger._sources[source.id] = source
    executor = InProcess(make_stages)
    try:
        Run(TENANT, index, ledger, executor)()
    finally:
        executor.close()
    return {**index.hashes("note", TENANT), **index.hashes("bank", TENANT)}
