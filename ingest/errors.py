"""Errors of this package.

IngestError
└── UnreadableSource   a file that cannot be read at all; a bad line in it is no error but a rejection
"""

from __future__ import annotations


class IngestError(Exception):
    """Root of this package's errors."""


class UnreadableSource(IngestError):  # noqa: N818 - reads as what it is
    """The file is missing, too large or not UTF-8."""
