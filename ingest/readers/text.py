"""Bytes to text: UTF-8, UTF-16 with its mark, or the CP949 that Korean spreadsheets save."""

from __future__ import annotations

import codecs

from ingest.errors import UnreadableSource


def decoded(data: bytes) -> str:
    """The text of a file, line ends as they are. Raises UnreadableSource for what is none."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _strict(data, "cp949")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSource("is neither UTF-8 nor CP949 text; save it as UTF-8") from error
