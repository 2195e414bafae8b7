"""Numbers written as words: "two", "one hundred twenty-three", "a third", "twice", "세 개", "두 배", "절반", "첫째"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from generation.verify.text.numerals import Mention

_ONES_LISTED = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_TENS_LISTED = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {word: value for value, word in enumerate(_ONES_LISTED.split())}
_TENS = {word: 10 * (2 + place) for place, word in enumerate(_TENS_LISTED.split())}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_MULTIPLES = {"once": 1, "twice": 2, "thrice": 3, "double": 2, "doubled": 2, "triple": 3,
              "tripled": 3, "quadruple": 4}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "hundredth": 100,
}  # fmt: skip
_ORDINALS = frozenset(
    {"third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twelfth"}
)
"""Parts that are ordinals as well: "the third of them"."""
_CARDINAL = "|".join([*_ONES, *_TENS, *_SCALES])
_PART = "|".join(_PARTS)
_TENTHS = "|".join(_TENS)
_COUNTED = (
    r"(?:of|types?|kinds?|sorts?|different|more|other|numbers?|fractions?|expressions?|equations?|sides?|values?|"
    r"decimals?|variables?|unknowns?|terms?|quantities|amounts?|digits?|consecutive|angles?|lines?|events?|"
    r"points?|triangles?|people|dice|coins|solids?|figures?)\b"
)
_DEFINITE = (
    r"\b(?:the|these|those|this|that|both|all|his|her|their|its|our|your|my|other|following|last|first|next|between|into|"
    r"any|of|each|same|given)\s+"
)
_FRACTION_WORDS = re.compile(
    rf"(?P<before>[0-9]\s|\b(?:first|second|third|other|last|one|each|front|back|bottom|top|upper|lower)\s)?\b(?:(?P<top>(?:(?:{_TENTHS})-)?(?:{_CARDINAL})|an?)[\s-]+)?(?P<tens>(?:{_TENTHS})-)?(?P<part>{_PART})(?P<many>s)?\b(?P<of>\s+of\b)?",
    re.IGNORECASE,
)
_CARDINALS = re.compile(
    rf"(?P<before>{_DEFINITE})?(?<![0-9] )\b(?P<number>(?:{_CARDINAL})(?:(?:[\s-]+|[\s-]and\s)(?:{_CARDINAL})\b)*)\b"
    rf"(?P<percent>\s+percent\b)?(?P<counted>-sided|\s+(?:[a-z]+\s+)?{_COUNTED})?",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(rf"\b({'|'.join(_MULTIPLES)})\b", re.IGNORECASE)
_HAS_PART = re.compile(rf"\b(?:{_PART})s?\b", re.IGNORECASE)
_DOZEN = re.compile(rf"\b(?:(half a|a|{_CARDINAL})\s+)?dozens?\b", re.IGNORECASE)

_NATIVE = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7,
    "여덟": 8, "아홉": 9, "열": 10, "스무": 20, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70,
    "여든": 80, "아흔": 90,
}  # fmt: skip
_NATIVE_TENS = "열|스물|서른|마흔|쉰|예순|일흔|여든|아흔"
_NATIVE_ONES = "하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉"
_COUNTER = (
    "개|명|마리|배|시간|번|권|장|살|자루|대|그루|송이|병|켤레|봉지|상자|조각|묶음|줄|칸|잔|컵|판|달|주|가지|사람|팀|모둠|쌍|통|"
    "바퀴|군데|곳"
)
_KOREAN = re.compile(
    rf"(?<![가-힣0-9])(?:(?P<tens>{_NATIVE_TENS})\s?)?(?P<ones>{_NATIVE_ONES}|스무)?(?P<gap>\s*)"
    rf"(?:(?P<nth>째|번째)|(?P<counter>{_COUNTER})(?P<the>의)?|(?=\s|[은는이가을를의와과]))"
)
_HANGUL, _LATIN = re.compile("[가-힣]"), re.compile("[A-Za-z]{3}")
_HALF = re.compile(r"절반")


def numbers_in_words(words: str) -> list[Mention]:
    """The numbers written as words in English and Korean."""
    found = list(_korean(words)) if _HANGUL.search(words) else []
    rest = words if _LATIN.search(words) else ""
    for pattern, read in (
        (_DOZEN, _dozen),
        (_FRACTION_WORDS, _fraction),
        (_CARDINALS, _cardinal),
        (_MULTIPLE, _multiple),
    ):
        if pattern is _FRACTION_WORDS and _HAS_PART.search(rest) is None:
            continue  # the long pattern looks at every word
        for match in pattern.finditer(rest):
            mention = read(match)
            if mention is not None:
                found.append(mention)
                rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
    return found


def _word(text: str, *values: int | Fraction, counts: bool = False, multiple: bool = False) -> Mention:
    amounts = tuple(Fraction(value) for value in values)
    return Mention(text.strip(), amounts, in_words=True, counts=counts, multiple=multiple)


def _dozen(match: re.Match[str]) -> Mention:
    many = (match[1] or "a").lower()
    asked = re.search(r"how many dozens?\b", match.string, re.IGNORECASE) is not None
    number = Fraction(1, 2) if many == "half a" else Fraction(1 if many == "a" else _cardinal_value(many))
    return _word(match[0], number * 12, number, 12, counts=asked)


def _fraction(match: re.Match[str]) -> Mention | None:
    """``two thirds``, ``a third of``, ``half``; "the third side" is an ordinal and says nothing of how much."""
    top, part = (match["top"] or "").lower(), match["part"].lower()
    bottom = _PARTS[part] + _TENS.get((match["tens"] or "").lower().rstrip("-"), 0)
    if part not in ("half", "halves"):
        if part == "quarter" and not match["top"] and not match["of"]:
            return None  # a coin, or a quarter of a year
        if not match["top"] and not match["of"]:
            return None
        if top in ("a", "an") and not match["of"]:
            return None  # "a third side"
        if not top and match["of"] and not match["many"] and part in _ORDINALS:
            return None
    number = 1 if top in ("", "a", "an") else _cardinal_value(top)
    value = Fraction(number, bottom)
    counts = (part == "half" and not match["of"]) or (match["before"] is not None and not match["top"])
    parts = (Fraction(number), Fraction(bottom))
    return Mention(match[0].strip(), (value, Fraction(bottom)), parts, in_words=True, counts=counts)


def _cardinal(match: re.Match[str]) -> Mention | None:
    value = _cardinal_value(match["number"])
    if match["percent"]:
        part = Fraction(value, 100)
        return _word(match[0], value, part, 1 - part, 1 + part, 100 - value, 100 + value)
    counts = value <= 1 or match["number"].lower() in _SCALES or bool(match["before"] or match["counted"])
    return _word(match["number"], value, counts=counts)


def _cardinal_value(text: str) -> int:
    """``one hundred twenty-three`` as 123."""
    total = current = 0
    for word in re.findall("[a-z]+", text.lower()):
        if word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if word != "hundred":
                total, current = total + current, 0
        elif word != "and":
            current += _ONES.get(word, _TENS.get(word, 0))
    return total + current


def _multiple(match: re.Match[str]) -> Mention:
    value = _MULTIPLES[match[1].lower()]
    return _word(match[0], value, Fraction(1, value), counts=value == 1, multiple=value > 1)


def _korean(words: str) -> Iterator[Mention]:
    for match in _HALF.finditer(words):
        yield Mention(match[0], (Fraction(1, 2), Fraction(2)), (Fraction(1), Fraction(2)), True, True)
    for match in _KOREAN.finditer(words):
        if not match["tens"] and not match["ones"]:
            continue
        if match["nth"]:
            yield _word(match[0], _native(match), counts=True)
        elif match["counter"]:
            value = _native(match)
            counts = value == 1 or bool(match["the"]) or match["counter"] in ("가지", "사람", "팀")
            yield _word(match[0], value, counts=counts, multiple=match["counter"] == "배")
        elif match["ones"] not in ("한", "세", "네", "하나") or match["gap"]:
            yield _word(match[0], _native(match), counts=True)


def _native(match: re.Match[str]) -> int:
    return _NATIVE.get(match["tens"] or "", 0) + _NATIVE.get(match["ones"] or "", 0)
