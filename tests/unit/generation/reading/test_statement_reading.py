"""Statements to models and answers to values, and texts that are refused with a reason."""

from __future__ import annotations

import pytest

from generation.problem import AnswerValue, Ask, Model
from generation.reading.answer import read_answer
from generation.reading.statement import Unread, read

STATEMENTS = [
    (r"$\frac{1}{2}+\frac{1}{3}$을 계산하시오.", Ask("value", of="1/2 + 1/3"), ()),
    ("1/2+1/3을 계산하시오.", Ask("value", of="1/2 + 1/3"), ()),
    ("4/5+2/3=", Ask("value", of="4/5 + 2/3"), ()),
    (r"$3\frac{1}{2}-1$의 값을 구하시오.", Ask("value", of="3 1/2 - 1"), ()),
    ("$0.8+0.4$를 계산하시오.", Ask("value", of="0.8 + 0.4"), ()),
    ("Evaluate 2^3.", Ask("value", of="2^3"), ()),
    (r"$\frac{6}{8}$을 기약분수로 나타내시오.", Ask("form", of="6/8", form="lowest_terms"), ()),
    (r"Reduce $\frac{4}{10}$.", Ask("form", of="4/10", form="lowest_terms"), ()),
    (r"$\sqrt{12}+\sqrt{3}$을 간단히 하시오.", Ask("form", of="sqrt(12) + sqrt(3)", form="simplified"), ()),
    ("$(x+1)^2$을 전개하시오.", Ask("form", of="(x + 1)^2", form="expanded"), ()),
    ("Expand (x+1)(x-2).", Ask("form", of="(x + 1)(x - 2)", form="expanded"), ()),
    ("$3x+2x$를 간단히 하시오.", Ask("form", of="3x + 2x", form="simplified"), ()),
    ("$x^2-9$를 인수분해하시오.", Ask("form", of="x^2 - 9", form="factored"), ()),
    ("Factor $x^2-9$.", Ask("form", of="x^2 - 9", form="factored"), ()),
    ("일차방정식 $2x+3=7$을 푸시오.", Ask("solve", unknowns=("x",)), ("2x + 3 = 7",)),
    ("2x＋3=7을 푸시오.", Ask("solve", unknowns=("x",)), ("2x + 3 = 7",)),
    ("방정식 $x^2=4$의 해를 구하시오.", Ask("solve", unknowns=("x",)), ("x^2 = 4",)),
    ("Solve 2x + 3 = 7 for x.", Ask("solve", unknowns=("x",)), ("2x + 3 = 7",)),
    (r"부등식 $3-x\ge5$를 푸시오.", Ask("solve", unknowns=("x",)), ("3 - x >= 5",)),
    (
        r"연립방정식 $\begin{cases} x+y=3 \\ x-y=1 \end{cases}$을 푸시오.",
        Ask("solve", unknowns=("x", "y")),
        ("x + y = 3", "x - y = 1"),
    ),
    ("연립방정식 $x+y=3$, $x-y=1$을 푸시오.", Ask("solve", unknowns=("x", "y")), ("x + y = 3", "x - y = 1")),
    ("x+y=3, x-y=1을 푸시오.", Ask("solve", unknowns=("x", "y")), ("x + y = 3", "x - y = 1")),
    ("$x=3$일 때, $2x+1$의 값을 구하시오.", Ask("value", of="2x + 1"), ("x = 3",)),
    ("x = -3일 때, x^2의 값을 구하시오.", Ask("value", of="x^2"), ("x = -3",)),
]

REFUSED = [
    "삼각형의 넓이를 구하시오.",
    "",
    "$x+y+z=3$을 $x$에 대하여 푸시오.",
    r"$\begin{matrix}1\end{matrix}$을 계산하시오.",
    "$2+3$과 $4+5$를 계산하시오.",
    "$2x+3=7$",
]


@pytest.mark.parametrize(("statement", "ask", "given"), STATEMENTS)
def test_statement(statement: str, ask: Ask, given: tuple[str, ...]) -> None:
    model = read(statement)
    assert isinstance(model, Model), model
    assert (model.ask, model.given) == (ask, given)
    assert set(model.symbols.values()) <= {"real"}


@pytest.mark.parametrize("statement", REFUSED)
def test_refused_with_a_reason(statement: str) -> None:
    refused = read(statement)
    assert isinstance(refused, Unread)
    assert refused.reason


@pytest.mark.parametrize(
    "statement",
    [
        "어떤 수 $x$에 3을 더한 수의 2배는 10이다. $x+3=10$을 푸시오.",
        "철수는 $3+4$보다 2 큰 값을 구하시오.",
        "What is 3 less than the value of $10-2$?",
    ],
)
def test_a_word_problem_is_not_read_in_part(statement: str) -> None:
    assert isinstance(read(statement), Unread)


ONE = read("$2x+3=7$을 푸시오.")
TWO = read("$x+y=3$, $x-y=1$을 푸시오.")
SUM = read("1/2+1/3을 계산하시오.")
ANSWERS: list[tuple[Model | Unread, str, tuple[AnswerValue, ...]]] = [
    (ONE, "x=2", ("2",)),
    (ONE, "2", ("2",)),
    (ONE, "$x=\\frac{3}{4}$", ("3/4",)),
    (ONE, "x=2 또는 x=3", ("2", "3")),
    (ONE, "x = 2 or x = 3", ("2", "3")),
    (ONE, "2, 3", ("2", "3")),
    (ONE, "답: x=2", ("2",)),
    (ONE, "2√3", ("2sqrt(3)",)),
    (ONE, "해가 없다", ()),
    (ONE, "모든 실수", ("all",)),
    (ONE, "x>3", ("x > 3",)),
    (ONE, "2<x<3", ("2 < x < 3",)),
    (TWO, "x = 1, y = 2", ({"x": "1", "y": "2"},)),
    (TWO, "y = 2, x = 1", ({"x": "1", "y": "2"},)),
    (TWO, "(1, 2)", ({"x": "1", "y": "2"},)),
    (TWO, "x=1이고 y=2", ({"x": "1", "y": "2"},)),
    (SUM, "3/4", ("3/4",)),
    (SUM, "1/2+1/3=2/5", ("2/5",)),
    (SUM, "0.5", ("0.5",)),
]


@pytest.mark.parametrize(("model", "text", "values"), ANSWERS)
def test_answer(model: Model, text: str, values: tuple[AnswerValue, ...]) -> None:
    assert read_answer(text, model) == values


@pytest.mark.parametrize("text", ["잘 모르겠어요", "", "x=", "9**9**9**", "(((", "import os", "1+1=2"])
def test_answer_refused(text: str) -> None:
    assert isinstance(SUM, Model)
    refused = read_answer(text, SUM)
    assert isinstance(refused, Unread)
    assert refused.reason


def test_plus_or_minus_gives_both_values() -> None:
    assert isinstance(ONE, Model)
    assert read_answer("x=±6", ONE) == ("6", "-6")


def test_the_last_side_of_a_chain_is_the_answer() -> None:
    assert isinstance(ONE, Model)
    assert read_answer("x=-1+5=4", ONE) == ("4",)
