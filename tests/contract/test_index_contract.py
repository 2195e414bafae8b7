"""One suite for every adapter of :class:`retrieval.index.Index`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from retrieval.adapters.milvus import MilvusIndex
from retrieval.errors import IndexUnavailable, InvalidQuery
from retrieval.filter import Filter
from retrieval.index import Index
from retrieval.record import content_hash
from retrieval.standard import find_standard
from tests.contract.indexes import ADAPTERS, HOSTILE, HashedEmbedder, note, open_adapter, standards

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=ADAPTERS)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index]:
    opened = open_adapter(request.param, tmp_path)
    yield opened
    opened.close()


def test_empty_index_finds_and_counts_nothing(index: Index) -> None:
    assert index.search("이차방정식") == []
    assert index.search("이차방정식", kind="note", tenant="a") == []
    assert (index.count("standard"), index.count("note", "a")) == (0, 0)
    assert (index.hashes("standard"), index.hashes("note", "a")) == ({}, {})
    index.delete("note", "a", ["n1"])


def test_standard_is_found_with_its_parts(index: Index) -> None:
    assert index.upsert(standards("9수02-20", "9수03-15", "9수04-05")) == 3
    hits = index.search("이차방정식 $x^2-5x+6=0$을 푸시오.", k=2)
    assert len(hits) == 2
    first = hits[0]
    assert (first.kind, first.id, first.payload) == ("standard", "[9수02-20]", find_standard("9수02-20"))
    assert first.text == "이차방정식을 풀 수 있고, 이를 활용하여 문제를 해결할 수 있다."
    assert {leg: part.rank for leg, part in first.parts.items()} == {"dense": 1, "lexical": 1}
    assert first.score == pytest.approx(1)
    assert first.score == pytest.approx(sum(part.share for part in first.parts.values()))
    assert 0 < first.parts["dense"].score <= 1.0001
    assert first.parts["lexical"].score > 0


def test_standard_filter_keeps_only_its_rows(index: Index) -> None:
    index.upsert([note(1, "a", "이차방정식을 푸시오."), note(2, "a", "이차방정식을 푸시오.", "[9수02-04]")])
    hits = index.search("이차방정식", kind="note", tenant="a", where=Filter(standard="9수02-04"))
    assert [hit.id for hit in hits] == ["n2"]
    assert index.search("이차방정식", kind="note", tenant="a", where=Filter(standard='" or 1==1 or "')) == []


def test_upsert_replaces_by_id(index: Index) -> None:
    first = note(1, "a", "이차방정식을 푸시오.")
    second = replace(first, statement="피타고라스 정리를 쓰시오.", standard="[9수03-15]")
    index.upsert([first])
    index.upsert([second])
    assert index.count("note", "a") == 1
    (hit,) = index.search("피타고라스 정리", kind="note", tenant="a")
    assert hit.payload == second
    assert index.hashes("note", "a") == {"n1": content_hash(second)}


def test_note_is_seen_by_its_tenant_only(index: Index) -> None:
    index.upsert([note(1, "a", "이차방정식을 푸시오."), note(1, "b", "이차방정식의 두 근의 합을 구하시오.")])
    for tenant, statement in (("a", "이차방정식을 푸시오."), ("b", "이차방정식의 두 근의 합을 구하시오.")):
        (hit,) = index.search("이차방정식", kind="note", tenant=tenant)
        assert (hit.id, hit.text) == ("n1", statement)
    assert index.search("이차방정식", kind="note", tenant="c") == []
    for nobody in (None, ""):
        assert index.search("이차방정식", kind="note", tenant=nobody) == []
        assert index.count("note", nobody) == 0
        assert index.hashes("note", nobody) == {}


def test_delete_touches_one_tenant(index: Index) -> None:
    index.upsert([note(n, tenant, "이차방정식을 푸시오.") for tenant in ("a", "b") for n in (1, 2)])
    index.delete("note", "a", ["n1", "n7"])
    assert [hit.id for hit in index.search("이차방정식", kind="note", tenant="a")] == ["n2"]
    assert index.count("note", "b") == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(index: Index, text: str) -> None:
    theirs = note(1, "victim", "이차방정식을 푸시오.")
    own = replace(note(1, text, f"{text} 이차방정식을 푸시오."), id=text, text=text)
    index.upsert([theirs])
    assert index.search(f"{text} 이차방정식", kind="note", tenant=text) == []
    index.upsert([own])
    (hit,) = index.search(f"{text} 이차방정식", kind="note", tenant=text)
    assert hit.payload == own
    assert index.hashes("note", text) == {text: content_hash(own)}
    assert index.search("이차방정식", kind="note", tenant=text, where=Filter(standard=text)) == []
    index.delete("note", text, [text, f'"] or tenant == {text}'])
    assert (index.count("note", text), index.count("note", "victim")) == (0, 1)


@pytest.mark.parametrize("query", ["", "   ", "?!…", "\ud800", "、。"])
def test_query_without_words_finds_nothing(index: Index, query: str) -> None:
    index.upsert(standards("9수02-20"))
    assert index.search(query) == []


def test_long_texts_are_stored_and_searched(index: Index) -> None:
    long = replace(note(1, "a", "이차방정식 " * 660), text="$x^2$ 근의 공식 " * 300)
    index.upsert([long])
    (hit,) = index.search("이차방정식 " * 5000, kind="note", tenant="a")
    assert hit.payload == long


@pytest.mark.parametrize("k", [0, -1, 101])
def test_k_is_bounded(index: Index, k: int) -> None:
    with pytest.raises(InvalidQuery, match=r"must be 1\.\.100"):
        index.search("이차방정식", k=k)


def test_closed_index_says_so(index: Index) -> None:
    index.close()
    index.close()
    uses: list[Callable[[], object]] = [
        lambda: index.search("이차방정식"),
        lambda: index.count("standard"),
        lambda: index.upsert(standards("9수02-20")),
        index.flush,
    ]
    for use in uses:
        with pytest.raises(IndexUnavailable, match="closed"):
            use()


def test_rows_outlive_the_process(tmp_path: Path) -> None:
    """Written by another process that ends without closing, read here."""
    path = tmp_path / "index.db"
    code = (
        "import os, sys; from tests.contract import indexes as suite\n"
        "index = suite.MilvusIndex(sys.argv[1], suite.HashedEmbedder())\n"
        "index.upsert(suite.standards('9수02-20'))\n"
        "index.upsert([suite.note(1, 'a', '이차방정식을 푸시오.')])\n"
        "index.flush(); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, timeout=120, cwd=ROOT)
    index = MilvusIndex(path, HashedEmbedder())
    try:
        assert (index.count("standard"), index.count("note", "a")) == (1, 1)
        assert [hit.id for hit in index.search("이차방정식", kind="note", tenant="a")] == ["n1"]
        assert [hit.id for hit in index.search("이차방정식")] == ["[9수02-20]"]
    finally:
        index.close()


def test_failures_are_raised_and_not_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    index = MilvusIndex(tmp_path / "index.db", HashedEmbedder())
    index.upsert([note(1, "secret-tenant", "이차방정식을 푸시오.")])
    assert len(index.hashes("note", "secret-tenant")) == 1
    index._client.drop_collection(index._collections.alias("note", "secret-tenant"))
    with pytest.raises(IndexUnavailable, match="search"):
        index.search("이차방정식", kind="note", tenant="secret-tenant")
    index.close()
    assert capfd.readouterr() == ("", "")


def test_second_process_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    index = MilvusIndex(path, HashedEmbedder())
    code = (
        "import sys; from retrieval import errors; from tests.contract import indexes as suite\n"
        "try: suite.MilvusIndex(sys.argv[1], suite.HashedEmbedder())\n"
        "except errors.IndexUnavailable as error: print('refused', error)"
    )
    try:
        done = subprocess.run(
            [sys.executable, "-c", code, str(path)],
            check=True, timeout=120, cwd=ROOT, capture_output=True, text=True,
        )  # fmt: skip
    finally:
        index.close()
    assert done.stdout.startswith("refused")
