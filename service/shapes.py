"""The JSON shapes that API and command line share."""

from __future__ import annotations

from typing import Any

from generation.diagnose.diagnosis import Diagnosis
from generation.pipeline import Grounding, Outcome, Verified
from retrieval.bank import BankProblem
from retrieval.hit import Hit
from retrieval.note import WrongAnswerNote
from retrieval.standard import Standard
from service.messages import Language, message


def diagnosis_json(diagnosis: Diagnosis) -> dict[str, Any]:
    """Misconceptions best first, each with its derivation line by line, the wrong line marked."""
    return {
        "misconceptions": [
            {
                "id": candidate.id,
                "name": candidate.name,
                "belief": candidate.belief,
                "confidence": candidate.confidence,
                "together_with": candidate.with_,
                "evidence": [
                    {"math": line.infix, "latex": line.latex, "reason": line.reason, "wrong": line.wrong}
                    for line in candidate.evidence
                ],
            }
            for candidate in diagnosis.misconceptions
        ],
        "answer_read": diagnosis.answer_read,
        "answer_is_right": diagnosis.answer_is_right,
        "answer_is_unfinished": diagnosis.answer_is_unfinished,
        "first_wrong_line": None
        if (line := diagnosis.first_wrong_line) is None
        else {"number": line.number, "text": line.text, "misconceptions": list(line.mal_rules)},
        "note": diagnosis.note,
    }


def grounding_json(grounding: Grounding) -> dict[str, Any]:
    """Standard and notes; ``searched`` tells notes that are not there from a search that was not."""
    standard = grounding.standard
    return {
        "standard": None if standard is None else {"code": standard.code, "text": standard.text},
        "notes": [
            {
                "id": hit.id,
                "statement": hit.payload.statement,
                "student_answer": hit.payload.student_answer,
                "misconception": hit.payload.misconception,
                "text": hit.payload.text,
                "score": round(hit.score, 4),
            }
            for hit in grounding.notes
            if isinstance(hit.payload, WrongAnswerNote)
        ],
        "searched": grounding.searched,
    }


def hit_json(hit: Hit) -> dict[str, Any]:
    """A hit with what each part of the search gave it, and the fields of its row that are the academy's own."""
    row = hit.payload
    own: dict[str, Any] = {"standard": row.code} if isinstance(row, Standard) else {"standard": row.standard}
    if not isinstance(row, Standard):
        own |= {"misconception": row.misconception, "language": row.language}
    if isinstance(row, WrongAnswerNote):
        own |= {"student_answer": row.student_answer, "correct_answer": row.correct_answer, "mark": row.mark}
    elif isinstance(row, BankProblem):
        own |= {"answer": row.answer}
    return {
        "kind": hit.kind,
        "id": hit.id,
        "text": hit.text,
        "score": round(hit.score, 6),
        "explanation": hit.explain(),
        "parts": {
            leg: {"rank": part.rank, "score": round(part.score, 4), "share": round(part.share, 6)}
            for leg, part in hit.parts.items()
        },
        **own,
    }


def verified_json(item: Verified, source: str) -> dict[str, Any]:
    """A problem, the statement that it was made from, and its certificate: what a replay needs."""
    return {"problem": item.problem.to_json(), "source": source, "certificate": item.certificate.to_json()}


def note_of(outcome: Outcome, wanted: int, language: Language) -> str:
    """What a person should know about an outcome; empty where all went as asked."""
    diagnosis = outcome.diagnosis
    notes: list[str] = []
    if diagnosis.model is not None and not diagnosis.answer_read:
        notes.append(message("answer_unread", language))
    elif diagnosis.answer_is_unfinished:
        notes.append(message("answer_unfinished", language))
    elif diagnosis.answer_is_right:
        notes.append(message("answer_right", language))
    elif diagnosis.model is not None and not diagnosis.misconceptions:
        notes.append(message("unknown_misconception", language))
    if notes and outcome.items:
        notes.append(message("same_type", language))
    if diagnosis.model is None:
        notes.append(message("statement_unread", language))
    elif diagnosis.misconceptions and (others := sum(item.problem.targets is None for item in outcome.items)):
        notes.append(message("without_target", language, others=others))
    if diagnosis.model is not None and outcome.shortage is not None:
        notes.append(message(outcome.shortage, language, wanted=wanted, given=len(outcome.items)))
    return " ".join(notes)
