"""What a run would take in, before it does: files, columns with the fields that they hold, a first record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.columns import Field
from ingest.errors import IngestError
from ingest.files import Opened, file_key, opened, places_for
from ingest.isolated_reading import BoundedReader
from ingest.ledger import FileState, Source
from ingest.places import ChangedWhileReadError, Place, snapshot
from ingest.readers.row import BadRow, Row
from ingest.roster import Roster, read_roster
from ingest.stages import raw_text


@dataclass(frozen=True, slots=True)
class FilePlan:
    """One file: how many rows, which column holds what (``None``: nothing that is taken), and what is wrong with it."""

    name: str
    rows: int = 0
    bad: int = 0
    columns: tuple[tuple[str, Field | None], ...] = ()
    first: str = ""
    """The first record, without personal data."""
    fault: str | None = None
    is_done: bool = False
    """As it was on the last run: nothing to do."""


@dataclass(frozen=True, slots=True)
class SourcePlan:
    """One source; ``unseen`` is how many of its files were not looked into."""

    url: str
    files: tuple[FilePlan, ...] = ()
    unseen: int = 0
    fault: str | None = None


def plan(source: Source, known: Mapping[str, FileState], limit: int = 20) -> SourcePlan:
    """What there is at a source; ``known`` is what the last run read, by key. Only ``limit`` files are looked into."""
    try:
        roster = read_roster(Path(source.roster)) if source.roster else Roster()
        places = places_for(source)
    except IngestError as error:
        return SourcePlan(source.url, fault=str(error))
    reader = BoundedReader()
    try:
        return SourcePlan(
            source.url, tuple(_files(source, roster, known, places[:limit], reader)), max(0, len(places) - limit)
        )
    finally:
        reader.close()


def _files(
    source: Source, roster: Roster, known: Mapping[str, FileState], places: Sequence[Place], reader: BoundedReader
) -> Iterator[FilePlan]:
    of_source = opened(source, roster)
    for place in places:
        name = of_source.redactor.redact(place.name).text
        state = known.get(file_key(place.name))
        try:
            data = snapshot(place)
            if state and (state.sha256, state.settings) == (hashlib.sha256(data).hexdigest(), of_source.settings):
                yield FilePlan(name, state.records, state.rejected, is_done=True)
                continue
            rows = reader.read(place.name, data, of_source.columns)
        except IngestError as error:
            yield FilePlan(name, fault=str(error))
        except ChangedWhileReadError:
            yield FilePlan(name, fault="is being written to")
        else:
            yield _file(name, rows, of_source)


def _file(name: str, rows: Sequence[Row | BadRow], of_source: Opened) -> FilePlan:
    good = [row for row in rows if isinstance(row, Row)]
    columns = dict.fromkeys(column for row in good for column in row.fields)
    held = tuple((column, of_source.columns.field_of(column.partition("#")[0])) for column in columns)
    first = raw_text(good[0].fields, of_source.columns, of_source.redactor, limit=400) if good else ""
    fault = next((row.reason for row in rows if isinstance(row, BadRow)), None)
    return FilePlan(name, len(rows), len(rows) - len(good), held, first, fault)
