"""Faults of form: the right value, not as it was asked for."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from math import gcd
from random import Random

from generation.problem import Answer, Problem
from tests.faults.edits import bare
from tests.faults.fault import Pair, fault
from tests.faults.oracle import unequal


def _kept_value(problem: Problem, text: str, why: str) -> Pair | None:
    """The item with its key in another form, if the value is the same as far as numbers tell."""
    key = problem.answer.values[0]
    if not isinstance(key, str) or text == key or unequal(text, key) is not None:
        return None
    return Pair(bare(problem), bare(problem, (text,)), f"'{text}' {why}")


@fault("unreduced fraction")
def unreduced(problem: Problem, rng: Random) -> Pair | None:
    """``4/6`` for ``2/3``, also as an end of an inequality or a value in a row."""
    n = rng.randint(2, 9)

    def edit(text: str) -> str | None:
        head, slash, tail = text.rpartition("/")
        if slash and tail.isdigit() and head.lstrip("-").isdigit():
            return f"{int(head) * n}/{int(tail) * n}"
        if text.lstrip("-").isdigit() and text != "0":
            return f"{int(text) * n}/{n}"
        return None

    key = problem.answer.values
    if not key:
        return None
    at = rng.randrange(len(key))
    entry = key[at]
    if isinstance(entry, str):
        words = entry.split(" ")
        edited = edit(words[-1])
        if edited is None or len(words) not in (1, 3) or any(c in entry for c in "()*+^"):
            return None
        new: object = " ".join([*words[:-1], edited])
    else:
        name = rng.choice(sorted(entry))
        edited = edit(entry[name])
        if edited is None:
            return None
        new = {**entry, name: edited}
    top, _, bottom = edited.rpartition("/")
    if gcd(int(top), int(bottom)) == 1:
        return None
    changed = (*key[:at], new, *key[at + 1 :])
    return Pair(bare(problem), bare(problem, changed), f"{edited} can be reduced")  # type: ignore[arg-type]


@fault("root not simplified")
def root_not_simplified(problem: Problem, rng: Random) -> Pair | None:
    """``sqrt(12)`` for ``2sqrt(3)``, ``sqrt(9)`` for 3."""
    key = problem.answer.values[0] if problem.answer.values else ""
    if not isinstance(key, str) or "<" in key or ">" in key:
        return None
    n = rng.choice((2, 3, 5))
    if "sqrt(" in key:
        before, _, after = key.partition("sqrt(")
        inside, _, rest = after.partition(")")
        text = f"{before}sqrt({int(inside) * n * n}){rest}/{n}" if not before.strip("-") else None
        if text is None:
            digits = before[len(before.rstrip("0123456789")) :]
            if not digits or len(problem.answer.values) > 1:
                return None
            text = f"{before[: len(before) - len(digits)]}sqrt({int(inside) * int(digits) ** 2}){rest}"
            if int(digits) == 1:
                return None
    elif key.isdigit() and problem.model.ask.kind in ("value", "form") and 1 < int(key) < 40:
        text = f"sqrt({int(key) ** 2})"
    else:
        return None
    if unequal(text, key) is not None:
        return None
    broken = bare(problem, (text, *problem.answer.values[1:]))
    return Pair(bare(problem), broken, f"'{text}' has a square under its root")


@fault("expression left as it was asked")
def nothing_done(problem: Problem, rng: Random) -> Pair | None:
    """The question as its own answer: not expanded, not factored, not rationalised, not worked out."""
    of = problem.model.ask.of
    if (
        of is None
        or problem.model.given
        or re.fullmatch(r"\d+/\d+", of)
        or (problem.model.ask.form == "simplified" and of == problem.answer.values[0])
    ):
        return None
    return _kept_value(problem, of, "is the question itself")


@fault("factored in part")
def factored_in_part(problem: Problem, rng: Random) -> Pair | None:
    """A number taken out of one factor only, a common factor left inside, a product of a sum that is not one."""
    key = problem.answer.values[0] if problem.answer.values else ""
    if problem.model.ask.form != "factored" or not isinstance(key, str) or problem.model.ask.of is None:
        return None
    of = problem.model.ask.of
    n = rng.randint(2, 5)
    letter = next(iter(problem.model.symbols))
    options = [f"1/{n}*({of})*{n}", f"{n}*({of})/{n}", f"1*({key})", f"({of})*1", f"{letter}*(({of})/{letter})"]
    if key.startswith("(") and key.count("(") == 2 and "^" not in key:
        first, second = key.strip("()").split(")(")
        options += [f"{first.split(' ')[0]}*({second}) {' '.join(first.split(' ')[1:])}*({second})"]
        options += [f"-({first})*(-({second}))", f"{n}*({first})*({second})/{n}"]
    if key.endswith(")^2"):
        base = key[:-2]
        options += [f"{base}{base}", f"{base}*{base}"]
    return _kept_value(problem, rng.choice(options), "is not written as a product of irreducible factors")


@fault("expanded in part")
def expanded_in_part(problem: Problem, rng: Random) -> Pair | None:
    """Like terms left, brackets left, a term written as two."""
    key = problem.answer.values[0] if problem.answer.values else ""
    if (
        problem.model.ask.form not in ("expanded", "simplified")
        or not isinstance(key, str)
        or not problem.model.symbols
    ):
        return None
    letter, n = next(iter(problem.model.symbols)), rng.randint(2, 9)
    options = [f"{key} + {n}{letter} - {n}{letter}", f"{n}{letter} + {key} - {n}{letter}", f"{key} + {n} - {n}"]
    options += [f"({key})", f"{letter}*(({key})/{letter})", f"{n}*(({key})/{n})", f"0*{letter} + {key}", f"1*({key})"]
    chosen = rng.choice(options)
    return None if chosen == f"({key})" else _kept_value(problem, chosen, "has something left to do")


@fault("root left below the fraction bar")
def not_rationalised(problem: Problem, rng: Random) -> Pair | None:
    """``6/(2sqrt(3))`` and the like for ``sqrt(3)``."""
    key, of = problem.answer.values[0] if problem.answer.values else "", problem.model.ask.of
    if problem.model.ask.form != "rationalized" or not isinstance(key, str) or of is None:
        return None
    n = rng.randint(2, 7)
    options = [of, f"{n}*({of})/{n}", f"(({key})*sqrt({n}))/sqrt({n})", f"({key}) + 1/sqrt({n}) - 1/sqrt({n})"]
    return _kept_value(problem, rng.choice(options), "has a root below a bar")


@fault("decimal that was rounded")
def rounded(problem: Problem, rng: Random) -> Pair | None:
    """``0.33`` for ``1/3``, ``1.41`` for ``sqrt(2)``."""
    key = problem.answer.values
    if len(key) != 1 or not isinstance(key[0], str) or problem.model.ask.kind == "solve":
        return None
    head, slash, tail = key[0].rpartition("/")
    if not slash or not tail.isdigit() or not head.lstrip("-").isdigit():
        return None
    exact = Fraction(int(head), int(tail))
    places = rng.randint(1, 4)
    text = f"{float(exact):.{places}f}"
    if Fraction(text) == exact:
        return None
    broken = replace(bare(problem), answer=Answer((text,)))
    return Pair(bare(problem), broken, f"{text} is not {exact}")
