"""Faults that the verifier lets through, with the share that is known and why; none of them as proved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetThrough:
    """How much of a fault is let through at most, and the cause."""

    share: float
    why: str


LET_THROUGH: Mapping[str, LetThrough] = {
    "number changed in the words of a step": LetThrough(
        0.004, "a count that is another number of the same line, as '5 digits for each place' of 4^5"
    ),
}
"""By name of the fault. None of these items may be released without a teacher: their verdict is `corroborated`."""
