from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from retrieval.errors import InvalidNote
from retrieval.note import WrongAnswerNote
from retrieval.record import content_hash, payload_of, record_of, row_key

NOTE = WrongAnswerNote("1", "a", "$x^2=25$를 푸시오.", "$x=5$", "$x=5, -5$", "9수02-20", "drop-negative-root")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", ""),
        ("id", "x" * 129),
        ("tenant", "  "),
        ("statement", "x" * 4001),
        ("student_answer", "a\x00b"),
        ("text", "\ud800"),
        ("standard", "9" * 33),
    ],
)
def test_limits_name_the_field(field: str, value: str) -> None:
    with pytest.raises(InvalidNote) as caught:
        WrongAnswerNote(**(asdict(NOTE) | {field: value}))
    assert caught.value.field == field


def test_record_keeps_the_note_and_normalises_its_standard() -> None:
    record = record_of(NOTE)
    assert payload_of("note", record.payload) == NOTE
    assert (record.standard, record.tenant, record.id) == ("[9수02-20]", "a", "1")


def test_keys_and_hashes_tell_rows_apart() -> None:
    assert row_key("a", "bc") != row_key("ab", "c")
    assert len({content_hash(NOTE), content_hash(replace(NOTE, text="x")), content_hash(replace(NOTE, id="2"))}) == 3
