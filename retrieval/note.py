"""Wrong-answer notes (오답 노트): what an academy has recorded of a student's mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from retrieval.errors import InvalidNote

Language = Literal["ko", "en"]

MAX_ID = 128
"""Characters of a note's or tenant's id."""
MAX_FIELD = 4_000
"""Characters of any other field: a long worked item has some 1,500; a JSON field of Milvus 65,536 bytes."""


@dataclass(frozen=True, slots=True)
class WrongAnswerNote:
    """One mistake of one student, without the student: no name is part of it.

    ``id`` is unique within ``tenant``. ``misconception`` is a mal-rule's id or ``None`` where it is unknown,
    ``text`` is what the teacher wrote about it.
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

    def __post_init__(self) -> None:
        for name, limit in (("id", MAX_ID), ("tenant", MAX_ID), ("statement", MAX_FIELD)):
            value = getattr(self, name)
            if not value.strip():
                raise InvalidNote(name, "is empty")
            if len(value) > limit:
                raise InvalidNote(name, f"is longer than {limit} characters")
        for name in ("student_answer", "correct_answer", "standard", "misconception", "text"):
            value = getattr(self, name)
            if value is not None and len(value) > MAX_FIELD:
                raise InvalidNote(name, f"is longer than {MAX_FIELD} characters")

    @property
    def searchable(self) -> str:
        """What a search looks at: the item, the wrong answer and the teacher's words."""
        words = (self.statement, self.student_answer, (self.misconception or "").replace("-", " "), self.text)
        return "\n".join(part for part in words if part)
