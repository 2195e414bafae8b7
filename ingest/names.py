"""Korean names in running text, told from words of mathematics that look like them.

A name on the roster is found wherever it stands. Others are found by their make (surname, two syllables, a
particle or a title) where the morphological analyser knows no word of that form: 김민수가 is a name, 이차식이 is none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Any

from retrieval.glossary import korean_terms
from retrieval.tokens import analysed

SURNAMES = "김이박최정강조윤장임한오서신권황안송류유홍고문양손배백허남심노하곽성차주우구민진나엄원천전"
"""The fifty most frequent ones: 95 of 100 people."""
RARE = (
    "방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사"
    "부가복태목형피두감음빈동온호범좌팽승간상갈단견당지채경계"
)
COMPOUND = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방")
_GIVEN = frozenset(
    "지민서준현우연은예하윤도시유주수아원진영경정희미선승태성호훈석혁빈찬규재동상철환용광기인혜나라소채슬솔별한결온율린후건범섭웅일종중"
    "창충탁택필학형홍화효휘흥다람름늘울봄빛샘솜송순숙옥옹완월은자애양여란량령련례록룡리림만명모목무문미배백병보복봉부삼새설세신심안"
    "언엽오요욱운익임장전제조직천청초춘출치탄평표하해행향헌협황가강개고공관교구국군권균근금길남노단대덕두득들루"
)
"""Syllables of given names; those of most particles and endings (는, 을, 를, 에, 와, 로) are not among them."""
_PLACES = "산강역구군시읍면궁섬제절국관도행"
TITLES = (
    "학생|군|양|씨|님|선생님|선생|쌤|샘|원장님|원장|강사님|강사|교사|어린이|학부모님|학부모|어머님|어머니|아버님|아버지"
)
PARTICLES = (
    "이가|이는|이의|이도|이를|이와|이한테|이에게|이랑|이만|이처럼|이보다|이께서|이네|이라는|이라고|이야|에게서|에게|한테서|한테|께서|께|네"
    "|이랑|랑|가|은|는|이|의|도|를|을|와|과|야|아|만|처럼|보다|으로|로|이라|라고|부터|까지|하고|이여|여"
)
_TAIL = rf"(?P<tail>{PARTICLES})?(?![가-힣])"
_TITLED = rf"(?P<title>\s?(?:{TITLES}))(?:{PARTICLES})?(?![가-힣])"
_BEFORE = r"(?<![가-힣])"
_COMPOUNDS = "|".join(COMPOUND)
TWO_SYLLABLES = re.compile(
    rf"{_BEFORE}(?P<name>[{SURNAMES}{RARE}][가-힣])(?P<title>\s?(?:학생|군|양|씨|님|선생님|선생|쌤|샘))"
    rf"(?:{PARTICLES})?(?![가-힣])"
)
THREE_SYLLABLES = re.compile(
    rf"{_BEFORE}(?P<name>(?:{_COMPOUNDS})[가-힣]{{1,2}}|[{SURNAMES}{RARE}][가-힣]{{2}})(?:{_TITLED}|{_TAIL})"
)
_CELL = re.compile(rf"[{SURNAMES}{RARE}][가-힣]{{1,3}}|[A-Z][a-z]+(?:[ -][A-Z][a-z]+){{1,2}}")
_ENDINGS = re.compile(r"[JEV]|XSV|XSA")
_VERBS = re.compile(r"[EV]|XSV|XSA")


def looks_like_name(cell: str) -> bool:
    """Whether a cell by itself could be a name: better a word too many where nobody knows which column it is of."""
    return bool(_CELL.fullmatch(cell.strip()))


def is_common(given: str) -> bool:
    """Whether a given name is a word too, as 지수, 정수, 유리, 하늘: then what stands behind it decides."""
    return given in _terms() or given in _not_names() or _is_word(given)


@lru_cache(maxsize=50_000)
def is_name(word: str, tail: str, titled: bool) -> bool:
    """Whether a word of surname and given name is a name in its place. ``tail`` is the particle behind it."""
    if word in _not_names() or word in _terms() or word.startswith(_long_terms()):
        return False
    tokens = [token for token in analysed(word + tail) if token.start < len(word)]
    alone = analysed(word)
    if len(word) == 2:
        return titled and _is_short_name(word, alone)
    given = word[2:] if word.startswith(COMPOUND) else word[1:]
    if any(syllable not in _GIVEN for syllable in given) or (word[2] == "이" and not titled):
        return False  # 정국이는: a given name, of whom nobody knows whose
    if any(_VERBS.match(token.tag) for token in tokens) and not (titled and len(alone) == 1):
        return False
    if word.startswith(COMPOUND):
        return len(alone) == 1 or alone[0].form[:2] in COMPOUND
    if len(alone) == 1:
        return bool(alone[0].oov) or titled or (alone[0].tag == "NNP" and word[-1] not in _PLACES)
    if tokens[0].oov and len(tokens[0].form) >= len(word):
        return True
    return (word[0] in SURNAMES or titled) and any(_splits_as_name(word, one, tail, titled) for one in (tokens, alone))


def _is_short_name(word: str, alone: list[Any]) -> bool:
    if len(alone) == 1:
        return bool(alone[0].tag == "NNP") and word not in _not_names()
    return word[0] in SURNAMES and bool(alone[0].tag == "NNP") and bool(alone[0].form == word[0])


def _splits_as_name(word: str, tokens: list[Any], tail: str, titled: bool) -> bool:
    """The analyser takes surname or surname and first syllable for a proper noun, and the rest for anything.

    인수 behind 소 is no name, 지훈 behind 박 is one; 이상은 is 이상 with a particle, 김준은 is a person either way.
    """
    first, rest = tokens[0], tokens[1:]
    has_ending = any(_ENDINGS.match(token.tag) for token in tokens)
    if first.form == word[0] and first.tag == "NNP":
        return not has_ending or not tail
    if first.tag == "NNP" and len(first.form) == 2:
        is_word = first.form in _terms() or first.form in _not_names() or first.form[-1] in _PLACES
        return not is_word and (not has_ending or word[2] in "은아나") and word[2] not in _PLACES
    if has_ending:
        return False
    return titled or (first.tag[0] == "N" and first.tag != "NR" and len(rest) == 2 and len(first.form) == 1)


@lru_cache(maxsize=20_000)
def _is_word(given: str) -> bool:
    tokens = analysed(given)
    if len(tokens) != 1:
        return any(_ENDINGS.match(token.tag) for token in tokens)
    return not tokens[0].oov and tokens[0].tag != "NNP"


@lru_cache(maxsize=1)
def _not_names() -> frozenset[str]:
    lines = (resources.files("ingest") / "not_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=1)
def _terms() -> frozenset[str]:
    return frozenset(korean_terms())


@lru_cache(maxsize=1)
def _long_terms() -> tuple[str, ...]:
    return tuple(term for term in _terms() if len(term) > 2)
