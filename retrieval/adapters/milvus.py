"""The search on Milvus: Milvus Lite by path, any Milvus by URI, the same calls for both."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

import numpy as np

from retrieval.adapters.milvus_collections import MAX_PARTITIONS, Collections, Target
from retrieval.adapters.milvus_filter import ALL, condition, keys_in
from retrieval.adapters.milvus_schema import entity, filling
from retrieval.embedding import Embedder, Vectors
from retrieval.errors import IndexUnavailable
from retrieval.filter import EVERYTHING, Filter
from retrieval.fusion import FUSIONS, Fusion, Ranked, fuse, rank_structures
from retrieval.hit import Hit, Kind, Leg, Row
from retrieval.index import MAX_QUERY, check_k, check_vectors, may_look
from retrieval.record import Prepared, payload_of, prepare, record_of, row_key, text_of
from retrieval.standard import normalise_code
from retrieval.structure import signature
from retrieval.tokens import tokenise

_BATCH = 512
"""Rows an upsert: some 4 MB, far below the 64 MB of a gRPC message."""
_NOT_FOUND_OR_LOADED = (100, 101)
"""Error codes of Milvus."""
_OUTPUT = ("id", "payload", "structure")
T = TypeVar("T")
Resolve = Callable[[str], Embedder | None]
"""Gives the embedding that a collection was filled with, by its name, where it can still be loaded."""


class MilvusIndex:
    """Rows in collections behind aliases, see :mod:`retrieval.adapters.milvus_collections`.

    A collection that was filled with another embedding is searched by words and structure until it is rebuilt, and by
    vectors too where ``resolve`` can load that embedding: vectors of two models are never compared.
    """

    def __init__(
        self,
        uri: str | Path,
        embedder: Embedder,
        fusions: Mapping[Kind, Fusion] = FUSIONS,
        resolve: Resolve | None = None,
        max_partitions: int | None = None,
    ) -> None:
        """``max_partitions``: academies with a partition of their own; left out, Lite gives them collections."""
        # Slow: pymilvus and the server inside Milvus Lite take about a second to import.
        from pymilvus import MilvusClient
        from pymilvus.exceptions import MilvusException

        # Its own handler prints each failed call, filter and all: ids and tenants on the console. Failures are raised.
        logging.getLogger("pymilvus").setLevel(logging.CRITICAL)
        self._failure = MilvusException
        self._embedder = embedder
        self._fusions = fusions
        self._resolve = resolve or (lambda name: None)
        self._resolved: dict[str, Embedder | None] = {embedder.name: embedder}
        self._path = None if "://" in str(uri) else os.path.abspath(uri)
        self._client: Any = None
        self._writing = RLock()
        if self._path is not None:
            Path(self._path).parent.mkdir(parents=True, exist_ok=True)
        with self._guard("open"):
            self._client = MilvusClient(self._path or str(uri))
            self._collections = Collections(
                self._client,
                filling(embedder),
                separate=self._path is not None and max_partitions is None,
                max_partitions=max_partitions or MAX_PARTITIONS,
            )
            self._collections.serving_or_new(self._collections.alias("standard", None))

    def upsert(self, rows: Sequence[Row]) -> int:
        self._open()
        aliases: set[str] = set()
        for start in range(0, len(rows), _BATCH):
            aliases |= self._store(prepare(rows[start : start + _BATCH], self._embedder))
        self._settle(aliases)
        return len(rows)

    def store(self, rows: Sequence[Prepared]) -> int:
        self._open()
        check_vectors(rows, self._embedder)
        aliases: set[str] = set()
        for start in range(0, len(rows), _BATCH):
            aliases |= self._store(rows[start : start + _BATCH])
        self._settle(aliases)
        return len(rows)

    def delete(self, kind: Kind, tenant: str | None, ids: Iterable[str]) -> None:
        keys = [normalise_code(row_id) if kind == "standard" else row_key(tenant or "", row_id) for row_id in ids]

        def remove(target: Target) -> None:
            partition = self._collections.partition(target.name, kind, tenant)
            if partition is not None:
                self._open().delete(target.name, filter=keys_in(keys), partition_name=partition)

        if keys and self._may_look(kind, tenant):
            with self._writing:
                self._with("delete", self._collections.alias(kind, tenant), remove, None)

    def search(
        self,
        query: str,
        *,
        kind: Kind = "standard",
        tenant: str | None = None,
        where: Filter = EVERYTHING,
        k: int = 5,
    ) -> list[Hit]:
        check_k(k)
        query = query[:MAX_QUERY]
        tok = tokenise(query)
        if not self._may_look(kind, tenant) or not tok:
            return []

        def look(target: Target) -> list[Hit]:
            return self._search(target, query, tok, kind, tenant, where, k)

        return self._with("search", self._collections.alias(kind, tenant), look, [])

    def hashes(self, kind: Kind, tenant: str | None = None) -> Mapping[str, str]:
        def read(target: Target) -> Mapping[str, str]:
            partition = self._collections.partition(target.name, kind, tenant)
            if partition is None:
                return {}
            only = condition(kind, tenant, EVERYTHING, target.fields)
            rows = self._rows(target.name, ("id", "hash"), only, partition)
            return {row["id"]: row["hash"] for row in rows}

        if not self._may_look(kind, tenant):
            return {}
        return self._with("read hashes", self._collections.alias(kind, tenant), read, {})

    def count(self, kind: Kind, tenant: str | None = None) -> int:
        def counted(target: Target) -> int:
            partition = self._collections.partition(target.name, kind, tenant)
            if partition is None:
                return 0
            # Lite counts 100,000 rows in 5 s with a filter; without one in 0.03 s, but always the whole collection.
            everyone = condition(kind, tenant, EVERYTHING, target.fields)
            rows = self._open().query(
                target.name,
                filter="" if self._collections.is_one_tenants(kind) else everyone,
                output_fields=["count(*)"],
                partition_names=[partition],
            )
            return int(rows[0]["count(*)"])

        if not self._may_look(kind, tenant):
            return 0
        return self._with("count", self._collections.alias(kind, tenant), counted, 0)

    def outdated(self) -> Sequence[str]:
        with self._guard("list"):
            return [alias for alias, _ in self._outdated()]

    def rebuild(self, stopped: Callable[[], bool] = lambda: False) -> int:
        from retrieval.adapters.milvus_rebuild import rebuild_collection  # it is for a change of model only

        self._open()
        built = 0
        with self._guard("rebuild"):
            self._collections.drop_left_over()
            for alias, kind in self._outdated():
                built += rebuild_collection(
                    self._open(), self._collections, alias, kind, self._embedder, self._rows, self._writing, stopped
                )
        return built

    def flush(self) -> None:
        self._flush({alias for alias, _ in self._collections.aliases()} if self._open() else ())

    def close(self) -> None:
        if self._client is None:
            return
        self._client.close()
        self._client = None
        if self._path is not None:
            # close() alone keeps the server inside this process and with it the lock on the folder.
            from milvus_lite.server_manager import server_manager_instance

            server_manager_instance.release_server(self._path)

    def _open(self) -> Any:
        if self._client is None:
            raise IndexUnavailable("the index is closed")
        return self._client

    @contextmanager
    def _guard(self, action: str) -> Iterator[None]:
        try:
            yield
        except self._failure as error:
            raise IndexUnavailable(f"{action}: {type(error).__name__} {getattr(error, 'code', '')}".strip()) from error

    def _may_look(self, kind: Kind, tenant: str | None) -> bool:
        """The same as :func:`retrieval.index.may_look`; raises where the index is closed."""
        self._open()
        return may_look(kind, tenant)

    def _with(self, action: str, alias: str, use: Callable[[Target], T], nothing: T) -> T:
        """What ``use`` makes of the collection behind an alias; ``nothing`` where there is none."""
        with self._guard(action):
            return self._used(alias, use) if self._collections.serving(alias) else nothing

    def _used(self, alias: str, use: Callable[[Target], T]) -> T:
        """Once more where the collection is not there, or not loaded, any more.

        As after a rebuild, here or in another process, or a restart of the server.
        """
        try:
            return use(self._collections.serving_or_new(alias))
        except self._failure as error:
            self._collections.forget(alias)
            if error.code not in _NOT_FOUND_OR_LOADED or self._collections.serving(alias) is None:
                raise
            return use(self._collections.serving_or_new(alias))

    def _outdated(self) -> list[tuple[str, Kind]]:
        return [
            (alias, kind)
            for alias, kind in self._collections.aliases()
            if (target := self._collections.serving(alias)) and self._collections.is_outdated(target)
        ]

    def _store(self, rows: Sequence[Prepared]) -> set[str]:
        """Store rows without making them durable; the aliases that they went to."""
        places: dict[tuple[Kind, str], list[Prepared]] = {}
        for row in rows:
            places.setdefault((row.record.kind, row.record.tenant), []).append(row)
        for (kind, tenant), own in places.items():
            with self._writing, self._guard("upsert"):
                self._used(self._collections.alias(kind, tenant), partial(self._put, kind, tenant, own))
        return {self._collections.alias(kind, tenant) for kind, tenant in places}

    def _put(self, kind: Kind, tenant: str, rows: Sequence[Prepared], target: Target) -> None:
        partition = self._collections.partition(target.name, kind, tenant, create=True)
        self._open().upsert(target.name, self._entities(target, rows), partition_name=partition)

    def _entities(self, target: Target, rows: Sequence[Prepared]) -> list[dict[str, Any]]:
        """Rows as the collection takes them: one that waits for its rebuild has other vectors, and maybe fields."""
        if not self._collections.is_outdated(target):
            return [entity(row.record, row.vector) for row in rows]
        embedder = self._embedder_of(target)
        dim = target.filled.dim if target.filled else self._embedder.dim
        texts = [row.record.text for row in rows]
        vectors = embedder.embed(texts) if embedder else np.zeros((len(rows), dim), dtype=np.float32)
        entities = (entity(row.record, vector) for row, vector in zip(rows, vectors, strict=True))
        return [{name: value for name, value in row.items() if name in target.fields} for row in entities]

    def _embedder_of(self, target: Target) -> Embedder | None:
        """The embedding that filled a collection, or ``None`` where it cannot be loaded any more."""
        if target.filled is None:
            return None
        name = target.filled.model
        if name not in self._resolved:
            self._resolved[name] = self._resolve(name)
        return self._resolved[name]

    def _settle(self, aliases: Iterable[str]) -> None:
        """Flush on Lite, which searches unflushed rows thirty times slower (5,000 rows: 510 ms against 16 ms).

        A server seals its segments by itself and takes one flush of a collection in ten seconds.
        """
        if self._path is not None:
            self._flush(aliases)

    def _flush(self, aliases: Iterable[str]) -> None:
        for alias in aliases:
            self._with("flush", alias, lambda target: self._open().flush(target.name), None)

    def _search(
        self, target: Target, query: str, tok: str, kind: Kind, tenant: str | None, where: Filter, k: int
    ) -> list[Hit]:
        partition = self._collections.partition(target.name, kind, tenant)
        if partition is None:
            return []
        fusion = self._fusions[kind]
        only = condition(kind, tenant, where, target.fields)
        rows: dict[str, Mapping[str, str]] = {}
        found: dict[Leg, Sequence[Ranked]] = {}
        if "dense" in fusion.legs and (embedder := self._embedder_of(target)):
            vector = embedder.embed([query])[0]
            if vector.any():
                found["dense"] = self._leg(target, "dense", vector, partition, only, fusion.depth, rows)
        if "lexical" in fusion.legs:
            once = " ".join(dict.fromkeys(tok.split()))  # a word said twice is not wanted twice
            found["lexical"] = self._leg(target, "sparse", once, partition, only, fusion.depth, rows)
        if self._collections.is_outdated(target):
            # The filter above had only the fields that the collection has.
            kept = {key for key, row in rows.items() if where.keeps(record_of(payload_of(kind, row["payload"])))}
            found = {leg: [row for row in ranked if row.key in kept] for leg, ranked in found.items()}
            rows = {key: rows[key] for key in kept}
        if "structure" in fusion.legs:
            structures = {key: row.get("structure", "") for key, row in rows.items()}
            found["structure"] = rank_structures(signature(query), structures)
        hits = []
        for fused in fuse(found, fusion)[:k]:
            payload = payload_of(kind, rows[fused.key]["payload"])
            hits.append(Hit(kind, rows[fused.key]["id"], text_of(payload), fused.score, fused.parts, payload))
        return hits

    def _leg(
        self,
        target: Target,
        field: str,
        wanted: str | Vectors,
        partition: str,
        only: str,
        depth: int,
        rows: dict[str, Mapping[str, str]],
    ) -> list[Ranked]:
        """What one field finds; the rows themselves go to ``rows`` by key."""
        is_text = isinstance(wanted, str)
        (found,) = self._open().search(
            target.name,
            data=[wanted if isinstance(wanted, str) else wanted.tolist()],
            anns_field=field,
            search_params={"metric_type": "BM25" if is_text else "COSINE"},
            filter=only,
            limit=depth,
            output_fields=[name for name in _OUTPUT if name in target.fields],
            partition_names=[partition],
        )
        rows |= {hit["key"]: hit["entity"] for hit in found}
        # Lite gives BM25 as a negative distance, a server as a positive score.
        scored = [Ranked(hit["key"], abs(hit["distance"]) if is_text else hit["distance"]) for hit in found]
        return sorted(scored, key=lambda row: (-row.score, row.key))

    def _rows(
        self, name: str, fields: Sequence[str], only: str = ALL, partition: str | None = None
    ) -> Iterator[Mapping[str, str]]:
        """All rows of a collection or partition, in batches behind the scenes."""
        batches = self._open().query_iterator(
            name,
            batch_size=1000,
            filter=only,
            output_fields=list(fields),
            partition_names=[partition] if partition else None,
        )
        try:
            while batch := batches.next():
                yield from batch
        finally:
            batches.close()
