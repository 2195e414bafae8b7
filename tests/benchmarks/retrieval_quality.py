"""Recall of the right standard over ``retrieval_queries.tsv``: ``python -m tests.benchmarks retrieval_quality``.

The queries were written before the wordings that the embedding is trained on, and no setting was chosen on them
(weights and training were chosen by ``python -m retrieval.training --hold-out 1``). But one author wrote both, so
the figures say more about familiar wordings than about a stranger's: see the held-out figure beside them.
"""

from __future__ import annotations

import csv
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from retrieval.adapters.memory import MemoryIndex
from retrieval.adapters.milvus import MilvusIndex
from retrieval.bootstrap import load_embedder
from retrieval.fusion import Fusion
from retrieval.hit import Leg
from retrieval.index import Index
from retrieval.standard import load_standards

LEGS: Mapping[str, Mapping[Leg, float]] = {
    "hybrid": Fusion().weights,
    "dense": {"dense": 1.0, "lexical": 0.0},
    "bm25": {"dense": 0.0, "lexical": 1.0},
}


@dataclass(frozen=True)
class Query:
    """One labelled query."""

    standard: str
    style: str
    text: str


def read_queries() -> list[Query]:
    """The labelled queries."""
    with (Path(__file__).parent / "retrieval_queries.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [Query(*row) for row in rows]


def ranks(index: Index, queries: Sequence[Query]) -> tuple[list[int], list[float]]:
    """Rank of the right standard (99: not among ten) and milliseconds of each search."""
    found, milliseconds = [], []
    for query in queries:
        start = time.perf_counter()
        codes = [hit.id for hit in index.search(query.text, k=10)]
        milliseconds.append((time.perf_counter() - start) * 1000)
        found.append(codes.index(query.standard) + 1 if query.standard in codes else 99)
    return found, milliseconds


def recall(found: Sequence[int], k: int) -> float:
    """Share of ranks up to ``k``."""
    return sum(rank <= k for rank in found) / len(found)


def figures(found: Sequence[int], queries: Sequence[Query], milliseconds: Sequence[float]) -> dict[str, float]:
    """Recall over all queries and over each half, and the median time of a search."""
    parts: dict[str, float] = {}
    for style in ("all", "plain", "paraphrase"):
        own = [rank for rank, query in zip(found, queries, strict=True) if style in ("all", query.style)]
        parts |= {f"{style} R@1": round(recall(own, 1), 3), f"{style} R@5": round(recall(own, 5), 3)}
    return parts | {"p50, ms": round(median(milliseconds), 1)}


def measure() -> dict[str, object]:
    """Recall for hybrid, each leg alone in memory, and hybrid on Milvus Lite; opening and loading times of Lite."""
    queries, embedder, standards = read_queries(), load_embedder(), list(load_standards().values())
    table: dict[str, object] = {"queries": len(queries)}
    for name, weights in LEGS.items():
        index = MemoryIndex(embedder, {"standard": Fusion(weights=weights)})
        index.upsert(standards)
        found, milliseconds = ranks(index, queries)
        table[f"{name}, in memory"] = figures(found, queries, milliseconds)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        lite = MilvusIndex(Path(folder) / "index.db", embedder)
        opened = time.perf_counter()
        lite.upsert(standards)
        loaded = time.perf_counter()
        found, milliseconds = ranks(lite, queries)
        table["hybrid, Milvus Lite"] = figures(found, queries, milliseconds)
        table["Milvus Lite: open, s"] = round(opened - start, 2)
        table[f"Milvus Lite: load {len(standards)} standards, s"] = round(loaded - opened, 2)
        lite.close()
    return table
