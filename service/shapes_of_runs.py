"""Runs of ingestion as JSON, for the command line and the API."""

from __future__ import annotations

from typing import Any

from ingest.ledger import PastRun


def past_run_json(past: PastRun) -> dict[str, Any]:
    """A run with its report."""
    ended = None if past.ended is None else past.ended.isoformat()
    return {"id": past.id, "started": past.started.isoformat(), "ended": ended, **past.report}
