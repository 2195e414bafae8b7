"""A question to a worker and its answer, as JSON: nothing that could run is ever sent either way."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generation.problem import Answer, Ask, Choice, Model, Problem, Step
from generation.verify.certificate import Certificate, CheckResult
from generation.verify.compared import ComparedWith, Source

MAX_BYTES = 1_000_000
"""A whole item with its source is some kilobytes."""


def question(problem: Problem, source: Source, bank: Iterable[str]) -> bytes:
    """What a worker is asked."""
    body: dict[str, Any] = {"problem": problem.to_json(), "bank": list(bank)}
    if isinstance(source, Problem):
        body["source"] = {"problem": source.to_json()}
    elif isinstance(source, Model):
        body["source"] = {"model": Problem("", source, Answer(())).to_json()["model"]}
    elif source is not None:
        body["source"] = {"text": source}
    return json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass")


def read_question(body: bytes) -> tuple[Problem, Source, frozenset[str]]:
    """The problem, its source and the bank, as they were sent."""
    data = json.loads(body.decode("utf-8", "surrogatepass"))
    source: Source = None
    if (sent := data.get("source")) is not None:
        if "problem" in sent:
            source = problem_from(sent["problem"])
        else:
            source = model_from(sent["model"]) if "model" in sent else sent["text"]
    return problem_from(data["problem"]), source, frozenset(data["bank"])


def problem_from(body: Mapping[str, Any]) -> Problem:
    """The problem that ``to_json`` wrote; for text from outside there is :mod:`generation.schema`."""
    return Problem(
        body["statement"],
        model_from(body["model"]),
        Answer(tuple(body["answer"]["values"]), body["answer"]["unit"]),
        language=body["language"],
        standard=body["standard"],
        solution=tuple(Step(step["text"], step["math"]) for step in body["solution"]),
        choices=tuple(
            Choice(tuple(choice["value"]), choice.get("correct", False), choice.get("misconception"))
            for choice in body["choices"]
        ),
        targets=body["targets"],
        id=body.get("id"),
    )


def model_from(body: Mapping[str, Any]) -> Model:
    """The model that ``to_json`` wrote."""
    ask = body["ask"]
    return Model(
        Ask(
            ask["kind"],
            tuple(ask.get("for", ())),
            ask.get("of"),
            ask.get("form"),
            ask.get("sense"),
            tuple(ask.get("event", ())),
            ask.get("claim"),
        ),
        body["symbols"],
        body["define"],
        tuple(body["given"]),
    )


def reply(certificate: Certificate) -> bytes:
    """What a worker answers."""
    return json.dumps(certificate.to_json(), ensure_ascii=False).encode("utf-8", "surrogatepass")


def read_reply(body: bytes) -> Certificate:
    """The certificate that a worker answered."""
    data = json.loads(body.decode("utf-8", "surrogatepass"))
    checks = tuple(
        CheckResult(c["name"], c["outcome"], c["detail"], tuple(c["evidence"]), c["capped"]) for c in data["checks"]
    )
    return Certificate(
        data["verdict"],
        checks,
        data["problem_sha256"],
        data["versions"],
        data["fingerprint"],
        ComparedWith(**data["compared_with"]),
    )
