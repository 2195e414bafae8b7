"""The warm process from which workers are forked: it has imported everything, runs one thread and holds no text.

A fork takes some 2 ms, so a killed worker is replaced at once. This process only ever waits for its parent's commands:
it notices at once when the parent is gone, also by kill -9 and also while workers compute, and ends them all.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import json
import os
import signal
import socket
import struct
import sys
from typing import NoReturn

from generation.isolation.worker import Handler, work

READY = b"!"
FORK, END = 0, 1
COMMAND = struct.Struct("!BI")
"""What to do, and the number of the worker; a fork comes with the worker's end of its pipe."""
STATUS = struct.Struct("!i")
"""The answer: for an end how the worker came out, as ``os.waitstatus_to_exitcode`` says it."""
UNKNOWN = -1000
_PR_SET_PDEATHSIG = 1


class Forkserver:
    """Forks and ends workers as the parent commands, until the parent closes the socket."""

    def __init__(self, parent: socket.socket, handler: Handler, limits: tuple[float, float, int]) -> None:
        self._parent, self._handler, self._limits = parent, handler, limits
        self._workers: dict[int, int] = {}
        self._libc = ctypes.CDLL(None) if sys.platform == "linux" else None

    def serve(self) -> None:
        """Answer commands; at the end no worker is left."""
        try:
            while True:
                command, fds, _, _ = socket.recv_fds(self._parent, COMMAND.size, 1)
                if len(command) < COMMAND.size:
                    return
                action, number = COMMAND.unpack(command)
                status = self._fork(number, fds[0]) if action == FORK else self._end(number)
                self._parent.sendall(STATUS.pack(status))
        except OSError:
            return  # the parent is gone
        finally:
            for number in tuple(self._workers):
                self._end(number)

    def _fork(self, number: int, pipe: int) -> int:
        me = os.getpid()
        pid = os.fork()
        if pid == 0:
            self._become_worker(me, pipe)
        os.close(pipe)
        self._workers[number] = pid
        return pid

    def _become_worker(self, forkserver: int, pipe: int) -> NoReturn:
        """Compute until told to end; nothing of this process' own work is done in the child."""
        code = 1
        try:
            self._parent.close()
            if self._libc is not None:  # the kernel ends the worker should this process be killed
                self._libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
            if os.getppid() == forkserver:
                work(pipe, self._handler, *self._limits)
                code = 0
        finally:
            os._exit(code)

    def _end(self, number: int) -> int:
        pid = self._workers.pop(number, None)
        if pid is None:
            return UNKNOWN
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)  # not waited for yet, so the number is still this worker's
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def main() -> None:
    """Entry point of the process; the options come as one JSON object."""
    options = json.loads(sys.argv[1])
    sys.path[:] = options["path"]
    # A terminal's or a service manager's signals to the whole group are the parent's to handle; it ends this process.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    module, _, name = options["target"].partition(":")
    handler = getattr(importlib.import_module(module), name)(options["argument"])
    for preloaded in options["preload"]:
        importlib.import_module(preloaded)
    gc.collect()
    gc.freeze()  # a collection in a worker would otherwise copy every shared page
    with socket.socket(fileno=options["fd"]) as parent:
        parent.sendall(READY)
        Forkserver(parent, handler, tuple(options["limits"])).serve()
