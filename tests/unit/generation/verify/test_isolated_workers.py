"""Workers are bounded: a hanging item costs itself, and nothing outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
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
HANGS, BREAKS, EATS = (replace(RIGHT, statement=word) for word in ("hang", "break", "eat"))

CHECKS = textwrap.dedent(
    """
    from generation.verify.checks.registry import CHECKS as REAL
    from generation.verify.certificate import CheckResult

    def misbehave(context):
        word = context.problem.statement
        if word == "hang":
            9 ** 9 ** 9
        if word == "break":
            raise ValueError("a secret of the problem")
        if word == "eat":
            bytearray(1 << 40)
        return CheckResult("misbehave", "passed")

    CHECKS = (("misbehave", misbehave), *REAL)
    """
)


@pytest.fixture
def misbehaving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "checks_that_misbehave.py").write_text(CHECKS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return "checks_that_misbehave:CHECKS"


def test_the_certificate_is_the_one_of_this_process() -> None:
    source = replace(RIGHT.model, given=("x^2-3x+2=0",))
    with IsolatedVerifier(workers=1) as verifier:
        assert verifier.verify(RIGHT).to_json() == verify(RIGHT).to_json()
        assert verifier.verify(RIGHT, source).to_json() == verify(RIGHT, source).to_json()
        assert verifier.verify(RIGHT, RIGHT).verdict == "refuted"
        assert verifier.verify(RIGHT, RIGHT.statement).verdict == "refuted"


def test_a_hanging_item_is_killed_and_costs_its_neighbours_nothing(misbehaving: str) -> None:
    with IsolatedVerifier(workers=2, timeout_s=0.5, checks=misbehaving) as verifier:
        problems = [RIGHT, HANGS, RIGHT, RIGHT, HANGS, RIGHT]
        certificates = list(verifier.verify_all(problems))
        assert [c.verdict for c in certificates] == [
            "proved", "undecided", "proved", "proved", "undecided", "proved",
        ]  # fmt: skip
        killed = certificates[1].check("worker")
        assert (killed.outcome, killed.detail) == ("undecided", "not finished within 0.5 s")
        assert certificates[1].problem_sha256 == HANGS.sha256()


def test_a_fault_of_a_check_is_no_verdict_and_tells_no_text(misbehaving: str) -> None:
    with IsolatedVerifier(workers=1, checks=misbehaving) as verifier:
        certificate = verifier.verify(BREAKS)
        assert certificate.verdict == "undecided"
        assert certificate.check("worker").detail == "a check failed to run: ValueError"
        assert verifier.verify(RIGHT).verdict == "proved"


def test_memory_is_bounded(misbehaving: str) -> None:
    with IsolatedVerifier(workers=1, checks=misbehaving) as verifier:
        eaten = verifier.verify(EATS).check("misbehave")
        assert (eaten.outcome, eaten.detail) == ("undecided", "beyond the resources of one item: MemoryError")
        assert verifier.verify(RIGHT).verdict == "proved"


def test_a_worker_killed_from_outside_is_replaced() -> None:
    with IsolatedVerifier(workers=1) as verifier:
        assert verifier.verify(RIGHT).verdict == "proved"
        [worker] = verifier._alive
        os.kill(worker.process.pid, signal.SIGKILL)
        worker.process.wait()
        assert verifier.verify(RIGHT).verdict == "undecided"
        assert verifier.verify(RIGHT).verdict == "proved"


def test_many_threads_share_the_workers() -> None:
    with IsolatedVerifier(workers=2, timeout_s=10.0) as verifier, ThreadPoolExecutor(8) as threads:
        verdicts = list(threads.map(lambda _: verifier.verify(RIGHT).verdict, range(40)))
    assert verdicts == ["proved"] * 40


def test_a_closed_verifier_refuses_and_leaves_no_process() -> None:
    verifier = IsolatedVerifier(workers=2)
    processes = [worker.process for worker in verifier._alive]
    verifier.close()
    verifier.close()
    assert [process.returncode for process in processes] == [-signal.SIGKILL] * 2
    with pytest.raises(RuntimeError, match="closed"):
        verifier.verify(RIGHT)


PARENT = """
import sys, time
sys.path[:0] = {path!r}
from generation.verify.isolated import IsolatedVerifier
from generation.problem import Answer, Ask, Model, Problem
import threading
p = Problem("hang", Model(Ask("solve", ("x",)), {{"x": "real"}}, {{}}, ("x=1",)), Answer(("1",)))
v = IsolatedVerifier(workers=2, timeout_s=3.0, checks="checks_that_misbehave:CHECKS")
v.verify(Problem("x", p.model, p.answer))
threading.Thread(target=v.verify, args=(p,), daemon=True).start()
time.sleep(0.3)
print(*[w.process.pid for w in v._alive], flush=True)
time.sleep(60)
"""


def test_workers_die_with_a_killed_parent_even_while_computing(misbehaving: str, tmp_path: Path) -> None:
    path = [str(tmp_path), str(Path(__file__).parents[4])]
    command = [sys.executable, "-c", PARENT.format(path=path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(pids) == 2
        parent.kill()
    deadline = time.monotonic() + 30  # the kernel ends the computing one after three times the limit
    while any(map(_is_running, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in pids if _is_running(pid)] == []


def _is_running(pid: int) -> bool:
    """Whether a process exists and is no zombie that nobody has waited for."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
