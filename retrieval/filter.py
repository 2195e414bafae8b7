"""What a search is limited to, as typed values: no part of a filter is ever text of a query language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.errors import InvalidQuery
from retrieval.note import LANGUAGES, Language, is_storable
from retrieval.standard import normalise_code

if TYPE_CHECKING:
    from retrieval.record import Record

MAX_VALUE = 128
"""Characters of a value; longer ones stand in no row."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Keeps rows that have every value given. ``None`` keeps all.

    ``grade`` is a school year, 1 to 12: 8 keeps rows of the standards [9수…], which are for years 7 to 9.
    ``grounding`` leaves out notes whose answer was refuted or whose formulas nobody confirmed.
    The tenant is no part of it: it is the caller's right and not the caller's wish.

    Raises :class:`InvalidQuery` for a value that no row can have.
    """

    standard: str | None = None
    misconception: str | None = None
    language: Language | None = None
    grade: int | None = None
    grounding: bool = False

    def __post_init__(self) -> None:
        for name in ("standard", "misconception"):
            value = getattr(self, name)
            if value is not None and (not isinstance(value, str) or len(value) > MAX_VALUE):
                raise InvalidQuery(f"{name} must be text of at most {MAX_VALUE} characters")
            if value is not None and not is_storable(value):
                raise InvalidQuery(f"{name} holds a control character or half of a surrogate pair")
        if self.language is not None and self.language not in LANGUAGES:
            raise InvalidQuery(f"language must be one of {', '.join(LANGUAGES)}")
        if self.grade is not None and (type(self.grade) is not int or not 1 <= self.grade <= 12):
            raise InvalidQuery("grade must be a whole number from 1 to 12")

    @property
    def code(self) -> str | None:
        """The standard in its official spelling."""
        return None if self.standard is None else normalise_code(self.standard)

    def keeps(self, record: Record) -> bool:
        """Whether a row passes."""
        return (
            (self.standard is None or record.standard == self.code)
            and (self.misconception is None or record.misconception == self.misconception)
            and (self.language is None or record.language == self.language)
            and (self.grade is None or record.grade_from <= self.grade <= record.grade_to)
            and not (self.grounding and record.mark)
        )


EVERYTHING = Filter()
