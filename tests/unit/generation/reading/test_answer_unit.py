"""Units behind answers, against what the statement asks for."""

from __future__ import annotations

import pytest

from generation.reading.answer_unit import other_unit

BALL = "반지름의 길이가 3 cm인 구의 부피를 구하시오."
CIRCLE = "반지름의 길이가 $3$ cm인 원의 넓이를 구하시오."


@pytest.mark.parametrize(
    ("statement", "answer"),
    [(BALL, "36π cm²"), (BALL, r"$36\pi\text{ cm}^2$"), (CIRCLE, "9π cm"), ("원의 둘레의 길이를 구하시오.", "6π cm^2")],
)
def test_a_unit_of_something_else_is_noticed(statement: str, answer: str) -> None:
    assert other_unit(statement, answer) is not None


@pytest.mark.parametrize(
    ("statement", "answer"),
    [
        (BALL, "36π cm³"), (BALL, "36π"), (BALL, r"36\pi \text{cm}^{3}"), (CIRCLE, "9π cm^2"), (CIRCLE, "9πcm²"),
        ("원의 둘레의 길이를 구하시오.", "6π cm"), ("다음을 계산하시오.", "3m"),
        ("넓이가 9인 원의 반지름의 길이를 구하시오.", "3 cm"),
    ],
)  # fmt: skip
def test_a_right_unit_or_none_is_no_matter(statement: str, answer: str) -> None:
    assert other_unit(statement, answer) is None
