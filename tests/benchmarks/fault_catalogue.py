"""Seeded faults: right items broken in one named way each, and how many of them the verifier lets through.

That a broken item is really wrong is shown without the verifier, by trying numbers (`tests/faults`). Items whose right
twin is not released either are left out, as refusing them proves nothing. The reference is the right twin: it is
released, so what is refused is refused for the fault.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Any

from generation.problem import Problem
from generation.symbolic.engine import problem_types
from tests.benchmarks._bar import Bar
from tests.faults.catalogue import faults, run
from tests.faults.fault import FAULTS
from tests.faults.let_through import LET_THROUGH
from tests.faults.siblings import engine_items, items_of

ITEMS_PER_FAULT = 500
ITEMS_PER_TYPE = 4
SHOWN = 3
SEED = "benchmark"


def measure() -> dict[str, object]:
    """Per fault: items, how many were let through, the shares refuted and undecided, and which check spoke."""
    # spawned, as forked children would share locks with threads that other benchmarks leave running
    with ProcessPoolExecutor(os.cpu_count() or 1, mp_context=get_context("spawn")) as pool:
        plain = {fault.name: pool.submit(_row, fault.name) for fault in faults() if not fault.needs_choices}
        made = pool.map(partial(items_of, count=1, choices=True), [kind.id for kind in problem_types()], chunksize=4)
        with_choices = tuple(item for items in made for item in items)
        others = {f.name: pool.submit(_row, f.name, with_choices) for f in faults() if f.needs_choices}
        rows = {name: future.result() for name, future in (plain | others).items()}
    figures: dict[str, object] = {fault.name: rows[fault.name] for fault in faults()}
    figures["faults"] = len(rows)
    for way in ("items", "let through, proved", "let through, corroborated"):
        figures[f"all: {way}"] = sum(int(str(row[way])) for row in rows.values())
    return figures


def bars(figures: dict[str, Any]) -> list[Bar]:
    """For each fault how many of its items were let through: none, or at most the share listed with its cause."""
    rows = [_bar(fault.name, figures[fault.name]) for fault in faults()]
    return [Bar("broken items released as proved", figures["all: let through, proved"], most=0), *rows]


def _bar(name: str, row: dict[str, Any]) -> Bar:
    through = row["let through, proved"] + row["let through, corroborated"]
    listed = LET_THROUGH.get(name)
    note = f"of {row['items']} items, {row['problem types']} types"
    if through:
        note += f", {row['let through, proved']} of them as proved"
    if listed is not None:
        note += f"; {listed.why}"
    return Bar(
        f"let through: {name}", through, most=0 if listed is None else round(listed.share * row["items"]), note=note
    )


def _row(name: str, items: tuple[Problem, ...] = ()) -> dict[str, object]:
    trial = run(FAULTS[name], ITEMS_PER_FAULT, items or engine_items(ITEMS_PER_TYPE), SEED)
    row = trial.row()
    if trial.let_through:
        row["examples let through"] = [
            f"{verdict}: {pair.broken.statement} | key {pair.broken.answer.values} | {pair.evidence}"
            for pair, verdict in trial.let_through[:SHOWN]
        ]
    return row
