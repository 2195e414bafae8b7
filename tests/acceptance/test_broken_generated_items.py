"""Generated items broken in one place each: nothing broken is proved or corroborated."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from generation.problem import Answer, AnswerValue, Problem
from generation.symbolic.engine import sample_problem
from generation.symbolic.problem_type import PROBLEM_TYPES
from generation.verify.verifier import verify

SEEDS = range(200, 204)
FORMULA_TYPES = [type_id for type_id, kind in PROBLEM_TYPES.items() if kind.telling is None]
"""Where a changed number always matters; told types are broken, and shown to be broken, in tests/faults."""
Break = Callable[[Problem, random.Random], Problem | None]


def _changed_number(text: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r"\d+", text))
    if not found:
        return None
    match = rng.choice(found)
    return text[: match.start()] + str(int(match[0]) + rng.choice((1, 2, 3))) + text[match.end() :]


def answer_changed(problem: Problem, rng: random.Random) -> Problem | None:
    values: list[AnswerValue] = list(problem.answer.values)
    first = values[0]
    if isinstance(first, str):
        new: AnswerValue | None = _changed_number(first, rng)
    else:
        name = rng.choice(sorted(first))
        text = _changed_number(first[name], rng)
        new = None if text is None else {**first, name: text}
    return None if new is None else replace(problem, answer=Answer((new, *values[1:])), choices=())


def root_dropped(problem: Problem, rng: random.Random) -> Problem | None:
    values = problem.answer.values
    return replace(problem, answer=Answer(values[1:]), choices=()) if len(values) > 1 else None


def value_added(problem: Problem, rng: random.Random) -> Problem | None:
    if problem.model.ask.kind != "solve" or len(problem.model.ask.unknowns) != 1:
        return None
    return replace(problem, answer=Answer((*problem.answer.values, "97")), choices=())


def text_changed(problem: Problem, rng: random.Random) -> Problem | None:
    text = _changed_number(problem.statement, rng)
    return None if text is None else replace(problem, statement=text)


def model_changed(problem: Problem, rng: random.Random) -> Problem | None:
    model = problem.model
    if model.given:
        text = _changed_number(model.given[0], rng)
        return None if text is None else replace(problem, model=replace(model, given=(text, *model.given[1:])))
    text = _changed_number(model.ask.of or "", rng)
    return None if text is None else replace(problem, model=replace(model, ask=replace(model.ask, of=text)))


def step_changed(problem: Problem, rng: random.Random) -> Problem | None:
    at = rng.randrange(len(problem.solution))
    text = _changed_number(problem.solution[at].math or "", rng)
    if text is None:
        return None
    steps = list(problem.solution)
    steps[at] = replace(steps[at], math=text)
    return replace(problem, solution=tuple(steps))


def two_right_choices(problem: Problem, rng: random.Random) -> Problem | None:
    choices = list(problem.choices)
    at = next(i for i, choice in enumerate(choices) if not choice.correct)
    choices[at] = replace(choices[at], correct=True)
    return replace(problem, choices=tuple(choices))


def choice_twice(problem: Problem, rng: random.Random) -> Problem | None:
    choices = list(problem.choices)
    wrong = [i for i, choice in enumerate(choices) if not choice.correct]
    choices[wrong[0]] = choices[wrong[1]]
    return replace(problem, choices=tuple(choices))


BREAKS: tuple[Break, ...] = (
    answer_changed, root_dropped, value_added, text_changed, model_changed, step_changed, two_right_choices,
    choice_twice,
)  # fmt: skip


@pytest.mark.parametrize("break_", BREAKS, ids=lambda b: b.__name__)
def test_nothing_broken_is_released(break_: Break) -> None:
    rng = random.Random(break_.__name__)
    broken = 0
    for type_id in FORMULA_TYPES:
        for seed in SEEDS:
            problem = break_(sample_problem(type_id, seed), rng)
            if problem is None:
                continue
            broken += 1
            assert verify(problem).verdict in ("refuted", "undecided"), problem
    assert broken >= 20
