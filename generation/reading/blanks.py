"""Equations with a missing number ("23 = 2+5+__+4+6") and proportions ("3:2 = 24:x") as equations in x."""

from __future__ import annotations

import re

_ASKED = re.compile(r"missing number|number (?:that )?(?:goes|belongs|fits)|빈칸|□|알맞은 수", re.IGNORECASE)
_BLANK = re.compile(r"_{2,6}|□|\[\s*_?\s*\]|\\square")
_LETTER = re.compile(r"(?<![A-Za-z\\])x(?![A-Za-z])")


def with_unknown(statement: str) -> str:
    """The statement with the one blank of its equation written as x; unchanged where it is no such question.

    >>> with_unknown("Find the missing number: 5 + __ = 9")
    'Find the missing number: 5 + x = 9'
    """
    if "=" not in statement or not _ASKED.search(statement) or _LETTER.search(statement):
        return statement
    blanks = [m for m in _BLANK.finditer(statement) if not statement[m.end() :].lstrip().startswith("안")]
    if len(blanks) != 1 or not _in_formula(statement, blanks[0].start(), blanks[0].end()):
        return statement
    match = blanks[0]
    return statement[: match.start()] + "x" + statement[match.end() :]


def _in_formula(text: str, start: int, end: int) -> bool:
    """Whether a sign or digit stands on either side."""
    before, after = text[:start].rstrip()[-1:], text[end:].lstrip()[:1]
    return (before in "+-*/×÷=(" and bool(before)) or (after in "+-*/×÷=)" and bool(after))


_TERM = r"([\d./]+\s*[a-z]?|[a-z]|\([^()]{1,20}\))"
_PROPORTION = re.compile(rf"(?<![\d:.]){_TERM}\s*:\s*{_TERM}\s*=\s*{_TERM}\s*:\s*{_TERM}(?![\d:])")


def with_proportion(statement: str) -> str:
    """The statement with a proportion written as an equation of fractions.

    >>> with_proportion("Solve 3:2 = 24:x")
    'Solve (3)/(2) = (24)/(x)'
    """
    return _PROPORTION.sub(r"(\1)/(\2) = (\3)/(\4)", statement)
