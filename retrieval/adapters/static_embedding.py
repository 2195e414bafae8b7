"""The shipped embedding: a table of token vectors, read with model2vec (numpy only, no torch)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import numpy as np

from retrieval.embedding import Vectors
from retrieval.errors import EmbeddingError
from retrieval.tokens import tokenise

_MAX_TOKENS = 4096
"""Tokens looked at; model2vec's own 512 would cut a long note before its teacher's words."""


class StaticEmbedder:
    """Vectors of texts that are tokenised by :func:`retrieval.tokens.tokenise`, as in training."""

    def __init__(self, folder: Path | None = None) -> None:
        # Slow: a sixth of a second, which a command without search should not pay.
        from model2vec import StaticModel

        self._folder = folder or Path(str(resources.files("retrieval") / "model"))
        weights = self._folder / "model.safetensors"
        if not weights.exists():
            weights = self._folder / "0_StaticEmbedding" / "model.safetensors"
        if not weights.exists():
            raise EmbeddingError(f"no model in {self._folder}: python -m retrieval.training --out {self._folder}")
        self._model = StaticModel.from_pretrained(self._folder, normalize=True)
        self._dim = int(self._model.dim)
        self._name = f"yuje-static-{hashlib.sha256(weights.read_bytes()).hexdigest()[:12]}"

    @property
    def name(self) -> str:
        return self._name

    @property
    def dim(self) -> int:
        return self._dim

    def embed(self, texts: Sequence[str]) -> Vectors:
        """``(n, dim)`` float32, unit norm; zero where no token is known."""
        if not texts:
            return np.zeros((0, self._dim), dtype=np.float32)
        tokens = [tokenise(text) for text in texts]
        vectors = self._model.encode(tokens, max_length=_MAX_TOKENS, use_multiprocessing=False)
        return np.asarray(vectors, dtype=np.float32)
