"""Characters that make a text look other than it reads: ``=`` struck through, ``12`` shown as ``21``."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generation.problem import Problem

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_STRIKING = frozenset(map(chr, (*range(0x334, 0x339), *range(0x20D2, 0x20DB), *range(0x20E5, 0x20EC))))


def disguises(problem: Problem) -> Iterator[str]:
    """Where the statement or a step has such a character, and which."""
    yield from _of("statement", problem.statement)
    for place, step in enumerate(problem.solution):
        yield from _of(f"solution[{place}].text", step.text)


def _of(field: str, text: str) -> Iterator[str]:
    if text.isascii():
        return
    for character in text:
        if character in _TURNING or character in _STRIKING or unicodedata.category(character) == "Me":
            yield f"{field} has the character U+{ord(character):04X}, which changes how others look"
            return
