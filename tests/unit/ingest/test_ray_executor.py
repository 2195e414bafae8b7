"""The stages on Ray Data give what they give here; runs where the extra is installed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ingest.cleaning import identify
from ingest.columns import Columns
from ingest.executors import InProcess
from ingest.readers.row import Row
from ingest.roster import Roster
from ingest.stages import Chunk, Stages, Task
from tests.adapters.ingestion import HashedEmbedder, TableOfKeys

ray = pytest.importorskip("ray", reason="the extra ray is not installed")


def make() -> Stages:
    return Stages(HashedEmbedder, TableOfKeys)


def chunks() -> Iterator[Chunk]:
    for number in range(9):
        rows = [Row(n, {"문제": f"${number}+{n}$을 계산하시오.", "학생답": "3"}) for n in range(5)]
        tasks = [Task(identify(row, Columns(), "scope", "settings")) for row in rows]
        yield Chunk("academy", Columns(), Roster(), tasks)


@pytest.mark.filterwarnings("default")  # Ray warns of its own settings
def test_ray_gives_the_same_in_the_same_order() -> None:
    from ingest.ray_executor import LOCAL, OnRay

    executor = OnRay(make, LOCAL, actors=2)
    try:
        found = list(executor.run(chunks()))
    finally:
        executor.close()
    expected = list(InProcess(make).run(chunks()))
    assert [[one.content_hash for one in result.done] for result in found] == [
        [one.content_hash for one in result.done] for result in expected
    ]
