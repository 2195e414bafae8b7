"""Every mal-rule runs on its own worked example and names its standards."""

from __future__ import annotations

import pytest

from generation.diagnose.derivation import derive, wrong_answers
from generation.diagnose.diagnosis import diagnose
from generation.diagnose.malrule import MAL_RULES
from generation.equivalence.listed import compare_listed
from generation.mistake import Mistake
from generation.problem import Model
from generation.reading.answer import read_answer
from generation.reading.statement import read


@pytest.mark.parametrize("rule_id", list(MAL_RULES))
def test_worked_example(rule_id: str) -> None:
    rule = MAL_RULES[rule_id]
    statement, wrong = rule.example
    model = read(statement)
    assert isinstance(model, Model), model
    answer = read_answer(wrong, model)
    assert isinstance(answer, tuple), answer
    assert compare_listed(answer, derive(model).answer) == "different"
    reached = [d.answer for d in wrong_answers(model, rule_id)]
    assert any(compare_listed(answer, values) == "equal" for values in reached), reached


@pytest.mark.parametrize("rule_id", list(MAL_RULES))
def test_worked_example_is_diagnosed(rule_id: str) -> None:
    statement, wrong = MAL_RULES[rule_id].example
    found = [c.id for c in diagnose(Mistake(statement, wrong)).misconceptions]
    assert rule_id in found
