"""Chunks give the same in a pool of processes as here; a dead worker breaks a run off and nothing more."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from ingest.cleaning import identify
from ingest.columns import Columns
from ingest.executors import InProcess, Processes
from ingest.readers.row import Row
from ingest.roster import Roster
from ingest.run import Run
from ingest.stages import Chunk, Stages, Task
from tests.adapters.ingestion import TENANT, Academy, HashedEmbedder, TableOfKeys

ROOT = Path(__file__).parents[3]
make = partial(Stages, HashedEmbedder, TableOfKeys)


class Dying(TableOfKeys):
    """Ends its process at a certain key."""

    def refuted(self, keys: Sequence[tuple[str, str]]) -> list[bool]:
        if any(key == "deadly" for _, key in keys):
            os._exit(1)
        return super().refuted(keys)


def chunks(count: int) -> Iterator[Chunk]:
    for number in range(count):
        rows = [Row(n, {"문제": f"${number}+{n}$을 계산하시오.", "학생답": "3", "정답": "2"}) for n in range(5)]
        tasks = [Task(identify(row, Columns(), "scope", "settings")) for row in rows]
        yield Chunk(TENANT, Columns(), Roster(), tasks)


def test_a_pool_gives_the_same_in_the_same_order() -> None:
    pool, here = Processes(make, 2), InProcess(make)
    try:
        found, expected = list(pool.run(chunks(9))), list(here.run(chunks(9)))
        again = list(pool.run(chunks(5)))
    finally:
        pool.close()
    told = [[(one.task.identified.id, one.content_hash) for one in result.done] for result in found]
    assert told == [[(one.task.identified.id, one.content_hash) for one in result.done] for result in expected]
    assert told[:5] == [[(one.task.identified.id, one.content_hash) for one in result.done] for result in again]
    for ours, theirs in zip(found, expected, strict=True):
        for one, other in zip(ours.done, theirs.done, strict=True):
            assert one.prepared is not None
            assert other.prepared is not None
            assert one.prepared.record == other.prepared.record
            assert (one.prepared.vector == other.prepared.vector).all()


def test_little_work_starts_no_process() -> None:
    before = set(multiprocessing.active_children())
    pool = Processes(make, 2)
    assert len(list(pool.run(chunks(3)))) == 3
    assert set(multiprocessing.active_children()) == before
    pool.close()


def test_a_worker_that_dies_breaks_the_run_off_and_the_next_one_goes_on(tmp_path: Path) -> None:
    rows = [f"{n},${n}+1$을 계산하시오.,3,{'deadly' if n == 1900 else 2}\n" for n in range(2500)]
    file = tmp_path / "a.csv"
    file.write_text("관리번호,문제,학생답,정답\n" + "".join(rows), "utf-8")
    academy = Academy()
    academy.ledger.add_source(str(file), {}, None)
    pool = Processes(partial(Stages, HashedEmbedder, Dying), 2)
    try:
        report = Run(TENANT, academy.index, academy.ledger, pool)()
    finally:
        pool.close()
    assert (report.status, report.exit_code) == ("failed", 1)
    assert report.problems[0].startswith("BrokenProcessPool")
    assert academy.run().status == "done"
    assert len(academy.rows()) == 2500


def test_workers_end_with_their_parent() -> None:
    code = (
        "import multiprocessing, time\n"
        "from tests.unit.ingest.test_executors import Processes, chunks, make\n"
        "if __name__ == '__main__':\n"
        "    pool = Processes(make, 2)\n"
        "    list(pool.run(chunks(5)))\n"
        "    print(*[one.pid for one in multiprocessing.active_children()], flush=True)\n"
        "    time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT) as parent:
        assert parent.stdout is not None
        workers = [int(pid) for pid in parent.stdout.readline().split()]
        parent.send_signal(signal.SIGKILL)
    assert len(workers) == 2
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{pid}").exists() for pid in workers):
        assert time.monotonic() < deadline
        time.sleep(0.1)
