"""Which steps from line to line of the parser an input takes; the smallest set of inputs that takes them all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import FrameType
from typing import Any

import generation.expression

Arc = tuple[str, int, int]
_FOLDER = str(Path(generation.expression.__file__).parent)


def arcs(read: Callable[[str], object], text: str) -> frozenset[Arc]:
    """The steps between lines of generation.expression while an input is read."""
    found: set[Arc] = set()
    previous: dict[FrameType, int] = {}

    def on_line(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            found.add((frame.f_code.co_filename, previous.get(frame, 0), frame.f_lineno))
            previous[frame] = frame.f_lineno
        return on_line

    def on_call(frame: FrameType, event: str, _: Any) -> Any:
        return on_line if frame.f_code.co_filename.startswith(_FOLDER) else None

    outside = sys.gettrace()
    sys.settrace(on_call)
    try:
        read(text)
    finally:
        sys.settrace(outside)
    return frozenset(found)


def least(read: Callable[[str], object], inputs: Iterable[str]) -> list[str]:
    """The inputs, short ones first, that each take a step which none before took."""
    taken: set[Arc] = set()
    kept: list[str] = []
    for text in sorted(set(inputs), key=lambda text: (len(text), text)):
        steps = arcs(read, text)
        if not steps <= taken:
            taken |= steps
            kept.append(text)
    return kept
