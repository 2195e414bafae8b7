"""Where chunks go through the stages: in this process, or in a pool of processes."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Protocol

from ingest.stages import Chunk, Result, Stages

MakeStages = Callable[[], Stages]
_AHEAD = 2
"""Chunks that wait for each worker."""
_WORTH_A_POOL = 3
"""Chunks: a worker takes some four seconds to load the analyser, as long as three chunks take here."""


class Executor(Protocol):
    """Gives the results in the order of the chunks, drawing chunks ahead of them."""

    def run(self, chunks: Iterator[Chunk]) -> Iterator[Result]:
        """Raises what a stage raises."""

    def close(self) -> None:
        """End what was started."""


class InProcess:
    """One after the other, here; the stages are made with the first chunk."""

    def __init__(self, make: MakeStages) -> None:
        self._make = make
        self._stages: Stages | None = None

    def run(self, chunks: Iterator[Chunk]) -> Iterator[Result]:
        for chunk in chunks:
            self._stages = self._stages or self._make()
            yield self._stages(chunk)

    def close(self) -> None:
        if self._stages is not None:
            self._stages.close()


class Processes:
    """A pool of ``workers``, started when there is work enough for it; the caller is the single writer."""

    def __init__(self, make: MakeStages, workers: int) -> None:
        self._make, self._workers = make, workers
        self._here = InProcess(make)
        self._pool: ProcessPoolExecutor | None = None

    def run(self, chunks: Iterator[Chunk]) -> Iterator[Result]:
        first: deque[Chunk] = deque()
        for chunk in chunks:
            first.append(chunk)
            if len(first) > _WORTH_A_POOL:
                break
        else:
            yield from self._here.run(iter(first))
            return
        pool = self._started()
        waiting: deque[Future[Result]] = deque(pool.submit(_through, chunk) for chunk in first)
        for chunk in chunks:
            waiting.append(pool.submit(_through, chunk))
            while len(waiting) > _AHEAD * self._workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def close(self) -> None:
        self._here.close()
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Not by fork: the client of Milvus and the database have threads here.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._workers, context, _start, (self._make,))
        return self._pool


_STAGES: Stages | None = None


def _start(make: MakeStages) -> None:
    """In a worker: end with the parent, however it ends, and make the stages."""
    global _STAGES
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _STAGES = make()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _through(chunk: Chunk) -> Result:
    assert _STAGES is not None
    return _STAGES(chunk)
