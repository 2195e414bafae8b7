"""All seeded faults, and a trial of one of them: pairs of a right item and its broken twin, and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from generation.problem import Problem
from generation.verify.certificate import Certificate
from generation.verify.signature import fingerprint
from generation.verify.verifier import verify
from tests.faults import (  # noqa: F401  (fills the register)
    answers,
    calculus,
    choices,
    copies,
    forms,
    joined,
    levels,
    misconceptions,
    models,
    steps,
    texts,
    told,
    told_types,
)
from tests.faults.fault import FAULTS, Fault, Pair

ATTEMPTS_PER_ITEM = 60
RELEASED = ("proved", "corroborated")


@dataclass(slots=True)
class Trial:
    """What became of the broken items of one fault."""

    name: str
    tried: int = 0
    refuted: int = 0
    undecided: int = 0
    let_through: list[tuple[Pair, str]] = field(default_factory=list)
    """With the verdict, ``proved`` or ``corroborated``."""
    right_not_released: int = 0
    """Pairs left out, as the verifier does not release the right one either."""
    caught_by: Counter[str] = field(default_factory=Counter)
    types: set[str] = field(default_factory=set)
    """The engine's problem types among the items."""

    def row(self) -> dict[str, object]:
        """Figures for a table."""
        return {
            "items": self.tried,
            "problem types": len(self.types),
            "let through, proved": sum(verdict == "proved" for _, verdict in self.let_through),
            "let through, corroborated": sum(verdict == "corroborated" for _, verdict in self.let_through),
            "refuted": round(self.refuted / self.tried, 3) if self.tried else None,
            "undecided": round(self.undecided / self.tried, 3) if self.tried else None,
            "caught by": ", ".join(f"{name} {count}" for name, count in self.caught_by.most_common(3)),
            "left out, right one not released": self.right_not_released,
        }


def run(fault: Fault, count: int, items: Sequence[Problem], seed: str) -> Trial:
    """Break ``count`` different items in one way and verify each; fewer where no more can be had."""
    trial = Trial(fault.name)
    rng = Random(f"{seed}:{fault.name}")
    seen: set[str] = set()
    fruitful: set[str] = set()
    for _ in range(count * ATTEMPTS_PER_ITEM):
        if trial.tried >= count:
            break
        pair = fault.make(rng, items, fruitful)
        if pair is None or (digest := pair.broken.sha256()) in seen:
            continue
        seen.add(digest)
        if pair.right.origin is not None and pair.right.origin.type is not None:
            fruitful.add(pair.right.origin.type)
        _judge(pair, trial)
    return trial


def _judge(pair: Pair, trial: Trial) -> None:
    if not _is_released(pair):
        trial.right_not_released += 1
        return
    certificate = verify(pair.broken, pair.source, _bank(pair))
    trial.tried += 1
    if pair.right.origin is not None and pair.right.origin.type is not None:
        trial.types.add(pair.right.origin.type)
    if certificate.verdict == "refuted":
        trial.refuted += 1
    elif certificate.verdict == "undecided":
        trial.undecided += 1
    else:
        trial.let_through.append((pair, certificate.verdict))
    trial.caught_by[_first(certificate)] += 1


_VERDICTS: dict[str, bool] = {}
"""Whether right items are released, by their hashes: many faults break the same."""


def _is_released(pair: Pair) -> bool:
    if pair.source is not None or pair.in_bank is not None:
        return verify(pair.right, pair.source, _bank(pair)).verdict in RELEASED
    digest = pair.right.sha256()
    if digest not in _VERDICTS:
        _VERDICTS[digest] = verify(pair.right).verdict in RELEASED
    return _VERDICTS[digest]


def _first(certificate: Certificate) -> str:
    """The check that speaks against the item: the first that failed, else the first that is undecided."""
    for outcome in ("failed", "undecided"):
        for check in certificate.checks:
            if check.outcome == outcome:
                return check.name
    return "nothing"


def _bank(pair: Pair) -> tuple[str, ...]:
    return () if pair.in_bank is None else (fingerprint(pair.in_bank.model),)


def faults() -> tuple[Fault, ...]:
    """Every fault, in the order of the files."""
    return tuple(FAULTS.values())
