"""`POST /v1/verify` as an integrator uses it: real HTTP, real PostgreSQL, nothing kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from generation.problem import Answer, Ask, Model, Problem
from generation.verify.isolated import IsolatedVerifier
from generation.verify.verifier import verify
from service.api import verification
from service.api.application import create_app
from service.api.verification_schema import EXAMPLE
from service.bootstrap import Services
from service.certificate_text import told
from service.database.connection import Database
from service.database.keys import create_key
from service.settings import Settings

pytestmark = pytest.mark.xdist_group("service")
Make = Callable[[], httpx.Client]
Rows = Callable[[], dict[str, int]]
JSON = {"Content-Type": "application/json"}
RIGHT = Problem("$1+1$을 계산하시오.", Model(Ask("value", of="1+1")), Answer(("2",)))
WRONG = replace(RIGHT, answer=Answer(("3",)))
OTHER = replace(RIGHT, statement="$2+5$를 계산하시오.", model=Model(Ask("value", of="2+5")), answer=Answer(("7",)))


def sent(client: httpx.Client, body: object, **headers: str) -> dict[str, Any]:
    response = client.post("/v1/verify", json=body, headers=headers)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def faults(response: httpx.Response) -> list[tuple[str, str, str]]:
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")
    return [(error["field"], error["message"], error["remedy"]) for error in response.json()["errors"]]


def test_one_problem_gets_its_certificate(academy: Make) -> None:
    client = academy()
    assert sent(client, RIGHT.to_json()) == {"certificate": told(verify(RIGHT).to_json(), "en")}
    assert sent(client, WRONG.to_json())["certificate"]["verdict"] == "refuted"
    assert sent(client, EXAMPLE)["certificate"]["verdict"] == "proved"


def test_a_source_and_a_bank_are_compared_with(academy: Make) -> None:
    client, fingerprint = academy(), verify(RIGHT).fingerprint
    expected = {
        None: verify(RIGHT),
        OTHER.statement: verify(RIGHT, OTHER.statement),
        RIGHT.statement: verify(RIGHT, RIGHT.statement),
    }
    for source, certificate in expected.items():
        answer = sent(client, {"problem": RIGHT.to_json(), "source": source})["certificate"]
        assert answer == told(certificate.to_json(), "en")
    for whole, code in (
        (RIGHT.to_json(), "novelty.same-text"),
        (RIGHT.to_json() | {"statement": "Find the sum."}, "novelty.same-problem"),
        ({"model": RIGHT.to_json()["model"]}, "novelty.same-problem"),
    ):
        answer = sent(client, {"problem": RIGHT.to_json(), "source": whole})["certificate"]
        assert (answer["verdict"], answer["checks"][-1]["code"]) == ("refuted", code)
    banked = sent(client, {"problem": RIGHT.to_json(), "bank": [fingerprint]})["certificate"]
    assert (banked["verdict"], banked["compared_with"]["bank_size"]) == ("refuted", 1)


def test_a_bad_item_of_a_batch_does_not_spoil_its_neighbours(academy: Make) -> None:
    broken = RIGHT.to_json() | {"student_name": "김하늘"}
    unanswered = {"problem": {**RIGHT.to_json(), "answer": {"values": [2]}}}
    items = [RIGHT.to_json(), broken, {"problem": WRONG.to_json()}, unanswered, 7, OTHER.to_json()]
    answer = sent(academy(), {"items": items})
    assert [result.get("certificate", {}).get("verdict") for result in answer["results"]] == [
        "proved", None, "refuted", None, None, "proved",
    ]  # fmt: skip
    errors = [result["errors"] for result in answer["results"] if "errors" in result]
    known = "schema, id, language, standard, statement, model, answer, solution, choices, targets, origin"
    assert errors == [
        [{"field": "student_name", "message": "is not a known field", "remedy": f"Remove it. Known fields: {known}"}],
        [{"field": "problem.answer.values[0]", "message": "has the wrong type", "remedy": 'Give "…" (string).'}],
        [{"field": "body", "message": "has the wrong type", "remedy": "Give {…} (object)."}],
    ]
    assert answer["counts"] == {"proved": 2, "corroborated": 0, "undecided": 0, "refuted": 1, "invalid": 3}


def test_the_language_of_the_header_is_spoken_and_details_stay(academy: Make) -> None:
    client = academy()
    korean = sent(client, WRONG.to_json(), **{"Accept-Language": "ko-KR"})["certificate"]
    english = sent(client, WRONG.to_json())["certificate"]
    assert (korean["language"], korean["message"]) == ("ko", "반증됨: 틀린 곳이 있습니다.")
    messages = {check["name"]: check["message"] for check in korean["checks"]}
    assert messages["answer"] == "정답: 오류. '1 + 1'과(와) '3'은(는) 같지 않습니다."
    assert {check["detail"] for check in korean["checks"]} == {check["detail"] for check in english["checks"]}


def test_nothing_is_stored_and_the_same_body_gets_the_same_answer(academy: Make, rows: Rows) -> None:
    client, before = academy(), rows()
    body = {"items": [RIGHT.to_json(), WRONG.to_json()]}
    assert sent(client, body) == sent(client, body)
    assert rows() == before


def test_the_log_has_no_text_of_problems(app: FastAPI, database: Database, caplog: pytest.LogCaptureFixture) -> None:
    key = create_key(database, "verifying")
    caplog.set_level("DEBUG")
    with TestClient(app) as client:
        client.post("/v1/verify", json=WRONG.to_json(), headers={"Authorization": f"Bearer {key}"})
    assert "계산" not in str([vars(record) for record in caplog.records])


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        ([], [("body", "has the wrong type", "Give {…} (object).")]),
        ({}, [("statement", "is missing", "Add this field.")]),
        ({"items": {}}, [("items", "has the wrong type", "Give […] (list).")]),
        ({"items": []}, [("items", "is empty", "Give at least one problem.")]),
        ({"items": [{}] * 201}, [("items", "has 201 entries", "At most 200 are taken; send them in parts.")]),
        ({"items": [{}], "student": "김"}, [("student", "is not a known field", "Remove it. Known fields: items")]),
        ({"problem": RIGHT.to_json(), "bank": ["x"]},
         [("bank[0]", "is no fingerprint", "Give the fingerprint of a certificate: 64 digits 0-9 and a-f.")]),
        ({"problem": RIGHT.to_json(), "source": 5}, [("source", "has the wrong type", 'Give "…" (string).')]),
        ({"problem": RIGHT.to_json(), "sauce": ""},
         [("sauce", "is not a known field", "Remove it. Known fields: problem, source, bank, certificate, mistake")]),
        (RIGHT.to_json() | {"schema": "yuje.problem/9"},
         [("schema", "is a format that is not known", "Use yuje.problem/1, or leave the field out.")]),
        (RIGHT.to_json() | {"statement": "1" * 8001},
         [("statement", "is too long", "At most 8000 characters are taken.")]),
    ],
)  # fmt: skip
def test_a_faulty_body_names_each_field_and_its_remedy(
    academy: Make, body: object, errors: list[tuple[str, str, str]]
) -> None:
    assert faults(academy().post("/v1/verify", json=body)) == errors


@pytest.mark.parametrize("place", ["statement", "source", "key"])
def test_half_of_a_surrogate_pair_is_refused_with_its_field(academy: Make, place: str) -> None:
    body: dict[str, Any] = {"problem": RIGHT.to_json(), "source": "@"}
    body["problem"]["statement"] = "@" if place == "statement" else "$1+1$"
    if place == "key":
        body["problem"]["model"]["symbols"] = {"@": "real"}
    content = json.dumps(body).replace("@", "\\ud800" if place != "source" else "@").replace('"@"', '"\\ud800"')
    response = academy().post("/v1/verify", content=content.encode(), headers=JSON)
    [(field, message, remedy)] = faults(response)
    assert field == {"statement": "problem.statement", "source": "source", "key": "problem.model.symbols"}[place]
    assert message == "has a character that is no text (U+D800 at character 1)"
    assert remedy == "Remove it."


def test_without_a_key_nothing_is_verified(address: str) -> None:
    response = httpx.post(f"{address}/v1/verify", json=RIGHT.to_json())
    assert (response.status_code, response.headers["www-authenticate"]) == (401, 'Bearer realm="yuje"')


def test_a_body_that_is_too_large_or_no_json_is_refused(academy: Make) -> None:
    client = academy()
    large = client.post("/v1/verify", content=b" " * 2_000_000, headers=JSON)
    assert (large.status_code, large.json()["detail"]) == (
        413,
        "A body may have 1048576 bytes. Send fewer problems at a time.",
    )
    assert client.post("/v1/verify", content=b"{", headers=JSON).json()["type"] == "urn:yuje:problem:invalid-json"
    assert client.post("/v1/verify", content=b"{}", headers={"Content-Type": "text/plain"}).status_code == 415


def test_an_academy_with_too_much_under_way_is_asked_to_wait(
    settings: Settings, services: Services, database: Database
) -> None:
    key, other = create_key(database, "busy"), create_key(database, "idle")
    app = create_app(settings, lambda _: nullcontext(services))
    with TestClient(app) as client:
        caller = client.get("/healthz")
        assert caller.status_code == 200
        tenant = str(_tenant(database, "busy"))
        app.state.under_way[tenant] = verification.MAX_UNDER_WAY
        busy = client.post("/v1/verify", json=RIGHT.to_json(), headers={"Authorization": f"Bearer {key}"})
        idle = client.post("/v1/verify", json=RIGHT.to_json(), headers={"Authorization": f"Bearer {other}"})
        del app.state.under_way[tenant]
        later = client.post("/v1/verify", json=RIGHT.to_json(), headers={"Authorization": f"Bearer {key}"})
        assert dict(app.state.under_way) == {}
    assert (busy.status_code, busy.headers["retry-after"]) == (429, "5")
    assert (
        busy.json()["detail"] == "At most 400 problems of one academy are verified at a time. Send again in a moment."
    )
    assert (idle.status_code, later.status_code) == (200, 200)


def _tenant(database: Database, name: str) -> object:
    from service.database.connection import tenant_id_of

    return tenant_id_of(name)


def test_batches_and_single_problems_come_at_the_same_time(academy: Make) -> None:
    clients = [academy() for _ in range(4)]
    batch = {"items": [problem.to_json() for problem in [RIGHT, WRONG] * 50]}

    def verdicts(client: httpx.Client) -> list[str]:
        return [result["certificate"]["verdict"] for result in sent(client, batch)["results"]]

    with ThreadPoolExecutor(8) as threads:
        batches = [threads.submit(verdicts, client) for client in clients]
        singles = [threads.submit(sent, client, RIGHT.to_json()) for client in clients]
        assert [single.result()["certificate"]["verdict"] for single in singles] == ["proved"] * 4
        assert [each.result() for each in batches] == [["proved", "refuted"] * 50] * 4


HANGING = """
from generation.verify.checks.registry import CHECKS as REAL

def hang(context):
    if "hang" in context.problem.statement:
        9 ** 9 ** 9

CHECKS = (("hang", lambda context: hang(context) or REAL[0][1](context)), *REAL)
"""


def test_an_item_that_hangs_costs_its_neighbours_nothing_also_in_the_server(
    settings: Settings, services: Services, database: Database, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "checks_that_hang.py").write_text(HANGING, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    key = create_key(database, "hanging")
    with IsolatedVerifier(2, 0.3, wall_s=60, checks="checks_that_hang:CHECKS") as verifier:
        lame = replace(services, verifier=verifier)
        with TestClient(create_app(settings, lambda _: nullcontext(lame))) as client:
            items = [RIGHT, replace(RIGHT, statement="hang"), OTHER]
            answer = client.post(
                "/v1/verify",
                json={"items": [item.to_json() for item in items]},
                headers={"Authorization": f"Bearer {key}"},
            ).json()
    assert [result["certificate"]["verdict"] for result in answer["results"]] == ["proved", "undecided", "proved"]
    [check] = answer["results"][1]["certificate"]["checks"]
    assert (check["code"], check["detail"]) == ("worker.processor-time", "not finished within 0.3 s of processor time")


def test_items_that_are_not_reached_in_time_are_undecided(
    settings: Settings, services: Services, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "BATCH_S", 0.0)
    key = create_key(database, "late")
    with TestClient(create_app(settings, lambda _: nullcontext(services))) as client:
        answer = client.post(
            "/v1/verify", json={"items": [RIGHT.to_json()] * 20}, headers={"Authorization": f"Bearer {key}"}
        ).json()
    last = answer["results"][-1]["certificate"]
    assert (last["verdict"], last["checks"][0]["code"]) == ("undecided", "worker.request-time")
    assert last["problem_sha256"] == RIGHT.sha256()


@pytest.mark.parametrize(
    ("guide", "language", "line"),
    [
        ("verify.md", "en", "{name}  {outcome}  {code}  {detail}"),
        ("verify.ko.md", "ko", "{message}"),
    ],
)
def test_the_guides_request_gets_the_guides_answer(academy: Make, guide: str, language: str, line: str) -> None:
    text = (Path(__file__).parents[2] / "docs" / guide).read_text(encoding="utf-8")
    request = json.loads(text.split("```json\n")[1].split("```")[0])
    certificate = sent(academy(), request, **{"Accept-Language": language})["certificate"]
    shown = [line.format(**check) for check in certificate["checks"] if check["outcome"] != "not_applicable"]
    assert (certificate["verdict"], len(shown)) == ("refuted", 7)
    assert [each for each in shown if f"\n{each}\n" not in text] == []


def test_the_description_has_schemas_and_examples(address: str, academy: Make) -> None:
    operation = httpx.get(f"{address}/openapi.json").json()["paths"]["/v1/verify"]["post"]
    content = operation["requestBody"]["content"]["application/json"]
    for example in content["examples"].values():
        sent(academy(), example["value"])
    assert {"200", "401", "413", "415", "422", "429"} <= set(operation["responses"])
