"""HWP 5 documents, turned into HWPX by python-hwpx; older ones are refused with the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.columns import Columns
from ingest.errors import UnreadableSource
from ingest.readers.hwpx import rows_of_sections
from ingest.readers.row import BadRow, Row

_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
REMEDY = "save it as HWPX in Hancom Office (다른 이름으로 저장 → HWPX)"


def read(data: bytes, columns: Columns) -> Iterator[Row | BadRow]:
    """Rows; ``number`` counts records."""
    from hwpx.errors import HwpxError  # slow, and only HWP needs it
    from hwpx.hwp5.package import convert

    if not data.startswith(_COMPOUND):
        raise UnreadableSource(f"is no HWP 5 document; {REMEDY}")
    try:
        files = convert(data).files
    except (HwpxError, ValueError, KeyError, IndexError, OSError, ArithmeticError) as error:
        raise UnreadableSource(f"cannot be read as HWP 5 ({type(error).__name__}); {REMEDY}") from error
    sections = sorted(name for name in files if re.fullmatch(r"Contents/section\d+\.xml", name))
    yield from rows_of_sections([files[name] for name in sections], columns)
