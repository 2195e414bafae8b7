"""Items that are given up at any moment: before they have a worker, while they get one, while they are worked on."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generation.isolation import spawner
from generation.isolation.limits import Limits, Work
from generation.isolation.pool import Pool
from generation.isolation.worker import Handler

PATIENT = Limits(600.0, 600.0, 1 << 30)


def sleeping(_: str | None) -> Handler:
    """A handler that never ends where it is told to sleep."""

    def handle(body: bytes) -> bytes:
        if body == b"sleep":
            time.sleep(600)
        return body

    return handle


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool(Work(f"{__name__}:sleeping"), PATIENT, workers=1)
    yield pool
    pool.close()


def test_an_item_given_up_while_its_worker_is_made_is_not_begun(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pool.submit(b"a").result(60) == b"a"
    asked, may_go_on, fork = threading.Event(), threading.Event(), spawner.Spawner.fork

    def slow(self: spawner.Spawner) -> spawner.Worker:
        asked.set()
        assert may_go_on.wait(60)
        return fork(self)

    [idle] = pool.worker_pids()
    os.kill(idle, signal.SIGKILL)
    while Path(f"/proc/{idle}/stat").read_text("utf-8").rpartition(") ")[2][0] != "Z":
        time.sleep(0.01)
    monkeypatch.setattr(spawner.Spawner, "fork", slow)
    given_up = pool.submit(b"sleep")
    assert asked.wait(60)
    assert given_up.cancel()
    may_go_on.set()
    assert pool.submit(b"b").result(60) == b"b"


def test_items_given_up_at_any_moment_hold_up_none_after_them(pool: Pool) -> None:
    for number in range(40):
        given_up = pool.submit(b"sleep")
        time.sleep(number / 20_000)
        assert given_up.cancel()
        assert pool.submit(b"%d" % number).result(60) == b"%d" % number
