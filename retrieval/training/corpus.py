"""The corpus the shipped embedding is trained on: standards and the project's own wordings, nothing else."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

from retrieval.sampling import fill
from retrieval.standard import load_standards
from retrieval.tokens import tokenise
from retrieval.wording import load_wordings


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tokenised texts that mean the same standard."""

    anchor: str
    positive: str


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A wording that was kept out of training, filled and tokenised, with its standard."""

    query: str
    code: str


def split_wordings(hold_out_every: int) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, str]]:
    """Wordings to train on, and one held-out wording for every so many standards with three or more; 0 holds none."""
    kept: dict[str, tuple[str, ...]] = {}
    held: dict[str, str] = {}
    for number, (code, wordings) in enumerate(load_wordings().items()):
        if hold_out_every and len(wordings) >= 3 and number % hold_out_every == 0:
            place = number % len(wordings)
            held[code] = wordings[place]
            wordings = wordings[:place] + wordings[place + 1 :]
        kept[code] = wordings
    return kept, held


def build_pairs(wordings: Mapping[str, tuple[str, ...]], seed: int, rounds: int) -> list[Pair]:
    """Pairs of a wording with its standard or with another wording of it, the same for the same seed.

    Each round samples the formulas anew and drops a part of the wording's tokens, so that no single token decides.
    """
    rng = random.Random(seed)
    pairs = []
    for standard in load_standards().values():
        own = wordings[standard.code]
        fixed = tokenise(standard.description)
        names = tokenise(" ".join((standard.course, standard.unit, standard.topic)))
        for _ in range(rounds):
            pairs.append(Pair(_thinned(fixed, rng, 0.3), names))
            for wording in own:
                anchor = _thinned(tokenise(fill(wording, rng)), rng, 0.25)
                other = tokenise(fill(rng.choice(own), rng)) if rng.random() < 0.4 else fixed
                pairs.append(Pair(anchor, other))
    rng.shuffle(pairs)
    return pairs


def build_held_out(held: Mapping[str, str], seed: int) -> list[HeldOut]:
    """Held-out wordings as queries."""
    rng = random.Random(seed)
    return [HeldOut(fill(wording, rng), code) for code, wording in held.items()]


def _thinned(tokens: str, rng: random.Random, share: float) -> str:
    kept = [token for token in tokens.split() if rng.random() >= share]
    return " ".join(kept) or tokens
