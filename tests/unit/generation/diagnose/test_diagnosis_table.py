"""Wrong answers and what is diagnosed; answers that nothing explains; right answers; text that cannot be read."""

from __future__ import annotations

import pytest

from generation.diagnose.diagnosis import diagnose
from generation.mistake import Mistake
from generation.problem import Ask, Model

FIRST = [
    (r"$\frac{1}{2}+\frac{1}{3}$을 계산하시오.", "2/5", "add-fractions-across"),
    ("1/2+1/3을 계산하시오.", "1/2+1/3=2/5", "add-fractions-across"),
    (r"$\frac{5}{6}-\frac{1}{3}$을 계산하시오.", "4/3", "add-fractions-across"),
    (r"$\frac{3}{4}+\frac{1}{6}$을 계산하시오.", "4/12", "keep-numerators-common-denominator"),
    (r"$\frac{1}{3}\div\frac{2}{5}$를 계산하시오.", "6/5", "invert-dividend"),
    (r"$\frac{3}{7}\times2$를 계산하시오.", "6/14", "multiply-both-parts-by-whole"),
    (r"$\frac{4}{10}$를 기약분수로 나타내시오.", "2/10", "simplify-one-part"),
    ("$-12+5$를 계산하시오.", "7", "drop-sign-of-larger"),
    ("$(-7)+(-2)$를 계산하시오.", "9", "negatives-make-positive"),
    ("$4-(-9)$를 계산하시오.", "-5", "subtract-negative-as-subtract"),
    ("$(-5)^2$의 값을 구하시오.", "-25", "negative-base-power"),
    ("$-4^2$의 값을 구하시오.", "16", "minus-taken-into-power"),
    ("$3^4$을 계산하시오.", "12", "power-as-product"),
    (r"$2+3\times4$를 계산하시오.", "20", "left-to-right"),
    ("Compute 20-4*3.", "48", "left-to-right"),
    ("$6-2(x+1)$을 간단히 하시오.", "-2x+8", "sign-not-distributed"),
    ("$4a-(a+3)$을 간단히 하시오.", "3a+3", "sign-not-distributed"),
    ("$2(3x+4)$를 간단히 하시오.", "6x+4", "distribute-first-only"),
    ("$5x+2$를 간단히 하시오.", "7x", "combine-unlike-terms"),
    ("$3x+5+2x$를 간단히 하시오.", "10x", "combine-unlike-terms"),
    ("$4x-3=9$를 푸시오.", "3/2", "move-term-keeps-sign"),
    ("Solve 2x+5=11.", "x = 8", "move-term-keeps-sign"),
    ("$3x=15$를 푸시오.", "12", "divide-by-subtracting-coefficient"),
    ("$6x=3$을 푸시오.", "x=2", "divide-upside-down"),
    (r"$\frac{x}{4}+1=3$을 푸시오.", "2", "constant-term-not-multiplied"),
    (r"$\frac{1}{2}x+3=5$를 푸시오.", "2", "constant-term-not-multiplied"),
    ("$-2x>8$을 푸시오.", "x>-4", "inequality-not-flipped"),
    (r"$3-x\ge5$를 푸시오.", "x>=-2", "inequality-not-flipped"),
    (r"$x^2\times x^5$을 간단히 하시오.", "x^10", "multiply-exponents-in-product"),
    ("$(x^3)^4$을 간단히 하시오.", "x^7", "add-exponents-in-power"),
    ("$(2x)^3$을 간단히 하시오.", "2x^3", "exponent-not-on-coefficient"),
    (r"$a^{10}\div a^2$을 간단히 하시오.", "a^5", "divide-exponents-in-quotient"),
    ("$(a+4)^2$을 전개하시오.", "a^2+16", "square-of-sum"),
    ("$(2x-3)^2$을 전개하시오.", "4x^2-9", "square-as-conjugates"),
    ("$(x+6)^2$을 전개하시오.", "x^2+6x+36", "middle-term-not-doubled"),
    ("$(x+3)(x+4)$를 전개하시오.", "x^2+12", "first-and-last-only"),
    ("$x^2-7x+10$을 인수분해하시오.", "(x+2)(x+5)", "sign-of-factors"),
    ("$(x-1)(x-4)=0$을 푸시오.", "-1, -4", "sign-of-roots"),
    ("$x^2-6x+8=0$을 푸시오.", "x=-2 또는 x=-4", "sign-of-roots"),
    ("$x^2=36$을 푸시오.", "6", "drop-negative-root"),
    ("$x^2-3x=0$을 푸시오.", "x=3", "divide-by-unknown"),
    (r"$\frac{4x+8}{4}$을 간단히 하시오.", "x+8", "cancel-terms"),
    (r"$\sqrt{9+16}$을 계산하시오.", "7", "sqrt-of-sum"),
    (r"$\sqrt{2}+\sqrt{3}$을 간단히 하시오.", "√5", "add-radicands"),
    (r"$\sqrt{25}+1$을 계산하시오.", "27/2", "root-halves"),
    ("$4x+y=9$, $x+y=3$을 푸시오.", "x=4, y=-7", "elimination-sign"),
    ("x=-3일 때, x^2의 값을 구하시오.", "-9", "negative-base-power"),
    ("$x=2$일 때, $5-x^2$의 값을 구하시오.", "9", "minus-taken-into-power"),
]

UNKNOWN = [
    (r"$\frac{1}{2}+\frac{1}{3}$을 계산하시오.", "17/31"),
    ("$2x+3=7$을 푸시오.", "x=101"),
    ("$(x+1)(x+2)$를 전개하시오.", "x^2+41x+7"),
    ("이차방정식 $x^2-5x+6=0$을 푸시오.", "x=17"),
    (r"$\sqrt{2}+\sqrt{8}$을 간단히 하시오.", "91"),
    ("$-2x>8$을 푸시오.", "x>73"),
    ("$x+y=7$, $x-y=3$을 푸시오.", "(23, 58)"),
    ("$x+y=7$, $2x-y=5$를 푸시오.", "x=2, y=5"),
]

RIGHT = [
    (r"$\frac{1}{2}+\frac{1}{3}$을 계산하시오.", "5/6"),
    ("$2x+3=7$을 푸시오.", "2"),
    ("$x^2-5x+6=0$을 푸시오.", "x=3 또는 x=2"),
    ("$-2x>8$을 푸시오.", "-4>x"),
    ("$(x+1)^2$을 전개하시오.", "1+2x+x^2"),
    ("$x+y=7$, $x-y=3$을 푸시오.", "(5, 2)"),
    (r"$\sqrt{8}+\sqrt{2}$를 간단히 하시오.", "3√2"),
]


@pytest.mark.parametrize(("statement", "answer", "expected"), FIRST)
def test_first_candidate(statement: str, answer: str, expected: str) -> None:
    found = diagnose(Mistake(statement, answer))
    assert [c.id for c in found.misconceptions][:1] == [expected]
    assert not found.answer_is_right
    best = found.misconceptions[0]
    assert 0 < sum(c.confidence for c in found.misconceptions) <= 1
    assert sum(line.wrong for line in best.evidence) == 1


@pytest.mark.parametrize(("statement", "answer"), UNKNOWN)
def test_unknown_rather_than_guessed(statement: str, answer: str) -> None:
    found = diagnose(Mistake(statement, answer))
    assert (found.answer_read, found.answer_is_right, found.misconceptions) == (True, False, ())


@pytest.mark.parametrize(("statement", "answer"), RIGHT)
def test_right_answer_is_said_to_be_right(statement: str, answer: str) -> None:
    found = diagnose(Mistake(statement, answer))
    assert (found.answer_is_right, found.misconceptions) == (True, ())


@pytest.mark.parametrize("answer", ["잘 모르겠어요", "", "   ", "9**9**9", "__import__('os')", "(" * 2000, "1/0"])
def test_hostile_or_unreadable_answer_throws_nothing(answer: str) -> None:
    found = diagnose(Mistake("$2x+3=7$을 푸시오.", answer))
    assert not found.answer_is_right
    assert found.misconceptions == ()


@pytest.mark.parametrize("statement", ["", "삼각형의 넓이를 구하시오.", "$" * 500, "$9^{9^{9^9}}$를 계산하시오."])
def test_unreadable_statement_is_explained(statement: str) -> None:
    found = diagnose(Mistake(statement, "1"))
    assert found.misconceptions == ()
    assert found.note


def test_share_is_divided_among_candidates() -> None:
    found = diagnose(Mistake("$(x-1)(x-4)=0$을 푸시오.", "-1, -4"))
    assert len(found.misconceptions) > 1
    confidences = [c.confidence for c in found.misconceptions]
    assert confidences == sorted(confidences, reverse=True)
    assert sum(confidences) < 1


def test_working_decides_between_candidates() -> None:
    statement, answer = r"방정식 $7-\frac{1}{2}n=18$을 푸시오.", "n=22"
    plain = diagnose(Mistake(statement, answer)).misconceptions
    assert [c.id for c in plain] == ["divide-loses-sign", "reversed-subtraction"]
    worked = diagnose(Mistake(statement, answer, working="-1/2n=-11")).misconceptions
    assert [c.id for c in worked] == ["reversed-subtraction", "divide-loses-sign"]


@pytest.mark.parametrize(
    "statement",
    [
        "$" + "*".join("(x+1)" for _ in range(150)) + "$을 간단히 하시오.",
        "$" + "+".join(f"1/(x+{i})" for i in range(1, 60)) + "$을 간단히 하시오.",
        "$" + "(" * 10 + "x+1" + ")^2" * 10 + "$을 전개하시오.",
        "$" + "+".join(f"{i}x" for i in range(1, 120)) + "=5$를 푸시오.",
    ],
    ids=["product", "fractions", "squares", "sum"],
)
def test_item_beyond_the_budget_is_not_derived(statement: str) -> None:
    found = diagnose(Mistake(statement, "1"))
    assert (found.misconceptions, found.answer_is_right) == ((), False)
    assert found.note


UNFINISHED = [
    ("$x^2-5x+6$을 인수분해하시오.", "x^2-5x+6"),
    ("$2x^2-8$을 인수분해하시오.", "2(x^2-4)"),
    ("$(x+1)^2$을 전개하시오.", "(x+1)(x+1)"),
    ("$3x+2x+1$을 간단히 하시오.", "3x+2x+1"),
    ("$a^2\\times a^3$을 간단히 하시오.", "a^2 a^3"),
    (r"$\frac{12}{18}$를 기약분수로 나타내시오.", "6/9"),
    (r"$\sqrt{8}+\sqrt{2}$를 간단히 하시오.", "√18"),
    (r"$\frac{6}{\sqrt{3}}$의 분모를 유리화하시오.", r"\frac{6}{\sqrt{3}}"),
    ("3+4*2를 계산하시오.", "3+8"),
    ("$-2x>8$을 푸시오.", "2x<-8"),
]

FINISHED = [
    ("$x^2-5x+6$을 인수분해하시오.", "(x-2)(x-3)"),
    ("$2x^2-8$을 인수분해하시오.", "2(x-2)(x+2)"),
    ("$x^2+2x+1$을 인수분해하시오.", "(x+1)^2"),
    ("$(x+1)^2$을 전개하시오.", "1+2x+x^2"),
    (r"$\frac{12}{18}$를 기약분수로 나타내시오.", "2/3"),
    (r"$\frac{6}{\sqrt{3}}$의 분모를 유리화하시오.", "2√3"),
    (r"$\frac{1}{2}+\frac{1}{3}$을 계산하시오.", "5/6"),
    (r"$1\frac{1}{2}+1$을 계산하시오.", "2 1/2"),
    ("$-2x>8$을 푸시오.", "x<-4"),
]


@pytest.mark.parametrize(("statement", "answer"), UNFINISHED)
def test_right_value_in_an_unfinished_form(statement: str, answer: str) -> None:
    found = diagnose(Mistake(statement, answer))
    assert (found.answer_is_right, found.answer_is_unfinished, found.misconceptions) == (False, True, ())
    assert found.note.startswith("the value is right, but")


@pytest.mark.parametrize(("statement", "answer"), FINISHED)
def test_right_value_in_a_finished_form(statement: str, answer: str) -> None:
    found = diagnose(Mistake(statement, answer))
    assert (found.answer_is_right, found.answer_is_unfinished) == (True, False)


@pytest.mark.parametrize(
    ("of", "answer", "right"),
    [
        ("2*pi*6*60/360", "2π cm", True),
        ("2*pi*6*60/360", "6π cm", False),
        ("1/3*pi*3^2*7", "21πcm³", True),
        ("1/3*pi*3^2*7", "21π cm^3", True),
        ("180*(8-2)", "1080°", True),
        ("180*(8-2)", "1440°", False),
        ("3+4", "7개입니다.", True),
    ],
)
def test_answer_with_a_unit(of: str, answer: str, right: bool) -> None:
    found = diagnose(Mistake("?", answer), model=Model(Ask("value", of=of)))
    assert (found.answer_read, found.answer_is_right) == (True, right)
