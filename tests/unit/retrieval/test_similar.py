from __future__ import annotations

import pytest

from retrieval.bootstrap import MEMORY, open_index
from retrieval.index import Index
from retrieval.note import Mark, WrongAnswerNote
from retrieval.similar import similar_notes

ITEM = "이차방정식 $x^2-5x+6=0$을 푸시오."


def note(name: str, statement: str, misconception: str | None, mark: Mark | None = None) -> WrongAnswerNote:
    return WrongAnswerNote(name, "a", statement, "-2, -3", misconception=misconception, mark=mark)


@pytest.fixture
def index() -> Index:
    index = open_index(MEMORY)
    index.upsert(
        [
            note("same", "이차방정식 $y^2-9y+20=0$을 푸시오.", "sign-of-roots"),
            note("same, other structure", "$(x-1)(x+7)=0$의 해를 구하시오.", "sign-of-roots"),
            note("other", "이차방정식 $x^2-5x+6=0$을 푸시오.", "drop-negative-root"),
            note("unknown", "이차방정식 $x^2-5x+6=0$을 풀어라.", None),
            note("wrong key", ITEM, "sign-of-roots", "key-refuted"),
            note("pdf", ITEM, None, "unverified"),
        ]
    )
    return index


def test_same_misconception_comes_first_then_what_is_alike(index: Index) -> None:
    hits = similar_notes(index, ITEM, tenant="a", misconception="sign-of-roots", k=4)
    assert [hit.id for hit in hits[:2]] == ["same", "same, other structure"]
    assert {hit.id for hit in hits[2:]} == {"other", "unknown"}
    assert [hit.id for hit in similar_notes(index, ITEM, tenant="a", misconception="sign-of-roots", k=1)] == ["same"]


def test_unknown_misconception_goes_by_likeness(index: Index) -> None:
    hits = similar_notes(index, ITEM, tenant="a", misconception=None, k=3)
    assert {hit.id for hit in hits} == {"same", "other", "unknown"}  # not the other structure, and none that is marked
    assert len(similar_notes(index, ITEM, tenant="a", misconception="no-such-slip", k=10)) == 4


def test_without_a_tenant_nothing_is_found(index: Index) -> None:
    for tenant in (None, "", "b"):
        assert similar_notes(index, ITEM, tenant=tenant, misconception="sign-of-roots", k=5) == []
