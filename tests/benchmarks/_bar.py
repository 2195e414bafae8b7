"""A row of the table that `make bench` prints: a figure and the bar that it has to clear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure with its bar: ``least``, ``most``, or neither where it is only told.

    ``note`` says what a reader needs to judge it: the reference, or where the exceptions are listed.
    """

    what: str
    figure: float | None
    """``None`` where it could not be measured here."""
    least: float | None = None
    most: float | None = None
    unit: str = ""
    note: str = ""

    @property
    def holds(self) -> bool | None:
        """Whether the figure clears its bar; ``None`` where there is no bar or no figure."""
        if self.figure is None or (self.least is None and self.most is None):
            return None
        return (self.least is None or self.figure >= self.least) and (self.most is None or self.figure <= self.most)

    def to_json(self) -> dict[str, Any]:
        """The row in `bench.json`."""
        return {
            "what": self.what,
            "figure": self.figure,
            "unit": self.unit,
            "least": self.least,
            "most": self.most,
            "holds": self.holds,
            "note": self.note,
        }


def table(rows: list[dict[str, Any]]) -> list[str]:
    """Rows of :meth:`Bar.to_json`, each with its ``benchmark``, as lines of text in columns."""
    cells = [("", "what", "figure", "bar", "note")]
    cells += [(_mark(row), row["what"], _figure(row), _bar(row), row["note"]) for row in rows]
    widths = [max(len(line[column]) for line in cells) for column in range(4)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[4]]).rstrip()
        for line in cells
    ]
    shown, last = lines[:1], None
    for row, line in zip(rows, lines[1:], strict=True):
        if row["benchmark"] != last:
            last = row["benchmark"]
            shown += ["", last]
        shown.append(line)
    return shown


def _mark(row: dict[str, Any]) -> str:
    return {True: "ok", False: "NOT HELD", None: "-"}[row["holds"]]


def _figure(row: dict[str, Any]) -> str:
    return "not measured" if row["figure"] is None else _number(row["figure"], row["unit"])


def _bar(row: dict[str, Any]) -> str:
    bounds = [
        f"{sign} {_number(row[name], row['unit'])}"
        for name, sign in (("least", "≥"), ("most", "≤"))
        if row[name] is not None
    ]
    return ", ".join(bounds) or "-"


def _number(value: float, unit: str) -> str:
    shown = f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"
    return f"{shown} {unit}".rstrip()
