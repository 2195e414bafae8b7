"""Markdown: labelled paragraphs and pipe tables, formulas between dollar signs as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.columns import Columns
from ingest.readers.labelled import Element, rows_of_document
from ingest.readers.row import BadRow, Row
from ingest.readers.text import decoded

_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*")
_CELLS = re.compile(r"\$[^$\n]*\$|\\\||[^|$\\]+|\||\\|\$")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")


def read(data: bytes, columns: Columns) -> Iterator[Row | BadRow]:
    """Rows; ``number`` counts records."""
    yield from rows_of_document(_elements(decoded(data)), columns)


def _elements(text: str) -> Iterator[Element]:
    table: list[list[str]] = []
    for line in text.splitlines():
        if line.lstrip().startswith("|"):
            if not _RULE.fullmatch(line):
                table.append(_cells(line))
            continue
        if table:
            yield table
            table = []
        yield _HEADING.sub("", line)
    if table:
        yield table


def _cells(line: str) -> list[str]:
    """Cells of a line; a bar between dollar signs is an absolute value, ``\\|`` a bar."""
    cells = [""]
    for match in _CELLS.finditer(line.strip().strip("|") if not line.rstrip().endswith("\\|") else line.strip()[1:]):
        if match[0] == "|":
            cells.append("")
        else:
            cells[-1] += "|" if match[0] == "\\|" else match[0]
    return [cell.strip() for cell in cells]
