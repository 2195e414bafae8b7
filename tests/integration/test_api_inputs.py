"""Bad and odd bodies against the real API: every error has problem details and leaves nothing half-written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.xdist_group("service")
EXPAND = {"statement": "$(x+3)^2$을 전개하시오.", "student_answer": "x^2+9"}
JSON = {"Content-Type": "application/json"}
KNOWN = "statement, student_answer, correct_answer, working, standard, language, student_ref"
REMEDY = "School formulas and their LaTeX (\\frac, \\sqrt, \\times, \\div, \\le, \\ge …) are read."
Make = Callable[[], httpx.Client]
Rows = Callable[[], dict[str, int]]


def fault(field: str, message: str, remedy: str, **more: object) -> dict[str, object]:
    return {"field": field, "message": message, "remedy": remedy, **more}


FAULTS: list[tuple[str, Any, list[dict[str, object]]]] = [
    ("no fields", {}, [
        fault("statement", "is missing", "Add this field."),
        fault("student_answer", "is missing", "Add this field."),
    ]),
    ("not an object", [EXPAND], [fault("body", "has the wrong type", "Give {…} (object).")]),
    ("null", None, [fault("body", "has the wrong type", "Give {…} (object).")]),
    ("number for text", {**EXPAND, "student_answer": 9}, [
        fault("student_answer", "has the wrong type", 'Give "…" (string).')]),
    ("null for text", {**EXPAND, "statement": None}, [fault("statement", "has the wrong type", 'Give "…" (string).')]),
    ("unknown field", {**EXPAND, "student_name": "김하늘"}, [
        fault("student_name", "is not a known field", f"Remove it. Known fields: {KNOWN}")]),
    ("unknown language", {**EXPAND, "language": "fr"}, [
        fault("language", "has a value that is not known", "Choose from 'ko' or 'en'.")]),
    ("a name as reference", {**EXPAND, "student_ref": "김하늘"}, [
        fault("student_ref", "is not a pseudonym",
              "Use a pseudonym of letters, digits and . _ : - such as s-1042, at most 64 characters; never a name.")]),
    ("empty", {**EXPAND, "statement": ""}, [fault("statement", "is empty", "Give some text.")]),
    ("blank", {**EXPAND, "student_answer": " \n"}, [fault("student_answer", "is empty", "Give some text.")]),
    ("too long", {**EXPAND, "statement": "1+" * 2001}, [
        fault("statement", "is too long", "At most 4000 characters are taken.")]),
    ("20,000 parentheses", {**EXPAND, "statement": "(" * 20_000 + ")" * 20_000}, [
        fault("statement", "is too long", "At most 4000 characters are taken.")]),
    ("1,500 parentheses", {**EXPAND, "statement": "$" + "(" * 1_500 + "1" + ")" * 1_500 + "$"}, [
        fault("statement", "has a formula that cannot be read at character 2: 3001 symbols; at most 1000 are read",
              REMEDY, position=2)]),
    ("NUL", {**EXPAND, "student_answer": "9\x00"}, [
        fault("student_answer", "has a character that is no text (U+0000 at character 2)", "Remove it.", position=2)]),
    ("control character", {**EXPAND, "working": "a\x1b[2J"}, [
        fault("working", "has a character that is no text (U+001B at character 2)", "Remove it.", position=2)]),
    ("zero-width space in a formula", {**EXPAND, "statement": "1\u200b2+3을 계산하시오."}, [
        fault("statement", "has an invisible character (U+200B at character 2)",
              "Remove it: it could make a formula read differently.", position=2)]),
    ("no mathematics", {**EXPAND, "statement": "다음을 푸시오."}, [
        fault("statement", "has no mathematics", "Write a formula such as 2x + 3 = 7, or LaTeX between $ signs.")]),
    ("LaTeX outside the allow-list", {**EXPAND, "statement": "값은 $1+\\input{x}$이다."}, [
        fault("statement",
              "has a formula that cannot be read at character 7: the LaTeX command \\input is not understood",
              REMEDY, position=7)]),
    ("unknown standard", {**EXPAND, "standard": "[9수02-91]"}, [
        fault("standard", "is no achievement standard",
              "Use a code of the 2022 curriculum such as [9수02-20]. Near it: [9수02-21], [9수02-19], [9수02-18]",
              suggestions=["[9수02-21]", "[9수02-19]", "[9수02-18]"])]),
    ("standard like nothing", {**EXPAND, "standard": "algebra"}, [
        fault("standard", "is no achievement standard", "Use a code of the 2022 curriculum such as [9수02-20].",
              suggestions=[])]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "faults"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_faulty_body_names_each_field_and_its_remedy(
    academy: Make, rows: Rows, body: object, faults: list[dict[str, object]]
) -> None:
    client, before = academy(), rows()
    response = client.post("/v1/mistakes", content=json.dumps(body), headers=JSON)
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    details = response.json()
    assert details.pop("instance") == f"urn:yuje:request:{response.headers['x-request-id']}"
    assert details == {
        "type": "urn:yuje:problem:invalid-input",
        "title": "The input needs correction",
        "status": 422,
        "detail": "Correct the fields named in errors.",
        "errors": faults,
    }
    assert rows() == before


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        (b"", "The JSON breaks at line 1, column 1: Expecting value"),
        (
            b'{"statement": "1+1",\n "student_answer" 3}',
            "The JSON breaks at line 2, column 19: Expecting ':' delimiter",
        ),
        (b'{"statement": NaN}', "The JSON breaks at line 1, column 1: NaN and Infinity are no JSON (NaN)"),
        (b"1" * 5000, "The JSON breaks at line 1, column 1: a number is too long"),
        (b"[" * 200_000, "The JSON is nested too deeply."),
        ('{"statement": "값"}'.encode("euc-kr"), "The body is not UTF-8."),
    ],
    ids=["empty", "broken", "NaN", "5,000 digits", "200,000 brackets", "EUC-KR"],
)
def test_what_is_not_json_is_told_where_it_breaks(academy: Make, rows: Rows, content: bytes, detail: str) -> None:
    client, before = academy(), rows()
    response = client.post("/v1/mistakes", content=content, headers=JSON)
    assert (response.status_code, response.json()["type"]) == (422, "urn:yuje:problem:invalid-json")
    assert response.json()["detail"] == detail
    assert rows() == before


def test_a_lone_surrogate_is_no_text(academy: Make) -> None:
    response = academy().post(
        "/v1/mistakes", content=b'{"statement": "$1+1$ \\ud800", "student_answer": "3"}', headers=JSON
    )
    assert response.status_code == 422
    assert [error["field"] for error in response.json()["errors"]] == ["statement"]


def _chunks(size: int) -> Iterator[bytes]:
    for _ in range(size // 65_536):
        yield b" " * 65_536


@pytest.mark.parametrize("is_chunked", [False, True], ids=["announced", "chunked"])
def test_a_body_of_10_mb_is_refused(academy: Make, rows: Rows, is_chunked: bool) -> None:
    client, before = academy(), rows()
    content: Any = _chunks(10_000_000) if is_chunked else b" " * 10_000_000
    response = client.post("/v1/mistakes", content=content, headers=JSON)
    assert (response.status_code, response.headers["content-type"]) == (413, "application/problem+json")
    assert response.json()["detail"] == "A body may have 1048576 bytes. Send one mistake at a time."
    assert rows() == before
    assert client.get("/healthz").status_code == 200


def test_a_body_of_another_type_is_refused_also_while_it_is_being_sent(academy: Make) -> None:
    response = academy().post("/v1/mistakes", content=b"x" * 10_000_000, headers={"Content-Type": "text/plain"})
    assert (response.status_code, response.json()["type"]) == (415, "urn:yuje:problem:unsupported-media-type")


def test_parameters_are_checked_like_fields(academy: Make, rows: Rows) -> None:
    client, before = academy(), rows()
    response = client.post("/v1/mistakes", params={"count": "many", "seed": -1, "colour": "red"}, json=EXPAND)
    assert response.status_code == 422
    assert response.json()["errors"] == [
        fault("query.count", "has the wrong type", "Give 1, 2, 3 … (integer)."),
        fault("query.seed", "is out of range", "≥ 0"),
        fault(
            "query.colour", "is not a known field", "Remove it. Known fields: count, choices, seed, difficulty, vary"
        ),
    ]
    assert rows() == before


def test_errors_speak_korean_to_those_who_ask_for_it(academy: Make) -> None:
    response = academy().post(
        "/v1/mistakes", json={**EXPAND, "statement": "안녕"}, headers={"Accept-Language": "ko-KR"}
    )
    assert response.headers["content-language"] == "ko"
    assert response.json()["errors"] == [
        fault("statement", "식이 없습니다", "2x + 3 = 7 처럼 쓰거나 $…$ 사이에 LaTeX로 쓰십시오.")
    ]


@pytest.mark.parametrize(
    "answer",
    ["모르겠어요", "__import__('os').system('id')", "(" * 900 + ")" * 900, "1\u200b2", "\\input{/etc/passwd}",
     "x" * 2000],
    ids=["words", "code", "parentheses", "zero-width", "LaTeX", "letters"],
)  # fmt: skip
def test_an_answer_that_cannot_be_read_is_kept(academy: Make, rows: Rows, answer: str) -> None:
    client, before = academy(), rows()
    response = client.post("/v1/mistakes?count=1&seed=1", json={**EXPAND, "student_answer": answer})
    assert response.status_code == 201
    body = response.json()
    assert (body["answer_read"], body["diagnosis"]["misconceptions"]) == (False, [])
    assert body["note"] == (
        "학생의 답을 식으로 읽지 못해 오개념을 진단하지 못했습니다. 오답은 그대로 기록했습니다. "
        "같은 유형의 문제를 드립니다."
    )
    assert len(body["problems"]) == 1
    after = rows()
    assert (after["mistakes"], after["audit"]) == (before["mistakes"] + 1, before["audit"] + 1)


def test_code_in_a_statement_is_not_run_and_not_read(academy: Make) -> None:
    body = {"statement": "__import__('os').system('id')", "student_answer": "0"}
    response = academy().post("/v1/mistakes", json=body)
    assert response.status_code == 422
    assert [error["field"] for error in response.json()["errors"]] == ["statement"]


@pytest.mark.parametrize(
    ("statement", "answer", "misconception"),
    [
        ("２x＋３＝７을 푸시오.", "5", "move-term-keeps-sign"),
        ("방정식 2x＋3=7을 푸시오.", "x＝５", "move-term-keeps-sign"),
        ("방정식 $２x＋３＝７$을 푸시오.", "$x = 5$", "move-term-keeps-sign"),
    ],
)
def test_full_width_signs_and_formulas_among_hangul_are_read(
    academy: Make, statement: str, answer: str, misconception: str
) -> None:
    response = academy().post("/v1/mistakes?count=1", json={"statement": statement, "student_answer": answer})
    assert response.status_code == 201
    body = response.json()
    assert misconception in [candidate["id"] for candidate in body["diagnosis"]["misconceptions"]]
    assert len(body["problems"]) == 1


@pytest.mark.parametrize("statement", ["9**9**9", "$9^{9^9}$을 계산하시오.", "$(9^9)^9$을 계산하시오."])
def test_what_cannot_be_computed_is_kept_and_said(academy: Make, statement: str) -> None:
    response = academy().post("/v1/mistakes", json={"statement": statement, "student_answer": "1"})
    assert response.status_code == 201
    assert (response.json()["diagnosis"]["misconceptions"], response.json()["problems"]) == ([], [])
    assert response.json()["note"] != ""


def test_what_is_too_large_to_compute_gets_items_of_its_type(academy: Make) -> None:
    posted = {"statement": "$100!$을 계산하시오.", "student_answer": "1"}
    body = academy().post("/v1/mistakes?count=1", json=posted).json()
    assert (body["diagnosis"]["misconceptions"], len(body["problems"])) == ([], 1)
    assert body["note"] != ""
