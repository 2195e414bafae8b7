"""What teachers decided about earlier diagnoses: a port, and the counts in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol


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
    """Where decisions are kept. A teacher's last word on a candidate of a mistake counts, the ones before do not."""

    def record(self, mistake_id: str, mal_rule: str, *, confirmed: bool) -> None:
        """Keep what a teacher decided about one candidate of a mistake."""
        ...

    def counts(self, mal_rules: Collection[str]) -> Mapping[str, Decided]:
        """The counts of these mal-rules; those without decisions may be missing."""
        ...


class DecisionsInMemory:
    """Decisions of this process."""

    def __init__(self) -> None:
        self._decided: dict[tuple[str, str], bool] = {}

    def record(self, mistake_id: str, mal_rule: str, *, confirmed: bool) -> None:
        """Keep what a teacher decided about one candidate of a mistake."""
        self._decided[mistake_id, mal_rule] = confirmed

    def counts(self, mal_rules: Collection[str]) -> Mapping[str, Decided]:
        """The counts of these mal-rules; those without decisions are missing."""
        votes: dict[str, list[bool]] = defaultdict(list)
        for (_, mal_rule), confirmed in self._decided.items():
            if mal_rule in mal_rules:
                votes[mal_rule].append(confirmed)
        return {name: Decided(sum(given), len(given) - sum(given)) for name, given in votes.items()}
