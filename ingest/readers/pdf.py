"""PDF with a text layer. It loses mathematics (x² comes out as x2), so that its rows are unverified."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from ingest.columns import Columns
from ingest.errors import UnreadableSource
from ingest.readers.labelled import rows_of_document
from ingest.readers.row import BadRow, Row

MAX_PAGES = 500


def read(data: bytes, columns: Columns) -> Iterator[Row | BadRow]:
    """Rows, none verified; ``number`` counts records."""
    yield from rows_of_document(_lines(data), columns, verified=False)


def _lines(data: bytes) -> list[str]:
    import pypdf  # slow: a sixth of a second
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells every oddity of a file, by text
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise UnreadableSource("is protected by a password; save it without one")
        if len(reader.pages) > MAX_PAGES:
            raise UnreadableSource(f"has more than {MAX_PAGES} pages; split it")
        text = "\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        raise UnreadableSource(f"is a damaged PDF ({type(error).__name__}); print it to PDF again") from error
    if not text.strip():
        raise UnreadableSource("has no text layer (a scan); send the file that it was printed from")
    return text.split("\n")
