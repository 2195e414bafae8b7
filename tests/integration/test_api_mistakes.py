"""The API as an academy's system uses it, over real HTTP."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import URL, text, update

from generation.equivalence.answers import compare
from generation.schema import read_problem
from generation.verify.verifier import verify
from ingest.load import load_curriculum
from retrieval.note import WrongAnswerNote
from service.api.application import create_app
from service.bootstrap import Services
from service.database.connection import Database, tenant_id_of
from service.database.keys import create_key
from service.database.tables import API_KEYS
from service.settings import Settings

pytestmark = pytest.mark.xdist_group("service")
Make = Callable[[], httpx.Client]
Rows = Callable[[], dict[str, int]]
QUADRATIC = {
    "statement": "이차방정식 $x^2-5x+6=0$을 푸시오.",
    "student_answer": "x=-2 또는 x=-3",
    "correct_answer": "x=2 또는 x=3",
    "student_ref": "s-1042",
}
MISSING = "Send your API key in the header Authorization: Bearer yuje_…"
UNKNOWN = "This API key is not known. Check it, or have a new one made (yuje tenant create)."


def posted(client: httpx.Client, query: str = "?count=2&seed=7", **body: object) -> dict[str, Any]:
    response = client.post(f"/v1/mistakes{query}", json=QUADRATIC | body)
    assert response.status_code == 201, response.text
    answer: dict[str, Any] = response.json()
    return answer


def test_a_mistake_is_diagnosed_grounded_and_answered_with_proved_problems(academy: Make, rows: Rows) -> None:
    client, before = academy(), rows()
    answer = posted(client)
    best = answer["diagnosis"]["misconceptions"][0]
    assert best["id"] == "sign-of-roots"
    wrong = [line["math"] for line in best["evidence"] if line["wrong"]]
    assert wrong == ["x + 3 = 0 or x + 2 = 0"]
    assert answer["grounding"]["standard"] == {
        "code": "[9수02-20]",
        "text": "이차방정식을 풀 수 있고, 이를 활용하여 문제를 해결할 수 있다.",
    }
    assert (answer["answer_read"], answer["seed"], answer["note"]) == (True, 7, "")
    assert [item["certificate"]["verdict"] for item in answer["problems"]] == ["proved", "proved"]
    for item in answer["problems"]:
        problem = read_problem(item["problem"])
        assert problem.targets == "sign-of-roots"
        assert len(problem.choices) == 5
        assert verify(problem, QUADRATIC["statement"]).to_json() == item["certificate"]
        assert compare(", ".join(map(str, problem.answer.values)), "2, 3") == "different"
        stored = client.get(f"/v1/problems/{problem.id}")
        assert stored.status_code == 200
        assert stored.json() == {**item, "mistake": answer["id"]}
    after = rows()
    assert {table: after[table] - before[table] for table in after} == {
        "mistakes": 1,
        "problems": 2,
        "certificates": 2,
        "audit": 1,
    }


def test_the_same_seed_gives_the_same_problems_under_other_ids(academy: Make) -> None:
    client = academy()
    first, second = posted(client), posted(client)
    bodies = [
        [{**item["problem"], "id": None, "origin": None} for item in answer["problems"]] for answer in (first, second)
    ]
    assert bodies[0] == bodies[1]
    assert not {i["problem"]["id"] for i in first["problems"]} & {i["problem"]["id"] for i in second["problems"]}


def test_count_and_choices_are_the_clients_to_say(academy: Make) -> None:
    answer = posted(academy(), "?count=1&choices=false&seed=3")
    assert [item["problem"]["choices"] for item in answer["problems"]] == [[]]
    assert posted(academy(), "?count=0")["problems"] == []


def test_other_difficulty_and_structure_are_the_clients_to_ask(academy: Make) -> None:
    client = academy()
    harder = posted(client, "?count=1&seed=1&difficulty=harder")["problems"]
    assert [item["certificate"]["verdict"] for item in harder] == ["proved"]
    assert harder[0]["problem"]["origin"]["moved"]
    other = posted(client, "?count=1&seed=1&vary=structure")["problems"]
    same = posted(client, "?count=1&seed=1")["problems"]
    assert other[0]["problem"]["origin"]["type"] != same[0]["problem"]["origin"]["type"]
    refused = client.post("/v1/mistakes?difficulty=insane&vary=words", json=QUADRATIC)
    assert refused.status_code == 422
    assert refused.json()["errors"] == [
        {
            "field": "query.difficulty",
            "message": "has a value that is not known",
            "remedy": "Choose from 'easier', 'same' or 'harder'.",
        },
        {
            "field": "query.vary",
            "message": "has a value that is not known",
            "remedy": "Choose from 'numbers' or 'structure'.",
        },
    ]


def test_problems_speak_the_mistakes_language_and_notes_the_headers(academy: Make) -> None:
    response = academy().post(
        "/v1/mistakes?count=1",
        json={"statement": "Expand $(x+3)^2$.", "student_answer": "I don't know"},
        headers={"Accept-Language": "ko"},
    )
    answer = response.json()
    assert (answer["language"], answer["problems"][0]["problem"]["language"]) == ("en", "en")
    assert answer["note"].startswith("학생의 답을 식으로 읽지 못해")


def test_a_right_answer_is_said_to_be_right(academy: Make) -> None:
    answer = posted(academy(), "?count=1", student_answer="3, 2")
    assert answer["diagnosis"]["answer_is_right"] is True
    assert answer["note"] == "학생의 답이 맞습니다. 같은 유형의 문제를 드립니다."


def test_notes_of_the_same_academy_ground_a_mistake_and_others_never(
    database: Database, services: Services, address: str
) -> None:
    names = [f"notes-{uuid.uuid4().hex[:8]}" for _ in range(2)]
    assert services.index is not None
    for name in names:
        note = WrongAnswerNote(
            id="n1", tenant=str(tenant_id_of(name)), statement="$x^2-5x+6=0$을 푸시오.", student_answer=f"-2 ({name})"
        )
        services.index.upsert([note])
    for name in names:
        headers = {"Authorization": f"Bearer {create_key(database, name)}"}
        with httpx.Client(base_url=address, headers=headers, timeout=60) as client:
            grounding = posted(client, "?count=0")["grounding"]
        assert grounding["searched"] is True
        assert [note["student_answer"] for note in grounding["notes"]] == [f"-2 ({name})"]


def test_one_academy_cannot_see_anothers_problem(academy: Make) -> None:
    ours, theirs = academy(), academy()
    problem_id = posted(theirs, "?count=1")["problems"][0]["problem"]["id"]
    assert theirs.get(f"/v1/problems/{problem_id}").status_code == 200
    hidden = ours.get(f"/v1/problems/{problem_id}")
    never = ours.get(f"/v1/problems/{uuid.uuid4()}")
    odd = ours.get("/v1/problems/not-a-uuid")
    assert (hidden.status_code, never.status_code, odd.status_code) == (404, 404, 404)
    bodies = [{**response.json(), "instance": None} for response in (hidden, never, odd)]
    assert bodies[0] == bodies[1] == bodies[2]
    assert bodies[0]["detail"] == "There is no problem with this id."


@pytest.mark.parametrize(
    ("header", "detail"),
    [
        (None, MISSING),
        ("Basic eXVqZTp5dWpl", MISSING),
        ("Bearer yuje_0123456789ab_" + "A" * 43, UNKNOWN),
        ("Bearer ' OR 1=1 --", UNKNOWN),
    ],
)
@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/v1/mistakes"), ("GET", "/v1/problems/00000000-0000-4000-8000-000000000000")]
)
def test_without_a_known_key_nothing_is_answered(
    address: str, rows: Rows, method: str, path: str, header: str | None, detail: str
) -> None:
    before = rows()
    headers = {} if header is None else {"Authorization": header}
    response = httpx.request(method, address + path, headers=headers, json=QUADRATIC if method == "POST" else None)
    assert (response.status_code, response.headers["www-authenticate"]) == (401, 'Bearer realm="yuje"')
    assert (response.headers["content-type"], response.json()["detail"]) == ("application/problem+json", detail)
    assert rows() == before


def test_a_right_prefix_with_another_secret_is_not_known(address: str, database: Database) -> None:
    key = create_key(database, "prefix-owner")
    forged = key[:-1] + ("A" if key[-1] != "A" else "B")
    response = httpx.post(f"{address}/v1/mistakes", headers={"Authorization": f"Bearer {forged}"}, json=QUADRATIC)
    assert response.status_code == 401


def test_a_revoked_key_is_forbidden(address: str, database: Database) -> None:
    key = create_key(database, "revoked-one")
    with database.owner_session(tenant_id_of("revoked-one")) as session:
        session.execute(update(API_KEYS).where(API_KEYS.c.prefix == key.split("_")[1]).values(revoked=text("now()")))
    response = httpx.post(f"{address}/v1/mistakes", headers={"Authorization": f"Bearer {key}"}, json=QUADRATIC)
    assert (response.status_code, response.json()["detail"]) == (403, "This key was revoked. Have a new one made.")


@pytest.mark.parametrize(
    ("method", "path", "status", "detail"),
    [
        ("GET", "/v1/nothing", 404, "There is nothing here. See /docs."),
        ("GET", "/v1/mistakes", 405, "Only POST works here."),
        ("DELETE", "/v1/problems/1", 405, "Only GET works here."),
    ],
)
def test_wrong_addresses_and_methods(address: str, method: str, path: str, status: int, detail: str) -> None:
    response = httpx.request(method, address + path)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert response.json()["detail"] == detail


def test_health_and_readiness(address: str, services: Services) -> None:
    assert services.index is not None
    load_curriculum(services.index)
    assert httpx.get(f"{address}/healthz").json() == {"status": "alive"}
    ready = httpx.get(f"{address}/readyz", timeout=60)
    assert (ready.status_code, ready.json()) == (
        200,
        {"status": "ready", "parts": {"database": "ok", "index": "ok", "verifier": "ok"}},
    )


def test_readiness_names_what_is_missing_and_mistakes_are_answered_without_a_search(
    settings: Settings, services: Services, database: Database
) -> None:
    lame = replace(services, index=None, missing={"index": "open: no space left"})
    with TestClient(create_app(settings, lambda _: nullcontext(lame))) as client:
        ready = client.get("/readyz")
        key = create_key(database, "no-index")
        answer = client.post("/v1/mistakes?count=1", json=QUADRATIC, headers={"Authorization": f"Bearer {key}"})
    assert (ready.status_code, ready.headers["content-type"]) == (503, "application/problem+json")
    assert ready.json()["parts"] == {"database": "ok", "index": "open: no space left", "verifier": "ok"}
    assert answer.status_code == 201
    assert answer.json()["grounding"]["searched"] is False
    assert answer.json()["grounding"]["standard"]["code"] == "[9수02-20]"


def test_without_its_database_the_api_says_so(settings: Settings, services: Services) -> None:
    nowhere = URL.create("postgresql+psycopg", "nobody", database="none", query={"host": "/nonexistent"})
    lame = replace(services, database=Database(nowhere, nowhere))
    key = "yuje_0123456789ab_" + "A" * 43
    with TestClient(create_app(settings, lambda _: nullcontext(lame))) as client:
        response = client.post("/v1/mistakes", json=QUADRATIC, headers={"Authorization": f"Bearer {key}"})
        ready = client.get("/readyz")
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    assert response.json()["detail"] == "The database does not answer. Try again in a moment; nothing was stored."
    assert ready.json()["parts"]["database"] == "does not answer (OperationalError)"


def test_a_fault_of_our_own_is_a_500_that_tells_nothing(
    settings: Settings, services: Services, database: Database, rows: Rows
) -> None:
    def broken(*_: object, **__: object) -> Any:
        raise RuntimeError("secret of a student")

    lame, before = replace(services, verify=broken), rows()
    with TestClient(create_app(settings, lambda _: nullcontext(lame)), raise_server_exceptions=False) as client:
        key = create_key(database, "unlucky")
        response = client.post("/v1/mistakes", json=QUADRATIC, headers={"Authorization": f"Bearer {key}"})
    assert (response.status_code, response.headers["content-type"]) == (500, "application/problem+json")
    assert "secret" not in response.text
    assert rows() == before


def test_docs_are_whole_without_a_network(address: str) -> None:
    page = httpx.get(f"{address}/docs")
    assert page.status_code == 200
    assert "//" not in page.text.replace("<!doctype html>", "")
    assert "<script" not in page.text
    for path in ("/v1/mistakes", "/v1/problems/{problem_id}", "/v1/search", "/v1/verify", "/healthz", "/readyz"):
        assert f"<code>{path}</code>" in page.text
    schema = httpx.get(f"{address}/openapi.json").json()
    assert sorted(schema["paths"]) == [
        "/healthz", "/readyz", "/v1/ingestion/rejected", "/v1/ingestion/runs", "/v1/mistakes",
        "/v1/problems/{problem_id}", "/v1/search", "/v1/verify",
    ]  # fmt: skip
    body = schema["paths"]["/v1/mistakes"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert body["required"] == ["statement", "student_answer"]


def test_the_log_has_no_text_of_students(app: FastAPI, database: Database, caplog: pytest.LogCaptureFixture) -> None:
    key = create_key(database, "logged")
    caplog.set_level("DEBUG", logger="service")
    with TestClient(app) as client:
        client.post("/v1/mistakes", json=QUADRATIC, headers={"Authorization": f"Bearer {key}"})
    logged = [vars(record) for record in caplog.records if record.name.startswith("service")]
    assert [record["route"] for record in logged if record["msg"] == "request"] == ["/v1/mistakes"]
    assert "x=-2" not in str(logged)
    assert key not in str(logged)
