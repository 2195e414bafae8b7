"""Whatever text comes in, wherever: nothing runs, nothing is released, no fault, and the next text gets its answer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from generation.isolation.limits import Limits
from generation.isolation.pool import Pool
from tests.hostile.inputs import HOSTILE
from tests.hostile.items import ITEMS
from tests.hostile.surfaces import ITEM_SURFACES, ORDINARY_ITEM, SURFACES, ask, pool

LIMITS = Limits(2.0, 60.0, 1 << 30)
CANARY = Path("/tmp/yuje-canary")
TEXTS = list(chain.from_iterable(HOSTILE.values()))
RELEASED = ("proved", "corroborated")
TRUE_LINES = {("verifier, step", "1<2<3>2")}
"""What is true may stand in a worked solution."""
RIGHT_ITEMS = {"a statement of spaces", "a statement of zero widths"}
"""Only written with more than needed between the signs."""


@pytest.fixture(scope="module", params=SURFACES)
def surface(request: pytest.FixtureRequest) -> Iterator[tuple[str, Pool]]:
    workers = pool(request.param, LIMITS)
    yield request.param, workers
    workers.close()


def test_there_are_enough_of_each_sort() -> None:
    assert len(set(TEXTS)) >= 200
    assert len(set(ITEMS.values())) >= 75
    assert all(len(texts) >= 15 for texts in HOSTILE.values())


def test_no_text_runs_is_released_or_breaks_what_reads_it(surface: tuple[str, Pool]) -> None:
    name, workers = surface
    for text in TEXTS:
        found = ask(workers, text)
        assert found.events == (), (name, text[:80])
        assert not found.outcome.startswith("fault"), (name, text[:80], found.outcome)
        if (name, text) not in TRUE_LINES and name != "verifier, source":
            assert found.outcome not in RELEASED, (name, text[:80])
    assert not CANARY.exists()
    assert ask(workers, "x=2 or x=3").ended is None


@pytest.mark.parametrize("name", ITEM_SURFACES)
def test_no_item_runs_is_released_or_breaks_what_reads_it(name: str) -> None:
    workers = pool(name, LIMITS)
    try:
        for what, text in ITEMS.items():
            found = ask(workers, text)
            assert found.events == (), (name, what)
            assert not found.outcome.startswith("fault"), (name, what, found.outcome)
            assert found.ended is None, (name, what, found.ended)
            assert found.outcome not in RELEASED or what in RIGHT_ITEMS, (name, what)
        assert ask(workers, ORDINARY_ITEM).ended is None
    finally:
        workers.close()
    assert not CANARY.exists()


def test_the_hook_sees_what_must_not_happen() -> None:
    workers = pool("control", LIMITS)
    ran = ask(workers, "__import__('os').system('true')")
    opened = ask(workers, "open('/etc/passwd').close()")
    quiet = ask(workers, "1+1")
    workers.close()
    assert [event.split(" ")[0] for event in ran.events] == ["compile", "exec", "os.system"]
    assert "open" in [event.split(" ")[0] for event in opened.events]
    assert quiet.outcome == "2"


def test_what_takes_too_long_is_killed_and_the_next_text_is_answered() -> None:
    workers = pool("control", Limits(0.5, 30.0, 1 << 30))
    hanging = ask(workers, "sum(1 for _ in iter(int, 1))")
    large = ask(workers, "len(bytes(1 << 31))")
    following = ask(workers, "1+1")
    workers.close()
    assert hanging.ended == "not finished within 0.5 s of processor time"
    assert large.outcome == "refused: MemoryError" or large.ended is not None
    assert (following.outcome, following.ended) == ("2", None)
