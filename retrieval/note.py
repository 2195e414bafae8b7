"""Wrong-answer notes (오답 노트): what an academy has recorded of a student's mistake."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from retrieval.errors import InvalidNote

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Mark = Literal["key-refuted", "unverified"]
"""Why a note never grounds a problem: its correct answer was refuted, or its formulas are unconfirmed."""

LIMITS = {
    "id": 128,
    "tenant": 128,
    "statement": 4_000,
    "student_answer": 2_000,
    "correct_answer": 2_000,
    "standard": 32,
    "misconception": 64,
    "text": 4_000,
}
"""Characters of each field: a long worked item has some 1,500, and Milvus keeps 65,535 bytes of a text."""
REQUIRED = ("id", "tenant", "statement", "student_answer")
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""No store keeps these: PostgreSQL refuses NUL, UTF-8 has no lone surrogates."""


@dataclass(frozen=True, slots=True)
class WrongAnswerNote:
    """One mistake of one student, without the student: no name is part of it.

    ``id`` is unique within ``tenant``. ``misconception`` is a mal-rule's id or ``None`` where it is unknown,
    ``text`` is what the teacher wrote about it. ``grade`` is the school year, 1 to 12, where it is known; otherwise the
    standard's years count. A note with a ``mark`` is found, but never grounds a problem.
    """

    id: str
    tenant: str
    statement: str
    student_answer: str
    correct_answer: str | None = None
    standard: str | None = None
    misconception: str | None = None
    language: Language = "ko"
    text: str = ""
    grade: int | None = None
    mark: Mark | None = None

    def __post_init__(self) -> None:
        check_texts(self, LIMITS, REQUIRED)
        if self.language not in LANGUAGES:
            raise InvalidNote("language", f"is none of {', '.join(LANGUAGES)}")
        if self.grade is not None and (type(self.grade) is not int or not 1 <= self.grade <= 12):
            raise InvalidNote("grade", "is no school year from 1 to 12")
        if self.mark is not None and self.mark not in get_args(Mark):
            raise InvalidNote("mark", f"is none of {', '.join(get_args(Mark))}")

    @property
    def searchable(self) -> str:
        """What a search looks at: the item, the wrong answer and the teacher's words."""
        words = (self.statement, self.student_answer, (self.misconception or "").replace("-", " "), self.text)
        return "\n".join(part for part in words if part)


def is_storable(text: str) -> bool:
    """Whether every store keeps a text as it is."""
    return _UNSTORABLE.search(text) is None


def check_texts(row: object, limits: Mapping[str, int], required: tuple[str, ...]) -> None:
    """Raise :class:`InvalidNote` where a text of a row breaks its limit, is empty, or cannot be stored."""
    for name, limit in limits.items():
        value: str | None = getattr(row, name)
        if value is None:
            continue
        if len(value) > limit:
            raise InvalidNote(name, f"is longer than {limit} characters")
        if not is_storable(value):
            raise InvalidNote(name, "holds a control character or half of a surrogate pair")
        if name in required and not value.strip():
            raise InvalidNote(name, "is empty")
