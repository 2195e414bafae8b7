"""`GET /v1/search` and `yuje search`, over real HTTP and a real Milvus Lite."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from retrieval.bank import BankProblem
from retrieval.note import WrongAnswerNote
from service.bootstrap import Services

pytestmark = pytest.mark.xdist_group("service")
Make = Callable[[], httpx.Client]
QUERY = "이차방정식 $x^2-7x+12=0$"


def hits(client: httpx.Client, **parameters: Any) -> list[dict[str, Any]]:
    response = client.get("/v1/search", params=parameters)
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()["hits"]
    return found


def tenant_of(client: httpx.Client, services: Services) -> str:
    """The academy of a client, as the index knows it."""
    from service.database.keys import find_caller

    caller = find_caller(services.database, client.headers["Authorization"].removeprefix("Bearer "))
    assert caller is not None
    return str(caller.tenant_id)


def note(tenant: str, number: int = 1) -> WrongAnswerNote:
    return WrongAnswerNote(
        f"n{number}", tenant, "이차방정식 $x^2-5x+6=0$을 푸시오.", "-2, -3", "2, 3", "[9수02-20]", "sign-of-roots"
    )


def test_scores_are_explained(academy: Make) -> None:
    first, *_ = hits(academy(), q=QUERY, k=3)
    assert (first["kind"], first["id"], first["standard"]) == ("standard", "[9수02-20]", "[9수02-20]")
    assert set(first["parts"]) == {"dense", "lexical"}
    assert first["score"] == pytest.approx(sum(part["share"] for part in first["parts"].values()), abs=1e-5)
    assert first["explanation"].startswith(f"{first['score']:.4f} = dense #1 (")


def test_an_academy_finds_its_own_rows_only(academy: Make, services: Services) -> None:
    ours, theirs = academy(), academy()
    assert services.index is not None
    services.index.upsert([note(tenant_of(ours, services)), note(tenant_of(theirs, services), 2)])
    problem = BankProblem("p1", tenant_of(ours, services), "$x^2=4$를 푸시오.", "2, -2", "[9수02-20]")
    services.index.upsert([problem])
    (hit,) = hits(ours, q=QUERY, kind="note")
    assert (hit["id"], hit["misconception"], hit["student_answer"]) == ("n1", "sign-of-roots", "-2, -3")
    assert hit["parts"]["structure"] == {"rank": 1, "score": 1.0, "share": 0.17}
    assert [row["id"] for row in hits(theirs, q=QUERY, kind="note")] == ["n2"]
    assert [row["answer"] for row in hits(ours, q=QUERY, kind="bank")] == ["2, -2"]
    assert hits(theirs, q=QUERY, kind="bank") == []
    assert hits(academy(), q=QUERY, kind="note") == []


def test_filters(academy: Make, services: Services) -> None:
    client = academy()
    tenant = tenant_of(client, services)
    assert services.index is not None
    rows = [note(tenant), replace(note(tenant, 2), misconception=None), replace(note(tenant, 3), language="en")]
    services.index.upsert([*rows, replace(note(tenant, 4), standard="[10공수1-02-02]", mark="key-refuted")])

    def found(**limits: Any) -> set[str]:
        return {hit["id"] for hit in hits(client, q=QUERY, kind="note", **limits)}

    assert found() == {"n1", "n2", "n3", "n4"}
    assert found(misconception="sign-of-roots") == {"n1", "n3", "n4"}
    assert found(language="en") == {"n3"}
    assert found(grade=10) == found(standard="10공수1-02-02") == {"n4"}
    assert found(misconception='" or tenant != "') == set()
    marks = {hit["id"]: hit["mark"] for hit in hits(client, q=QUERY, kind="note")}
    assert (marks["n1"], marks["n4"]) == (None, "key-refuted")
    assert {hit["id"][:3] for hit in hits(client, q="넓이", grade=6)} == {"[6수"}


@pytest.mark.parametrize(
    ("parameters", "field", "message"),
    [
        ({}, "query.q", "is missing"),
        ({"q": ""}, "query.q", "is empty"),
        ({"q": "x" * 8001}, "query.q", "is longer than 8000 characters"),
        ({"q": "x\x00"}, "query.q", "has a character that is no text"),
        ({"q": "x", "kind": "notes"}, "query.kind", "is none of the allowed values"),
        ({"q": "x", "grade": 13}, "query.grade", "is out of range"),
        ({"q": "x", "grade": "8 or 1==1"}, "query.grade", "has the wrong type"),
        ({"q": "x", "k": 101}, "query.k", "is out of range"),
        ({"q": "x", "standard": "9수02-99"}, "query.standard", "is no achievement standard"),
        ({"q": "x", "tenant": "theirs"}, "query.tenant", "is not a field here"),
        ({"q": "x", "filter": "1 == 1"}, "query.filter", "is not a field here"),
    ],
)
def test_bad_parameters_are_named(academy: Make, parameters: dict[str, Any], field: str, message: str) -> None:
    response = academy().get("/v1/search", params=parameters)
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")
    (error,) = response.json()["errors"]
    assert error["field"] == field
    assert error["message"]
    assert error["remedy"]


def test_a_key_is_needed(address: str) -> None:
    assert httpx.get(f"{address}/v1/search", params={"q": QUERY}).status_code == 401


def test_command_line_searches_and_says_why(tmp_path: Path) -> None:
    environment = {**os.environ, "YUJE_DATA": str(tmp_path / "state")}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "service.cli", "search", *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment)

    done = run(QUERY, "-k", "2")
    assert done.returncode == 0, done.stderr
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["id"], set(first["parts"])) == ("[9수02-20]", {"dense", "lexical"})
    assert second["score"] <= first["score"]
    assert run(QUERY, "-k", "1", "--text").stdout.splitlines()[1].strip() == first["explanation"]
    refused = run(QUERY, "--kind", "note")
    assert (refused.returncode, refused.stderr) == (2, "yuje: --kind note is an academy's own: give --tenant NAME\n")
    assert run(QUERY, "--kind", "note", "--tenant", "학원").stdout == ""
