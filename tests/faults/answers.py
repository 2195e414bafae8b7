"""Faults of the key: the item asks what it asked, the key says something else."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.problem import AnswerValue, Problem
from tests.faults.edits import bare, in_one_entry, with_number_changed, with_sign_changed
from tests.faults.evaluation import same, value
from tests.faults.fault import Pair, fault
from tests.faults.oracle import is_relation, wrong_key


def _with_key(problem: Problem, key: tuple[AnswerValue, ...] | None) -> Pair | None:
    if key is None:
        return None
    broken = bare(problem, key)
    evidence = wrong_key(broken, problem.answer.values)
    return None if evidence is None else Pair(bare(problem), broken, evidence)


@fault("answer off by its sign")
def sign(problem: Problem, rng: Random) -> Pair | None:
    """``-3`` for ``3``; in an expression the sign of one term."""
    return _with_key(problem, in_one_entry(problem.answer.values, rng, with_sign_changed))


@fault("answer a near miss")
def near_miss(problem: Problem, rng: Random) -> Pair | None:
    """One number of the key off by a little."""
    return _with_key(problem, in_one_entry(problem.answer.values, rng, with_number_changed))


@fault("answer turned upside down")
def reciprocal(problem: Problem, rng: Random) -> Pair | None:
    """``3/2`` for ``2/3``."""

    def edit(text: str, _: Random) -> str | None:
        top, bar, bottom = text.partition("/")
        if not bar:
            return f"1/{text}" if text.isdigit() and text != "1" else None
        return f"{bottom}/{top}" if top.isdigit() and bottom.isdigit() and top != "1" else None

    return _with_key(problem, in_one_entry(problem.answer.values, rng, edit))


@fault("root dropped")
def root_dropped(problem: Problem, rng: Random) -> Pair | None:
    """One of several solutions missing."""
    key = problem.answer.values
    if len(key) < 2 or problem.model.ask.kind != "solve":
        return None
    at = rng.randrange(len(key))
    return _with_key(problem, (*key[:at], *key[at + 1 :]))


@fault("root added")
def root_added(problem: Problem, rng: Random) -> Pair | None:
    """A number that is no solution among those that are: near them, their opposite, zero, or the coefficients."""
    key, ask = problem.answer.values, problem.model.ask
    if ask.kind != "solve" or not key or not all(isinstance(v, str) and not is_relation(v) for v in key):
        return None
    others = [*(f"-({v})" for v in key), *(f"{v} + 1" for v in key), "0", "1", str(rng.randint(2, 20)), f"2*({key[0]})"]
    new = rng.choice(others)
    number = value(new)
    shown = str(number) if isinstance(number, Fraction) else new
    if any(same(number, value(v)) for v in key if isinstance(v, str)):
        return None
    return _with_key(problem, (*key, shown))


@fault("row added to a system")
def row_added(problem: Problem, rng: Random) -> Pair | None:
    """A second pair beside the only one, its unknowns swapped or one of them wrong."""
    key = problem.answer.values
    if len(key) != 1 or isinstance(key[0], str) or len(key[0]) != 2:
        return None
    (a, x), (b, y) = sorted(key[0].items())
    new = rng.choice([{a: y, b: x}, {a: x, b: f"{y} + 1"}, {a: "0", b: y}, {a: x, b: "0"}])
    return _with_key(problem, (*key, new))


@fault("everything or nothing claimed")
def all_or_none(problem: Problem, rng: Random) -> Pair | None:
    """``all`` or no solution for an item that has some."""
    if problem.model.ask.kind != "solve":
        return None
    return _with_key(problem, rng.choice([("all",), ("none",), ()]))


@fault("key's relation turned")
def relation_turned(problem: Problem, rng: Random) -> Pair | None:
    """``<`` for ``<=``, ``<`` for ``>`` in the key."""

    def edit(entry: str) -> str | None:
        for old in ("<=", ">=", "<", ">"):
            if f" {old} " in entry:
                new = rng.choice([op for op in ("<", "<=", ">", ">=") if op != old])
                return entry.replace(f" {old} ", f" {new} ", 1)
        return None

    key = problem.answer.values
    if len(key) != 1 or not isinstance(key[0], str) or (new := edit(key[0])) is None:
        return None
    return _with_key(problem, (new,))
