"""Seeded faults: right items broken in one named way each, and how many of them the verifier lets through.

That a broken item is really wrong is shown without the verifier, by trying numbers (`tests/faults`). Items whose right
twin is not released either are left out, as refusing them proves nothing. The reference is the right twin: it is
released, so what is refused is refused for the fault.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.faults.catalogue import faults, run
from tests.faults.fault import FAULTS
from tests.faults.siblings import engine_items

ITEMS_PER_FAULT = 500
ITEMS_PER_TYPE = 4
SHOWN = 3
SEED = "benchmark"


def measure() -> dict[str, object]:
    """Per fault: items, how many were let through, the shares refuted and undecided, and which check spoke."""
    names = [fault.name for fault in faults()]
    # spawned, as forked children would share locks with threads that other benchmarks leave running
    with ProcessPoolExecutor(min(4, os.cpu_count() or 1), mp_context=get_context("spawn")) as pool:
        rows = dict(zip(names, pool.map(_row, names), strict=True))
    figures: dict[str, object] = dict(rows)
    figures["faults"] = len(rows)
    for way in ("items", "let through, proved", "let through, corroborated"):
        figures[f"all: {way}"] = sum(int(str(row[way])) for row in rows.values())
    return figures


def _row(name: str) -> dict[str, object]:
    trial = run(FAULTS[name], ITEMS_PER_FAULT, engine_items(ITEMS_PER_TYPE), SEED)
    row = trial.row()
    if trial.let_through:
        row["examples let through"] = [
            f"{verdict}: {pair.broken.statement} | key {pair.broken.answer.values} | {pair.evidence}"
            for pair, verdict in trial.let_through[:SHOWN]
        ]
    return row
