"""Sentences on sets that are given by their elements, read whole: what is asked for is a set or a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from generation.expression.exact import exact
from generation.expression.tree import integer, symbols
from generation.problem import Language
from generation.verify.claims import claimed_reals
from generation.verify.context import Context

_SET = r"\\?\{([-0-9, ]+)\\?\}"
_FIND = "(?:구하시오|구하여라|구하세요)"
_TWO = rf"(?:두 집합 )?A={_SET}, ?B={_SET}(?:에 대하여|일 때,?) "
_TWO_EN = rf"Let A={_SET} and B={_SET}\. Find "
_ONE = rf"집합 (?:A=)?{_SET}의 "
_WITHIN = rf"전체집합 U={_SET}의 부분집합 A={_SET}에 대하여 "
_WITHIN_EN = rf"The universal set is U={_SET} and A={_SET} is a subset of it\. Find "
_SENTENCES: dict[Language, tuple[tuple[str, str], ...]] = {
    "ko": (
        (rf"{_TWO}A∪B[을를] {_FIND}", "union"),
        (rf"{_TWO}A∩B[을를] {_FIND}", "intersection"),
        (rf"{_TWO}A-B[을를] {_FIND}", "difference"),
        (rf"{_WITHIN}A\^C[을를] {_FIND}", "difference"),
        (rf"{_ONE}부분집합의 개수를 {_FIND}", "subsets"),
        (rf"{_ONE}진부분집합의 개수를 {_FIND}", "proper subsets"),
    ),
    "en": (
        (rf"{_TWO_EN}A∪B", "union"),
        (rf"{_TWO_EN}A∩B", "intersection"),
        (rf"{_TWO_EN}A-B", "difference"),
        (rf"{_WITHIN_EN}A\^C", "difference"),
        (rf"How many subsets does the set (?:A=)?{_SET} have", "subsets"),
        (rf"How many proper subsets does the set (?:A=)?{_SET} have", "proper subsets"),
    ),
}
_COMPILED = {
    language: tuple((re.compile(pattern), what) for pattern, what in rows) for language, rows in _SENTENCES.items()
}
_PLAIN = (
    (re.compile(r"\\left|\\right|\$"), ""),
    (re.compile(r"\\cup\s*"), "∪"),
    (re.compile(r"\\cap\s*"), "∩"),
    (re.compile(r"\s*([∪∩=-])\s*"), r"\1"),
    (re.compile(r"\s+"), " "),
)


@dataclass(frozen=True, slots=True)
class SetAsked:
    """A set, or the number of something."""

    what: str
    elements: frozenset[int]
    number: int | None = None

    def __str__(self) -> str:
        return f"{self.what}: {self.number if self.number is not None else sorted(self.elements)}"

    def agrees(self, context: Context) -> bool:
        """Whether the model asks for this number, or the key lists this set."""
        ask, reading = context.problem.model.ask, context.reading
        if self.number is not None:
            of = reading.of
            if ask.kind != "value" or of is None or symbols(of) or reading.given:
                return False
            return exact(of).equals(exact(integer(self.number))) is True
        if ask.kind != "solve" or len(ask.unknowns) != 1:
            return False
        points = claimed_reals(reading.answer, ask.unknowns[0]).points()
        return points is not None and {point.rational() for point in points} == set(map(Fraction, self.elements))


def set_asked(statement: str, language: Language) -> SetAsked | None:
    """What a sentence on listed sets asks for; None for every other sentence."""
    if "{" not in statement:
        return None
    text = statement
    for pattern, new in _PLAIN:
        text = pattern.sub(new, text)
    text = text.strip().rstrip(".?")
    for pattern, what in _COMPILED[language]:
        if (match := pattern.fullmatch(text)) is not None:
            return _worked_out(what, [_elements(group) for group in match.groups()])
    return None


def _elements(text: str) -> list[int]:
    return [int(part) for part in text.replace(" ", "").split(",") if re.fullmatch("-?[0-9]{1,9}", part)]


def _worked_out(what: str, sets: list[list[int]]) -> SetAsked | None:
    if any(len(set(elements)) < len(elements) or not elements for elements in sets):
        return None
    first, second = set(sets[0]), set(sets[-1])
    match what:
        case "union":
            return SetAsked(what, frozenset(first | second))
        case "intersection":
            return SetAsked(what, frozenset(first & second))
        case "difference":
            return SetAsked(what, frozenset(first - second))
        case _:
            return SetAsked(what, frozenset(), 2 ** len(first) - (what == "proper subsets"))
