"""Wrong-answer notes (오답 노트): what an academy has recorded of a student's mistake."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from retrieval.errors import InvalidNote

Language = Literal["ko", "en"]

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
        for name, limit in LIMITS.items():
            value: str | None = getattr(self, name)
            if value is None:
                continue
            if len(value) > limit:
                raise InvalidNote(name, f"is longer than {limit} characters")
            if _UNSTORABLE.search(value):
                raise InvalidNote(name, "holds a control character or half of a surrogate pair")
            if name in REQUIRED and not value.strip():
                raise InvalidNote(name, "is empty")

    @property
    def searchable(self) -> str:
        """What a search looks at: the item, the wrong answer and the teacher's words."""
        words = (self.statement, self.student_answer, (self.misconception or "").replace("-", " "), self.text)
        return "\n".join(part for part in words if part)
