"""JSON lines, and JSON files that hold a list of objects or an object of objects."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ingest.columns import Columns
from ingest.errors import UnreadableSource
from ingest.readers.row import BadRow, Row
from ingest.readers.text import decoded


def read(data: bytes, columns: Columns) -> Iterator[Row | BadRow]:
    """Rows; ``number`` is the line, or the place in the list."""
    text = decoded(data)
    if (whole := _whole(text)) is not None:
        for number, value in enumerate(whole, start=1):
            yield _row(number, value, json.dumps(value, ensure_ascii=False))
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            yield BadRow(number, f"is no JSON: {error.msg}, column {error.colno}", line)
        except (RecursionError, ValueError):  # nested a thousand deep; a number of 5,000 digits
            yield BadRow(number, "is JSON beyond what is read", line)
        else:
            yield _row(number, value, line)


def _whole(text: str) -> list[object] | None:
    """The objects of a file that is one list or one object of objects; ``None`` for lines."""
    start = text.lstrip()[:1]
    if start not in ("[", "{"):
        return None
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        if start == "[" and "\n[" not in text.strip():
            raise UnreadableSource(f"is no JSON: {error.msg}, line {error.lineno}, column {error.colno}") from error
        return None
    except (RecursionError, ValueError) as error:
        raise UnreadableSource("is JSON beyond what is read") from error
    if isinstance(value, list):
        return value
    if value and all(isinstance(one, dict) for one in value.values()):
        return list(value.values())
    return None


def _row(number: int, value: object, raw: str) -> Row | BadRow:
    if not isinstance(value, dict):
        return BadRow(number, "is no object", raw)
    for name, one in value.items():
        if isinstance(one, dict | list):
            return BadRow(number, "is a list or an object; a text is needed", raw, field=str(name)[:60])
    return Row(number, {str(name): _text(one) for name, one in value.items() if one is not None and one != ""})


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
