"""One line of a notes file, checked."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from retrieval.note import LIMITS, WrongAnswerNote
from retrieval.standard import find_standard, suggest_standards


def _text(field: str, least: int = 0) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=least, max_length=LIMITS[field], strict=True)


class NoteRecord(BaseModel):
    """A wrong-answer note as JSON. A field that is not known is refused: it may be a student's name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, _text("id", 1)]
    statement: Annotated[str, _text("statement", 1)]
    student_answer: Annotated[str, _text("student_answer", 1)]
    correct_answer: Annotated[str, _text("correct_answer", 1)] | None = None
    standard: Annotated[str, _text("standard", 1)] | None = None
    misconception: Annotated[str, _text("misconception"), Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] | None = None
    language: Literal["ko", "en"] = "ko"
    text: Annotated[str, _text("text")] = ""

    @field_validator("standard")
    @classmethod
    def _official(cls, code: str | None) -> str | None:
        """The official spelling, or an error that names codes like it."""
        if code is None:
            return None
        if (found := find_standard(code)) is None:
            near = ", ".join(suggest_standards(code))
            raise ValueError("is no achievement standard" + (f"; near it: {near}" if near else ""))
        return found.code

    def to_note(self, tenant: str) -> WrongAnswerNote:
        """The note of a tenant; raises :class:`retrieval.errors.InvalidNote` for what no store keeps."""
        return WrongAnswerNote(tenant=tenant, **self.model_dump())
