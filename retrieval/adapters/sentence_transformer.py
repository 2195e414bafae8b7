"""Any sentence-transformers model as the embedding, by name or folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from retrieval.embedding import Vectors
from retrieval.errors import EmbeddingError, MissingExtra


class SentenceTransformerEmbedder:
    """Vectors of the texts as they are: such a model brings its own tokenisation.

    A folder is read from disk. A name is downloaded by sentence-transformers unless it is cached or
    ``local_only`` forbids it. Raises :class:`MissingExtra` without the library, :class:`EmbeddingError` for a model
    that cannot be loaded.
    """

    def __init__(self, model: str | Path, *, local_only: bool = True) -> None:
        try:  # optional and slow: brings torch
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise MissingExtra("sentence-transformers", "embeddings") from error
        try:
            self._model = SentenceTransformer(str(model), local_files_only=local_only)
        except (OSError, ValueError) as error:
            raise EmbeddingError(f"cannot load the embedding {model}: {error}") from error
        dim = self._model.get_embedding_dimension()
        if dim is None:
            raise EmbeddingError(f"the embedding {model} does not say its dimension")
        self._dim = int(dim)
        self._name = f"sentence-transformers:{model}"

    @property
    def name(self) -> str:
        return self._name

    @property
    def dim(self) -> int:
        return self._dim

    def embed(self, texts: Sequence[str]) -> Vectors:
        """``(n, dim)`` float32, unit norm."""
        if not texts:
            return np.zeros((0, self._dim), dtype=np.float32)
        vectors = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)
