"""Answers that several wrong steps explain: one mal-rule repeated, or two different ones."""

from __future__ import annotations

import pytest

from generation.diagnose.derivation import Derivation
from generation.diagnose.search import Search
from generation.problem import Model
from generation.reading.answer import read_answer
from generation.reading.statement import read


def explained(statement: str, answer: str) -> list[Derivation]:
    model = read(statement)
    assert isinstance(model, Model)
    values = read_answer(answer, model)
    assert isinstance(values, tuple)
    search = Search(model, values)
    return [] if search.one_step() else [*search.repeated(), *search.two_steps(lambda d: True)]


@pytest.mark.parametrize(
    ("statement", "answer", "first"),
    [
        ("(2^9)(3^4)(5^6)을 계산하시오.", "6480", ("power-as-product",) * 3),
        ("$4x-3=2x+9$를 푸시오.", "x=1", ("move-term-keeps-sign",) * 2),
        ("$3(x+2)-2(x-5)$를 간단히 하시오.", "x-8", ("distribute-first-only", "sign-not-distributed")),
    ],
)
def test_several_wrong_steps(statement: str, answer: str, first: tuple[str, ...]) -> None:
    found = explained(statement, answer)
    assert sorted(found[0].mal_rules) == sorted(first)
    marked = tuple(line.mal_rule for line in found[0].lines if line.mal_rule)
    assert marked == found[0].mal_rules


@pytest.mark.parametrize(
    ("statement", "answer"),
    [("$2x+3=7$을 푸시오.", "x=101"), ("$x^2-5x+6=0$을 푸시오.", "x=17")],
)
def test_not_guessed(statement: str, answer: str) -> None:
    assert explained(statement, answer) == []


def test_each_another_set_of_rules() -> None:
    found = explained(r"$\frac12+\frac13+\frac14$를 계산하시오.", "3/9")
    sets = [frozenset(d.mal_rules) for d in found]
    assert len(sets) > 1
    assert len(set(sets)) == len(sets)
    assert sets[0] == {"add-fractions-across"}


def test_two_different_slips_that_would_explain_any_number_are_no_explanation() -> None:
    model = read("$-8+6-(-5)+2$를 계산하시오.")
    assert isinstance(model, Model)
    explained_numbers = [n for n in range(-25, 26) if Search(model, (str(n),)).two_steps()]
    assert explained_numbers == []
    assert Search(model, ("7",)).two_steps(lambda derivation: True)
