"""A worker process: reads questions from its pipe, answers with certificates, and never outlives its parent."""

from __future__ import annotations

import importlib
import json
import os
import resource
import signal
import sys
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection

from generation.verify.checks.registry import CHECKS, Check
from generation.verify.verifier import unverified, verify
from generation.verify.wire import MAX_BYTES, read_question, reply

READY = b"ready"
GRACE = 3.0
"""A worker that the parent failed to kill is ended by the kernel after so many times the limit."""


def serve(question_fd: int, lifeline_fd: int, timeout_s: float, memory_bytes: int, checks: str | None) -> None:
    """Answer until the parent closes the pipe."""
    _bound(memory_bytes)
    threading.Thread(target=_die_with_parent, args=(lifeline_fd,), daemon=True).start()
    chosen = _load(checks)
    pipe = Connection(question_fd)
    _warm_up()
    pipe.send_bytes(READY)
    while True:
        try:
            body = pipe.recv_bytes(MAX_BYTES)
        except (EOFError, OSError):
            return
        # No handler: the default action ends the process even while C code holds the interpreter.
        signal.setitimer(signal.ITIMER_REAL, timeout_s * GRACE)
        answer = _answer(body, chosen)
        signal.setitimer(signal.ITIMER_REAL, 0)
        pipe.send_bytes(answer)


def _answer(body: bytes, checks: Sequence[tuple[str, Check]]) -> bytes:
    problem, source, bank = read_question(body)
    try:
        certificate = verify(problem, source, bank, checks)
    except Exception as error:  # noqa: BLE001 - a fault of a check must not be read as a verdict; its text stays here
        certificate = unverified(problem, f"a check failed to run: {type(error).__name__}")
    return reply(certificate)


def _load(checks: str | None) -> Sequence[tuple[str, Check]]:
    if checks is None:
        return CHECKS
    module, _, name = checks.partition(":")
    loaded: Sequence[tuple[str, Check]] = getattr(importlib.import_module(module), name)
    return loaded


def _bound(memory_bytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle


def _die_with_parent(lifeline_fd: int) -> None:
    """Block until the parent's end is closed, which the kernel does even on kill -9."""
    os.read(lifeline_fd, 1)
    os._exit(0)


def _warm_up() -> None:
    """Load what is imported late, so that no item pays for it."""
    import generation.expression.numeric  # noqa: F401 - mpmath takes 0.1 s


def main() -> None:
    """Entry point of the child; the arguments come as one JSON list, the first its import path."""
    path, question_fd, lifeline_fd, timeout_s, memory_bytes, checks = json.loads(sys.argv[1])
    sys.path[:] = path
    serve(question_fd, lifeline_fd, timeout_s, memory_bytes, checks)
