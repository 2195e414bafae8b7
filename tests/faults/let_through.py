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
    "told type: function exchanged in the model": LetThrough(1.0, f"words do not name a function yet; {_WORDS}"),
    "told type: operation turned in the model": LetThrough(0.8, _WORDS),
    "told type: two numbers of the text exchanged in the model": LetThrough(0.5, _WORDS),
    "told type: constant of its formula changed": LetThrough(0.5, f"figures without a formula of their own; {_WORDS}"),
    "told type: complement of the event in model and key": LetThrough(0.4, _WORDS),
    "told type: unit missing": LetThrough(1.0, "a key without a unit is taken as a number of the unit in the text"),
    "told type: wrong unit": LetThrough(0.2, "another unit that stands in the text as well"),
    "wrong unit": LetThrough(0.5, "another unit that stands in the text as well"),
    "request turned": LetThrough(0.2, _WORDS),
    "told item: request turned": LetThrough(0.1, _WORDS),
    "told item: number changed in the text": LetThrough(0.02, _WORDS),
    "told item: model and key changed together, but not the text": LetThrough(0.03, _WORDS),
    "question cut out of the text": LetThrough(0.1, "a number that another part of the text accounts for"),
    "number changed in the words of a step": LetThrough(0.25, "a number of the item's own in words not understood"),
    "method that the standard has not taught": LetThrough(0.03, "told items that may be answered by trying"),
}
"""By name of the fault. None of these items may be released without a teacher: their verdict is `corroborated`."""
