"""Every mal-rule runs on its own worked example and names standards that exist."""

from __future__ import annotations

import re

import pytest

from generation.diagnose.derivation import compare_claims, derive, wrong_answers
from generation.diagnose.diagnosis import diagnose
from generation.diagnose.examples import example_model
from generation.diagnose.malrule import MAL_RULES
from generation.mistake import Mistake
from generation.problem import Model
from generation.reading.answer import read_answer
from retrieval.standard import find_standard

HANGUL = re.compile(r"[가-힣]")


def model_of(rule_id: str) -> Model:
    model = example_model(MAL_RULES[rule_id])
    assert isinstance(model, Model), model
    return model


@pytest.mark.parametrize("rule_id", list(MAL_RULES))
def test_worked_example(rule_id: str) -> None:
    model, wrong = model_of(rule_id), MAL_RULES[rule_id].example[1]
    answer = read_answer(wrong, model)
    assert isinstance(answer, tuple), answer
    assert compare_claims(model, answer, derive(model).answer) == "different"
    reached = [d.answer for d in wrong_answers(model, rule_id)]
    assert any(compare_claims(model, answer, values) == "equal" for values in reached), reached


@pytest.mark.parametrize("rule_id", list(MAL_RULES))
def test_worked_example_is_diagnosed(rule_id: str) -> None:
    statement, wrong = MAL_RULES[rule_id].example
    found = diagnose(Mistake(statement, wrong), model=model_of(rule_id))
    named = [c for c in found.misconceptions if c.id == rule_id]
    assert named, [c.id for c in found.misconceptions]
    assert sum(line.wrong for line in named[0].evidence) == 1


@pytest.mark.parametrize("rule_id", list(MAL_RULES))
def test_card(rule_id: str) -> None:
    rule = MAL_RULES[rule_id]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.id)
    assert HANGUL.search(rule.ko)
    assert HANGUL.search(rule.belief_ko)
    assert not HANGUL.search(rule.en + rule.belief_en)
    assert 0 < rule.prior <= 3
    assert rule.standards
    assert all(find_standard(code) is not None for code in rule.standards), rule.standards
    assert rule.words is None or re.search(rule.words, rule.example[0], re.IGNORECASE)


def test_names_are_not_taken_twice() -> None:
    for names in ([r.ko for r in MAL_RULES.values()], [r.en for r in MAL_RULES.values()]):
        assert len(set(names)) == len(names)


def test_at_least_120() -> None:
    assert len(MAL_RULES) >= 120
