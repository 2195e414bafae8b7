"""Faults between text and model: what the student reads is not what the model says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from random import Random

from generation.problem import Problem
from tests.faults.edits import bare, with_model_changed, with_number_changed
from tests.faults.evaluation import Value, largest, same, value
from tests.faults.fault import Pair, fault
from tests.faults.oracle import another_question, is_relation, wrong_for_text, wrong_key
from tests.faults.siblings import sibling

_OPS = {"<=": r"\le ", ">=": r"\ge ", "<": "<", ">": ">"}


def _read_otherwise(problem: Problem, statement: str | None) -> Pair | None:
    """The item with another statement, whole, where the key does not answer the statement any more."""
    if statement is None or statement == problem.statement:
        return None
    broken = replace(problem, statement=statement)
    if wrong_for_text(problem) is not None:
        return None  # told in words: its formulas alone are not the question
    evidence = wrong_for_text(broken)
    return None if evidence is None else Pair(problem, broken, f"read from the text: {evidence}")


def _in_formula(statement: str, rng: Random, edit: str) -> str | None:
    """The statement with one of its formulas edited."""
    found = list(re.finditer(r"\$([^$]*)\$", statement))
    if not found:
        return None
    match = rng.choice(found)
    inner = with_number_changed(match[1], rng) if edit == "number" else _sign_turned(match[1], rng)
    return None if inner is None else f"{statement[: match.start(1)]}{inner}{statement[match.end(1) :]}"


def _sign_turned(formula: str, rng: Random) -> str | None:
    signs = list(re.finditer(r"[+-]", formula))
    if not signs:
        return None
    match = rng.choice(signs)
    return formula[: match.start()] + ("-" if match[0] == "+" else "+") + formula[match.end() :]


@fault("number changed in the text")
def number_changed(problem: Problem, rng: Random) -> Pair | None:
    """A misprint; model, key, solution and choices agree with one another."""
    return _read_otherwise(problem, _in_formula(problem.statement, rng, "number"))


@fault("sign changed in the text")
def sign_changed(problem: Problem, rng: Random) -> Pair | None:
    """``+`` printed for ``-``."""
    return _read_otherwise(problem, _in_formula(problem.statement, rng, "sign"))


@fault("relation turned in the text")
def relation_turned(problem: Problem, rng: Random) -> Pair | None:
    """``<`` printed for ``<=``, or the other way round."""
    found = list(re.finditer(r"\\le |\\ge |<|>", problem.statement))
    if not found:
        return None
    match = rng.choice(found)
    new = rng.choice([sign for sign in _OPS.values() if sign != match[0]])
    return _read_otherwise(problem, problem.statement[: match.start()] + new + problem.statement[match.end() :])


@fault("number changed in the model")
def model_changed(problem: Problem, rng: Random) -> Pair | None:
    """The model says something else than the text; the key is the text's."""
    broken = with_model_changed(bare(problem), rng)
    if broken is None or not another_question(problem, broken):
        return None
    return Pair(bare(problem), broken, "another model than before, the same text")


@fault("model and key changed together, but not the text")
def model_and_key_changed(problem: Problem, rng: Random) -> Pair | None:
    """All agree but the text, which asks for something else of the same type."""
    other = sibling(problem, rng)
    if other is None or wrong_for_text(problem) is not None:
        return None
    broken = replace(other, statement=problem.statement)
    evidence = wrong_for_text(broken)
    return None if evidence is None else Pair(problem, broken, f"read from the text: {evidence}")


@fault("relation turned in the model and the key, but not in the text")
def relation_turned_in_model(problem: Problem, rng: Random) -> Pair | None:
    """``<`` for ``<=`` in model and key alike; the text keeps its own."""
    key = problem.answer.values
    if len(key) != 1 or not isinstance(key[0], str) or not is_relation(key[0]) or len(problem.model.given) != 1:
        return None
    other = {"<=": "<", ">=": ">", "<": "<=", ">": ">="}
    given, turned = (re.sub(r"<=|>=|<|>", lambda m: other[m[0]], text) for text in (problem.model.given[0], key[0]))
    broken = replace(bare(problem, (turned,)), model=replace(problem.model, given=(given,)))
    if wrong_key(broken) is not None or (evidence := wrong_for_text(broken)) is None:
        return None
    return Pair(bare(problem), broken, f"read from the text: {evidence}")


_OTHER_REQUESTS = {
    ("form", "expanded"): ("{f}를 인수분해하시오.", "Factor {f}."),
    ("form", "factored"): ("{f}를 전개하시오.", "Expand {f}."),
    ("form", "lowest_terms"): ("{f}를 소수로 나타내시오.", "Write {f} as a decimal."),
    ("form", "rationalized"): ("{f}의 역수를 구하시오.", "Find the reciprocal of {f}."),
    ("value", None): ("{f}의 역수를 구하시오.", "Find the opposite of {f}."),
}
_OTHER_QUESTIONS: tuple[tuple[str, str, Callable[[list[Value]], list[Value]]], ...] = (
    ("{f}의 해의 개수를 구하시오.", "Find the number of solutions of {f}.", lambda v: [Fraction(len(v))]),
    ("{f}의 모든 해의 합을 구하시오.", "Find the sum of all solutions of {f}.", lambda v: [sum(v, Fraction(0))]),
    (
        "{f}의 해 중 가장 큰 것의 두 배를 구하시오.",
        "Find twice the largest solution of {f}.",
        lambda v: [2 * largest(v)],
    ),
    (
        "{f}의 해의 절댓값을 구하시오.",
        "Find the absolute value of the solutions of {f}.",
        lambda v: [abs(n) for n in v],
    ),
    (
        "{f}의 해보다 1만큼 큰 수를 구하시오.",
        "Find the numbers 1 more than the solutions of {f}.",
        lambda v: [n + 1 for n in v],
    ),
    (
        "{f}의 해의 부호를 바꾼 수를 구하시오.",
        "Find the solutions of {f} with opposite signs.",
        lambda v: [-n for n in v],
    ),
    ("다음 중 {f}의 해가 아닌 것은?", "Which of these is not a solution of {f}?", lambda _: []),
    ("{f}의 해가 아닌 실수를 모두 구하시오.", "Find all real numbers that do not satisfy {f}.", lambda _: []),
    ("{f}를 만족시키지 않는 값을 모두 구하시오.", "Find all values that fail {f}.", lambda _: []),
)
"""A question about the solutions in Korean and English, and what it makes of the list of them."""


@fault("request turned")
def request_turned(problem: Problem, rng: Random) -> Pair | None:
    """The words ask for something else of the same formulas: to factor, how many, which not, one more."""
    found, ask = re.findall(r"\$[^$]*\$", problem.statement), problem.model.ask
    if len(found) != 1 or len(ask.unknowns) > 1:
        return None
    if ask.kind == "solve":
        *templates, meant = rng.choice(_OTHER_QUESTIONS)
        listed = [value(v) for v in problem.answer.values if isinstance(v, str) and not is_relation(v)]
        if listed and _alike(meant(listed), listed):
            return None
    else:
        templates = list(_OTHER_REQUESTS.get((ask.kind, ask.form), ()))
        if not templates or problem.answer.values[0] in ("1", "-1", "0"):
            return None
    statement = templates[problem.language == "en"].format(f=found[0])
    return Pair(problem, replace(problem, statement=statement), f"asks: {statement}")


def _alike(a: list[Value], b: list[Value]) -> bool:
    return all(any(same(x, y) for y in b) for x in a) and all(any(same(x, y) for y in a) for x in b)
