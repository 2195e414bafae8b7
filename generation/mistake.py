"""A student's mistake as an academy posts it."""

from __future__ import annotations

from dataclasses import dataclass

from generation.problem import Language


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong answer to a problem. All text is hostile: it comes from students and clients."""

    statement: str
    student_answer: str
    correct_answer: str | None = None
    working: str | None = None
    standard: str | None = None
    language: Language | None = None
    """``None``: told from the statement (Hangul in it means Korean)."""
