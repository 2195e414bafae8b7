"""What the engine is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generation.problem import Language, Model
from generation.symbolic.difficulty import Difficulty

Vary = Literal["numbers", "structure"]


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted: items like ``model``, worded in ``language``."""

    model: Model
    count: int = 3
    misconception: str | None = None
    seed: int = 0
    language: Language = "ko"
    choices: bool = False
    statement: str | None = None
    """The source's text; its words are kept where only formulas change."""
    standard: str | None = None
    source: str | None = None
    grounding: tuple[str, ...] = ()
    difficulty: Difficulty = "same"
    """Other than ``same``: named features move that way, and none the other way."""
    vary: Vary = "numbers"
    """``structure``: one step away, the same idea asked backwards or as another type of the same standard."""
