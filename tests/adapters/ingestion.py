"""What tests of runs need: a fast embedding, keys by a table, an index that fails on demand, runs that are killed."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from ingest.executors import InProcess
from ingest.memory_ledger import MemoryLedger
from ingest.report import RunReport
from ingest.run import Run
from ingest.stages import Stages
from retrieval.adapters.memory import MemoryIndex
from retrieval.embedding import Vectors
from retrieval.index import Index

TENANT = "academy"


class HashedEmbedder:
    """A text's vector follows from its checksum; counts what it embeds."""

    name, dim = "hashed", 8

    def __init__(self) -> None:
        self.texts = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.texts += len(texts)
        rows = [np.random.default_rng(zlib.crc32(text.encode())).normal(size=self.dim) for text in texts]
        vectors = np.array(rows, dtype=np.float32).reshape(len(texts), self.dim)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


class TableOfKeys:
    """Refutes the keys that it is given."""

    def __init__(self, wrong: Iterable[str] = ()) -> None:
        self._wrong = set(wrong)

    def refuted(self, keys: Sequence[tuple[str, str]]) -> list[bool]:
        return [key in self._wrong for _, key in keys]

    def close(self) -> None:
        pass


class Killed(BaseException):
    """What no part of a run may catch, as it could not catch SIGKILL."""


class Interposed:
    """Calls something before and after every call of a method of another object."""

    def __init__(self, inner: Any, hook: Callable[[str], None]) -> None:
        self._inner, self._hook = inner, hook

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if not callable(found) or name == "lock":
            return found

        def call(*args: Any, **kwargs: Any) -> Any:
            self._hook(f"before {name}")
            answer = found(*args, **kwargs)
            self._hook(f"after {name}")
            return answer

        return call


class Academy:
    """One academy's index and ledger in memory."""

    def __init__(self, wrong_keys: Iterable[str] = ()) -> None:
        self.embedder = HashedEmbedder()
        self.index = MemoryIndex(self.embedder)
        self.ledger = MemoryLedger()
        self._keys = TableOfKeys(wrong_keys)

    def run(self, index: Any = None, ledger: Any = None, patience_s: float = 0.0) -> RunReport:
        """One run, in this process."""
        executor = InProcess(lambda: Stages(lambda: self.embedder, lambda: self._keys))
        return Run(TENANT, index or self.index, ledger or self.ledger, executor, patience_s=patience_s)()

    def rows(self) -> dict[str, str]:
        """Everything in the index, by id: the content hash."""
        return contents(self.index)


def contents(index: Index) -> dict[str, str]:
    """Everything of the academy in an index."""
    return {**index.hashes("note", TENANT), **index.hashes("bank", TENANT)}
