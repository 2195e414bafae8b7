"""The project's own lines with and without personal data, and names made by chance."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.roster import Roster

FILE = Path(__file__).parents[1] / "data" / "privacy_lines.tsv"
_SURNAMES = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심"
_FIRST = "지서민현예하수도유은시준윤채재승태주소동성정영경"
_SECOND = "우민준서연아윤은호진현희영훈빈원석혁나린율수경"


@dataclass(frozen=True, slots=True)
class Line:
    """A text, what must not be left of it, and what must be."""

    text: str
    gone: tuple[str, ...]
    kept: tuple[str, ...]

    def leaks(self, redacted: str) -> bool:
        return any(part in redacted for part in self.gone)

    def is_damaged(self, redacted: str) -> bool:
        return redacted != self.text if not self.gone else any(part not in redacted for part in self.kept)


def lines() -> list[Line]:
    rows = (row.split("\t") for row in FILE.read_text("utf-8").splitlines() if not row.startswith("#"))
    return [
        Line(text, tuple(filter(None, gone.split("|"))), tuple(filter(None, kept.split("|"))))
        for text, gone, kept in rows
    ]


def roster() -> Roster:
    first = FILE.read_text("utf-8").partition("\n")[0]
    names = [name.strip() for name in first.partition("Roster:")[2].split(",")]
    return Roster({name: f"s-{number}" for number, name in enumerate(names)})


def names_by_chance(count: int, seed: int = 7) -> Iterator[str]:
    """Surname and two syllables as they are given, none of them looked at when the rules were written."""
    draw = random.Random(seed)
    for _ in range(count):
        yield draw.choice(_SURNAMES) + draw.choice(_FIRST) + draw.choice(_SECOND)
