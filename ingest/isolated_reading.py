"""Reading in a process of its own where a library could hang or burst: documents, workbooks, PDF."""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from ingest.columns import Columns
from ingest.errors import UnreadableSource
from ingest.readers.kinds import PLAIN, kind_of, read_rows
from ingest.readers.row import BadRow, Row

TIMEOUT_S = 300.0
"""Without a sign of life; a workbook of 300,000 rows takes a minute."""
MEMORY_BYTES = 4 << 30
_BATCH = 2_000


class BoundedReader:
    """Reads file after file in one child process; a file that takes too much costs that process only. Close it."""

    def __init__(self, timeout_s: float = TIMEOUT_S, memory_bytes: int = MEMORY_BYTES) -> None:
        self._timeout_s, self._memory_bytes = timeout_s, memory_bytes
        self._child: BaseProcess | None = None
        self._wire: Connection | None = None

    def read(self, name: str, data: bytes, columns: Columns) -> list[Row | BadRow]:
        """All rows of a file: none where it is wholly wrong, so that no half of it is ever taken.

        Raises UnreadableSource also where reading takes too long, or too much memory.
        """
        if kind_of(name) is None or kind_of(name) in PLAIN:
            return list(read_rows(name, data, columns))
        try:
            return list(self._received(name, data, columns))
        except (EOFError, BrokenPipeError, ConnectionResetError) as error:
            self.close()
            raise UnreadableSource("could not be read to its end; is it damaged? save it again") from error

    def close(self) -> None:
        """End the child."""
        if self._wire is not None:
            self._wire.close()
        if self._child is not None:
            self._child.kill()
            self._child.join()
        self._child = self._wire = None

    def _received(self, name: str, data: bytes, columns: Columns) -> Iterator[Row | BadRow]:
        wire = self._started()
        wire.send((name, data, columns))
        while True:
            if not wire.poll(self._timeout_s):
                self.close()
                raise UnreadableSource(f"takes more than {self._timeout_s:.0f} s to read; is it damaged? save it again")
            rows, fault, is_last = wire.recv()
            yield from rows
            if fault is not None:
                raise UnreadableSource(fault)
            if is_last:
                return

    def _started(self) -> Connection:
        if self._wire is None:
            context = multiprocessing.get_context("spawn")
            self._wire, theirs = context.Pipe()
            self._child = context.Process(target=_serve, args=(theirs, self._memory_bytes), daemon=True)
            self._child.start()
            theirs.close()
        return self._wire


def _serve(wire: Connection, memory_bytes: int) -> None:
    """In the child: read what is asked for, until the parent hangs up."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    while True:
        try:
            name, data, columns = wire.recv()
        except (EOFError, ConnectionResetError):
            return
        batch: list[Row | BadRow] = []
        fault = None
        try:
            for row in read_rows(name, data, columns):
                batch.append(row)
                if len(batch) == _BATCH:
                    wire.send((batch, None, False))
                    batch = []
        except UnreadableSource as error:
            fault = str(error)
        except (MemoryError, RecursionError) as error:
            fault = f"is beyond what is read ({type(error).__name__}); split it"
        except BrokenPipeError:
            return
        except Exception as error:  # noqa: BLE001 - libraries raise anything for a damaged file, and it is only this file
            fault = f"cannot be read ({type(error).__name__}); is it damaged? save it again"
        wire.send((batch, fault, True))
