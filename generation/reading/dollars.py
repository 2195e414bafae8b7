"""Dollar signs around the mathematics of a Korean text that has none: names, sets and chances among it."""

from __future__ import annotations

import re

_MATH = r"[A-Za-zα-ω0-9+\-*/^=<>≤≥≠()|{}_!√×÷±∞°∪∩∘'′%.,:\s\\⋯…−~→]+"
_RUN = re.compile(_MATH)
_HANGUL = re.compile("[가-힣]")
_EDGES = " \t\n.,:~'′"
_SAYS = re.compile(r"[A-Za-zα-ω0-9∞]")
_INSIDE = re.compile(r"(\$[^$]*\$)")


def with_dollars(statement: str) -> str | None:
    """The statement with dollar signs around every run of mathematics; None for a text without Korean words.

    >>> with_dollars("두 사건 A, B에 대하여 P(A∩B)=1/6일 때")
    '두 사건 $A, B$에 대하여 $P(A∩B)=1/6$일 때'
    """
    if _HANGUL.search(statement) is None or statement.count("$") % 2:
        return None
    parts = _INSIDE.split(statement)
    return "".join(part if place % 2 else _RUN.sub(_marked, part) for place, part in enumerate(parts))


def _marked(match: re.Match[str]) -> str:
    run = match[0]
    start, end = 0, len(run)
    while start < end and (run[start] in _EDGES or (run[start] == "(" and _open(run[start:end]))):
        start += 1
    while end > start and (run[end - 1] in _EDGES or (run[end - 1] in "()" and _open(run[start:end]))):
        end -= 1
    inside = run[start:end]
    return f"{run[:start]}${inside}${run[end:]}" if _SAYS.search(inside) else run


def _open(text: str) -> bool:
    return text.count("(") != text.count(")")
