"""A child of :mod:`service.bounded`: runs what it is asked, answers, and never outlives its parent for long."""

from __future__ import annotations

import json
import pickle
import resource
import signal
import sys
import traceback
from multiprocessing.connection import Connection

from generation.expression.errors import ExpressionError

GRACE = 3.0
"""A child that the parent failed to kill is ended by the kernel after so many times the limit."""


def main() -> None:
    """Entry point; the arguments come as one JSON list, the first its import path."""
    path, fd, timeout_s, memory_bytes = json.loads(sys.argv[1])
    sys.path[:] = path
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    pipe = Connection(fd)
    _warm_up()
    pipe.send_bytes(b"ready")
    while True:
        try:
            question = pipe.recv_bytes()
        except (EOFError, OSError):
            return  # the parent is gone
        # No handler: the default action ends the process even while C code holds the interpreter.
        signal.setitimer(signal.ITIMER_REAL, timeout_s * GRACE)
        answer = pickle.dumps(_answer(question))
        signal.setitimer(signal.ITIMER_REAL, 0)
        pipe.send_bytes(answer)


def _answer(question: bytes) -> tuple[str, object]:
    try:
        function, args, kwargs = pickle.loads(question)
        return "done", function(*args, **kwargs)
    except (ExpressionError, RecursionError, MemoryError, OverflowError) as error:
        return "refused", f"{type(error).__name__}: {error}"[:300]
    except Exception as error:  # noqa: BLE001 - raised again by the parent; its message may quote a student
        frames = traceback.extract_tb(error.__traceback__)[-3:]
        return "fault", f"{type(error).__name__} at " + ", ".join(f"{f.filename}:{f.lineno}" for f in frames)


def _warm_up() -> None:
    """Import what every question needs, so that no question pays for it."""
    import generation.diagnose.diagnosis
    import generation.symbolic.engine  # noqa: F401
