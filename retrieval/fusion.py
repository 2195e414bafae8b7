"""The legs of a search joined: dense, lexical, and the structure of formulas.

The legs are joined here and not by the store's own ranker for two reasons: a joined search of Milvus answers
with the joined score only, so that no hit could say which leg found it; and one piece of code for both
adapters means that the in-memory twin ranks as the real store does.

The structure leg asks the store nothing: it orders what the other two found, whose tokens hold the structure too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType

from retrieval.hit import Kind, Leg, Part
from retrieval.structure import likeness


@dataclass(frozen=True, slots=True)
class Fusion:
    """How the legs are joined; ``depth`` is how many rows each leg of the store is asked for.

    A row gets from each leg that part of the leg's weight that its score is of the leg's best. Weights add up to 1; 0
    switches a leg off.
    """

    depth: int = 50
    weights: Mapping[Leg, float] = field(default_factory=lambda: {"dense": 0.4, "lexical": 0.6})

    @property
    def legs(self) -> tuple[Leg, ...]:
        """The legs that are on."""
        return tuple(leg for leg, weight in self.weights.items() if weight > 0)


@dataclass(frozen=True, slots=True)
class Ranked:
    """One row as one leg found it."""

    key: str
    score: float


@dataclass(frozen=True, slots=True)
class Fused:
    """One row after joining."""

    key: str
    score: float
    parts: Mapping[Leg, Part]


_WITH_STRUCTURE = Fusion(weights={"dense": 0.33, "lexical": 0.5, "structure": 0.17})
FUSIONS: Mapping[Kind, Fusion] = MappingProxyType(
    {"standard": Fusion(), "note": _WITH_STRUCTURE, "bank": _WITH_STRUCTURE}
)
"""Chosen on one half of the labelled notes and of the mistakes of ``tests/benchmarks/retrieval_similar.py``; the bars
count all of them. By reciprocal ranks the better leg was diluted: recall@1 .72 where it alone has .75.
"""


def rank_structures(query: str, structures: Mapping[str, str]) -> list[Ranked]:
    """Rows whose signature is like the query's, best first; ``structures`` are signatures by key."""
    found = [Ranked(key, likeness(query, structure)) for key, structure in structures.items()]
    return sorted((row for row in found if row.score > 0), key=lambda row: (-row.score, row.key))


def fuse(found: Mapping[Leg, Sequence[Ranked]], fusion: Fusion) -> list[Fused]:
    """Rows by joined score, best first; ties by key, so that the same rows always come in the same order.

    Rows that a leg scores alike share the rank of the first of them.
    """
    parts: dict[str, dict[Leg, Part]] = {}
    for leg, rows in found.items():
        rank, best = 1, rows[0].score if rows else 0.0
        for score, equals in groupby(rows, key=lambda row: row.score):
            tied = list(equals)
            share = fusion.weights[leg] * max(score, 0.0) / best if best > 0 else 0.0
            for row in tied:
                parts.setdefault(row.key, {})[leg] = Part(rank, score, share)
            rank += len(tied)
    fused = [Fused(key, sum(part.share for part in legs.values()), legs) for key, legs in parts.items()]
    return sorted(fused, key=lambda row: (-row.score, row.key))
