"""The corpus the shipped embedding is trained on: standards and the project's own wordings, nothing else."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from retrieval.sampling import fill
from retrieval.standard import load_standards
from retrieval.tokens import tokenise
from retrieval.wording import load_wordings

OTHER_WORDING = 0.4
"""How often a wording goes with another wording of its standard, and not with the notice's text."""


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


def sample_texts(wordings: Mapping[str, tuple[str, ...]], seed: int, rounds: int) -> Iterator[tuple[str, str, float]]:
    """Texts of the pairs before tokenisation, and the share of the first one's tokens that is to be dropped.

    A wording goes with its standard or with another wording of it; each round samples the formulas anew.
    """
    rng = random.Random(seed)
    for standard in load_standards().values():
        own = wordings[standard.code]
        names = " ".join((standard.course, standard.unit, standard.topic))
        for _ in range(rounds):
            yield standard.description, names, 0.3
            for wording in own:
                is_wording = rng.random() < OTHER_WORDING
                other = fill(rng.choice(own), rng) if is_wording else standard.description
                yield fill(wording, rng), other, 0.25


def build_pairs(wordings: Mapping[str, tuple[str, ...]], seed: int, rounds: int) -> list[Pair]:
    """The pairs to train on, the same for the same seed.

    A part of the tokens of each first text is dropped, so that no single token decides.
    """
    rng = random.Random(seed)
    pairs = [
        Pair(_thinned(tokenise(anchor), rng, dropped), tokenise(positive))
        for anchor, positive, dropped in sample_texts(wordings, seed, rounds)
    ]
    rng.shuffle(pairs)
    return pairs


def build_held_out(held: Mapping[str, str], seed: int) -> list[HeldOut]:
    """Held-out wordings as queries."""
    rng = random.Random(seed)
    return [HeldOut(fill(wording, rng), code) for code, wording in held.items()]


def _thinned(tokens: str, rng: random.Random, share: float) -> str:
    kept = [token for token in tokens.split() if rng.random() >= share]
    return " ".join(kept) or tokens
