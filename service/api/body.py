"""Reading of a JSON body from outside: bounded while it streams, decoded, parsed, checked."""

from __future__ import annotations

import json

from starlette.requests import Request

from service.api.problem_details import ApiError
from service.posted import PostedMistake, read_posted

MAX_BYTES = 1 << 20


async def posted_mistake(request: Request) -> PostedMistake:
    """The mistake in a request's body. Raises ApiError or FaultyBodyError."""
    return read_posted(await json_body(request))


async def json_body(request: Request, too_large: str = "too_large") -> object:
    """The parsed body; ``too_large`` is the message for one that is. Raises ApiError."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise ApiError("unsupported-media-type", "not_json_type", {"Accept": "application/json"})
    return _parsed(await _bounded(request, ApiError("too-large", too_large, limit=MAX_BYTES)))


async def _bounded(request: Request, too_large: ApiError) -> bytes:
    """The body, or an error as soon as more than the limit is announced or has come."""
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced[:20]) > MAX_BYTES:
        raise too_large
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BYTES:
            raise too_large
    return bytes(body)


def _parsed(body: bytes) -> object:
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise ApiError("invalid-json", "not_utf8") from None
    except json.JSONDecodeError as error:
        raise ApiError(
            "invalid-json", "invalid_json", line=error.lineno, column=error.colno, reason=error.msg
        ) from None
    except RecursionError:
        raise ApiError("invalid-json", "json_too_deep") from None
    except ValueError as error:  # NaN, or a number of more digits than Python reads
        reason = str(error) if str(error).startswith("NaN") else "a number is too long"
        raise ApiError("invalid-json", "invalid_json", line=1, column=1, reason=reason) from None


def _no_constant(name: str) -> object:
    raise ValueError(f"NaN and Infinity are no JSON ({name})")
