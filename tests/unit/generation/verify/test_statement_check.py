"""The statement's words and numbers against the model: what contradicts, what stays open, what is left to a teacher."""

from __future__ import annotations

from typing import Any

import pytest

from generation.problem import Answer, Ask, Language, Model, Problem
from generation.verify.checks import statement
from generation.verify.context import Context

ROOTS = Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x^2-5x+6=0",))
EN: Language = "en"

TABLE: list[tuple[str, Language, str, str]] = [
    ("이차방정식 $x^2-5x+6=0$을 푸시오.", "ko", "passed", "the formulas of the text are the model"),
    (
        "다음 이차방정식의 해를 구하시오. $$6-5x+x^2=0$$",
        "ko",
        "capped",
        "'6 - 5x + x^2 = 0' of the text is written 'x^2 - 5x + 6 = 0' in the model",
    ),
    ("x²－5x＋6＝0을 풀어라", "ko", "passed", "the formulas of the text are the model"),
    ("인수분해를 이용하여 이차방정식 $x^2-5x+6=0$을 푸시오.", "ko", "passed", "the formulas of the text are the model"),
    (
        "이차방정식 $x^2-5x+6=0$의 두 근의 합을 구하시오.",
        "ko",
        "failed",
        "the text asks for value, the model for solve",
    ),
    (
        "이차방정식 $x^2-5x+6=0$의 해의 개수를 구하시오.",
        "ko",
        "failed",
        "the text asks for count or value, the model for solve",
    ),
    (
        "이차방정식 $x^2-5x+6=0$의 큰 근을 구하시오.",
        "ko",
        "failed",
        "the text asks for extremum or value, the model for solve",
    ),
    (
        "이차방정식 $x^2-5x+6=0$의 양의 근을 구하시오.",
        "ko",
        "failed",
        "the text restricts to '양의', the model does not",
    ),
    ("이차방정식 $x^2-5x+6=0$의 해가 아닌 것을 구하시오.", "ko", "undecided", "'아닌' may turn the request around"),
    ("이차방정식 $x^2-5x+6=0$의 최댓값을 구하시오.", "ko", "failed", "the text asks for extremum, the model for solve"),
    ("이차방정식 $x^2-5x+6=0$에 대하여 3번 답하시오.", "ko", "failed", "the number 3 of the text is not in the model"),
    ("이차방정식 $x^2-5x+6=0$ 민수가 푸시오.", "ko", "capped", "words beyond a bare request: 민수가"),
    ("이차방정식 $x^2-5x+6=0$", "ko", "capped", "the words make no request that is known"),
    ("이차방정식 $x^2-5x+6=0$을 전개하시오.", "ko", "failed", "the text asks for expanded, the model for solve"),
    (
        "이차방정식 $x^2-5x+6$을 푸시오.",
        "ko",
        "failed",
        "'x^2 - 5x + 6 = 0' of the model is not in the text",
    ),
    (
        "이차방정식 $x^2-5x+\\heartsuit=0$을 푸시오.",
        "ko",
        "undecided",
        "the formula 'x^2-5x+\\heartsuit=0' could not be read: "
        "the LaTeX command \\heartsuit is not understood (at character 8)",
    ),
    ("방정식을 푸시오.", "ko", "failed", "the number 5 of the model is not in the text"),
    ("Solve the quadratic equation $x^2-5x+6=0$.", EN, "passed", "the formulas of the text are the model"),
    ("Solve $x^2-5x+6=0$ by factoring.", EN, "capped", "words beyond a bare request: factoring"),
    ("Find the product of the roots of $x^2-5x+6=0$.", EN, "failed", "the text asks for value, the model for solve"),
    (
        "Find the number of solutions of $x^2-5x+6=0$.",
        EN,
        "failed",
        "the text asks for count or value, the model for solve",
    ),
    (
        "Find the positive solution of $x^2-5x+6=0$.",
        EN,
        "failed",
        "the text restricts to 'positive', the model does not",
    ),
    ("Factor $x^2-5x+6=0$.", EN, "failed", "the text asks for factored, the model for solve"),
]


@pytest.mark.parametrize(("text", "language", "outcome", "says"), TABLE, ids=[row[0] for row in TABLE])
def test_the_text_is_held_against_the_model(text: str, language: Language, outcome: str, says: str) -> None:
    found = statement.check(Context(Problem(text, ROOTS, Answer(("2", "3")), language)))
    assert (found.outcome, found.capped) == (("passed", True) if outcome == "capped" else (outcome, False))
    assert says in ((found.detail, *found.evidence))


SHOP = Model(Ask("solve", ("x", "y")), {"x": "natural", "y": "natural"}, {}, ("x+y=10", "500x+800y=6800"))
WORDS: list[tuple[str, str]] = [
    (
        "한 개에 500원인 사과와 800원인 배를 합하여 10개 사고 6,800원을 냈다. 사과 x개, 배 y개라 할 때 구하시오.",
        "passed",
    ),
    (
        "한 개에 500원인 사과와 700원인 배를 합하여 10개 사고 6800원을 냈다. 사과 x개, 배 y개라 할 때 구하시오.",
        "failed",
    ),
    ("한 개에 500원인 사과와 800원인 배를 합하여 사고 6800원을 냈다. 사과 x개, 배 y개라 할 때 구하시오.", "passed"),
    ("한 개에 500원인 사과와 800원인 배를 합하여 10개 사고 6800원을 냈다. 3개는 썩었다. x, y를 구하시오.", "failed"),
    (
        "한 개에 5백원인 사과와 800원인 배를 합하여 10개 사고 6800원을 냈다. 사과 x개, 배 y개라 할 때 구하시오.",
        "passed",
    ),
]


@pytest.mark.parametrize(("text", "outcome"), WORDS)
def test_numbers_in_words_are_accounted_for(text: str, outcome: str) -> None:
    found = statement.check(Context(Problem(text, SHOP, Answer(({"x": "4", "y": "6"},)))))
    assert found.outcome == outcome, found
    assert found.capped is (outcome == "passed")


def test_percent_may_stand_in_a_model_in_several_ways() -> None:
    symbols: dict[str, Any] = {"x": "positive"}
    model = Model(Ask("solve", ("x",)), symbols, {}, ("1.1x=5500",))
    problem = Problem("작년보다 10% 늘어 5500명이 되었다. 작년 학생 수 x를 구하시오.", model, Answer(("5000",)))
    found = statement.check(Context(problem))
    assert (found.outcome, found.capped) == ("passed", True)
