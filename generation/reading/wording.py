"""What a statement asks for, told from its words: a table of Korean and English requests."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generation.problem import Language


@dataclass(frozen=True, slots=True)
class Asked:
    """``kind`` and ``form`` of the ask that the words name; the formula decides what they leave open."""

    kind: str
    form: str | None = None


_REQUESTS: tuple[tuple[str, Asked], ...] = (
    (r"인수분해|factor", Asked("form", "factored")),
    (r"전개|곱셈 ?공식|expand|multiply out", Asked("form", "expanded")),
    (r"기약분수|약분|lowest terms|simplest form|simplify the fraction|reduce", Asked("form", "lowest_terms")),
    (r"유리화|rationali[sz]e", Asked("form", "rationalized")),
    (r"간단히|간단하게|simplify|collect|combine like", Asked("form", "simplified")),
    (r"풀어|푸시오|풀이하|풀면|풀라|해를|근을|해는|근은|해가|solve|solution|roots?\b", Asked("solve")),
    (r"계산|값|compute|calculate|evaluate|value|work out", Asked("value")),
    (r"구하|구해|find|what is|얼마|^\s*(?:add|subtract|multiply|divide)\b", Asked("value")),
)
"""Most telling first: '인수분해하여 푸시오' with an equation is settled by the formula."""
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), asked) for pattern, asked in _REQUESTS)
_QUANTITIES = re.compile(
    r"[0-9０-９]|단\s*,|(?:은|는|가|이) (?:자연수|정수|유리수|양수|음수|양의|음의)|"
    r"\b(?:integers?|positive|negative|natural)\b|"
    r"의 (?:양의 |음의 )?제곱근[을은이]|보다|만큼|절반|나머지|남은|배가|배는|배와|더한|뺀|곱한|나눈|어떤 수|연속하는|"
    r"\b(?:than|twice|half|times|remain\w*|left over|consecutive|each|per|more|less)\b",
    re.IGNORECASE,
)
"""Words that say something about quantities, or restrict them, which the formulas alone do not."""
_HANGUL = re.compile(r"[가-힣]")


def asked_by(words: str) -> tuple[Asked, ...]:
    """Everything the words could ask for, most telling first; empty where they ask for nothing known."""
    return tuple(asked for pattern, asked in _COMPILED if pattern.search(words))


def quantities_in(words: str) -> str | None:
    """The first word that carries a quantity of its own, None where the formulas say everything."""
    match = _QUANTITIES.search(words)
    return match[0] if match else None


def language_of(text: str) -> Language:
    """Korean where there is Hangul in it, English otherwise."""
    return "ko" if _HANGUL.search(text) else "en"
