"""Hostile texts and bodies against the real API: every one is answered, none is a fault, and the next is served."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import chain
from pathlib import Path

import httpx
import pytest

from service.api.application import create_app
from service.bootstrap import open_services
from service.database.keys import create_key
from service.serving import listening
from service.settings import Settings
from tests.hostile.inputs import BODIES, HOSTILE

pytestmark = pytest.mark.xdist_group("service")
CANARY = Path("/tmp/yuje-canary")
TEXTS = list(chain.from_iterable(texts[:8] for texts in HOSTILE.values()))
"""Some of each sort; all of them go through every place in `tests/hostile`."""
RIGHT = {"statement": "$2x+3=7$을 푸시오.", "student_answer": "5"}


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with tempfile.TemporaryDirectory(prefix="yuje-") as folder:
        settings = Settings(data=Path(folder) / "state", verify_timeout_s=1.0, compute_timeout_s=2.0)
        with (
            open_services(settings) as services,
            listening(create_app(settings, lambda _: nullcontext(services))) as address,
        ):
            key = create_key(services.database, f"academy-{uuid.uuid4().hex[:8]}")
            with httpx.Client(base_url=address, headers={"Authorization": f"Bearer {key}"}, timeout=60) as opened:
                yield opened


@pytest.mark.parametrize("field", ["statement", "student_answer"])
def test_hostile_texts_are_answered(client: httpx.Client, field: str) -> None:
    for text in TEXTS:
        try:
            answer = client.post("/v1/mistakes?count=0", json={**RIGHT, field: text})
        except UnicodeEncodeError:
            continue  # half a surrogate has no bytes to send; BODIES sends it as an escape
        assert answer.status_code in (201, 413, 422), (field, text[:80], answer.status_code, answer.text[:200])
    assert not CANARY.exists()
    assert client.post("/v1/mistakes?count=1", json=RIGHT).status_code == 201


@pytest.mark.parametrize("name", BODIES)
def test_hostile_bodies_are_answered(client: httpx.Client, name: str) -> None:
    content = BODIES[name].encode()
    answer = client.post("/v1/mistakes", content=content, headers={"Content-Type": "application/json"})
    assert 400 <= answer.status_code < 500, (name, answer.status_code)
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert client.get("/v1/standards?q=x").status_code < 500
