"""A table's cells as rows: finds the heading, pairs cells with columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from ingest.columns import Columns
from ingest.readers.row import BadRow, Row

_SEARCHED = 20
"""Rows that are searched for the heading: above it stand titles and dates."""
NO_HEADING = (
    "no row is a heading: name the columns, as 문제, 학생답, 정답, 단원, 학년, or map them with --map COLUMN=FIELD"
)


def heading_of(rows: Sequence[Sequence[str]], columns: Columns) -> int | None:
    """Index of the row that names most columns, at least two of them (or the only one); ``None`` where none does."""
    best, most = None, 0
    for index, row in enumerate(rows[:_SEARCHED]):
        known = columns.known(row)
        if known > most and (known >= 2 or sum(bool(cell.strip()) for cell in row) == 1):
            best, most = index, known
    return best


def rows_of(cells: Iterable[tuple[int, Sequence[str]]], columns: Columns, part: str = "") -> Iterator[Row | BadRow]:
    """Rows below the heading, without empty ones. A table without a heading gives one bad row."""
    stream = iter(cells)
    first: list[tuple[int, Sequence[str]]] = []
    for numbered in stream:
        first.append(numbered)
        if len(first) == _SEARCHED:
            break
    if not any(cell.strip() for _, row in first for cell in row):
        return
    found = heading_of([row for _, row in first], columns)
    if found is None:
        row = first[0][1]
        yield BadRow(first[0][0], NO_HEADING, json.dumps(list(row), ensure_ascii=False), None, part, tuple(row))
        return
    names = _names(first[found][1])
    for number, row in [*first[found + 1 :], *stream]:
        yield from _row(number, row, names, part)


def _row(number: int, row: Sequence[str], names: Sequence[str], part: str) -> Iterator[Row | BadRow]:
    if not any(cell.strip() for cell in row):
        return
    if any(cell.strip() for cell in row[len(names) :]):
        raw = json.dumps(list(row), ensure_ascii=False)
        yield BadRow(
            number,
            f"has {len(row)} cells under {len(names)} columns; is a comma unquoted?",
            raw,
            None,
            part,
            tuple(row),
        )
        return
    yield Row(number, {name: cell for name, cell in zip(names, row, strict=False) if name and cell.strip()}, part)


def _names(heading: Sequence[str]) -> list[str]:
    """Names of the columns, told apart where one stands twice."""
    names: list[str] = []
    for cell in heading:
        name = " ".join(cell.split())
        again = sum(one == name or one.startswith(f"{name}#") for one in names) if name else 0
        names.append(f"{name}#{again + 1}" if again else name)
    while names and not names[-1]:
        names.pop()
    return names
