"""Errors of this package.

RetrievalError
├── InvalidNote         a note that breaks a limit of its fields
├── InvalidQuery        a search outside its bounds
├── IndexUnavailable    the store could not be opened or reached
├── EmbeddingError      an embedder gave vectors of the wrong shape, or cannot be loaded
└── MissingExtra        an optional library is not installed; names the command that installs it
"""

from __future__ import annotations


class RetrievalError(Exception):
    """Root of this package's errors."""


class InvalidNote(RetrievalError):  # noqa: N818 - reads as what it is, like the others
    """A wrong-answer note breaks a limit; ``field`` names which field."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class InvalidQuery(RetrievalError):  # noqa: N818
    """A search was asked for outside its bounds."""


class IndexUnavailable(RetrievalError):  # noqa: N818
    """The store could not be opened or reached."""


class EmbeddingError(RetrievalError):
    """An embedder could not be loaded or gave vectors of the wrong shape."""


class MissingExtra(RetrievalError):  # noqa: N818
    """An optional library is missing; the message names the command that installs it."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is not installed: pip install 'yuje[{extra}]'")
        self.library = library
        self.extra = extra
