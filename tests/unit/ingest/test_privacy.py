from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import UnreadableSource
from ingest.privacy import Redacted, Redactor
from ingest.roster import Roster, read_roster
from tests.adapters.privacy_lines import lines, names_by_chance, roster

LISTED = Redactor(roster())
UNLISTED = Redactor()


def test_the_set_is_large_and_of_both_kinds() -> None:
    with_data = [line for line in lines() if line.gone]
    assert len(lines()) >= 300
    assert min(len(with_data), len(lines()) - len(with_data)) >= 140
    assert len({line.text for line in lines()}) == len(lines())


@pytest.mark.parametrize("line", lines(), ids=lambda line: line.text[:30])
def test_nothing_leaks_and_no_mathematics_is_harmed(line) -> None:  # type: ignore[no-untyped-def]
    redacted = LISTED.redact(line.text)
    assert not line.leaks(redacted.text), redacted.text
    assert not line.is_damaged(redacted.text), redacted.text
    assert bool(redacted.removed) == bool(line.gone)
    again = LISTED.redact(redacted.text)
    assert again == Redacted(redacted.text)


def test_what_was_removed_is_counted_by_kind() -> None:
    text = "김민수(080315-3123456) 010-1234-5678, kim@a.co.kr, 민수 학생"
    assert LISTED.redact(text) == Redacted(
        "s-0([주민번호]) [전화], [전자우편], s-0 학생", {"name": 2, "phone": 1, "email": 1, "resident_number": 1}
    )
    assert LISTED.redact("김민수는 $x=3$", pseudonyms=False).text == "[학생]는 $x=3$"


def test_the_name_in_the_rows_own_column_is_known() -> None:
    assert UNLISTED.redact("은서가 부호를 틀림", ["한은서"]).text == "[학생]가 부호를 틀림"
    assert UNLISTED.redact("Zoe wrote x=3", ["Zoe"]).text == "[학생] wrote x=3"
    assert UNLISTED.redact("지수가 2인 수", ["김지수"]).text == "지수가 2인 수"


@pytest.mark.parametrize("name", list(names_by_chance(40, seed=11)))
def test_every_name_of_a_roster_goes_wherever_it_stands(name: str) -> None:
    redactor = Redactor(Roster({name: "p-1"}))
    for text in (
        f"{name}의 답",
        f"({name})",
        f"오늘 {name} 학생이 틀림",
        f"{name[0]} {name[1:]} 학생",
        f"{name[1:]} 학생",
    ):
        assert name[1:] not in redactor.redact(text).text, text


@given(st.text(alphabet="김민수이차식 010-1234567890$x^2+=()@.가는을학생:\n", max_size=80))
def test_twice_is_once(text: str) -> None:
    once = LISTED.redact(text).text
    assert LISTED.redact(once).text == once


@given(
    st.lists(
        st.sampled_from(["$x^2-5x+6=0$", "$0.1-0.2$", "$|x|=3$", "정수", "이차식의", "12345-6789", "3:2"]), max_size=8
    )
)
def test_mathematics_stays(parts: list[str]) -> None:
    text = " ".join(parts)
    assert UNLISTED.redact(text) == Redacted(text)


def test_long_hostile_texts_take_no_time_to_speak_of() -> None:
    for text in (
        "010-" * 3000,
        "a@" * 6000,
        "김" * 12_000,
        "1" * 12_000,
        "이름: " * 3000,
        "$" * 9001,
        "a." * 6000 + "@",
    ):
        LISTED.redact(text)


def test_roster(tmp_path: Path) -> None:
    file = tmp_path / "roster.csv"
    file.write_bytes("이름,가명\n김민수,s-1\n,\nKim  Lee,\n".encode("cp949"))
    assert read_roster(file) == Roster({"김민수": "s-1", "Kim Lee": ""})
    for text, match in (
        ("학년,반\n1,2\n", "must name a column 이름"),
        ("이름,가명\n김민수,김 민수\n", "line 2: 가명 takes letters"),
        ("이름\n김\n", "line 2: a name has 2 to 40 letters"),
    ):
        file.write_text(text, "utf-8")
        with pytest.raises(UnreadableSource, match=match) as raised:
            read_roster(file)
        assert "민수" not in str(raised.value)
    with pytest.raises(UnreadableSource, match="FileNotFoundError"):
        read_roster(tmp_path / "none.csv")
