"""An academy's roster: who its students are and what each is called in what Yuje keeps."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ingest.errors import UnreadableSource
from ingest.readers.text import decoded

_NAMES = frozenset({"이름", "학생", "학생명", "성명", "학생이름", "name", "student"})
_PSEUDONYMS = frozenset({"가명", "학번", "번호", "학생번호", "원생번호", "id", "pseudonym", "studentref", "ref"})
_PSEUDONYM = re.compile(r"[A-Za-z0-9._:-]{1,64}")


@dataclass(frozen=True, slots=True)
class Roster:
    """Pseudonyms by name; empty where the academy gives none."""

    pseudonyms: Mapping[str, str] = field(default_factory=dict)


def read_roster(path: Path) -> Roster:
    """The roster of a CSV file with the columns 이름 and, if wanted, 가명.

    Raises UnreadableSource naming the line where a name or pseudonym is none. The message repeats no name.
    """
    try:
        text = decoded(path.read_bytes())
    except OSError as error:
        raise UnreadableSource(f"roster {path.name}: {type(error).__name__}") from error
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if not rows:
        return Roster()
    heading = [re.sub(r"[\W_]+", "", cell).lower() for cell in rows[0]]
    name_at = next((i for i, cell in enumerate(heading) if cell in _NAMES), None)
    if name_at is None:
        raise UnreadableSource(f"roster {path.name}: the first line must name a column 이름")
    pseudonym_at = next((i for i, cell in enumerate(heading) if cell in _PSEUDONYMS), None)
    pseudonyms: dict[str, str] = {}
    for number, row in enumerate(rows[1:], start=2):
        name = unicodedata.normalize("NFC", " ".join(row[name_at].split())) if len(row) > name_at else ""
        if not name:
            continue
        if len(name) < 2 or len(name) > 40:
            raise UnreadableSource(f"roster {path.name}, line {number}: a name has 2 to 40 letters")
        pseudonym = row[pseudonym_at].strip() if pseudonym_at is not None and len(row) > pseudonym_at else ""
        if pseudonym and not _PSEUDONYM.fullmatch(pseudonym):
            raise UnreadableSource(f"roster {path.name}, line {number}: 가명 takes letters, digits and . _ : - only")
        pseudonyms[name] = pseudonym
    return Roster(pseudonyms)
