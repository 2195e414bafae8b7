"""The single writer: rows into the index and out of it, each written down before and after."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from ingest.ledger import Entry, Ledger
from ingest.report import Seconds
from ingest.stages import Done
from retrieval.errors import IndexUnavailable
from retrieval.hit import Kind
from retrieval.index import Index

PATIENCE_S = 120.0
"""How long an index that went away is waited for."""
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.2, 15.0
_BATCH = 1_000
_T = TypeVar("_T")


class Writer:
    """Writes one academy's rows. ``seconds`` gets the time that the index and the ledger took."""

    def __init__(
        self, tenant: str, index: Index, ledger: Ledger, seconds: Seconds, patience_s: float = PATIENCE_S
    ) -> None:
        self._tenant, self._index, self._ledger = tenant, index, ledger
        self._seconds, self._patience_s = seconds, patience_s

    def store(self, source_id: str, file_key: str, done: Sequence[Done]) -> None:
        """Store what was prepared, and remember the hashes of what the index has already."""
        entries = [Entry(one.task.identified.id, one.task.identified.raw_hash, one.content_hash) for one in done]
        prepared = [one.prepared for one in done if one.prepared is not None]
        if not entries:
            return
        if prepared:
            with self.timed("ledger"):
                self._ledger.intend(
                    source_id, file_key, [entry for entry, one in zip(entries, done, strict=True) if one.prepared]
                )
            with self.timed("store"):
                self._patiently(lambda: self._index.store(prepared))
        with self.timed("ledger"):
            self._ledger.settle(entries)

    def remove(self, ids: Iterable[str]) -> int:
        """Remove rows and forget them; gives their number."""
        every = list(ids)
        for start in range(0, len(every), _BATCH):
            some = every[start : start + _BATCH]
            with self.timed("ledger"):
                self._ledger.intend_removal(some)
            with self.timed("store"):
                for kind in _KINDS:
                    own = [one for one in some if Entry(one, "", "").kind == kind]
                    if own:
                        self._patiently(lambda kind=kind, own=own: self._index.delete(kind, self._tenant, own))  # type: ignore[misc]
            with self.timed("ledger"):
                self._ledger.forget(some)
        return len(every)

    def rebuild(self) -> None:
        """Build collections anew that were filled with another embedding or schema."""
        with self.timed("rebuild"):
            if self._index.outdated():
                self._index.rebuild()

    def repair(self) -> int:
        """Doubt what the index lost, remove what it has without reason, where the numbers differ; gives how many."""
        repaired = 0
        for kind in _KINDS:
            with self.timed("repair"):
                count = self._patiently(lambda kind=kind: self._index.count(kind, self._tenant))  # type: ignore[misc]
                if count == self._ledger.count(kind):
                    continue
                known = self._ledger.content_hashes(kind)
                stored = self._patiently(lambda kind=kind: self._index.hashes(kind, self._tenant))  # type: ignore[misc]
                lost = [one for one, content_hash in known.items() if stored.get(one) != content_hash]
                self._ledger.doubt(lost)
            extra = [one for one in stored if one not in known and one.startswith(("n-", "b-"))]
            repaired += len(lost) + self.remove(extra)
        return repaired

    def flush(self) -> None:
        """Make it durable."""
        with self.timed("store"):
            self._patiently(self._index.flush)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Adds the time of a block to a stage."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self._seconds[stage] += time.perf_counter() - started

    def _patiently(self, call: Callable[[], _T]) -> _T:
        """Again and again while the index is away, in longer and longer pauses."""
        until = time.monotonic() + self._patience_s
        pause = _FIRST_PAUSE_S
        while True:
            try:
                return call()
            except IndexUnavailable:
                if time.monotonic() + pause > until:
                    raise
                time.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE_S)


_KINDS: tuple[Kind, ...] = ("note", "bank")
