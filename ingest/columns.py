"""Which column holds what: guesses from the headings that academies use, and an academy's own mapping above them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, get_args

from ingest.errors import InvalidMapping

Field = Literal[
    "id", "statement", "student_answer", "correct_answer", "working", "solution", "unit", "grade", "standard",
    "misconception", "text", "language", "student", "nothing",
]  # fmt: skip
"""What a column may hold. ``student`` is looked for in the other columns and not kept; ``nothing`` is passed over."""
FIELDS: tuple[Field, ...] = get_args(Field)

_HEADINGS: Mapping[Field, str] = {
    "id": "id 아이디 관리번호 오답번호 note_id uid",
    "statement": """
        문제 문항 발문 지문 질문 본문 문제내용 문제본문 문제지문 문항내용 question
        problem statement item
    """,
    "student_answer": """
        학생답 학생답안 학생의답 학생응답 학생오답 오답 오답내용 틀린답 틀린답안 제출답 제출답안
        내답 나의답 내가쓴답 쓴답 응답 wronganswer studentanswer
        myanswer response
    """,
    "correct_answer": """
        정답 답 답안 올바른답 옳은답 바른답 맞는답 모범답 모범답안 answer key
        correctanswer rightanswer
    """,
    "working": """
        학생풀이 학생의풀이 학생풀이과정 내풀이 나의풀이 오답풀이 풀이과정 working
        studentworking steps work
    """,
    "solution": """
        풀이 해설 모범풀이 정답풀이 올바른풀이 바른풀이 문제풀이 solution
        explanation workedsolution
    """,
    "unit": "단원 단원명 대단원 중단원 소단원 주제 유형 문제유형 unit chapter topic",
    "grade": "학년 학년학기 학기 grade year level",
    "standard": "성취기준 성취기준코드 기준코드 standard standardcode",
    "misconception": "오개념 오류유형 오답유형 misconception error errortype",
    "text": """
        메모 코멘트 의견 선생님의견 교사의견 교사메모 첨삭 피드백 비고 특이사항 오답원인 오답이유
        틀린이유 틀린원인 원인 note notes comment comments memo text
        feedback remark
    """,
    "language": "언어 language lang",
    "student": "이름 학생 학생명 성명 학생이름 학생성명 name student studentname",
}
_DROPPED = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns to fields. ``own`` is the academy's mapping, column as written to field; it goes before the guesses."""

    own: Mapping[str, Field] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for column, target in self.own.items():
            if target not in FIELDS:
                raise InvalidMapping(f"{column}={target}: there is no field {target!r}; known are {', '.join(FIELDS)}")
            if not _plain(column):
                raise InvalidMapping(f"{column!r}={target}: the name of a column is missing")

    def field_of(self, column: str) -> Field | None:
        """The field that a column holds, or ``None`` where neither the mapping nor a guess knows it.

        >>> Columns().field_of("학생 답"), Columns({"보기": "text"}).field_of("보기"), Columns().field_of("점수")
        ('student_answer', 'text', None)
        """
        plain = _plain(column)
        for own, target in self.own.items():
            if _plain(own) == plain:
                return target
        return _guesses().get(plain)

    def known(self, columns: Iterable[str]) -> int:
        """How many of the columns hold different fields: what makes a row a heading."""
        return len({found for column in columns if (found := self.field_of(column)) is not None})


def mapping_from(pairs: Iterable[str]) -> Mapping[str, Field]:
    """A mapping from ``column=field`` texts. Raises :class:`InvalidMapping`."""
    mapping: dict[str, Field] = {}
    for pair in pairs:
        column, equals, target = pair.rpartition("=")
        if not equals:
            raise InvalidMapping(f"{pair!r} must look like COLUMN=FIELD, as in 보기=statement")
        mapping[column.strip()] = target.strip()  # type: ignore[assignment]  # checked by Columns
    return Columns(mapping).own


@lru_cache(maxsize=1)
def _guesses() -> Mapping[str, Field]:
    return {_plain(heading): target for target, headings in _HEADINGS.items() for heading in headings.split()}


def _plain(column: str) -> str:
    """A heading without spaces, brackets and case: 학생 답, [학생답] and (학생답) are one."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", column)).lower()
