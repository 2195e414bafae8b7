"""Filters and rights: who reaches which row, the same for every adapter of :class:`retrieval.index.Index`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from retrieval.bank import BankProblem
from retrieval.errors import EmbeddingError, InvalidQuery
from retrieval.filter import Filter
from retrieval.hit import Kind
from retrieval.index import Index
from retrieval.record import Prepared, prepare
from tests.contract.indexes import ADAPTERS, HOSTILE, HashedEmbedder, note, open_adapter, standards

ITEM = "이차방정식 $x^2-5x+6=0$을 푸시오."


@pytest.fixture(params=ADAPTERS)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index]:
    opened = open_adapter(request.param, tmp_path)
    yield opened
    opened.close()


def problem(number: int, tenant: str, statement: str = ITEM) -> BankProblem:
    return BankProblem(f"n{number}", tenant, statement, "x=2, 3", "[9수02-20]", "sign-of-roots")


def found(index: Index, where: Filter, kind: Kind = "note", tenant: str | None = "a") -> set[str]:
    return {hit.id for hit in index.search("이차방정식", kind=kind, tenant=tenant, where=where, k=20)}


def test_each_filter_keeps_its_rows_only(index: Index) -> None:
    base = note(0, "a", ITEM)
    index.upsert(
        [
            base,
            replace(base, id="slip", misconception="drop-negative-root"),
            replace(base, id="unknown", misconception=None),
            replace(base, id="english", language="en"),
            replace(base, id="high", standard="10공수1-02-02"),
            replace(base, id="year8", grade=8),
            replace(base, id="nowhere", standard=None),
            replace(base, id="wrong key", mark="key-refuted"),
            replace(base, id="pdf", mark="unverified"),
        ]
    )
    everything = {"n0", "slip", "unknown", "english", "high", "year8", "nowhere", "wrong key", "pdf"}
    assert found(index, Filter()) == everything
    assert found(index, Filter(misconception="drop-negative-root")) == {"slip"}
    assert found(index, Filter(language="en")) == {"english"}
    assert found(index, Filter(standard="[10공수1-02-02]")) == {"high"}
    assert found(index, Filter(grade=10)) == {"high"}
    assert found(index, Filter(grade=7)) == everything - {"high", "year8", "nowhere"}
    assert found(index, Filter(grade=8)) == everything - {"high", "nowhere"}
    assert found(index, Filter(grounding=True)) == everything - {"wrong key", "pdf"}
    assert found(index, Filter(grade=8, language="ko", misconception="sign-of-roots", grounding=True)) == {
        "n0",
        "year8",
    }


def test_standards_are_filtered_by_grade(index: Index) -> None:
    index.upsert(standards("9수02-20", "10공수1-02-02", "4수01-15"))
    assert found(index, Filter(grade=9), "standard", None) == {"[9수02-20]"}
    assert found(index, Filter(grade=10), "standard", None) == {"[10공수1-02-02]"}
    assert found(index, Filter(grade=3), "standard", None) <= {"[4수01-15]"}
    assert found(index, Filter(grade=12), "standard", None) == set()


def test_bank_and_notes_are_apart(index: Index) -> None:
    index.upsert([note(1, "a", ITEM), problem(1, "a"), problem(2, "b")])
    (hit,) = index.search("이차방정식", kind="bank", tenant="a")
    assert (hit.kind, hit.id, hit.payload) == ("bank", "n1", problem(1, "a"))
    assert (index.count("bank", "a"), index.count("note", "a"), index.count("bank", "c")) == (1, 1, 0)
    index.delete("bank", "a", ["n1"])
    assert (index.count("bank", "a"), index.count("note", "a"), index.count("bank", "b")) == (0, 1, 1)


def test_standards_are_deleted_by_code(index: Index) -> None:
    index.upsert(standards("9수02-20", "9수02-04"))
    index.delete("standard", None, ["9수02–20"])
    assert set(index.hashes("standard")) == {"[9수02-04]"}


@pytest.mark.parametrize("text", [*HOSTILE, 'victim" or tenant == "victim', " victim", "VICTIM", "victim "])
def test_no_query_reaches_another_academy(index: Index, text: str) -> None:
    """Whatever stands in the query, the tenant or a filter, a row of somebody else never comes back."""
    index.upsert([note(1, "victim", ITEM), problem(1, "victim"), note(2, "other", ITEM)])
    kinds: tuple[Kind, ...] = ("note", "bank")
    for kind in kinds:
        for tenant in (text, "thief", "", None):
            for where in (Filter(), Filter(standard=text), Filter(misconception=text), Filter(grade=8)):
                assert index.search(f"{text} {ITEM}", kind=kind, tenant=tenant, where=where, k=100) == []
            assert (index.count(kind, tenant), index.hashes(kind, tenant)) == (0, {})
            index.delete(kind, tenant, ["n1", text, "victim"])
    for where in (Filter(standard=text), Filter(misconception=text)):
        assert index.search(ITEM, kind="note", tenant="other", where=where) == []
    assert (index.count("note", "victim"), index.count("bank", "victim")) == (1, 1)


@pytest.mark.parametrize(
    "values",
    [
        {"grade": 0}, {"grade": 13}, {"grade": True}, {"grade": "8 or 1 == 1"}, {"grade": 8.0},
        {"standard": "9수02-20\x00"}, {"misconception": "\ud800"},
        {"language": 'ko" or key != "'}, {"language": ""}, {"misconception": "x" * 129}, {"standard": 5},
    ],
)  # fmt: skip
def test_filters_take_typed_values_only(values: dict[str, object]) -> None:
    with pytest.raises(InvalidQuery, match=next(iter(values))):
        Filter(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize("tenant", ["victim\x00", "\ud800", "\x00", "v" * 1000])
def test_academy_that_cannot_be_stored_has_nothing(index: Index, tenant: str) -> None:
    index.upsert([note(1, "victim", ITEM)])
    assert index.search(ITEM, kind="note", tenant=tenant) == []
    assert (index.count("note", tenant), index.hashes("note", tenant)) == (0, {})
    index.delete("note", tenant, ["n1"])
    assert index.count("note", "victim") == 1


def test_rows_alike_in_structure_come_first(index: Index) -> None:
    rows = {
        "same": "이차방정식 $10-7y+y^2=0$을 푸시오.",
        "root": r"이차방정식 $x^2=\frac{5}{6}$을 푸시오.",
        "product": "이차방정식 $(x-5)(x+6)=0$을 푸시오.",
        "inequality": "이차방정식 $x^2-5x+6>0$을 푸시오.",
    }
    index.upsert([replace(note(0, "a", text), id=name) for name, text in rows.items()])
    hits = index.search(ITEM, kind="note", tenant="a")
    assert hits[0].id == "same"
    assert (hits[0].parts["structure"].rank, hits[0].parts["structure"].score) == (1, 1.0)
    assert all(hit.parts["structure"].score < 1 for hit in hits[1:])
    assert hits[0].score == pytest.approx(sum(part.share for part in hits[0].parts.values()))


def test_rows_embedded_elsewhere_are_stored(index: Index) -> None:
    rows = prepare([note(1, "a", ITEM), note(2, "b", ITEM), problem(1, "a"), *standards("9수02-20")], HashedEmbedder())
    assert index.store(rows) == 4
    assert (index.count("note", "a"), index.count("note", "b"), index.count("bank", "a")) == (1, 1, 1)
    assert [hit.id for hit in index.search(ITEM)] == ["[9수02-20]"]
    with pytest.raises(EmbeddingError, match="hashed-64"):
        index.store([Prepared(rows[0].record, np.zeros(7, dtype=np.float32))])
