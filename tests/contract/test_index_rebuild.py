"""A change of embedding on Milvus Lite: built beside, switched, and searched all the while."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest

from retrieval.adapters.milvus import MilvusIndex
from retrieval.adapters.milvus_schema import SCHEMA_VERSION, Filled, filled_of
from retrieval.bank import BankProblem
from retrieval.embedding import Vectors
from retrieval.errors import IndexUnavailable
from retrieval.record import content_hash
from retrieval.tokens import VERSION
from tests.contract.indexes import HashedEmbedder, note, standards

LAYOUTS = pytest.mark.parametrize("max_partitions", [None, 1], ids=["collections", "partitions"])
NOTES = [note(n, tenant, f"이차방정식 $x^2-{n}x+6=0$을 푸시오.") for tenant in ("a", "b") for n in range(20)]


class HeldEmbedder(HashedEmbedder):
    """Waits for a signal before it embeds rows (more than one text), and may break off."""

    def __init__(self, dim: int) -> None:
        super().__init__(dim)
        self.reached, self.go_on, self.fails_at = Event(), Event(), -1

    def embed(self, texts: Sequence[str]) -> Vectors:
        if len(texts) > 1:
            self.reached.set()
            self.fails_at -= 1
            if self.fails_at == 0:
                raise MemoryError
            assert self.go_on.wait(60)
        return super().embed(texts)


def filled(path: Path, max_partitions: int | None, dim: int = 64) -> None:
    index = MilvusIndex(path, HashedEmbedder(dim), max_partitions=max_partitions)
    index.upsert([*standards("9수02-20", "9수02-04"), *NOTES, BankProblem("p", "a", "$x^2=4$를 푸시오.", "x=2, -2")])
    index.close()


@LAYOUTS
def test_search_goes_on_while_another_embedding_fills_the_index(tmp_path: Path, max_partitions: int | None) -> None:
    path = tmp_path / "index.db"
    filled(path, max_partitions)
    embedder = HeldEmbedder(32)
    index = MilvusIndex(path, embedder, max_partitions=max_partitions)
    assert len(index.outdated()) == (4 if max_partitions is None else 3)
    thread = Thread(target=index.rebuild)
    thread.start()
    assert embedder.reached.wait(60)
    hits = index.search("이차방정식 $x^2-3x+2=0$을 푸시오.", kind="note", tenant="a")
    assert len(hits) == 5
    assert set(hits[0].parts) == {"lexical", "structure"}  # vectors of two models are never compared
    assert [hit.id for hit in index.search("이차방정식", k=1)] == ["[9수02-20]"]

    embedder.go_on.set()
    while thread.is_alive():
        assert len(index.search("이차방정식을 푸시오.", kind="note", tenant="a")) == 5
        assert len(index.search("이차방정식을 푸시오.", kind="note", tenant="b")) == 5
    thread.join()
    assert index.outdated() == []
    assert (index.count("standard"), index.count("note", "a"), index.count("bank", "a")) == (2, 20, 1)
    (best, *_) = index.search("이차방정식 $x^2-5x+6=0$을 푸시오.", kind="note", tenant="a")
    assert (set(best.parts), best.payload in NOTES) == ({"dense", "lexical", "structure"}, True)
    assert index.hashes("note", "b") == {row.id: content_hash(row) for row in NOTES if row.tenant == "b"}
    names = index._client.list_collections()
    assert len(names) == len({name.split("__")[0] for name in names})  # the old ones are gone
    assert index.rebuild() == 0
    index.close()


def test_writes_during_a_rebuild_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    filled(path, None)
    embedder = HeldEmbedder(32)
    index = MilvusIndex(path, embedder)
    thread = Thread(target=index.rebuild)
    thread.start()
    assert embedder.reached.wait(60)
    changed = replace(NOTES[1], statement="$x^2=9$를 푸시오.")
    index.upsert([changed])
    index.upsert([note(99, "a", "새로운 이차방정식")])
    index.delete("note", "a", ["n2"])
    assert [hit.id for hit in index.search("새로운", kind="note", tenant="a", k=1)] == ["n99"]
    embedder.go_on.set()
    thread.join()
    hashes = index.hashes("note", "a")
    assert len(hashes) == 20
    assert (hashes["n1"], "n2" in hashes, "n99" in hashes) == (content_hash(changed), False, True)
    index.close()


def test_broken_off_rebuild_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    filled(path, None)
    failing = HeldEmbedder(32)
    failing.go_on.set()
    failing.fails_at = 2
    index = MilvusIndex(path, failing)
    with pytest.raises(MemoryError):
        index.rebuild()
    assert index.count("note", "a") == 20
    index.close()
    index = MilvusIndex(path, HashedEmbedder(32))
    assert 0 < len(index.outdated()) <= 4
    index.rebuild()
    assert (index.outdated(), index.count("note", "a"), index.count("note", "b")) == ([], 20, 20)
    index.close()


def test_rebuild_stops_when_told_and_goes_on_later(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    filled(path, None)
    index = MilvusIndex(path, HashedEmbedder(32))
    answers = iter([False, False, False, *[True] * 50])
    built = index.rebuild(lambda: next(answers))
    assert 0 < built < 43
    assert 0 < len(index.outdated()) < 4
    assert index.count("note", "a") == index.count("note", "b") == 20
    assert built + index.rebuild() == 43
    assert index.outdated() == []
    index.close()


def test_what_a_broken_off_switch_left_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    filled(path, None)
    index = MilvusIndex(path, HashedEmbedder(32))
    index._collections.create("standards")
    index._client.alter_alias(index._collections.create("standards"), "standards")  # and never came to drop the old one
    index.close()
    index = MilvusIndex(path, HashedEmbedder(32))
    names = [name for name in index._client.list_collections() if name.startswith("standards__")]
    assert len(names) == 2
    index.rebuild()
    names = [name for name in index._client.list_collections() if name.startswith("standards__")]
    assert names == [index._client.describe_alias("standards")["collection_name"]]
    index.close()


def test_embedding_that_filled_the_index_serves_until_it_is_rebuilt(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    filled(path, None)
    asked: list[str] = []

    def resolve(name: str) -> HashedEmbedder:
        asked.append(name)
        return HashedEmbedder(64)

    index = MilvusIndex(path, HashedEmbedder(32), resolve=resolve)
    assert set(index.search("이차방정식", k=1)[0].parts) == {"dense", "lexical"}
    assert asked == ["hashed-64"]
    index.upsert([note(50, "a", "이차방정식")])
    (best,) = index.search("이차방정식", kind="note", tenant="a", k=1)
    assert (best.id, "dense" in best.parts) == ("n50", True)
    index.close()


def test_another_client_follows_the_switch(tmp_path: Path) -> None:
    """It knows the old collection by name; that is gone when the alias was switched."""
    path = tmp_path / "index.db"
    filled(path, None)
    old, new = MilvusIndex(path, HashedEmbedder(64)), MilvusIndex(path, HashedEmbedder(32))
    assert set(old.search("이차방정식", k=1)[0].parts) == {"dense", "lexical"}
    assert new.rebuild() == 43
    assert set(old.search("이차방정식", k=1)[0].parts) == {"lexical"}
    assert set(new.search("이차방정식", k=1)[0].parts) == {"dense", "lexical"}
    old.close()
    new.close()


def test_collection_says_what_filled_it(tmp_path: Path) -> None:
    index = MilvusIndex(tmp_path / "index.db", HashedEmbedder())
    described = index._client.describe_collection("standards")
    assert filled_of(described["properties"]) == Filled("hashed-64", 64, SCHEMA_VERSION, VERSION)
    assert {field["name"] for field in described["fields"]} == {
        "key", "id", "tenant", "standard", "misconception", "language", "grade_from", "grade_to", "mark",
        "structure", "hash", "payload", "tok", "dense", "sparse",
    }  # fmt: skip
    assert filled_of({}) is None
    assert filled_of({"yuje": "nonsense"}) is None
    index.close()


def test_failure_of_a_search_is_raised(tmp_path: Path) -> None:
    index = MilvusIndex(tmp_path / "index.db", HashedEmbedder())
    index._client.drop_collection(index._client.describe_alias("standards")["collection_name"])
    with pytest.raises(IndexUnavailable, match="search"):
        index.search("이차방정식")
    index.close()
