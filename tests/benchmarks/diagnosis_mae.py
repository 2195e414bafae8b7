"""How many real student errors of MaE (98, over 55 misconceptions) are read, and how many get a candidate."""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path
from statistics import median
from typing import Any

from generation.diagnose.diagnosis import diagnose
from generation.mistake import Mistake

MAE = Path(__file__).parents[3] / "shared" / "data" / "misconceptions" / "mae-examples-1-2.jsonl"
NUMERIC = frozenset(
    {"Number Operations", "Number sense", "Properties of number and operations", "Equations and inequalities"}
)
"""Topics with items that can be written as a formula; the others are word problems, graphs and tables."""


def measure() -> dict[str, object]:
    """Counts over all items and the median time of a diagnosis in ms; empty where the data set is not there."""
    if not MAE.exists():
        return {"skipped": f"{MAE} is not there"}
    items = [json.loads(line) for line in MAE.read_text(encoding="utf-8").splitlines()]
    outcomes: Counter[str] = Counter()
    named: list[str] = []
    times: list[float] = []
    for item in items:
        start = time.perf_counter()
        outcome, best = _outcome(item)
        times.append((time.perf_counter() - start) * 1000)
        outcomes[outcome] += 1
        if best:
            named.append(f"{item['id']}={best}")
    return {
        "items": len(items),
        "items in numeric and symbolic topics": sum(item["topic"] in NUMERIC for item in items),
        "statement read": len(items) - outcomes["statement unread"],
        "answer read too": sum(outcomes[k] for k in ("named", "unknown", "called right")),
        **dict(sorted(outcomes.items())),
        "named items": named,
        "median, ms": round(median(times), 1),
    }


def _outcome(item: dict[str, Any]) -> tuple[str, str]:
    mistake = Mistake(item["question"], item["incorrect_answer"], working=item["incorrect_answer"])
    found = diagnose(mistake)
    if found.model is None:
        return "statement unread", ""
    if not found.answer_read:
        return "answer unread", ""
    if found.answer_is_right:
        return "called right", ""
    if found.misconceptions:
        return "named", found.misconceptions[0].id
    return "unknown", ""
