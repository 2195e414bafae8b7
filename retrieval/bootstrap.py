"""Where the parts of this package are put together."""

from __future__ import annotations

from pathlib import Path

from retrieval.embedding import Embedder
from retrieval.errors import RetrievalError
from retrieval.index import Index

MEMORY = ":memory:"
"""In place of a path: an index that is gone with the process."""


def load_embedder(model: str | None = None) -> Embedder:
    """The shipped static embedding (no torch, no network, no download), or a sentence-transformers model.

    ``model`` is a name such as ``BAAI/bge-m3`` or a folder. Raises :class:`retrieval.errors.MissingExtra` without the
    library and :class:`retrieval.errors.EmbeddingError` for a model that cannot be loaded.
    """
    if model is None:
        # Slow: numpy and tokenizers, a third of a second.
        from retrieval.adapters.static_embedding import StaticEmbedder

        return StaticEmbedder()
    from retrieval.adapters.sentence_transformer import SentenceTransformerEmbedder  # optional and slow: torch

    return SentenceTransformerEmbedder(model)


def recorded_embedder(name: str) -> Embedder | None:
    """The embedding that a collection was filled with, where exactly that one can still be loaded from here."""
    from retrieval.adapters.sentence_transformer import SentenceTransformerEmbedder, model_of

    try:
        model = model_of(name)
        embedder = load_embedder() if model is None else SentenceTransformerEmbedder(model, local_only=True)
        return embedder if embedder.name == name else None
    except RetrievalError:
        return None


def open_index(uri_or_path: str | Path, embedder: Embedder | None = None) -> Index:
    """The index at a folder (Milvus Lite), at a URI (any Milvus) or, for ``:memory:``, in this process only.

    Raises :class:`retrieval.errors.IndexUnavailable` where it cannot be opened, as when another process holds the
    folder.
    """
    chosen = embedder or load_embedder()
    if str(uri_or_path) == MEMORY:
        from retrieval.adapters.memory import MemoryIndex  # slow: numpy

        return MemoryIndex(chosen)
    from retrieval.adapters.milvus import MilvusIndex  # slow: numpy; pymilvus follows in its constructor

    return MilvusIndex(uri_or_path, chosen, resolve=recorded_embedder)
