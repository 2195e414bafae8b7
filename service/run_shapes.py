"""Runs of ingestion and rejected rows as JSON, for the command line and the API."""

from __future__ import annotations

from typing import Any

from ingest.ledger import Delivered, PastRun


def past_run_json(past: PastRun) -> dict[str, Any]:
    """A run with its report."""
    ended = None if past.ended is None else past.ended.isoformat()
    return {"id": past.id, "started": past.started.isoformat(), "ended": ended, **past.report}


def letter_json(one: Delivered) -> dict[str, Any]:
    """A rejected row with where it stands."""
    letter = one.letter
    return {
        "source": one.source,
        "file": one.file,
        "sheet": letter.part,
        "row": letter.row,
        "field": letter.field,
        "reason": letter.reason,
        "raw": letter.raw,
        "since": one.since.isoformat(),
    }
