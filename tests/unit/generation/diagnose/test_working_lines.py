"""The first wrong line of a student's working, and the mal-rules that lead to it."""

from __future__ import annotations

import pytest

from generation.diagnose.working import WrongLine, first_wrong_line
from generation.problem import Model
from generation.reading.answer import read_answer
from generation.reading.statement import read

WRONG = [
    ("$13n+196=391$을 푸시오.", "13n=196-391\n13n=-195", "n=-15", 1, "13n=196-391", ("reversed-subtraction",)),
    ("$5x+4=19$를 푸시오.", "5x=19+4\n5x=23", "x=23/5", 1, "5x=19+4", ("move-term-keeps-sign",)),
    (r"$7-\frac{1}{2}n=18$을 푸시오.", "-1/2n=11\nn=22", "n=22", 2, "n=22", ("divide-loses-sign",)),
    ("$-3x+4>10$을 푸시오.", "-3x>6\nx>-2", "x>-2", 2, "x>-2", ("inequality-not-flipped",)),
    (
        r"$\frac{2}{5}+\frac{1}{2}$의 값을 구하시오.",
        "2/10+1/10=3/10",
        "3/10",
        1,
        "2/10+1/10=3/10",
        ("keep-numerators-common-denominator",),
    ),
    (
        "$x^2-7x+12=0$을 푸시오.",
        "인수분해하면\n(x-3)(x-4)=0\nx=-3 또는 x=-4",
        "-3, -4",
        3,
        "x=-3 또는 x=-4",
        ("sign-of-roots", "sign-of-factors"),
    ),
    ("$2*3^2$의 값을 구하시오.", "3^2=9\n6^2=36", "36", 2, "6^2=36", ()),
]

NONE = [
    ("$2x+3=7$을 푸시오.", "2x=4\nx=2", "2"),
    ("$2*3^2$의 값을 구하시오.", "3^2=9\n2*9=18", "18"),
    ("$x+y=7$, $x-y=3$을 푸시오.", "2x=10\nx=5", "(5, 2)"),
    ("$2x+3=7$을 푸시오.", "모르겠다\n((((\n9**9**9", "2"),
    ("$2x+3=7$을 푸시오.", "", "2"),
]


def model_and_answer(statement: str, answer: str) -> tuple[Model, tuple[object, ...]]:
    model = read(statement)
    assert isinstance(model, Model)
    values = read_answer(answer, model)
    assert isinstance(values, tuple)
    return model, values


@pytest.mark.parametrize(("statement", "working", "answer", "number", "text", "rules"), WRONG)
def test_first_wrong_line(
    statement: str, working: str, answer: str, number: int, text: str, rules: tuple[str, ...]
) -> None:
    model, values = model_and_answer(statement, answer)
    assert first_wrong_line(model, working, values) == WrongLine(number, text, rules)  # type: ignore[arg-type]


@pytest.mark.parametrize(("statement", "working", "answer"), NONE)
def test_no_wrong_line(statement: str, working: str, answer: str) -> None:
    model, values = model_and_answer(statement, answer)
    assert first_wrong_line(model, working, values) is None  # type: ignore[arg-type]
