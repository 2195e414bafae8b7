"""The port for search over standards and wrong-answer notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from retrieval.errors import InvalidQuery
from retrieval.hit import Hit, Kind
from retrieval.note import WrongAnswerNote
from retrieval.standard import Standard

MAX_K = 100
"""Most hits that one search gives."""
MAX_QUERY = 8_000
"""Characters of a query that are looked at; the rest is cut off."""


class Index(Protocol):
    """Standards are everyone's; a note is seen by its tenant only, and without a tenant no note is seen.

    Rows are replaced by id (of a standard: its code; of a note: tenant and id). What was upserted is found by
    the next search. An index may be closed twice; used after that it raises :class:`IndexUnavailable`.
    """

    def upsert_standards(self, standards: Sequence[Standard]) -> int:
        """Store standards and give their number."""

    def upsert_notes(self, notes: Sequence[WrongAnswerNote]) -> int:
        """Store notes, each with its own tenant, and give their number."""

    def delete_notes(self, tenant: str, ids: Iterable[str]) -> None:
        """Remove a tenant's notes by id; ids that are not there are passed over."""

    def search(
        self,
        query: str,
        *,
        kind: Kind = "standard",
        tenant: str | None = None,
        standard: str | None = None,
        k: int = 5,
    ) -> list[Hit]:
        """The ``k`` best rows of a kind, best first.

        ``standard`` keeps only rows of that standard. A query without a word or formula in it finds nothing.
        Raises :class:`InvalidQuery` for ``k`` outside 1..100.
        """

    def hashes(self, kind: Kind, tenant: str | None = None) -> Mapping[str, str]:
        """Content hash of each stored row by id: what an incremental load compares with."""

    def count(self, kind: Kind, tenant: str | None = None) -> int:
        """Number of stored rows; of notes without a tenant: 0."""

    def flush(self) -> None:
        """Make what was stored durable."""

    def close(self) -> None:
        """Let go of the store, so that another process may open it."""


def check_k(k: int) -> None:
    """Raise :class:`InvalidQuery` where ``k`` is out of bounds."""
    if not 1 <= k <= MAX_K:
        raise InvalidQuery(f"k is {k}, must be 1..{MAX_K}")
