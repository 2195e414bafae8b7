"""Numbers of a statement outside of its formulas, in digits and in words, with what a model may have for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generation.expression.units import conversion, unit


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of the text; a model accounts for it by one of ``values``, or by all ``parts`` (2 and 3 for 2/3)."""

    text: str
    values: tuple[Fraction, ...]
    parts: tuple[Fraction, ...] = ()
    in_words: bool = False
    multiple: bool = False
    """Whether it is a factor in words ("twice", "두 배"), which only the model can account for."""
    labels: bool = False
    """Whether it may be a year, a time of day, or the number of a step."""
    counts: bool = False
    """Whether it may only say how many things are spoken of ("these two numbers"), not how much of something."""


_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_SCALE = {"십": 10, "백": 100, "천": 1000, "만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
_SCALED = re.compile(rf"((?:{_DIGITS}(?:[십백천억조]|만(?!큼|약|일|족))+\s?)+)([0-9]+(?![0-9.]))?")
_GROUP = re.compile(rf"({_DIGITS})([십백천만억조]+)")
_ENGLISH_SCALE = re.compile(rf"({_DIGITS})[\s-](hundred|thousand|million|billion|dozen)\b", re.IGNORECASE)
_FRACTION = re.compile(r"(?<![0-9./])(?:([0-9]+) )?([0-9]+)\s?/\s?([0-9]+)(?![0-9/])")
_PLAIN = re.compile(
    rf"(?<![A-Za-z0-9_.])({_DIGITS})(\s*(?:\\?%|퍼센트|percent\b))?(?:(?:\s|-)?([A-Za-z가-힣㎀-㏟]+[²³]?))?"
)


_NEAR = 24
"""Characters around a number that may make it a label; patterns that look at the end of a long text are quadratic."""
_LABEL_BEFORE = re.compile(
    r"(?:[0-9]:|\b(?:first|last)\s)\Z|\b(?:steps?|part|questions?|problem|exercise|equations?|chapter)\s?\Z|(?:단계|문제|그림|보기)\s?\Z",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"\b(?:year|in|since|during|until|by)\s?\Z", re.IGNORECASE)
_HOUR_BEHIND = re.compile(
    r"(?:st|nd|rd|th)\b|:[0-9]{2}(?![0-9])|(?::[0-9]{2})? ?[ap]\.?m\b|시(?!간|속)|월|학년", re.IGNORECASE
)


def digits_in(words: str) -> list[Mention]:
    """The numbers written in digits, left to right."""
    found: list[tuple[int, Mention]] = []

    def taken(match: re.Match[str], *values: Fraction, parts: tuple[Fraction, ...] = ()) -> str:
        found.append((match.start(), Mention(match[0].strip(), values, parts)))
        return " " * len(match[0])

    rest = _SCALED.sub(lambda m: taken(m, *_scaled(m)), words)
    rest = _ENGLISH_SCALE.sub(lambda m: taken(m, _number(m[1]) * _SCALES[m[2].lower()], _number(m[1])), rest)
    rest = _FRACTION.sub(lambda m: taken(m, *_fraction(m)) if int(m[3]) else m[0], rest)
    named = _units_in(words)
    for match in _PLAIN.finditer(rest):
        value = _number(match[1])
        values = percent_values(value) if match[2] else (value, *_converted(value, match[3], named))
        labels = _is_label(value, words[max(0, match.start() - _NEAR) : match.start()], words[match.end(1) :][:_NEAR])
        found.append((match.start(), Mention(match[0].strip(), values, labels=labels)))
    return [mention for _, mention in sorted(found, key=lambda pair: pair[0])]


def _is_label(value: Fraction, before: str, behind: str) -> bool:
    is_year = 1900 <= value < 2100 and _YEAR_BEFORE.search(before) is not None
    return is_year or _LABEL_BEFORE.search(before) is not None or _HOUR_BEHIND.match(behind) is not None


def percent_values(value: Fraction) -> tuple[Fraction, ...]:
    """What may stand in a model for so many percent."""
    part = value / 100
    return (value, part, 1 - part, 1 + part, 100 - value, 100 + value)


def fraction_mention(text: str, top: Fraction, bottom: Fraction) -> Mention:
    """A fraction that stands alone between the words."""
    return Mention(text, (top / bottom,), (top, bottom))


def _number(digits: str) -> Fraction:
    return Fraction(digits.replace(",", ""))


def _scaled(match: re.Match[str]) -> tuple[Fraction, ...]:
    """``3만 5천`` is 35000; after a bare ``3만`` the model may as well have 3, as in "only 3"."""
    total = Fraction(match[2] or 0)
    groups = _GROUP.findall(match[1])
    for digits, scales in groups:
        value = _number(digits)
        for scale in scales:
            value *= _SCALE[scale]
        total += value
    return (total, _number(groups[0][0])) if len(groups) == 1 and groups[0][1] == "만" and not match[2] else (total,)


def _fraction(match: re.Match[str]) -> tuple[Fraction, ...]:
    value = Fraction(int(match[2]), int(match[3]))
    return (value + int(match[1] or 0),)


def _units_in(words: str) -> frozenset[str]:
    """Every unit that the words name."""
    found = {name.name for token in re.findall(r"[A-Za-z]+|[가-힣]{1,4}", words) if (name := unit(token)) is not None}
    found |= {
        name for name in ("시간", "분", "초", "원", "년", "개월", "일") if re.search(rf"(?:[0-9]|몇 ?){name}", words)
    }
    return frozenset(found)


def units_in(words: str) -> frozenset[str]:
    """Every unit that the words name, by its own name."""
    return _units_in(words)


def _converted(value: Fraction, spelled: str | None, named: frozenset[str]) -> Iterator[Fraction]:
    """The amount in the other units of the text."""
    own = _unit_of(spelled)
    if own is None:
        return
    for other in sorted(named - {own}):
        factor = conversion(own, other)
        if factor is not None and factor != 1:
            yield value * factor


def _unit_of(spelled: str | None) -> str | None:
    if not spelled:
        return None
    for end in range(len(spelled), 0, -1):
        if spelled[:end].isascii() and end < len(spelled) and spelled[end].isascii():
            continue
        if (found := unit(spelled[:end])) is not None:
            return found.name
    return None
