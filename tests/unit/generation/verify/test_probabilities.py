"""``probability`` against brute force over the same cases with itertools and fractions."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, permutations, product

import pytest

from generation.problem import Answer, Ask, Model, Problem
from generation.verify.certificate import CheckResult
from generation.verify.verifier import verify


def checked(symbols: dict[str, str], given: list[str], event: list[str], answer: str) -> CheckResult:
    """The check ``answer`` of a question for a probability."""
    model = Model(Ask("probability", event=tuple(event)), symbols, {}, tuple(given))
    return verify(Problem("확률을 구하시오.", model, Answer((answer,)))).check("answer")


DICE = {"a": "1..6", "b": "1..6"}
ODD = ["(-1)^a = -1"]
CASES: list[tuple[str, dict[str, str], list[str], list[str], Callable[..., bool], Callable[..., bool]]] = [
    ("two dice", DICE, [], ["a + b = 7"], lambda a, b: True, lambda a, b: a + b == 7),
    ("a conditional", DICE, ["a + b >= 9"], ["a = 6"], lambda a, b: a + b >= 9, lambda a, b: a == 6),
    ("either", DICE, [], ["a = 6 or b = 6"], lambda a, b: True, lambda a, b: 6 in (a, b)),
    ("odd", DICE, [], [*ODD], lambda a, b: True, lambda a, b: a % 2 == 1),
    ("real roots", DICE, [], ["a^2 - 4b >= 0"], lambda a, b: True, lambda a, b: a * a >= 4 * b),
    ("three dice", {**DICE, "c": "1..6"}, [], ["a < b", "b < c"], lambda a, b, c: True, lambda a, b, c: a < b < c),
    ("two cards drawn together", {"a": "1..9", "b": "1..9"}, ["a < b"], ["a*b = 12"],
     lambda a, b: a < b, lambda a, b: a * b == 12),
    ("two balls, the first not put back", {"a": "1..8", "b": "1..8"}, ["a != b"], ["a <= 5", "b <= 5"],
     lambda a, b: a != b, lambda a, b: a <= 5 and b <= 5),
    ("coins", {"p": "0..1", "q": "0..1", "r": "0..1", "s": "0..1"}, [], ["p+q+r+s >= 3"],
     lambda *c: True, lambda *c: sum(c) >= 3),
    ("impossible event", DICE, [], ["a + b = 13"], lambda a, b: True, lambda a, b: False),
    ("certain event", DICE, [], ["a + b > 1"], lambda a, b: True, lambda a, b: True),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_the_share_of_cases_that_are_alike(
    case: tuple[str, dict[str, str], list[str], list[str], Callable[..., bool], Callable[..., bool]],
) -> None:
    _, symbols, given, event, possible, favourable = case
    ends = [tuple(map(int, domain.split(".."))) for domain in symbols.values()]
    cases = [values for values in product(*(range(a, b + 1) for a, b in ends)) if possible(*values)]
    expected = Fraction(sum(1 for values in cases if favourable(*values)), len(cases))
    right = checked(symbols, given, event, str(expected))
    assert (right.outcome, right.detail) == ("passed", f"the probability is {expected}")
    assert checked(symbols, given, event, str(expected + Fraction(1, 36))).outcome == "failed"
    assert checked(symbols, given, event, f"1 - {expected}").outcome == ("passed" if expected * 2 == 1 else "failed")


def test_a_committee_of_unordered_people() -> None:
    groups = list(combinations(range(1, 8), 3))
    expected = Fraction(sum(1 for g in groups if sum(person <= 3 for person in g) == 2), len(groups))
    symbols = dict.fromkeys("abc", "1..7")
    event = ["a <= 3", "b <= 3", "c > 3"]
    assert checked(symbols, ["a < b", "b < c"], event, str(expected)).outcome == "passed"
    ordered = list(permutations(range(1, 8), 3))
    again = Fraction(sum(1 for g in ordered if sum(person <= 3 for person in g) == 2), len(ordered))
    assert again == expected


def test_what_the_event_does_not_touch_changes_nothing() -> None:
    many = {**DICE, **dict.fromkeys("uvwxyz", "1..1000")}
    assert checked(many, [], ["a + b = 7"], "1/6").outcome == "passed"


def test_a_condition_that_cannot_be_gives_no_probability() -> None:
    found = checked(DICE, ["a + b = 13"], ["a = 6"], "0")
    assert (found.outcome, found.detail) == ("failed", "no case is possible, so there is no probability")


def test_spaces_that_are_not_finite_are_undecided() -> None:
    assert checked({"x": "[0, 1]"}, [], ["x < 1/2"], "1/2").outcome == "undecided"
    assert checked({"x": "natural"}, [], ["x < 3"], "0").outcome == "undecided"
    assert checked(dict.fromkeys("abc", "1..9999"), [], ["a*b + b*c = a*c + 7"], "1/2").outcome == "undecided"


def test_an_event_and_symbols_are_needed() -> None:
    for model in (Model(Ask("probability"), DICE), Model(Ask("probability", event=("1 = 1",)))):
        assert verify(Problem("확률을 구하시오.", model, Answer(("1",)))).check("parse").outcome == "failed"
