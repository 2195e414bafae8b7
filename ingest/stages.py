"""The stages between reading and storing, as plain functions over chunks: clean, check the keys, embed.

A chunk goes through all three in one process, whichever that is: this one, a worker, or an actor of Ray.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.cleaning import Cleaned, Identified, Record, Rejection, clean, marked
from ingest.columns import Columns
from ingest.keys import KeyCheck
from ingest.privacy import Redactor
from ingest.report import Seconds
from ingest.roster import Roster
from retrieval.embedding import Embedder
from retrieval.note import WrongAnswerNote
from retrieval.record import Prepared, content_hash, prepare

CHUNK = 500
"""Rows that go through the stages together."""


@dataclass(frozen=True, slots=True)
class Task:
    """A row to be done, with the hash of the record that the index has of it."""

    identified: Identified
    stored_hash: str | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows of one file."""

    tenant: str
    columns: Columns
    roster: Roster
    tasks: Sequence[Task]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a row: a row of the index, nothing to do but to remember its hash, or a rejection."""

    task: Task
    content_hash: str = ""
    prepared: Prepared | None = None
    rejection: Rejection | None = None
    raw: str = ""
    """Of a rejected row, without personal data."""


@dataclass(frozen=True, slots=True)
class Result:
    """A chunk after all stages."""

    done: Sequence[Done]
    redacted: Mapping[str, int] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)


class Stages:
    """What the stages need, made once in each process."""

    def __init__(self, embedder: Callable[[], Embedder], keys: Callable[[], KeyCheck]) -> None:
        self._embedder, self._keys = embedder(), keys()
        self._redactors: dict[frozenset[tuple[str, str]], Redactor] = {}

    def __call__(self, chunk: Chunk) -> Result:
        """All stages for a chunk."""
        seconds = Seconds()
        started = time.perf_counter()
        cleaned = clean_all(chunk, self._redactor(chunk.roster))
        seconds["clean"] = time.perf_counter() - started
        checked = check_keys([one.record for one in cleaned], self._keys)
        seconds["check"] = time.perf_counter() - started - seconds["clean"]
        done = embed(chunk.tasks, checked, self._embedder)
        done = [self._with_raw(one, chunk) for one in done]
        seconds["embed"] = time.perf_counter() - started - seconds["clean"] - seconds["check"]
        redacted: Counter[str] = Counter()
        for one in cleaned:
            redacted.update(one.redacted)
        return Result(done, dict(redacted), dict(seconds))

    def close(self) -> None:
        """End the processes of the key check."""
        self._keys.close()

    def _redactor(self, roster: Roster) -> Redactor:
        key = frozenset(roster.pseudonyms.items())
        if key not in self._redactors:
            self._redactors = {key: Redactor(roster)}
        return self._redactors[key]

    def _with_raw(self, done: Done, chunk: Chunk) -> Done:
        if done.rejection is None:
            return done
        return replace(done, raw=raw_text(done.task.identified.row.fields, chunk.columns, self._redactor(chunk.roster)))


def clean_all(chunk: Chunk, redactor: Redactor) -> list[Cleaned]:
    """Records of rows."""
    return [clean(task.identified, chunk.tenant, chunk.columns, redactor) for task in chunk.tasks]


def check_keys(records: Sequence[Record | Rejection], keys: KeyCheck) -> list[Record | Rejection]:
    """Records, marked where the verifier refutes the key. What came from a PDF is not judged: it may be misread."""
    asked: dict[int, tuple[str, str]] = {}
    for place, record in enumerate(records):
        if isinstance(record, Rejection) or (isinstance(record, WrongAnswerNote) and record.mark):
            continue
        key = record.correct_answer if isinstance(record, WrongAnswerNote) else record.answer
        if key:
            asked[place] = (record.statement, key)
    refuted = dict(zip(asked, keys.refuted(list(asked.values())), strict=True))
    return [
        record if isinstance(record, Rejection) else marked(record, key_is_refuted=refuted.get(place, False))
        for place, record in enumerate(records)
    ]


def embed(tasks: Sequence[Task], records: Sequence[Record | Rejection], embedder: Embedder) -> list[Done]:
    """Rows of the index; those that the index has already, word for word, are not embedded."""
    hashes = ["" if isinstance(record, Rejection) else content_hash(record) for record in records]
    fresh = [
        (place, record)
        for place, record in enumerate(records)
        if not isinstance(record, Rejection) and hashes[place] != tasks[place].stored_hash
    ]
    prepared = dict(zip((place for place, _ in fresh), prepare([one for _, one in fresh], embedder), strict=True))
    return [
        Done(task, hashes[place], prepared.get(place), record if isinstance(record, Rejection) else None)
        for place, (task, record) in enumerate(zip(tasks, records, strict=True))
    ]


def raw_text(fields: Mapping[str, str], columns: Columns, redactor: Redactor, limit: int = 4000) -> str:
    """A row for whoever mends it: column by column, personal data taken out, columns of students left out."""
    students = [text for name, text in fields.items() if columns.field_of(name) == "student"]
    shown = (f"{name}: {text}" for name, text in fields.items() if columns.field_of(name) != "student")
    return redactor.redact("\n".join(shown)[: 4 * limit], students).text[:limit]
