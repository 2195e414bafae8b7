"""Excel workbooks: every sheet with a heading; numbers as they are, formulas by their last value."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from ingest.columns import Columns
from ingest.errors import UnreadableSource
from ingest.readers.archive import check_archive
from ingest.readers.row import BadRow, Row
from ingest.readers.table import heading_of, rows_of

_DATE = "\x00date"
"""Stands in for a cell that Excel took for a date: 1/2 as 2 January cannot be told from the date that was meant."""
_MATHEMATICS = ("statement", "student_answer", "correct_answer")


def read(data: bytes, columns: Columns) -> Iterator[Row | BadRow]:
    """Rows of all sheets; sheets without a heading are passed over, unless none has one."""
    import openpyxl  # slow: a fifth of a second

    check_archive(data, "XLSX")
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [(sheet.title, _cells(sheet)) for sheet in book.worksheets]
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        raise UnreadableSource(f"is a damaged XLSX ({type(error).__name__}); save it again in Excel") from error
    with_heading = [sheet for sheet in sheets if heading_of([row for _, row in sheet[1]], columns) is not None]
    for title, cells in with_heading or sheets[:1]:
        for row in rows_of(cells, columns, title):
            yield _checked(row, columns) if isinstance(row, Row) else row


def _cells(sheet: Any) -> list[tuple[int, Sequence[str]]]:
    return [
        (number, [_text(cell) for cell in row]) for number, row in enumerate(sheet.iter_rows(), start=1) if any(row)
    ]


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return f"{value}{_DATE}"
    if isinstance(value, float):
        if "%" in str(cell.number_format):
            return f"{_number(round(value * 100, 10))}%"
        return _number(value)
    if isinstance(value, int) and not isinstance(value, bool) and "%" in str(cell.number_format):
        return f"{value * 100}%"
    return str(value)


def _number(value: float) -> str:
    """15 significant digits, as Excel keeps and shows them: 0.1+0.2 is 0.3."""
    return format(value, ".15g")


def _checked(row: Row, columns: Columns) -> Row | BadRow:
    fields = {name: text.removesuffix(_DATE) for name, text in row.fields.items()}
    for name, text in row.fields.items():
        if text.endswith(_DATE) and columns.field_of(name) in _MATHEMATICS:
            reason = "Excel made a date of it; format the column as text and type it again"
            return BadRow(row.number, reason, str(fields), field=name, part=row.part)
    return Row(row.number, fields, row.part, row.verified)
