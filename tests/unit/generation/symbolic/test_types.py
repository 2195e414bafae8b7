"""Every problem type: its draws are recognised, their keys agree with the right derivation; examples by hand."""

from __future__ import annotations

import re
from random import Random

import pytest

from generation.diagnose.derivation import derive
from generation.equivalence.listed import compare_listed
from generation.expression.parser import parse
from generation.problem import Ask, Model
from generation.symbolic.engine import Request, propose, recognise, sample_problem
from generation.symbolic.problem_type import PROBLEM_TYPES

UNSCHOOLED = re.compile(r"\+-|--|(?<![\d.])[01][a-z]|\$\+|\+0(?![.\d])")
"""``+ -3``, ``1x``, ``0x``, a leading plus, an added zero."""


FORMULA_TYPES = [type_id for type_id, kind in PROBLEM_TYPES.items() if kind.telling is None]
"""Types whose statement is a request and a formula."""


@pytest.mark.parametrize("type_id", FORMULA_TYPES)
def test_the_key_by_construction_is_the_derived_one(type_id: str) -> None:
    kind, rng = PROBLEM_TYPES[type_id], Random(type_id)
    for _ in range(15):
        draw = kind.sample(rng)
        model = kind.model(draw)
        assert compare_listed(draw.key, derive(model).answer) == "equal", model


@pytest.mark.parametrize("type_id", FORMULA_TYPES)
def test_draws_are_recognised(type_id: str) -> None:
    kind, rng = PROBLEM_TYPES[type_id], Random(f"again {type_id}")
    for _ in range(5):
        found = recognise(kind.model(kind.sample(rng)))
        assert found is not None
        assert (found.kind, found.standard) == (kind.kind, kind.standard)


@pytest.mark.parametrize("type_id", PROBLEM_TYPES)
def test_written_formulas_are_in_school_notation(type_id: str) -> None:
    for seed in range(20):
        problem = sample_problem(type_id, seed, choices=False)
        assert UNSCHOOLED.search(problem.statement) is None, problem.statement


def _solve(*given: str, unknowns: tuple[str, ...] = ("x",)) -> Model:
    return Model(Ask("solve", unknowns=unknowns), dict.fromkeys(unknowns, "real"), given=given)


@pytest.mark.parametrize(
    ("model", "type_id"),
    [
        (_solve("2x + 3 = 11"), "two-step-equation"),
        (_solve("5x - 3 = 2x + 9"), "both-sides-equation"),
        (_solve("3(x - 2) = 9"), "bracket-equation"),
        (_solve("-2x < 6"), "coefficient-inequality"),
        (_solve("3x - 7 >= 5x + 1"), "both-sides-inequality"),
        (_solve("x + y = 7", "x - y = 1", unknowns=("x", "y")), "elimination-system"),
        (_solve("y = 2x - 1", "3x + y = 9", unknowns=("x", "y")), "substitution-system"),
        (_solve("x^2 - 5x + 6 = 0"), "quadratic-factoring"),
        (_solve("x^2 = 5x"), "quadratic-zero-root"),
        (_solve("x^2 + 3x + 1 = 0"), "quadratic-formula"),
        (_solve("(x - 1)^2 = 9"), "quadratic-shifted-square"),
        (Model(Ask("form", of="(x + 3)^2", form="expanded"), {"x": "real"}), "square-of-binomial"),
        (Model(Ask("form", of="(x + 4)(x - 4)", form="expanded"), {"x": "real"}), "sum-times-difference"),
        (Model(Ask("form", of="x^2 - 9", form="factored"), {"x": "real"}), "difference-of-squares"),
        (Model(Ask("form", of="x^2 + 10x + 25", form="factored"), {"x": "real"}), "perfect-square"),
        (Model(Ask("form", of="18/24", form="lowest_terms")), "lowest-terms"),
        (Model(Ask("value", of="1/2 + 1/3")), "fraction-sum"),
        (Model(Ask("value", of="3/4 ÷ (2/5)")), "fraction-quotient"),
        (Model(Ask("value", of="(-3)^2")), "power-of-integer"),
        (Model(Ask("form", of="a^3*a^4", form="simplified"), {"a": "real"}), "product-of-powers"),
        (Model(Ask("form", of="6/sqrt(3)", form="rationalized")), "rationalize"),
    ],
)
def test_posted_models_find_their_type(model: Model, type_id: str) -> None:
    found = recognise(model)
    assert found is not None
    assert found.id == type_id
    problems = propose(Request(model, 3, choices=True))
    assert len(problems) == 3
    for problem in problems:
        assert len(problem.choices) == 5
        assert all(step.math is None or parse(step.math) for step in problem.solution)
