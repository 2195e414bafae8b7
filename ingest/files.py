"""What of a file is to be done: everything that the last run did not do with the same bytes and settings."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ingest import keys
from ingest.cleaning import VERSION, identify
from ingest.columns import Columns
from ingest.ledger import Entry, Letter, Source
from ingest.names import looks_like_name
from ingest.places import Place, places_of
from ingest.privacy import Redactor
from ingest.readers.row import BadRow, Row
from ingest.roster import Roster
from ingest.stages import Done, Task, raw_text
from retrieval.tokens import VERSION as TOKENS_VERSION


@dataclass(frozen=True, slots=True)
class Opened:
    """A source with what its files are read by. ``settings`` changes when the same file would give other records."""

    source: Source
    columns: Columns
    roster: Roster
    redactor: Redactor
    settings: str


def opened(source: Source, roster: Roster) -> Opened:
    """A source ready to be read."""
    columns = Columns(source.mapping)
    told = [VERSION, TOKENS_VERSION, keys.VERSION, sorted(source.mapping.items()), sorted(roster.pseudonyms.items())]
    settings = hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:32]
    return Opened(source, columns, roster, Redactor(roster), settings)


def places_for(source: Source) -> list[Place]:
    """The files of a source; a roster that lies among them is none."""
    return [place for place in places_of(source.url) if place.path != source.roster]


def file_key(name: str) -> str:
    """Names a file without telling its name, which may be a student's."""
    return hashlib.sha256(name.encode(errors="replace")).hexdigest()[:32]


FEED_KEY = "api"
"""The key of the one file that a feed is kept as."""


@dataclass
class FileInHand:
    """A file that is being taken in."""

    opened: Opened
    key: str
    name: str
    """Without personal data."""
    sha256: str
    old: Mapping[str, Entry]
    tasks: list[Task] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)
    letters: list[Letter] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    chunks_left: int = 0

    @property
    def scope(self) -> str:
        """What a record's id is unique in."""
        return f"{self.opened.source.id}/{self.key}"

    def keep(self, keys: Iterable[str]) -> list[str]:
        """Of the keys of a feed those whose record is not in the index yet; the others stay, unread."""
        fresh = []
        for key in keys:
            named = Row(0, {"id": key, "student_answer": "-"})
            one = identify(named, self.opened.columns, self.scope, "").id
            if one in self.old and self.old[one].state == "stored":
                self.kept.add(one)
            else:
                fresh.append(key)
        self.counts["read"] += len(self.kept)
        self.counts["unchanged"] += len(self.kept)
        return fresh

    def sort_out(self, rows: Iterable[Row | BadRow]) -> None:
        """Rows into tasks, letters, and what is done already."""
        seen: dict[str, str] = {}
        for row in rows:
            self.counts["read"] += 1
            if isinstance(row, BadRow):
                raw = self.opened.redactor.redact(row.raw[:16_000], filter(looks_like_name, row.cells)).text[:4_000]
                self._reject(Letter(row.reason, row.number, row.part, row.field, raw))
                continue
            identified = identify(row, self.opened.columns, self.scope, self.opened.settings)
            if (earlier := seen.get(identified.id)) is not None:
                if identified.is_named and earlier != identified.raw_hash:
                    raw = raw_text(row.fields, self.opened.columns, self.opened.redactor)
                    self._reject(Letter("stands in an earlier row with other content", row.number, row.part, "id", raw))
                else:
                    self.counts["repeated"] += 1
                continue
            seen[identified.id] = identified.raw_hash
            old = self.old.get(identified.id)
            if old is not None and old.state == "stored" and old.raw_hash == identified.raw_hash:
                self.kept.add(identified.id)
                self.counts["unchanged"] += 1
                continue
            self.tasks.append(Task(identified, old.content_hash if old and old.state == "stored" else None))

    def take(self, done: Iterable[Done]) -> list[Done]:
        """Count what came of tasks; gives what is to be stored."""
        taken = []
        for one in done:
            identified = one.task.identified
            if one.rejection is not None:
                row, reason = identified.row, one.rejection
                self._reject(Letter(reason.reason, row.number, row.part, reason.field, one.raw))
                continue
            self.kept.add(identified.id)
            taken.append(one)
            known = identified.id in self.old
            self.counts["changed" if known and one.prepared else "unchanged" if known else "new"] += 1
            mark = one.prepared.record.mark if one.prepared else ""
            self.counts["key_refuted"] += mark == "key-refuted"
            self.counts["unverified"] += mark == "unverified"
            self.counts["embedded"] += one.prepared is not None
        return taken

    def gone(self) -> list[str]:
        """Records that the file does not give any more."""
        return [one for one in self.old if one not in self.kept]

    def _reject(self, letter: Letter) -> None:
        self.letters.append(letter)
        self.counts["rejected"] += 1
