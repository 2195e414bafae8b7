"""Told problems: misconceptions in the formula that the worked solution writes down."""

import pytest

import generation.symbolic.types  # noqa: F401  (told problems are read by the sentences of the types)
from generation.diagnose.diagnosis import diagnose
from generation.diagnose.worked import worked_models
from generation.mistake import Mistake


def test_only_formulas_of_numbers_are_worked_out() -> None:
    lines = ("k = 24", "2*3^(5 - 1)", "162", "-1/2", "x + 1", "3^2 - 2*1")
    assert [model.ask.of for model in worked_models(lines)] == ["2*3^(5 - 1)", "3^2 - 2*1"]


@pytest.mark.parametrize(
    ("statement", "answer", "misconception"),
    [
        ("다음 자료의 분산을 구하시오. $1, 4, 7$", "18", "squares-not-averaged"),
        ("두 점 $A(-1,2)$, $B(3,5)$ 사이의 거리를 구하시오.", "7", "sqrt-of-sum"),
    ],
)
def test_the_misconception_of_the_topic_comes_first(statement: str, answer: str, misconception: str) -> None:
    assert diagnose(Mistake(statement, answer)).misconceptions[0].id == misconception
