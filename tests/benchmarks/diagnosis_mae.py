"""Real student errors of MaE (98, over 55 misconceptions): whether diagnosis names what the data set names."""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from generation.diagnose.diagnosis import diagnose
from generation.mistake import Mistake
from tests.benchmarks._bar import Bar

MAE = Path(__file__).parents[3] / "shared" / "data" / "misconceptions" / "mae-examples-1-2.jsonl"
SAME = Path(__file__).with_name("mae_misconceptions.tsv")
FIRST, AMONG = 1, 3
RIGHT = frozenset(["14-1", "14-2", "24-2", "25-1", "26-2", "27-2", "33-2", "44-2"])
"""The answer has the right value: the data set is about how it was found or written."""
NOT_WRITTEN = frozenset((
    "03-1", "22-1", "22-2", "28-1", "35-1", "35-2", "36-1", "36-2", "38-1", "38-2", "39-1", "39-2", "41-1", "41-2",
    "46-1", "47-1", "47-2", "51-1", "51-2", "53-1",
))  # fmt: skip
"""The answer is a picture, a table or prose without a number sentence."""
WORD_PROBLEMS = frozenset((
    "23-1", "23-2", "24-1", "26-1", "27-1", "28-2", "29-1", "29-2", "42-1", "42-2", "48-1", "49-2", "50-1", "53-2",
))  # fmt: skip
"""Stories with quantities; their arithmetic is diagnosed, what they tell is left to a language model."""
STORY = "a story whose number sentences are true by themselves, or are not read"
WHY_MISSED = {
    "10-2": "no mal-rule leads to this number",
    "31-2": "we name the term moved with its sign, the data set a difference taken to commute",
    "32-1": "the statement does not say what to do with its equation",
    "46-2": "what may be written for a quantity is not read",
    "48-2": "an inequality answers a system in three letters: not derived",
    "50-2": "the answer is a transformed equation, no solution",
    "52-1": "we name the slip in solving; the data set that the solution was not checked",
    "52-2": "we name the slip in solving; the data set that the solution was not checked",
    "23-2": "we name the fraction taken for its unit fraction, the data set absolute for relative comparison",
}


def measure() -> dict[str, object]:
    """Shares named among the first three and first, the misses with reasons; empty where the data set is not there."""
    if not MAE.exists():
        return {"skipped": f"{MAE} is not there"}
    items = {json.loads(line)["id"][3:]: json.loads(line) for line in MAE.read_text(encoding="utf-8").splitlines()}
    same = _same()
    places: dict[str, int | None] = {}
    named: dict[str, list[str]] = {}
    times: list[float] = []
    for item_id, item in items.items():
        started = time.process_time()
        named[item_id] = _named(item)
        times.append((time.process_time() - started) * 1000)
        wanted = same.get(f"MaE{item_id[:2]}", frozenset())
        places[item_id] = next((n for n, rule in enumerate(named[item_id], start=1) if rule in wanted), None)
    written = [i for i in items if i not in RIGHT | NOT_WRITTEN]
    plain = [i for i in written if i not in WORD_PROBLEMS]
    others = [i for i in items if i not in written]
    missed = [i for i in written if not _within(places[i], AMONG)]
    return {
        "items": len(items),
        "wrong, with a number or formula for an answer": len(written),
        "of these, no word problems": len(plain),
        "same among the first three": sum(_within(places[i], AMONG) for i in plain),
        "same first": sum(_within(places[i], FIRST) for i in plain),
        "with word problems: same among the first three": sum(_within(places[i], AMONG) for i in written),
        "with word problems: same first": sum(_within(places[i], FIRST) for i in written),
        "missed": {i: WHY_MISSED.get(i, STORY if i in WORD_PROBLEMS else "not explained") for i in missed},
        "named otherwise than by the data set": {i: named[i][:3] for i in written if named[i] and places[i] is None},
        "others, named although nothing is to be named": {i: named[i] for i in others if named[i]},
        "ms of processor time, median": round(sorted(times)[len(times) // 2], 1),
        "ms of processor time, 95 %": round(sorted(times)[int(len(times) * 0.95)], 1),
        "named first": dict(Counter(rules[0] for rules in named.values() if rules).most_common()),
    }


def bars(figures: dict[str, Any]) -> list[Bar]:
    """The bars on items without a story; those with one are told beside them."""
    names = ("MaE: same misconception among the first three", "MaE: same misconception first")
    if "skipped" in figures:
        return [Bar(names[0], None, least=85, unit="%"), Bar(names[1], None, least=65, unit="%")]
    plain, written = figures["of these, no word problems"], figures["wrong, with a number or formula for an answer"]
    three, first = figures["same among the first three"], figures["same first"]
    all_three = figures["with word problems: same among the first three"]
    all_first = figures["with word problems: same first"]
    return [
        Bar(names[0], _percent(three, plain), least=85, unit="%", note=f"of {plain} without a story"),
        Bar(names[1], _percent(first, plain), least=65, unit="%", note=f"of {plain} without a story"),
        Bar(f"{names[0]}, word problems too", _percent(all_three, written), unit="%", note=f"of {written}"),
        Bar(f"{names[1]}, word problems too", _percent(all_first, written), unit="%", note=f"of {written}"),
        Bar(
            "MaE: named where nothing is to be named",
            float(len(figures["others, named although nothing is to be named"])),
            most=0,
            note="right answers, pictures, prose",
        ),
    ]


def _named(item: dict[str, Any]) -> list[str]:
    answer = item["incorrect_answer"]
    found = diagnose(Mistake(item["question"], answer, item["correct_answer"], working=answer))
    return [candidate.id for candidate in found.misconceptions]


def _same() -> dict[str, frozenset[str]]:
    rows = [line.split("\t") for line in SAME.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {number: frozenset(rules.split()) for number, rules, _ in rows}


def _within(place: int | None, most: int) -> bool:
    return place is not None and place <= most


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1)
