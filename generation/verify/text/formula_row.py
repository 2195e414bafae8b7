"""A row of the tables of formulas that words name."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = re.compile(r"\\b|\(\?<[^)]*\)")
"""Word boundaries and what may not stand before."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is spoken of, what of it is asked, and its formula in quantities of `generation.verify.text.measures`."""

    figure: str
    asked: str
    given: str
    formula: str
    hint: str = ""
    """Words of which one stands in every text that ``figure`` fits; the words of ``figure`` itself if empty."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the hint in small letters: a text without any of them is none for this row."""
        return tuple(_MARKS.sub("", word).lower() for word in (self.hint or self.figure).split("|"))
