"""Places where something has fallen out of a statement: a unit or a particle with nothing before it, two blanks."""

from __future__ import annotations

import re

_NUMBER_WORD = (
    "한|두|세|네|석|넉|서너|두세|다섯|여섯|일곱|여덟|아홉|열[가-힣]?|스무|스물|서른|마흔|쉰|백|천|만|몇|여러|수십|각|매|반|"
    "첫|둘째|나머지|모든|전체|총|하나|둘|셋|넷"
)
_COUNTERS = "개|명|권|장|송이|마리|cm|km|mm|kg"
_ROWS: tuple[tuple[str, str], ...] = (
    (
        rf"(?<![가-힣])(?!(?:{_NUMBER_WORD})\s)(?:[가-힣]+) +(?:{_COUNTERS})"
        r"(?=[을를이가의은는과와씩]?(?:[ ,.]|인|이고|이다|일|$))",
        "a unit without a number",
    ),
    (
        r"(?:^|(?<=[가-힣.]))\s+(?:를|을|의|에|와|과|에서|에게|부터|까지|이고|이면|이라)(?= )|"
        r"^(?:부터|까지|의|를|을|에|에서|는|은) ",
        "a particle without a word",
    ),
    (r"[이가] +인 |, *(?:일 때|의 값)|있는 자리 (?:자연수|정수|수)", "a particle without a word"),
    (r",\s*,|(?<=[가-힣]) +,", "a comma without a word"),
    (
        r"\A(?:일|이고|이면|인) |(?<=[가-힣][가이은는]) +(?:이상|이하|미만|초과)(?=[일인이의])|[가이고] 일 때|"
        r"(?<=로) +만큼",
        "a particle without a word",
    ),
    (r", (?:가|를|와|과|은|는|의) (?!지점|역|팀|반|마을|상자|회사|중)", "a particle without a word"),
    (r"\A +different |(?<![가-힣])제(?=항|행|열|사분면)|\(\s*\)(?! ?[=안에])", "a place without its number"),
    (r"(?<=[A-Za-z가-힣]) +[.?](?=\s|\Z)", "an end without a word"),
    (r"\b(?:from to|by along|of meets|(?:at|with) (?:has|is|m/s|cm))\b", "a preposition without a word"),
    (r"\b(?:height|radius|length|width|are|is) +(?:cm|m|km|mm|kg)\b", "a unit without a number"),
    (r"(?:\A|(?!몇)[가-힣.,]) +%", "a unit without a number"),
    (r"\(단, *\)|\(where *\)", "a condition without its words"),
)
_COMPILED = tuple((re.compile(pattern), what) for pattern, what in _ROWS)
_LIST = re.compile(r"^다음|following (?:numbers|expressions?|equations?|data)\b", re.IGNORECASE)
_MATHEMATICS = re.compile(r"[$0-9=<>+√²]")
_BLANKS = re.compile(r"(?<=[A-Za-z가-힣,]) {2,}(?=[A-Za-z가-힣.,])")


def gaps(statement: str) -> list[str]:
    """What looks as if it had lost its neighbour; two blanks count only in typeset statements."""
    found = [f"{what}: '{match[0].strip()}'" for pattern, what in _COMPILED if (match := pattern.search(statement))]
    if _LIST.search(statement) and not _MATHEMATICS.search(statement):
        found.append("a list that is spoken of is not there")
    if "$" in statement and _BLANKS.search(statement):
        found.append("a gap between two words")
    return found
