"""Comparing answers: speed and agreement with labels, beside Math-Verify on the same pairs.

``answer_pairs.tsv`` was written for this, so its mixture says what Yuje compares, not what others do. Both sides read
both texts of every pair afresh; time is CPU time of this process. "Falsely equal" is the fault that matters: a wrong
answer taken for right. What a side cannot read counts as undecided, and undecided as not agreeing.
"""

from __future__ import annotations

import csv
import logging
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generation.equivalence.answers import compare
from tests.benchmarks._bar import Bar

PAIRS = Path(__file__).with_name("answer_pairs.tsv")
ROUNDS = 3
Judge = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two answers and whether they are the same."""

    a: str
    b: str
    label: str


def measure() -> dict[str, object]:
    """Pairs per CPU second of both, their ratio, and agreement with the labels."""
    pairs = read_pairs()
    judges: dict[str, Judge] = {"yuje": compare, "math_verify": _math_verify()}
    figures: dict[str, object] = {"pairs": len(pairs), "labelled equal": sum(p.label == "equal" for p in pairs)}
    speed: dict[str, float] = {}
    for name, judge in judges.items():
        verdicts = [judge(pair.a, pair.b) for pair in pairs]  # also warms caches of imports and grammars
        started = time.process_time()
        for _ in range(ROUNDS):
            for pair in pairs:
                judge(pair.a, pair.b)
        speed[name] = ROUNDS * len(pairs) / (time.process_time() - started)
        figures[f"{name}: pairs per CPU second"] = round(speed[name], 1)
        figures |= {f"{name}: {key}": value for key, value in _agreement(pairs, verdicts).items()}
    figures["speed, yuje over math_verify"] = round(speed["yuje"] / speed["math_verify"], 1)
    return figures


def bars(figures: dict[str, Any]) -> list[Bar]:
    """Speed beside Math-Verify, and no wrong answer taken for right."""
    return [
        Bar("comparison of answers, pairs per CPU second, over math-verify", figures["speed, yuje over math_verify"],
            least=10, unit="times", note=f"{figures['pairs']} pairs, the same for both"),
        Bar("different answers called equal", figures["yuje: falsely equal"], most=0,
            note=f"math-verify {figures['math_verify: falsely equal']}"),
        Bar("agreement with the labels of the pairs", figures["yuje: agreement"],
            note=f"math-verify {figures['math_verify: agreement']}"),
    ]  # fmt: skip


def read_pairs() -> list[Pair]:
    """The labelled pairs. Raises ValueError on a line that is none."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]
    if any(len(row) != 3 or row[2] not in ("equal", "different") for row in rows):
        raise ValueError(f"{PAIRS.name}: each line has two answers and 'equal' or 'different'")
    return [Pair(*row) for row in rows]


def _agreement(pairs: Sequence[Pair], verdicts: Sequence[str]) -> dict[str, object]:
    counted = Counter(zip([pair.label for pair in pairs], verdicts, strict=True))
    agreed = counted["equal", "equal"] + counted["different", "different"]
    return {
        "agreement": round(agreed / len(pairs), 4),
        "falsely equal": counted["different", "equal"],
        "falsely different": counted["equal", "different"],
        "undecided": sum(n for (_, verdict), n in counted.items() if verdict == "undecided"),
    }


def _math_verify() -> Judge:
    """Math-Verify as its documentation uses it, without its timeouts, which cost a signal a call."""
    from math_verify import parse, verify  # imports sympy and antlr; only this benchmark needs it

    logging.getLogger("math_verify").setLevel(logging.CRITICAL)

    def judge(a: str, b: str) -> str:
        gold = parse(f"${a}$", parsing_timeout=None)
        answer = parse(f"${b}$", parsing_timeout=None)
        if not gold or not answer:
            return "undecided"
        return "equal" if verify(gold, answer, timeout_seconds=None) else "different"

    return judge
