"""Workers are bounded: a bad item costs itself, from threads, asyncio and forks, and nothing outlives its parent."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from generation.problem import Answer, Ask, Model, Problem
from generation.verify.isolated import IsolatedVerifier
from generation.verify.verifier import verify

RIGHT = Problem(
    "이차방정식 $x^2-5x+6=0$을 푸시오.",
    Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x^2-5x+6=0",)),
    Answer(("2", "3")),
)
HANGS, SLEEPS, BREAKS, EATS, GROWS, DIES = (
    replace(RIGHT, statement=word) for word in ("hang", "sleep", "break", "eat", "grow", "die")
)
ROOT = Path(__file__).parents[4]

CHECKS = textwrap.dedent(
    """
    import os, pathlib, time
    from generation.verify.checks.registry import CHECKS as REAL
    from generation.verify.certificate import CheckResult

    def misbehave(context):
        pathlib.Path(__file__).with_name(f"begun-{context.problem.statement[:5]}").touch()
        match context.problem.statement:
            case "hang":
                9 ** 9 ** 9  # in C, holding the interpreter
            case "sleep":
                time.sleep(600)
            case "break":
                raise ValueError("a secret of the problem")
            case "eat":
                bytearray(1 << 40)
            case "grow":
                len(b"x" * (300 << 20))
            case "die":
                os.kill(os.getpid(), 11)
        return CheckResult("misbehave", "passed", str(os.getpid()))

    CHECKS = (("misbehave", misbehave), *REAL)
    """
)


@pytest.fixture
def misbehaving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "checks_that_misbehave.py").write_text(CHECKS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return "checks_that_misbehave:CHECKS"


def reason(verifier: IsolatedVerifier, problem: Problem) -> str:
    certificate = verifier.verify(problem)
    assert certificate.verdict == "undecided"
    assert certificate.problem_sha256 == problem.sha256()
    return certificate.check("worker").detail


def has_begun(problem: Problem) -> bool:
    """Whether a worker has this misbehaving item."""
    return (Path(sys.path[0]) / f"begun-{problem.statement}").exists()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_the_certificate_is_the_one_of_this_process() -> None:
    source = replace(RIGHT.model, given=("x^2-3x+2=0",))
    own = verify(RIGHT).fingerprint
    assert own is not None
    with IsolatedVerifier(workers=1) as verifier:
        assert verifier.verify(RIGHT).to_json() == verify(RIGHT).to_json()
        assert verifier.verify(RIGHT, source).to_json() == verify(RIGHT, source).to_json()
        assert verifier.verify(RIGHT, bank=[own, "0"]).to_json() == verify(RIGHT, None, [own, "0"]).to_json()
        assert verifier.verify(RIGHT, RIGHT).verdict == "refuted"
        assert verifier.verify(RIGHT, RIGHT.statement).verdict == "refuted"
        assert verifier.verify(RIGHT, bank=[own]).verdict == "refuted"


def test_a_hanging_item_is_killed_and_costs_its_neighbours_nothing(misbehaving: str) -> None:
    with IsolatedVerifier(workers=2, timeout_s=0.3, wall_s=60, checks=misbehaving) as verifier:
        problems = [RIGHT, HANGS, RIGHT, RIGHT, HANGS, RIGHT]
        certificates = list(verifier.verify_all(problems))
        assert [c.verdict for c in certificates] == [
            "proved", "undecided", "proved", "proved", "undecided", "proved",
        ]  # fmt: skip
        assert certificates[1].check("worker").detail == "not finished within 0.3 s of processor time"
        assert certificates[1].problem_sha256 == HANGS.sha256()


def test_two_kills_in_a_row_on_one_worker(misbehaving: str) -> None:
    with IsolatedVerifier(workers=1, timeout_s=0.2, wall_s=60, checks=misbehaving) as verifier:
        verdicts = [c.verdict for c in verifier.verify_all([HANGS, HANGS, RIGHT])]
    assert verdicts == ["undecided", "undecided", "proved"]


def test_what_waits_instead_of_computing_is_killed_by_the_clock(misbehaving: str) -> None:
    with IsolatedVerifier(workers=1, wall_s=0.3, checks=misbehaving) as verifier:
        assert reason(verifier, SLEEPS) == "not finished within 0.3 s"
        assert verifier.verify(RIGHT).verdict == "proved"


def test_a_fault_of_a_check_is_no_verdict_and_tells_no_text(misbehaving: str) -> None:
    with IsolatedVerifier(workers=1, checks=misbehaving) as verifier:
        assert reason(verifier, BREAKS) == "a check failed to run: ValueError"
        assert verifier.verify(RIGHT).verdict == "proved"


def test_a_worker_that_crashes_is_replaced(misbehaving: str) -> None:
    with IsolatedVerifier(workers=1, checks=misbehaving) as verifier:
        assert reason(verifier, DIES) == "the worker ended; more memory or time than an item may take"
        assert verifier.verify(RIGHT).verdict == "proved"


def test_memory_is_bounded(misbehaving: str) -> None:
    with IsolatedVerifier(workers=1, checks=misbehaving) as verifier:
        eaten = verifier.verify(EATS).check("misbehave")
        assert (eaten.outcome, eaten.detail) == ("undecided", "beyond the resources of one item: MemoryError")
        assert verifier.verify(RIGHT).verdict == "proved"


def test_a_worker_that_grew_takes_no_further_item(misbehaving: str) -> None:
    with IsolatedVerifier(workers=1, memory_bytes=512 << 20, checks=misbehaving) as verifier:
        pids = [verifier.verify(problem).check("misbehave").detail for problem in (RIGHT, GROWS, RIGHT, RIGHT)]
    assert pids[0] == pids[1] != pids[2] == pids[3]


def test_a_worker_killed_while_idle_costs_no_item() -> None:
    with IsolatedVerifier(workers=1) as verifier:
        assert verifier.verify(RIGHT).verdict == "proved"
        [pid] = verifier.worker_pids()
        os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not is_running(pid))
        assert verifier.verify(RIGHT).verdict == "proved"
        assert verifier.worker_pids() != [pid]


def test_a_killed_forkserver_is_started_again() -> None:
    with IsolatedVerifier(workers=2) as verifier:
        assert verifier.verify(RIGHT).verdict == "proved"
        wait_until(lambda: len(verifier.worker_pids()) == 2)
        [forkserver] = {parent_of(pid) for pid in verifier.worker_pids()}
        workers = verifier.worker_pids()
        os.kill(forkserver, signal.SIGKILL)
        wait_until(lambda: not any(map(is_running, [forkserver, *workers])))
        assert [c.verdict for c in verifier.verify_all([RIGHT] * 4)] == ["proved"] * 4


def test_text_that_has_no_bytes_is_undecided_and_its_field_named() -> None:
    with IsolatedVerifier(workers=1) as verifier:
        for problem, field in (
            (replace(RIGHT, statement="\ud800"), "statement"),
            (replace(RIGHT, answer=Answer(("2", "\udc00"))), "answer.values[1]"),
            (replace(RIGHT, model=replace(RIGHT.model, symbols={"\ud800": "real"})), "model.symbols"),
        ):
            certificate = verifier.verify(problem)
            assert (certificate.verdict, certificate.problem_sha256) == ("undecided", "")
            detail = certificate.check("worker").detail
            assert detail == f"{field} has half of a surrogate pair; write the character itself"
        assert verifier.verify(RIGHT, "\ud800").check("worker").detail.startswith("source has half")


def test_many_threads_share_the_workers() -> None:
    with IsolatedVerifier(workers=2, timeout_s=10.0) as verifier, ThreadPoolExecutor(8) as threads:
        verdicts = list(threads.map(lambda _: verifier.verify(RIGHT).verdict, range(40)))
    assert verdicts == ["proved"] * 40


def test_two_hundred_items_come_out_in_order() -> None:
    problems = [
        Problem(f"${n}+1$을 계산하시오.", Model(Ask("value", of=f"{n}+1")), Answer((str(n + 1 + n % 2),)))
        for n in range(200)
    ]
    with IsolatedVerifier(workers=3) as verifier:
        certificates = list(verifier.verify_all(iter(problems)))
    assert [c.problem_sha256 for c in certificates] == [p.sha256() for p in problems]
    assert [c.verdict for c in certificates] == ["proved", "refuted"] * 100


def test_asyncio_needs_no_thread_for_each_item() -> None:
    async def all_at_once(verifier: IsolatedVerifier) -> list[str]:
        certificates = await asyncio.gather(*(verifier.averify(RIGHT) for _ in range(60)))
        return [certificate.verdict for certificate in certificates]

    with IsolatedVerifier(workers=2) as verifier:
        before = threading.active_count()
        assert asyncio.run(all_at_once(verifier)) == ["proved"] * 60
        assert threading.active_count() == before


def test_a_cancelled_task_frees_its_worker(misbehaving: str) -> None:
    async def give_up(verifier: IsolatedVerifier) -> None:
        await verifier.averify(RIGHT)
        [pid] = verifier.worker_pids()
        under_way = asyncio.create_task(verifier.averify(SLEEPS))
        waiting = asyncio.create_task(verifier.averify(SLEEPS))
        while not has_begun(SLEEPS):
            await asyncio.sleep(0.01)
        for task in (under_way, waiting):
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        assert (await verifier.averify(RIGHT)).verdict == "proved"
        assert not is_running(pid)

    with IsolatedVerifier(workers=1, timeout_s=600, checks=misbehaving) as verifier:
        asyncio.run(give_up(verifier))


def test_a_batch_left_halfway_is_cancelled(misbehaving: str) -> None:
    with IsolatedVerifier(workers=1, timeout_s=600, checks=misbehaving) as verifier:
        batch = verifier.verify_all(iter([RIGHT, *[SLEEPS] * 8]))
        assert next(batch).verdict == "proved"
        batch.close()
        assert verifier.verify(RIGHT).verdict == "proved"


def test_a_batch_leaves_the_reserved_worker_to_single_items(misbehaving: str) -> None:
    with IsolatedVerifier(workers=2, reserved=1, timeout_s=600, checks=misbehaving) as verifier:
        slow = [verifier.submit(SLEEPS, batch="a") for _ in range(3)]
        assert verifier.verify(RIGHT).verdict == "proved"
        assert not any(future.done() for future in slow)
        for future in slow:
            future.cancel()
        assert verifier.verify(RIGHT, batch="b").verdict == "proved"


def test_closing_answers_what_is_under_way_and_what_waits(misbehaving: str) -> None:
    verifier = IsolatedVerifier(workers=1, timeout_s=600, checks=misbehaving)
    assert verifier.verify(RIGHT).verdict == "proved"
    futures = [verifier.submit(SLEEPS), verifier.submit(RIGHT), verifier.submit(RIGHT)]
    wait_until(lambda: has_begun(SLEEPS))
    verifier.close()
    certificates = [future.result(timeout=0) for future in futures]
    assert [c.verdict for c in certificates] == ["undecided"] * 3
    assert [c.check("worker").detail for c in certificates] == ["shut down before it was finished"] * 3


def test_a_closed_verifier_refuses_and_leaves_no_process() -> None:
    verifier = IsolatedVerifier(workers=2)
    verifier.verify(RIGHT)
    wait_until(lambda: len(verifier.worker_pids()) == 2)
    pids = verifier.worker_pids()
    pids.append(parent_of(pids[0]))
    verifier.close()
    verifier.close()
    assert [pid for pid in pids if is_running(pid)] == []
    with pytest.raises(RuntimeError, match="closed"):
        verifier.verify(RIGHT)


def test_a_verifier_that_nobody_closed_leaves_no_process() -> None:
    verifier = IsolatedVerifier(workers=1)
    verifier.verify(RIGHT)
    pids = verifier.worker_pids()
    pids.append(parent_of(pids[0]))
    del verifier
    assert [pid for pid in pids if is_running(pid)] == []


def test_a_cancelled_future_has_no_certificate() -> None:
    with IsolatedVerifier(workers=1) as verifier:
        futures = [verifier.submit(RIGHT) for _ in range(50)]
        assert futures[-1].cancel()
        with pytest.raises(CancelledError):
            futures[-1].result()
        assert futures[0].result().verdict == "proved"


HEAD = """
import os, sys, threading, time
sys.path[:0] = {path!r}
from generation.verify.isolated import IsolatedVerifier
from generation.problem import Answer, Ask, Model, Problem
right = Problem("$1+1$을 계산하시오.", Model(Ask("value", of="1+1")), Answer(("2",)))
"""
KILLED = """
hang = Problem("hang", right.model, right.answer)
v = IsolatedVerifier(workers=2, timeout_s=300, checks="checks_that_misbehave:CHECKS")
v.verify(right)
while len(v.worker_pids()) < 2: time.sleep(0.01)
threading.Thread(target=v.verify, args=(hang,), daemon=True).start()
while not os.path.exists(os.path.join(sys.path[0], "begun-hang")): time.sleep(0.01)
print(*v.worker_pids(), flush=True)
time.sleep(60)
"""
FORKED = """
v = IsolatedVerifier(workers=2)
assert v.verify(right).verdict == "proved"
child = os.fork()
if child == 0:
    assert v.verify(right).verdict == "proved"
    v.close()
    os._exit(7)
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
assert [c.verdict for c in v.verify_all([right] * 10)] == ["proved"] * 10
idle = os.fork()
if idle == 0:
    time.sleep(60)
print(idle, *v.worker_pids(), flush=True)
time.sleep(60)
"""


def started(script: str, path: list[Path]) -> tuple[subprocess.Popen[str], list[int]]:
    """A process that runs the script, and the process ids that it prints."""
    head = HEAD.format(path=[str(folder) for folder in (*path, ROOT)])
    parent = subprocess.Popen([sys.executable, "-c", head + script], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    return parent, [int(pid) for pid in parent.stdout.readline().split()]


def test_workers_die_with_a_killed_parent_even_while_computing(misbehaving: str, tmp_path: Path) -> None:
    parent, workers = started(KILLED, [tmp_path])
    with parent:
        assert len(workers) == 2
        family = [*workers, parent_of(workers[0])]
        assert all(map(is_running, family))
        parent.kill()
    wait_until(lambda: not any(map(is_running, family)))


@pytest.mark.parametrize("end", ["", "sys.exit(3)", "raise ValueError", "os.kill(os.getpid(), 15)", "os._exit(0)"])
def test_however_the_parent_ends_no_process_is_left(misbehaving: str, tmp_path: Path, end: str) -> None:
    parent, workers = started(KILLED.replace("time.sleep(60)", f"sys.stderr.close(); {end}"), [tmp_path])
    with parent:
        assert len(workers) == 2
        parent.wait(60)
    wait_until(lambda: not any(map(is_running, workers)))


def test_a_fork_has_workers_of_its_own_and_keeps_none_of_the_parents_alive() -> None:
    parent, (child, *workers) = started(FORKED, [])
    with parent:
        try:
            assert len(workers) == 2
            family = [*workers, parent_of(workers[0])]
            parent.kill()
            wait_until(lambda: not any(map(is_running, family)))
            assert is_running(child)
        finally:
            os.kill(child, signal.SIGKILL)


def is_running(pid: int) -> bool:
    """Whether a process exists and is no zombie that nobody has waited for."""
    try:
        return stat(pid)[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def parent_of(pid: int) -> int:
    return int(stat(pid)[1])


def stat(pid: int) -> list[str]:
    """State, parent and what follows in ``/proc/PID/stat``."""
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
