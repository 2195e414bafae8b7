"""Relations told in words with the letters named: "six times as many students as professors; use S and P".

Read into one letter in terms of the other. What matches no row is not read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generation.problem import Ask, Model
from generation.reading.number_words import number_word

MAX_STATEMENT = 500
_N = r"(?P<n>[a-z]+|\d+)"
_A, _B = r"(?P<a>[a-z]+)", r"(?P<b>[a-z]+)"
_ROWS: tuple[tuple[str, str], ...] = (
    (rf"there are {_N} times as many {_A} as (?:there are )?{_B}", "{A} = {n}*{B}"),
    (rf"for every {_N} (?:people|persons|students|children) who ordered {_A},? there are (?P<m>[a-z]+|\d+) "
     rf"(?:people|persons|students|children) who ordered {_B}", "{A} = ({n}/{m})*{B}"),
    (rf"for every {_N} {_A},? there are (?P<m>[a-z]+|\d+) {_B}", "{A} = ({n}/{m})*{B}"),
    (rf"{_A} is (?:exactly )?{_N} (?:years?|cm|centimeters|inches|kg) (?:older|taller|heavier) than {_B}",
     "{A} = {B} + {n}"),
    (rf"{_A} is (?:exactly )?{_N} (?:years?|cm|centimeters|inches|kg) (?:younger|shorter|lighter) than {_B}",
     "{A} = {B} - {n}"),
)  # fmt: skip
_LETTERS = (
    re.compile(r"(?:use|let)?\s*\b([A-Za-z]) (?:for|represents?(?: the)?|represented|be|stands for|to be)(?: the)?"
               r"(?: number of)? ([a-z]+)", re.IGNORECASE),
    re.compile(r"\band ([A-Za-z])(?: for| represents?| represented|,)(?: the)?(?: number of)? ([a-z]+)", re.IGNORECASE),
)  # fmt: skip


def read_relation(statement: str) -> Model | None:
    """The model of a relation to be written as an equation; None where it is not told in a way that is known."""
    if len(statement) > MAX_STATEMENT or not re.search(r"equation|expression|식으로|write", statement, re.IGNORECASE):
        return None
    text = re.sub(r"[“”\"’']s?", "", statement.lower())
    letters = _letters(statement)
    for pattern, equation in _ROWS:
        match = re.search(pattern, text)
        if match is None:
            continue
        found = _filled(equation, match.groupdict(), letters)
        if found is not None:
            return found
    return None


def _filled(equation: str, groups: Mapping[str, str | None], letters: Mapping[str, str]) -> Model | None:
    a, b = (letters.get(_stem(groups[side] or "")) for side in "ab")
    numbers = {key: _number(groups.get(key)) for key in ("n", "m")}
    if a is None or b is None or a == b or numbers["n"] is None or (groups.get("m") and numbers["m"] is None):
        return None
    text = equation.format(A=a, B=b, n=numbers["n"], m=numbers["m"])
    return Model(Ask("solve", unknowns=(a,)), {a: "real", b: "real"}, given=(text,))


def _letters(statement: str) -> dict[str, str]:
    """What the letters stand for: the stem of the word and the letter."""
    text = re.sub(r"[“”\"]|[’']s", "", statement)
    found: dict[str, str] = {}
    for pattern in _LETTERS:
        for letter, word in pattern.findall(text):
            found.setdefault(_stem(word.lower()), letter)
    return found


def _stem(word: str) -> str:
    return word.removesuffix("s")


def _number(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdigit() else number_word(word)
