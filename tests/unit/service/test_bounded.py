"""Calls that are killed: what takes too long costs only itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from operator import add

import pytest

from generation.diagnose.diagnosis import diagnose
from generation.mistake import Mistake
from generation.problem import Ask, Model
from generation.symbolic.engine import Request, propose
from service.bounded import BoundedPool, OutOfBoundsError
from service.computing import Computing


@pytest.fixture(scope="module")
def pool() -> Iterator[BoundedPool]:
    with BoundedPool(1, timeout_s=60.0) as opened:
        yield opened


def test_results_are_those_of_this_process(pool: BoundedPool) -> None:
    mistake = Mistake("$(x+3)^2$을 전개하시오.", "x^2+9")
    assert Computing(pool).diagnose(mistake) == diagnose(mistake)
    request = Request(Model(Ask("form", of="(x + 3)^2", form="expanded"), {"x": "real"}), count=2, seed=5, choices=True)
    assert list(Computing(pool).propose(request)) == propose(request) != []


def test_a_call_that_hangs_is_killed_and_the_next_one_answered() -> None:
    with BoundedPool(1, timeout_s=0.5) as pool:
        with pytest.raises(OutOfBoundsError, match=r"^not finished within 1 s$"):
            pool.call(time.sleep, 60)
        assert pool.call(add, 1, 2) == 3


def test_a_diagnosis_that_takes_too_long_is_unknown_with_its_reason() -> None:
    statement = "$" + "+".join(f"1/(x+{i})" for i in range(1, 12)) + "$을 간단히 하시오."  # takes 0.1 s
    with BoundedPool(1, timeout_s=0.02) as pool:
        found = Computing(pool).diagnose(Mistake(statement, "1"))
    assert (found.model, found.misconceptions, found.language) == (None, (), "ko")
    assert found.note in (
        "statement: not finished within 0.02 s of processor time",
        "statement: not finished within 0.04 s",  # on a busy machine the clock is first
    )


def test_a_call_that_eats_memory_is_refused(pool: BoundedPool) -> None:
    with pytest.raises(OutOfBoundsError, match="MemoryError"):
        pool.call(bytes, 1 << 40)


def test_a_fault_is_an_error_without_the_text_that_caused_it(pool: BoundedPool) -> None:
    with pytest.raises(RuntimeError, match="in a worker: ValueError at") as caught:
        pool.call(int, "the student's text")
    assert "student" not in str(caught.value)
    assert pool.call(add, 1, 2) == 3


def test_many_threads_share_few_processes(pool: BoundedPool) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda n: pool.call(add, n, n), range(50))) == [2 * n for n in range(50)]


def test_a_closed_pool_takes_no_calls() -> None:
    pool = BoundedPool(1, timeout_s=5.0)
    pool.close()
    pool.close()
    with pytest.raises((RuntimeError, OutOfBoundsError)):
        pool.call(add, 1, 2)
