"""Search over the standards, and over the caller's own notes and bank."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from retrieval.errors import IndexUnavailable
from retrieval.filter import MAX_VALUE, Filter
from retrieval.hit import Kind
from retrieval.index import MAX_K, MAX_QUERY
from retrieval.note import Language, is_storable
from retrieval.standard import find_standard, suggest_standards
from service.api.access import KnownCaller, Parts
from service.api.documentation import ERRORS
from service.api.problem_details import ApiError
from service.posted import Fault, FaultyBodyError
from service.shapes import hit_json

router = APIRouter(prefix="/v1", tags=["search"])
_HIT = {
    "kind": "standard",
    "id": "[9수02-20]",
    "text": "이차방정식을 풀 수 있고, 이를 활용하여 문제를 해결할 수 있다.",
    "score": 0.0328,
    "explanation": "0.0328 = dense #1 (0.871) 0.0164 + lexical #1 (11.2) 0.0164",
    "parts": {"dense": {"rank": 1, "score": 0.871, "share": 0.0164}},
    "standard": "[9수02-20]",
}


class Sought(BaseModel):
    """What is looked for, and what the hits are limited to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: Annotated[str, StringConstraints(min_length=1, max_length=MAX_QUERY)] = Field(
        description="Words and formulas, such as 이차방정식 $x^2-5x+6=0$"
    )
    kind: Kind = Field("standard", description="standard: the curriculum; note, bank: the academy's own")
    standard: Annotated[str, StringConstraints(max_length=MAX_VALUE)] | None = Field(None, description="[9수02-20]")
    misconception: Annotated[str, StringConstraints(max_length=MAX_VALUE)] | None = Field(
        None, description="A misconception's id, such as sign-of-roots"
    )
    language: Language | None = Field(None, description="Of the row")
    grade: int | None = Field(None, ge=1, le=12, description="School year, 1 to 12; 7 to 9 is middle school")
    k: int = Field(5, ge=1, le=MAX_K, description="Most hits")

    def to_filter(self) -> Filter:
        """The filter. Raises FaultyBodyError naming every parameter that cannot be one."""
        faults = [
            Fault(f"query.{name}", "no_text", {"character": "U+0000–U+001F", "position": "?"})
            for name in ("q", "standard", "misconception")
            if not is_storable(getattr(self, name) or "")
        ]
        if not faults and self.standard is not None and find_standard(self.standard) is None:
            faults = [Fault("query.standard", "unknown_standard", {"suggestions": suggest_standards(self.standard)})]
        if faults:
            raise FaultyBodyError(faults)
        return Filter(self.standard, self.misconception, self.language, self.grade)


@router.get(
    "/search",
    summary="Search standards, notes and the bank",
    response_model=None,
    responses={
        200: {
            "description": "Hits, best first, each with what every part of the search contributed to its score",
            "content": {"application/json": {"schema": {"type": "object", "example": {"hits": [_HIT]}}}},
        },
        **ERRORS,
    },
)
def get_search(caller: KnownCaller, services: Parts, sought: Annotated[Sought, Query()]) -> dict[str, Any]:
    """Search by meaning, by words and by the structure of formulas at once.

    `note` and `bank` hold the caller's own rows only. A hit's `parts` are what meaning (`dense`), words (`lexical`) and
    formulas (`structure`) gave: its rank there, the score there, and its share of the hit's `score`.
    """
    where = sought.to_filter()
    if services.index is None:
        raise ApiError("unavailable", "index_unavailable", {"Retry-After": "5"})
    try:
        hits = services.index.search(sought.q, kind=sought.kind, tenant=str(caller.tenant_id), where=where, k=sought.k)
    except IndexUnavailable as error:
        raise ApiError("unavailable", "index_unavailable", {"Retry-After": "5"}) from error
    return {"hits": [hit_json(hit) for hit in hits]}
