"""This process' side of the forkserver: starts it, asks it for workers, and starts it again should it be killed."""

from __future__ import annotations

import contextlib
import json
import math
import os
import socket
import struct
import subprocess
import sys
import threading
from itertools import count
from multiprocessing.connection import Connection

from generation.isolation.forkserver import COMMAND, END, FORK, READY, STATUS, UNKNOWN
from generation.isolation.limits import Limits, Work

START_TIMEOUT_S = 60.0
"""A cold start on a busy machine; a warm one takes 0.2 s."""
COMMAND_TIMEOUT_S = 10.0
"""A fork takes some 2 ms."""
_BOOT = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1])['path']; "
    "from generation.isolation.forkserver import main; main()"
)

# One hash seed: sets are walked in the same order in every process, so that a result can be repeated.
_ENVIRONMENT = {"OMP_NUM_THREADS": "1", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}


class SpawnError(Exception):
    """No worker could be had."""


class Worker:
    """One worker's pipe; used by one thread at a time, hung up by any."""

    def __init__(self, number: int, pid: int, ours: socket.socket) -> None:
        self.number, self.pid, self._socket = number, pid, ours
        self.pipe = Connection(os.dup(ours.fileno()))

    def hang_up(self) -> None:
        """Whoever waits for an answer waits no longer."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Release the pipe."""
        self.pipe.close()
        self._socket.close()


class Spawner:
    """Gives and ends workers. Thread-safe. The process is started at once and waited for at the first worker."""

    def __init__(self, work: Work, limits: Limits) -> None:
        self._work, self._limits = work, limits
        self._lock = threading.Lock()
        self._numbers = count(1)
        self.is_closed = False
        self._handed_over: tuple[socket.socket, ...] = ()
        self._start()

    def fork(self) -> Worker:
        """A new worker. Raises SpawnError."""
        with self._lock:
            try:
                return self._fork()
            except OSError:
                if self.is_closed:
                    raise SpawnError("closed") from None
            try:
                self._stop()
                self._start()
                return self._fork()
            except OSError as error:
                raise SpawnError(type(error).__name__) from error

    def end(self, worker: Worker) -> int:
        """Kill a worker; how it came out, a negative number being a signal. ``UNKNOWN`` where nobody can say."""
        worker.close()
        with self._lock, contextlib.suppress(OSError):
            return self._command(END, worker.number)
        return UNKNOWN

    def close(self) -> None:
        """End the forkserver and with it every worker."""
        self.is_closed = True
        # Without the lock: another thread may be waiting for an answer, and this ends its wait.
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        with self._lock:
            self._stop()

    def forget(self) -> None:
        """In a forked child: release what belongs to the parent without ending it."""
        self._socket.close()
        for end in self._handed_over:
            end.close()  # of a worker being made: the child would keep its pipe open
        self.process.returncode = 0  # not this process' child: nothing to wait for, and nothing to warn about

    def _start(self) -> None:
        self._socket, theirs = socket.socketpair()
        self._is_ready = False
        limits = (self._limits.timeout_s, self._limits.wall_s, self._limits.memory_bytes)
        options = {
            "path": sys.path,
            "fd": theirs.fileno(),
            "target": self._work.target,
            "argument": self._work.argument,
            "preload": self._work.preload,
            "limits": limits,
        }
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-c", _BOOT, json.dumps(options)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                env=_ENVIRONMENT | {"PATH": os.environ.get("PATH", "")},
            )

    def _stop(self) -> None:
        """The forkserver ends its workers when the socket closes; a stopped one is killed, and the kernel ends them."""
        self._socket.close()
        try:
            self.process.wait(COMMAND_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _fork(self) -> Worker:
        if not self._is_ready:
            self._socket.settimeout(START_TIMEOUT_S)
            if self._socket.recv(1) != READY:
                raise ConnectionError("the forkserver did not start")
            self._socket.settimeout(COMMAND_TIMEOUT_S)
            self._is_ready = True
        ours, theirs = self._handed_over = socket.socketpair()
        with theirs:
            number = next(self._numbers)
            try:
                pid = self._command(FORK, number, theirs.fileno())
            except OSError:
                ours.close()
                raise
        _bound_waits(ours, self._limits.wall_s)
        self._handed_over = ()
        return Worker(number, pid, ours)

    def _command(self, action: int, number: int, *fds: int) -> int:
        try:
            socket.send_fds(self._socket, [COMMAND.pack(action, number)], list(fds))
            answer = self._socket.recv(STATUS.size)
        except OSError:
            self._socket.close()  # a late answer must not be taken for the next command's
            raise
        if len(answer) < STATUS.size:
            raise ConnectionError("the forkserver is gone")
        status: int = STATUS.unpack(answer)[0]
        return status


def _bound_waits(pipe: socket.socket, seconds: float) -> None:
    """A message that stops halfway, as when a worker is stopped from outside, ends in an error."""
    whole = math.ceil(seconds)
    for option in (socket.SO_SNDTIMEO, socket.SO_RCVTIMEO):
        pipe.setsockopt(socket.SOL_SOCKET, option, struct.pack("ll", whole, 0))
