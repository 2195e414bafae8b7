"""The page /docs: self-contained, because the usual one loads its scripts from a network and is blank without."""

from __future__ import annotations

import html
import json
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

router = APIRouter()

_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "examples": ["urn:yuje:problem:invalid-input"]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {name: {"type": "string"} for name in ("field", "message", "remedy")},
            },
        },
    },
}
ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"description": description, "content": {"application/problem+json": {"schema": _PROBLEM}}}
    for status, description in (
        (401, "No API key, or one that is not known"),
        (403, "A revoked key"),
        (404, "Not there, or another academy's"),
        (413, "More than 1 MiB"),
        (415, "Not application/json"),
        (422, "Not JSON, or fields to correct: each named with what would be right"),
        (503, "The database does not answer"),
    )
}
VERIFY_ERRORS: dict[int | str, dict[str, Any]] = {
    429: {
        "description": "Too many items of this academy under way; Retry-After says when to send again",
        "content": {"application/problem+json": {"schema": _PROBLEM}},
    }
}

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Yuje API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem }}
body {{ color: #1b1b1b; background: #fff }}
h2 {{ margin: 2rem 0 .25rem; font-size: 1.1rem }} code, pre {{ font-family: ui-monospace, monospace; font-size: .9em }}
pre {{ background: #f4f4f5; padding: .75rem; overflow-x: auto }} .verb {{ font-weight: 700 }}
td, th {{ text-align: left; padding: .15rem 1rem .15rem 0; vertical-align: top }} a {{ color: #0b57d0 }}
</style></head><body>
<h1>Yuje API <small>{version}</small></h1>
<p>{description} The machine-readable description is <a href="openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
{operations}
</body></html>
"""


@router.get("/docs", include_in_schema=False)
def docs(request: Request) -> HTMLResponse:
    """The operations of this API as a page."""
    schema = request.app.openapi()
    operations = "\n".join(
        _operation(verb, path, operation)
        for path, verbs in schema["paths"].items()
        for verb, operation in verbs.items()
    )
    page = _PAGE.format(
        version=html.escape(schema["info"]["version"]),
        description=html.escape(schema["info"]["description"]),
        operations=operations,
    )
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
    return HTMLResponse(page, headers={"Content-Security-Policy": policy})


def _operation(verb: str, path: str, operation: dict[str, Any]) -> str:
    parts = [
        f'<h2 id="{html.escape(operation["operationId"])}"><span class="verb">{verb.upper()}</span> '
        f"<code>{html.escape(path)}</code></h2>",
        f"<p>{html.escape(operation.get('summary', ''))}. {html.escape(operation.get('description', ''))}</p>",
    ]
    if operation.get("parameters"):
        rows = "".join(_parameter(parameter) for parameter in operation["parameters"])
        parts.append(f"<table><tr><th>Parameter</th><th>In</th><th></th></tr>{rows}</table>")
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    if "example" in body:
        parts.append(f"<pre>{html.escape(json.dumps(body['example'], ensure_ascii=False, indent=2))}</pre>")
    rows = "".join(
        f"<tr><td><code>{html.escape(status)}</code></td><td>{html.escape(response['description'])}</td></tr>"
        for status, response in operation["responses"].items()
    )
    parts.append(f"<table><tr><th>Status</th><th></th></tr>{rows}</table>")
    return "\n".join(parts)


def _parameter(parameter: dict[str, Any]) -> str:
    schema = parameter.get("schema", {})
    about = parameter.get("description") or schema.get("description", "")
    default = f" (default {json.dumps(schema['default'])})" if schema.get("default") is not None else ""
    cells = (f"<code>{html.escape(parameter['name'])}</code>", parameter["in"], html.escape(about + default))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
