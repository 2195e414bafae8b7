"""Search among 100,000 notes of 50 academies on Milvus Lite: ``python -m tests.benchmarks retrieval_speed``.

One thread. Every query is timed three ways in turn: the project's search from the text on; the bare client's hybrid
search on the same academy's notes, vector and tokens given; and, each fifth, the bare client over one collection of all
academies with a filter. Tokenising and embedding are timed apart.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.adapters.milvus import MilvusIndex
from retrieval.adapters.milvus_filter import quoted
from retrieval.bootstrap import load_embedder
from retrieval.fusion import FUSIONS
from retrieval.note import WrongAnswerNote
from retrieval.record import Prepared, prepare, row_key
from retrieval.sampling import fill
from retrieval.tokens import tokenise
from retrieval.wording import load_wordings
from tests.benchmarks._bar import Bar

TENANTS, NOTES, QUERIES = 50, 2_000, 300
EVERY = 5
"""One query of so many is also sent to the collection of all academies."""


def measure() -> dict[str, object]:
    """Milliseconds of each way, and the ratios."""
    embedder = load_embedder()
    texts = _texts(NOTES + QUERIES)
    rows = prepare([_note(number, text) for number, text in enumerate(texts[:NOTES])], embedder)
    with tempfile.TemporaryDirectory() as folder:
        # Loaded before it is asked anything; both layouts hold the same rows.
        with _loaded(Path(folder) / "own.db", rows, None) as (own, load_s):
            figures = _own(own, texts[NOTES:])
        with _loaded(Path(folder) / "all.db", rows, TENANTS) as (together, _):
            milliseconds = _together(together, texts[NOTES::EVERY], partitioned=False)
            partition = _percentile(_together(together, texts[NOTES::EVERY], partitioned=True), 50)
    everything = _percentile(milliseconds, 50)
    return figures | {
        "load of 100,000 prepared rows, s": round(load_s, 1),
        "all academies with a filter, p50, ms": everything,
        "all academies with a filter, p99, ms": _percentile(milliseconds, 99),
        "own partition of the collection of all, p50, ms": partition,
        "all academies against own, p50": round(everything / float(str(figures["search, p50, ms"])), 2),
    }


def bars(figures: dict[str, Any]) -> list[Bar]:
    """What the search may cost over the store's own."""
    return [
        Bar(
            "search of 2,000 of 100,000 notes, p99, over the bare hybrid query + embedding and tokenising",
            figures["search over bare, p99, tokenising and embedding taken off"],
            most=1.5,
            unit="x",
            note=f"search {figures['search, p99, ms']} ms, bare {figures['bare, p99, ms']} ms, "
            f"embedding and tokenising {figures['tokenise and embed, p99, ms']} ms",
        ),
        Bar("faster than all academies with a filter", figures["all academies against own, p50"], least=5, unit="x"),
    ]


def _own(index: MilvusIndex, queries: list[str]) -> dict[str, object]:
    ways: dict[str, list[float]] = {"search": [], "bare": [], "tokenise and embed": []}
    first = [_timed(lambda t=tenant: index.search(queries[0], kind="note", tenant=t)) for tenant in _tenants()]
    for number, query in enumerate(queries):
        tenant = f"academy-{number % TENANTS}"
        vector, tok = _vector_and_tokens(query)
        bare = _bare(index, tenant, vector, tok)
        # In turn: neither always comes second and finds everything warm.
        order = [("search", lambda q=query, t=tenant: index.search(q, kind="note", tenant=t)), ("bare", bare)]
        for name, use in order if number % 2 else reversed(order):
            tokenise.cache_clear()
            ways[name].append(_timed(use))
        tokenise.cache_clear()
        ways["tokenise and embed"].append(_timed(lambda q=query: _vector_and_tokens(q)))
    figures: dict[str, object] = {"first search of an academy, p50, ms": _percentile(first, 50)}
    for name, milliseconds in ways.items():
        figures |= {f"{name}, p{p}, ms": _percentile(milliseconds, p) for p in (50, 99)}
    for p in (50, 99):
        own = _percentile(ways["search"], p) - _percentile(ways["tokenise and embed"], p)
        ratio = round(own / _percentile(ways["bare"], p), 2)
        figures[f"search over bare, p{p}, tokenising and embedding taken off"] = ratio
    return figures


def _together(index: MilvusIndex, queries: list[str], partitioned: bool) -> list[float]:
    milliseconds = []
    for number, query in enumerate(queries):
        vector, tok = _vector_and_tokens(query)
        use = _bare(index, f"academy-{number * EVERY % TENANTS}", vector, tok, partitioned)
        if number == 0:
            use()  # builds the indexes
        milliseconds.append(_timed(use))
    return milliseconds


def _bare(
    index: MilvusIndex, tenant: str, vector: list[float], tok: str, partitioned: bool = False
) -> Callable[[], object]:
    """The store's own hybrid query; in the collection of all academies over every partition, or the academy's own."""
    from pymilvus import AnnSearchRequest, RRFRanker

    name = index._client.describe_collection(index._collections.alias("note", tenant))["collection_name"]
    only, depth = f"tenant == {quoted(tenant)}", FUSIONS["note"].depth
    requests = [
        AnnSearchRequest([vector], "dense", {"metric_type": "COSINE"}, depth, expr=only),
        AnnSearchRequest([tok], "sparse", {"metric_type": "BM25"}, depth, expr=only),
    ]
    partitions = [index._collections.partition(name, "note", tenant)] if partitioned else None
    return lambda: index._client.hybrid_search(
        name, requests, RRFRanker(60), limit=5, output_fields=["id", "payload"], partition_names=partitions
    )


def _vector_and_tokens(query: str) -> tuple[list[float], str]:
    """A query embedded and tokenised, as the search does it."""
    return _EMBEDDER.embed([query])[0].tolist(), tokenise(query)


_EMBEDDER = load_embedder()


@contextmanager
def _loaded(path: Path, rows: list[Prepared], max_partitions: int | None) -> Iterator[tuple[MilvusIndex, float]]:
    index = MilvusIndex(path, _EMBEDDER, max_partitions=max_partitions)
    start = time.perf_counter()
    for tenant in _tenants():
        index.store([_of(row, tenant) for row in rows])
    yield index, time.perf_counter() - start
    index.close()


def _of(row: Prepared, tenant: str) -> Prepared:
    record = replace(row.record, tenant=tenant, key=row_key(tenant, row.record.id))
    return replace(row, record=record)


def _tenants() -> list[str]:
    return [f"academy-{number}" for number in range(TENANTS)]


def _note(number: int, text: str) -> WrongAnswerNote:
    return WrongAnswerNote(
        f"n{number}", "academy", text, "x=2, -3", "x=-2, 3", None, "sign-of-roots", text="부호를 바꿔 씀"
    )


def _texts(count: int) -> list[str]:
    rng = random.Random(11)
    wordings = [wording for own in load_wordings().values() for wording in own]
    return [f"{fill(rng.choice(wordings), rng)} {fill(rng.choice(wordings), rng)}" for _ in range(count)]


def _timed(use: Callable[[], object]) -> float:
    start = time.perf_counter()
    use()
    return (time.perf_counter() - start) * 1000


def _percentile(milliseconds: list[float], percent: int) -> float:
    return round(float(np.percentile(milliseconds, percent)), 1)
