"""Faults of novelty: the source again in other letters, order, digits or words, and an item that the bank has."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from generation.problem import Answer, AnswerValue, Problem
from tests.faults.edits import bare
from tests.faults.fault import Pair, fault
from tests.faults.siblings import sibling

_LETTERS = "abkmnpqrstuvwxyz"
_KEPT = ("sqrt", "or", "and", "all", "none", "pi", "log", "cases")
_FULL_WIDTH = str.maketrans("0123456789+-=()", "０１２３４５６７８９＋－＝（）")


def _renamed_text(text: str, names: dict[str, str]) -> str:
    """Single letters renamed; commands, functions and words keep theirs; products go letter by letter."""

    def renamed(match: re.Match[str]) -> str:
        run = match[0]
        return run if run in _KEPT else "".join(names.get(c, c) for c in run)

    return re.sub(r"(?<![\\A-Za-z])[A-Za-z]+", renamed, text)


def _statement(text: str, edit: Callable[[str], str]) -> str:
    return re.sub(r"\$([^$]*)\$", lambda m: f"${edit(m[1])}$", text)


def renamed(problem: Problem, rng: Random) -> Problem | None:
    """The same item in other letters."""
    model = problem.model
    old = list(model.symbols)
    if not old or any(len(name) != 1 for name in old):
        return None
    new = rng.sample([c for c in _LETTERS if c not in old], len(old))
    names = dict(zip(old, new, strict=True))

    def text(value: str) -> str:
        return _renamed_text(value, names)

    def entry(value: AnswerValue) -> AnswerValue:
        return text(value) if isinstance(value, str) else {names[k]: text(v) for k, v in value.items()}

    ask = replace(
        model.ask,
        unknowns=tuple(names[n] for n in model.ask.unknowns),
        of=None if model.ask.of is None else text(model.ask.of),
    )
    return replace(
        bare(problem),
        statement=_statement(problem.statement, text),
        model=replace(
            model,
            symbols={names[k]: v for k, v in model.symbols.items()},
            given=tuple(map(text, model.given)),
            ask=ask,
        ),
        answer=Answer(tuple(entry(v) for v in problem.answer.values), problem.answer.unit),
    )


def reordered(problem: Problem, rng: Random) -> Problem | None:
    """Sides of an equation swapped, the equations of a system in another order, terms of a sum moved."""
    given = problem.model.given
    if not given:
        return _terms_moved(problem)
    new = list(given)
    if len(new) > 1:
        rng.shuffle(new)
    at = rng.randrange(len(new))
    sides = re.fullmatch(r"([^<>=]+) (=|<=|>=|<|>) ([^<>=]+)", new[at])
    if sides is None or "=" not in problem.statement:
        return None
    mirrored = {"=": "=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}[sides[2]]
    new[at] = f"{sides[3]} {mirrored} {sides[1]}"
    if tuple(new) == given:
        return None
    words = "{f}을 푸시오." if problem.language == "ko" else "Solve {f}."
    statement = words.format(f=", ".join(f"${text}$" for text in new))
    return replace(bare(problem), statement=statement, model=replace(problem.model, given=tuple(new)))


def _terms_moved(problem: Problem) -> Problem | None:
    of = problem.model.ask.of or ""
    match = re.fullmatch(r"([\w^*]+) \+ ([\w^*]+)", of) or re.fullmatch(r"(\([^()]+\))(\([^()]+\))", of)
    found = re.findall(r"\$[^$]*\$", problem.statement)
    if match is None or len(found) != 1 or match[1] == match[2]:
        return None
    new = f"{match[2]} + {match[1]}" if "+" in of and "(" not in of else f"{match[2]}{match[1]}"
    model = replace(problem.model, ask=replace(problem.model.ask, of=new))
    return replace(bare(problem), statement=problem.statement.replace(found[0], f"${new}$"), model=model)


def full_width(problem: Problem, _: Random) -> Problem | None:
    """Digits and signs in their wide forms."""
    if "\\" in problem.statement:
        return None
    return replace(bare(problem), statement=_statement(problem.statement, lambda t: t.translate(_FULL_WIDTH)))


def respaced(problem: Problem, rng: Random) -> Problem | None:
    """Other blanks and another final sign."""
    statement = problem.statement.rstrip(".?") + rng.choice(["!", " .", "…", ""])
    return replace(bare(problem), statement=statement.replace(" ", rng.choice(["  ", "\u00a0", "\u3000"])))


def translated(problem: Problem, _: Random) -> Problem | None:
    """The same formulas with a request in other words."""
    found = re.findall(r"\$[^$]*\$", problem.statement)
    requests = {
        "solve": ("{f}의 해를 구하여라.", "Find the solutions of {f}."),
        "value": ("{f}의 값을 구하여라.", "Evaluate {f}."),
    }
    templates = requests.get(problem.model.ask.kind)
    if templates is None or len(found) != 1:
        return None
    statement = templates[problem.language == "en"].format(f=found[0])
    return None if statement == problem.statement else replace(bare(problem), statement=statement)


def _source_of(problem: Problem, rng: Random, way: object) -> Problem | str:
    return problem.statement if way is not renamed and rng.random() < 0.3 else problem


def _copy(problem: Problem, rng: Random, way: Callable[[Problem, Random], Problem | None]) -> Pair | None:
    copied, other = way(problem, rng), sibling(problem, rng)
    if copied is None or other is None or other.model == problem.model:
        return None
    return Pair(bare(other), copied, f"made from '{problem.statement}'", source=_source_of(problem, rng, way))


@fault("source copied in other letters")
def copied_names(problem: Problem, rng: Random) -> Pair | None:
    """``2t + 3 = 7`` for ``2x + 3 = 7``."""
    return _copy(problem, rng, renamed)


@fault("source copied in another order")
def copied_order(problem: Problem, rng: Random) -> Pair | None:
    """``7 = 2x + 3`` for ``2x + 3 = 7``."""
    return _copy(problem, rng, reordered)


@fault("source copied in full-width digits")
def copied_full_width(problem: Problem, rng: Random) -> Pair | None:
    """``２x+３＝７`` for ``2x+3=7``."""
    return _copy(problem, rng, full_width)


@fault("source copied in other spacing")
def copied_spacing(problem: Problem, rng: Random) -> Pair | None:
    """Other blanks, another full stop."""
    return _copy(problem, rng, respaced)


@fault("source copied in other words")
def copied_words(problem: Problem, rng: Random) -> Pair | None:
    """The same formulas, asked in another sentence."""
    return _copy(problem, rng, translated)


@fault("copy of the bank")
def in_the_bank(problem: Problem, rng: Random) -> Pair | None:
    """An item of the bank, as it is or in other letters or order."""
    way = rng.choice([lambda p, _: bare(p), renamed, reordered, full_width])
    copied, other = way(problem, rng), sibling(problem, rng)
    if copied is None or other is None or other.model == problem.model:
        return None
    return Pair(bare(other), copied, f"the bank has '{problem.statement}'", in_bank=problem)
