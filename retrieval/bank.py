"""The bank (문제 은행): problems that a teacher approved."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.note import Language, check_texts

LIMITS = {
    "id": 128,
    "tenant": 128,
    "statement": 4_000,
    "answer": 2_000,
    "standard": 32,
    "misconception": 64,
    "problem": 12_000,
}
"""Characters of each field; together they stay below the 65,535 bytes of a text field of Milvus."""
REQUIRED = ("id", "tenant", "statement", "answer")


@dataclass(frozen=True, slots=True)
class BankProblem:
    """An approved problem of one academy. ``id`` is unique within ``tenant``.

    ``misconception`` is what its distractors aim at; ``problem`` is the whole problem as ``yuje.problem/1`` JSON.
    Raises :class:`retrieval.errors.InvalidNote` for a field outside its limits.
    """

    id: str
    tenant: str
    statement: str
    answer: str
    standard: str | None = None
    misconception: str | None = None
    language: Language = "ko"
    problem: str = "{}"

    def __post_init__(self) -> None:
        check_texts(self, LIMITS, REQUIRED)

    @property
    def searchable(self) -> str:
        """What a search looks at."""
        words = (self.statement, (self.misconception or "").replace("-", " "))
        return "\n".join(part for part in words if part)
