"""The first wrong step of word problems' workings (stepverify, 200): what arithmetic alone finds, and false alarms."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from generation.diagnose.claims import first_false_line
from tests.benchmarks._bar import Bar

STEPS = Path(__file__).parents[3] / "shared" / "data" / "student-solutions" / "stepverify-first-200.jsonl"
WRONG_ARITHMETIC = {
    105: "fractions over a common denominator change, and their difference is another one",
    109: "a product of two small numbers is wrong",
    140: "a chain of times: an amount is added on one side only",
    157: "the equation said to be simplified is another equation",
}
"""Items (from 0) whose marked step claims something false by calculation alone, told by reading all 200; in the others
the calculation holds and the quantities, the operation or the question are mistaken."""
_PLAIN_CLAIM = re.compile(
    r"(\d[\d,.]*\s*(?:x|×|\*|\+|-|/|÷)\s*\$?\d[\d,.]*\s*=\s*\$?)(\d[\d,]*)(?![\d,.]|\s*[-+*/x×÷=])"
)
"""``a op b = c`` by a pattern of its own: the right steps in which a wrong result is planted."""


def measure() -> dict[str, object]:
    """Shares found and false alarms; empty where the data set is not there."""
    if not STEPS.exists():
        return {"skipped": f"{STEPS} is not there"}
    items = [json.loads(line) for line in STEPS.read_text(encoding="utf-8").splitlines()]
    found = {n: first_false_line(item["student_incorrect_solution"]) for n, item in enumerate(items)}
    marked = {n: item["incorrect_index"] for n, item in enumerate(items)}
    right = [item["student_incorrect_solution"][: item["incorrect_index"]] for item in items]
    alarms = sum(first_false_line(steps) is not None for steps in right)
    planted = [_planted(steps, place) for steps in right for place in range(len(steps))]
    seeded = [(steps, place) for steps, place in (p for p in planted if p is not None)]
    hits = sum(first_false_line(steps) == place for steps, place in seeded)
    return {
        "items": len(items),
        "whose marked step is false by calculation": len(WRONG_ARITHMETIC),
        "of those, first wrong step found": sum(found[n] == marked[n] for n in WRONG_ARITHMETIC),
        "first wrong step found, of all": sum(found[n] == marked[n] for n in found),
        "a later step named": sum(f is not None and f > marked[n] for n, f in found.items()),
        "an earlier step named": sum(f is not None and f < marked[n] for n, f in found.items()),
        "right steps": sum(len(steps) for steps in right),
        "solutions with a false alarm on a right step": alarms,
        "wrong results planted in right steps": len(seeded),
        "of those, found": hits,
    }


def bars(figures: dict[str, Any]) -> list[Bar]:
    """The bars; not measured where the data set is not there."""
    if "skipped" in figures:
        return [Bar("wrong arithmetic in workings, first wrong step found", None, least=90, unit="%")]
    share = 100 / figures["whose marked step is false by calculation"]
    return [
        Bar(
            "wrong arithmetic in workings, first wrong step found",
            figures["of those, first wrong step found"] * share,
            least=90,
            unit="%",
            note=f"of {figures['whose marked step is false by calculation']} such among 200",
        ),
        Bar(
            "wrong results planted in right steps, found",
            round(100 * figures["of those, found"] / figures["wrong results planted in right steps"], 1),
            least=90,
            unit="%",
            note=f"of {figures['wrong results planted in right steps']}",
        ),
        Bar(
            "false alarms on right steps",
            100 * figures["solutions with a false alarm on a right step"] / figures["right steps"],
            most=2,
            unit="%",
            note=f"of {figures['right steps']}",
        ),
        Bar(
            "first wrong step found by arithmetic, of all 200",
            100 * figures["first wrong step found, of all"] / figures["items"],
            unit="%",
            note="in the others every calculation holds",
        ),
    ]


def _planted(steps: list[str], place: int) -> tuple[list[str], int] | None:
    """The steps with the result of one calculation raised by one; None where the step has no plain one."""
    match = _PLAIN_CLAIM.search(steps[place])
    if match is None:
        return None
    wrong = str(int(match[2].replace(",", "")) + 1)
    changed = steps[place][: match.start(2)] + wrong + steps[place][match.end(2) :]
    return [*steps[:place], changed, *steps[place + 1 :]], place
