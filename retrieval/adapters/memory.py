"""The in-memory twin of the search: numpy and a small BM25. For tests and for a run that keeps nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.embedding import Embedder, Vectors
from retrieval.errors import IndexUnavailable
from retrieval.filter import EVERYTHING, Filter
from retrieval.fusion import FUSIONS, Fusion, Ranked, fuse, rank_structures
from retrieval.hit import Hit, Kind, Leg, Part, Row
from retrieval.index import MAX_QUERY, check_k, check_vectors, may_look
from retrieval.record import Prepared, Record, payload_of, prepare, row_key, text_of
from retrieval.standard import normalise_code
from retrieval.structure import signature
from retrieval.tokens import tokenise

_K1, _B = 1.2, 0.75
"""The same as Milvus' BM25 index has by default, so that both adapters rank alike."""


@dataclass(frozen=True, slots=True)
class _Row:
    record: Record
    vector: Vectors
    terms: Counter[str]


class MemoryIndex:
    """Rows in dictionaries: standards in one, the notes and the bank of each tenant in one of their own."""

    def __init__(self, embedder: Embedder, fusions: Mapping[Kind, Fusion] = FUSIONS) -> None:
        self._embedder = embedder
        self._fusions = fusions
        self._scopes: dict[tuple[Kind, str], dict[str, _Row]] = {}
        self._closed = False

    def upsert(self, rows: Sequence[Row]) -> int:
        return self.store(prepare(rows, self._embedder))

    def store(self, rows: Sequence[Prepared]) -> int:
        self._scope("standard", None)
        check_vectors(rows, self._embedder)
        for row in rows:
            scope = self._scope(row.record.kind, row.record.tenant)
            scope[row.record.key] = _Row(row.record, row.vector, Counter(row.record.tok.split()))
        return len(rows)

    def delete(self, kind: Kind, tenant: str | None, ids: Iterable[str]) -> None:
        rows = self._scope(kind, tenant)
        for row_id in ids:
            rows.pop(normalise_code(row_id) if kind == "standard" else row_key(tenant or "", row_id), None)

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
        rows, fusion = self._scope(kind, tenant), self._fusions[kind]
        query = query[:MAX_QUERY]
        tok = tokenise(query)
        if not tok or not rows:
            return []
        keys = [key for key, row in rows.items() if where.keeps(row.record)]
        found: dict[Leg, Sequence[Ranked]] = {}
        if "dense" in fusion.legs:
            found["dense"] = self._dense(query, rows, keys)[: fusion.depth]
        if "lexical" in fusion.legs:
            found["lexical"] = _lexical(tok, rows, keys)[: fusion.depth]
        if "structure" in fusion.legs:
            candidates = {row.key: rows[row.key].record.structure for leg in found.values() for row in leg}
            found["structure"] = rank_structures(signature(query), candidates)
        return [_hit(rows[row.key].record, row.score, row.parts) for row in fuse(found, fusion)[:k]]

    def hashes(self, kind: Kind, tenant: str | None = None) -> Mapping[str, str]:
        return {row.record.id: row.record.hash for row in self._scope(kind, tenant).values()}

    def count(self, kind: Kind, tenant: str | None = None) -> int:
        return len(self._scope(kind, tenant))

    def outdated(self) -> Sequence[str]:
        return ()  # it lives no longer than its embedder

    def rebuild(self, stopped: Callable[[], bool] = lambda: False) -> int:
        return 0

    def flush(self) -> None:
        self._scope("standard", None)  # only to raise where closed: there is nothing to make durable

    def close(self) -> None:
        self._closed = True

    def _scope(self, kind: Kind, tenant: str | None) -> dict[str, _Row]:
        if self._closed:
            raise IndexUnavailable("the index is closed")
        owner = "" if kind == "standard" else tenant or ""
        return self._scopes.setdefault((kind, owner), {}) if may_look(kind, tenant) else {}

    def _dense(self, query: str, rows: Mapping[str, _Row], keys: Sequence[str]) -> list[Ranked]:
        vector = self._embedder.embed([query])[0]
        if not keys or not vector.any():
            return []
        cosines = np.stack([rows[key].vector for key in keys]) @ vector
        return sorted(
            (Ranked(key, float(cosine)) for key, cosine in zip(keys, cosines, strict=True)),
            key=lambda row: (-row.score, row.key),
        )


def _lexical(tok: str, rows: Mapping[str, _Row], keys: Sequence[str]) -> list[Ranked]:
    """BM25 over the whole scope; ``keys`` only limits what is returned, as a filter of Milvus does."""
    terms = set(tok.split())
    mean_length = sum(row.terms.total() for row in rows.values()) / len(rows) or 1.0
    having = Counter(term for row in rows.values() for term in terms & row.terms.keys())
    idf = {term: math.log(1 + (len(rows) - n + 0.5) / (n + 0.5)) for term, n in having.items()}
    ranked = []
    for key in keys:
        row = rows[key]
        norm = _K1 * (1 - _B + _B * row.terms.total() / mean_length)
        score = sum(idf[t] * row.terms[t] * (_K1 + 1) / (row.terms[t] + norm) for t in terms & row.terms.keys())
        if score > 0:
            ranked.append(Ranked(key, score))
    return sorted(ranked, key=lambda row: (-row.score, row.key))


def _hit(record: Record, score: float, parts: Mapping[Leg, Part]) -> Hit:
    payload = payload_of(record.kind, record.payload)
    return Hit(record.kind, record.id, text_of(payload), score, parts, payload)
