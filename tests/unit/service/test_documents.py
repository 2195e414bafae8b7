"""Files of the command line: three shapes, and where a bad one is bad."""

from __future__ import annotations

from pathlib import Path

import pytest

from generation.mistake import Mistake
from service.documents import mistake_of, posed_of, read_documents
from service.errors import DocumentError


def written(folder: Path, text: str) -> str:
    file = folder / "input.json"
    file.write_bytes(text.encode())
    return str(file)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1}', [(1, {"a": 1})]),
        ('{\n "a": 1\n}\n', [(1, {"a": 1})]),
        ('\ufeff{"a": 1}\r\n\r\n{"a": 2}\n', [(1, {"a": 1}), (3, {"a": 2})]),
        ('[{"a": 1},\n {"a": 2}\n]\n', [(1, {"a": 1}), (2, {"a": 2})]),
        ("[]", []),
        ("", []),
    ],
    ids=["object", "many lines", "lines", "array", "empty array", "empty"],
)
def test_objects_arrays_and_lines_are_read_with_their_places(
    tmp_path: Path, text: str, expected: list[tuple[int, object]]
) -> None:
    assert [(d.line, d.value) for d in read_documents(written(tmp_path, text))] == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": 1}\n{"a" 2}',
         "{file}, line 2, column 6: this is not JSON (Expecting ':' delimiter); "
         "give one JSON object, a JSON array, or one JSON object a line"),
        ('[{"a": 1} {"a": 2}]',
         "{file}, line 1, column 11: this is not JSON (Expecting ',' delimiter); "
         "give one JSON object, a JSON array, or one JSON object a line"),
        ('[{"a": 1},',
         "{file}, line 1, column 11: this is not JSON (Expecting value); "
         "give one JSON object, a JSON array, or one JSON object a line"),
        ('{"a": 1}\n{"a": NaN}', "{file}, line 2: this is not JSON (NaN is no JSON number)"),
        ("[" * 100_000, "{file}: the JSON is nested too deeply"),
    ],
)  # fmt: skip
def test_what_is_not_json_is_refused_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(DocumentError) as caught:
        read_documents(file)
    assert str(caught.value) == message.replace("{file}", file)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read: No such file or directory; give a file, or - for"):
        read_documents(str(tmp_path / "none"))
    file = tmp_path / "euc-kr.json"
    file.write_bytes('{"statement": "값"}'.encode("euc-kr"))
    with pytest.raises(DocumentError, match=r"is not UTF-8 \(byte 15\); save it as UTF-8"):
        read_documents(str(file))


def test_a_mistake_may_have_fields_of_its_own(tmp_path: Path) -> None:
    (document,) = read_documents(
        written(tmp_path, '{"id": 7, "statement": "1+1", "student_answer": "3", "working": null, "language": "ko"}')
    )
    assert mistake_of(document) == Mistake("1+1", "3", language="ko")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[1]", 'a mistake must be an object such as {"statement": "…", "student_answer": "…"}'),
        ('{"statement": "1+1"}', "field student_answer is missing; give it as a string"),
        ('{"statement": 2, "student_answer": "3"}', 'field statement must be a string, as in "statement": "…"'),
        ('{"statement": "1", "student_answer": "3", "language": "fr"}', 'field language must be "ko" or "en"'),
        ('{"statement": "\\udc00", "student_answer": "3"}',
         "field statement has half of a surrogate pair; write the character itself"),
        ('{"statement": "' + "1" * 8001 + '", "student_answer": "3"}',
         "field statement has 8001 characters; at most 8000 are read"),
    ],
)  # fmt: skip
def test_what_is_no_mistake_is_refused_with_its_field(tmp_path: Path, text: str, reason: str) -> None:
    file = written(tmp_path, text)
    (document,) = read_documents(file)
    with pytest.raises(DocumentError) as caught:
        mistake_of(document)
    assert str(caught.value) == f"{file}, line 1: {reason}"


def test_what_is_no_problem_is_refused_with_its_field(tmp_path: Path) -> None:
    file = written(tmp_path, '\n{"problem": {"statement": "1+1"}}')
    (document,) = read_documents(file)
    with pytest.raises(DocumentError) as caught:
        posed_of(document)
    assert str(caught.value) == f"{file}, line 2: field problem.model is missing"
