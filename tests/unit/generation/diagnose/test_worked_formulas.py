"""Told problems: misconceptions in the formula that the worked solution writes down."""

import pytest

import generation.symbolic.types  # noqa: F401  (told problems are read by the sentences of the types)
from generation.diagnose.diagnosis import diagnose
from generation.diagnose.worked import worked_models
from generation.mistake import Mistake


def test_only_formulas_of_numbers_are_worked_out() -> None:
    lines = ("k = 24", "2*3^(5 - 1)", "162/2", "x + 1", "3^2 - 2*1", "6*27", "a = 162")
    assert [model.ask.of for model in worked_models(lines)] == ["2*3^(5 - 1)", "6*27"]


@pytest.mark.parametrize(
    ("statement", "answer", "misconception"),
    [
        ("다음 자료의 분산을 구하시오. $1, 4, 7$", "18", "squares-not-averaged"),
        ("첫째항이 2, 공비가 3인 등비수열의 제5항을 구하시오.", "486", "n-factors-to-nth-term"),
        (
            "이차방정식 $x^2-3x+1=0$의 두 근을 $\\alpha$, $\\beta$라 할 때, $\\alpha^2+\\beta^2$의 값을 구하시오.",
            "9",
            "squares-of-roots-from-sum",
        ),
        ("육각형의 대각선의 개수를 구하시오.", "18", "diagonals-counted-twice"),
        ("$2^3\\times 3^2$의 약수의 개수를 구하시오.", "6", "exponents-without-one"),
        ("두 점 $A(-1,2)$, $B(3,5)$ 사이의 거리를 구하시오.", "7", "sqrt-of-sum"),
    ],
)
def test_the_misconception_of_the_topic_comes_first(statement: str, answer: str, misconception: str) -> None:
    assert diagnose(Mistake(statement, answer)).misconceptions[0].id == misconception
