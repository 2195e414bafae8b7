from __future__ import annotations

from random import Random

import pytest

from retrieval.sampling import SAMPLERS, fill
from retrieval.standard import load_standards
from retrieval.training.corpus import build_pairs, split_wordings
from retrieval.wording import describe, load_wordings


def test_every_standard_has_wordings_that_can_be_filled() -> None:
    assert set(load_wordings()) == set(load_standards())
    rng = Random(1)
    for wordings in load_wordings().values():
        assert all("@" not in fill(wording, rng) for wording in wordings)


def test_unknown_place_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill("@nothing", Random(1))
    assert fill("$@x^2=@n$", Random(1)) == fill("$@x^2=@n$", Random(1))
    assert len(SAMPLERS) == 17


def test_description_is_the_same_every_time() -> None:
    standard = load_standards()["[9수02-20]"]
    assert describe(standard) == describe(standard)
    assert describe(standard).startswith(standard.description)


def test_pairs_depend_on_the_seed_only() -> None:
    kept = {code: wordings[:1] for code, wordings in load_wordings().items()}
    assert build_pairs(kept, 7, 1) == build_pairs(kept, 7, 1)
    assert build_pairs(kept, 7, 1) != build_pairs(kept, 8, 1)


def test_held_out_wordings_are_not_trained_on() -> None:
    kept, held = split_wordings(1)
    assert len(held) > 150
    assert all(wording not in kept[code] for code, wording in held.items())
    assert split_wordings(0)[1] == {}
