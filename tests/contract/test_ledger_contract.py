"""One suite for every adapter of :class:`ingest.ledger.Ledger`."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.errors import AnotherRun
from ingest.ledger import Entry, FileState, Ledger, Letter, Source
from ingest.memory_ledger import MemoryLedger
from ingest.report import RunReport
from service.bootstrap import open_database
from service.database.connection import Database
from service.database.keys import create_key, find_caller
from service.database.ledger import StoredLedger
from service.settings import Settings

pytestmark = pytest.mark.xdist_group("ledger")
STATE = FileState("k", "a.csv", "sha", "settings", 2, 1)
ONE, TWO = Entry("n-1", "raw1", "content1"), Entry("b-2", "raw2", "content2")


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    with tempfile.TemporaryDirectory(prefix="yuje-") as folder, open_database(Settings(data=Path(folder))) as opened:
        yield opened


@pytest.fixture(params=["memory", "postgresql"])
def again(request: pytest.FixtureRequest, database: Database) -> Callable[[], Ledger]:
    """Opens one new academy's ledger, as often as it is called."""
    if request.param == "memory":
        ledger = MemoryLedger()
        return lambda: ledger
    caller = find_caller(database, create_key(database, f"academy-{uuid.uuid4().hex[:8]}"))
    assert caller is not None
    return lambda: StoredLedger(database, caller.tenant_id)


@pytest.fixture
def ledger(again: Callable[[], Ledger]) -> Ledger:
    return again()


@pytest.fixture
def source(ledger: Ledger) -> Source:
    return ledger.add_source("/notes", {}, None)


def test_sources_are_added_changed_and_forgotten(ledger: Ledger) -> None:
    first = ledger.add_source("/a", {"보기": "statement"}, "/roster.csv")
    second = ledger.add_source("s3://b", {}, None)
    assert ledger.sources() == [first, second]
    assert first == Source(first.id, "/a", {"보기": "statement"}, "/roster.csv")
    assert ledger.forget_source("/a")
    assert not ledger.forget_source("/none")
    assert [one.is_forgotten for one in ledger.sources()] == [True, False]
    assert ledger.add_source("/a", {}, None).id == first.id
    assert [one.is_forgotten for one in ledger.sources()] == [False, False]
    ledger.drop_source(first.id)
    assert ledger.sources() == [second]


def test_a_file_is_read_when_it_is_finished_and_not_when_it_is_open(ledger: Ledger, source: Source) -> None:
    assert ledger.files(source.id) == {}
    ledger.open(source.id, STATE)
    assert ledger.files(source.id)["k"].sha256 == ""
    ledger.finish(source.id, STATE, [])
    assert ledger.files(source.id) == {"k": STATE}
    ledger.open(source.id, STATE)
    assert ledger.files(source.id)["k"].sha256 == ""
    ledger.drop_file(source.id, "k")
    assert ledger.files(source.id) == {}


def test_records_go_through_their_states(ledger: Ledger, source: Source) -> None:
    ledger.open(source.id, STATE)
    ledger.intend(source.id, "k", [ONE, TWO])
    assert {one.id: one.state for one in ledger.entries(source.id, "k").values()} == {
        "n-1": "writing",
        "b-2": "writing",
    }
    ledger.settle([ONE])
    assert ledger.entries(source.id, "k")["n-1"] == ONE
    changed = Entry("n-1", "raw1b", "content1b")
    ledger.intend(source.id, "k", [changed])
    ledger.settle([changed, TWO])
    assert ledger.entries(source.id, "k") == {"n-1": changed, "b-2": TWO}
    assert (ledger.count("note"), ledger.count("bank")) == (1, 1)
    assert ledger.content_hashes("note") == {"n-1": "content1b"}
    ledger.intend_removal(["n-1"])
    assert ledger.entries(source.id, "k")["n-1"].state == "removing"
    ledger.forget(["n-1"])
    assert ledger.entries(source.id, "k") == {"b-2": TWO}
    assert ledger.entries(source.id, "other") == {}


def test_a_lost_record_opens_its_file(ledger: Ledger, source: Source) -> None:
    for key, entry in (("k", ONE), ("l", TWO)):
        state = FileState(key, key, "sha", "settings")
        ledger.open(source.id, state)
        ledger.intend(source.id, key, [entry])
        ledger.settle([entry])
        ledger.finish(source.id, state, [])
    ledger.doubt(["n-1"])
    assert {key: file.sha256 for key, file in ledger.files(source.id).items()} == {"k": "", "l": "sha"}
    assert ledger.entries(source.id, "k")["n-1"].state == "writing"
    assert ledger.entries(source.id, "l")["b-2"].state == "stored"


def test_letters_are_replaced_with_their_file(ledger: Ledger, source: Source) -> None:
    first = Letter("is missing", 3, "1반", "statement", "정답: 3")
    ledger.finish(source.id, STATE, [first, Letter("is no XLSX")])
    found = ledger.letters()
    assert [one.letter for one in found] == [first, Letter("is no XLSX")]
    assert {(one.source, one.file) for one in found} == {("/notes", "a.csv")}
    assert len(ledger.letters(limit=1)) == 1
    ledger.finish(source.id, STATE, [Letter("half \ud800 and \x00", raw="\x00")])
    assert len(ledger.letters()) == 1


def test_reopening(ledger: Ledger, source: Source) -> None:
    ledger.finish(source.id, STATE, [Letter("is bad", 1)])
    ledger.finish(source.id, FileState("l", "b.csv", "sha", "settings"), [])
    assert ledger.reopen(with_letters_only=True) == 1
    assert {key: file.sha256 for key, file in ledger.files(source.id).items()} == {"k": "", "l": "sha"}
    assert ledger.reopen(with_letters_only=False) == 2
    ledger.drop_file(source.id, "k")
    assert ledger.letters() == []


def test_one_run_at_a_time(again: Callable[[], Ledger]) -> None:
    with again().lock(), pytest.raises(AnotherRun), again().lock():
        pass
    with again().lock():
        pass


def test_runs_that_never_ended_are_interrupted(ledger: Ledger) -> None:
    ledger.begin()
    second = ledger.begin()
    report = RunReport(read=3, new=2, rejected=1, status="done")
    report.redacted["name"] = 2
    report.seconds["read"] = 0.5
    ledger.end(second, report)
    newest, oldest = ledger.history()
    assert (newest.id, newest.report) == (second, report.to_json())
    assert (newest.report["redacted"], newest.report["seconds"]) == ({"name": 2}, {"read": 0.5})
    assert oldest.report["status"] == "interrupted"
    assert newest.ended is not None
    assert oldest.ended is not None
    assert len(ledger.history(limit=1)) == 1


def test_an_academy_sees_its_own(database: Database) -> None:
    ours, theirs = (
        StoredLedger(database, caller.tenant_id)
        for name in ("ours", "theirs")
        if (caller := find_caller(database, create_key(database, name))) is not None
    )
    source = ours.add_source("/notes", {}, None)
    ours.finish(source.id, STATE, [Letter("is bad")])
    assert theirs.sources() == []
    assert theirs.letters() == []
    with ours.lock(), theirs.lock():
        pass
