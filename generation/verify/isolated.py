"""The verifier in warm worker processes, each bounded in time and memory: a bad item costs only itself.

A worker that exceeds the wall-clock limit is killed with SIGKILL and replaced; its item is undecided. Workers are
fresh interpreters, not forks of this process, so it may be used from threads, and they end when this process does.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import weakref
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from types import TracebackType

from generation.problem import Problem
from generation.verify.certificate import Certificate
from generation.verify.verifier import unverified
from generation.verify.wire import MAX_BYTES, Source, question, read_reply

TIMEOUT_S = 1.0
START_TIMEOUT_S = 60.0
"""A cold start on a busy machine; a warm one takes 0.2 s."""
MEMORY_BYTES = 1 << 30
READY = b"ready"
_BOOT = "import sys, json; sys.path[:] = json.loads(sys.argv[1])[0]; from generation.verify.worker import main; main()"


@dataclass(frozen=True, slots=True)
class _Limits:
    timeout_s: float
    start_timeout_s: float
    memory_bytes: int
    checks: str | None


class _Worker:
    """One child process and its pipe; used by one thread at a time."""

    def __init__(self, limits: _Limits) -> None:
        self._limits = limits
        self.ready = False
        self.pipe, theirs = Pipe()
        lifeline, self._lifeline = os.pipe()
        options = [sys.path, theirs.fileno(), lifeline, limits.timeout_s, limits.memory_bytes, limits.checks]
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-c", _BOOT, json.dumps(options)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(), lifeline),
                env={"OMP_NUM_THREADS": "1", "LANG": "C.UTF-8", "PATH": os.environ.get("PATH", "")},
            )
        finally:
            theirs.close()
            os.close(lifeline)

    def ask(self, body: bytes) -> bytes | str:
        """The answer, or in words why there is none; after words the worker is useless."""
        try:
            if not self.ready:
                if not self.pipe.poll(self._limits.start_timeout_s) or self.pipe.recv_bytes() != READY:
                    return "the worker did not start in time"
                self.ready = True
            self.pipe.send_bytes(body)
            if not self.pipe.poll(self._limits.timeout_s):
                return f"not finished within {self._limits.timeout_s:g} s"
            return self.pipe.recv_bytes(4 * MAX_BYTES)
        except (EOFError, OSError):
            return "the worker ended; more memory or time than an item may take"

    def end(self) -> None:
        """Kill the process and release everything."""
        self.process.kill()
        self.process.wait()
        _close(self.pipe, self._lifeline)


def _close(pipe: Connection, lifeline: int) -> None:
    pipe.close()
    os.close(lifeline)


class IsolatedVerifier:
    """A pool of warm workers. Thread-safe; close it, or use it as a context manager."""

    def __init__(
        self,
        workers: int = 2,
        timeout_s: float = TIMEOUT_S,
        *,
        start_timeout_s: float = START_TIMEOUT_S,
        memory_bytes: int = MEMORY_BYTES,
        checks: str | None = None,
    ) -> None:
        """``checks`` names other checks than the registry's as ``module:attribute``; workers import them."""
        if workers < 1:
            raise ValueError("at least one worker")
        self._limits = _Limits(timeout_s, start_timeout_s, memory_bytes, checks)
        self._size = workers
        self._alive: set[_Worker] = set()
        self._idle: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        self._lock = threading.Lock()
        self._closed = False
        for _ in range(workers):
            self._idle.put(self._started())
        self._finalizer = weakref.finalize(self, _end_all, self._alive)

    def verify(self, problem: Problem, source: Source = None, bank: Iterable[str] = ()) -> Certificate:
        """The certificate; undecided with the reason where the item took too much. Waits for an idle worker."""
        body = question(problem, source, bank)
        if len(body) > MAX_BYTES:
            return unverified(problem, f"an item of {len(body)} bytes; at most {MAX_BYTES} are verified")
        worker = self._idle.get()
        if worker is None:
            self._idle.put(None)  # for the next one who waits
            raise RuntimeError("the verifier is closed")
        answer = worker.ask(body)
        if isinstance(answer, bytes):
            self._idle.put(worker)
            return read_reply(answer)
        self._replace(worker)
        return unverified(problem, answer)

    def verify_all(self, problems: Iterable[Problem], source: Source = None) -> Iterator[Certificate]:
        """Certificates in the order of the problems, several at a time; problems are drawn as they are needed."""
        waiting: deque[Future[Certificate]] = deque()
        with ThreadPoolExecutor(self._size) as threads:
            for problem in problems:
                waiting.append(threads.submit(self.verify, problem, source))
                if len(waiting) > 2 * self._size:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def close(self) -> None:
        """End every worker; items under way come out undecided."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        self._idle.put(None)
        self._finalizer()

    def __enter__(self) -> IsolatedVerifier:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _started(self) -> _Worker:
        worker = _Worker(self._limits)
        self._alive.add(worker)
        return worker

    def _replace(self, worker: _Worker) -> None:
        """Another worker in place of a useless one, started without waiting for it."""
        with self._lock:
            if worker in self._alive:
                self._alive.discard(worker)
                worker.end()
            if not self._closed:
                self._idle.put(self._started())


def _end_all(workers: set[_Worker]) -> None:
    while workers:
        workers.pop().end()
