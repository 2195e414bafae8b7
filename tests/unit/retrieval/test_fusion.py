from __future__ import annotations

import pytest

from retrieval.fusion import Fusion, Ranked, fuse
from retrieval.hit import Leg, Part


def test_ranks_are_joined() -> None:
    found = fuse(
        {"dense": [Ranked("a", 0.9), Ranked("b", 0.8)], "lexical": [Ranked("b", 7.0), Ranked("c", 3.0)]}, Fusion()
    )
    assert [row.key for row in found] == ["b", "a", "c"]
    assert found[0].score == pytest.approx(1 / 62 + 1 / 61)
    assert found[0].parts == {"dense": Part(2, 0.8, 1 / 62), "lexical": Part(1, 7.0, 1 / 61)}
    assert found[2].parts == {"lexical": Part(2, 3.0, 1 / 62)}


def test_ties_go_by_key_and_weights_count() -> None:
    legs: dict[Leg, list[Ranked]] = {"dense": [Ranked("b", 1.0)], "lexical": [Ranked("a", 1.0)]}
    assert [row.key for row in fuse(legs, Fusion())] == ["a", "b"]
    assert [row.key for row in fuse(legs, Fusion(weights={"dense": 2.0, "lexical": 1.0}))] == ["b", "a"]


def test_weight_zero_switches_a_leg_off() -> None:
    assert Fusion(weights={"dense": 0.0, "lexical": 1.0}).legs == ("lexical",)
