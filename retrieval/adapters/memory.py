"""The in-memory twin of the search: numpy and a small BM25. For tests and for a run that keeps nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.embedding import Embedder, Vectors
from retrieval.errors import IndexUnavailable
from retrieval.fusion import Fusion, Ranked, fuse
from retrieval.hit import Hit, Kind, Leg, Part
from retrieval.index import MAX_QUERY, check_k
from retrieval.note import WrongAnswerNote
from retrieval.record import Record, note_key, payload_of, record_of, text_of
from retrieval.standard import Standard, normalise_code
from retrieval.tokens import tokenise

_K1, _B = 1.2, 0.75
"""The same as Milvus' BM25 index has by default, so that both adapters rank alike."""


@dataclass(frozen=True, slots=True)
class _Row:
    record: Record
    vector: Vectors
    terms: Counter[str]


class MemoryIndex:
    """Rows in dictionaries: standards in one, the notes of each tenant in one of their own."""

    def __init__(self, embedder: Embedder, fusion: Fusion | None = None) -> None:
        self._embedder = embedder
        self._fusion = fusion or Fusion()
        self._scopes: dict[tuple[Kind, str], dict[str, _Row]] = {}
        self._closed = False

    def upsert_standards(self, standards: Sequence[Standard]) -> int:
        return self._upsert(standards)

    def upsert_notes(self, notes: Sequence[WrongAnswerNote]) -> int:
        return self._upsert(notes)

    def delete_notes(self, tenant: str, ids: Iterable[str]) -> None:
        rows = self._scope("note", tenant)
        for note_id in ids:
            rows.pop(note_key(tenant, note_id), None)

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
        rows = self._scope(kind, tenant)
        query = query[:MAX_QUERY]
        tok = tokenise(query)
        if not tok or not rows:
            return []
        code = None if standard is None else normalise_code(standard)
        keys = [key for key, row in rows.items() if code is None or row.record.standard == code]
        found: dict[Leg, Sequence[Ranked]] = {
            leg: (self._dense(query, rows, keys) if leg == "dense" else _lexical(tok, rows, keys))[: self._fusion.depth]
            for leg in self._fusion.legs
        }
        return [_hit(rows[row.key].record, row.score, row.parts) for row in fuse(found, self._fusion)[:k]]

    def hashes(self, kind: Kind, tenant: str | None = None) -> Mapping[str, str]:
        return {row.record.id: row.record.hash for row in self._scope(kind, tenant).values()}

    def count(self, kind: Kind, tenant: str | None = None) -> int:
        return len(self._scope(kind, tenant))

    def flush(self) -> None:
        self._scope("standard", None)  # only to raise where closed: there is nothing to make durable

    def close(self) -> None:
        self._closed = True

    def _scope(self, kind: Kind, tenant: str | None) -> dict[str, _Row]:
        if self._closed:
            raise IndexUnavailable("the index is closed")
        if kind == "note" and not tenant:
            return {}
        return self._scopes.setdefault((kind, tenant or "" if kind == "note" else ""), {})

    def _upsert(self, rows: Sequence[Standard] | Sequence[WrongAnswerNote]) -> int:
        self._scope("standard", None)
        records = [record_of(row) for row in rows]
        vectors = self._embedder.embed([record.text for record in records])
        for record, vector in zip(records, vectors, strict=True):
            scope = self._scope(record.kind, record.tenant)
            scope[record.key] = _Row(record, vector, Counter(record.tok.split()))
        return len(records)

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
