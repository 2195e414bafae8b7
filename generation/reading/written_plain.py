"""Statements written without LaTeX, and numbers as words, brought into the spelling that sentences have.

``∠A=50°`` and ``삼각형 ABC`` become formulas, ``다섯 명`` becomes ``5명``. Only statements that are not read as they
stand are brought into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generation.reading.dollars import with_dollars
from generation.reading.polygon_names import with_digits

_NATIVE = dict(zip(("두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"), range(2, 11), strict=True))
_COUNTED = re.compile(rf"(?<![가-힣])({'|'.join(_NATIVE)}) ?(명|사람|개|장|권|가지|번)")
_LISTED = re.compile(r"((?:[A-Z], ?)+[A-Z])(?:의|,)? ?([0-9]+)(?=명)")
_FORMULA = re.compile(r"(\$[^$]*\$)")
_NAME = r"(?<![A-Za-z])[A-Z]{1,5}'?(?![A-Za-z(])"
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_UNIT = r"(?: ?[kcm]?m(?![A-Za-z]))?"
_PLAIN = re.compile(
    rf"(?P<angle>∠ ?[A-Z]{{1,3}}(?: ?= ?(?:∠ ?[A-Z]{{1,3}}|{_NUMBER} ?(?:°|도)))?)|"
    rf"(?P<degrees>(?<![0-9A-Za-z])[0-9]+ ?도(?=[ ,.]|인|일|의|를|로|이[고며다]|$))|"
    rf"(?P<ratio>{_NUMBER}(?: ?: ?{_NUMBER})+)|"
    rf"(?P<function>(?<![A-Za-z\\])(?:sin|cos|tan) ?[A-Z](?![A-Za-z]))|"
    rf"(?P<length>{_NAME} ?= ?(?:{_NAME}|{_NUMBER}{_UNIT}))|"
    rf"(?P<name>{_NAME})"
)


def respelled(statement: str) -> Iterator[str]:
    """Other spellings of a statement, the least changed first; none where there is nothing to change."""
    seen = {statement}
    for change in (with_digits, _with_counts, _with_all_counts, _with_formulas, with_dollars):
        for text in tuple(seen):
            changed = change(text)
            if changed is not None and changed not in seen:
                seen.add(changed)
                yield changed


def _with_counts(statement: str, smallest: int = 3) -> str | None:
    """The statement with the counts from three on as digits: ``다섯 명``, ``A, B, C 세 명``.

    >>> _with_counts("A, B, C, D 네 명의 학생")
    '4명의 학생'
    """

    def counted(match: re.Match[str]) -> str:
        value = _NATIVE[match[1]]
        counter = "명" if match[2] == "사람" else match[2]
        return f"{value}{counter}" if value >= smallest else match[0]

    def listed(match: re.Match[str]) -> str:
        return match[2] if int(match[2]) == match[1].count(",") + 1 else match[0]

    return _LISTED.sub(listed, _COUNTED.sub(counted, statement))


def _with_all_counts(statement: str) -> str | None:
    return _with_counts(statement, smallest=2)


def _with_formulas(statement: str) -> str | None:
    """The statement with names of points, angles, ratios and degrees as formulas.

    >>> _with_formulas("∠A=50°인 삼각형 ABC")
    '$\\\\angle A=50^\\\\circ$인 삼각형 $\\\\mathrm{ABC}$'
    """
    return "".join(part if part.startswith("$") else _PLAIN.sub(_formula, part) for part in _FORMULA.split(statement))


def _formula(match: re.Match[str]) -> str:
    text = match[0]
    match match.lastgroup:
        case "angle":
            text = re.sub(" ?(?:°|도)", r"^\\circ", re.sub("∠ ?", r"\\angle ", text))
        case "degrees":
            text = re.sub(" ?도", r"^\\circ", text)
        case "function":
            text = f"\\{text[:3]} {text[-1]}"
        case "name":
            text = f"\\mathrm{{{text}}}"
    return f"${text}$"
