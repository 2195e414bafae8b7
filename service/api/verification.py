"""Verification as a product of its own: a problem or a batch comes in, certificates go out, nothing is kept."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import JSONResponse, Response

from generation.schema import SchemaError
from generation.verify.certificate import Certificate
from generation.verify.verifier import unverified
from service.api.access import KnownCaller, Parts
from service.api.body import json_body
from service.api.documentation import ERRORS, VERIFY_ERRORS
from service.api.language import language_for
from service.api.problem_details import ApiError, fault_json
from service.api.verification_schema import REQUEST_BODY, RESPONSE
from service.bootstrap import Services
from service.certificate_text import told
from service.messages import Language
from service.posed import Posed, read_posed
from service.posted import Fault, FaultyBodyError, fault_of

router = APIRouter(prefix="/v1", tags=["verification"])
MAX_ITEMS = 200
"""Of a batch."""
BATCH_S = 60.0
"""Time for a whole request: 200 school items take a second, 200 that each run into their limit do not end in this."""
MAX_UNDER_WAY = 2 * MAX_ITEMS
"""Items of one academy at a time; more are refused until some are done."""


class _Invalid:
    """In place of an item that could not be read."""

    def __init__(self, error: SchemaError) -> None:
        self.fault = fault_of(error)


Read = Posed | _Invalid


async def posed_items(request: Request) -> tuple[list[Read], bool]:
    """The items of a body and whether it is a batch. Raises ApiError or FaultyBodyError."""
    body = await json_body(request, "too_large_batch")
    if not isinstance(body, Mapping) or "items" not in body:
        item = _read(body)
        if isinstance(item, _Invalid):
            raise FaultyBodyError([item.fault])
        return [item], False
    faults = [Fault(str(name)[:60], "unknown_field", {"known": "items"}) for name in body if name != "items"]
    items = body["items"]
    if not isinstance(items, list):
        faults.append(Fault("items", "wrong_type", {"expected": "[…] (list)"}))
    elif not items:
        faults.append(Fault("items", "no_items"))
    elif len(items) > MAX_ITEMS:
        faults.append(Fault("items", "too_many", {"count": len(items), "limit": MAX_ITEMS}))
    if faults:
        raise FaultyBodyError(faults)
    return [_read(item) for item in items], True


def _read(value: object) -> Read:
    try:
        return read_posed(value)
    except SchemaError as error:
        return _Invalid(error)


@router.post(
    "/verify",
    summary="Verify a problem, or a batch of problems",
    response_model=None,
    responses={200: RESPONSE, **ERRORS, **VERIFY_ERRORS},
    openapi_extra={"requestBody": REQUEST_BODY},
)
async def post_verify(
    request: Request,
    caller: KnownCaller,
    services: Parts,
    posed: Annotated[tuple[list[Read], bool], Depends(posed_items)],
) -> Response:
    """Prove problems, whoever wrote them, and answer with a certificate for each. Nothing is stored.

    The same body always gets the same certificates. In a batch an item that cannot be read has `errors` in place of a
    certificate, and its neighbours are verified all the same.
    """
    items, is_batch = posed
    language = language_for(request)
    readable = [item for item in items if isinstance(item, Posed)]
    with _admitted(request, str(caller.tenant_id), len(readable)):
        certificates = await _certified(services, readable, str(caller.tenant_id) if is_batch else None)
    if not is_batch:
        return JSONResponse({"certificate": told(certificates[0].to_json(), language)})
    results = list(_results(items, iter(certificates), request, language))
    return JSONResponse({"results": results, "counts": _counts(items, certificates)})


@contextmanager
def _admitted(request: Request, tenant: str, count: int) -> Iterator[None]:
    """A place for so many items of an academy. Raises ApiError where it has too many under way."""
    under_way: Counter[str] = request.app.state.under_way
    if under_way[tenant] + count > MAX_UNDER_WAY:
        raise ApiError("too-many", "too_many_under_way", {"Retry-After": "5"}, limit=MAX_UNDER_WAY)
    under_way[tenant] += count
    try:
        yield
    finally:
        under_way[tenant] -= count
        if not under_way[tenant]:
            del under_way[tenant]


async def _certified(services: Services, items: Sequence[Posed], batch: str | None) -> list[Certificate]:
    """Certificates in order. Batches of all academies take turns, item by item, and leave a worker to single items."""
    futures = [services.verifier.submit(item.problem, item.source, item.bank, batch=batch) for item in items]
    try:
        if futures:
            await asyncio.wait([asyncio.wrap_future(future) for future in futures], timeout=BATCH_S)
        return [_certificate(item, future) for item, future in zip(items, futures, strict=True)]
    finally:
        for future in futures:
            future.cancel()


def _certificate(item: Posed, future: Future[Certificate]) -> Certificate:
    if not future.done():
        reason = f"not reached within {BATCH_S:g} s for the whole request; send fewer items at a time"
        return unverified(item.problem, reason, item.source, item.bank)
    return future.result()


def _results(
    items: Sequence[Read], certificates: Iterator[Certificate], request: Request, language: Language
) -> Iterator[dict[str, Any]]:
    for item in items:
        if isinstance(item, Posed):
            yield {"certificate": told(next(certificates).to_json(), language)}
        else:
            yield {"errors": [fault_json(item.fault, language)]}


def _counts(items: Sequence[Read], certificates: Sequence[Certificate]) -> dict[str, int]:
    """How many of each verdict, and how many could not be read."""
    verdicts = Counter(certificate.verdict for certificate in certificates)
    counted = {verdict: verdicts[verdict] for verdict in ("proved", "corroborated", "undecided", "refuted")}
    return counted | {"invalid": len(items) - len(certificates)}
