"""Which reader reads which file."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from ingest.columns import Columns
from ingest.errors import UnreadableSource
from ingest.readers.row import BadRow, Row

_MODULES: Mapping[str, str] = MappingProxyType(
    {
        ".csv": "csv", ".tsv": "csv", ".txt": "markdown", ".md": "markdown", ".markdown": "markdown",
        ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".xlsx": "xlsx", ".xlsm": "xlsx",
        ".docx": "docx", ".hwpx": "hwpx", ".hwp": "hwp", ".pdf": "pdf",
    }
)  # fmt: skip
_REFUSED = {
    ".xls": "save it as XLSX in Excel",
    ".doc": "save it as DOCX in Word",
    ".hwt": "save it as HWPX in Hancom Office",
    ".hml": "save it as HWPX in Hancom Office",
    ".ods": "save it as XLSX",
    ".odt": "save it as DOCX",
    ".numbers": "export it as XLSX or CSV",
    ".pages": "export it as DOCX",
}
PLAIN = frozenset({"csv", "jsonl", "markdown"})
"""Readers of text, in which nothing can hang; the others run in a process that can be killed."""


def kind_of(name: str) -> str | None:
    """The module that reads a file of this name; ``None`` for what is no file of records, as a picture."""
    return _MODULES.get(_suffix(name))


def is_taken(name: str) -> bool:
    """Whether a file of a folder is looked at: a known kind, or one that is refused with a remedy; no hidden file."""
    file = PurePosixPath(name).name
    return not file.startswith((".", "~$")) and (_suffix(name) in _MODULES or _suffix(name) in _REFUSED)


def read_rows(name: str, data: bytes, columns: Columns) -> Iterator[Row | BadRow]:
    """Rows of a file, in this process. Raises UnreadableSource."""
    suffix = _suffix(name)
    if (kind := kind_of(name)) is None:
        remedy = _REFUSED.get(suffix, f"known are {', '.join(sorted(_MODULES))}")
        raise UnreadableSource(f"is of a kind that is not read ({suffix or 'no suffix'}); {remedy}")
    rows: Iterator[Row | BadRow] = importlib.import_module(f"ingest.readers.{kind}").read(data, columns)
    yield from rows


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
