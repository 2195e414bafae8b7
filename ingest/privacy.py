"""Personal data at the door: names, telephone numbers, e-mail addresses and resident registration numbers go.

Before anything is stored or indexed, also in what is kept of rejected rows. What was removed is counted, not kept.
Mathematics is not touched: numbers go only where no formula has their shape (a telephone number begins with 0, a
resident number with a date), names only where they are written in Hangul as names are.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Literal

from ingest.names import COMPOUND, PARTICLES, THREE_SYLLABLES, TITLES, TWO_SYLLABLES, is_common, is_name
from ingest.roster import Roster

Removed = Literal["name", "phone", "email", "resident_number"]
VERSION = 1
"""Raise when other texts come out: records are then cleaned anew."""
STUDENT = "[학생]"
_REMEMBERED = 10_000
"""Texts; the numbers are for one worker's run."""
_MARKS: Mapping[Removed, str] = {"phone": "[전화]", "email": "[전자우편]", "resident_number": "[주민번호]"}
_DASH = r"[ \t]?[-–—‐‑−.·)/ ]?[ \t]?"
_EMAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}[ \t]?(?:@|＠|\(at\)|\[at\]|골뱅이)[ \t]?[A-Za-z0-9][A-Za-z0-9-]{0,62}"
    r"(?:[ \t]?(?:\.|\(dot\)|\[dot\]|닷|점)[ \t]?[A-Za-z0-9][A-Za-z0-9-]{0,62}){1,4}"
)
_MOBILE = re.compile(rf"(?<![\d.,])(?:\+?82{_DASH}\(?0?\)?{_DASH}|\(?0)1[016789]{_DASH}\d{{3,4}}{_DASH}\d{{4}}(?!\d)")
_LANDLINE = re.compile(
    rf"(?<![\d.,])\(?0(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\d?|80){_DASH}\d{{3,4}}[ \t]?[-–—‐‑−. ][ \t]?\d{{4}}(?!\d)"
    r"|(?<![\d.,])0(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70)\d{7,8}(?!\d)"
)
_CALLED = re.compile(
    r"(?P<cue>(?:전화(?:번호)?|연락처|핸드폰|휴대폰|휴대전화|폰|[Tt][Ee][Ll]|H\.?P\.?|☎|📞)[ \t]*[:：.)]?[ \t]*)"
    r"\(?\d{2,4}\)?[ \t]?[-–—.· ]?[ \t]?\d{3,4}(?:[ \t]?[-–—.· ][ \t]?\d{4})?(?!\d)"
)
_DIGIT_WORD = "[공영일이삼사오육칠팔구]"
_SPELLED = re.compile(
    rf"(?<![가-힣])[공영]일[공영일육칠팔구][-\s]{{0,2}}{_DIGIT_WORD}{{3,4}}[-\s]{{0,2}}{_DIGIT_WORD}{{4}}(?![가-힣])"
)
_RESIDENT = re.compile(
    r"(?<![\d.,])(?P<birth>\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?P<gap>[ \t]?[-–—‐‑−][ \t]?|[ \t]?)"
    r"(?P<rest>[1-8](?:\d{6}|[*xX●○]{6}|\d[*xX●○]{5}))(?![\d*])"
)
_RESIDENT_CUE = re.compile(r"(주민|등록번호|외국인번호|생년)[^\d\n]{0,12}$")
_FORMULA = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$|\\\(.+?\\\)|\\\[.+?\\\]", re.DOTALL)
_LABELLED = re.compile(
    r"(?P<label>(?:(?:학생|원생|수강생)[ \t]?)?(?:이름|성명|성함)|학생명|학생|원생|수강생|작성자|제출자"
    r"|응시자|보호자|학부모|담임|담당(?:자|교사|강사)?|[Nn]ame|[Ss]tudent)(?P<colon>[\"']?[ \t]*[:：=][ \t]*[\"']?)"
    r"(?P<name>[가-힣]{2,5}(?![가-힣])|[가-힣][ \t][가-힣]{2}(?![가-힣])"
    r"|[A-Z][A-Za-z'-]{1,20}(?:[ \t][A-Z][A-Za-z'-]{1,20}){0,2})"
)
_ROMAN = "Kim|Lee|Park|Choi|Jung|Jeong|Kang|Cho|Yoon|Jang|Lim|Han|Oh|Seo|Shin|Kwon|Hwang|Ahn|Song|Hong|Yoo|Moon"
_LATIN = re.compile(
    rf"(?<![A-Za-z])(?:(?:{_ROMAN})[ \t,]{{1,2}}[A-Z][a-z]{{1,9}}(?:[- ]?[A-Za-z]?[a-z]{{1,8}})?"
    rf"|[A-Z][a-z]{{1,9}}(?:-[A-Za-z][a-z]{{1,8}})?[ \t](?:{_ROMAN}))(?![A-Za-z])"
)
_SEATED = re.compile(
    r"(?P<seat>\d{1,2}반[ \t]{0,2}(?:\d{1,2}번)?[ \t]{0,2}|\d{1,2}번[ \t]{0,2})(?P<name>[가-힣]{2,4})(?![가-힣])"
)


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text without personal data, and how much of each kind there was."""

    text: str
    removed: Mapping[Removed, int] = field(default_factory=dict)


class Redactor:
    """Takes personal data out of texts, with an academy's roster. The same text always gives the same, also twice."""

    def __init__(self, roster: Roster | None = None) -> None:
        self._roster = roster or Roster()
        self._listed = _pattern_of(frozenset(self._roster.pseudonyms))
        # A class makes its mistakes at the same problems.
        self._redacted = lru_cache(maxsize=_REMEMBERED)(self._without_own)

    def redact(self, text: str, names: Iterable[str] = (), *, pseudonyms: bool = True) -> Redacted:
        """``names`` are further names that are known here, as of the row's own column.

        Without ``pseudonyms`` everyone becomes ``[학생]``: in a statement ``s-1`` would pass for a formula.
        """
        done = self._redacted(text, pseudonyms)
        told = {name for name in map(_one_line, names) if 2 <= len(name) <= 40}
        own = frozenset(told - self._roster.pseudonyms.keys())
        pattern = _pattern_of(own) if own else None
        if pattern is None:
            return done
        removed: Counter[Removed] = Counter(done.removed)
        return Redacted(pattern.sub(partial(_listed, {}, removed), done.text), dict(removed))

    def _without_own(self, text: str, pseudonyms: bool) -> Redacted:
        """By the roster, by labels and by their make; whatever the row's own column says."""
        removed: Counter[Removed] = Counter()
        text = _EMAIL.sub(partial(_mark, "email", removed), visible(text))
        text = _outside_formulas(text, lambda part: _numbers(part, removed))
        if self._listed is not None:
            known = self._roster.pseudonyms if pseudonyms else {}
            text = self._listed.sub(partial(_listed, known, removed), text)
        text = _outside_formulas(text, lambda part: _cued(part, removed))
        text = THREE_SYLLABLES.sub(partial(_by_make, removed), text)
        return Redacted(TWO_SYLLABLES.sub(partial(_by_make, removed), text), dict(removed))


def visible(text: str) -> str:
    """Composed letters (a Mac takes Hangul apart) and no invisible ones, which could hide a name from the search."""
    if text.isascii():
        return text
    composed = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    return _INVISIBLE.sub("", composed).translate(_FULL_WIDTH)


_INVISIBLE = re.compile(
    "[\u00ad\u0600-\u0605\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0001\U000e0020-\U000e007f]"
)
_FULL_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)}


def _one_line(name: str) -> str:
    return " ".join(visible(name).split())


def _outside_formulas(text: str, change: Callable[[str], str]) -> str:
    if "$" not in text and "\\" not in text:
        return change(text)
    pieces: list[str] = []
    position = 0
    for match in _FORMULA.finditer(text):
        pieces += [change(text[position : match.start()]), match[0]]
        position = match.end()
    return "".join([*pieces, change(text[position:])])


def _mark(kind: Removed, removed: Counter[Removed], _: re.Match[str]) -> str:
    removed[kind] += 1
    return _MARKS[kind]


def _numbers(text: str, removed: Counter[Removed]) -> str:
    text = _RESIDENT.sub(partial(_resident, removed), text)
    text = _CALLED.sub(lambda match: match["cue"] + _mark("phone", removed, match), text)
    for pattern in (_MOBILE, _LANDLINE, _SPELLED):
        text = pattern.sub(partial(_mark, "phone", removed), text)
    return text


def _resident(removed: Counter[Removed], match: re.Match[str]) -> str:
    """Thirteen digits without a dash are a number like others, unless something says what they are."""
    digits = match["birth"] + match["rest"]
    is_marked = bool(match["gap"]) or not digits.isdigit() or digits.startswith("0")
    cue = _RESIDENT_CUE.search(match.string[max(0, match.start() - 30) : match.start()])
    if is_marked or cue or _checks(digits):
        return _mark("resident_number", removed, match)
    return match[0]


def _checks(digits: str) -> bool:
    """The check digit that numbers given before October 2020 have."""
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5), strict=False)
    )
    return (11 - total % 11) % 10 == int(digits[12])


def _cued(text: str, removed: Counter[Removed]) -> str:
    """Names behind a label, behind a seat (3반 12번), and in Latin letters."""

    def labelled(match: re.Match[str]) -> str:
        strict = match["label"].endswith(("이름", "성명", "성함", "학생명", "ame"))
        name = match["name"].replace(" ", "")
        if not strict and not name.isascii() and not (2 <= len(name) <= 4 and is_name(name, "", True)):
            return match[0]
        removed["name"] += 1
        return match["label"] + match["colon"] + STUDENT

    def seated(match: re.Match[str]) -> str:
        name = match["name"]
        if not (2 <= len(name) <= 3 and is_name(name, "", True)):
            return match[0]
        removed["name"] += 1
        return match["seat"] + STUDENT

    def latin(_: re.Match[str]) -> str:
        removed["name"] += 1
        return STUDENT

    return _LATIN.sub(latin, _SEATED.sub(seated, _LABELLED.sub(labelled, text)))


def _by_make(removed: Counter[Removed], match: re.Match[str]) -> str:
    title = match["title"]
    tail = match.groupdict().get("tail") or ""
    if not is_name(match["name"], tail, title is not None):
        return match[0]
    removed["name"] += 1
    return STUDENT + match[0][len(match["name"]) :]


@lru_cache(maxsize=2_000)
def _pattern_of(names: frozenset[str]) -> re.Pattern[str] | None:
    """Full names, and given names alone; a given name that is a word too needs what only a person has behind it."""
    sure: set[str] = set()
    careful: set[str] = set()
    given_names: set[str] = set()
    for name in names:
        if not re.fullmatch(r"[가-힣]{2,6}", name.replace(" ", "")):
            sure.add(re.escape(name).replace(r"\ ", r"[ \t]?"))
            continue
        name = name.replace(" ", "")
        surname = 2 if name.startswith(COMPOUND) and len(name) > 2 else 1
        given = name[surname:]
        apart = rf"{name[:surname]}[ \t]?{given}" if len(given) > 1 and not is_common(given) else name
        (careful if len(name) == 2 and is_common(name) else sure).add(apart)
        if len(given) >= 2:
            (careful if is_common(given) else given_names).add(given)
    kinds = [
        rf"(?P<sure>{_any(sure)})(?=(?:{PARTICLES}|\s?(?:{TITLES})(?:{PARTICLES})?)?(?![가-힣]))" if sure else "",
        rf"(?<![가-힣])(?P<given>{_any(given_names)})(?=(?:{PARTICLES}|\s?(?:{TITLES})(?:{PARTICLES})?)?(?![가-힣]))"
        if given_names
        else "",
        rf"(?<![가-힣])(?P<careful>{_any(careful)})(?=(?:{_PERSON}|\s?(?:{TITLES})(?:{PARTICLES})?)(?![가-힣]))"
        if careful
        else "",
    ]
    written = "|".join(kind for kind in kinds if kind)
    return re.compile(written) if written else None


_PERSON = (
    "이가|이는|이의|이도|이를|이와|이한테|이에게|이랑|이만|이처럼|이보다|이네|에게서|에게|한테서|한테|께서|이야|야"
)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _listed(known: Mapping[str, str], removed: Counter[Removed], match: re.Match[str]) -> str:
    removed["name"] += 1
    found = match[0].replace(" ", "").replace("\t", "")
    for name, pseudonym in known.items():
        plain = name.replace(" ", "")
        if plain == found or (match.lastgroup != "sure" and plain.endswith(found)):
            return pseudonym or STUDENT
    return STUDENT
