"""What worker processes cost and give: batches on all cores, a kill on time, and no orphan.

The reference of the batch is one worker on the same items in the same run; of a single item, the verifier in this
process. On a machine whose cores are busy the ratio of the batch says little: `idle cores` tells.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from generation.problem import Answer, Ask, Model, Problem, Step
from generation.verify.isolated import IsolatedVerifier
from generation.verify.verifier import verify
from tests.benchmarks._bar import Bar
from tests.benchmarks._misbehaving import HANG

ITEMS = 2_000
KILLS = 8
WORKERS = 4
_PARENT = """
import sys, threading
from tests.benchmarks.isolation import ITEM, hanging
from generation.verify.isolated import IsolatedVerifier
v = IsolatedVerifier(4, timeout_s=300, checks="tests.benchmarks._misbehaving:CHECKS")
while len(v.worker_pids()) < 4: v.verify(ITEM)
for _ in range(2): threading.Thread(target=v.verify, args=(hanging(),), daemon=True).start()
v.verify(ITEM)
print(*v.worker_pids(), flush=True)
threading.Event().wait()
"""


def _item(n: int) -> Problem:
    a, b = n % 40 + 2, n // 40 + 1
    equation = f"x^2-{a + b}x+{a * b}=0"
    return Problem(
        f"이차방정식 ${equation}$을 푸시오.",
        Model(Ask("solve", ("x",)), {"x": "real"}, {}, (equation,)),
        Answer((str(a), str(b)) if a != b else (str(a),)),
        solution=(Step("인수분해하면", f"(x-{a})(x-{b})=0"), Step("따라서", f"x={a} or x={b}")),
    )


ITEM = _item(1)


def hanging() -> Problem:
    """An item whose check never ends."""
    return replace(ITEM, statement=HANG)


def measure() -> dict[str, object]:
    """Rates of a batch, times around a kill in ms, and the processes that outlive a parent killed with kill -9."""
    items = [_item(n) for n in range(ITEMS)]
    started = time.process_time()
    for item in items:
        verify(item)
    here = ITEMS / (time.process_time() - started)
    before = _cpu_s(resource.RUSAGE_SELF), _cpu_s(resource.RUSAGE_CHILDREN)
    rates = {workers: _batch(items, workers) for workers in (1, WORKERS)}
    fed_s, worked_s = _cpu_s(resource.RUSAGE_SELF) - before[0], _cpu_s(resource.RUSAGE_CHILDREN) - before[1]
    return {
        "items": ITEMS,
        "cores": os.cpu_count(),
        "idle cores": round((os.cpu_count() or 1) - os.getloadavg()[0], 1),
        "in this process, items per CPU second": round(here),
        "one worker, items per second": round(rates[1]),
        f"{WORKERS} workers, items per second": round(rates[WORKERS]),
        f"{WORKERS} workers / one": round(rates[WORKERS] / rates[1], 2),
        "workers that one process can feed": round(worked_s / fed_s, 1),
        **_kills(),
        "processes left 2 s after kill -9 of the parent": _orphans(),
    }


def bars(figures: dict[str, Any]) -> list[Bar]:
    """What must hold of the workers."""
    busy = f"{figures['idle cores']} of {figures['cores']} cores idle"
    return [
        Bar(f"batch of {ITEMS} items, {WORKERS} workers over one", figures[f"{WORKERS} workers / one"], least=3,
            unit="times", note=busy),
        Bar("workers that the feeding process has time for", figures["workers that one process can feed"],
            least=WORKERS, note="a worker's processor time over the feeder's, idle cores or not"),
        Bar("an item that hangs is undecided after", figures["hanging item, longest, s"], most=2, unit="s",
            note="limit 1 s of processor time"),
        Bar("next item on the killed worker, longest", figures["item after a kill, longest, ms"], most=100, unit="ms"),
        Bar("processes left after kill -9 of the parent", figures["processes left 2 s after kill -9 of the parent"],
            most=0),
    ]  # fmt: skip


def _batch(items: list[Problem], workers: int) -> float:
    with IsolatedVerifier(workers) as verifier:
        while len(verifier.worker_pids()) < workers:
            verifier.verify(ITEM)
        started = time.perf_counter()
        for certificate in verifier.verify_all(items):
            assert certificate.verdict == "proved", certificate
        return len(items) / (time.perf_counter() - started)


def _cpu_s(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def _kills() -> dict[str, object]:
    """One worker, so that the next item waits for its replacement."""
    killed: list[float] = []
    after: list[float] = []
    warm: list[float] = []
    with IsolatedVerifier(1, checks="tests.benchmarks._misbehaving:CHECKS") as verifier:
        for item, times in [(ITEM, warm)] * 20 + [(hanging(), killed), (ITEM, after)] * KILLS:
            started = time.perf_counter()
            verifier.verify(item)
            times.append(time.perf_counter() - started)
    return {
        "single item, warm, median, ms": round(median(warm) * 1000, 2),
        "hanging item, longest, s": round(max(killed), 2),
        "item after a kill, median, ms": round(median(after) * 1000, 1),
        "item after a kill, longest, ms": round(max(after) * 1000, 1),
    }


def _orphans() -> int:
    parent = subprocess.Popen([sys.executable, "-c", _PARENT], stdout=subprocess.PIPE, text=True)
    with parent:
        assert parent.stdout is not None
        workers = [int(pid) for pid in parent.stdout.readline().split()]
        family = [*workers, int(_stat(workers[0])[1])]
        parent.send_signal(signal.SIGKILL)
    time.sleep(2)
    return sum(_is_running(pid) for pid in family)


def _is_running(pid: int) -> bool:
    try:
        return _stat(pid)[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def _stat(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
