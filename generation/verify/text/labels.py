r"""Names of points, sides, angles and distributions inside of formulas, which say nothing of how much.

``\overline{\mathrm{AB}}=3x-1`` says ``3x-1``, ``\angle\mathrm{A}=50^\circ`` says ``50^\circ``, ``\mathrm{A}(1, 2)`` is
the point ``(1, 2)``, ``\mathrm{B}(100, 1/2)`` the numbers 100 and 1/2, the ratio ``4:5`` the numbers 4 and 5.
"""

from __future__ import annotations

import re

_NAME = r"(?:\\mathrm\s*\{\s*[A-Z]{1,5}['′]*\s*\}|[A-Z]{1,4}['′]*)"
_MARK = r"\\(?:overline|overleftrightarrow|overrightarrow|angle|triangle|square|widehat|wideparen)"
_LABEL = rf"(?:{_MARK}\s*(?:\{{\s*{_NAME}\s*\}}|{_NAME})|\\mathrm\s*\{{\s*[A-Z]{{1,5}}['′]*\s*\}})"
_LABELLED = re.compile(rf"\s*{_LABEL}(?:\s*=\s*{_LABEL})*\s*(?:=\s*(?P<rest>.+))?", re.DOTALL)
_POINT = re.compile(r"\s*(?:\\mathrm\s*\{\s*[A-Z]['′]*\s*\}|[A-Z]['′]*)\s*(?P<pair>\([^()]*,.*\))\s*", re.DOTALL)
_CHANCE = re.compile(r"\s*\\mathrm\s*\{\s*[PEV]\s*\}\s*\((?P<event>[^()]*)\)\s*(?:=\s*(?P<rest>.+))?", re.DOTALL)
_DISTRIBUTION = re.compile(
    r"\s*\\mathrm\s*\{\s*[BN]\s*\}\s*\((?P<first>[^,]+),(?P<second>.+?)(?P<square>\^\{?2\}?)?\)\s*", re.DOTALL
)
_RATIO = re.compile(r"\s*[0-9.]+(?:\s*:\s*[0-9.]+)+\s*")
_DEGREES = re.compile(r"\^\s*\{?\s*\\circ\s*\}?|°|\\degree")
_LETTER = re.compile(r"(?<![A-Za-z\\])[a-z](?![A-Za-z])")
_FUNCTION = re.compile(r"sin|cos|tan")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_ELEMENTS = re.compile(r"\s*n\s*\(\s*[A-Z](?:\s*\\(?:cap|cup)\s*[A-Z])*\s*\)\s*(?:=\s*(?P<rest>[0-9]+))?\s*")
_EVERY = r"\s*\\\{\s*[a-z]_\{?n\}?\s*\\\}\s*|\s*n\s*=\s*1\s*,\s*2\s*,\s*3\s*,\s*\\(?:c|l)?dots\s*|"
_NOTE = re.compile(_EVERY + r"\s*i\s*=\s*\\sqrt\s*\{?\s*-\s*1\s*\}?\s*|\s*i\^\{?2\}?\s*=\s*-\s*1\s*")
MAX_LABELLED = 300


def without_labels(formula: str) -> list[str]:
    """The formulas that are left of one when names are taken away; none where it only names something."""
    if len(formula) > MAX_LABELLED or _NOTE.fullmatch(formula):
        return [formula] if len(formula) > MAX_LABELLED else []
    if (match := _CHANCE.fullmatch(formula)) is not None:
        return [*_NUMBER.findall(match["event"]), *(without_labels(match["rest"]) if match["rest"] else [])]
    if (match := _DISTRIBUTION.fullmatch(formula)) is not None:
        return [match["first"], match["second"]]
    if (match := _ELEMENTS.fullmatch(formula)) is not None:
        return [match["rest"]] if match["rest"] else []
    if (match := _POINT.fullmatch(formula)) is not None:
        return [match["pair"]]
    if (match := _LABELLED.fullmatch(formula)) is not None:
        return [_as_number(match["rest"])] if match["rest"] else []
    if _RATIO.fullmatch(formula):
        return formula.split(":")
    return [_as_number(formula)]


def _as_number(formula: str) -> str:
    """``(5x-19)^\\circ`` as ``(5x-19)``: models have degrees as numbers; the angle of a sine keeps its sign."""
    if _FUNCTION.search(formula) or not _LETTER.search(formula):
        return formula
    return _DEGREES.sub("", formula)
