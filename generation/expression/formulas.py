"""The formulas inside a text: what stands between dollar signs, or runs of mathematics in plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generation.expression.characters import CHARACTERS, SUPERSCRIPTS, VULGAR
from generation.expression.vocabulary import BARE, CONSTANTS, FUNCTIONS, MAX_JUXTAPOSED


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text; ``offset`` counts characters from the start."""

    is_formula: bool
    text: str
    offset: int


_DELIMITED = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$|\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)
_MATH = "".join(
    re.escape(c)
    for c in {
        *"0123456789+-*/^=<>()|.,{}_!√×÷±≤≥≠πΠ%° \\",
        *(c for c, mapped in CHARACTERS.items() if mapped in "0123456789+-*/^=<>()|.,{}_!%≤≥ "),
        *SUPERSCRIPTS,
        *VULGAR,
    }
)
_LETTER = "A-Za-zＡ-Ｚａ-ｚ"
_RUN = re.compile(rf"(?:[{_MATH}]|(?<![{_LETTER}])[{_LETTER}]{{1,{MAX_JUXTAPOSED}}}(?![{_LETTER}])|\\[A-Za-z]+)+")
_BARE_NAMES = "|".join(name for name in sorted(BARE | CONSTANTS) if len(name) > 1)
_CALLED_NAMES = "|".join(sorted((name for name in FUNCTIONS if len(name) > 1), key=len, reverse=True))
_RUN_WITH_NAMES = re.compile(rf"(?:(?:{_BARE_NAMES})(?![{_LETTER}])|(?:{_CALLED_NAMES})(?=\s*[(^_])|{_RUN.pattern})+")
_ENGLISH = re.compile(
    r"(?<![A-Za-z0-9\\])(?:a(?=\s+[a-z]{2})|an|and|or|of|is|if|in|to|for|the|by|as|at|be|it|we|so|on|no|not|are|its|all|has|let|one|"
    r"two|out|set|sum|get|put|how|add|use|was|who|why|yes|up|do|A|An|If|In|Is|It|Let|For|The|Add|Put|Use|How|we)"
    r"(?![A-Za-z(^])"
)
_CARRIES_MEANING = re.compile(r"[0-9０-９½⅓⅔¼¾=<>≤≥^√＝²³]|^\s*-?[A-Za-z]\s*$")
_EDGE = " .,\t\n　"


def segments(text: str) -> list[Segment]:
    """The text cut into words and formulas, in order and without loss.

    Where the text has ``$…$``, ``\\(…\\)`` or ``\\[…\\]``, only those are formulas. Otherwise runs of mathematical
    characters are: ``2x＋3=7을 푸시오`` has the formula ``2x＋3=7``.

    >>> [s.text for s in segments("이차방정식 $x^2-5x+6=0$을 푸시오.") if s.is_formula]
    ['x^2-5x+6=0']
    """
    delimited = list(_DELIMITED.finditer(text))
    if delimited:
        spans = [(m.start(), m.end(), next(g for g in m.groups() if g is not None)) for m in delimited]
    else:
        spans = [(start, end, text[start:end]) for start, end in _plain_runs(text)]
    result: list[Segment] = []
    at = 0
    for start, end, formula in spans:
        if start > at:
            result.append(Segment(False, text[at:start], at))
        result.append(Segment(True, formula.strip(), start))
        at = end
    if at < len(text):
        result.append(Segment(False, text[at:], at))
    return result


def formulas(text: str) -> list[str]:
    """The formulas of a text, in order."""
    return [segment.text for segment in segments(text) if segment.is_formula]


def _plain_runs(text: str) -> list[tuple[int, int]]:
    masked = _ENGLISH.sub(lambda m: "\x00" * len(m[0]), text)
    runs: list[tuple[int, int]] = []
    for match in _RUN_WITH_NAMES.finditer(masked):
        start, end = match.start(), match.end()
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        if start < end and _CARRIES_MEANING.search(text[start:end]):
            runs.append((start, end))
    return runs
