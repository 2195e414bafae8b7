"""Calls in warm processes that are killed when they take too long: what a posted text costs is not known beforehand.

Expanding sixty factors or diagnosing a sum of sixty powers takes minutes; a thread could not be stopped, a process can.
Arguments and results are pickled between this process and its own children only; nothing from outside is unpickled.
"""

from __future__ import annotations

import importlib
import pickle
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import ParamSpec, TypeVar

from generation.expression.errors import ExpressionError
from generation.isolation.limits import Ended, Limits, Work
from generation.isolation.pool import Pool
from generation.isolation.worker import Handler

P = ParamSpec("P")
T = TypeVar("T")
MEMORY_BYTES = 2 << 30
WALL_FACTOR = 2.0
"""Time on the clock for each second of processor time: somebody waits for the answer."""
PRELOAD = ("generation.diagnose.diagnosis", "generation.symbolic.engine")


class OutOfBoundsError(Exception):
    """The call took too long or too much memory, or ended in an error that bad input explains; the text says which."""


class BoundedPool:
    """A few child processes. Thread-safe; close it, or use it as a context manager."""

    def __init__(
        self, workers: int, timeout_s: float, *, memory_bytes: int = MEMORY_BYTES, warm: str | None = None
    ) -> None:
        """``timeout_s`` is processor time; on the clock a call may take twice as much.

        ``warm`` names, as ``module:function``, what is called once before the children are made: they share it.
        """
        limits = Limits(timeout_s, timeout_s * WALL_FACTOR, memory_bytes)
        self._pool = Pool(Work("service.bounded:calling", warm, PRELOAD), limits, workers)

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a module-level function gives for these arguments. Raises OutOfBoundsError."""
        answer = self._pool.submit(pickle.dumps((function, args, kwargs))).result()
        if isinstance(answer, Ended):
            raise OutOfBoundsError(answer.reason)
        kind, value = pickle.loads(answer)
        if kind == "refused":
            raise OutOfBoundsError(str(value))
        if kind == "fault":
            raise RuntimeError(f"in a worker: {value}")
        result: T = value
        return result

    def close(self) -> None:
        """End every child; calls under way end in OutOfBoundsError."""
        self._pool.close()

    def __enter__(self) -> BoundedPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def calling(warm: str | None) -> Handler:
    """What a child does with a call; ``warm`` as in :class:`BoundedPool`."""
    if warm is not None:
        module, _, name = warm.partition(":")
        getattr(importlib.import_module(module), name)()
    return lambda question: pickle.dumps(_answer(question))


def _answer(question: bytes) -> tuple[str, object]:
    try:
        function, args, kwargs = pickle.loads(question)
        return "done", function(*args, **kwargs)
    except (ExpressionError, RecursionError, MemoryError, OverflowError) as error:
        return "refused", f"{type(error).__name__}: {error}"[:300]
    except Exception as error:  # noqa: BLE001 - raised again by the parent; its message may quote a student
        frames = traceback.extract_tb(error.__traceback__)[-3:]
        return "fault", f"{type(error).__name__} at " + ", ".join(f"{f.filename}:{f.lineno}" for f in frames)
