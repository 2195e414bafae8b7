"""Sentences up to what says nothing: particles, endings, fillers, usual synonyms and the order of their clauses.

Two sentences count as the same only where every other word of both is accounted for. Stems need not be what a
grammar calls stems; they need to be the same for the forms of one word and different for different words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[\s.,?!:;·()]+")
_ENDING = (
    "에서부터|으로부터|로부터|에서의|에서는|에서|에게서|에게|으로의|으로|까지의|까지|부터|과의|와의|이라고|이라|라고|라|이므로|므로|"
    "이고|이며|이면|이다|고|며|면|하는|하여|하고|하면|하자|해서|했을|한다고|한다|한|할|되는|된|될|인|일|의|을|를|은|는|이|가|과|와|"
    "로|에"
)
"""Particles, and endings of 이다 and 하다, the longer before the shorter."""
_PARTICLE = re.compile(f"(?<=.)(?:{_ENDING})$")
_BEHIND_FORMULA = re.compile(f"(?:{_ENDING})")
_SAME = (
    "던지 던져 던졌 던질 던진", "나오 나올 나온 나왔 나와", "꺼내 꺼낸 꺼낼 꺼냈", "만들 만드 만든", "지나 지날 지난",
    "뽑 고르 고른 고를 골라 택하 택한 택할 택해 선택", "나열 배열 세우 세울 세운", "만나 만날 만난",
    "갖 가지는 가질 가진", "같 같은 같을 같다", "다른 다를", "이루 이룬", "빨간 빨강", "파란 파랑", "검은 검정",
    "흰 하얀", "첫째항 초항 첫항", "꼭짓점 꼭지점", "최댓값 최대값", "최솟값 최소값", "극댓값 극대값", "극솟값 극소값",
    "나머지 남은", "연립방정식 연립일차방정식",
)  # fmt: skip
"""Beginnings of words that mean the same; the first stands for all."""
_STEMS = {form: forms.split()[0] for forms in _SAME for form in forms.split()}
_BEGINNINGS = re.compile("|".join(sorted(_STEMS, key=len, reverse=True)))
_SILENT = (
    r"때|이때|이|그|값|대하여|대해|대해서|대한|있다|있는|있고|있을|하자|할|다음|주어진|두고|각각|임의로|들어|얼마.*|몇|몇인.*|"
    r"입니까|인가|하시오|하여라|하세요|해라|시오|여라|쓰시오|쓰세요|답하시오|알아보시오|(?:구하|계산|푸시오|풀어|풀면|푸세요).*"
)
"""Words that say nothing of which quantities there are and which is asked for."""
_HEADS = (
    r"(?:직각|정|이등변)?삼각형|(?:정|직|평행)?사각형|평행사변형|마름모|사다리꼴|원|부채꼴|원기둥|원뿔|구|직육면체|정육면체|"
    r"각기둥|[삼사]?각뿔|(?:등차|등비)?수열|(?:[일이삼]차)?함수|(?:[일이삼]차|연립)?방정식|(?:[일이]차)?부등식|직선|다항식|"
    r"(?:전체)?집합|주사위|동전|주머니|상자"
)
"""What a sentence is about may stand at its beginning or before what is asked for."""
_COUNTERS = "권|송이|자루|마리|켤레|벌"
_THINGS = "사탕|과일|책|연필|볼펜|꽃|우표|인형|장난감|그림|과자|빵|공책|모자|물건"
"""Different things: which they are does not matter."""
_PHRASES = tuple(
    (re.compile(pattern), same)
    for pattern, same in (
        (r"서로 다른 주사위 ([두세]) 개|(?:서로 다른 )?([두세]) 개의 주사위", r"주사위 \1\2 개"),
        (r"다른 한 변", "한 변"), (r"두 눈의 수", "눈의 수"), (r"두 자연수(?= )", "두 수"),
        (r"공 한 개|한 개의 공|1개의 공", "공 1개"),
        (rf"^(?:개|{_COUNTERS})의 (?:{_THINGS})", "개의 물건"), (rf"^(?:{_COUNTERS})(?=[을를])", "개"),
    )
)  # fmt: skip
"""Phrases in one wording for each."""
_IS_SILENT, _IS_HEAD = (re.compile(words).fullmatch for words in (_SILENT, _HEADS))
_NAME_OF_SEQUENCE = re.compile(r"\\?\{([a-z])_(?:n|\{n\})\\?\}")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What a sentence is about, what stands before each of its formulas, and what stands behind the last."""

    heads: tuple[str, ...]
    before: tuple[str, ...]
    behind: str

    @property
    def key(self) -> tuple[object, ...]:
        """The same for sentences that differ in the order of their clauses only."""
        return self.heads, tuple(sorted(self.before)), self.behind

    def order_of(self, other: Skeleton) -> list[int] | None:
        """For each formula here its place in ``other``, of the same key; None where that is not certain."""
        if self.before == other.before:
            return list(range(len(self.before)))
        if len(set(self.before)) < len(self.before):
            return None
        return [other.before.index(text) for text in self.before]


def skeleton(parts: Iterable[tuple[bool, str]]) -> tuple[Skeleton, list[int]]:
    """The skeleton of words and formulas in order (formulas marked true), and which of the formulas it counts."""
    chunks: list[list[str]] = [[]]
    counted: list[int] = []
    number = 0
    behind_formula = False
    for is_formula, text in parts:
        if not is_formula:
            chunks[-1] += _stems(text, behind_formula)
            behind_formula = False
            continue
        behind_formula = True
        if _NAME_OF_SEQUENCE.fullmatch(text) is None:
            counted.append(number)
            chunks.append([])
        number += 1
    every = [stem for chunk in chunks for stem in chunk]
    heads = {stem for stem in every if _IS_HEAD(stem) and every.count(stem) == 1}
    texts = ["".join(stem for stem in chunk if stem not in heads) for chunk in chunks]
    return Skeleton(tuple(sorted(heads)), tuple(texts[:-1]), texts[-1]), counted


def _stems(text: str, behind_formula: bool) -> list[str]:
    for phrase, same in _PHRASES:
        text = phrase.sub(same, text)
    words = [word for word in _WORD.split(text.lower()) if word]
    if behind_formula and words and text.startswith(words[0]) and _BEHIND_FORMULA.fullmatch(words[0]):
        del words[0]
    stems = (_stem(word) for word in words if not _IS_SILENT(word))
    return [stem for stem in stems if not _IS_SILENT(stem)]


def _stem(word: str) -> str:
    while not _IS_HEAD(word):
        if (match := _BEGINNINGS.match(word)) is not None:
            return _STEMS[match[0]]
        shorter = _PARTICLE.sub("", word)
        if shorter == word:
            break
        word = shorter
    return word
