"""What looks other than it reads is not let through; what only looks unusual is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generation.problem import Answer, Ask, Model, Problem, Step
from generation.verify.verifier import verify

APPLES = Problem(
    "철수는 사과를 12개 가지고 있다. 3개를 먹었다. 남은 사과는 몇 개인가?",
    Model(Ask("value", of="12-3")),
    Answer(("9",), "개"),
)
EQUATION = Problem(
    "방정식 x^2-5x+6=0을 푸시오.",
    Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x^2-5x+6=0",)),
    Answer(("2", "3")),
)


@pytest.mark.parametrize(
    ("problem", "old", "new", "character"),
    [
        (APPLES, "12개", "\u202e12\u202c개", "U+202E"),
        (APPLES, "12개", "\u206712\u2069개", "U+2067"),
        (APPLES, "12개", "12\u0338개", "U+0338"),
        (APPLES, "3개", "3\u20e3개", "U+20E3"),
        (APPLES, "철수", "철\u200f수", "U+200F"),
        (EQUATION, "=", "=\u0338", "U+0338"),
        (EQUATION, "=0", "\u20e50", "U+20E5"),
        (EQUATION, "방정식", "\u202e방정식", "U+202E"),
    ],
)
def test_a_statement_that_looks_other_is_not_let_through(problem: Problem, old: str, new: str, character: str) -> None:
    assert verify(problem).verdict in ("proved", "corroborated")
    certificate = verify(replace(problem, statement=problem.statement.replace(old, new, 1)))
    assert certificate.verdict == "undecided"
    detail = certificate.check("parse").detail
    assert detail == f"statement has the character {character}, which changes how others look"


def test_steps_are_looked_at_too() -> None:
    steps = (Step("\u202e인수분해하면", "(x-2)(x-3)=0"), Step("", "x=2 or x=3"))
    assert verify(replace(EQUATION, solution=steps)).check("parse").detail.startswith("solution[0].text has")


@pytest.mark.parametrize("text", ["사과\u0301", "철수\ufeff는 사과", "cafe\u0301 사과", "사과☺️", "\u1106\u1162일 사과"])
def test_other_characters_change_nothing(text: str) -> None:
    certificate = verify(replace(APPLES, statement=APPLES.statement.replace("사과", text, 1)))
    assert certificate.check("parse").outcome == "passed"
