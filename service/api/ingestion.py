"""What came of the caller's nightly runs."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from service.api.access import KnownCaller, Parts
from service.api.documentation import ERRORS
from service.database.ledger import StoredLedger
from service.run_shapes import letter_json, past_run_json

router = APIRouter(prefix="/v1/ingestion", tags=["ingestion"])


class Wanted(BaseModel):
    """How many."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    limit: int = Field(20, ge=1, le=1000, description="Most entries")


@router.get("/runs", summary="Reports of past runs, the latest first", responses=ERRORS)
def runs(caller: KnownCaller, services: Parts, wanted: Annotated[Wanted, Query()]) -> dict[str, list[dict[str, Any]]]:
    """What each run read, found new, changed and removed, rejected and redacted, and its seconds by stage."""
    ledger = StoredLedger(services.database, caller.tenant_id)
    return {"runs": [past_run_json(past) for past in ledger.history(wanted.limit)]}


@router.get("/rejected", summary="Rows that were rejected, the oldest first", responses=ERRORS)
def rejected(
    caller: KnownCaller, services: Parts, wanted: Annotated[Wanted, Query()]
) -> dict[str, list[dict[str, Any]]]:
    """File, row, field and reason of each, and the row without personal data."""
    ledger = StoredLedger(services.database, caller.tenant_id)
    return {"rejected": [letter_json(one) for one in ledger.letters(wanted.limit)]}
