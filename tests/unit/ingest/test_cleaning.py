from __future__ import annotations

import pytest

from ingest.cleaning import Cleaned, Rejection, clean, identify
from ingest.columns import Columns
from ingest.keys import is_refuted
from ingest.privacy import Redactor
from ingest.readers.row import Row
from retrieval.bank import BankProblem
from retrieval.note import WrongAnswerNote

REDACTOR = Redactor()


def cleaned(verified: bool = True, **fields: str) -> Cleaned:
    row = Row(2, fields, verified=verified)
    return clean(identify(row, Columns(), "scope", "settings"), "academy", Columns(), REDACTOR)


def note(**fields: str) -> WrongAnswerNote:
    record = cleaned(문제="$1$", 학생답="2", **fields).record
    assert isinstance(record, WrongAnswerNote)
    return record


def rejected(**fields: str) -> Rejection:
    record = cleaned(**fields).record
    assert isinstance(record, Rejection)
    return record


def test_columns_become_a_note() -> None:
    found = note(
        정답="3",
        성취기준="9수02–20",
        학년="중3",
        대단원="이차방정식",
        중단원="근의 공식",
        메모="부호",
        학생풀이="x=2",
        풀이="x=3",
        점수="5",
    )
    assert (found.correct_answer, found.standard, found.grade, found.language) == ("3", "[9수02-20]", 9, "ko")
    assert found.text == "부호\n이차방정식\n근의 공식\n중3\n학생 풀이: x=2\n풀이: x=3"
    assert found.id.startswith("n-")


@pytest.mark.parametrize(
    ("text", "grade"),
    [("중3", 9), ("초5", 5), ("고등학교 2학년", 11), ("중학교 1", 7), ("grade 8", 8), ("3", None), ("고9", None)],
)
def test_grades(text: str, grade: int | None) -> None:
    assert note(학년=text).grade == grade


def test_misconceptions_by_id_by_name_and_in_words() -> None:
    from generation.diagnose.malrule import MAL_RULES

    rule = MAL_RULES["sign-of-roots"]
    assert note(오개념="sign-of-roots").misconception == "sign-of-roots"
    assert note(오개념=rule.ko).misconception == "sign-of-roots"
    assert (note(오개념="부호를 틀림").misconception, note(오개념="부호를 틀림").text) == (None, "부호를 틀림")


def test_a_row_without_a_students_answer_is_a_problem() -> None:
    record = cleaned(문제="$1+1$", 정답="2").record
    assert isinstance(record, BankProblem)
    assert (record.statement, record.answer, record.id[:2]) == ("$1+1$", "2", "b-")
    assert rejected(문제="$1+1$").field == "student_answer"


def test_what_is_no_record_says_why() -> None:
    assert rejected(학생답="2").field == "statement"
    assert rejected(문제="$1$", 학생답="2", 성취기준="9수02-99") == Rejection(
        "is no achievement standard; near it: [9수02-19], [9수02-09]", "standard"
    )
    assert rejected(문제="$1$", 학생답="2", 언어="fr").field == "language"
    assert rejected(문제="x" * 5000, 학생답="2").field == "statement"
    assert rejected(문제="$1$\x00", 학생답="2").field == "statement"


def test_unverified_mathematics_is_marked_and_no_problem_is_made_of_it() -> None:
    record = cleaned(verified=False, 문제="x2=4", 학생답="2").record
    assert isinstance(record, WrongAnswerNote)
    assert record.mark == "unverified"
    assert isinstance(cleaned(verified=False, 문제="x2=4", 정답="2").record, Rejection)


def test_personal_data_goes_from_every_text_and_is_counted() -> None:
    done = cleaned(
        이름="한은서, 김지수",
        문제="은서는 $1+1$을 계산하였다.",
        학생답="은서: 3",
        메모="은서가 010-1234-5678 지수 학생",
    )
    assert isinstance(done.record, WrongAnswerNote)
    assert (done.record.statement, done.record.student_answer) == ("[학생]는 $1+1$을 계산하였다.", "[학생]: 3")
    assert done.record.text == "[학생]가 [전화] [학생] 학생"
    assert done.redacted == {"name": 5, "phone": 1}


def test_the_id_follows_the_number_or_what_the_row_holds() -> None:
    def of(settings: str = "s", scope: str = "f", **fields: str) -> tuple[str, str]:
        found = identify(Row(1, fields), Columns(), scope, settings)
        return found.id, found.raw_hash

    one = of(관리번호="1", 문제="a", 학생답="b")
    assert of(관리번호="1", 문제="c", 학생답="b")[0] == one[0]
    assert of(관리번호="1", 문제="c", 학생답="b")[1] != one[1]
    assert of(관리번호="1", 문제="a", 학생답="b", scope="g")[0] != one[0]
    assert of(관리번호="1", 문제="a", 학생답="b", settings="t") == (
        one[0],
        of(관리번호="1", 문제="a", 학생답="b", settings="t")[1],
    )
    bare = of(문제="a", 학생답="b")
    assert of(문제="a", 학생답="b", 점수="9") == bare
    assert of(문제="a", 학생답="c")[0] != bare[0]
    assert of(문제="a", 학생답="b", 이름="김민수")[0] == bare[0]


@pytest.mark.parametrize(
    ("statement", "key", "refuted"),
    [
        ("이차방정식 $x^2-5x+6=0$을 푸시오.", "x=2, x=3", False),
        ("이차방정식 $x^2-5x+6=0$을 푸시오.", "x=-2, x=-3", True),
        ("이차방정식 $x^2-5x+6=0$을 푸시오.", "x=2", True),
        ("이차방정식 $x^2-4x+4=0$을 푸시오.", "x=2, x=2", False),
        ("$3-(-4)+2$를 계산하시오.", "9", False),
        ("$3-(-4)+2$를 계산하시오.", "1", True),
        ("$(x+3)^2$을 전개하시오.", "x^2+9", True),
        ("철수가 사과 3개를 먹었다. 남은 것은?", "5", False),
        ("$3-(-4)+2$를 계산하시오.", "모름", False),
        ("[학생]는 $3+4$를 계산하시오.", "7", False),
        ("", "", False),
    ],
)
def test_keys(statement: str, key: str, refuted: bool) -> None:
    assert is_refuted(statement, key) == refuted
