"""A worker: takes one item after the other from its pipe and computes within the limits of each."""

from __future__ import annotations

import resource
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection

Handler = Callable[[bytes], bytes]
MORE, LAST = b"+", b"."
"""First byte of an answer: whether the worker takes another item."""
_GRACE = 2.0
"""A worker that nobody kills is ended by the kernel after so many times the wall-clock limit."""
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


def work(pipe: int, handler: Handler, timeout_s: float, wall_s: float, memory_bytes: int) -> None:
    """Answer until the other end is closed, or until an item has made this process large."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    connection = Connection(pipe)
    while True:
        try:
            question = connection.recv_bytes()
        except (EOFError, OSError):
            return
        # No handlers: the default action ends the process even while C code holds the interpreter.
        signal.setitimer(signal.ITIMER_PROF, timeout_s)
        signal.setitimer(signal.ITIMER_REAL, wall_s * _GRACE)
        answer = handler(question)
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        is_large = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT > memory_bytes // 2
        connection.send_bytes((LAST if is_large else MORE) + answer)
        if is_large:
            return
