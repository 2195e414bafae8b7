"""Items that are easier, harder or one step away: what moved is said and true, and every item is still accepted."""

from __future__ import annotations

import pytest

from generation.problem import Ask, Model, Problem
from generation.symbolic.difficulty import Difficulty
from generation.symbolic.engine import Request, propose
from generation.verify.verifier import verify

EQUATION = Model(Ask("solve", unknowns=("x",)), {"x": "real"}, given=("5x - 3 = 2x + 9",))
FACTORING = Model(Ask("form", of="x^2 + 5x + 6", form="factored"), {"x": "real"})


@pytest.mark.parametrize("model", [EQUATION, FACTORING], ids=["equation", "factoring"])
@pytest.mark.parametrize(("wanted", "sign"), [("easier", -1), ("harder", 1)])
def test_named_features_move_one_way_only(model: Model, wanted: Difficulty, sign: int) -> None:
    problems = propose(Request(model, 5, difficulty=wanted))
    if model is EQUATION:
        assert len(problems) == 5
    for problem in problems:
        assert problem.origin is not None
        assert problem.origin.moved
        for change in problem.origin.moved:
            before, after = change.rsplit(" ", 3)[1::2]
            assert (int(after) - int(before)) * sign > 0, change


def test_the_same_difficulty_names_nothing() -> None:
    assert all(problem.origin and problem.origin.moved == () for problem in propose(Request(EQUATION, 3)))


def test_one_step_away_asks_backwards_and_by_other_types_of_the_standard() -> None:
    problems = propose(Request(EQUATION, 6, vary="structure"))
    types = [problem.origin.type for problem in problems if problem.origin]
    assert types.count("constant-from-root") == 3
    assert "both-sides-equation" not in types
    assert all(_accepted(problem) for problem in problems)


def test_what_is_one_step_away_still_shows_the_misconception() -> None:
    problems = propose(Request(EQUATION, 3, vary="structure", misconception="move-term-keeps-sign", choices=True))
    assert problems
    for problem in problems:
        assert problem.targets == "move-term-keeps-sign"
        assert _accepted(problem)


def _accepted(problem: Problem) -> bool:
    return verify(problem).verdict in ("proved", "corroborated")
