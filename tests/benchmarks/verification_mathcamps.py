"""The verifier on real items: MathCAMPS in symbolic form, with its own texts, keys and mistakes.

Right items must be accepted, wrong keys and changed texts refused. Which keys are right is worked out from the
symbolic form by `tests/adapters`, without the verifier; items that are wrong as published are listed there by id with
the reason.
"""

from __future__ import annotations

import ast
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

from generation.problem import Problem
from generation.verify.verifier import verify
from tests.adapters.mathcamps import FILE, Item, Key, items, problem_of, right_key, wrong_as_published
from tests.benchmarks._bar import Bar

ACCEPTED = ("proved", "corroborated")
SHOWN = 12
WARM_UP = 5
"""Items that load what is imported late; they are not timed."""
_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w])|(?<![\w.,])\d+(?:\.\d+)?")
_LISTED = re.compile(r"(?m)^[1-9][.)]\s")
"""The number of a line in a list."""


def measure() -> dict[str, object]:
    """Shares accepted and refused, by standard where refused, and certificates per second on one core."""
    if not FILE.exists():
        return {"not measured": f"{FILE.name} is absent"}
    wrong = wrong_as_published()
    everything = items()
    right = [(item, problem_of(item, right_key(item))) for item in everything if item.id not in wrong]
    speed = _speed([problem for item, problem in right if problem.model.ask.kind in ("value", "solve")])
    verdicts = {item.id: verify(problem).verdict for item, problem in right}
    refused = [item for item, _ in right if verdicts[item.id] not in ACCEPTED]
    figures: dict[str, object] = {
        "items": len(everything),
        "wrong as published": len(wrong),
        "right items": len(right),
        "verdicts": dict(sorted(Counter(verdicts.values()).items())),
        "right items refused, %": _percent(len(refused), len(right)),
        "right items refused, held out half, %": _percent(
            sum(item.half == "held out" for item in refused), sum(item.half == "held out" for item, _ in right)
        ),
        "refused": [item.id for item in refused],
        "standards": len({item.standard for item in everything}),
        "items by standard expressed": dict(sorted(Counter(item.standard for item, _ in right).items())),
    }
    figures |= _planted(right) | _changed(right)
    return figures | speed


def bars(figures: Mapping[str, object]) -> list[Bar]:
    """The bars of this benchmark; no figures where the data is absent."""

    def figure(name: str) -> float | None:
        value = figures.get(name)
        return float(value) if isinstance(value, int | float) else None

    listed = "wrong items: tests/adapters/mathcamps_wrong.csv"
    return [
        Bar(
            "MathCAMPS: right items refuted or undecided",
            figure("right items refused, %"),
            most=1,
            unit="%",
            note=listed,
        ),
        Bar("MathCAMPS: wrong keys accepted", figure("wrong keys accepted"), most=0),
        Bar("MathCAMPS: texts with a number changed accepted", figure("changed texts accepted, %"), most=0.2, unit="%"),
        Bar(
            "MathCAMPS: whole certificates per CPU second",
            figure("certificates per CPU second"),
            least=500,
            note="one core",
        ),
    ]


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 3) if whole else 0.0


def _speed(problems: list[Problem]) -> dict[str, object]:
    """Distinct items, each once, in this process."""
    for problem in problems[:WARM_UP]:
        verify(problem)
    timed = problems[WARM_UP:]
    started = time.process_time()
    for problem in timed:
        verify(problem)
    return {"certificates per CPU second": round(len(timed) / (time.process_time() - started), 1), "timed": len(timed)}


# -- wrong keys ------------------------------------------------------------------------------------------------


def _planted(right: list[tuple[Item, Problem]]) -> dict[str, object]:
    planted = [(item, problem_of(item, key)) for item, _ in right for key in wrong_keys(item)]
    through = [item.id for item, problem in planted if verify(problem).verdict in ACCEPTED]
    return {"wrong keys": len(planted), "wrong keys accepted": len(through), "wrong keys through": through[:SHOWN]}


def wrong_keys(item: Item) -> list[Key]:
    """Keys that are off by a little, in sign, or incomplete; none of them is the right one."""
    key, rng = right_key(item), Random(item.id)
    if isinstance(key, str):
        return [sign for sign in "<>=" if sign != key]
    if isinstance(key, Fraction):
        near = [key + 1, key - 1, key * 10, -key, key + Fraction(rng.choice((2, 9)), 10), key / 2]
        return [other for other in near if other != key][:4]
    if isinstance(key, Mapping):
        first, second = sorted(key)
        swapped = {first: key[second], second: key[first]}
        return [wrong for wrong in (swapped, {**key, first: key[first] + 1}) if wrong != key]
    found: list[Key] = [key[:-1]] if len(key) > 1 else []
    return [*found, (*key, (key[0][0] + 1, key[0][1])), tuple((a, b + 1) for a, b in key)]


# -- changed texts ---------------------------------------------------------------------------------------------


def _changed(right: list[tuple[Item, Problem]]) -> dict[str, object]:
    changed = [(item, broken) for item, problem in right for broken in texts_with_a_number_changed(item, problem)]
    through = [(item.id, broken.statement) for item, broken in changed if verify(broken).verdict in ACCEPTED]
    return {
        "changed texts": len(changed),
        "changed texts accepted": len(through),
        "changed texts accepted, %": _percent(len(through), len(changed)),
        "changed texts through": [f"{id}" for id, _ in through[:SHOWN]],
    }


def texts_with_a_number_changed(item: Item, problem: Problem) -> Iterator[Problem]:
    """The problem once for each number of its text that the symbolic form uses, with that number changed."""
    used = _numbers_of(item)
    rng = Random(item.id)
    for match in _NUMBER.finditer(item.statement):
        value = Fraction(match[0].replace(",", ""))
        if value in used and not _LISTED.match(item.statement, match.start()):
            new = match[0][:-1] + str((int(match[0][-1]) + rng.randint(1, 9)) % 10)
            if Fraction(new.replace(",", "")) != 0:
                yield replace(problem, statement=item.statement[: match.start()] + new + item.statement[match.end() :])


def _numbers_of(item: Item) -> frozenset[Fraction]:
    trees = [node for _, node in (*item.definitions, *item.equations)]
    found = {Fraction(repr(n.value)) for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Constant)}
    asked = {Fraction(text) for question in item.questions for text in re.findall(r"\d+(?:\.\d+)?", question)}
    return frozenset(found | asked | {target for target, _ in item.equations})
