"""What a search finds, with the reason why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from retrieval.bank import BankProblem
from retrieval.note import WrongAnswerNote
from retrieval.standard import Standard

Kind = Literal["standard", "note", "bank"]
Leg = Literal["dense", "lexical", "structure"]
Row = Standard | WrongAnswerNote | BankProblem
"""What is stored and found."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one leg of the search contributed: rank (from 1), own score, share of the joined score.

    Scores: cosine for ``dense`` (greater is nearer), BM25 for ``lexical`` (greater is better), likeness of the
    formulas for ``structure`` (1 is the same structure).
    """

    rank: int
    score: float
    share: float


@dataclass(frozen=True, slots=True)
class Hit:
    """One row found. ``score`` is the sum of the parts' shares; a leg that did not find the row is absent."""

    kind: Kind
    id: str
    text: str
    score: float
    parts: Mapping[Leg, Part]
    payload: Row

    def explain(self) -> str:
        """The parts in one line, for people.

        e.g. ``0.0325 = dense #1 (0.871) 0.0164 + lexical #2 (11.2) 0.0161``
        """
        legs = (f"{leg} #{part.rank} ({part.score:.3g}) {part.share:.4f}" for leg, part in self.parts.items())
        return f"{self.score:.4f} = {' + '.join(legs)}"
