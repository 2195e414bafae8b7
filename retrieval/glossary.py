"""Terms of school mathematics with their synonyms, Korean and English, read from ``glossary.txt``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from types import MappingProxyType


@lru_cache(maxsize=1)
def load_glossary() -> Mapping[str, tuple[str, ...]]:
    """Words for each canonical term, the term itself first."""
    source = (resources.files("retrieval") / "glossary.txt").read_text(encoding="utf-8")
    lines = (line for line in source.splitlines() if line and not line.startswith("#"))
    rows = [tuple(word.strip() for word in line.split("|")) for line in lines]
    return MappingProxyType({row[0]: row for row in rows})


def korean_terms() -> tuple[str, ...]:
    """Korean words of two syllables and more without a space: what a morphological analyser must not split."""
    words = {word for row in load_glossary().values() for word in row}
    return tuple(sorted(word for word in words if re.fullmatch(r"[가-힣]{2,}", word)))


def find_terms(text: str) -> list[str]:
    """Canonical terms whose words occur in a text, in its order; the longest word wins where two overlap.

    >>> find_terms("Solve the quadratic equation."), find_terms("이차 방정식의 근의공식")
    (['이차방정식'], ['이차방정식', '근의 공식'])
    """
    canonical = _canonical()
    return [canonical[_squeeze(match[0])] for match in _pattern().finditer(text.lower())]


def _squeeze(word: str) -> str:
    return re.sub(r"s$", "", re.sub(r"\s+", "", word)) if word.isascii() else re.sub(r"\s+", "", word)


@lru_cache(maxsize=1)
def _canonical() -> Mapping[str, str]:
    """First line wins where a word stands in two."""
    words: dict[str, str] = {}
    for term, row in load_glossary().items():
        for word in row:
            words.setdefault(_squeeze(word), term)
    return words


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """All words, longest first. A one-syllable word counts only where it stands alone but for a particle."""
    words = sorted({word for row in load_glossary().values() for word in row}, key=len, reverse=True)
    return re.compile("|".join(_word_pattern(word) for word in words))


def _word_pattern(word: str) -> str:
    if word.isascii():
        return r"\b" + r"\s+".join(map(re.escape, word.split())) + r"s?\b"
    if len(word) == 1:
        return rf"(?<![가-힣]){word}(?=[의를을은는이가와과]?(?:\s|$|[.,?!]))"
    squeezed = word.replace(" ", "")
    # Spaces inside compounds are written or left out at will: 이차 방정식, 이차방정식. Digits and letters as they are.
    return r"\s?".join(re.escape(letter) for letter in squeezed)
