"""Faults of the choices: two right ones, none, the mark on a wrong one, the same value twice, a false label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from generation.diagnose.derivation import wrong_answers
from generation.expression.errors import ExpressionError
from generation.problem import AnswerValue, Choice, Problem
from tests.faults.edits import in_one_entry, with_number_changed, written_otherwise
from tests.faults.fault import Pair, fault
from tests.faults.oracle import apart


def _wrong_ones(problem: Problem) -> list[int]:
    return [k for k, choice in enumerate(problem.choices) if not choice.correct]


def _with(problem: Problem, changes: dict[int, Choice]) -> Problem:
    new = tuple(changes.get(k, choice) for k, choice in enumerate(problem.choices))
    return replace(problem, choices=new, targets=None)


def _otherwise(key: tuple[AnswerValue, ...], rng: Random) -> tuple[AnswerValue, ...]:
    """The same answer written differently: entries in another order, numbers as sums or unreduced fractions."""
    new: list[AnswerValue] = [
        written_otherwise(entry, rng)
        if isinstance(entry, str)
        else {name: written_otherwise(text, rng) for name, text in sorted(entry.items(), reverse=True)}
        for entry in key
    ]
    rng.shuffle(new)
    return tuple(new)


def _same(a: Sequence[AnswerValue], b: Sequence[AnswerValue], problem: Problem) -> bool:
    """By trying numbers; the writing was changed by rules that keep the value, this only catches slips."""
    return not apart(a, b, problem.model.ask.unknowns)


@fault("two choices marked right", needs_choices=True)
def two_marked(problem: Problem, rng: Random) -> Pair | None:
    """A distractor carries the mark as well."""
    if not problem.choices:
        return None
    at = rng.choice(_wrong_ones(problem))
    return Pair(problem, _with(problem, {at: Choice(problem.choices[at].value, correct=True)}), "two marks")


@fault("two right choices, one of them marked", needs_choices=True)
def two_right(problem: Problem, rng: Random) -> Pair | None:
    """A distractor is the key in other writing."""
    if not problem.choices:
        return None
    value = _otherwise(problem.answer.values, rng)
    if not _same(value, problem.answer.values, problem):
        return None
    return Pair(problem, _with(problem, {rng.choice(_wrong_ones(problem)): Choice(value)}), f"{value} is the key too")


@fault("duplicate distractors, written differently", needs_choices=True)
def duplicate(problem: Problem, rng: Random) -> Pair | None:
    """Two wrong choices have one value."""
    if not problem.choices:
        return None
    first, second = rng.sample(_wrong_ones(problem), 2)
    value = _otherwise(problem.choices[first].value, rng)
    if not _same(value, problem.choices[first].value, problem):
        return None
    return Pair(problem, _with(problem, {second: Choice(value)}), f"choices {first + 1} and {second + 1} are {value}")


@fault("no choice marked right", needs_choices=True)
def none_marked(problem: Problem, rng: Random) -> Pair | None:
    """The mark is missing."""
    if not problem.choices:
        return None
    at = next(k for k, choice in enumerate(problem.choices) if choice.correct)
    return Pair(problem, _with(problem, {at: Choice(problem.choices[at].value)}), "no mark")


@fault("no right choice", needs_choices=True)
def none_right(problem: Problem, rng: Random) -> Pair | None:
    """The marked choice has a number changed; the key keeps its own."""
    if not problem.choices:
        return None
    at = next(k for k, choice in enumerate(problem.choices) if choice.correct)
    value = in_one_entry(problem.choices[at].value, rng, with_number_changed)
    if value is None or not apart(value, problem.answer.values, problem.model.ask.unknowns):
        return None
    return Pair(problem, _with(problem, {at: Choice(value, correct=True)}), f"{value} is not the key")


@fault("right choice marked wrong", needs_choices=True)
def mark_moved(problem: Problem, rng: Random) -> Pair | None:
    """The mark stands on a distractor."""
    if not problem.choices:
        return None
    old = next(k for k, choice in enumerate(problem.choices) if choice.correct)
    new = rng.choice(_wrong_ones(problem))
    if not apart(problem.choices[new].value, problem.answer.values, problem.model.ask.unknowns):
        return None
    changes = {old: Choice(problem.choices[old].value), new: Choice(problem.choices[new].value, correct=True)}
    return Pair(problem, _with(problem, changes), f"choice {new + 1} is not the key")


@fault("misconception that does not yield its distractor", needs_choices=True)
def false_label(problem: Problem, rng: Random) -> Pair | None:
    """A distractor that carries the name of another one's misconception, or has a number changed."""
    labelled = [k for k in _wrong_ones(problem) if problem.choices[k].misconception is not None]
    if not labelled:
        return None
    at = rng.choice(labelled)
    choice = problem.choices[at]
    if len(labelled) > 1 and rng.random() < 0.6:
        other = problem.choices[rng.choice([k for k in labelled if k != at])]
        changed = replace(choice, misconception=other.misconception)
    else:
        value = in_one_entry(choice.value, rng, with_number_changed)
        if value is None:
            return None
        changed = replace(choice, value=value)
    assert changed.misconception is not None
    try:
        outcomes = [d.answer for d in wrong_answers(problem.model, changed.misconception)]
    except ExpressionError:
        return None
    names = problem.model.ask.unknowns
    if not all(apart(outcome, changed.value, names) for outcome in outcomes):
        return None
    if any(not apart(changed.value, c.value, names) for k, c in enumerate(problem.choices) if k != at):
        return None
    return Pair(problem, _with(problem, {at: changed}), f"{changed.misconception} does not lead to {changed.value}")
