"""What a key claims against what a model or a text asks, by trying numbers; evidence that does not use the verifier.

Only differences are claimed: one number at which key and question disagree proves that the key is wrong. Agreement at
every number that was tried proves nothing and is not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

from generation.problem import AnswerValue, Problem
from tests.faults.evaluation import NoValueError, Point, UnreadableError, Value, from_latex, holds, same, value

_RELATION = re.compile(r"[<>=]|!=")
_NUDGE = Fraction(1, 1000)
_GRID = [Fraction(n, 2) for n in range(-60, 61)]
_SPOTS = (Fraction(7, 3), Fraction(-5, 11), Fraction(13, 8), Fraction(19, 6), Fraction(2, 17), Fraction(11, 7))
Key = Sequence[AnswerValue]


def is_relation(text: str) -> bool:
    """Whether a text is an equation or inequality."""
    return _RELATION.search(text) is not None


def claims(key: Key, point: Point) -> bool:
    """Whether a key lists, or describes, this point."""
    return any(_claims_one(entry, point) for entry in key)


def _claims_one(entry: AnswerValue, point: Point) -> bool:
    if not isinstance(entry, str):
        return all(same(point[name], value(text)) for name, text in entry.items())
    if entry in ("all", "none"):
        return entry == "all"
    if is_relation(entry):
        return holds(entry, point)
    return same(next(iter(point.values())), value(entry))


def numbers(key: Key) -> list[Value]:
    """Every number that stands alone in a key, or is an end of one of its inequalities."""
    found: list[Value] = []
    for text in chain.from_iterable([entry] if isinstance(entry, str) else entry.values() for entry in key):
        for side in re.split(r"<=|>=|!=|[<>=]| or | and |,", text):
            try:
                found.append(value(side))
            except (UnreadableError, NoValueError):
                continue
    return found


def rows(key: Key) -> list[dict[str, Value]]:
    """The solutions that a key lists as assignments."""
    return [{name: value(text) for name, text in entry.items()} for entry in key if not isinstance(entry, str)]


def points(unknowns: Sequence[str], *keys: Key) -> Iterator[dict[str, Value]]:
    """Points worth trying: what the keys name, a little beside it, and a grid."""
    if len(unknowns) == 1:
        named = [number for key in keys for number in numbers(key)]
        for number in [*named, *(n + d for n in named for d in (_NUDGE, -_NUDGE)), *_GRID]:
            yield {unknowns[0]: number}
        return
    for key in keys:
        yield from rows(key)
    for n in range(-40, 41):
        for m in range(-40, 41, 5):
            yield dict(zip(unknowns, (Fraction(n), Fraction(m), Fraction(n - m), Fraction(m)), strict=False))


def disagreement(formulas: Sequence[str], unknowns: Sequence[str], key: Key, *others: Key) -> str | None:
    """A point that solves the relations and is not claimed, or is claimed and solves nothing."""
    for point in points(unknowns, key, *others):
        asked = all(holds(formula, point) for formula in formulas)
        if asked != claims(key, point):
            shown = ", ".join(f"{name} = {number}" for name, number in point.items())
            return f"{shown} {'solves it and is not claimed' if asked else 'is claimed and does not solve it'}"
    return None


def apart(a: Key, b: Key, unknowns: Sequence[str]) -> bool:
    """Whether two keys certainly say different things."""
    if not unknowns and len(a) == len(b) == 1 and isinstance(a[0], str) and isinstance(b[0], str):
        return unequal(a[0], b[0]) is not None
    names = unknowns or ("x",)
    return any(claims(a, point) != claims(b, point) for point in points(names, a, b))


def unequal(a: str, b: str) -> str | None:
    """A point at which two expressions have different values."""
    letters = sorted(set(re.findall(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])", a + " " + b)))
    letters = sorted(
        {*letters, *(letter for run in re.findall(r"[a-z]{2,3}", a + " " + b) for letter in _product(run))}
    )
    for shift in range(len(_SPOTS)):
        point = {name: _SPOTS[(shift + k) % len(_SPOTS)] for k, name in enumerate(letters)}
        try:
            if not same(value(a, point), value(b, point)):
                return ", ".join(f"{name} = {number}" for name, number in point.items()) or "as numbers"
        except NoValueError:
            continue
    return None


def _product(run: str) -> str:
    return "" if run in ("pi", "log", "abs", "or", "and") else run


def wrong_key(problem: Problem, right: Key = ()) -> str | None:
    """Why the key of a problem is not the answer to its own model; None where that was not shown."""
    ask = problem.model.ask
    if ask.kind == "solve":
        return disagreement(problem.model.given, ask.unknowns, problem.answer.values, right)
    if ask.kind in ("value", "form") and not problem.model.given and not problem.model.define and ask.of is not None:
        return _wrong_value(ask.of, problem.answer.values)
    if right and apart(problem.answer.values, right, ask.unknowns):
        return "another answer than the right one"
    return None


def _wrong_value(of: str, key: Key) -> str | None:
    if len(key) != 1 or not isinstance(key[0], str):
        return "one expression is asked for"
    where = unequal(of, key[0])
    return None if where is None else f"another value at {where}"


def formulas_of(statement: str) -> list[str]:
    """The formulas between dollar signs in this reader's notation. Raises UnreadableError."""
    return [from_latex(text) for text in re.findall(r"\$([^$]*)\$", statement)]


def wrong_for_text(problem: Problem) -> str | None:
    """Why the key is not the answer to the formulas of the statement; None where that was not shown."""
    found = formulas_of(problem.statement)
    if problem.model.ask.kind == "solve":
        relations = [text for text in found if is_relation(text)]
        return disagreement(relations, problem.model.ask.unknowns, problem.answer.values) if relations else None
    return _wrong_value(found[0], problem.answer.values) if len(found) == 1 else None


def another_question(a: Problem, b: Problem) -> bool:
    """Whether the relations or expressions of two models certainly differ."""
    if a.model.ask.of is not None and b.model.ask.of is not None and unequal(a.model.ask.of, b.model.ask.of):
        return True
    names = a.model.ask.unknowns
    for point in points(names, a.answer.values, b.answer.values) if names else ():
        if all(holds(f, point) for f in a.model.given) != all(holds(f, point) for f in b.model.given):
            return True
    return False
