"""The port for what a run must remember: sources, files, records, rejected rows, runs. One academy's at a time.

What makes a run safe to kill: a record is written down as ``writing`` before the index gets it and as ``stored`` after,
one that goes as ``removing`` before it goes. Whatever is not ``stored`` is done again by the next run, and what the
source does not hold any more is removed whether the index ever had it or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from ingest.columns import Field
from ingest.report import RunReport
from retrieval.hit import Kind

State = Literal["writing", "stored", "removing"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where an academy's records come from. ``roster`` is the path of its roster; names stay in that file."""

    id: str
    url: str
    mapping: Mapping[str, Field] = field(default_factory=dict)
    roster: str | None = None
    is_forgotten: bool = False
    """What came from it is removed by the next run."""


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was when it was last read to its end. ``key`` names it within its source, ``name`` is for people."""

    key: str
    name: str
    sha256: str
    settings: str
    records: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in the index, by id, with the hashes of the row that it was made of and of itself."""

    id: str
    raw_hash: str
    content_hash: str
    state: State = "stored"

    @property
    def kind(self) -> Kind:
        """Told by the id."""
        return "note" if self.id.startswith("n-") else "bank"


@dataclass(frozen=True, slots=True)
class Letter:
    """A rejected row (dead letter); without ``row`` the whole file. ``raw`` is without personal data."""

    reason: str
    row: int | None = None
    part: str = ""
    field: str | None = None
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Delivered:
    """A letter with where it belongs."""

    source: str
    file: str
    letter: Letter
    since: datetime


@dataclass(frozen=True, slots=True)
class PastRun:
    """A run as it is kept."""

    id: int
    started: datetime
    ended: datetime | None
    report: Mapping[str, Any]


class Ledger(Protocol):
    """Every call is a transaction of its own. Raises :class:`LedgerUnavailable` where the store does not answer."""

    def lock(self) -> AbstractContextManager[None]:
        """Held for a run. Raises AnotherRun where another one holds it; a killed run's is free."""

    def sources(self) -> list[Source]:
        """In the order in which they were added."""

    def add_source(self, url: str, mapping: Mapping[str, Field], roster: str | None) -> Source:
        """Add a source, or change the mapping and roster of the one with this URL."""

    def forget_source(self, url: str) -> bool:
        """Let the next run remove what came from it; false where there is none."""

    def drop_source(self, source_id: str) -> None:
        """Remove a source that has no files any more."""

    def files(self, source_id: str) -> dict[str, FileState]:
        """By key."""

    def open(self, source_id: str, state: FileState) -> None:
        """The file is about to be taken in: until it is finished it counts as not read."""

    def entries(self, source_id: str, file_key: str) -> dict[str, Entry]:
        """By id."""

    def intend(self, source_id: str, file_key: str, entries: Sequence[Entry]) -> None:
        """Write down that these are about to be stored."""

    def settle(self, entries: Sequence[Entry]) -> None:
        """They are stored, with these hashes."""

    def intend_removal(self, ids: Sequence[str]) -> None:
        """Write down that these are about to be removed."""

    def forget(self, ids: Sequence[str]) -> None:
        """They are removed."""

    def finish(self, source_id: str, state: FileState, letters: Sequence[Letter]) -> None:
        """The file was read to its end; its letters replace those it had."""

    def drop_file(self, source_id: str, file_key: str) -> None:
        """The file is gone, with its letters."""

    def reopen(self, *, with_letters_only: bool) -> int:
        """Let the next run read files again whatever their hash: those with letters, or all. Gives their number."""

    def count(self, kind: Kind) -> int:
        """Records that the index should have."""

    def content_hashes(self, kind: Kind) -> dict[str, str]:
        """Of these records, by id."""

    def doubt(self, ids: Iterable[str]) -> None:
        """The index has lost these: their files are read again and they are stored again."""

    def letters(self, limit: int = 1000) -> list[Delivered]:
        """The oldest first."""

    def begin(self) -> int:
        """Start a run; runs that never ended are marked as interrupted."""

    def end(self, run_id: int, report: RunReport) -> None:
        """Keep a run's report."""

    def history(self, limit: int = 20) -> list[PastRun]:
        """The latest first."""


class LedgerUnavailable(Exception):  # noqa: N818 - reads as what it is
    """The store of the ledger does not answer, or has no room left."""
