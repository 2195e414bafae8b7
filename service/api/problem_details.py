"""Errors as `application/problem+json` (RFC 9457): the one place where HTTP statuses are decided."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ingest.ledger import LedgerUnavailable
from service.api.language import language_for
from service.messages import Language, message
from service.posted import Fault, FaultyBodyError

MEDIA_TYPE = "application/problem+json"
STATUS = {
    "bad-request": 400,
    "unauthenticated": 401,
    "forbidden": 403,
    "not-found": 404,
    "method-not-allowed": 405,
    "too-large": 413,
    "unsupported-media-type": 415,
    "too-many": 429,
    "invalid-json": 422,
    "invalid-input": 422,
    "internal": 500,
    "unavailable": 503,
    "not-ready": 503,
}
"""Every kind of error with its status; the type of a problem is ``urn:yuje:problem:<kind>``."""
_LOG = logging.getLogger(__name__)


class ApiError(Exception):
    """An expected error: its kind, the key of its detail and what fills the places."""

    def __init__(self, kind: str, detail: str, headers: Mapping[str, str] | None = None, **values: object) -> None:
        super().__init__(detail)
        self.kind, self.detail, self.headers, self.values = kind, detail, headers, values


def handle_errors(app: FastAPI) -> None:
    """Give every error of an application its problem details."""
    app.add_exception_handler(ApiError, _api_error)
    app.add_exception_handler(FaultyBodyError, _faulty_body)
    app.add_exception_handler(RequestValidationError, _faulty_parameters)
    app.add_exception_handler(HTTPException, _http_exception)
    for kind in (OperationalError, InterfaceError, PoolTimeoutError, LedgerUnavailable):
        app.add_exception_handler(kind, _database_error)
    app.add_exception_handler(Exception, _unexpected)


def problem_response(
    request: Request,
    kind: str,
    detail: str,
    *,
    language: Language | None = None,
    headers: Mapping[str, str] | None = None,
    **members: Any,
) -> Response:
    """A response with problem details; ``members`` are added to them."""
    spoken = language or language_for(request)
    status = STATUS[kind]
    body = {
        "type": f"urn:yuje:problem:{kind}",
        "title": message(f"title.{kind}", spoken),
        "status": status,
        "detail": detail,
        "instance": f"urn:yuje:request:{request_id(request)}",
        **members,
    }
    return JSONResponse(body, status, {"Content-Language": spoken, **(headers or {})}, media_type=MEDIA_TYPE)


def request_id(request: Request) -> str:
    """The id under which the request is logged."""
    return str(request.scope.get("yuje.request_id", "-"))


def _api_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, ApiError)
    detail = message(error.detail, language_for(request), **error.values)
    return problem_response(request, error.kind, detail, headers=error.headers)


def _faulty_body(request: Request, error: Exception) -> Response:
    assert isinstance(error, FaultyBodyError)
    return _faulty(request, error.faults)


def _faulty_parameters(request: Request, error: Exception) -> Response:
    """Parameters of the address; bodies are read by :mod:`service.api.body`."""
    assert isinstance(error, RequestValidationError)
    from service.api.mistakes import Wanted  # the routes import this module
    from service.api.search import Sought
    from service.posted import faults_of

    errors = [{**fault, "loc": fault["loc"][1:]} for fault in error.errors()]
    model = Sought if request.url.path == "/v1/search" else Wanted
    return _faulty(request, faults_of(errors, model, where="query."))


def _faulty(request: Request, faults: Sequence[Fault]) -> Response:
    language = language_for(request)
    return problem_response(
        request,
        "invalid-input",
        message("fix_fields", language),
        errors=[fault_json(fault, language) for fault in faults],
    )


def fault_json(fault: Fault, language: Language) -> dict[str, Any]:
    """A fault as it is answered: field, message and remedy."""
    values: dict[str, Any] = dict(fault.values)
    extra: dict[str, Any] = {name: values[name] for name in ("position", "suggestions") if name in values}
    if "suggestions" in values:
        codes = ", ".join(values.pop("suggestions"))
        values["near"] = message("near_codes", language, codes=codes) if codes else ""
    return {
        "field": fault.name,
        "message": message(fault.key, language, **values),
        "remedy": message(f"{fault.key}.remedy", language, **values),
        **extra,
    }


def _http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    language = language_for(request)
    match error.status_code:
        case 404:
            return problem_response(request, "not-found", message("no_such_page", language))
        case 405:
            allowed = (error.headers or {}).get("Allow", "")
            detail = message("method_not_allowed", language, allowed=allowed)
            return problem_response(request, "method-not-allowed", detail, headers=error.headers)
        case _:
            return problem_response(request, "bad-request", str(error.detail))


def _database_error(request: Request, error: Exception) -> Response:
    _LOG.error("database unavailable", exc_info=error, extra={"request_id": request_id(request)})
    detail = message("database_unavailable", language_for(request))
    return problem_response(request, "unavailable", detail, headers={"Retry-After": "5"})


def _unexpected(request: Request, error: Exception) -> Response:
    _LOG.error("unexpected error", exc_info=error, extra={"request_id": request_id(request)})
    detail = message("internal", language_for(request), request_id=request_id(request))
    return problem_response(request, "internal", detail)
