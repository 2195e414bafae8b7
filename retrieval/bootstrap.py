"""Where the parts of this package are put together."""

from __future__ import annotations

from pathlib import Path

from retrieval.embedding import Embedder
from retrieval.index import Index

MEMORY = ":memory:"
"""In place of a path: an index that is gone with the process."""


def default_embedder() -> Embedder:
    """The shipped static embedding: no torch, no network, no download."""
    # Slow: numpy and tokenizers, a third of a second.
    from retrieval.adapters.static_embedding import StaticEmbedder

    return StaticEmbedder()


def open_index(uri_or_path: str | Path, embedder: Embedder | None = None) -> Index:
    """The index at a folder (Milvus Lite), at a URI (any Milvus) or, for ``:memory:``, in this process only.

    Raises :class:`retrieval.errors.IndexUnavailable` where it cannot be opened, as when another process holds the
    folder.
    """
    chosen = embedder or default_embedder()
    if str(uri_or_path) == MEMORY:
        from retrieval.adapters.memory import MemoryIndex  # slow: numpy

        return MemoryIndex(chosen)
    from retrieval.adapters.milvus import MilvusIndex  # slow: numpy; pymilvus follows in its constructor

    return MilvusIndex(uri_or_path, chosen)
