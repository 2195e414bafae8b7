"""Sentences that are read whole: what they ask for, and that a model of something else is refuted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generation.expression.exact import exact
from generation.expression.parser import parse_expression
from generation.problem import Answer
from generation.symbolic.engine import sample_problem
from generation.verify.text.asymptotes import asymptotes_asked
from generation.verify.text.sets import set_asked
from generation.verify.text.whole_sentences import value_asked
from generation.verify.verifier import verify


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("$\\theta$가 제$2$사분면의 각이고 $\\sin\\theta=\\frac{3}{5}$일 때, $\\cos\\theta$의 값을 구하시오.", "-4/5"),
        ("$\\theta$가 제$3$사분면의 각이고 $\\cos\\theta=-\\frac{3}{5}$일 때, $\\tan\\theta$의 값을 구하시오.", "4/3"),
        ("복소수 $3-2i$의 켤레복소수를 구하시오.", "3+2i"),
        ("등차수열 $2, 5, 8, \\cdots$의 제$10$항을 구하시오.", "29"),
    ],
)
def test_values(statement: str, value: str) -> None:
    asked = value_asked(statement, "ko")
    assert asked is not None
    assert exact(asked.formula).equals(exact(parse_expression(value)))


@pytest.mark.parametrize(
    "statement",
    [
        "$\\theta$가 제$2$사분면의 각이고 $\\sin\\theta=-\\frac{3}{5}$일 때, $\\cos\\theta$의 값을 구하시오.",
        "등차수열 $2, 5, 9, \\cdots$의 제$10$항을 구하시오.",
        "등차수열 $2, 5, 8, \\cdots$의 제$10$항이 아닌 것을 구하시오.",
    ],
)
def test_what_makes_no_sense_is_not_read(statement: str) -> None:
    assert value_asked(statement, "ko") is None


def test_sets_and_asymptotes() -> None:
    both = set_asked("두 집합 $A=\\{1, 2\\}$, $B=\\{2, 3\\}$에 대하여 $A\\cap B$를 구하시오.", "ko")
    assert both is not None
    assert both.elements == {2}
    lines = asymptotes_asked("함수 $y=\\frac{3x+1}{x-2}$의 그래프의 점근선의 방정식을 모두 구하시오.", "ko")
    assert lines is not None
    assert (lines.place, lines.height) == (2, 3)


@pytest.mark.parametrize(
    ("type_id", "other"),
    [("union-of-listed-sets", ("1",)), ("asymptotes-of-rational-function", ({"x": "77", "y": "5"},))],
)
def test_another_key_is_refuted(type_id: str, other: tuple[object, ...]) -> None:
    problem = sample_problem(type_id, 5, choices=False)
    wrong = replace(problem, answer=Answer(other, None))  # type: ignore[arg-type]
    assert verify(wrong).verdict == "refuted"
