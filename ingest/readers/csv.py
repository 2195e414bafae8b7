"""Comma, semicolon or tab separated values."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ingest.columns import Columns
from ingest.errors import UnreadableSource
from ingest.readers.row import BadRow, Row
from ingest.readers.table import rows_of
from ingest.readers.text import decoded

_LARGEST_CELL = 1 << 20


def read(data: bytes, columns: Columns) -> Iterator[Row | BadRow]:
    """Rows; ``number`` is the line on which a row ends."""
    text = decoded(data)
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    try:
        yield from rows_of(((reader.line_num, row) for row in reader), columns)
    except csv.Error as error:
        raise UnreadableSource(f"is no CSV from line {reader.line_num}: {error}") from error


def _delimiter(text: str) -> str:
    """The mark that stands most often in the first lines; formulas hold commas too, so that a tab goes first."""
    head = text[:4000]
    if head.count("\t") >= max(2, head.count("\n")):
        return "\t"
    first = head.partition("\n")[0]
    return max(",;\t", key=first.count)
