"""The order in which the achievement standards of the 2022 revised curriculum are taught, and the numbers they use.

Source of codes and texts: 교육부 고시 제2022-33호 [별책 8] 수학과 교육과정 (`retrieval/standards`). The notice gives
grades 7 to 9 as one band; which standards of the band come in which grade, and that numbers come before expressions,
geometry and data, is how the textbooks approved for it are arranged: a convention, not the notice. Inside the bands of
elementary school no order is taken for granted, nor between electives that do not build on each other.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_CODE = re.compile(r"\[?(?P<course>\d{1,2}[^\W\d_]+[12]?)-?(?P<unit>\d{2})-(?P<number>\d{2})\]?")
_TIERS = {
    "2수": 2, "4수": 4, "6수": 6, "10공수1": 10, "10공수2": 11, "12대수": 12, "12미적I": 13, "12확통": 13, "12기하": 13,
    "12미적II": 14,
}  # fmt: skip
"""Courses in the order in which they are taught; courses with one number stand side by side."""
_GRADE_ENDS = {"01": (5, 6, 10), "02": (7, 18, 22), "03": (8, 14, 19), "04": (4, 6, 9)}
"""For each area of middle school, its last standard of grades 7, 8 and 9; the Pythagorean theorem, whose lengths are
roots, is taken with grade 9."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a standard stands: ``tier`` by course and grade, ``step`` inside of it; None where nothing is ordered."""

    course: str
    tier: int
    step: tuple[int, int] | None


@lru_cache(maxsize=512)
def place(code: str) -> Place | None:
    """The place of a standard; None for a code whose course is not known."""
    match = _CODE.fullmatch(unicodedata.normalize("NFKC", code.strip())[:40])
    if match is None:
        return None
    course, unit, number = match["course"], match["unit"], int(match["number"])
    if course == "9수":
        ends = _GRADE_ENDS.get(unit, ())
        grade = next((k for k, end in enumerate(ends) if 0 < number <= end), None)
        return None if grade is None else Place(course, 7 + grade, (int(unit), number))
    if course not in _TIERS:
        return None
    tier = _TIERS[course]
    return Place(course, tier, None if tier < 7 else (int(unit), number))


def is_later(first: str, then: str) -> bool:
    """Whether the first standard is certainly taught after the second.

    >>> is_later("[9수01-07]", "[9수01-05]"), is_later("[12확통01-01]", "[12미적Ⅰ-01-01]")
    (True, False)
    """
    a, b = place(first), place(then)
    if a is None or b is None:
        return False
    if a.tier != b.tier or a.course != b.course or a.step is None or b.step is None:
        return a.tier > b.tier
    return a.step > b.step


@dataclass(frozen=True, slots=True)
class Range:
    """How large the numbers of a question are for one standard."""

    largest: int
    """Of the whole numbers that are calculated with."""
    places: int = 0
    """Digits after the decimal point."""


RANGES = {
    **dict.fromkeys(("[2수01-01]", "[2수01-05]", "[2수01-06]", "[2수01-07]", "[2수01-08]", "[2수01-09]"), Range(200)),
    **dict.fromkeys(("[2수01-02]", "[2수01-03]", "[2수01-04]"), Range(9_999)),
    **dict.fromkeys(("[2수01-10]", "[2수01-11]"), Range(81)),
    "[4수01-03]": Range(1_998),
    **dict.fromkeys(("[4수01-04]", "[4수01-05]", "[4수01-06]", "[4수01-07]"), Range(99_999)),
    "[4수01-16]": Range(999, 2),
}
"""As the standards say: two-digit numbers with their sums, the multiplication table, numbers of three digits with
their products, decimals of two places."""


@dataclass(frozen=True, slots=True)
class Clean:
    """How an answer may look that is still written in a lesson."""

    whole: int
    denominator: int
    places: int
    radicand: int


_ELEMENTARY, _MIDDLE, _HIGH = (
    Clean(10**9, 1_000, 4, 0),
    Clean(10**9, 10_000, 6, 10_000),
    Clean(10**10, 10**7, 6, 10_000),
)
_LARGE_NUMBERS = ("[4수01-01]", "[4수01-02]")
"""Reading and comparing numbers up to 조 (10^12) and beyond."""


def clean(code: str) -> Clean | None:
    """The policy for answers of a standard; None where the standard is not known. Ours, not the notice's."""
    at = place(code)
    if at is None or code in _LARGE_NUMBERS:
        return None
    return _ELEMENTARY if at.tier < 7 else _MIDDLE if at.tier < 10 else _HIGH
