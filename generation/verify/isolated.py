"""The verifier in warm worker processes, each bounded in time and memory: a bad item costs only itself.

Items may come from threads and from asyncio. An item that takes too much is undecided with the reason; its worker is
killed and another one, forked from a warm process, takes its place within milliseconds. The processes end when this
one does, however it ends.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Generator, Hashable, Iterable
from concurrent.futures import Future
from types import TracebackType

from generation.isolation.limits import WALL_FACTOR, Ended, Limits, Work
from generation.isolation.pool import Answer, Pool
from generation.problem import Problem
from generation.verify.certificate import Certificate
from generation.verify.compared import Source
from generation.verify.verifier import unverified
from generation.verify.wire import MAX_BYTES, question, read_reply

TIMEOUT_S = 1.0
"""Of processor time; school items take milliseconds."""
MEMORY_BYTES = 1 << 30
_WINDOW = 4
"""Items of a batch that are drawn ahead for each worker."""


class IsolatedVerifier:
    """A pool of warm workers. Thread-safe; close it, or use it as a context manager. May be used after a fork."""

    def __init__(
        self,
        workers: int = 2,
        timeout_s: float = TIMEOUT_S,
        *,
        wall_s: float | None = None,
        memory_bytes: int = MEMORY_BYTES,
        reserved: int = 0,
        preload: tuple[str, ...] = (),
        checks: str | None = None,
    ) -> None:
        """``timeout_s`` is processor time; ``wall_s`` the clock's, five times as much where not given.

        ``reserved`` workers take no items of batches. ``preload`` names modules to import before the first item.
        ``checks`` names other checks than the registry's as ``module:attribute``; workers import them.
        """
        limits = Limits(timeout_s, timeout_s * WALL_FACTOR if wall_s is None else wall_s, memory_bytes)
        work = Work("generation.verify.worker:answering", checks, preload)
        self._ahead = _WINDOW * workers
        self._pool = Pool(work, limits, workers, reserved)

    def submit(
        self, problem: Problem, source: Source = None, bank: Iterable[str] = (), *, batch: Hashable | None = None
    ) -> Future[Certificate]:
        """The certificate to come; cancelling it kills what is under way.

        Items with the same ``batch`` take turns with all others, item by item. Raises RuntimeError once closed.
        """
        against = tuple(bank)
        certificate: Future[Certificate] = Future()
        body = question(problem, source, against)
        if len(body) > MAX_BYTES:
            reason = f"an item of {len(body)} bytes; at most {MAX_BYTES} are verified"
            certificate.set_result(unverified(problem, reason, source, against))
            return certificate
        answer = self._pool.submit(body, batch)

        def read(answered: Answer) -> Certificate:
            if isinstance(answered, Ended):
                return unverified(problem, answered.reason, source, against)
            return read_reply(answered)

        def settle(done: Future[Answer]) -> None:
            if done.cancelled() or not certificate.set_running_or_notify_cancel():
                return
            try:
                certificate.set_result(read(done.result()))
            except Exception as error:  # noqa: BLE001 - whoever waits for the certificate gets it
                certificate.set_exception(error)

        answer.add_done_callback(settle)
        certificate.add_done_callback(lambda done: answer.cancel() if done.cancelled() else None)
        return certificate

    def verify(
        self, problem: Problem, source: Source = None, bank: Iterable[str] = (), *, batch: Hashable | None = None
    ) -> Certificate:
        """The certificate; undecided with the reason where the item took too much. Waits for its turn."""
        return self.submit(problem, source, bank, batch=batch).result()

    async def averify(
        self, problem: Problem, source: Source = None, bank: Iterable[str] = (), *, batch: Hashable | None = None
    ) -> Certificate:
        """The same in asyncio, without a thread; cancelling the task frees the worker."""
        return await asyncio.wrap_future(self.submit(problem, source, bank, batch=batch))

    def verify_all(self, problems: Iterable[Problem], source: Source = None) -> Generator[Certificate]:
        """Certificates in the order of the problems, on all workers; problems are drawn as they are needed.

        Closing the generator cancels what is under way.
        """
        waiting: deque[Future[Certificate]] = deque()
        batch = object()
        try:
            for problem in problems:
                waiting.append(self.submit(problem, source, batch=batch))
                if len(waiting) > self._ahead:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()

    def close(self) -> None:
        """End every worker; items under way and waiting come out undecided."""
        self._pool.close()

    def worker_pids(self) -> list[int]:
        """The processes that compute, for whoever watches them."""
        return self._pool.worker_pids()

    def __enter__(self) -> IsolatedVerifier:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
