"""Faults of the problem types that are told in words: the words stay, model and key say something else together.

Nothing in such an item contradicts itself but its words: only the statement can give it away.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from random import Random

from generation.problem import Answer, Problem
from tests.faults.edits import bare
from tests.faults.evaluation import CONTEXT, Value, same, value
from tests.faults.fault import Pair, fault
from tests.faults.siblings import sibling

Edit = Callable[[str, Random], str | None]
_NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.])")


def _written(number: Value, like: str) -> str | None:
    """A number as a key writes it: a fraction, a decimal where the right key is one, a multiple of π."""
    if isinstance(number, Fraction):
        if "." not in like or number.denominator == 1:
            return str(number)
        places = next((k for k in range(1, 7) if (number * 10**k).denominator == 1), None)
        return None if places is None else f"{float(number):.{places}f}"
    return None


def _key_of(of: str, like: str) -> str | None:
    """What an expression is, computed by trying: rational, or rational times π."""
    plain = value(of)
    if isinstance(plain, Fraction):
        return _written(plain, like)
    if "pi" not in of:
        return None
    share = value(of, {"pi": Fraction(1)})
    if isinstance(share, Fraction) and same(plain, share.numerator * CONTEXT.pi / share.denominator):
        top = "" if share.numerator == 1 else str(share.numerator)
        return f"{top}pi" if share.denominator == 1 else f"{share.numerator}/{share.denominator}pi"
    return None


def _remodelled(problem: Problem, rng: Random, edit: Edit, what: str) -> Pair | None:
    """The item with another expression in its model and the key that belongs to it."""
    of, key = problem.model.ask.of, problem.answer.values
    if (
        of is None
        or problem.model.given
        or problem.model.define
        or problem.model.symbols
        or not isinstance(key[0], str)
    ):
        return None
    new = edit(of, rng)
    if new is None or new == of or ("$" in problem.statement and of in problem.statement):
        return None
    other = _key_of(new, key[0])
    if other is None or same(value(new), value(of)) or other.startswith("-"):
        return None
    model = replace(problem.model, ask=replace(problem.model.ask, of=new))
    broken = replace(bare(problem), model=model, answer=Answer((other,), problem.answer.unit))
    return Pair(bare(problem), broken, f"{what}: {new} for {of}")


def _in_text(problem: Problem) -> set[str]:
    return set(_NUMBER.findall(problem.statement))


def _numbers_of(problem: Problem) -> list[str]:
    return sorted(_NUMBER.findall(problem.statement))


@fault("told type: model and key of another item")
def another_item(problem: Problem, rng: Random) -> Pair | None:
    """Model and key have other numbers than the words, and another answer."""
    other = sibling(problem, rng)
    if other is None or problem.model.ask.of is None or "=" in problem.statement:
        return None
    if _numbers_of(other) == _numbers_of(problem) or other.answer.values == problem.answer.values:
        return None
    right, broken = bare(problem), replace(bare(other), statement=problem.statement)
    return Pair(right, broken, f"the text has {_numbers_of(problem)}, the model is for {_numbers_of(other)}")


@fault("told type: constant of its formula changed")
def constant(problem: Problem, rng: Random) -> Pair | None:
    """1/2 for 1/3 of a cone, 180 for 360 of a sector, n - 3 for n - 2: a number that the words only imply."""
    shown = _in_text(problem)

    def edit(of: str, rng: Random) -> str | None:
        found = [match for match in _NUMBER.finditer(of) if match[0] not in shown]
        if not found:
            return None
        match = rng.choice(found)
        number = int(float(match[0]))
        new = rng.choice([k for k in (1, 2, 3, 4, 6, number * 2, number + 1, max(number - 1, 1)) if k != number])
        return of[: match.start()] + str(new) + of[match.end() :]

    return _remodelled(problem, rng, edit, "another constant")


@fault("told type: two numbers of the text exchanged in the model")
def exchanged(problem: Problem, rng: Random) -> Pair | None:
    """The height for the radius, the part for the whole."""
    shown = _in_text(problem)

    def edit(of: str, rng: Random) -> str | None:
        found = sorted({match[0] for match in _NUMBER.finditer(of)} & shown)
        if len(found) < 2:
            return None
        a, b = rng.sample(found, 2)
        return _NUMBER.sub(lambda m: {a: b, b: a}.get(m[0], m[0]), of)

    return _remodelled(problem, rng, edit, "two numbers exchanged")


@fault("told type: operation turned in the model")
def operation(problem: Problem, rng: Random) -> Pair | None:
    """A sum for a product, a quotient for a product, a difference for a sum."""

    def edit(of: str, rng: Random) -> str | None:
        found = list(re.finditer(r"(?<=[\w)]) ?([-+*/]) ?(?=[\w(])", of))
        if not found:
            return None
        match = rng.choice(found)
        new = rng.choice([sign for sign in "+-*/" if sign != match[1]])
        return of[: match.start()] + f" {new} " + of[match.end() :]

    return _remodelled(problem, rng, edit, "another operation")


_FUNCTIONS = (
    ("median", "mode", "mean"),
    ("variance", "stdev", "mean"),
    ("gcd", "lcm"),
    ("sin", "cos", "tan"),
    ("P", "C", "H"),
    ("max", "min"),
)


@fault("told type: function exchanged in the model")
def function(problem: Problem, rng: Random) -> Pair | None:
    """The mean for the median, the greatest divisor for the least multiple, choices for arrangements."""

    def edit(of: str, rng: Random) -> str | None:
        for names in _FUNCTIONS:
            old = next((name for name in names if re.search(rf"(?<![A-Za-z]){name}\(", of)), None)
            if old is not None:
                new = rng.choice([name for name in names if name != old])
                return re.sub(rf"(?<![A-Za-z]){old}\(", f"{new}(", of)
        return None

    return _remodelled(problem, rng, edit, "another function")


_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_BESIDE = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}


def _with_event(problem: Problem, rng: Random, table: dict[str, str]) -> tuple[Problem, str] | None:
    ask = problem.model.ask
    if ask.kind != "probability" or len(ask.event) != 1:
        return None
    match = re.search(r"!=|<=|>=|[<>=]", ask.event[0])
    if match is None or match[0] not in table:
        return None
    event = ask.event[0][: match.start()] + table[match[0]] + ask.event[0][match.end() :]
    return replace(bare(problem), model=replace(problem.model, ask=replace(ask, event=(event,)))), event


@fault("told type: complement of the event in model and key")
def complement(problem: Problem, rng: Random) -> Pair | None:
    """The words ask for the event, model and key have the opposite one."""
    made = _with_event(problem, rng, _OPPOSITE)
    key = problem.answer.values[0] if problem.answer.values else ""
    if made is None or not isinstance(key, str):
        return None
    share = value(key)
    if not isinstance(share, Fraction) or share == Fraction(1, 2):
        return None
    broken = replace(made[0], answer=Answer((str(1 - share),)))
    return Pair(bare(problem), broken, f"{made[1]} is the opposite of what is asked")


@fault("told type: complement of the event in the key")
def complement_key(problem: Problem, rng: Random) -> Pair | None:
    """The key is the probability of the opposite."""
    key = problem.answer.values[0] if problem.answer.values else ""
    if problem.model.ask.kind != "probability" or not isinstance(key, str):
        return None
    share = value(key)
    if not isinstance(share, Fraction) or share == Fraction(1, 2):
        return None
    return Pair(bare(problem), bare(problem, (str(1 - share),)), f"{1 - share} is for the opposite event")


_UNITS = {
    "cm": ("cm^2", "m", "cm^3", "degrees", "km"),
    "cm^2": ("cm", "cm^3", "m^2"),
    "cm^3": ("cm^2", "cm", "m^3"),
    "m": ("cm", "m^2", "km"),
    "degrees": ("cm", "%"),
    "도": ("cm", "%", "개"),
    "개": ("cm", "도", "원", "명"),
    "명": ("개", "원"),
    "분": ("시간", "초", "개"),
    "minutes": ("hours", "seconds"),
    "원": ("개", "만원", "%"),
    "won": ("dollars", "%"),
    "년": ("개월", "세"),
    "km": ("m", "km/h", "시간"),
}


@fault("told type: wrong unit")
def unit(problem: Problem, rng: Random) -> Pair | None:
    """A length for an area, minutes for hours."""
    mine = problem.answer.unit
    if mine is None or mine not in _UNITS:
        return None
    new = rng.choice(_UNITS[mine])
    right = bare(problem)
    return Pair(right, replace(right, answer=replace(right.answer, unit=new)), f"{new} for {mine}")


@fault("told type: unit missing")
def unit_missing(problem: Problem, rng: Random) -> Pair | None:
    """The text has its quantities in centimetres, the key is a bare number."""
    if problem.answer.unit not in ("cm", "cm^2", "cm^3", "m", "km"):
        return None
    right = bare(problem)
    return Pair(right, replace(right, answer=replace(right.answer, unit=None)), f"{problem.answer.unit} is missing")
