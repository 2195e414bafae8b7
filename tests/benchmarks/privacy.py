"""Personal data: what leaks and is harmed, in own lines, by names made by chance, and in real statements."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from ingest.columns import Columns
from ingest.privacy import Redactor
from ingest.readers.kinds import read_rows
from ingest.readers.row import Row
from ingest.roster import Roster
from tests.adapters.korean_word_problems import FOLDER
from tests.adapters.privacy_lines import lines, names_by_chance, roster
from tests.benchmarks._bar import Bar

NAMES = 500
_TEXTS = ("{n}{p} 부호를 반대로 봄", "{n} 학생은 이항을 빠뜨림", "오늘 {n}의 답은 $x=3$", "({n}) 분배법칙", "이름: {n}")


def measure() -> dict[str, object]:
    """Leaks and damage by line; shares of names found; statements that change."""
    redactor, every = Redactor(roster()), lines()
    done = [(line, redactor.redact(line.text).text) for line in every]
    statements = list(_statements())
    started = time.perf_counter()
    unlisted = Redactor()
    changed = [text for text in statements if unlisted.redact(text).removed]
    names = list(names_by_chance(NAMES, seed=2026))
    return {
        "lines": len(every),
        "lines with personal data": sum(bool(line.gone) for line in every),
        "leaks": sum(line.leaks(text) for line, text in done),
        "harmed": sum(line.is_damaged(text) for line, text in done),
        "names by chance": NAMES,
        "found on a roster, %": _found(names, Redactor(Roster(dict.fromkeys(names, "")))),
        "found without a roster, %": _found(names, Redactor()),
        "real statements": len(statements),
        "real statements that change": len(changed),
        "real statements a second": round(len(statements) / (time.perf_counter() - started)) if statements else 0,
    }


def bars(figures: dict[str, Any]) -> list[Bar]:
    """Nothing may leak, no mathematics may be harmed."""
    of = f"of {figures['lines']} own lines, {figures['lines with personal data']} with personal data"
    real = f"of {figures['real statements']} of Korean word problems; names of people among them"
    return [
        Bar("personal data: leaks", figures["leaks"], most=0, note=of),
        Bar("personal data: harmed mathematics", figures["harmed"], most=0, note=of),
        Bar("names made by chance that are found, on a roster", figures["found on a roster, %"], least=100, unit="%"),
        Bar("names made by chance that are found, unlisted", figures["found without a roster, %"], unit="%",
            note=f"{NAMES}, in five wordings"),
        Bar("statements without personal data that change", figures["real statements that change"] or None, note=real),
    ]  # fmt: skip


def _statements() -> Iterator[str]:
    """Of both files of Korean word problems, as ingestion reads them; none where they are absent."""
    for name in ("kmwps-train.csv", "jkc-2021.json"):
        if (FOLDER / name).exists():
            for row in read_rows(name, (FOLDER / name).read_bytes(), Columns()):
                if isinstance(row, Row):
                    yield from (text for column, text in row.fields.items() if column.lower() == "question")


def _found(names: list[str], redactor: Redactor) -> float:
    found = 0
    for number, name in enumerate(names):
        particle = "이" if (ord(name[-1]) - ord("가")) % 28 else "가"
        found += name not in redactor.redact(_TEXTS[number % len(_TEXTS)].format(n=name, p=particle)).text
    return round(100 * found / len(names), 1)
