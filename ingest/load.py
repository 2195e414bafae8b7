"""Loading of standards and wrong-answer notes into the index: only what is new or has changed is embedded again."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from ingest.errors import UnreadableSource
from ingest.record import NoteRecord
from retrieval.errors import InvalidNote
from retrieval.index import Index
from retrieval.note import WrongAnswerNote
from retrieval.record import content_hash
from retrieval.standard import load_standards

MAX_FILE_BYTES = 256 * 1024 * 1024
"""Some 300,000 notes; a larger file is split by who sends it."""
_BATCH = 1_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A line that was not loaded: its number from 1, the field where one is to blame, and why.

    The reason never repeats the text of the line: reports are read by more people than notes are.
    """

    line: int
    field: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did. ``read`` = ``added`` + ``changed`` + ``unchanged`` + number of rejections."""

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: tuple[Rejection, ...] = ()


def load_curriculum(index: Index) -> LoadReport:
    """Put the shipped achievement standards into the index."""
    standards = list(load_standards().values())
    stored = index.hashes("standard")
    fresh = [standard for standard in standards if stored.get(standard.code) != content_hash(standard)]
    index.upsert(fresh)
    index.flush()
    return _report("curriculum", len(standards), [row.code for row in fresh], stored, [])


def load_notes(index: Index, tenant: str, path: Path) -> LoadReport:
    """Put a tenant's notes from a JSON Lines file into the index; bad lines are rejected, the others kept.

    Of two lines with one id the second is rejected. Raises :class:`UnreadableSource` for a file that cannot be read
    at all and ``ValueError`` for an empty tenant.
    """
    if not tenant.strip():
        raise ValueError("notes need a tenant")
    stored = index.hashes("note", tenant)
    rejected: list[Rejection] = []
    seen: set[str] = set()
    fresh: list[WrongAnswerNote] = []
    written: list[str] = []
    for number, line in _lines(path):
        note = _read(number, line, tenant, rejected)
        if note is None:
            continue
        if note.id in seen:
            rejected.append(Rejection(number, "id", "stands in an earlier line too"))
            continue
        seen.add(note.id)
        if stored.get(note.id) != content_hash(note):
            fresh.append(note)
            written.append(note.id)
        if len(fresh) >= _BATCH:
            index.upsert(fresh)
            fresh = []
    index.upsert(fresh)
    index.flush()
    return _report("notes", len(seen) + len(rejected), written, stored, rejected)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Lines that hold something, with their numbers."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise UnreadableSource(f"{path.name} is larger than {MAX_FILE_BYTES} bytes")
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, line
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableSource(f"{path.name}: {type(error).__name__}") from error


def _read(number: int, line: str, tenant: str, rejected: list[Rejection]) -> WrongAnswerNote | None:
    try:
        return NoteRecord.model_validate(json.loads(line)).to_note(tenant)
    except ValidationError as error:
        fault = error.errors(include_input=False, include_url=False)[0]
        field = str(fault["loc"][0]) if fault["loc"] else None
        rejected.append(Rejection(number, field, fault["msg"].removeprefix("Value error, ")))
    except InvalidNote as error:
        rejected.append(Rejection(number, error.field, error.reason))
    except json.JSONDecodeError as error:
        rejected.append(Rejection(number, None, f"is no JSON: {error.msg}, column {error.colno}"))
    except (RecursionError, ValueError):  # nested a thousand deep; a number of 5,000 digits
        rejected.append(Rejection(number, None, "is JSON beyond what is read"))
    return None


def _report(
    what: str, read: int, written: Sequence[str], stored: Mapping[str, str], rejected: Sequence[Rejection]
) -> LoadReport:
    changed = sum(row in stored for row in written)
    unchanged = read - len(written) - len(rejected)
    report = LoadReport(read, len(written) - changed, changed, unchanged, tuple(rejected))
    _log.info(
        "loaded",
        extra={"what": what, "added": report.added, "changed": changed, "rejected": len(rejected)},
    )
    return report
