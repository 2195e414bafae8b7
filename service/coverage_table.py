"""The tables of ``yuje coverage``: courses, standards and their problem types, for a terminal and for a page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generation.coverage import Covered, coverage


def coverage_lines(missing: bool) -> Iterator[str]:
    """One line a standard under its course, then the totals; with ``missing`` only standards with too few types."""
    rows = coverage()
    for course, group in groupby(rows, key=lambda row: row.standard.course):
        of_course = list(group)
        yield f"{course}: {_enough(of_course)} of {len(of_course)} standards, {_types(of_course)} types"
        for row in of_course:
            if not (missing and row.is_enough):
                yield f"  {row.standard.code}  {len(row.types):2}  {_what(row)}"
    yield f"all: {_enough(rows)} of {len(rows)} standards, {_types(rows)} types"


def coverage_page() -> Iterator[str]:
    """A Markdown table with one row a unit, as the README shows it."""
    rows = coverage()
    yield "| course (과목) | unit (영역) | standards covered | problem types | without types |"
    yield "|---|---|---:|---:|---|"
    for (course, unit), group in groupby(rows, key=lambda row: (row.standard.course, row.standard.unit)):
        of_unit = list(group)
        left = ", ".join(row.standard.code.strip("[]") for row in of_unit if not row.is_enough) or "–"
        yield f"| {course} | {unit} | {_enough(of_unit)} of {len(of_unit)} | {_types(of_unit)} | {left} |"
    yield f"| all | | {_enough(rows)} of {len(rows)} | {_types(rows)} | |"


def _what(row: Covered) -> str:
    types = ", ".join(row.types)
    if row.reason is not None:
        return f"{types + ' - ' if types else ''}not covered: {row.reason}"
    return types or "none yet"


def _enough(rows: list[Covered]) -> int:
    return sum(row.is_enough for row in rows)


def _types(rows: list[Covered]) -> int:
    return sum(len(row.types) for row in rows)
