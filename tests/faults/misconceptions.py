"""Faults of the target: a misconception that would not show on the item."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from generation.problem import Problem
from tests.faults.edits import bare
from tests.faults.evaluation import same
from tests.faults.fault import Pair, fault
from tests.faults.oracle import numbers


def _text(problem: Problem) -> str:
    return " ; ".join([*problem.model.given, *problem.model.define.values(), problem.model.ask.of or ""])


def _opposite_roots(problem: Problem) -> bool:
    found = numbers(problem.answer.values)
    return len(found) == 2 and same(found[0], -found[1])


_HARMLESS: dict[str, Callable[[Problem], bool]] = {
    "sign-of-roots": _opposite_roots,
    "inequality-not-flipped": lambda p: re.search(r"[<>]", _text(p)) is None,
    "inequality-flipped-needlessly": lambda p: re.search(r"[<>]", _text(p)) is None,
    "divide-by-unknown": lambda p: "^" not in _text(p),
    "drop-negative-root": lambda p: re.search(r"\^|\|", _text(p)) is None,
    "swap-solution": lambda p: len(p.model.ask.unknowns) < 2,
    "elimination-sign": lambda p: len(p.model.ask.unknowns) < 2,
    "sign-not-distributed": lambda p: "(" not in _text(p) and "^" not in _text(p),
    "distribute-first-only": lambda p: "(" not in _text(p) and "^" not in _text(p),
    "square-of-sum": lambda p: ")^2" not in _text(p),
    "add-fractions-across": lambda p: "/" not in _text(p),
    "cross-multiply-product": lambda p: "/" not in _text(p),
    "invert-dividend": lambda p: "/" not in _text(p) and "÷" not in _text(p),
    "sqrt-of-sum": lambda p: "sqrt" not in _text(p),
    "add-radicands": lambda p: "sqrt" not in _text(p),
    "rationalize-denominator-only": lambda p: "sqrt" not in _text(p),
    "decimal-point-kept": lambda p: "." not in _text(p),
    "decimal-parts-separately": lambda p: "." not in _text(p),
    "power-as-product": lambda p: "^" not in _text(p),
    "negative-base-power": lambda p: "^" not in _text(p),
    "minus-taken-into-power": lambda p: "^" not in _text(p),
    "formula-discriminant-plus": lambda p: "^2" not in _text(p) and ")(" not in _text(p),
    "move-term-keeps-sign": lambda p: p.model.ask.kind != "solve",
    "sign-of-factors": lambda p: p.model.ask.form != "factored" and re.search(r"\^|\)\*?\(", _text(p)) is None,
    "mixed-parts-separately": lambda p: re.search(r"\d \d", _text(p)) is None,
}
"""For each mal-rule, when it cannot lead to a wrong answer: what it misuses is not in the item."""


@fault("target that does not show")
def harmless_target(problem: Problem, rng: Random) -> Pair | None:
    """The misconception has nothing to go wrong on, or ends in the right answer."""
    rules = [rule for rule, cannot_show in _HARMLESS.items() if cannot_show(problem)]
    if not rules:
        return None
    rule = rng.choice(rules)
    right = bare(problem)
    return Pair(right, replace(right, targets=rule), f"{rule} has nothing to misuse in '{_text(problem)}'")


@fault("target on an item with opposite roots")
def opposite_roots(problem: Problem, rng: Random) -> Pair | None:
    """Changing the sign of the roots gives the same two roots."""
    if problem.model.ask.kind != "solve" or not _opposite_roots(problem):
        return None
    right = bare(problem)
    return Pair(right, replace(right, targets="sign-of-roots"), "the roots with other signs are the roots")


@fault("target that does not exist")
def unknown_target(problem: Problem, rng: Random) -> Pair | None:
    """A name of no mal-rule, or one misspelt."""
    name = rng.choice(["sign-of-root", "SIGN-OF-ROOTS", "", "careless", "부호 실수", "sign-of-roots "])
    right = bare(problem)
    return Pair(right, replace(right, targets=name), f"no mal-rule is called {name!r}")
