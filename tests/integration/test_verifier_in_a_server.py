"""The verifier's workers inside uvicorn: coroutines and threads, a hanging item, and a server that is killed."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
CHECKS = """
from generation.verify.checks.registry import CHECKS as REAL

def parse(context):
    if context.problem.statement == "hang":
        9 ** 9 ** 9  # in C, holding the interpreter
    return REAL[0][1](context)

CHECKS = (("parse", parse), *REAL[1:])
"""
SERVER = """
import asyncio, contextlib, socket, sys
import uvicorn
from fastapi import FastAPI
from generation.problem import Answer, Ask, Model, Problem
from generation.verify.isolated import IsolatedVerifier

@contextlib.asynccontextmanager
async def lifespan(app):
    with IsolatedVerifier(2, {timeout}, wall_s=600, checks="checks_that_hang:CHECKS") as verifier:
        app.state.verifier = verifier
        yield

app = FastAPI(lifespan=lifespan)

def item(statement):
    return Problem(statement, Model(Ask("value", of="1+1")), Answer(("2",)))

@app.get("/coroutine")
async def coroutine(statement: str):
    return (await app.state.verifier.averify(item(statement))).verdict

@app.get("/thread")
def thread(statement: str):
    return app.state.verifier.verify(item(statement)).verdict

@app.get("/pids")
def pids():
    return app.state.verifier.worker_pids()

listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
uvicorn.Server(uvicorn.Config(app, log_level="critical")).run([listener])
"""
RIGHT = {"statement": "$1+1$을 계산하시오."}
HANG = {"statement": "hang"}


@dataclass(frozen=True)
class Server:
    process: subprocess.Popen[str]
    client: httpx.Client

    def workers(self) -> list[int]:
        while len(pids := self.client.get("/pids").json()) < 2:
            time.sleep(0.01)
        return list(pids)


@pytest.fixture
def server(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Server]:
    (tmp_path / "checks_that_hang.py").write_text(CHECKS, encoding="utf-8")
    script = f"import sys; sys.path[:0] = {[str(tmp_path), str(ROOT)]!r}\n" + SERVER.format(timeout=request.param)
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process, httpx.Client(base_url=f"http://127.0.0.1:{process.stdout.readline().strip()}", timeout=60) as client:
        try:
            yield Server(process, client)
        finally:
            process.kill()


@pytest.mark.parametrize("server", [0.3], indirect=True)
def test_coroutines_and_threads_share_the_workers_and_a_hanging_item_costs_only_itself(server: Server) -> None:
    asked = [("/coroutine", RIGHT), ("/thread", RIGHT), ("/coroutine", HANG), ("/thread", HANG)] * 5
    with ThreadPoolExecutor(len(asked)) as threads:
        verdicts = list(threads.map(lambda each: server.client.get(each[0], params=each[1]).json(), asked))
    assert verdicts == ["proved", "proved", "undecided", "undecided"] * 5


@pytest.mark.parametrize("server", [0.3], indirect=True)
def test_a_server_that_is_asked_to_stop_leaves_no_worker(server: Server) -> None:
    pids = server.workers()
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(60) in (0, -signal.SIGTERM)
    assert not any(map(is_running, pids))


@pytest.mark.parametrize("server", [600], indirect=True)
def test_a_server_that_is_killed_while_it_verifies_leaves_no_worker(server: Server) -> None:
    with ThreadPoolExecutor(1) as threads:
        pids = server.workers()
        waiting = threads.submit(server.client.get, "/coroutine", params=HANG)
        while not any(ticks(pid) > 20 for pid in pids):  # computing for 0.2 s
            time.sleep(0.01)
        server.process.kill()
        with pytest.raises(httpx.TransportError):
            waiting.result()
    deadline = time.monotonic() + 60
    while any(map(is_running, pids)):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def stat(pid: int) -> list[str]:
    """State and what follows in ``/proc/PID/stat``."""
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()


def is_running(pid: int) -> bool:
    try:
        return stat(pid)[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def ticks(pid: int) -> int:
    """Processor time in hundredths of a second."""
    return int(stat(pid)[11]) + int(stat(pid)[12])
