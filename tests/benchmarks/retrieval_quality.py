"""The right standard for a note, over ``retrieval_queries.tsv``: ``python -m tests.benchmarks retrieval_quality``.

The notes were labelled before the everyday wordings that the embedding is trained on were written, and share no problem
with any wording (``tests/unit/retrieval/test_labelled_notes.py``). One author wrote both, so the figures say more about
familiar ways of putting things than about a stranger's. Another model is measured by one setting:
``YUJE_EMBEDDING=BAAI/bge-m3 python -m tests.benchmarks retrieval_quality``.
"""

from __future__ import annotations

import csv
import os
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from retrieval.adapters.memory import MemoryIndex
from retrieval.adapters.milvus import MilvusIndex
from retrieval.bootstrap import load_embedder
from retrieval.fusion import FUSIONS
from retrieval.hit import Leg
from retrieval.index import Index
from retrieval.standard import load_standards
from tests.benchmarks._bar import Bar

LEGS: Mapping[str, Mapping[Leg, float]] = {
    "hybrid": FUSIONS["standard"].weights,
    "dense": {"dense": 1.0},
    "bm25": {"lexical": 1.0},
}
STYLES = ("all", "plain", "paraphrase")


@dataclass(frozen=True)
class Query:
    """One labelled note."""

    standard: str
    style: str
    text: str


def read_queries() -> list[Query]:
    """The labelled notes."""
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
    """Recall over all notes and over each half, and the median time of a search."""
    parts: dict[str, float] = {}
    for style in STYLES:
        own = [rank for rank, query in zip(found, queries, strict=True) if style in ("all", query.style)]
        parts |= {f"{style} R@1": round(recall(own, 1), 3), f"{style} R@5": round(recall(own, 5), 3)}
    return parts | {"p50, ms": round(median(milliseconds), 1)}


def measure() -> dict[str, object]:
    """Recall for hybrid, each leg alone in memory, and hybrid on Milvus Lite; opening and loading times of Lite."""
    embedder = load_embedder(os.environ.get("YUJE_EMBEDDING"))
    queries, standards = read_queries(), list(load_standards().values())
    table: dict[str, object] = {"embedding": embedder.name, "notes": len(queries)}
    table["paraphrased"] = sum(query.style == "paraphrase" for query in queries)
    for name, weights in LEGS.items():
        index = MemoryIndex(embedder, {"standard": replace(FUSIONS["standard"], weights=weights)})
        index.upsert(standards)
        found, milliseconds = ranks(index, queries)
        table[name] = figures(found, queries, milliseconds)
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


def bars(table: dict[str, Any]) -> list[Bar]:
    """The hybrid on Milvus Lite against its bars, and the hybrid against each leg alone."""
    lite = table["hybrid, Milvus Lite"]
    about = f"{table['notes']} notes, {table['paraphrased']} paraphrased; {table['embedding']}"
    return [
        Bar("standard for a note, hybrid on Milvus Lite, recall@1", lite["all R@1"], least=0.75, note=about),
        Bar("standard for a note, hybrid on Milvus Lite, recall@5", lite["all R@5"], least=0.92),
        *(_lead(table, style) for style in ("all", "paraphrase")),
    ]


def _lead(table: dict[str, Any], style: str) -> Bar:
    """By how much the hybrid is above the better leg, where that is least."""
    marks = [f"{style} R@{k}" for k in (1, 5)]
    lead = min(table["hybrid"][mark] - table[leg][mark] for mark in marks for leg in ("dense", "bm25"))
    told = "; ".join(f"{name} {' / '.join(str(table[name][mark]) for mark in marks)}" for name in LEGS)
    return Bar(
        f"hybrid above dense and BM25 alone, {style} notes", round(lead, 3), least=0.001, note=f"R@1 / R@5: {told}"
    )
