"""Word documents: paragraphs and tables in their order, equations as LaTeX."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from ingest.columns import Columns
from ingest.errors import UnreadableSource
from ingest.readers.archive import check_archive
from ingest.readers.labelled import Element, rows_of_document
from ingest.readers.omml import M, latex_of
from ingest.readers.row import BadRow, Row

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(data: bytes, columns: Columns) -> Iterator[Row | BadRow]:
    """Rows; ``number`` counts records."""
    import docx  # slow: a fifth of a second

    check_archive(data, "DOCX")
    try:
        body = docx.Document(io.BytesIO(data)).element.body
    except (KeyError, ValueError, AttributeError, SyntaxError) as error:  # what the library raises for wrong parts
        raise UnreadableSource(f"is a damaged DOCX ({type(error).__name__}); save it again in Word") from error
    yield from rows_of_document(_elements(body), columns)


def _elements(body: Any) -> Iterator[Element]:
    for child in body.iterchildren():
        if child.tag == f"{_W}p":
            yield _paragraph(child)
        elif child.tag == f"{_W}tbl":
            yield _table(child)
        elif child.tag == f"{_W}sdt":  # a content control: what it holds stands one level below
            for content in child.iterfind(f"{_W}sdtContent"):
                yield from _elements(content)


def _table(table: Any) -> list[list[str]]:
    return [
        ["\n".join(_paragraph(p) for p in cell.iterchildren(f"{_W}p")).strip() for cell in row.iterchildren(f"{_W}tc")]
        for row in table.iterchildren(f"{_W}tr")
    ]


def _paragraph(paragraph: Any) -> str:
    return "".join(_inline(paragraph))


def _inline(parent: Any) -> Iterator[str]:
    for child in parent.iterchildren():
        if child.tag == f"{M}oMath":
            if latex := latex_of(child):
                yield f"${latex}$"
        elif child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield "\t"
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag not in (f"{_W}del", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText"):
            yield from _inline(child)
