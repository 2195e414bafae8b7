"""Faults of sentences of calculus: velocity for acceleration, a maximum for a minimum, a value for a derivative."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

from generation.problem import Answer, Problem
from generation.symbolic.problem_type import PROBLEM_TYPES
from tests.acceptance.calculus_by_points import derived, polynomial, roots_of_polynomial, value_at
from tests.acceptance.school_text import Definitions, expression
from tests.faults.edits import bare
from tests.faults.fault import Pair, own_fault
from tests.faults.siblings import item_of, sibling

_PLACE = r"\((\w)\(\w\), \w, ([-\d]+)\)"
_EXCHANGED: tuple[tuple[str, str, str, str], ...] = (
    ("속도", "가속도", rf"diff{_PLACE}", r"diff(diff(f(t), t), t, \2)"),
    ("가속도", "속도", r"diff\(diff\((\w)\(\w\), \w\), \w, ([-\d]+)\)", r"diff(f(t), t, \2)"),
    ("velocity at", "acceleration at", rf"diff{_PLACE}", r"diff(diff(f(t), t), t, \2)"),
    ("acceleration at", "velocity at", r"diff\(diff\((\w)\(\w\), \w\), \w, ([-\d]+)\)", r"diff(f(t), t, \2)"),
    ("미분계수", "함숫값", rf"diff{_PLACE}", r"f(\2)"),
    ("f'(", "f(", rf"diff{_PLACE}", r"f(\2)"),
    ("의 위치의 변화량", "가 움직인 거리", r"integrate\(f\(t\), (.*)\)", r"integrate(|f(t)|, \1)"),
    ("가 움직인 거리", "의 위치의 변화량", r"integrate\(\|f\(t\)\|, (.*)\)", r"integrate(f(t), \1)"),
    ("the distance it travels", "the change of its position", r"integrate\(\|f\(t\)\|, (.*)\)", r"integrate(f(t), \1)"),
)
"""A word, another for it, what the model asks for the first and what for the second."""
_EXTREMES = (
    ("극댓값", "극솟값"),
    ("극솟값", "극댓값"),
    ("local maximum", "local minimum"),
    ("local minimum", "local maximum"),
)
_TYPES = tuple(type_id for type_id, kind in PROBLEM_TYPES.items() if kind.standard.startswith("[12미적Ⅰ"))


def _item(rng: Random) -> Problem | None:
    item = item_of(rng.choice(_TYPES), rng)
    return None if item is None else bare(item)


def _value(of: str, define: Mapping[str, str]) -> Fraction | None:
    found = expression(of, Definitions.of(define)).at({})
    return found if isinstance(found, Fraction) else None


def _others(problem: Problem) -> list[tuple[str, str, str, Fraction]]:
    """Words that stand in the text, others for them, what the others ask for, and its value: not the key."""
    of, key = problem.model.ask.of or "", problem.answer.values[0]
    found = []
    for old, new, asked, other in _EXCHANGED:
        if old in problem.statement and re.fullmatch(asked, of):
            changed = re.sub(asked, other, of)
            define = {head.replace("x", "t"): re.sub("x", "t", body) for head, body in problem.model.define.items()}
            value = _value(changed, define)
            if value is not None and str(value) != key:
                found.append((old, new, changed, value))
    return found


def _other_extreme(problem: Problem) -> tuple[str, str, Fraction] | None:
    words = next(((old, new) for old, new in _EXTREMES if old in problem.statement), None)
    if words is None or problem.model.ask.of != "f(p)":
        return None
    f = expression(problem.model.define["f(x)"], Definitions.of({}))
    coefficients = polynomial(lambda x: f.at({"x": x}))
    if coefficients is None:
        return None
    values = {str(value_at(coefficients, place)) for place in roots_of_polynomial(derived(coefficients))}
    others = values - {str(problem.answer.values[0])}
    return (*words, Fraction(others.pop())) if len(others) == 1 else None


@own_fault("calculus: another word in the text")
def other_word(rng: Random) -> Pair | None:
    """The text asks for the acceleration, the other extreme, the value; model and key stay."""
    problem = _item(rng)
    if problem is None:
        return None
    if (extreme := _other_extreme(problem)) is not None:
        old, new, value = extreme
    elif others := _others(problem):
        old, new, _, value = rng.choice(others)
    else:
        return None
    broken = replace(problem, statement=problem.statement.replace(old, new, 1))
    return Pair(problem, broken, f"'{new}' for '{old}': {value}")


@own_fault("calculus: another quantity in model and key")
def other_quantity(rng: Random) -> Pair | None:
    """The text asks for the velocity, the maximum, the derivative; model and key have the other."""
    problem = _item(rng)
    if problem is None:
        return None
    if (extreme := _other_extreme(problem)) is not None:
        slope, sense = problem.model.given
        turned = sense.translate(str.maketrans("<>", "><"))
        model, value = replace(problem.model, given=(slope, turned)), extreme[2]
    elif others := _others(problem):
        _, _, of, value = rng.choice(others)
        letter = next(iter(problem.model.define))[2]
        of = re.sub(r"\bt\b", letter, of)
        model = replace(problem.model, ask=replace(problem.model.ask, of=of))
    else:
        return None
    return Pair(problem, replace(problem, model=model, answer=Answer((str(value),))), f"{value} for {model.ask.of}")


@own_fault("calculus: an end, a place or a coefficient changed in the text")
def other_place(rng: Random) -> Pair | None:
    """x = 3 for x = 2, [1, 4] for [1, 5], 8x for 9x: the key of the text's own model is another."""
    problem = _item(rng)
    other = None if problem is None else sibling(problem, rng)
    if problem is None or other is None or problem.answer.values == other.answer.values:
        return None
    return Pair(problem, replace(problem, statement=other.statement), f"the text has the key {other.answer.values}")
