"""A pool of warm workers: items come from any thread, answers are futures, and a bad item costs only itself."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import weakref
from collections.abc import Hashable
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass, field
from functools import partial

from generation.isolation.limits import Ended, Limits, Work
from generation.isolation.spawner import Spawner, SpawnError, Worker
from generation.isolation.turns import Turns
from generation.isolation.worker import LAST

Answer = bytes | Ended
CLOSED = Ended("shut down before it was finished")
NO_WORKER = Ended("the worker did not start in time")
_CANCELLED = Ended("cancelled")


@dataclass(eq=False, slots=True)
class _Job:
    body: bytes
    future: Future[Answer] = field(default_factory=Future)


class Pool:
    """Thread-safe; usable again in a forked child, which starts workers of its own. Close it."""

    def __init__(self, work: Work, limits: Limits, workers: int, reserved: int = 0) -> None:
        """``reserved`` of the ``workers`` take no items of batches."""
        if workers < 1 or not 0 <= reserved < workers:
            raise ValueError("at least one worker, and one that is not reserved")
        self._make = partial(_Crew, work, limits, workers, workers - reserved)
        self._starting = threading.Lock()
        self._closed = False
        self._crew: _Crew | None = None
        self._started()
        _POOLS.add(self)

    def submit(self, body: bytes, batch: Hashable | None = None) -> Future[Answer]:
        """The answer to come. Items of a batch take turns with others item by item.

        Cancelling the future takes the item out of the queue, or kills its worker where it is under way.
        Raises RuntimeError where the pool is closed.
        """
        return self._started().submit(_Job(body), batch)

    def close(self) -> None:
        """End every worker. Items under way and waiting come out as ended."""
        with self._starting:
            self._closed = True
            if self._crew is not None:
                self._finalizer()

    def worker_pids(self) -> list[int]:
        """The processes that compute, for whoever watches them."""
        return [lane.worker.pid for lane in self._started().lanes if lane.worker is not None]

    def forget(self) -> None:
        """After a fork, in the child: the processes are the parent's; the first item starts others."""
        self._starting = threading.Lock()
        if self._crew is not None:
            self._finalizer.detach()
            self._crew.forget()
            self._crew = None

    def _started(self) -> _Crew:
        with self._starting:
            if self._closed:
                raise RuntimeError("the pool is closed")
            if self._crew is None:
                self._crew = self._make()
                self._finalizer = weakref.finalize(self, _Crew.close, self._crew)
            return self._crew


class _Crew:
    """The workers of one process, each with a thread that hands it items."""

    def __init__(self, work: Work, limits: Limits, workers: int, batch_limit: int) -> None:
        self._spawner = Spawner(work, limits)
        self._turns: Turns[_Job] = Turns(batch_limit)
        self._closing = threading.Lock()
        self.lanes = [_Lane(self._turns, self._spawner, limits) for _ in range(workers)]
        for lane in self.lanes:
            lane.start()

    def submit(self, job: _Job, batch: Hashable | None) -> Future[Answer]:
        job.future.add_done_callback(lambda future: self._stop_cancelled(job))
        if not self._turns.put(job, batch):
            raise RuntimeError("the pool is closed")
        return job.future

    def close(self) -> None:
        with self._closing:
            for job in self._turns.close():
                _settle(job, CLOSED)
            self._spawner.close()
            for lane in self.lanes:
                if lane is not threading.current_thread():
                    lane.join()

    def forget(self) -> None:
        self._spawner.forget()
        for lane in self.lanes:
            if lane.worker is not None:
                lane.worker.close()

    def _stop_cancelled(self, job: _Job) -> None:
        if job.future.cancelled():
            for lane in self.lanes:
                lane.stop(job)


class _Lane(threading.Thread):
    """One worker at a time, and the item that it has."""

    def __init__(self, turns: Turns[_Job], spawner: Spawner, limits: Limits) -> None:
        super().__init__(name="isolated-worker", daemon=True)
        self._turns, self._spawner, self._limits = turns, spawner, limits
        self._lock = threading.Lock()
        self._job: _Job | None = None
        self.worker: Worker | None = None

    def run(self) -> None:
        self._renew()
        while (turn := self._turns.take()) is not None:
            answer = self._answer(turn.item)
            self._turns.done(turn)
            _settle(turn.item, answer)
            if self.worker is None:
                self._renew()
        self._drop()

    def stop(self, job: _Job) -> None:
        """Wait no longer for this item, if it is the one under way."""
        with self._lock:
            if self._job is job and self.worker is not None:
                self.worker.hang_up()

    def _renew(self) -> None:
        """Have a worker before the next item comes; without one the item's own attempt says why."""
        with contextlib.suppress(SpawnError):
            self.worker = self._spawner.fork()

    def _answer(self, job: _Job) -> Answer:
        with self._lock:
            self._job = job
        try:
            worker = self._ready()
            if job.future.cancelled():
                return _CANCELLED  # before this lane had the job, or a worker: nobody could be stopped
            return NO_WORKER if worker is None else self._exchange(worker, job.body)
        finally:
            with self._lock:
                self._job = None

    def _ready(self) -> Worker | None:
        if self.worker is not None and self.worker.pipe.poll():
            self._drop()  # an idle worker says nothing: this one was killed from outside, or hung up on
        if self.worker is None:
            self._renew()
        return self.worker

    def _exchange(self, worker: Worker, body: bytes) -> Answer:
        try:
            worker.pipe.send_bytes(body)
            if not worker.pipe.poll(self._limits.wall_s):
                self._drop()
                return Ended(f"not finished within {self._limits.wall_s:g} s")
            answer = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            status = self._drop()
            return CLOSED if self._spawner.is_closed else self._reason(status)
        if answer[:1] == LAST:
            self._drop()
        return answer[1:]

    def _reason(self, status: int) -> Ended:
        if status == -signal.SIGPROF:
            return Ended(f"not finished within {self._limits.timeout_s:g} s of processor time")
        return Ended("the worker ended; more memory or time than an item may take")

    def _drop(self) -> int:
        with self._lock:
            worker, self.worker = self.worker, None
        return 0 if worker is None else self._spawner.end(worker)


def _settle(job: _Job, answer: Answer) -> None:
    with contextlib.suppress(InvalidStateError):  # cancelled
        job.future.set_result(answer)


_POOLS: weakref.WeakSet[Pool] = weakref.WeakSet()


def _forget_in_child() -> None:
    for pool in tuple(_POOLS):
        pool.forget()


os.register_at_fork(after_in_child=_forget_in_child)
