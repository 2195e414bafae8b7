"""Which unit a statement asks for: cm² for an area of what is measured in cm, ° for an angle, what "몇" counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generation.expression.units import SPELLINGS, unit

_UNIT = re.compile(r"(?=.*[A-Za-z가-힣㎀-㏟%°℃℉′″원])[A-Za-z가-힣㎀-㏟%°℃℉′″²³·/^0-9 ]{1,20}")
_LETTER = "[A-Za-z가-힣]"
_DEGREES = frozenset({"°", "도", "degree", "degrees"})
_FORMULA = re.compile(r"\\(?:text|mathrm|rm)\s*\{([^{}]*)\}|\\[,;:! ]|[${}]")
_LENGTH = re.compile(
    r"(?<=[0-9)])\s*(km|cm|mm|m|inches|feet|yards)(?:²|³|\^\{?[23]\}?)?(?![A-Za-z0-9²³^])(?!/(?!h\b|s\b|min\b))"
)
_BEHIND = r"(?:의 (?:최댓값|최솟값|합|차))?(?:는|은|를|을|가)? ?(?:얼마|몇|모두|구|$|[?.(])"
_FIND = r"(?:find|what is|calculate|compute|determine)"


def _asked(korean: str, english: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{korean}){_BEHIND}|{_FIND}[^.?]{{0,40}}\b(?:{english})\b", re.IGNORECASE)


_POWERS = (
    (_asked("겉넓이|옆넓이|밑넓이|넓이|면적", "area"), "^2", "area"),
    (_asked("부피|들이", "volume"), "^3", "volume"),
    (
        _asked(
            "둘레|길이|높이|거리|깊이|너비",
            "perimeter|circumference|length|width|height|distance|radius|diameter|depth",
        ),
        "",
        "length",
    ),
    (re.compile(r"\bhow (?:high|tall|wide|deep|far) (?:is|are)\b", re.IGNORECASE), "", "length"),
)
_ASKED_ANGLE = re.compile(
    rf"\\angle[^가-힣.]{{0,20}}의 크기|몇 ?도|각의 크기(?:의 합)?{_BEHIND}|in degrees|how many degrees", re.IGNORECASE
)
_SAID = re.compile(r"\(\s*단위\s*:\s*([^)]{1,12})\)|\b[Aa]nswer in ([a-z]+)")
_COUNTED = re.compile(
    r"몇\s?(시간|개월|분|초|년|원|km|cm|mm|m|kg|g|L|mL|명|개|마리|권|장|살|세|일|주|자루|송이|대|병|쪽|점|그루|상자)"
)
_NAMED = re.compile(
    r"\bin (?:square |cubic )?"
    r"(?:km|cm|mm|m|(?:kilo|centi|milli)?met(?:er|re)s?|inch(?:es)?|f(?:ee|oo)t|yards?|miles?)\b|"
    r"(?:square|cubic) (?:units|inches|feet|yards|met(?:er|re)s|centimet(?:er|re)s)[^.?]*\?",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow many (\w+)|\bin how many (\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A unit and the words that ask for it."""

    name: str
    because: str


def is_unit(text: str) -> bool:
    """Whether a text may be a unit at all."""
    return _UNIT.fullmatch(text) is not None


def asked_unit(statement: str) -> Asked | None:
    """The unit that the words ask for; None where they leave it to the units that stand in them."""
    text = _FORMULA.sub(lambda match: match[1] or "", statement)
    if (match := _SAID.search(text)) is not None:
        return Asked((match[1] or match[2]).strip(), match[0])
    if (match := _ASKED_ANGLE.search(text)) is not None:
        return Asked("°", "an angle is asked for")
    if (match := _COUNTED.search(text)) is not None:
        return Asked(match[1], match[0])
    for word in (w for match in _HOW_MANY.finditer(text) for w in match.groups() if w):
        if word.lower() in SPELLINGS:
            return Asked(word.lower(), f"how many {word.lower()}")
    return _measured(text)


def needed_unit(statement: str) -> Asked | None:
    """The unit without which a number is no answer; None where the question names it, as in "how many cm"."""
    text = _FORMULA.sub(lambda match: match[1] or "", statement)
    if any(pattern.search(text) for pattern in (_SAID, _COUNTED, _HOW_MANY, _NAMED)):
        return None
    return _measured(text)


def _measured(text: str) -> Asked | None:
    """The unit of a length, an area or a volume where all lengths of the text are in one unit."""
    lengths = {match[1] for match in _LENGTH.finditer(text)}
    if len(lengths) != 1:
        return None
    (length,) = lengths
    for pattern, power, what in _POWERS:
        if pattern.search(text) is not None:
            return Asked(length + power, f"{what} of what is measured in {length}")
    return None


_KINDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"(?:가격|요금|금액|돈)[은을이]? ?(?:얼마|구)|find the (?:total )?price|what is paid|how much money", "money"),
        (r"무게[는은를가]? ?(?:얼마|몇|구)|(?:find|what is) the (?:total )?weight", "weight"),
        (r"거리[는은를가]? ?(?:얼마|몇|구)|(?:find|what is) the (?:total )?distance", "length"),
    )
)
_COUNT_ASKED = re.compile(rf"(?:개수|[가-힣]+의 수|[가-힣] 수){_BEHIND}|{_FIND} the number of", re.IGNORECASE)
_PERCENT_ASKED = re.compile(r"몇 ?(?:%|퍼센트)|백분율|what percent|how many percent", re.IGNORECASE)


def kind_is_wrong(bare: str, statement: str) -> str | None:
    """What the words ask for where a unit does not measure it: a price in apples, a distance in hours."""
    text = _FORMULA.sub(lambda match: match[1] or "", statement)
    known = unit(bare)
    if bare in ("%", "percent", "퍼센트") and not _PERCENT_ASKED.search(text):
        return "no share"
    measures = bare in _DEGREES or (known is not None and known.kind != "counter")
    if measures and _COUNT_ASKED.search(text):
        return "a number of things"
    for pattern, kind in _KINDS:
        if pattern.search(text) is not None and (known is None or known.kind != kind):
            return kind
    return None


def named_alike(a: str, b: str) -> bool:
    """Whether two spellings name one unit: ``cm²`` and ``cm^2``, ``도`` and ``°``."""
    if a == b or (a in _DEGREES and b in _DEGREES):
        return True
    first, second = unit(a), unit(b)
    if first is None or second is None:
        return False
    return (first.base, first.factor) == (second.base, second.factor) and first.factor is not None


def stands_in(bare: str, statement: str) -> bool:
    """Whether a unit stands in the statement, in any spelling of its own."""
    text = _FORMULA.sub(lambda match: match[1] or "", statement).replace("²", "^2").replace("³", "^3")
    known = unit(bare)
    spellings = {bare} if known is None else {bare, *(s for s, other in SPELLINGS.items() if other == known)}
    if bare in _DEGREES and re.search(r"°|\\circ|\\degree", statement):
        return True
    return any(_occurs(spelling, text) for spelling in spellings if spelling in text)


def _occurs(spelling: str, text: str) -> bool:
    starts = rf"(?<!{_LETTER})" if spelling[0].isascii() and spelling[0].isalpha() else ""
    ends = r"(?![A-Za-z^])" if spelling[-1].isascii() and spelling[-1].isalpha() else ""
    return re.search(starts + re.escape(spelling) + ends, text) is not None
