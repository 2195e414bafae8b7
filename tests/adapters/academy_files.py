"""One file of every kind that academies have, written from records by other libraries than those that read them.

PDF and HWP are written here in the least form that is valid; the others by openpyxl, python-docx and python-hwpx.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

COLUMNS = ("관리번호", "문제", "학생 답", "정답", "단원", "학년", "메모")
Record = tuple[str, str, str, str, str, str, str]


def write_csv(path: Path, records: Sequence[Record], encoding: str = "cp949") -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["3월 오답 노트"])
    writer.writerow(COLUMNS)
    writer.writerows(records)
    path.write_bytes(out.getvalue().encode(encoding))


def write_jsonl(path: Path, records: Sequence[Record]) -> None:
    names = ("id", "statement", "student_answer", "correct_answer", "unit", "grade", "text")
    lines = [json.dumps(dict(zip(names, record, strict=True)), ensure_ascii=False) for record in records]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def write_xlsx(path: Path, records: Sequence[Record]) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "1반"
    for row in (("3월 오답 노트",), COLUMNS, *records):
        sheet.append(row)
    book.create_sheet("설명").append(("이 파일은 견본입니다.",))
    book.save(path)


def write_markdown(path: Path, records: Sequence[Record]) -> None:
    blocks = ["# 3월 오답 노트", ""]
    for number, record in enumerate(records, start=1):
        key, statement, wrong, right, unit, grade, memo = record
        blocks += [f"{number}. {statement}", f"관리번호: {key}", f"**학생 답**: {wrong}", f"**정답**: {right}"]
        blocks += [f"단원: {unit}", f"학년: {grade}", f"메모: {memo}", ""]
    path.write_text("\n".join(blocks), "utf-8")


_OMML = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def omml(latex: str) -> Any:
    """The native equation of a formula of :data:`OMML`."""
    from lxml import etree

    return etree.fromstring(f"<m:oMath {_OMML}>{OMML[latex]}</m:oMath>")


def _r(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def _power(base: str, exponent: str) -> str:
    return f"<m:sSup><m:e>{_r(base)}</m:e><m:sup>{_r(exponent)}</m:sup></m:sSup>"


OMML = {
    "x^{2}-5x+6=0": _power("x", "2") + _r("−5x+6=0"),
    r"\frac{1}{2}+\frac{1}{3}": "".join(
        f"<m:f><m:num>{_r('1')}</m:num><m:den>{_r(d)}</m:den></m:f>{tail}" for d, tail in (("2", _r("+")), ("3", ""))
    ),
    r"\frac{2}{5}": f"<m:f><m:num>{_r('2')}</m:num><m:den>{_r('5')}</m:den></m:f>",
    r"\frac{5}{6}": f"<m:f><m:num>{_r('5')}</m:num><m:den>{_r('6')}</m:den></m:f>",
    r"\sqrt{50}": f"<m:rad><m:radPr><m:degHide m:val='1'/></m:radPr><m:deg/><m:e>{_r('50')}</m:e></m:rad>",
    r"25\sqrt{2}": _r("25") + f"<m:rad><m:radPr><m:degHide m:val='1'/></m:radPr><m:deg/><m:e>{_r('2')}</m:e></m:rad>",
    r"5\sqrt{2}": _r("5") + f"<m:rad><m:radPr><m:degHide m:val='1'/></m:radPr><m:deg/><m:e>{_r('2')}</m:e></m:rad>",
    r"\left(x+3\right)^{2}": f"<m:sSup><m:e><m:d><m:e>{_r('x+3')}</m:e></m:d></m:e><m:sup>{_r('2')}</m:sup></m:sSup>",
    "x^{2}+9": _power("x", "2") + _r("+9"),
    "x^{2}+6x+9": _power("x", "2") + _r("+6x+9"),
}


def _pieces(text: str) -> list[tuple[bool, str]]:
    """Text and formulas by turns."""
    return [(bool(index % 2), piece) for index, piece in enumerate(text.split("$")) if piece]


def write_docx(path: Path, records: Sequence[Record]) -> None:
    """Labelled paragraphs, formulas of :data:`OMML` as native equations."""
    import docx

    document = docx.Document()
    document.add_paragraph("3월 오답 노트")
    for record in records:
        labels = ("관리번호", "문제", "학생 답", "정답", "단원", "학년", "메모")
        for label, text in sorted(zip(labels, record, strict=True), key=lambda pair: pair[0] != "문제"):
            paragraph = document.add_paragraph(f"{label}: ")
            for is_formula, piece in _pieces(text):
                if is_formula and piece in OMML:
                    paragraph._p.append(omml(piece))
                else:
                    paragraph.add_run(f"${piece}$" if is_formula else piece)
    document.save(str(path))


def write_docx_table(path: Path, records: Sequence[Record]) -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=1, cols=len(COLUMNS))
    for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = name
    for record in records:
        for cell, text in zip(table.add_row().cells, record, strict=True):
            cell.text = text
    document.save(str(path))


def write_hancom(path: Path, records: Sequence[Record]) -> None:
    """HWPX or HWP, by the suffix: labelled paragraphs with native equations."""
    from hwpx import HwpxDocument
    from hwpx.equation import latex_to_eqedit

    document = HwpxDocument.new()
    document.add_paragraph("3월 오답 노트")
    for record in records:
        labels = ("관리번호", "문제", "학생 답", "정답", "단원", "학년", "메모")
        for label, text in sorted(zip(labels, record, strict=True), key=lambda pair: pair[0] != "문제"):
            paragraph = document.add_paragraph(f"{label}: ")
            for is_formula, piece in _pieces(text):
                if is_formula:
                    paragraph.add_equation(latex_to_eqedit(piece))
                else:
                    paragraph.add_run(piece)
    document.save_to_path(str(path))


def write_pdf(path: Path, records: Sequence[Record]) -> None:
    """A text layer only: a composite font that is not embedded, with a table from its codes to Unicode."""
    lines = ["3월 오답 노트"]
    for key, statement, wrong, right, unit, grade, memo in records:
        lines += [f"문제: {statement}", f"관리번호: {key}", f"학생 답: {wrong}", f"정답: {right}"]
        lines += [f"단원: {unit}", f"학년: {grade}", f"메모: {memo}"]
    shown = "\n".join(f"<{line.replace('$', '').encode('utf-16-be').hex()}> Tj T*" for line in lines)
    content = f"BT /F1 11 Tf 14 TL 50 800 Td\n{shown}\nET".encode()
    to_unicode = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        b"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        b"1 beginbfrange <0000> <ffff> <0000> endbfrange\nendcmap end end"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Batang /Encoding /Identity-H /DescendantFonts [6 0 R] "
        b"/ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Batang /CIDSystemInfo << /Registry (Adobe) "
        b"/Ordering (Identity) /Supplement 0 >> /DW 1000 >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(to_unicode), to_unicode),
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    path.write_bytes(bytes(out))


WRITERS = {
    "1반.csv": write_csv,
    "2반.xlsx": write_xlsx,
    "3반.jsonl": write_jsonl,
    "4반.md": write_markdown,
    "5반.docx": write_docx,
    "6반.hwpx": write_hancom,
    "7반.hwp": write_hancom,
    "8반.pdf": write_pdf,
}
SAMPLES: tuple[Record, ...] = (
    ("a-1", "이차방정식 $x^{2}-5x+6=0$을 푸시오.", "x=-2, x=-3", "x=2, x=3", "이차방정식", "중3", "부호를 반대로 봄"),
    (
        "a-2", r"$\frac{1}{2}+\frac{1}{3}$을 계산하시오.", r"$\frac{2}{5}$", r"$\frac{5}{6}$", "분수의 덧셈", "초5",
        "분모끼리 더함",
    ),
    ("a-3", r"$\sqrt{50}$을 간단히 하시오.", r"$25\sqrt{2}$", r"$5\sqrt{2}$", "제곱근", "중3", "밖의 수를 제곱함"),
    (
        "a-4", r"$\left(x+3\right)^{2}$을 전개하시오.", "$x^{2}+9$", "$x^{2}+6x+9$", "곱셈 공식", "중2",
        "가운데 항을 빠뜨림",
    ),
)  # fmt: skip


def write_every_kind(folder: Path, records: Sequence[Record] = SAMPLES) -> list[Path]:
    """One file of every kind with the same records; their ids begin with the file's number."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, write in WRITERS.items():
        own: list[Record] = [(f"{name[0]}{record[0]}", *record[1:]) for record in records]  # type: ignore[misc]
        write(folder / name, own)  # type: ignore[operator]
        paths.append(folder / name)
    return paths
