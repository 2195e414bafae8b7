"""Faults that the verifier lets through, with the share that is known and why; none of them as proved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetThrough:
    """How much of a fault is let through at most, and the cause."""

    share: float
    why: str


LET_THROUGH: Mapping[str, LetThrough] = {}
"""By name of the fault."""
