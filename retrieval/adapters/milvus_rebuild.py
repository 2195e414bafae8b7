"""A collection built anew from what is stored, beside the old one, and the alias switched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any, TypeVar

from retrieval.adapters.milvus_collections import Collections
from retrieval.adapters.milvus_filter import keys_in
from retrieval.adapters.milvus_schema import entity
from retrieval.embedding import Embedder
from retrieval.hit import Kind
from retrieval.record import Prepared, Record, payload_of, record_of

Rows = Callable[[str, Sequence[str]], Iterator[Mapping[str, str]]]
"""All rows of a collection, with the fields asked for."""
_BATCH = 256
T = TypeVar("T")


def rebuild_collection(
    client: Any,
    collections: Collections,
    alias: str,
    kind: Kind,
    embedder: Embedder,
    rows: Rows,
    writing: AbstractContextManager[Any],
    stopped: Callable[[], bool],
) -> int:
    """Fill a collection of the present generation from the one behind an alias, switch, and drop the old one.

    Searches go on in the old one. Writes of this process go on too until all but the last are copied; ``writing``
    keeps them away while these are, and while the alias is switched. Writes by other processes meanwhile may be lost:
    the next ingestion brings them again. Returns the number of rows built; fewer where ``stopped`` broke it off.
    """
    old = collections.serving(alias)
    if old is None:
        return 0
    new = collections.create(alias)
    copy = _Copy(client, collections, kind, embedder, rows, old.name, new)
    copy.run(stopped)
    if stopped():
        return copy.built
    with writing:
        copy.run()
        copy.remove_what_is_gone()
        client.flush(new)
        collections.switch(alias, new)
    return copy.built


class _Copy:
    """Copies what is not copied yet, each time that it runs."""

    def __init__(
        self, client: Any, collections: Collections, kind: Kind, embedder: Embedder, rows: Rows, old: str, new: str
    ) -> None:
        self._client, self._collections, self._kind = client, collections, kind
        self._embedder, self._rows, self._old, self._new = embedder, rows, old, new
        self._stored = {row["key"]: row["hash"] for row in rows(new, ("key", "hash"))}
        """Of a rebuild that was broken off."""
        self._copied: dict[str, str] = {}
        """Hash in the old collection by key."""
        self.built = 0

    def run(self, stopped: Callable[[], bool] = lambda: False) -> None:
        seen: dict[str, str] = {}
        for batch in _batches(self._rows(self._old, ("key", "hash", "payload"))):
            if stopped():
                return
            seen |= {row["key"]: row["hash"] for row in batch}
            changed = [row for row in batch if self._copied.get(row["key"]) != row["hash"]]
            records = [record_of(payload_of(self._kind, row["payload"])) for row in changed]
            self._store([record for record in records if self._stored.get(record.key) != record.hash])
        self._copied = seen

    def _store(self, records: Sequence[Record]) -> None:
        vectors = self._embedder.embed([record.text for record in records])
        by_tenant: dict[str, list[Prepared]] = {}
        for record, vector in zip(records, vectors, strict=True):
            by_tenant.setdefault(record.tenant, []).append(Prepared(record, vector))
        for tenant, own in by_tenant.items():
            partition = self._collections.partition(self._new, self._kind, tenant, create=True)
            data = [entity(row.record, row.vector) for row in own]
            self._client.upsert(self._new, data, partition_name=partition)
        self._stored |= {record.key: record.hash for record in records}
        self.built += len(records)

    def remove_what_is_gone(self) -> None:
        gone = sorted(self._stored.keys() - self._copied.keys())
        for keys in _batches(gone):
            self._client.delete(self._new, filter=keys_in(keys))


def _batches(rows: Iterable[T]) -> Iterator[list[T]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
