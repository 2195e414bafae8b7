"""The in-memory twin of the ledger, for tests and for a run that keeps nothing."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from ingest.columns import Field
from ingest.errors import AnotherRun
from ingest.ledger import Delivered, Entry, FileState, Letter, PastRun, Source
from ingest.report import RunReport
from retrieval.hit import Kind


@dataclass
class _File:
    state: FileState | None = None
    entries: dict[str, Entry] = field(default_factory=dict)
    letters: list[Delivered] = field(default_factory=list)


class MemoryLedger:
    """One academy's."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}
        self._files: dict[tuple[str, str], _File] = {}
        self._runs: list[PastRun] = []
        self._lock = threading.Lock()

    @contextmanager
    def lock(self) -> Iterator[None]:
        if not self._lock.acquire(blocking=False):
            raise AnotherRun("another run for this academy is under way")
        try:
            yield
        finally:
            self._lock.release()

    def sources(self) -> list[Source]:
        return list(self._sources.values())

    def add_source(self, url: str, mapping: Mapping[str, Field], roster: str | None) -> Source:
        source_id = next((one.id for one in self._sources.values() if one.url == url), str(uuid.uuid4()))
        self._sources[source_id] = Source(source_id, url, dict(mapping), roster)
        return self._sources[source_id]

    def forget_source(self, url: str) -> bool:
        for source in self._sources.values():
            if source.url == url:
                self._sources[source.id] = replace(source, is_forgotten=True)
                return True
        return False

    def drop_source(self, source_id: str) -> None:
        self._sources.pop(source_id, None)

    def files(self, source_id: str) -> dict[str, FileState]:
        return {
            key: file.state or FileState(key, "", "", "")
            for (source, key), file in self._files.items()
            if source == source_id
        }

    def open(self, source_id: str, state: FileState) -> None:
        file = self._files.setdefault((source_id, state.key), _File())
        file.state = replace(file.state or state, sha256="")

    def entries(self, source_id: str, file_key: str) -> dict[str, Entry]:
        file = self._files.get((source_id, file_key))
        return dict(file.entries) if file else {}

    def intend(self, source_id: str, file_key: str, entries: Sequence[Entry]) -> None:
        file = self._files.setdefault((source_id, file_key), _File())
        file.entries |= {entry.id: replace(entry, state="writing") for entry in entries}

    def settle(self, entries: Sequence[Entry]) -> None:
        fresh = {entry.id: replace(entry, state="stored") for entry in entries}
        for file in self._files.values():
            file.entries |= {key: fresh[key] for key in fresh.keys() & file.entries.keys()}

    def intend_removal(self, ids: Sequence[str]) -> None:
        self._mark(ids, "removing")

    def forget(self, ids: Sequence[str]) -> None:
        for file in self._files.values():
            for one in ids:
                file.entries.pop(one, None)

    def finish(self, source_id: str, state: FileState, letters: Sequence[Letter]) -> None:
        file = self._files.setdefault((source_id, state.key), _File())
        file.state = state
        url = self._sources[source_id].url
        file.letters = [Delivered(url, state.name, letter, datetime.now(UTC)) for letter in letters]

    def drop_file(self, source_id: str, file_key: str) -> None:
        self._files.pop((source_id, file_key), None)

    def reopen(self, *, with_letters_only: bool) -> int:
        found = [file for file in self._files.values() if file.state and (file.letters or not with_letters_only)]
        for file in found:
            assert file.state is not None
            file.state = replace(file.state, sha256="")
        return len(found)

    def count(self, kind: Kind) -> int:
        return len(self.content_hashes(kind))

    def content_hashes(self, kind: Kind) -> dict[str, str]:
        entries = (entry for file in self._files.values() for entry in file.entries.values())
        return {entry.id: entry.content_hash for entry in entries if entry.kind == kind}

    def doubt(self, ids: Iterable[str]) -> None:
        doubted = set(ids)
        self._mark(doubted, "writing")
        for file in self._files.values():
            if file.state and doubted & file.entries.keys():
                file.state = replace(file.state, sha256="")

    def letters(self, limit: int = 1000) -> list[Delivered]:
        return [letter for file in self._files.values() for letter in file.letters][:limit]

    def begin(self) -> int:
        self._runs = [
            run if run.ended else replace(run, ended=datetime.now(UTC), report={**run.report, "status": "interrupted"})
            for run in self._runs
        ]
        self._runs.append(PastRun(len(self._runs) + 1, datetime.now(UTC), None, {"status": "running"}))
        return len(self._runs)

    def end(self, run_id: int, report: RunReport) -> None:
        self._runs[run_id - 1] = replace(self._runs[run_id - 1], ended=datetime.now(UTC), report=report.to_json())

    def history(self, limit: int = 20) -> list[PastRun]:
        return self._runs[::-1][:limit]

    def _mark(self, ids: Iterable[str], state: str) -> None:
        for file in self._files.values():
            for one in set(ids) & file.entries.keys():
                file.entries[one] = replace(file.entries[one], state=state)  # type: ignore[arg-type]
