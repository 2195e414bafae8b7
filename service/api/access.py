"""Who calls, and that caller's transaction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.orm import Session

from service.api.problem_details import ApiError
from service.bootstrap import Services
from service.database.keys import Caller, find_caller

_BEARER = HTTPBearer(auto_error=False, description="The API key of an academy: yuje_<prefix>_<secret>")
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="yuje"'}


def services_of(request: Request) -> Services:
    """What the application was started with."""
    services: Services = request.app.state.services
    return services


def caller_of(
    request: Request,
    services: Annotated[Services, Depends(services_of)],
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)],
) -> Caller:
    """The academy that a request's key belongs to. Raises ApiError."""
    if credentials is None:
        raise ApiError("unauthenticated", "key_missing", _CHALLENGE)
    caller = find_caller(services.database, credentials.credentials)
    if caller is None:
        raise ApiError("unauthenticated", "key_unknown", _CHALLENGE)
    if caller.revoked:
        raise ApiError("forbidden", "key_revoked")
    request.scope["yuje.tenant"] = str(caller.tenant_id)
    return caller


def transaction(
    services: Annotated[Services, Depends(services_of)], caller: Annotated[Caller, Depends(caller_of)]
) -> Iterator[Session]:
    """The caller's transaction: the one commit of a request, before its answer is sent."""
    with services.database.session(caller.tenant_id) as session:
        yield session


KnownCaller = Annotated[Caller, Depends(caller_of)]
# scope="function": committed before the answer leaves, so that a failed commit is not answered with 201.
Transaction = Annotated[Session, Depends(transaction, scope="function")]
Parts = Annotated[Services, Depends(services_of)]
