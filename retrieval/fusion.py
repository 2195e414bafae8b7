"""Reciprocal rank fusion of the dense and the lexical leg.

The legs are joined here and not by the store's own ranker for two reasons: a joined search of Milvus answers
with the joined score only, so that no hit could say which leg found it; and one piece of code for both
adapters means that the in-memory twin ranks as the real store does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from retrieval.hit import Leg, Part


@dataclass(frozen=True, slots=True)
class Fusion:
    """How the legs are joined: a row gets ``weight / (k + rank)`` from each leg that found it.

    ``depth`` is how many rows each leg is asked for. A weight of 0 switches a leg off.
    """

    k: int = 60
    depth: int = 50
    weights: Mapping[Leg, float] = field(default_factory=lambda: {"dense": 1.0, "lexical": 1.0})

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


def fuse(found: Mapping[Leg, Sequence[Ranked]], fusion: Fusion) -> list[Fused]:
    """Rows by joined score, best first; ties by key, so that the same rows always come in the same order."""
    parts: dict[str, dict[Leg, Part]] = {}
    for leg, rows in found.items():
        for rank, row in enumerate(rows, start=1):
            share = fusion.weights[leg] / (fusion.k + rank)
            parts.setdefault(row.key, {})[leg] = Part(rank, row.score, share)
    fused = [Fused(key, sum(part.share for part in legs.values()), legs) for key, legs in parts.items()]
    return sorted(fused, key=lambda row: (-row.score, row.key))
