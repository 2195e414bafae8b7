from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.glossary import find_terms, load_glossary
from retrieval.tokens import MAX_TOKEN_BYTES, tokenise


def test_tokens_of_an_item() -> None:
    tokens = tokenise("이차방정식 $x^2-5x+6=0$을 푸시오.").split()
    assert tokens[:8] == ["이차방정식", "푸", "g이차방정식", "b이차", "b차방", "b방정", "b정식", "b푸시"]
    assert "fzv2svsnen" in tokens


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Solve the quadratic equations.", ["이차방정식"]),
        ("이차 방정식의 근의공식", ["이차방정식", "근의 공식"]),
        ("2차방정식", ["이차방정식"]),
        ("루트를 없애기, 분모의 유리화", ["근호", "분모의 유리화"]),
        ("해를 구하고 수해에", ["해"]),
        ("이해하고 근처에", []),
    ],
)
def test_terms_are_found_by_their_synonyms(text: str, terms: list[str]) -> None:
    assert find_terms(text) == terms


def test_each_canonical_term_finds_itself() -> None:
    assert [term for term in load_glossary() if term not in find_terms(term)] == []


def test_long_text_is_bounded() -> None:
    joined = tokenise("가나다라마바사아자차카타파하" * 2000)
    assert len(joined.encode()) <= MAX_TOKEN_BYTES
    assert not joined.endswith(" ")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_words_that_every_analyzer_keeps(text: str) -> None:
    joined = tokenise(text)
    assert joined.split() == re.findall(r"\w+", joined)
    assert "_" not in joined
    assert tokenise(text) == joined
