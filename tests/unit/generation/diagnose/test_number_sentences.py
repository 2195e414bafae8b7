"""Number sentences between words: what they claim, and which of them are false."""

from __future__ import annotations

import pytest

from generation.diagnose.claims import first_false_line, number_claims
from generation.diagnose.diagnosis import diagnose
from generation.expression.render import infix
from generation.mistake import Mistake

READ = [
    ("She sold 18 cones x $3 = $54.", [("18*3", "54")]),
    ("In total 1,200 + 300 = 1,500 trees.", [("1200 + 300", "1500")]),
    ("The total is 2 x 4 + 10 = 8 + 10 = 18 apples", [("2*4 + 10", "8 + 10"), ("8 + 10", "18")]),
    ("반은 30%이므로 30% of 50 = 15", [("30%*50", "15")]),
    ("사탕은 3개 × 4 = 12개이다.", [("3*4", "12")]),
    ("It costs 4 (adult tickets) x $12 = $48", [("4*12", "48")]),
    ("16 loads x $6.00/load = $96.00", [("16*6.00", "96.00")]),
    ("half of them, so (2/3) x $90 = $60", [("2/3*90", "60")]),
    ("So x = 3 and 2x + 6 = 12.", []),
    ("They met at 8:55 + 90 = 10:25.", []),
    ("120 minutes = 2 hours", []),
    ("2520 minutes = 2520/60 = 42 hours", []),
    ("4 cats / 45 minutes = 15 cats / x minutes", []),
    ("8/2 = 20/x", []),
    ("loan + $10,000 = $36,000", []),
    ("total = 5", []),
    ("", []),
    ("= = =", []),
]


@pytest.mark.parametrize(("line", "claims"), READ)
def test_claims(line: str, claims: list[tuple[str, str]]) -> None:
    assert [(infix(c.left), infix(c.right)) for c in number_claims(line)] == claims


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("7 x 8 = 54", False),
        ("7 x 8 = 56", True),
        ("12 / 7 = 1.71", True),
        ("12 / 7 = 1.72", True),
        ("12 / 7 = 1.81", False),
        ("50 / 6 = 8 full boxes", True),
        ("50 / 6 = 9.4", False),
        ("2.5 x 3 = 7.6", False),
        ("1 - 1/3 - 1/4 = 5/12", True),
        ("1 - 1/3 - 1/4 = 1/12", False),
        ("1 hour and 30 minutes + 45 = 135 minutes", True),
        ("1 hour and 30 minutes + 45 = 125 minutes", False),
        ("40% of 50 = 20", True),
        ("40% of 50 = 25", False),
    ],
)
def test_holds(line: str, holds: bool) -> None:
    assert [claim.holds() for claim in number_claims(line)] == [holds]


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["3 x 4 = 12", "12 + 5 = 18", "18 - 2 = 15"], 1),
        (["2x + 6 = 30", "Subtracting 6 from both sides, we get 2x = 24.", "Dividing both sides by 2, x = 12."], None),
        (["2x + 6 = 30", "Subtracting 6 from both sides, we get 2x = 36."], 1),
        (["x/4 + x/6 = 5", "Simplifying the equation, we get:", "10x = 5"], 1),
        (["x + y = 6", "Simplifying, 2x = 5"], None),
        (["3x = 190", "Dividing both sides by 3, we get x = 63.33 (rounded)."], None),
        (["양변에서 6을 빼면 2x = 24", "양변을 2로 나누면 x = 10"], 1),
        ([], None),
    ],
)
def test_first_false_line(lines: list[str], place: int | None) -> None:
    assert first_false_line(lines) == place


@pytest.mark.parametrize("line", ["(" * 3000 + "=1", "9^9^9^9 = 3", "1/0 = 5", "2" * 1500 + " + 1 = 5", "=" * 1999])
def test_hostile_lines_claim_nothing_that_costs(line: str) -> None:
    assert all(claim.holds() in (True, False) for claim in number_claims(line))


def test_word_problem_is_diagnosed_by_its_number_sentence() -> None:
    statement = "A pizza is cut up. Ann eats a half of it and Ben a third of it. Which part is eaten?"
    found = diagnose(Mistake(statement, "2/5", working="Together they eat\n1/2 + 1/3 = 2/5 of it"))
    assert found.model is None
    assert found.first_wrong_line is not None
    assert (found.first_wrong_line.number, found.first_wrong_line.mal_rules) == (2, ("add-fractions-across",))
    assert [c.id for c in found.misconceptions] == ["add-fractions-across"]


def test_word_problem_with_right_arithmetic_is_unknown() -> None:
    statement = "There are 12 cats and 4 dogs. How many more cats than dogs are there?"
    found = diagnose(Mistake(statement, "16", working="12 + 4 = 16"))
    assert (found.misconceptions, found.first_wrong_line) == ((), None)
