"""Steps are counted, inside and outside; what runs out of them is no answer, and is kept as none."""

from __future__ import annotations

import pytest

from generation.diagnose.diagnosis import MAX_STEPS, diagnose
from generation.diagnose.malrule import MAL_RULES
from generation.expression.effort import ExhaustedError, limited, spend
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.parser import parse_expression
from generation.mistake import Mistake
from generation.reading.statement import read


def test_no_more_steps_than_allowed() -> None:
    with limited(10) as steps:
        spend(10)
        assert steps.left == 0
        with pytest.raises(ExhaustedError):
            spend(1)
    spend(10**9)


def test_steps_inside_count_outside_too() -> None:
    with limited(10) as outer:
        with limited(4) as inner:
            spend(3)
            assert inner.left == 1
        assert outer.left == 7
        with pytest.raises(ExhaustedError), limited(100):
            spend(8)
        assert outer.left == 0
    with limited(10) as outer:
        with pytest.raises(ExhaustedError), limited(4):
            spend(5)
        assert outer.left == 6


def test_what_ran_out_is_computed_when_there_are_steps() -> None:
    product = parse_expression("(x+1)^30*(x+2)^31", frozenset({"x"}))
    with pytest.raises(ExhaustedError), limited(500):
        exact(product)
    assert exact(product).top.total_degree() == 61
    assert not issubclass(ExhaustedError, ExpressionError)


@pytest.mark.parametrize(
    "answer", ["((x+1)^64)^64", "+".join(f"|x-{k}|" for k in range(30)) + "<100", "(a+b+c+d+f+g+h)^60"]
)
def test_a_diagnosis_that_takes_too_much_says_so(answer: str) -> None:
    with limited(10 * MAX_STEPS) as steps:
        found = diagnose(Mistake("$2x+3=7$을 푸시오.", answer))
        assert steps.left >= 9 * MAX_STEPS
    assert found.misconceptions == ()
    assert found.answer_read
    assert found.note == "no cause was found: more to compute than one item may take"


def test_ordinary_mistakes_take_a_part_of_what_they_may() -> None:
    for rule in [*MAL_RULES.values()][::9]:
        with limited(MAX_STEPS // 2):
            model = read(rule.example[0])
            diagnose(Mistake(*rule.example))
            assert model is not None
