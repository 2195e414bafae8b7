"""Whether the process lives, and whether its parts do their work."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlalchemy.exc import SQLAlchemyError

from generation.problem import Answer, Ask, Model, Problem
from retrieval.errors import RetrievalError
from service.api.access import Parts
from service.api.language import language_for
from service.api.problem_details import problem_response
from service.bootstrap import Services
from service.messages import message

router = APIRouter(tags=["health"])
_KNOWN = Problem("$1+1$을 계산하시오.", Model(Ask("value", of="1+1")), Answer(("2",)))
"""A problem whose verdict is known."""


@router.get("/healthz", summary="Alive")
def healthz() -> dict[str, str]:
    """Answers while the process lives; asks nothing of its parts."""
    return {"status": "alive"}


@router.get("/readyz", summary="Ready, part by part", response_model=None)
def readyz(request: Request, services: Parts) -> dict[str, Any] | Response:
    """Database, index and verifier, each `ok` or with what is missing; 503 where one is not ok."""
    parts = {"database": _database(services), "index": _index(services), "verifier": _verifier(services)}
    if all(state == "ok" for state in parts.values()):
        return {"status": "ready", "parts": parts}
    detail = message("not_ready", language_for(request))
    return problem_response(request, "not-ready", detail, parts=parts)


def _database(services: Services) -> str:
    try:
        services.database.ping()
    except SQLAlchemyError as error:
        return f"does not answer ({type(error).__name__})"
    return "ok"


def _index(services: Services) -> str:
    if services.index is None:
        return services.missing.get("index", "not opened")
    try:
        standards = services.index.count("standard")
    except RetrievalError as error:
        return f"does not answer: {error}"
    return "ok" if standards else "holds no standards; run yuje ingest run"


def _verifier(services: Services) -> str:
    verdict = services.verify(_KNOWN).verdict
    return "ok" if verdict == "proved" else f"gave {verdict} for a problem known to be proved"
