"""Errors of this package.

IngestError
├── UnreadableSource   a file that cannot be read at all; a bad row in it is no error but a rejection
├── SourceAway         a folder or bucket that cannot be listed now; what came from it stays in the index
├── InvalidMapping     a mapping of columns that names no field, or no column
└── AnotherRun         a run for the same academy is under way
"""

from __future__ import annotations


class IngestError(Exception):
    """Root of this package's errors."""


class UnreadableSource(IngestError):  # noqa: N818 - reads as what it is
    """The file is missing, too large, damaged, or of a kind that is not read; the message says what would be right."""


class SourceAway(IngestError):  # noqa: N818
    """The source cannot be listed; nothing is removed on its account."""


class InvalidMapping(IngestError):  # noqa: N818
    """A mapping of columns to fields that cannot be; the message names what is wrong with it."""


class AnotherRun(IngestError):  # noqa: N818
    """Another run for the same academy holds the lock."""
