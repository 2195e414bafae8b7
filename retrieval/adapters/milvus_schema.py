"""The schema of a collection on Milvus, its version, and what is recorded of how it was filled.

Only what Milvus Lite does as the server does is used: explicit fields, FLAT and inverted indexes, the BM25 function
with the ``standard`` analyzer over texts that are tokenised here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from retrieval.embedding import Embedder, Vectors
from retrieval.record import Record
from retrieval.tokens import VERSION

SCHEMA_VERSION = 2
"""Raise when a field, an index or the meaning of either changes: collections are then built anew."""
PROPERTY = "yuje"
"""Collection property that holds :class:`Filled` as JSON."""
BM25 = {"bm25_k1": 1.2, "bm25_b": 0.75}
"""Given because the defaults differ: Milvus has k1 1.2, Milvus Lite 1.5."""
_TEXTS = {
    "id": 512, "tenant": 512, "standard": 512, "misconception": 256, "language": 8, "mark": 32,
    "structure": 8_000, "hash": 64, "payload": 65_535,
}  # fmt: skip
"""Bytes of each text field; ``tok``, ``key`` and the vectors stand apart."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a collection was filled with. Collections of different fillings are never mixed."""

    model: str
    dim: int
    schema: int
    tokens: int

    @property
    def generation(self) -> str:
        """Ends the name of the collection."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:8]

    def to_json(self) -> str:
        """For the collection's property."""
        return json.dumps(asdict(self), sort_keys=True)


def filling(embedder: Embedder) -> Filled:
    """What a collection is filled with now."""
    return Filled(embedder.name, embedder.dim, SCHEMA_VERSION, VERSION)


def filled_of(properties: Mapping[str, str]) -> Filled | None:
    """What a collection says of itself; ``None`` where nothing readable is recorded."""
    try:
        return Filled(**json.loads(properties[PROPERTY]))
    except (KeyError, ValueError, TypeError):
        return None


def schema_and_indexes(client: Any, dim: int) -> tuple[Any, Any]:
    """Fields and indexes of a collection, the same for every kind."""
    from pymilvus import DataType, Function, FunctionType  # slow: a second

    schema = client.create_schema(auto_id=False, enable_dynamic_field=False)
    schema.add_field("key", DataType.VARCHAR, max_length=64, is_primary=True)
    for name, max_bytes in _TEXTS.items():
        schema.add_field(name, DataType.VARCHAR, max_length=max_bytes)
    for name in ("grade_from", "grade_to"):
        schema.add_field(name, DataType.INT64)
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
    indexes.add_index("sparse", index_type="SPARSE_INVERTED_INDEX", metric_type="BM25", params=BM25)
    return schema, indexes


def entity(record: Record, vector: Vectors) -> dict[str, Any]:
    """A row as Milvus takes it."""
    values = asdict(record)
    return {name: values[name] for name in ("key", "tok", "grade_from", "grade_to", *_TEXTS)} | {
        "dense": vector.tolist()
    }
