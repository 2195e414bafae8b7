"""`yuje demo`: everything once, on the embedded defaults, with the shipped sample mistakes over real HTTP."""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, nullcontext
from importlib import resources
from pathlib import Path
from typing import Any

import httpx

from service.api.application import create_app
from service.bootstrap import Services, open_services
from service.database.connection import Database, tenant_id_of
from service.database.keys import create_key, find_caller
from service.database.ledger import StoredLedger
from service.errors import ServiceError
from service.ingesting import executor_of, run_one
from service.report import BOLD, GREEN, Answered, Paint, markdown, terminal
from service.serving import listening
from service.settings import Settings

TENANT = "demo"
COUNT = 3
SEED = 20260
FIELDS = ("statement", "student_answer", "correct_answer", "working", "standard", "language")
REQUEST_TIMEOUT_S = 120.0


def run(settings: Settings) -> None:
    """Run the demonstration and leave nothing running. Raises ServiceError where a part does not work."""
    logging.basicConfig(level=logging.ERROR, format="%(name)s: %(message)s")
    paint = Paint.of_terminal()
    folder = settings.data / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        services = stack.enter_context(open_services(settings))
        _say(f"PostgreSQL and Milvus are up in {settings.data}/")
        key = usable_key(services.database, folder / "api-key")
        _load_notes(services, settings)
        address = stack.enter_context(listening(create_app(settings, lambda _: nullcontext(services))))
        _say(f"the API listens on {address}; posting the sample mistakes to {address}/v1/mistakes\n")
        answered = list(_posted(address, key, paint))
        _say("stopping the API, Milvus and PostgreSQL")
    report = folder / "report.md"
    report.write_text(markdown(answered), encoding="utf-8")
    _summarise(answered, report, folder / "api-key", settings, paint)


def usable_key(database: Database, file: Path) -> str:
    """The demo's key from its file; a new one where the file is lost or the database does not know the key."""
    if file.exists():
        key = file.read_text(encoding="utf-8").strip()
        caller = find_caller(database, key)
        if caller is not None and not caller.revoked:
            return key
        file.unlink()
    key = create_key(database, TENANT)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        out.write(key + "\n")
    return key


def read_samples() -> list[dict[str, Any]]:
    """The shipped sample mistakes."""
    source = resources.files("service") / "samples" / "mistakes.jsonl"
    return [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]


def _load_notes(services: Services, settings: Settings) -> None:
    if services.index is None:
        raise ServiceError(f"Milvus Lite did not open: {services.missing['index']}; is yuje serve running?")
    tenant_id = tenant_id_of(TENANT)
    with ExitStack() as stack:
        notes = stack.enter_context(resources.as_file(resources.files("ingest") / "samples" / "notes.jsonl"))
        StoredLedger(services.database, tenant_id).add_source(str(notes), {}, None)
        executor = executor_of(settings)
        stack.callback(executor.close)
        report = run_one(services.database, services.index, executor, tenant_id)
        _say(f"{report.new} notes loaded, {report.changed} changed, {report.unchanged} as before ({notes.name})")
    _say(f"{services.index.count('standard')} achievement standards in the index")


def _posted(address: str, key: str, paint: Paint) -> Iterator[Answered]:
    """Post every sample, print what came of it and hand it on."""
    headers = {"Authorization": f"Bearer {key}"}
    parameters = {"count": COUNT, "choices": True, "seed": SEED}
    with httpx.Client(base_url=address, headers=headers, timeout=REQUEST_TIMEOUT_S) as client:
        for sample in read_samples():
            body = {name: sample[name] for name in FIELDS if sample.get(name) is not None}
            response = client.post("/v1/mistakes", params=parameters, json=body)
            if response.status_code != 201:
                raise ServiceError(f"sample {sample['id']} was answered with {response.status_code}: {response.text}")
            one = Answered(sample["id"], sample, response.json())
            print("\n".join(terminal(one, paint)), flush=True)
            yield one


def _summarise(answered: Sequence[Answered], report: Path, key_file: Path, settings: Settings, paint: Paint) -> None:
    verdicts = [item["certificate"]["verdict"] for one in answered for item in one.answer["problems"]]
    expected = [one for one in answered if one.posted.get("expected_misconception")]
    named = sum(_best(one) == one.posted["expected_misconception"] for one in expected)
    rejected = sum(sum(one.answer["rejected"].values()) for one in answered)
    print(paint(f"{len(answered)} mistakes, {named} of {len(expected)} diagnosed as the samples expect", BOLD))
    print(
        paint(f"{len(verdicts)} problems handed out: {verdicts.count('proved')} proved, "
              f"{verdicts.count('corroborated')} corroborated", GREEN)
        + f"; {rejected} proposals rejected by the verifier and not handed out"
    )  # fmt: skip
    without = [one.name for one in answered if not one.answer["problems"]]
    if without:
        print(f"without problems, each with its reason above: {', '.join(without)}")
    print(f"""
The same as Markdown with formulas: {report}

Next:
  make serve     the API on http://{settings.host}:{settings.port}, its operations on /docs
  curl -s http://{settings.host}:{settings.port}/v1/mistakes -H "Authorization: Bearer $(cat {key_file})" \\
       -H 'Content-Type: application/json' \\
       -d '{{"statement": "$(x+3)^2$을 전개하시오.", "student_answer": "x^2+9"}}'
  make test      all tests""")


def _best(one: Answered) -> str | None:
    candidates = one.answer["diagnosis"]["misconceptions"]
    return candidates[0]["id"] if candidates else None


def _say(text: str) -> None:
    print(f"[{time.strftime('%H:%M:%S')}] {text}", flush=True)
