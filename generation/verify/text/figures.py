"""Figures named with a quantity and all its lengths: the formula that a model must agree with.

A table of its own, apart from the problem types of the engine, so that a wrong formula on one side is found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from generation.expression.parser import parse_expression
from generation.expression.tree import Expr, substitute
from generation.verify.text.numerals import digits_in

_N = r"([0-9]+(?:\.[0-9]+)?)"
_IS = r"(?:의 ?길이|의 ?크기)?(?:가|이|는|은)? ?"
_OF = r"s?(?: length)?(?:,| is| of| measures| measuring| =)* ?"
_LENGTHS: dict[str, str] = {
    "r": rf"반지름{_IS}{_N}|\bradius{_OF}{_N}",
    "D": rf"(?<!반)지름{_IS}{_N}|\bdiameter{_OF}{_N}",
    "h": rf"높이{_IS}{_N}|(?<!slant )\bheight{_OF}{_N}",
    "s": rf"모선{_IS}{_N}|slant height{_OF}{_N}",
    "d": rf"중심각{_IS}{_N}|central angle{_OF}{_N}",
    "a": rf"한 변{_IS}{_N}|한 모서리{_IS}{_N}|\b(?:base edge|edge|side)(?: lengths?)?{_OF}{_N}",
    "l": rf"가로{_IS}{_N}|\blength{_OF}{_N}|{_N} ?\w+ long",
    "w": rf"세로{_IS}{_N}|\bwidth{_OF}{_N}|{_N} ?\w+ wide",
    "b": rf"밑변{_IS}{_N}|\bbase{_OF}{_N}",
    "n": rf"변의 개수{_IS}{_N}|{_N} ?각형|{_N} sides",
}
_PLACES = {"p": 0, "q": 1}
"""Numbers by their place in the text, where only one order makes sense."""
_ROWS: tuple[tuple[str, str, str, str], ...] = (
    ("부채꼴|sector", "호의 길이|arc length|length of (?:the|its) arc", "rd", "2*pi*r*d/360"),
    ("부채꼴|sector", "넓이|area", "rd", "pi*r^2*d/360"),
    ("원뿔|cone", "겉넓이|surface area", "rs", "pi*r^2 + pi*r*s"),
    ("원뿔|cone", "옆넓이|lateral (?:surface )?area", "rs", "pi*r*s"),
    ("원뿔|cone", "부피|volume", "rh", "pi*r^2*h/3"),
    ("원기둥|cylinder", "겉넓이|surface area", "rh", "2*pi*r^2 + 2*pi*r*h"),
    ("원기둥|cylinder", "옆넓이|lateral (?:surface )?area", "rh", "2*pi*r*h"),
    ("원기둥|cylinder", "부피|volume", "rh", "pi*r^2*h"),
    (r"(?<!반)구의|\bsphere|\bball\b", "겉넓이|surface area", "r", "4*pi*r^2"),
    (r"(?<!반)구의|\bsphere|\bball\b", "부피|volume", "r", "4*pi*r^3/3"),
    ("정사각뿔|square pyramid", "부피|volume", "ah", "a^2*h/3"),
    (r"(?<![가-힣])원의|\bcircle", "넓이|area", "r", "pi*r^2"),
    (r"(?<![가-힣])원의|\bcircle", "넓이|area", "D", "pi*D^2/4"),
    (r"(?<![가-힣])원의|\bcircle", "둘레|원주|circumference", "r", "2*pi*r"),
    (r"(?<![가-힣])원의|\bcircle", "둘레|원주|circumference", "D", "pi*D"),
    ("각형|polygon", "내각의 크기의 합|내각의 합|sum of (?:the |its )?interior angles", "n", "180*(n - 2)"),
    ("정.?각형|정다각형|regular", "한 내각|each interior angle|one interior angle", "n", "180*(n - 2)/n"),
    ("정.?각형|정다각형|regular", "한 외각|each exterior angle|one exterior angle", "n", "360/n"),
    ("각형|polygon", "대각선의 개수|대각선은 모두|number of diagonals|how many diagonals", "n", "n*(n - 3)/2"),
    ("직사각형|rectang", "둘레|perimeter", "lw", "2*(l + w)"),
    ("직사각형|rectang", "넓이|area", "lw", "l*w"),
    (r"정사각형|\bsquare\b", "둘레|perimeter", "a", "4*a"),
    (r"정사각형|\bsquare\b", "넓이|area", "a", "a^2"),
    (r"정육면체|\bcube\b", "겉넓이|surface area", "a", "6*a^2"),
    (r"정육면체|\bcube\b", "부피|volume", "a", "a^3"),
    (r"삼각형|triang", "넓이|area", "bh", "b*h/2"),
    (r"평행사변형|parallelogram", "넓이|area", "bh", "b*h"),
    ("계급|class", "계급값|class mark", "pq", "(p + q)/2"),
    ("중심각|central angle", "원주각의 크기|inscribed angle", "p", "p/2"),
    ("외심|circumcent", "크기|degrees", "p", "2*p"),
    ("내심|incent", "크기|degrees", "p", "90 + p/2"),
    ("각기둥|prism", "모서리의 개수|how many edges", "p", "3*p"),
    ("각기둥|prism", "꼭짓점의 개수|how many vertices", "p", "2*p"),
    ("각기둥|prism", "면의 개수|how many faces", "p", "p + 2"),
    ("각뿔|pyramid", "모서리의 개수|how many edges", "p", "2*p"),
    ("각뿔|pyramid", "꼭짓점의 개수|how many vertices", "p", "p + 1"),
    ("각뿔|pyramid", "면의 개수|how many faces", "p", "p + 1"),
)  # fmt: skip
_ASKED_BEHIND = r"(?:{})(?:의 값)?(?:를|을|는|은|가|이)? ?(?:몇|모두|얼마|구|$|[?.(])"
_ASKED_BEFORE = (
    r"(?:find|what is|what's|calculate|compute|determine|work out)[^.?]{{0,25}}\b(?:{0})|how many [^.?]{{0,25}}(?:{0})"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A formula and what it is the formula of."""

    what: str
    formula: Expr


def named_formula(words: str) -> Named | None:
    """What the words ask for as a formula of the lengths that they name; None where they say more or less than that."""
    if _any_figure().search(words) is None:
        return None
    numbers = len(digits_in(words))
    if not 1 <= numbers <= 3:
        return None
    fitting = []
    for place, (figure, quantity) in enumerate(_patterns()):
        if figure.search(words) is None or (asked := quantity.search(words)) is None:
            continue
        lengths = {name: _length(name, words) for name in _ROWS[place][2]}
        if numbers == len(lengths) and all(value is not None for value in lengths.values()):
            values: dict[str, Expr] = {name: parse_expression(value) for name, value in lengths.items() if value}
            formula = substitute(parse_expression(_ROWS[place][3]), values)
            fitting.append(Named(asked[0].strip(), cast(Expr, formula)))
    return fitting[0] if len(fitting) == 1 else None


@lru_cache(maxsize=1)
def _any_figure() -> re.Pattern[str]:
    return re.compile("|".join(sorted({figure for figure, *_ in _ROWS})), re.IGNORECASE)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (
            re.compile(figure, re.IGNORECASE),
            re.compile(f"{_ASKED_BEHIND.format(quantity)}|{_ASKED_BEFORE.format(quantity)}", re.IGNORECASE),
        )
        for figure, quantity, _, _ in _ROWS
    )


@lru_cache(maxsize=len(_LENGTHS))
def _length_pattern(name: str) -> re.Pattern[str]:
    return re.compile(_LENGTHS[name], re.IGNORECASE)


def _length(name: str, words: str) -> str | None:
    if name in _PLACES:
        mentions = digits_in(words)
        return str(mentions[_PLACES[name]].values[0]) if _PLACES[name] < len(mentions) else None
    match = _length_pattern(name).search(words)
    return None if match is None else next(group for group in match.groups() if group is not None)
