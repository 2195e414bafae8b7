"""Small edits of texts and items that several faults use."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from random import Random

from generation.problem import Answer, AnswerValue, Problem

_NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.])")


def bare(problem: Problem, key: tuple[AnswerValue, ...] | None = None) -> Problem:
    """The item without choices, solution and target, so that nothing else gives a wrong key away."""
    answer = problem.answer if key is None else Answer(key, problem.answer.unit)
    return replace(problem, answer=answer, choices=(), solution=(), targets=None)


def with_number_changed(text: str, rng: Random) -> str | None:
    """One number of a text made a little larger or smaller; never negative, never another sign before it."""
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    places = len(match[0].partition(".")[2])
    step = Fraction(rng.choice((1, 1, 2, 3, 10)), 10**places)
    old = Fraction(match[0])
    new = old + step if old <= step or rng.random() < 0.5 else old - step
    return text[: match.start()] + decimal(new, places) + text[match.end() :]


def decimal(number: Fraction, places: int) -> str:
    """A decimal with so many places; a whole number for none."""
    return f"{int(number)}" if not places else f"{float(number):.{places}f}"


def with_sign_changed(text: str, rng: Random) -> str | None:
    """One sign of a text turned: a leading one, or one between two terms."""
    inner = [match.start() for match in re.finditer(r"(?<=[\w)\s])[+-](?=\s?[\w(])", text)]
    where = rng.choice([-1, *inner])
    if where >= 0:
        return text[:where] + ("-" if text[where] == "+" else "+") + text[where + 1 :]
    return text[1:].lstrip() if text.startswith("-") else f"-{text}"


def in_one_entry(key: tuple[AnswerValue, ...], rng: Random, edit: Callable[[str, Random], str | None]) -> (
    tuple[AnswerValue, ...] | None
):  # fmt: skip
    """A key with one of its texts edited; an inequality is edited on the side of its number."""
    if not key:
        return None
    at = rng.randrange(len(key))
    entry = key[at]
    if isinstance(entry, str):
        new: AnswerValue | None = _edited(entry, rng, edit)
    else:
        name = rng.choice(sorted(entry))
        text = edit(entry[name], rng)
        new = None if text is None else {**entry, name: text}
    return None if new is None else (*key[:at], new, *key[at + 1 :])


def _edited(text: str, rng: Random, edit: Callable[[str, Random], str | None]) -> str | None:
    sides = re.split(r"(\s*(?:<=|>=|!=|[<>=])\s*)", text)
    numbers = [k for k in range(0, len(sides), 2) if re.search(r"\d", sides[k])]
    if not numbers:
        return edit(text, rng) if len(sides) == 1 else None
    at = rng.choice(numbers)
    side = edit(sides[at], rng)
    return None if side is None else "".join([*sides[:at], side, *sides[at + 1 :]])


def with_model_changed(problem: Problem, rng: Random) -> Problem | None:
    """One number of the relations or of the expression asked for changed; everything else as it was."""
    model = problem.model
    if model.given:
        at = rng.randrange(len(model.given))
        text = with_number_changed(model.given[at], rng)
        if text is None:
            return None
        given = (*model.given[:at], text, *model.given[at + 1 :])
        return replace(problem, model=replace(model, given=given))
    text = with_number_changed(model.ask.of or "", rng)
    return None if text is None else replace(problem, model=replace(model, ask=replace(model.ask, of=text)))


def written_otherwise(text: str, rng: Random) -> str:
    """The same value or relation in other writing; the caller makes sure that it is the same."""
    choices = [f"({text}) + 0", f"1*({text})", f"({text})/1", f"2*({text})/2"]
    if re.fullmatch(r"-?\d+", text):
        choices += [f"{text}.0", f"{2 * int(text)}/2", f"{int(text) - 1} + 1", f"{int(text) + 3} - 3"]
    if match := re.fullmatch(r"(-?)(\d+)/(\d+)", text):
        choices += [
            f"{match[1]}{2 * int(match[2])}/{2 * int(match[3])}",
            f"{match[1]}{3 * int(match[2])}/{3 * int(match[3])}",
        ]
    if match := re.fullmatch(r"(\w+) (<=|>=|<|>) (.+)", text):
        mirrored = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}[match[2]]
        return rng.choice(
            [f"{match[3]} {mirrored} {match[1]}", f"{match[1]} - {match[3]} {match[2]} 0".replace("- -", "+ ")]
        )
    if re.search(r"[<>=]", text):
        return text
    return rng.choice(choices)
