"""Particles in Korean statements of all types fit what they follow, by a rule check that reads the text alone."""

from __future__ import annotations

import pytest

from generation.symbolic.engine import sample_problem
from generation.symbolic.problem_type import PROBLEM_TYPES
from tests.benchmarks._korean_reading import particle_errors

STATEMENTS_PER_TYPE = 6


@pytest.mark.parametrize("type_id", sorted(PROBLEM_TYPES))
def test_particles_fit(type_id: str) -> None:
    for seed in range(STATEMENTS_PER_TYPE):
        statement = sample_problem(type_id, 700 + seed, choices=False).statement
        assert not particle_errors(statement), statement


@pytest.mark.parametrize(
    "text",
    ["$3$를 더하면", "$x^2$는", "$5$으로", "$8$으로 나누면", "$\\frac{1}{2}$를", "$\\sqrt{21}$와 $2$", "방정식를 풀면",
     "$100$를", "$n$와 $m$", "$f(x)$을", "$90^\\circ$을", "$2:4$으로"],
)  # fmt: skip
def test_the_check_finds_a_wrong_particle(text: str) -> None:
    assert particle_errors(text)


@pytest.mark.parametrize(
    "text",
    ["$3$을 더하면", "$x^2$은", "$5$로", "$8$로 나누면", "$\\frac{1}{2}$을", "$\\frac{2}{3}$를", "$\\sqrt{21}$과 $2$",
     "방정식을 풀면", "$100$을", "$n$과 $m$", "$f(x)$를", "$90^\\circ$를", "$x=1$일 때", "마을 사람", "$6$으로"],
)  # fmt: skip
def test_the_check_lets_a_right_particle_stand(text: str) -> None:
    assert not particle_errors(text)
