"""The port for search over standards, wrong-answer notes and the bank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from retrieval.embedding import Embedder
from retrieval.errors import EmbeddingError, InvalidQuery
from retrieval.filter import EVERYTHING, Filter
from retrieval.hit import Hit, Kind, Row
from retrieval.note import is_storable
from retrieval.record import Prepared

MAX_K = 100
"""Most hits that one search gives."""
MAX_QUERY = 8_000
"""Characters of a query that are looked at; the rest is cut off."""


class Index(Protocol):
    """Standards are everyone's; notes and bank are seen by their tenant only, and without a tenant nobody's are seen.

    Rows are replaced by id (of a standard: its code; of others: tenant and id). What was stored is found by the next
    search. An index may be closed twice; used after that it raises :class:`IndexUnavailable`.
    """

    def upsert(self, rows: Sequence[Row]) -> int:
        """Tokenise, embed and store rows of any kinds and tenants, and give their number."""

    def store(self, rows: Sequence[Prepared]) -> int:
        """Store rows that were embedded already, with the index's own embedding, and give their number.

        Raises :class:`EmbeddingError` for a vector of another length.
        """

    def delete(self, kind: Kind, tenant: str | None, ids: Iterable[str]) -> None:
        """Remove rows by id; ids that are not there are passed over."""

    def search(
        self,
        query: str,
        *,
        kind: Kind = "standard",
        tenant: str | None = None,
        where: Filter = EVERYTHING,
        k: int = 5,
    ) -> list[Hit]:
        """The ``k`` best rows of a kind, best first. A query without a word or formula in it finds nothing.

        Raises :class:`InvalidQuery` for ``k`` outside 1..100.
        """

    def hashes(self, kind: Kind, tenant: str | None = None) -> Mapping[str, str]:
        """Content hash of each stored row by id: what an incremental load compares with."""

    def count(self, kind: Kind, tenant: str | None = None) -> int:
        """Number of stored rows; of a tenant's rows without a tenant: 0."""

    def outdated(self) -> Sequence[str]:
        """Collections that were filled with another embedding, tokenisation or schema, and wait for a rebuild.

        They are searched all the same, by the legs that still can.
        """

    def rebuild(self, stopped: Callable[[], bool] = lambda: False) -> int:
        """Build every outdated collection anew beside the old one, then switch; the number of rows built.

        Searches and writes go on meanwhile. ``stopped`` is asked now and then, and breaks it off; broken off in any
        way, it goes on where it was when it is called again.
        """

    def flush(self) -> None:
        """Make what was stored durable."""

    def close(self) -> None:
        """Let go of the store, so that another process may open it."""


def check_k(k: int) -> None:
    """Raise :class:`InvalidQuery` where ``k`` is out of bounds."""
    if not 1 <= k <= MAX_K:
        raise InvalidQuery(f"k is {k}, must be 1..{MAX_K}")


def may_look(kind: Kind, tenant: str | None) -> bool:
    """Standards are everyone's; other rows are their tenant's, and no tenant's name is empty or unstorable."""
    return kind == "standard" or (bool(tenant) and is_storable(tenant or ""))


def check_vectors(rows: Sequence[Prepared], embedder: Embedder) -> None:
    """Raise :class:`EmbeddingError` where a vector is not of the embedder's length."""
    for row in rows:
        if row.vector.shape != (embedder.dim,):
            raise EmbeddingError(f"a vector of {row.vector.shape} for {embedder.name}, which has {embedder.dim}")
