"""What readers give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One record as it stands in a file: the place and the text of each column, formulas as LaTeX between dollar signs.

    ``number`` counts from 1: the line, the spreadsheet's row, or the record of a document. ``verified`` is false where
    the mathematics may have been lost in reading, as from a PDF's text layer.
    """

    number: int
    fields: Mapping[str, str]
    part: str = ""
    """The sheet of a workbook; empty elsewhere."""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class BadRow:
    """A place in a file that holds no record: why, and what stands there."""

    number: int
    reason: str
    raw: str
    field: str | None = None
    part: str = ""
    cells: tuple[str, ...] = ()
    """Of a row whose cells fit no columns: any of them may be a name."""
