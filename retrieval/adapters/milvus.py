"""The search on Milvus: Milvus Lite by path, any Milvus by URI, the same calls for both.

Only what Lite does as the server does is used: explicit schemas, FLAT and inverted indexes, the BM25 function
with the ``standard`` analyzer over texts that are tokenised here, explicit partitions.

Notes: one partition a tenant. A partition *key* would not keep Lite from scanning everyone's rows (100,000 rows,
10 tenants: 99 ms against 6.9 ms). A server takes 1,024 partitions a collection: more tenants need a second collection.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from retrieval.embedding import Embedder
from retrieval.errors import IndexUnavailable
from retrieval.fusion import Fusion, Ranked, fuse
from retrieval.hit import Hit, Kind, Leg
from retrieval.index import MAX_QUERY, check_k
from retrieval.note import WrongAnswerNote
from retrieval.record import note_key, payload_of, record_of, text_of
from retrieval.standard import Standard, normalise_code
from retrieval.tokens import VERSION, tokenise

_BATCH = 256
"""Rows an upsert: some 2 MB, far below the 64 MB of a gRPC message."""
_STANDARDS_PARTITION = "_default"
_OUTPUT = ["id", "payload"]


class MilvusIndex:
    """Rows in two collections, ``standards_…`` and ``notes_…``.

    The end of their names says which embedding and tokenisation filled them: after a change of either the search
    starts from empty collections, which the next load fills, and never compares vectors of two models.
    """

    def __init__(self, uri: str | Path, embedder: Embedder, fusion: Fusion | None = None) -> None:
        # Slow: pymilvus and the server inside Milvus Lite take about a second to import.
        from pymilvus import MilvusClient
        from pymilvus.exceptions import MilvusException

        # Its own handler prints each failed call, filter and all: ids and tenants on the console. Failures are raised.
        logging.getLogger("pymilvus").setLevel(logging.CRITICAL)
        self._failure = MilvusException
        self._embedder = embedder
        self._fusion = fusion or Fusion()
        self._path = None if "://" in str(uri) else os.path.abspath(uri)
        self._client: Any = None
        generation = hashlib.sha256(f"{embedder.name}|{embedder.dim}|{VERSION}".encode()).hexdigest()[:8]
        self._collections: dict[Kind, str] = {"standard": f"standards_{generation}", "note": f"notes_{generation}"}
        self._partitions: set[str] = set()
        if self._path is not None:
            Path(self._path).parent.mkdir(parents=True, exist_ok=True)
        with self._guard("open"):
            self._client = MilvusClient(self._path or str(uri))
            for name in self._collections.values():
                self._prepare(name)

    def upsert_standards(self, standards: Sequence[Standard]) -> int:
        return self._upsert("standard", _STANDARDS_PARTITION, standards)

    def upsert_notes(self, notes: Sequence[WrongAnswerNote]) -> int:
        by_tenant: dict[str, list[WrongAnswerNote]] = {}
        for note in notes:
            by_tenant.setdefault(note.tenant, []).append(note)
        for tenant, own in by_tenant.items():
            partition = _partition(tenant)
            if not self._has(partition):
                with self._guard("create partition"):
                    self._open().create_partition(self._collections["note"], partition)
            self._upsert("note", partition, own)
        return len(notes)

    def delete_notes(self, tenant: str, ids: Iterable[str]) -> None:
        keys = [note_key(tenant, note_id) for note_id in ids]
        if keys and (partition := self._scope("note", tenant)):
            with self._guard("delete"):
                self._open().delete(
                    self._collections["note"], filter=f"key in {_quoted(keys)}", partition_name=partition
                )

    def search(
        self,
        query: str,
        *,
        kind: Kind = "standard",
        tenant: str | None = None,
        standard: str | None = None,
        k: int = 5,
    ) -> list[Hit]:
        check_k(k)
        query = query[:MAX_QUERY]
        tok = tokenise(query)
        partition = self._scope(kind, tenant)
        if not tok or partition is None:
            return []
        condition = _condition(kind, tenant, standard)
        rows: dict[str, Mapping[str, str]] = {}
        found: dict[Leg, Sequence[Ranked]] = {}
        for leg in self._fusion.legs:
            found[leg] = self._leg(leg, query if leg == "dense" else tok, kind, partition, condition, rows)
        hits = []
        for row in fuse(found, self._fusion)[:k]:
            payload = payload_of(kind, rows[row.key]["payload"])
            hits.append(Hit(kind, rows[row.key]["id"], text_of(payload), row.score, row.parts, payload))
        return hits

    def hashes(self, kind: Kind, tenant: str | None = None) -> Mapping[str, str]:
        if (partition := self._scope(kind, tenant)) is None:
            return {}
        hashes: dict[str, str] = {}
        with self._guard("read hashes"):
            batches = self._open().query_iterator(
                self._collections[kind],
                batch_size=1000,
                filter=_condition(kind, tenant, None),
                output_fields=["id", "hash"],
                partition_names=[partition],
            )
            while batch := batches.next():
                hashes |= {row["id"]: row["hash"] for row in batch}
            batches.close()
        return hashes

    def count(self, kind: Kind, tenant: str | None = None) -> int:
        if (partition := self._scope(kind, tenant)) is None:
            return 0
        with self._guard("count"):
            # Without a filter Lite counts the whole collection, whatever the partition.
            rows = self._open().query(
                self._collections[kind],
                filter=_condition(kind, tenant, None),
                output_fields=["count(*)"],
                partition_names=[partition],
            )
        return int(rows[0]["count(*)"])

    def flush(self) -> None:
        with self._guard("flush"):
            for name in self._collections.values():
                self._open().flush(name)

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

    def _prepare(self, name: str) -> None:
        if not self._client.has_collection(name):
            schema, indexes = _schema(self._client, self._embedder.dim)
            # Strong: a row is found by the search that follows its upsert.
            self._client.create_collection(name, schema=schema, consistency_level="Strong")
            # sync=False: the client sleeps half a second an index before it first asks whether it is there.
            self._client.create_index(name, indexes, sync=False)
        self._client.load_collection(name)

    def _scope(self, kind: Kind, tenant: str | None) -> str | None:
        """The partition to look in; ``None`` where there is nothing to see."""
        self._open()
        if kind == "standard":
            return _STANDARDS_PARTITION
        if not tenant:
            return None
        partition = _partition(tenant)
        return partition if self._has(partition) else None

    def _has(self, partition: str) -> bool:
        if partition not in self._partitions:
            with self._guard("look for partition"):
                if not self._open().has_partition(self._collections["note"], partition):
                    return False
            self._partitions.add(partition)
        return True

    def _upsert(self, kind: Kind, partition: str, rows: Sequence[Standard] | Sequence[WrongAnswerNote]) -> int:
        for start in range(0, len(rows), _BATCH):
            records = [record_of(row) for row in rows[start : start + _BATCH]]
            vectors = self._embedder.embed([record.text for record in records])
            data = [
                {
                    "key": record.key,
                    "id": record.id,
                    "tenant": record.tenant,
                    "standard": record.standard,
                    "tok": record.tok,
                    "hash": record.hash,
                    "payload": record.payload,
                    "dense": vector.tolist(),
                }
                for record, vector in zip(records, vectors, strict=True)
            ]
            with self._guard("upsert"):
                self._open().upsert(self._collections[kind], data, partition_name=partition)
                # Lite searches unflushed rows thirty times slower (5,000 rows: 510 ms against 16 ms).
                self._open().flush(self._collections[kind])
        return len(rows)

    def _leg(
        self,
        leg: Leg,
        query: str,
        kind: Kind,
        partition: str,
        condition: str,
        rows: dict[str, Mapping[str, str]],
    ) -> list[Ranked]:
        """What one leg finds; the rows themselves go to ``rows`` by key."""
        vector = self._embedder.embed([query])[0] if leg == "dense" else None
        if vector is not None and not vector.any():
            return []
        with self._guard("search"):
            (found,) = self._open().search(
                self._collections[kind],
                data=[query if vector is None else vector.tolist()],
                anns_field="sparse" if vector is None else "dense",
                search_params={"metric_type": "BM25" if vector is None else "COSINE"},
                filter=condition,
                limit=self._fusion.depth,
                output_fields=_OUTPUT,
                partition_names=[partition],
            )
        rows |= {hit["key"]: hit["entity"] for hit in found}
        # Lite gives BM25 as a negative distance, a server as a positive score.
        scored = [Ranked(hit["key"], abs(hit["distance"]) if vector is None else hit["distance"]) for hit in found]
        return sorted(scored, key=lambda row: (-row.score, row.key))


def _partition(tenant: str) -> str:
    """A partition name takes letters, digits and ``_`` only; a hash cannot be made to name another's."""
    return f"t_{hashlib.sha256(tenant.encode()).hexdigest()[:40]}"


def _condition(kind: Kind, tenant: str | None, standard: str | None) -> str:
    """The filter. The tenant stands in it although the partition is the tenant's own: two locks, one door."""
    parts = []
    if kind == "note":
        parts.append(f"tenant == {_quoted(tenant)}")
    if standard is not None:
        parts.append(f"standard == {_quoted(normalise_code(standard)[:64])}")
    return " and ".join(parts) or 'key != ""'


def _quoted(value: object) -> str:
    """A value as the filter language writes it; quotes and backslashes cannot leave the string."""
    return json.dumps(value, ensure_ascii=False)


def _schema(client: Any, dim: int) -> tuple[Any, Any]:
    # Slow, see MilvusIndex.__init__.
    from pymilvus import DataType, Function, FunctionType

    schema = client.create_schema(auto_id=False, enable_dynamic_field=False)
    schema.add_field("key", DataType.VARCHAR, max_length=64, is_primary=True)
    for name, max_bytes in (("id", 512), ("tenant", 512), ("standard", 512), ("hash", 64), ("payload", 65_535)):
        schema.add_field(name, DataType.VARCHAR, max_length=max_bytes)
    analyzer = {"tokenizer": "standard"}  # Lite has no "whitespace"; the tokens are letters and digits only
    schema.add_field("tok", DataType.VARCHAR, max_length=65_535, enable_analyzer=True, analyzer_params=analyzer)
    schema.add_field("dense", DataType.FLOAT_VECTOR, dim=dim)
    schema.add_field("sparse", DataType.SPARSE_FLOAT_VECTOR)
    bm25 = Function(
        name="bm25", function_type=FunctionType.BM25, input_field_names=["tok"], output_field_names=["sparse"]
    )
    schema.add_function(bm25)
    indexes = client.prepare_index_params()
    # FLAT: a tenant's notes are thousands, and a filtered HNSW lost one in ten of the nearest (recall .91 at ef 64).
    indexes.add_index("dense", index_type="FLAT", metric_type="COSINE")
    indexes.add_index("sparse", index_type="SPARSE_INVERTED_INDEX", metric_type="BM25")
    return schema, indexes
