"""One suite for every adapter of :class:`generation.diagnose.decisions.Decisions`."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generation.diagnose.decisions import Decided, Decisions, DecisionsInMemory
from generation.diagnose.diagnosis import diagnose
from generation.mistake import Mistake
from service.bootstrap import open_database
from service.database.connection import Database
from service.database.decisions import StoredDecisions
from service.database.keys import Caller, create_key, find_caller
from service.database.records import Posted, add_mistake
from service.settings import Settings

pytestmark = pytest.mark.xdist_group("decisions")
NewMistake = Callable[[], uuid.UUID]


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    with tempfile.TemporaryDirectory(prefix="yuje-") as folder, open_database(Settings(data=Path(folder))) as opened:
        yield opened


def new_caller(database: Database) -> Caller:
    caller = find_caller(database, create_key(database, f"academy-{uuid.uuid4().hex[:8]}"))
    assert caller is not None
    return caller


@pytest.fixture(params=["memory", "postgresql"])
def kept(request: pytest.FixtureRequest, database: Database) -> tuple[Decisions, NewMistake]:
    """Decisions of a new academy, and what makes a mistake of its own."""
    if request.param == "memory":
        return DecisionsInMemory(), uuid.uuid4
    caller = new_caller(database)

    def new_mistake() -> uuid.UUID:
        mistake_id = uuid.uuid4()
        with database.session(caller.tenant_id) as session:
            add_mistake(session, caller, Posted(mistake_id, Mistake("$1+1$", "3"), "ko", None, {}, True, 0))
        return mistake_id

    return StoredDecisions(database, caller.tenant_id), new_mistake


def test_nothing_decided(kept: tuple[Decisions, NewMistake]) -> None:
    assert dict(kept[0].counts()) == {}


def test_counts_by_mal_rule(kept: tuple[Decisions, NewMistake]) -> None:
    decisions, new_mistake = kept
    for confirmed in (True, True, False):
        decisions.record(new_mistake(), "left-to-right", confirmed=confirmed)
    decisions.record(new_mistake(), "square-of-sum", confirmed=False)
    assert dict(decisions.counts()) == {"left-to-right": Decided(2, 1), "square-of-sum": Decided(0, 1)}


def test_the_last_word_on_a_candidate_counts(kept: tuple[Decisions, NewMistake]) -> None:
    decisions, new_mistake = kept
    mistake = new_mistake()
    for confirmed in (True, True, False):
        decisions.record(mistake, "left-to-right", confirmed=confirmed)
    decisions.record(mistake, "square-of-sum", confirmed=True)
    assert dict(decisions.counts()) == {"left-to-right": Decided(0, 1), "square-of-sum": Decided(1, 0)}


def test_decisions_change_the_order_of_candidates(kept: tuple[Decisions, NewMistake]) -> None:
    decisions, new_mistake = kept
    mistake = Mistake("$(x-1)(x-4)=0$을 푸시오.", "-1, -4")
    before = [candidate.id for candidate in diagnose(mistake).misconceptions]
    for _ in range(30):
        decisions.record(new_mistake(), before[0], confirmed=False)
        decisions.record(new_mistake(), before[1], confirmed=True)
    after = [candidate.id for candidate in diagnose(mistake, decisions.counts()).misconceptions]
    assert after[:2] == before[1::-1]


def test_an_academy_counts_its_own_decisions_only(database: Database) -> None:
    ours, theirs = new_caller(database), new_caller(database)
    mistake_id = uuid.uuid4()
    with database.session(ours.tenant_id) as session:
        add_mistake(session, ours, Posted(mistake_id, Mistake("$1+1$", "3"), "ko", None, {}, True, 0))
    StoredDecisions(database, ours.tenant_id).record(mistake_id, "left-to-right", confirmed=True)
    assert dict(StoredDecisions(database, theirs.tenant_id).counts()) == {}


@pytest.mark.parametrize(("confirmed", "rejected", "weight"), [(0, 0, 1.0), (4, 0, 1.5), (0, 4, 0.5), (3, 3, 1.0)])
def test_weight(confirmed: int, rejected: int, weight: float) -> None:
    assert Decided(confirmed, rejected).weight() == weight
