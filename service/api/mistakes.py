"""Mistakes come in, verified problems go out."""

from __future__ import annotations

import secrets
import uuid
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse

from generation.pipeline import Outcome
from generation.symbolic.difficulty import Difficulty
from generation.symbolic.request import Vary
from service.api.access import KnownCaller, Parts, Transaction
from service.api.body import posted_mistake
from service.api.documentation import ERRORS
from service.api.language import preferred
from service.api.problem_details import ApiError
from service.database.records import Posted, add_mistake, add_problems, find_problem
from service.messages import Language
from service.posted import PostedMistake
from service.shapes import diagnosis_json, grounding_json, note_of, verified_json

router = APIRouter(prefix="/v1", tags=["mistakes"])


class Wanted(BaseModel):
    """What a client wants for a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    count: int = Field(3, ge=0, le=10, description="Number of similar problems")
    choices: bool = Field(True, description="Five choices, distractors made by misconceptions")
    seed: int | None = Field(None, ge=0, le=2**53 - 1, description="The same seed gives the same problems")
    difficulty: Difficulty = Field("same", description="Than the mistake's problem; origin.moved says by what")
    vary: Vary = Field("numbers", description="structure: one step away, or asked backwards")


@router.post(
    "/mistakes",
    status_code=201,
    summary="Post a wrong answer and get similar, verified problems",
    responses=ERRORS,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": PostedMistake.model_json_schema()}},
        }
    },
)
def post_mistake(
    request: Request,
    caller: KnownCaller,
    wanted: Annotated[Wanted, Query()],
    posted: Annotated[PostedMistake, Depends(posted_mistake)],
    services: Parts,
    session: Transaction,
) -> Response:
    """Diagnose a wrong answer, ground it, and answer with problems that a verifier has proved.

    A wrong answer that cannot be read is kept too (`answer_read: false`).
    """
    mistake_id = uuid.uuid4()
    seed = wanted.seed if wanted.seed is not None else secrets.randbelow(2**31)
    mistake = posted.to_mistake()
    # Computed before the first statement: the transaction begins with it and is held for milliseconds.
    outcome = services.respond(
        caller.tenant_id,
        mistake,
        wanted.count,
        wanted.choices,
        seed,
        source=f"mistake:{mistake_id}",
        difficulty=wanted.difficulty,
        vary=wanted.vary,
    )
    diagnosis = diagnosis_json(outcome.diagnosis)
    kept = Posted(
        mistake_id,
        mistake,
        outcome.diagnosis.language,
        posted.student_ref,
        diagnosis,
        outcome.diagnosis.answer_read,
        seed,
    )
    add_mistake(session, caller, kept)
    add_problems(session, caller, mistake_id, outcome.items)
    return JSONResponse(_body(request, kept, outcome, wanted.count), 201)


@router.get("/problems/{problem_id}", tags=["problems"], summary="A problem with its certificate", responses=ERRORS)
def get_problem(problem_id: str, session: Transaction) -> dict[str, Any]:
    """A problem of the caller's own; another academy's id is as unknown as one that was never given."""
    try:
        wanted = uuid.UUID(problem_id)
    except ValueError:
        raise ApiError("not-found", "problem_not_found") from None
    found = find_problem(session, wanted)
    if found is None:
        raise ApiError("not-found", "problem_not_found")
    return {
        "problem": found.problem,
        "source": found.source,
        "certificate": found.certificate,
        "mistake": str(found.mistake_id),
    }


def _body(request: Request, kept: Posted, outcome: Outcome, count: int) -> dict[str, Any]:
    spoken: Language = preferred(request.headers.get("accept-language", "")) or outcome.diagnosis.language
    return {
        "id": str(kept.id),
        "language": kept.language,
        "seed": kept.seed,
        "answer_read": kept.answer_read,
        "diagnosis": kept.diagnosis,
        "grounding": grounding_json(outcome.grounding),
        "problems": [verified_json(item, kept.mistake.statement) for item in outcome.items],
        "rejected": dict(outcome.rejected),
        "note": note_of(outcome, count, spoken),
    }
