"""``python -m retrieval.training --out retrieval/model --seed 7`` trains the shipped embedding."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from retrieval.adapters.static_embedding import StaticEmbedder
from retrieval.errors import MissingExtra
from retrieval.standard import load_standards
from retrieval.training.corpus import HeldOut, build_held_out, build_pairs, split_wordings
from retrieval.training.model import Settings, train
from retrieval.wording import describe

ROUNDS = 12
"""Times that each wording is sampled."""


def main(arguments: list[str] | None = None) -> int:
    """Train, and where wordings were held out print how many of them find their standard."""
    parser = argparse.ArgumentParser(prog="python -m retrieval.training", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--dim", type=int, default=Settings().dim)
    parser.add_argument("--learning-rate", type=float, default=Settings().learning_rate)
    parser.add_argument("--hold-out", type=int, default=0, metavar="N", help="keep a wording of each N-th standard")
    chosen = parser.parse_args(arguments)
    settings = replace(
        Settings(), seed=chosen.seed, epochs=chosen.epochs, dim=chosen.dim, learning_rate=chosen.learning_rate
    )
    kept, held = split_wordings(chosen.hold_out)
    try:
        train(build_pairs(kept, chosen.seed, chosen.rounds), chosen.out, settings)
    except MissingExtra as error:
        print(error, file=sys.stderr)
        return 1
    if held:
        print(_recall(StaticEmbedder(chosen.out), kept, build_held_out(held, chosen.seed)))
    return 0


def _recall(embedder: StaticEmbedder, kept: Mapping[str, Sequence[str]], queries: Sequence[HeldOut]) -> str:
    """Recall of the vectors alone; the standards are described without the held-out wordings too."""
    standards = load_standards()
    codes = list(standards)
    rows = embedder.embed([describe(standards[code], kept[code]) for code in codes])
    likeness = embedder.embed([query.query for query in queries]) @ rows.T
    own = likeness[range(len(queries)), [codes.index(query.code) for query in queries]]
    ranks = (likeness > own[:, None]).sum(axis=1) + 1
    return f"held out {len(queries)}: recall@1 {(ranks <= 1).mean():.3f}, recall@5 {(ranks <= 5).mean():.3f}"


if __name__ == "__main__":
    sys.exit(main())
