"""Questions in words: comparisons, blanks, proportions, number phrases, relations; and what is left unread."""

from __future__ import annotations

import pytest

from generation.problem import Model
from generation.reading.statement import Unread, read

COMPARED = [
    ("Fill in the blank with >, < or =\n0.04 __ 0.5", "0.04 < 0.5"),
    ("두 수의 크기를 비교하여 ○ 안에 알맞은 부등호를 써넣으시오. 1/3 ○ 1/5", "1/3 > 1/5"),
    ("□ 안에 >, =, <를 알맞게 써넣으시오. $-5 \\square -3$", "-5 < -3"),
    ("Compare the fractions: 2/4 □ 1/2", "2/4 = 1/2"),
]
SOLVED = [
    ("Find the missing number: 23=2+5+__+4+6", ("23 = 2 + 5 + x + 4 + 6",)),
    ("□ 안에 알맞은 수를 구하시오. 7 + □ = 12", ("7 + x = 12",)),
    ("3:2=24:x\nFind the value of x", ("3/2 = 24/x",)),
    ("What percent of 40 is 28?", ("x%*40 = 28",)),
    ("Fifteen percent of what number is 240?", ("15%*x = 240",)),
    ("28은 40의 몇 %인가?", ("x%*40 = 28",)),
    ("어떤 수의 15%가 240일 때, 어떤 수를 구하시오.", ("15%*x = 240",)),
    (
        "Write an equation using the variables S and P: There are six times as many students as professors. "
        "Use S for the number of students and P for the number of professors.",
        ("S = 6*P",),
    ),
    (
        "Write an equation: for every four cats there are five dogs. Let C represent the number of cats and D "
        "represent the number of dogs.",
        ("C = (4/5)*D",),
    ),
]
EVALUATED = [
    ("Find the difference between 100 and 40.", "100 - 40"),
    ("100과 40의 차를 구하시오.", "100 - 40"),
    ("Write an algebraic expression to represent: Three less than a number.", "x - 3"),
    ("$x$보다 3만큼 작은 수를 식으로 나타내시오.", "x - 3"),
    ("Add 1/2+1/4=?", "1/2 + 1/4"),
]
UNREAD = [
    "Ann has 6 marbles, but this is only two-fifths of what she wants. How many does she want?",
    "What does the letter in 2n + 3 stand for?",
    "A train leaves at 8:30 and needs 45 minutes.",
    "Write an equation: there are six times as many apples as pears.",
    "There are 5 times as many students as teachers and 3 more. Use S for the number of students.",
    "h+m+n=h+p+n always, sometimes, or never true?",
    "□ = 3 □ 4",
]


@pytest.mark.parametrize(("statement", "claim"), COMPARED)
def test_comparison(statement: str, claim: str) -> None:
    model = read(statement)
    assert isinstance(model, Model)
    assert (model.ask.kind, model.ask.claim) == ("truth", claim)


@pytest.mark.parametrize(("statement", "given"), SOLVED)
def test_equation(statement: str, given: tuple[str, ...]) -> None:
    model = read(statement)
    assert isinstance(model, Model)
    assert (model.ask.kind, model.given) == ("solve", given)


@pytest.mark.parametrize(("statement", "of"), EVALUATED)
def test_expression(statement: str, of: str) -> None:
    model = read(statement)
    assert isinstance(model, Model)
    assert model.ask.of == of


@pytest.mark.parametrize("statement", UNREAD)
def test_left_unread(statement: str) -> None:
    assert isinstance(read(statement), Unread)
