"""Which achievement standards the engine writes problems for, and why not where it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import generation.symbolic.types  # noqa: F401  (fills the register)
from generation.symbolic.problem_type import PROBLEM_TYPES
from retrieval.standard import Standard, load_standards

COURSES = ("[9수", "[10공수1", "[10공수2", "[12대수", "[12미적Ⅰ", "[12확통")
"""Beginnings of the codes that are to be covered."""
ENOUGH = 2
"""Types of different structure for one standard."""

_DRAWING = "drawing or reading a drawing; no answer that could be proved from text"
_PROOF = "an argument in words is asked for; there is no key that could be proved"
_WORDS = "meanings and methods are to be told in words; no answer that could be proved"
_TECHNOLOGY = "work with software or data of the pupils' own choice"
NOT_COVERED: Mapping[str, str] = {
    "[9수02-06]": _DRAWING,
    "[9수03-03]": _DRAWING,
    "[9수03-04]": _DRAWING,
    "[9수04-04]": _TECHNOLOGY,
    "[9수04-08]": _TECHNOLOGY,
    "[9수04-09]": _DRAWING,
    "[10공수2-02-07]": _PROOF,
    "[12대수03-07]": _PROOF,
    "[12미적Ⅰ-02-08]": _DRAWING,
    "[12확통03-05]": _WORDS,
    "[12확통03-07]": _TECHNOLOGY,
}
"""Standards without types, with the reason."""


@dataclass(frozen=True, slots=True)
class Covered:
    """One standard and the ids of its problem types; ``reason`` says why there are none or too few."""

    standard: Standard
    types: tuple[str, ...]
    reason: str | None = None

    @property
    def is_enough(self) -> bool:
        """Whether the standard has types enough."""
        return len(self.types) >= ENOUGH


def coverage() -> list[Covered]:
    """Every standard that is to be covered, in the order of the curriculum."""
    by_standard: dict[str, list[str]] = {}
    for kind in PROBLEM_TYPES.values():
        by_standard.setdefault(kind.standard, []).append(kind.id)
    return [
        Covered(standard, tuple(by_standard.get(code, ())), NOT_COVERED.get(code))
        for code, standard in load_standards().items()
        if code.startswith(COURSES)
    ]
