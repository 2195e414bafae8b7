"""Quantities that the words name with all that they depend on: the formula that a model must agree with.

A table of its own, apart from the problem types of the engine, so that a wrong formula on one side is found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from generation.expression.exact import exact
from generation.expression.parser import parse_expression
from generation.expression.tree import Expr, substitute
from generation.verify.text.formula_rows import ROWS
from generation.verify.text.measures import measure, numbers, plain

MAX_NUMBERS = 8
_ASKED_BEHIND = r"(?:{})(?:의 값|의 크기|의 길이)?(?:를|을|는|은|가|이)? ?(?:몇|모두|얼마|구|$|[?.(])"
_ASKED_BEFORE = (
    r"(?:find|what is|what's|calculate|compute|determine|work out)[^.?]{{0,25}}\b(?:{0})|how many [^.?]{{0,25}}(?:{0})"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A formula and what it is the formula of."""

    what: str
    formula: Expr


def named_formula(statement: str) -> Named | None:
    """What is asked for as a formula of the numbers given; None where the words give more, less or anything else."""
    text = plain(statement)
    lowered = text.lower()
    spoken_of = sorted({place for word, places in _places_of_words().items() if word in lowered for place in places})
    if not spoken_of:
        return None
    places = numbers(text)
    if not 1 <= len(places) <= MAX_NUMBERS:
        return None
    fitting = [named for place in spoken_of if (named := _fitting(place, text, places)) is not None]
    return fitting[0] if fitting and all(_same(fitting[0], other) for other in fitting[1:]) else None


def _same(one: Named, other: Named) -> bool:
    return exact(one.formula).equals(exact(other.formula)) is True


def _fitting(place: int, text: str, places: list[tuple[int, int]]) -> Named | None:
    """The formula of a row, where it gives every number of the text a meaning."""
    figure, quantity = _patterns()[place]
    said = figure.search(text)
    asked = quantity.search(text) if said is not None else None
    if said is None or asked is None:
        return None
    values: dict[str, Expr] = {}
    accounted = [said.span()]
    for pair in ROWS[place].given.split("; "):
        letter, name = pair.split("=")
        found = measure(name, text)
        if found is None:
            return None
        values[letter] = parse_expression(f"({found[0]})")
        accounted.append(found[1])
    if not all(any(start <= first and last <= end for start, end in accounted) for first, last in places):
        return None
    if len(set(accounted[1:])) < len(values):
        return None
    formula = substitute(parse_expression(ROWS[place].formula), values)
    return Named((asked[0] or said[0]).strip(), cast(Expr, formula))


@lru_cache(maxsize=1)
def _places_of_words() -> dict[str, tuple[int, ...]]:
    """For each word of the rows, which rows a text may be about that has it."""
    found: dict[str, tuple[int, ...]] = {}
    for place, row in enumerate(ROWS):
        for word in row.words:
            found[word] = (*found.get(word, ()), place)
    return found


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (
            re.compile(row.figure, re.IGNORECASE),
            re.compile(f"{_ASKED_BEHIND.format(row.asked)}|{_ASKED_BEFORE.format(row.asked)}", re.IGNORECASE)
            if row.asked
            else re.compile(""),
        )
        for row in ROWS
    )
