"""The unit a student writes behind an answer, against what is asked for: an area is not measured in cm³."""

from __future__ import annotations

import re

_UNIT = re.compile(
    r"(?<![A-Za-z])(?:\\(?:text|mathrm|rm)\s*\{)?\s*([kcm]?m)\s*\}?\s*"
    r"(?:\^\s*\{?\s*([23])\s*\}?|([²³]))?\s*\}?\s*\$?\s*\.?$"
)
_ASKED = re.compile(
    r"(넓이|면적)|(부피)|(길이|높이|둘레|거리)"
    r"(?=(?:[을를은는이가]|의 최[댓솟]값)?[^가-힣]*(?:각각 )?(?:구하|얼마|몇|$))"
)
_POWERS = {1: 2, 2: 3, 3: 1}
_NAMES = {1: "a length", 2: "an area", 3: "a volume"}


def other_unit(statement: str, answer: str) -> str | None:
    """What is wrong with the unit of an answer; None where there is none or nothing speaks against it.

    >>> other_unit("반지름의 길이가 3 cm인 구의 부피를 구하시오.", "36π cm²")
    'cm^2 measures an area, a volume is asked for'
    >>> other_unit("반지름의 길이가 3 cm인 구의 부피를 구하시오.", "36π cm^3")
    """
    written = _UNIT.search(answer.strip())
    asked = list(_ASKED.finditer(statement))
    if written is None or not asked or not re.search(r"[0-9π]", answer[: answer.find(written[1])] or ""):
        return None
    last = asked[-1]
    power = _POWERS[next(place for place in (1, 2, 3) if last[place])]
    given = int({"²": "2", "³": "3"}.get(written[3] or "", written[2] or "1"))
    if given == power:
        return None
    unit = written[1] + (f"^{given}" if given > 1 else "")
    return f"{unit} measures {_NAMES[given]}, {_NAMES[power]} is asked for"
