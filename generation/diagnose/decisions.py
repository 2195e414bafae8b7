"""What teachers decided about earlier diagnoses: a port, and the counts in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Decided:
    """How often a misconception was confirmed, and how often it was rejected, as the cause of a mistake."""

    confirmed: int = 0
    rejected: int = 0

    def weight(self) -> float:
        """How much more (above 1) or less likely past decisions make it; 1 without any, between 0 and 2.

        The share of confirmations, as if two decisions each way had been made before the first one.
        """
        return 2 * (self.confirmed + 2) / (self.confirmed + self.rejected + 4)


class Decisions(Protocol):
    """Where an academy's decisions are kept. The last word on a candidate of a mistake counts, those before do not."""

    def record(self, mistake_id: UUID, mal_rule: str, *, confirmed: bool) -> None:
        """Keep what a teacher decided about one candidate of a mistake."""
        ...

    def counts(self) -> Mapping[str, Decided]:
        """The counts by mal-rule; those without decisions are missing."""
        ...


class DecisionsInMemory:
    """Decisions of this process."""

    def __init__(self) -> None:
        self._decided: dict[tuple[UUID, str], bool] = {}

    def record(self, mistake_id: UUID, mal_rule: str, *, confirmed: bool) -> None:
        """Keep what a teacher decided about one candidate of a mistake."""
        self._decided[mistake_id, mal_rule] = confirmed

    def counts(self) -> Mapping[str, Decided]:
        """The counts by mal-rule; those without decisions are missing."""
        votes: dict[str, list[bool]] = defaultdict(list)
        for (_, mal_rule), confirmed in self._decided.items():
            votes[mal_rule].append(confirmed)
        return {name: Decided(sum(given), len(given) - sum(given)) for name, given in votes.items()}
