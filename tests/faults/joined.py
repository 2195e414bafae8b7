"""Faults that agree with themselves: key and choices wrong together, wrong lines that end right, one condition more."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from random import Random

from generation.problem import Answer, AnswerValue, Choice, Problem
from tests.faults.edits import bare, with_number_changed
from tests.faults.evaluation import holds, value
from tests.faults.fault import Pair, fault
from tests.faults.oracle import apart, is_relation, wrong_key
from tests.faults.steps import with_step, wrong_line


@fault("key of another choice", needs_choices=True)
def other_choice(problem: Problem, rng: Random) -> Pair | None:
    """Key and mark agree on a distractor; its solution is left out."""
    wrong = [k for k, choice in enumerate(problem.choices) if not choice.correct]
    if not wrong:
        return None
    at = rng.choice(wrong)
    new = problem.choices[at].value
    if not apart(new, problem.answer.values, problem.model.ask.unknowns):
        return None
    choices = tuple(Choice(choice.value, k == at) for k, choice in enumerate(problem.choices))
    key = Answer(new, problem.answer.unit)
    broken = replace(problem, answer=key, choices=choices, solution=(), targets=None)
    return Pair(replace(problem, solution=(), targets=None), broken, f"{new} for {problem.answer.values}")


@fault("unknowns exchanged in the key")
def unknowns_exchanged(problem: Problem, rng: Random) -> Pair | None:
    """``x = 2, y = 1`` for ``x = 1, y = 2``."""
    key = problem.answer.values
    if len(key) != 1 or isinstance(key[0], str) or len(key[0]) != 2:
        return None
    (a, x), (b, y) = sorted(key[0].items())
    broken = bare(problem, ({a: y, b: x},))
    evidence = wrong_key(broken, key)
    return None if evidence is None else Pair(bare(problem), broken, evidence)


@fault("solution listed twice")
def listed_twice(problem: Problem, rng: Random) -> Pair | None:
    """A root once more, in other writing."""
    key = problem.answer.values
    if problem.model.ask.kind != "solve" or not key or any(not isinstance(v, str) or is_relation(v) for v in key):
        return None
    again = rng.choice([v for v in key if isinstance(v, str)])
    if again in ("all", "none"):
        return None
    new: tuple[AnswerValue, ...] = (*key, rng.choice([again, f"({again})"]))
    return Pair(bare(problem), bare(problem, new), f"{again} is listed twice")


@fault("alternatives joined by 'and' in the key")
def joined_by_and(problem: Problem, rng: Random) -> Pair | None:
    """``x = 2 and x = 3``, which nothing fulfils."""
    key, names = problem.answer.values, problem.model.ask.unknowns
    listed = [v for v in key if isinstance(v, str) and not is_relation(v) and v not in ("all", "none")]
    if len(names) != 1 or len(listed) < 2 or len(listed) != len(key):
        return None
    new = " and ".join(f"{names[0]} = {entry}" for entry in listed)
    return Pair(bare(problem), bare(problem, (new,)), f"nothing is {new}")


@fault("two errors in the steps that cancel")
def cancelling(problem: Problem, rng: Random) -> Pair | None:
    """Two lines one after the other are wrong, what follows is right again."""
    lines = [k for k, step in enumerate(problem.solution) if step.math]
    pairs = [(a, b) for a, b in pairwise(lines) if b != lines[-1]]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    first, second = (with_number_changed(problem.solution[k].math or "", rng) for k in (a, b))
    if first is None or second is None:
        return None
    evidence = wrong_line(problem, first)
    if evidence is None or wrong_line(problem, second) is None:
        return None
    return Pair(problem, with_step(with_step(problem, a, first), b, second), f"lines {a + 1} and {b + 1}: {evidence}")


@fault("relation turned in a step")
def step_turned(problem: Problem, rng: Random) -> Pair | None:
    """``<`` for ``>`` after a division, or for ``<=``."""
    lines = [k for k, step in enumerate(problem.solution) if step.math and re.search(r"[<>]", step.math)]
    if not lines:
        return None
    at = rng.choice(lines)
    math = problem.solution[at].math or ""
    match = rng.choice(list(re.finditer(r"<=|>=|<|>", math)))
    new = rng.choice([op for op in ("<", "<=", ">", ">=") if op != match[0]])
    turned = math[: match.start()] + new + math[match.end() :]
    evidence = wrong_line(problem, turned)
    return None if evidence is None else Pair(problem, with_step(problem, at, turned), f"line {at + 1}: {evidence}")


_CONDITIONS = {"ko": "{text} (단, ${condition}$)", "en": "{text} (Here ${condition}$.)"}


@fault("condition in the text that the model lacks")
def condition_added(problem: Problem, rng: Random) -> Pair | None:
    """``단, x > 3`` in the text, a root that is not in the key's."""
    names, key = problem.model.ask.unknowns, problem.answer.values
    if len(names) != 1 or problem.model.ask.kind != "solve":
        return None
    listed = [value(v) for v in key if isinstance(v, str) and not is_relation(v) and v not in ("all", "none")]
    numbers = [number for number in listed if isinstance(number, Fraction)]
    if not numbers or len(numbers) != len(key):
        return None
    bound = round(rng.choice(numbers)) + rng.choice((-2, -1, 0, 1, 2))
    condition = f"{names[0]} {rng.choice('<>')} {bound}"
    if all(holds(condition, {names[0]: number}) for number in numbers):
        return None
    statement = _CONDITIONS[problem.language].format(text=problem.statement, condition=condition)
    right = bare(problem)
    return Pair(right, replace(right, statement=statement), f"{condition} rules a solution of the key out")


@fault("letter changed in the key")
def letter_changed(problem: Problem, rng: Random) -> Pair | None:
    """``3y`` for ``3x``."""
    key = problem.answer.values
    if len(key) != 1 or not isinstance(key[0], str) or problem.model.ask.kind not in ("form", "value"):
        return None
    letters = sorted(set(re.findall(r"(?<![A-Za-z])[a-z](?![A-Za-z])", key[0])))
    if not letters:
        return None
    old = rng.choice(letters)
    new = rng.choice([letter for letter in "abxyz" if letter != old])
    text = re.sub(rf"(?<![A-Za-z]){old}(?![A-Za-z])", new, key[0])
    evidence = wrong_key(bare(problem, (text,)), key)
    return None if evidence is None else Pair(bare(problem), bare(problem, (text,)), evidence)


@fault("question cut out of the text")
def formula_missing(problem: Problem, rng: Random) -> Pair | None:
    """One formula of the statement is gone."""
    found = list(re.finditer(r"\$[^$]*[\d=<>+][^$]*\$", problem.statement))
    if not found:
        return None
    match = rng.choice(found)
    statement = problem.statement[: match.start()] + problem.statement[match.end() :]
    right = bare(problem)
    return Pair(right, replace(right, statement=statement), f"{match[0]} is gone")
