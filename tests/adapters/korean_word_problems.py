"""Korean word problems (DASH-Lab/KMWPS and jkc-ai, both MIT) with the equations that their authors wrote.

Equations are Python expressions. They are never run: a small evaluator walks their trees, with exact fractions.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from tests.adapters.python_arithmetic import OutsideError
from tests.adapters.python_expressions import Value, worked_out

FOLDER = Path(__file__).parents[3] / "shared/data/korean-word-problems"
_DIGITS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|-?[0-9]+/[0-9]+")


@dataclass(frozen=True, slots=True)
class WordProblem:
    """One problem; ``id`` is its file and its line or number there."""

    id: str
    equation: str
    key: str

    @property
    def value(self) -> Value:
        """What the equation comes to. Raises OutsideError."""
        return worked_out(self.equation)

    def key_is_right(self) -> bool:
        """Whether the key is what the equation comes to, as exactly as the key is written. Raises OutsideError."""
        value = self.value
        if isinstance(value, str):
            return value.strip() == self.key.strip()
        written = _number(self.key)
        if written is None or not isinstance(value, Fraction | bool):
            raise OutsideError(f"{self.key[:40]!r} is no number")
        number = Fraction(value)
        decimals = len(self.key.partition(".")[2]) if "e" not in self.key.lower() else 0
        return number == written or (decimals > 0 and abs(number - written) < Fraction(1, 10**decimals))


def _number(text: str) -> Fraction | None:
    bare = text.strip().replace(",", "")
    return Fraction(bare) if _DIGITS.fullmatch(bare) else None


def word_problems(folder: Path = FOLDER) -> list[WordProblem]:
    """Every problem of both files that has an equation."""
    with (folder / "kmwps-train.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [
            WordProblem(f"kmwps-{line}", row["Equation"], row["Answer"])
            for line, row in enumerate(csv.DictReader(file), start=2)
        ]
    found: Mapping[str, Mapping[str, str]] = json.loads((folder / "jkc-2021.json").read_text(encoding="utf-8-sig"))
    rows += [
        WordProblem(f"jkc-{number}", row["equation"].replace("^", "**"), row["answer"])
        for number, row in found.items()
        if row["equation"].strip().lower() not in ("", "none")
    ]
    return rows
