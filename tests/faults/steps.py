"""Faults of the worked solution: roots lost and gained, wrong arithmetic, hidden divisions by zero."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

from generation.problem import Problem, Step
from tests.faults.edits import with_number_changed, with_sign_changed
from tests.faults.evaluation import NoValueError, Value, below, holds, value
from tests.faults.fault import Pair, fault
from tests.faults.oracle import claims, is_relation, points, rows, unequal


def with_step(problem: Problem, at: int, math: str) -> Problem:
    steps = list(problem.solution)
    steps[at] = replace(steps[at], math=math)
    return replace(problem, solution=tuple(steps), choices=(), targets=None)


def _solved_points(problem: Problem) -> list[dict[str, Value]]:
    names = problem.model.ask.unknowns
    key = problem.answer.values
    return [dict(point) for point in points(names, key) if claims(key, point)][:40] if len(names) == 1 else [
        dict(row) for row in rows(key)
    ]  # fmt: skip


def _loses(problem: Problem, math: str) -> str | None:
    """A solution at which a line is false."""
    for point in _solved_points(problem):
        if not holds(math, point):
            return f"false at the solution {point}"
    return None


def _gains(problem: Problem, math: str) -> str | None:
    """A number that fulfils a line, is no solution, and is no point where the question divides by zero."""
    names = problem.model.ask.unknowns
    if len(names) != 1:
        return None
    if any(_alike(given, math, names, problem) for given in _several(problem)):
        return None  # one of several relations, solved by itself
    for point in points(names, problem.answer.values, (math,)):
        if not _in_domain(problem, point[names[0]]):
            continue
        if holds(math, point) and not claims(problem.answer.values, point):
            return f"{point} fulfils it"
    return None


def _several(problem: Problem) -> list[str]:
    """The relations that hold together: all that are given, or the two halves of a chain."""
    given = problem.model.given
    chain = re.fullmatch(r"([^<>=]+)(<=|<)([^<>=]+)(<=|<)([^<>=]+)", given[0]) if len(given) == 1 else None
    if chain is not None:
        return [chain[1] + chain[2] + chain[3], chain[3] + chain[4] + chain[5]]
    return list(given) if len(given) > 1 else []


def _in_domain(problem: Problem, number: Value) -> bool:
    domain = problem.model.symbols.get(problem.model.ask.unknowns[0], "real")
    return {"positive": below(Fraction(0), number), "nonnegative": not below(number, Fraction(0))}.get(domain, True)


def _alike(a: str, b: str, names: Sequence[str], problem: Problem) -> bool:
    return all(holds(a, point) == holds(b, point) for point in points(names, problem.answer.values, (a, b)))


def wrong_line(problem: Problem, math: str) -> str | None:
    """Why a line does not follow: it loses or gains a solution, or has another value than the question."""
    ask = problem.model.ask
    if ask.kind == "solve":
        return (_loses(problem, math) or _gains(problem, math)) if is_relation(math) else None
    if ask.of is None or problem.model.given or problem.model.define or is_relation(math):
        return None
    where = unequal(ask.of, math)
    return None if where is None else f"another value at {where}"


def _edited(problem: Problem, rng: Random, edit: Callable[[str, Random], str | None]) -> Pair | None:
    lines = [k for k, step in enumerate(problem.solution) if step.math]
    if not lines:
        return None
    at = rng.choice(lines)
    math = edit(problem.solution[at].math or "", rng)
    if math is None or (evidence := wrong_line(problem, math)) is None:
        return None
    return Pair(problem, with_step(problem, at, math), f"line {at + 1} '{math}': {evidence}")


@fault("wrong arithmetic in a step")
def arithmetic(problem: Problem, rng: Random) -> Pair | None:
    """One number of one line off."""
    return _edited(problem, rng, with_number_changed)


@fault("wrong sign in a step")
def sign(problem: Problem, rng: Random) -> Pair | None:
    """One sign of one line turned."""
    return _edited(problem, rng, lambda text, r: None if is_relation(text[:1]) else with_sign_changed(text, r))


@fault("step that loses a root")
def loses(problem: Problem, rng: Random) -> Pair | None:
    """A line with one alternative less, divided by a factor, or with only the positive root."""
    if problem.model.ask.kind != "solve" or len(problem.answer.values) < 2:
        return None
    at = rng.randrange(len(problem.solution))
    math = problem.solution[at].math or ""
    if " or " in math:
        new = rng.choice(math.split(" or "))
    elif match := re.fullmatch(r"(\([^()]+\))(\([^()]+\)) = 0", math):
        new = f"{match[rng.choice((1, 2))].strip('()')} = 0"
    elif match := re.fullmatch(r"(\w*)\*?(\([^()]+\)) = 0", math):
        new = f"{match[2].strip('()')} = 0"
    else:
        root = rng.choice(problem.answer.values)
        new = f"x = {root}"
    if (evidence := _loses(problem, new)) is None:
        return None
    return Pair(problem, with_step(problem, at, new), f"line {at + 1} '{new}': {evidence}")


@fault("step that gains a root")
def gains(problem: Problem, rng: Random) -> Pair | None:
    """A line multiplied by a factor, with an alternative more, or squared."""
    names = problem.model.ask.unknowns
    if problem.model.ask.kind != "solve" or len(names) != 1:
        return None
    at = rng.randrange(len(problem.solution))
    math = problem.solution[at].math or ""
    sides = re.fullmatch(r"([^<>=]+) = ([^<>=]+)", math)
    n, x = rng.randint(-12, 12), names[0]
    new = rng.choice([
        f"{math} or {x} = {n}",
        f"({sides[1]})({x} - {n}) = ({sides[2]})({x} - {n})".replace("- -", "+ ") if sides else f"{math} or {x} < {n}",
        f"({sides[1]})^2 = ({sides[2]})^2" if sides else math.replace("<", "<=", 1),
        f"{x}*({sides[1]}) = {x}*({sides[2]})" if sides else f"{math} or {x} > {n}",
    ])  # fmt: skip
    if (evidence := _gains(problem, new)) is None:
        return None
    return Pair(problem, with_step(problem, at, new), f"line {at + 1} '{new}': {evidence}")


@fault("division by zero hidden in a step")
def division_by_zero(problem: Problem, rng: Random) -> Pair | None:
    """A line divided by what is zero: outright (``3 - 3``), or at a solution (``x - 2`` where 2 is a root)."""
    lines = [k for k, step in enumerate(problem.solution) if step.math]
    if not lines:
        return None
    at = rng.choice(lines)
    math = problem.solution[at].math or ""
    n = rng.randint(2, 9)
    zero = f"({n} - {n})"
    if problem.model.ask.kind != "solve":
        if is_relation(math):
            return None
        new = rng.choice([f"({math})*{zero}/{zero}", f"({math}) + 0/{zero}", f"({math})*(2*{n} - {2 * n})/{zero}"])
        try:
            value(new, {letter: value("5/7") for letter in "abcdefghklmnprstuvwxyz"})
        except NoValueError:
            return _inserted(problem, at + 1, new, "divides by zero")
        return None
    return _divided_relation(problem, at, math, zero, rng)


def _divided_relation(problem: Problem, at: int, math: str, zero: str, rng: Random) -> Pair | None:
    sides = re.fullmatch(r"([^<>=]+) (=|<=|>=|<|>) ([^<>=]+)", math)
    if sides is None:
        return None
    divisors = [zero]
    key = problem.answer.values
    if len(problem.model.ask.unknowns) == 1 and sides[2] == "=":
        name = problem.model.ask.unknowns[0]
        divisors += [f"({name} - ({entry}))" for entry in key if isinstance(entry, str) and not is_relation(entry)]
    divisor = rng.choice(divisors)
    new = f"({sides[1]})/{divisor} {sides[2]} ({sides[3]})/{divisor}"
    evidence = _loses(problem, new)
    return None if evidence is None else _inserted(problem, at + 1, new, evidence)


def _inserted(problem: Problem, at: int, math: str, evidence: str) -> Pair:
    step = Step("양변을 나누면" if problem.language == "ko" else "divide both sides", math)
    solution = (*problem.solution[:at], step, *problem.solution[at:])
    broken = replace(problem, solution=solution, choices=(), targets=None)
    return Pair(problem, broken, f"line {at + 1} '{math}': {evidence}")


@fault("solution that ends elsewhere than the key")
def ends_elsewhere(problem: Problem, rng: Random) -> Pair | None:
    """The last line is missing, or a true line that is no answer stands at the end."""
    if len(problem.solution) < 2 or problem.solution[-1].math is None:
        return None
    broken = replace(problem, solution=problem.solution[:-1], choices=(), targets=None)
    last = broken.solution[-1].math or ""
    if last == problem.solution[-1].math or ("=" not in last and problem.model.ask.kind == "solve"):
        return None
    if re.fullmatch(r"(\w = [^=<>]+?)( (or|and) \w = [^=<>]+?)*", last) or not re.search(r"[-+*^(]", last):
        return None  # may be the answer in other writing
    key = problem.answer.values
    if re.sub(r"[*() ]", "", last) == re.sub(r"[*() ]", "", str(key[0])) or (
        len(problem.model.ask.unknowns) == 2 and isinstance(key[0], str)
    ):
        return None  # the same number, or the same line by another of its equations
    return Pair(problem, broken, f"ends with '{last}'")


@fault("number changed in the words of a step")
def number_in_words(problem: Problem, rng: Random) -> Pair | None:
    """The line is right, its reason names another number: divide by 3 where 2 was divided by."""
    lines = [k for k, step in enumerate(problem.solution) if re.search(r"\d", step.text)]
    if not lines:
        return None
    at = rng.choice(lines)
    text = problem.solution[at].text
    new = with_number_changed(text, rng)
    if new is None:
        return None
    steps = list(problem.solution)
    steps[at] = replace(steps[at], text=new)
    broken = replace(problem, solution=tuple(steps), choices=(), targets=None)
    return Pair(problem, broken, f"'{new}' instead of '{text}'")
