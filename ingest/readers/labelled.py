"""Documents as rows: tables with headings, tables of label and value, and paragraphs under labels.

Paragraphs look like this, and a record ends where a label comes a second time or a numbered item begins::

    1. 이차방정식 $x^2-5x+6=0$을 푸시오.
    학생답: $x=-2$, $x=-3$
    정답: $x=2$, $x=3$
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.columns import Columns
from ingest.errors import UnreadableSource
from ingest.readers.row import BadRow, Row
from ingest.readers.table import heading_of, rows_of

Element = str | Sequence[Sequence[str]]
"""A paragraph, or a table by rows of cells."""
NOTHING = "holds no record: put 문제:, 학생답:, 정답: before the parts of each one, or a table with these columns"
_LABELS = (
    re.compile(r"(?P<label>[^:：$\n]{1,24})[:：](?P<rest>.*)", re.DOTALL),
    re.compile(r"[\[【<〈(](?P<label>[^\]】>〉)$\n]{1,24})[\]】>〉)](?P<rest>.*)", re.DOTALL),
    re.compile(r"(?P<label>[^:：$\n]{1,24})(?P<rest>)"),
)
"""문제: …, [문제] …, and 문제 alone on its line."""
_BULLET = re.compile(r"\A\s*[-*•■□▶○●◆]\s+")
_ITEM_NUMBER = re.compile(r"\s*\d{1,3}\s*$")
_NUMBERED = re.compile(r"\s*(?:\*\*)?(?:문제\s*)?(?P<item>\d{1,3})\s*[.)](?!\d)(?:\*\*)?\s+(?P<rest>\S.*)", re.DOTALL)
_STATEMENT = "문제"


@dataclass
class _Open:
    """The record that is being read."""

    fields: dict[str, str] = field(default_factory=dict)
    last: str | None = None

    def add(self, label: str, text: str) -> None:
        self.fields[label] = text.strip()
        self.last = label

    def go_on(self, text: str) -> None:
        """A further line of the last label's text."""
        if self.last is not None and text.strip():
            self.fields[self.last] = f"{self.fields[self.last]}\n{text.strip()}".strip()


def rows_of_document(elements: Iterable[Element], columns: Columns, *, verified: bool = True) -> Iterator[Row | BadRow]:
    """Rows of a document, numbered from 1. Raises UnreadableSource where there is none in it."""
    found = False
    for number, one in enumerate(_records(elements, columns), start=1):
        found = True
        if isinstance(one, BadRow):
            yield BadRow(number, one.reason, one.raw, one.field)
        else:
            yield Row(number, {name: text for name, text in one.items() if text}, verified=verified)
    if not found:
        raise UnreadableSource(NOTHING)


def _records(elements: Iterable[Element], columns: Columns) -> Iterator[dict[str, str] | BadRow]:
    record = _Open()
    for element in elements:
        if isinstance(element, str):
            for line in element.split("\n"):
                yield from _line(line, record, columns)
            continue
        yield from _finished(record, columns)
        yield from _table(element, columns)
    yield from _finished(record, columns)


def _table(table: Sequence[Sequence[str]], columns: Columns) -> Iterator[dict[str, str] | BadRow]:
    if heading_of(table[:1], columns) is not None:
        for row in rows_of(enumerate(table, start=1), columns):
            yield row if isinstance(row, BadRow) else dict(row.fields)
        return
    record = _Open()
    for cells in table:
        # 문제 | … | 학생답 | …: labels and values by turns, in one row or below each other.
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            if columns.field_of(label) is not None:
                yield from _begun(label.strip(), value, record, columns)
    yield from _finished(record, columns)


def _line(line: str, record: _Open, columns: Columns) -> Iterator[dict[str, str]]:
    if numbered := _NUMBERED.match(line):
        line = numbered["rest"]
    if (found := _label(line, columns)) is not None:
        yield from _begun(*found, record, columns)
    elif numbered:
        yield from _begun(_STATEMENT, line, record, columns)
    else:
        record.go_on(line)


def _label(line: str, columns: Columns) -> tuple[str, str] | None:
    """The label that a line begins with, and what follows it."""
    plain = _BULLET.sub("", line).strip()
    for pattern in _LABELS:
        if match := pattern.fullmatch(plain):
            label = _ITEM_NUMBER.sub("", match["label"].strip("[]【】<>〈〉()* "))
            if columns.field_of(label) is not None:
                return label, match["rest"].removeprefix("**").removeprefix(":").strip()
    return None


def _begun(label: str, text: str, record: _Open, columns: Columns) -> Iterator[dict[str, str]]:
    kind = columns.field_of(label)
    if kind == "statement" or kind in {columns.field_of(name) for name in record.fields}:
        kept = _shared(record, columns) if kind == "statement" else {}
        yield from _finished(record, columns)
        record.fields |= kept
    record.add(label, text)


def _shared(record: _Open, columns: Columns) -> dict[str, str]:
    """What stands above the first item of a document, as 단원 and 학년, belongs to the item below it."""
    if any(columns.field_of(name) == "statement" for name in record.fields):
        return {}
    return dict(record.fields)


def _finished(record: _Open, columns: Columns) -> Iterator[dict[str, str]]:
    done, record.fields, record.last = record.fields, {}, None
    if any(columns.field_of(name) == "statement" for name in done):
        yield done
