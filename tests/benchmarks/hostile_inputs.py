"""Hostile texts through everything that takes text from outside: what they ran, how long they took, what came after.

The reference is an ordinary text on the same worker, right after each hostile one: it must be answered within 100 ms,
also where the hostile one was killed and the worker is a new one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any

from generation.isolation.limits import Limits
from tests.benchmarks._bar import Bar
from tests.hostile.inputs import HOSTILE
from tests.hostile.items import ITEMS
from tests.hostile.surfaces import ITEM_SURFACES, ORDINARY, ORDINARY_ITEM, SURFACES, Outcome, ask, pool

LIMITS = Limits(1.0, 5.0, 1 << 30)
"""As the verifier is bounded where nothing else is set."""


def measure() -> dict[str, object]:
    """Per surface the longest time, and over all surfaces what the bars speak of."""
    with ThreadPoolExecutor(max(1, (os.cpu_count() or 2) - 1)) as threads:
        rows = dict(zip(SURFACES, threads.map(_row, SURFACES), strict=True))
        rows |= dict(zip(ITEM_SURFACES, threads.map(_row_of_items, ITEM_SURFACES), strict=True))
    outcomes = [outcome for hostile, _ in rows.values() for outcome in hostile]
    after = [outcome.seconds for _, ordinary in rows.values() for outcome in ordinary]
    figures: dict[str, object] = {
        "hostile texts": sum(map(len, HOSTILE.values())),
        "hostile items": len(ITEMS),
        "surfaces": len(rows),
        "executed": sum(bool(outcome.events) for outcome in outcomes),
        "longest, s": round(max(outcome.seconds for outcome in outcomes), 3),
        "longest of those not killed, s of processor time": round(max(o.cpu_s or 0.0 for o in outcomes), 3),
        "killed at the limit": sum(outcome.ended is not None for outcome in outcomes),
        "ended in a fault": sum(outcome.outcome.startswith("fault") for outcome in outcomes),
        "next item, longest, ms": round(max(after) * 1000, 1),
        "next item, median, ms": round(sorted(after)[len(after) // 2] * 1000, 2),
    }
    figures["longest by surface, s"] = {
        name: round(max(outcome.seconds for outcome in hostile), 3) for name, (hostile, _) in rows.items()
    }
    figures["killed"] = [
        f"{name}: {outcome.text[:60]!r}" for name, (hostile, _) in rows.items() for outcome in hostile if outcome.ended
    ]
    return figures


def bars(figures: dict[str, Any]) -> list[Bar]:
    """What must hold of hostile input."""
    where = f"{figures['hostile texts']} texts and {figures['hostile items']} items in {figures['surfaces']} places"
    return [
        Bar("hostile texts and items", figures["hostile texts"] + figures["hostile items"], least=60),
        Bar("hostile texts that ran something", figures["executed"], most=0, note=f"{where}, by audit hook"),
        Bar("hostile texts that ended in a fault", figures["ended in a fault"], most=0),
        Bar("hostile text, longest", figures["longest, s"], most=2, unit="s",
            note=f"{figures['killed at the limit']} killed at the limit of 1 s of processor time"),
        Bar("next text after a hostile one, longest", figures["next item, longest, ms"], most=100, unit="ms"),
    ]  # fmt: skip


def _row(surface: str) -> tuple[list[Outcome], list[Outcome]]:
    return _asked(surface, chain.from_iterable(HOSTILE.values()), ORDINARY)


def _row_of_items(surface: str) -> tuple[list[Outcome], list[Outcome]]:
    return _asked(surface, ITEMS.values(), ORDINARY_ITEM)


def _asked(surface: str, texts: Iterable[str], after: str) -> tuple[list[Outcome], list[Outcome]]:
    workers = pool(surface, LIMITS)
    hostile, ordinary = [], []
    try:
        ask(workers, after)  # waits for the process to start
        for text in texts:
            hostile.append(ask(workers, text))
            ordinary.append(ask(workers, after))
    finally:
        workers.close()
    return hostile, ordinary
