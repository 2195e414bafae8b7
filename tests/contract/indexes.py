"""What the suites of :class:`retrieval.index.Index` share: adapters, rows, and an embedding that needs no training.

A Milvus server joins where ``YUJE_TEST_MILVUS_URI`` names one: give it one of its own, everything on it is dropped.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from retrieval.adapters.memory import MemoryIndex
from retrieval.adapters.milvus import MilvusIndex
from retrieval.embedding import Vectors
from retrieval.index import Index
from retrieval.note import WrongAnswerNote
from retrieval.standard import Standard, find_standard
from retrieval.tokens import tokenise

ADAPTERS = ["memory", "lite", "lite with partitions", *(["server"] if os.environ.get("YUJE_TEST_MILVUS_URI") else [])]
HOSTILE = [
    '" or 1==1 or "',
    "a' or 'a'=='a",
    "x] or key != [",
    'b\\" or tenant != \\"',
    "학원 가%_*",
    "{tenant}",
    "💯ⅰ",
]


class HashedEmbedder:
    """A stand-in that needs no training: tokens counted in boxes."""

    def __init__(self, dim: int = 64) -> None:
        self.name = f"hashed-{dim}"
        self.dim = dim

    def embed(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for token in tokenise(text).split():
                row[zlib.crc32(token.encode()) % self.dim] += 1
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors /= np.where(norms > 0, norms, 1)
        return vectors


def open_adapter(adapter: str, folder: Path) -> Index:
    """An empty index."""
    if adapter == "memory":
        return MemoryIndex(HashedEmbedder())
    if adapter == "lite":
        return MilvusIndex(folder / "index.db", HashedEmbedder())
    if adapter == "lite with partitions":  # as on a server; the second academy shares a partition with later ones
        return MilvusIndex(folder / "index.db", HashedEmbedder(), max_partitions=1)
    _empty(os.environ["YUJE_TEST_MILVUS_URI"])
    return MilvusIndex(os.environ["YUJE_TEST_MILVUS_URI"], HashedEmbedder())


def _empty(uri: str) -> None:
    """Drop what an earlier test left on a server."""
    from pymilvus import MilvusClient

    client = MilvusClient(uri)
    for name in client.list_collections():
        for alias in client.list_aliases(name)["aliases"]:
            client.drop_alias(alias)
        client.drop_collection(name)
    client.close()


def standards(*codes: str) -> list[Standard]:
    found = [find_standard(code) for code in codes]
    assert all(found)
    return [standard for standard in found if standard]


def note(number: int, tenant: str, statement: str, standard: str | None = "[9수02-20]") -> WrongAnswerNote:
    return WrongAnswerNote(
        id=f"n{number}",
        tenant=tenant,
        statement=statement,
        student_answer="x=-2, -3",
        correct_answer="x=2, 3",
        standard=standard,
        misconception="sign-of-roots",
    )
