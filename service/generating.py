"""The pipeline for the command line: no database, no index."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generation.diagnose.diagnosis import Diagnosis
from generation.mistake import Mistake
from generation.pipeline import Grounding, Verify, respond
from generation.symbolic.difficulty import Difficulty
from generation.symbolic.request import Vary
from retrieval.standard import find_standard
from service.computing import Computing
from service.messages import Language
from service.shapes import diagnosis_json, note_of, verified_json


def generated(
    mistake: Mistake,
    computing: Computing,
    verify: Verify,
    count: int,
    choices: bool,
    seed: int,
    language: Language | None,
    difficulty: Difficulty = "same",
    vary: Vary = "numbers",
) -> dict[str, Any]:
    """Diagnosis and verified problems as JSON; the same for the same arguments."""
    if language is not None:
        mistake = replace(mistake, language=language)
    outcome = respond(
        mistake,
        _standard_only,
        computing.propose,
        verify,
        count,
        choices,
        seed,
        diagnose=computing.diagnose,
        difficulty=difficulty,
        vary=vary,
    )
    return {
        "language": outcome.diagnosis.language,
        **diagnosis_json(outcome.diagnosis),
        "note": note_of(outcome, count, outcome.diagnosis.language),
        "problems": [verified_json(item, mistake.statement) for item in outcome.items],
        "rejected": dict(outcome.rejected),
    }


def _standard_only(mistake: Mistake, diagnosis: Diagnosis) -> Grounding:
    return Grounding(find_standard(mistake.standard) if mistake.standard else None)
