"""Faults that the verifier lets through, with the share that is known and why; none of them as proved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetThrough:
    """How much of a fault is let through at most, and the cause."""

    share: float
    why: str


_WORDS = "model and key agree, only the meaning of the words is against them; a teacher approves such items"
LET_THROUGH: Mapping[str, LetThrough] = {
    "told type: operation turned in the model": LetThrough(0.1, f"sectors in radians are not read; {_WORDS}"),
    "told type: constant of its formula changed": LetThrough(0.04, f"sectors in radians are not read; {_WORDS}"),
    "told type: two numbers of the text exchanged in the model": LetThrough(
        0.004, f"distributions listed in turn; {_WORDS}"
    ),
    "request turned": LetThrough(0.03, f"'the solution of' a number; {_WORDS}"),
    "told item: number changed in the text": LetThrough(0.004, "a number that stands for one of its own, as two dice"),
    "told item: model and key changed together, but not the text": LetThrough(
        0.004, "a number that stands for one of its own, as the sides of a figure"
    ),
    "question cut out of the text": LetThrough(0.03, "a number that another part of the text accounts for"),
    "number changed in the words of a step": LetThrough(0.2, "a number of the item's own in words not understood"),
    "method that the standard has not taught": LetThrough(0.01, "told items that may be answered by trying"),
    "copy of the bank": LetThrough(0.01, "lines named by equations in other letters than x and y"),
}
"""By name of the fault. None of these items may be released without a teacher: their verdict is `corroborated`."""
