"""Any sentence-transformers model as the embedding, by name or folder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.embedding import Vectors
from retrieval.errors import EmbeddingError, MissingExtra

_PREFIX = "sentence-transformers:"
BATCH = 32
"""Texts that go through the model at once."""


class SentenceTransformerEmbedder:
    """Vectors of the texts as they are: such a model brings its own tokenisation.

    A folder is read from disk. A name is downloaded by sentence-transformers unless it is cached or ``local_only``
    forbids it. The name that is recorded ends with a digest of the weights: the same name with other weights is another
    model. Raises :class:`MissingExtra` without the library, :class:`EmbeddingError` for a model that cannot be loaded.
    """

    def __init__(self, model: str | Path, *, local_only: bool = False) -> None:
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
        self._name = f"{_PREFIX}{model}@{_digest(self._model)}"

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
        vectors = self._model.encode(list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)


def model_of(name: str) -> str | None:
    """The model in a recorded name; ``None`` for the shipped one's.

    >>> model_of("sentence-transformers:BAAI/bge-m3@0123456789ab"), model_of("yuje-static-0123456789ab")
    ('BAAI/bge-m3', None)
    """
    return name.removeprefix(_PREFIX).rpartition("@")[0] if name.startswith(_PREFIX) else None


def _digest(model: Any) -> str:
    """Of the weights' names, shapes and some 256 values of each: every byte of a large model would take seconds."""
    digest = hashlib.sha256()
    for name, weight in sorted(model.state_dict().items()):
        values = weight.flatten()[:: max(1, weight.numel() // 256)]
        digest.update(f"{name} {tuple(weight.shape)}".encode() + values.float().cpu().numpy().tobytes())
    return digest.hexdigest()[:12]
