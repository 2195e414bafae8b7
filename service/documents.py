"""Files given on the command line: one JSON object, a JSON array, or JSON lines; `-` is standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generation.mistake import Mistake
from generation.schema import SchemaError
from service.errors import DocumentError
from service.posed import Posed, read_posed

MAX_BYTES = 256 * 1024 * 1024
MAX_TEXT = 8_000
"""Characters of one text of a mistake."""


@dataclass(frozen=True, slots=True)
class Document:
    """One value of a file, with where it begins."""

    value: Any
    file: str
    line: int

    def refuse(self, reason: str) -> DocumentError:
        """The error that names the place."""
        return DocumentError(f"{self.file}, line {self.line}: {reason}")


def read_documents(name: str) -> list[Document]:
    """All values of a file, read and parsed before anything is done with the first. Raises DocumentError."""
    text = _text(name)
    shown = "standard input" if name == "-" else name
    try:
        return list(_values(text, shown))
    except json.JSONDecodeError as error:
        raise DocumentError(
            f"{shown}, line {error.lineno}, column {error.colno}: this is not JSON ({error.msg}); "
            "give one JSON object, a JSON array, or one JSON object a line"
        ) from None
    except RecursionError:
        raise DocumentError(f"{shown}: the JSON is nested too deeply") from None


def mistake_of(document: Document) -> Mistake:
    """The mistake in a document; fields that are not a mistake's are passed over. Raises DocumentError."""
    value = document.value
    if not isinstance(value, Mapping):
        raise document.refuse('a mistake must be an object such as {"statement": "…", "student_answer": "…"}')
    for name in ("statement", "student_answer"):
        if value.get(name) is None:
            raise document.refuse(f"field {name} is missing; give it as a string")
    for name in ("statement", "student_answer", "correct_answer", "working", "standard", "language"):
        _check_text(document, name, value.get(name))
    if value.get("language") not in (None, "ko", "en"):
        raise document.refuse('field language must be "ko" or "en"')
    return Mistake(
        statement=value["statement"],
        student_answer=value["student_answer"],
        correct_answer=value.get("correct_answer"),
        working=value.get("working"),
        standard=value.get("standard"),
        language=value.get("language"),
    )


def posed_of(document: Document) -> Posed:
    """The problem in a document, bare or with ``source``, ``bank`` and ``certificate`` beside it.

    Raises DocumentError.
    """
    try:
        return read_posed(document.value)
    except SchemaError as error:
        at = f"field {error.field} " if error.field else "a problem "
        raise document.refuse(f"{at}{error.reason}") from None


def texts_of(document: Document, *names: str) -> tuple[str, ...]:
    """The named texts of an object. Raises DocumentError."""
    if not isinstance(document.value, Mapping):
        raise document.refuse(f"must be an object with the fields {', '.join(names)}")
    for name in names:
        if document.value.get(name) is None:
            raise document.refuse(f"field {name} is missing; give it as a string")
        _check_text(document, name, document.value[name])
    return tuple(document.value[name] for name in names)


def _check_text(document: Document, name: str, value: object) -> None:
    if value is None:
        return
    if not isinstance(value, str):
        raise document.refuse(f'field {name} must be a string, as in "{name}": "…"')
    if len(value) > MAX_TEXT:
        raise document.refuse(f"field {name} has {len(value)} characters; at most {MAX_TEXT} are read")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise document.refuse(f"field {name} has half of a surrogate pair; write the character itself")


def _text(name: str) -> str:
    try:
        body = sys.stdin.buffer.read(MAX_BYTES + 1) if name == "-" else _file(Path(name))
        if len(body) > MAX_BYTES:
            raise DocumentError(f"{name} has more than {MAX_BYTES} bytes; split it")
        return body.decode("utf-8-sig")
    except OSError as error:
        raise DocumentError(f"{name} cannot be read: {error.strerror}; give a file, or - for standard input") from None
    except UnicodeDecodeError as error:
        raise DocumentError(f"{name} is not UTF-8 (byte {error.start}); save it as UTF-8") from None


def _file(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _values(text: str, shown: str) -> Iterator[Document]:
    """Values one after the other, or the elements of one array, each with the line where it begins."""
    decoder = json.JSONDecoder(parse_constant=_no_constant)
    at, line, counted = _skip(text, 0), 1, 0
    is_array = text.startswith("[", at)
    if is_array:
        at = _skip(text, at + 1)
        if text.startswith("]", at):
            at = _skip(text, at + 1)
            is_array = False
    while at < len(text):
        line, counted = line + text.count("\n", counted, at), at
        try:
            value, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError:
            raise
        except ValueError as error:  # NaN, or more digits than Python reads
            raise DocumentError(f"{shown}, line {line}: this is not JSON ({error})") from None
        yield Document(value, shown, line)
        at = _skip(text, end)
        if is_array:
            if text.startswith("]", at):
                at = _skip(text, at + 1)
                if at < len(text):
                    raise json.JSONDecodeError("Extra data", text, at)
            elif text.startswith(",", at):
                at = _skip(text, at + 1)
                if at == len(text):
                    raise json.JSONDecodeError("Expecting value", text, at)
            else:
                raise json.JSONDecodeError("Expecting ',' delimiter", text, at)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON number")
