"""Calls in warm processes that are killed when they take too long: what a posted text costs is not known beforehand.

Expanding sixty factors or diagnosing a sum of sixty powers takes minutes; a thread could not be stopped, a process can.
Arguments and results are pickled between this process and its own children only; nothing from outside is unpickled.
"""

from __future__ import annotations

import json
import os
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from multiprocessing import Pipe
from types import TracebackType
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
MEMORY_BYTES = 2 << 30
START_TIMEOUT_S = 60.0
"""A cold start on a busy machine; a warm one takes 0.3 s."""
_BOOT = "import sys, json; sys.path[:] = json.loads(sys.argv[1])[0]; from service.bounded_child import main; main()"


class OutOfBoundsError(Exception):
    """The call took too long or too much memory, or ended in an error that bad input explains; the text says which."""


class BoundedPool:
    """A few child processes. Thread-safe; close it, or use it as a context manager."""

    def __init__(self, workers: int, timeout_s: float, *, memory_bytes: int = MEMORY_BYTES) -> None:
        self._timeout_s = timeout_s
        self._memory_bytes = memory_bytes
        self._lock = threading.Lock()
        self._closed = False
        self._alive: set[_Child] = set()
        self._idle: queue.LifoQueue[_Child | None] = queue.LifoQueue()
        for _ in range(workers):
            self._start()

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a module-level function gives for these arguments. Raises OutOfBoundsError."""
        child = self._idle.get()
        if child is None:
            self._idle.put(None)  # for the next one who waits
            raise RuntimeError("the pool is closed")
        try:
            kind, value = child.ask(pickle.dumps((function, args, kwargs)), self._timeout_s)
        except OutOfBoundsError:
            self._end(child)
            self._start()
            raise
        self._idle.put(child)
        if kind == "refused":
            raise OutOfBoundsError(str(value))
        if kind == "fault":
            raise RuntimeError(f"in a worker: {value}")
        result: T = value  # type: ignore[assignment]  # what the function gave, through pickle
        return result

    def close(self) -> None:
        """End every child; calls under way end in OutOfBoundsError."""
        with self._lock:
            self._closed = True
            children, self._alive = self._alive, set()
        self._idle.put(None)
        for child in children:
            child.end()

    def __enter__(self) -> BoundedPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start(self) -> None:
        with self._lock:
            if not self._closed:
                child = _Child(self._timeout_s, self._memory_bytes)
                self._alive.add(child)
                self._idle.put(child)

    def _end(self, child: _Child) -> None:
        with self._lock:
            is_ours = child in self._alive
            self._alive.discard(child)
        if is_ours:
            child.end()


class _Child:
    """One process and its pipe, used by one thread at a time.

    A fresh interpreter and not a fork: the parent has threads.
    """

    def __init__(self, timeout_s: float, memory_bytes: int) -> None:
        self._is_ready = False
        self._pipe, theirs = Pipe()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _BOOT, json.dumps([sys.path, theirs.fileno(), timeout_s, memory_bytes])],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                env={"OMP_NUM_THREADS": "1", "LANG": "C.UTF-8", "PATH": os.environ.get("PATH", "")},
            )
        finally:
            theirs.close()

    def ask(self, question: bytes, timeout_s: float) -> tuple[str, object]:
        try:
            if not self._is_ready:
                if not self._pipe.poll(START_TIMEOUT_S) or self._pipe.recv_bytes() != b"ready":
                    raise OutOfBoundsError("the worker did not start in time")
                self._is_ready = True
            self._pipe.send_bytes(question)
            if not self._pipe.poll(timeout_s):
                raise OutOfBoundsError(f"not finished within {timeout_s:g} s")
            answer: tuple[str, object] = pickle.loads(self._pipe.recv_bytes())
        except (EOFError, OSError) as error:
            raise OutOfBoundsError("more memory or time than it may take") from error
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._pipe.close()
