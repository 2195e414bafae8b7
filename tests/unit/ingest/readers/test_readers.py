"""Readers against files that other libraries wrote, and against what academies do to files."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from ingest.columns import Columns, mapping_from
from ingest.errors import InvalidMapping, UnreadableSource
from ingest.readers.hwpx import latex_of_script
from ingest.readers.kinds import is_taken, read_rows
from ingest.readers.row import BadRow, Row
from tests.adapters.academy_files import SAMPLES, WRITERS, Record, write_docx_table

COLUMNS = Columns()
FIELDS = ("id", "statement", "student_answer", "correct_answer", "unit", "grade", "text")


def rows(name: str, data: bytes | str, columns: Columns = COLUMNS) -> list[Row | BadRow]:
    return list(read_rows(name, data.encode() if isinstance(data, str) else data, columns))


def by_field(row: Row | BadRow) -> dict[str, str]:
    assert isinstance(row, Row), row
    return {str(COLUMNS.field_of(name)): text for name, text in row.fields.items()}


def plain(text: str) -> str:
    """Without what writers may space or brace differently."""
    return text.replace(" ", "").replace("{", "").replace("}", "").replace("\\left", "").replace("\\right", "")


@pytest.mark.parametrize("name", [name for name in WRITERS if not name.endswith(".pdf")])
def test_every_kind_gives_the_records_that_were_written(name: str, tmp_path: Path) -> None:
    WRITERS[name](tmp_path / name, SAMPLES)  # type: ignore[operator]
    read = [by_field(row) for row in rows(name, (tmp_path / name).read_bytes())]
    assert [{field: plain(text) for field, text in row.items()} for row in read] == [
        {field: plain(text) for field, text in zip(FIELDS, record, strict=True)} for record in SAMPLES
    ]


def test_pdf_gives_its_text_unverified(tmp_path: Path) -> None:
    WRITERS["8반.pdf"](tmp_path / "8반.pdf", SAMPLES[:1])  # type: ignore[operator]
    (row,) = rows("8반.pdf", (tmp_path / "8반.pdf").read_bytes())
    assert isinstance(row, Row)
    assert not row.verified
    assert by_field(row) == dict(zip(FIELDS, (one.replace("$", "") for one in SAMPLES[0]), strict=True))


def test_tables_in_documents(tmp_path: Path) -> None:
    write_docx_table(tmp_path / "t.docx", SAMPLES)
    read = [by_field(row) for row in rows("t.docx", (tmp_path / "t.docx").read_bytes())]
    assert [tuple(row[field] for field in FIELDS) for row in read] == list(SAMPLES)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_in_every_encoding(encoding: str, mark: str) -> None:
    text = f'문제{mark}학생 답{mark}점수\r\n"여러\n줄{mark} ""인용"""{mark}1{mark}3\r\n{mark}{mark}\r\nx=1{mark}x=2\r\n'
    assert rows("a.csv", text.encode(encoding)) == [
        Row(3, {"문제": f'여러\n줄{mark} "인용"', "학생 답": "1", "점수": "3"}),
        Row(5, {"문제": "x=1", "학생 답": "x=2"}),
    ]


def test_csv_that_is_wrong() -> None:
    bad = rows("a.csv", "문제,학생답\n1+1,3,5\n2+2,5\n")
    assert bad == [
        BadRow(2, "has 3 cells under 2 columns; is a comma unquoted?", '["1+1", "3", "5"]', cells=("1+1", "3", "5")),
        Row(3, {"문제": "2+2", "학생답": "5"}),
    ]
    (no_heading,) = rows("a.csv", "1,2\n3,4\n")
    assert isinstance(no_heading, BadRow)
    assert "--map COLUMN=FIELD" in no_heading.reason
    assert rows("a.csv", "") == []
    with pytest.raises(UnreadableSource, match="neither UTF-8 nor CP949"):
        rows("a.csv", b"\xff\xff\xff")


def test_json_lines_lists_and_objects_of_objects() -> None:
    one, two = {"문제": "1+1", "학생답": 3}, {"문제": "$\\frac12$", "학생답": None}
    expected = [Row(1, {"문제": "1+1", "학생답": "3"}), Row(2, {"문제": "$\\frac12$"})]
    for text in (f"{json.dumps(one)}\n{json.dumps(two)}\n", json.dumps([one, two]), json.dumps({"1": one, "2": two})):
        assert rows("a.jsonl", text) == expected
    assert rows("a.jsonl", json.dumps(one)) == expected[:1]
    bad = rows("a.jsonl", '{"a": 1\n[1]\n{"문제": [1]}\n{"문제": "x"}\n' + "[" * 100_000 + "\n" + "9" * 5000)
    assert [(row.number, row.reason, row.field) for row in bad if isinstance(row, BadRow)] == [
        (1, "is no JSON: Expecting ',' delimiter, column 8", None), (2, "is no object", None),
        (3, "is a list or an object; a text is needed", "문제"), (5, "is JSON beyond what is read", None),
        (6, "is JSON beyond what is read", None),
    ]  # fmt: skip
    with pytest.raises(UnreadableSource, match="is no JSON"):
        rows("a.json", '[{"a": 1}, ')


def workbook(*table: Sequence[object], formats: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in table:
        sheet.append(row)
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_numbers_of_a_workbook_are_written_as_shown() -> None:
    import datetime

    table = (
        ("문제", "학생답", "정답", "날짜"),
        ("a", 0.1 + 0.2, 0.25, datetime.date(2026, 3, 1)),
        ("b", 3.0, 12, None),
        ("c", datetime.date(2026, 1, 2), "1/2", None),
    )
    read = rows("a.xlsx", workbook(*table, formats={"C2": "0%"}))
    assert [by_field(row) for row in read[:2]] == [
        {"statement": "a", "student_answer": "0.3", "correct_answer": "25%", "None": "2026-03-01 00:00:00"},
        {"statement": "b", "student_answer": "3", "correct_answer": "12"},
    ]
    assert isinstance(read[2], BadRow)
    assert (read[2].number, read[2].field) == (4, "학생답")
    assert "Excel made a date of it" in read[2].reason


def test_markdown_tables_keep_absolute_values() -> None:
    text = "| 문제 | 학생답 |\n|:---|---|\n| $|x|=3$을 푸시오. | $x=3$ |\n| a \\| b | 1 |\n"
    assert [by_field(row) for row in rows("a.md", text)] == [
        {"statement": "$|x|=3$을 푸시오.", "student_answer": "$x=3$"},
        {"statement": "a | b", "student_answer": "1"},
    ]


def test_labels_in_every_spelling() -> None:
    text = (
        "단원: 일차방정식\n[문제 1] $2x - 1=3$\n학생 답：$x=1$\n<정답>\n$x=2$\n\n- 메모: 이항\n  부호 - 틀림\n"
        "2) $3:2=x:4$\n학생답: 5\n"
    )
    assert [by_field(row) for row in rows("a.txt", text)] == [
        {"unit": "일차방정식", "statement": "$2x - 1=3$", "student_answer": "$x=1$", "correct_answer": "$x=2$",
         "text": "이항\n부호 - 틀림"},
        {"statement": "$3:2=x:4$", "student_answer": "5"},
    ]  # fmt: skip


def test_vertical_tables_in_documents() -> None:
    text = "| 문제 | $1+1$ |\n| 학생답 | 3 |\n| 문제 | $2+2$ |\n| 학생답 | 5 |\n"
    assert [by_field(row) for row in rows("a.md", text)] == [
        {"statement": "$1+1$", "student_answer": "3"},
        {"statement": "$2+2$", "student_answer": "5"},
    ]


@pytest.mark.parametrize(
    ("name", "data", "match"),
    [
        ("a.xlsx", b"PK\x03\x04 no", "is no XLSX, or damaged"),
        ("a.docx", b"", "is no DOCX, or damaged"),
        ("a.hwpx", b"\x00" * 99, "is no HWPX, or damaged"),
        ("a.hwp", b"HWP Document File V3.00", "is no HWP 5 document; save it as HWPX"),
        ("a.hwp", bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600, "cannot be read as HWP 5"),
        ("a.pdf", b"%PDF-1.4\n", "is a damaged PDF"),
        ("a.xls", b"", "save it as XLSX in Excel"),
        ("a.doc", b"", "save it as DOCX in Word"),
        ("a.md", b"only words", "holds no record"),
        ("a.png", b"", "is of a kind that is not read"),
    ],
)
def test_files_that_are_wholly_wrong_say_what_would_be_right(name: str, data: bytes, match: str) -> None:
    with pytest.raises(UnreadableSource, match=match):
        rows(name, data)


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in parts.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), body)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "a.hwpx"])
def test_hostile_archives_are_refused_before_a_library_opens_them(name: str) -> None:
    with pytest.raises(UnreadableSource, match="unpacks to more than"):
        rows(name, archive(Contents__section0_xml=b"0" * (513 << 20)))
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    with pytest.raises(UnreadableSource, match="DOCTYPE"):
        rows(name, archive(Contents__section0_xml=bomb))


@pytest.mark.parametrize(
    ("script", "latex"),
    [
        ("x^2 -5x+6=0", "x^2 - 5 x + 6 = 0"),
        ("{1} over {2} x", r"\frac{1}{2} x"),
        ("root 3 of 8", r"\sqrt[3]{8}"),
        ("x GE 3", r"x \geq 3"),
        ("12 DIV 4", r"12 \div 4"),
        ("bar {rm AB}", r"\overline{AB}"),
        ("x`=`−2", "x  =  - 2"),
        ("cases{x+y=3#x-y=1}", r"\begin{cases} x + y = 3 \\ x - y = 1 \end{cases}"),
        ("int _0 ^1 x dx", r"\int_0^1 x dx"),
    ],
)
def test_scripts_of_hancoms_editor(script: str, latex: str) -> None:
    assert latex_of_script(script).split() == latex.split()


def test_columns() -> None:
    assert Columns().field_of(" 학생 답(오답) ") is None
    assert Columns().field_of("[학생 답]") == "student_answer"
    own = Columns(mapping_from(["보기=statement", "비고 = nothing"]))
    assert (own.field_of("보기"), own.field_of("비고"), own.field_of("정답")) == (
        "statement",
        "nothing",
        "correct_answer",
    )
    for pair in ("보기", "보기=statment", "=statement"):
        with pytest.raises(InvalidMapping):
            Columns(mapping_from([pair]))


def test_which_files_are_looked_at() -> None:
    names = ["a.csv", "b/오답.HWPX", ".c.csv", "~$d.xlsx", "e.png", "f.xls", "g"]
    assert [name for name in names if is_taken(name)] == ["a.csv", "b/오답.HWPX", "f.xls"]


def test_records_of_one_file_do_not_leak_into_the_next(tmp_path: Path) -> None:
    record: Record = ("k", "문제 $1$", "2", "1", "수", "초1", "")
    WRITERS["4반.md"](tmp_path / "a.md", [record])  # type: ignore[operator]
    data = (tmp_path / "a.md").read_bytes()
    assert rows("a.md", data) == rows("a.md", data)
