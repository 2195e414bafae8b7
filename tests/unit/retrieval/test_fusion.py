from __future__ import annotations

import pytest

from retrieval.fusion import FUSIONS, Fusion, Ranked, fuse, rank_structures
from retrieval.hit import Leg, Part


def test_scores_are_joined_by_their_part_of_the_best() -> None:
    legs: dict[Leg, list[Ranked]] = {
        "dense": [Ranked("a", 0.8), Ranked("b", 0.4), Ranked("c", -0.2)],
        "lexical": [Ranked("b", 20.0), Ranked("c", 5.0)],
    }
    found = fuse(legs, Fusion(weights={"dense": 0.5, "lexical": 0.5}))
    assert [(row.key, row.score) for row in found] == [("b", 0.75), ("a", 0.5), ("c", 0.125)]
    assert found[0].parts == {"dense": Part(2, 0.4, 0.25), "lexical": Part(1, 20.0, 0.5)}
    assert found[1].parts == {"dense": Part(1, 0.8, 0.5)}


def test_ties_go_by_key_and_weights_count() -> None:
    legs: dict[Leg, list[Ranked]] = {"dense": [Ranked("b", 1.0)], "lexical": [Ranked("a", 7.0)]}
    assert [row.key for row in fuse(legs, Fusion(weights={"dense": 0.5, "lexical": 0.5}))] == ["a", "b"]
    assert [row.key for row in fuse(legs, Fusion(weights={"dense": 0.6, "lexical": 0.4}))] == ["b", "a"]


def test_legs_without_a_positive_score_give_nothing() -> None:
    legs: dict[Leg, list[Ranked]] = {"dense": [Ranked("a", -0.1)], "lexical": []}
    assert [(row.key, row.score) for row in fuse(legs, Fusion())] == [("a", 0.0)]


@pytest.mark.parametrize("fusion", FUSIONS.values())
def test_weights_add_up_to_one(fusion: Fusion) -> None:
    assert sum(fusion.weights.values()) == pytest.approx(1)


def test_weight_zero_switches_a_leg_off() -> None:
    assert Fusion(weights={"dense": 0.0, "lexical": 1.0}).legs == ("lexical",)


def test_rows_alike_share_a_rank() -> None:
    legs: dict[Leg, list[Ranked]] = {"structure": [Ranked("a", 1.0), Ranked("b", 1.0), Ranked("c", 0.5)]}
    found = fuse(legs, Fusion(weights={"structure": 1.0}))
    assert [row.parts["structure"].rank for row in found] == [1, 1, 3]


def test_structures_are_ranked_and_those_unlike_left_out() -> None:
    ranked = rank_structures("v2svsnen", {"far": "rnsrn", "same": "v2svsnen", "none": "", "near": "v2en"})
    assert [row.key for row in ranked][:2] == ["same", "near"]
    assert ranked[0].score == 1.0
    assert "none" not in {row.key for row in ranked}
