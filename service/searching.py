"""`yuje search`: the index from the command line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ingest.load import load_curriculum
from retrieval.errors import InvalidQuery, RetrievalError
from retrieval.filter import Filter
from retrieval.hit import Kind
from service.bootstrap import open_index
from service.database.connection import tenant_id_of
from service.errors import DocumentError, ServiceError
from service.settings import Settings
from service.shapes import hit_json


def search(
    settings: Settings, query: str, kind: Kind, tenant: str | None, where: Filter, k: int
) -> Iterator[dict[str, Any]]:
    """Hits, best first. Raises ServiceError where the index cannot be used or no academy is named for its rows."""
    if kind != "standard" and not tenant:
        raise DocumentError(f"--kind {kind} is an academy's own: give --tenant NAME")
    owner = str(tenant_id_of(tenant)) if tenant else None
    try:
        with open_index(settings) as index:
            load_curriculum(index)
            for hit in index.search(query, kind=kind, tenant=owner, where=where, k=k):
                yield hit_json(hit)
    except InvalidQuery as error:
        raise DocumentError(str(error)) from error
    except RetrievalError as error:
        raise ServiceError(
            f"the index in {settings.index_uri} cannot be used: {error}; is yuje serve running?"
        ) from error


def line_of(hit: dict[str, Any]) -> str:
    """A hit for people: what it is, and where its score came from."""
    about = hit["id"] if hit["kind"] == "standard" else f"{hit['id']} {hit['standard'] or ''}".strip()
    slip = f"  ({hit['misconception']})" if hit.get("misconception") else ""
    return f"{about}  {' '.join(hit['text'].split())}{slip}\n    {hit['explanation']}"
