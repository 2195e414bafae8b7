"""What a run did, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Status = Literal["running", "done", "partly", "failed", "interrupted"]
"""``partly``: something could not be read now, and stays in the index as it was; ``failed``: the run broke off."""


class Seconds(dict[str, float]):
    """Time by stage, nothing yet for a stage that is not there."""

    def __missing__(self, stage: str) -> float:
        return 0.0


@dataclass
class RunReport:
    """One run for one academy. ``read`` = ``new`` + ``changed`` + ``unchanged`` + ``rejected`` + ``repeated``."""

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    rejected: int = 0
    repeated: int = 0
    """Records that stand in the same file a second time, word for word."""

    key_refuted: int = 0
    """Of the new and changed ones: the verifier refutes their correct answer."""

    unverified: int = 0
    """Of the new and changed ones: from a PDF's text layer."""

    repaired: int = 0
    """Rows that the index had lost, or had without reason."""

    redacted: Counter[str] = field(default_factory=Counter)
    files: int = 0
    files_skipped: int = 0
    """Files as they were on the last run: hashed, not read."""

    files_unreadable: int = 0
    embedded: int = 0
    seconds: Seconds = field(default_factory=Seconds)
    """By stage: list, hash, read, clean, check, embed (the last three of all workers together), store, ledger, wait."""

    status: Status = "running"
    problems: list[str] = field(default_factory=list)
    """Why the run is no ``done`` one, each with its remedy; never a record's text."""

    @property
    def exit_code(self) -> int:
        """0 where all was done, 1 where not."""
        return 0 if self.status == "done" else 1

    def to_json(self) -> dict[str, Any]:
        """As it is kept and shown."""
        body = asdict(self)
        body["redacted"] = dict(sorted(self.redacted.items()))
        body["seconds"] = {stage: round(seconds, 3) for stage, seconds in sorted(self.seconds.items())}
        return body
