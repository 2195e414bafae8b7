"""Hancom documents: HWPX, and HWP 5 which python-hwpx turns into the same XML; native equations as LaTeX."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from ingest.columns import Columns
from ingest.errors import UnreadableSource
from ingest.readers.archive import check_archive
from ingest.readers.labelled import Element, rows_of_document
from ingest.readers.row import BadRow, Row

_SECTION = re.compile(r"Contents/section(\d+)\.xml")
_SPELLINGS = (
    # What the equation editor takes in any case and python-hwpx in one.
    (re.compile(r"(?<![A-Za-z\\])(?:GE|ge|GEQ)(?![A-Za-z])"), "geq"),
    (re.compile(r"(?<![A-Za-z\\])(?:LE|le|LEQ)(?![A-Za-z])"), "leq"),
    (re.compile(r"(?<![A-Za-z\\])(?:NE|ne)(?![A-Za-z])"), "neq"),
    (re.compile(r"(?<![A-Za-z\\])DIV(?![A-Za-z])"), "div"),
    (re.compile(r"(?<![A-Za-z\\])(?:OVER|Over)(?![A-Za-z])"), "over"),
    (re.compile(r"(?<![A-Za-z\\])(?:SQRT|Sqrt)(?![A-Za-z])"), "sqrt"),
    (re.compile(r"(?<![A-Za-z\\])(?:rm|it|bold|RM|IT|BOLD)(?![A-Za-z])"), " "),
    (re.compile("[`~]"), " "),
    (re.compile("[−–]"), "-"),
)


def read(data: bytes, columns: Columns) -> Iterator[Row | BadRow]:
    """Rows of an HWPX file; ``number`` counts records."""
    check_archive(data, "HWPX")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sections = sorted((int(m[1]), m[0]) for name in archive.namelist() if (m := _SECTION.fullmatch(name)))
        if not sections:
            raise UnreadableSource("is no HWPX: it has no section; save it again in Hancom Office")
        try:
            parts = [archive.read(name) for _, name in sections]
        except (zipfile.BadZipFile, OSError, RuntimeError, ValueError) as error:
            raise UnreadableSource("is a damaged HWPX; save it again in Hancom Office") from error
    yield from rows_of_sections(parts, columns)


def rows_of_sections(parts: list[bytes], columns: Columns) -> Iterator[Row | BadRow]:
    """Rows of the sections' XML."""
    from lxml import etree  # slow, and only documents need it

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        roots = [etree.fromstring(part, parser) for part in parts]
    except etree.XMLSyntaxError as error:
        raise UnreadableSource("is a damaged document; save it again in Hancom Office") from error
    yield from rows_of_document((one for root in roots for one in _elements(root)), columns)


def _elements(parent: Any) -> Iterator[Element]:
    """Paragraphs, and the tables that hang in them, in their order."""
    for paragraph in parent.iterchildren():
        if _name(paragraph) != "p":
            continue
        pieces: list[str] = []
        tables: list[list[list[str]]] = []
        for piece in _inline(paragraph):
            if isinstance(piece, str):
                pieces.append(piece)
            else:
                tables.append(piece)
        yield "".join(pieces)
        yield from tables


def _inline(parent: Any) -> Iterator[str | list[list[str]]]:
    for child in parent.iterchildren():
        name = _name(child)
        if name == "t":
            yield _text(child)
        elif name == "equation":
            yield _equation(child)
        elif name == "tbl":
            yield _table(child)
        elif name in ("run", "ctrl", "rect", "drawText", "subList"):
            yield from _inline(child)
        elif name == "p":  # a text box
            yield "\n"
            yield from _inline(child)


def _text(element: Any) -> str:
    pieces = [element.text or ""]
    for child in element.iterchildren():
        pieces += [{"lineBreak": "\n", "tab": "\t", "nbSpace": " ", "fwSpace": " "}.get(_name(child), "")]
        pieces += [child.tail or ""]
    return "".join(pieces)


def _equation(element: Any) -> str:
    script = next((child.text or "" for child in element.iterchildren() if _name(child) == "script"), "")
    latex = latex_of_script(script)
    return f"${latex}$" if latex else ""


def latex_of_script(script: str) -> str:
    """LaTeX of a script of Hancom's equation editor; the script itself where it cannot be converted.

    >>> latex_of_script("x = {1 over 2} + sqrt 3")
    'x = \\\\frac{1}{2} + \\\\sqrt{3}'
    """
    from hwpx.equation import EquationConversionError, eqedit_to_latex  # slow, and only documents need it

    for pattern, spelling in _SPELLINGS:
        script = pattern.sub(spelling, script)
    try:
        latex: str = eqedit_to_latex(script)
    except EquationConversionError:
        return script.replace("$", "").strip()
    return latex.replace(r"\,", " ").replace(r"\bar{", r"\overline{").replace("$", r"\$").strip()


def _table(table: Any) -> list[list[str]]:
    rows = []
    for row in table.iterchildren():
        if _name(row) == "tr":
            rows.append([_cell(cell) for cell in row.iterchildren() if _name(cell) == "tc"])
    return rows


def _cell(cell: Any) -> str:
    paragraphs = []
    for part in cell.iterchildren():
        if _name(part) == "subList":
            paragraphs += [
                "".join(piece for piece in _inline(p) if isinstance(piece, str)) for p in part.iterchildren()
            ]
    return "\n".join(paragraphs).strip()


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
