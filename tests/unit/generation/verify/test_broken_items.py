"""Each way in which an item can be wrong is refuted by the check that is there for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generation.problem import Answer, AnswerValue, Ask, Choice, Model, Problem, Step
from generation.verify.verifier import verify

QUADRATIC = Problem(
    "이차방정식 $x^2-5x+6=0$을 푸시오.",
    Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x^2-5x+6=0",)),
    Answer(("2", "3")),
    solution=(Step("인수분해하면", "(x-2)(x-3)=0"), Step("따라서", "x=2 or x=3")),
    choices=(Choice(("2", "3"), True), Choice(("-2", "-3"), misconception="sign-of-roots"), Choice(("1", "6"))),
    targets="sign-of-roots",
)
SYSTEM = Problem(
    "연립방정식 $x+y=5, x-y=1$을 푸시오.",
    Model(Ask("solve", ("x", "y")), {"x": "real", "y": "real"}, {}, ("x+y=5", "x-y=1")),
    Answer(({"x": "3", "y": "2"},)),
)
SUM = Problem("$\\frac{1}{2}+\\frac{1}{3}$을 계산하시오.", Model(Ask("value", of="1/2+1/3")), Answer(("5/6",)))
FACTOR = Problem(
    "$x^2-5x+6$을 인수분해하시오.",
    Model(Ask("form", of="x^2-5x+6", form="factored"), {"x": "real"}),
    Answer(("(x-2)(x-3)",)),
)


def answered(problem: Problem, *values: AnswerValue, unit: str | None = None) -> Problem:
    return replace(problem, answer=Answer(values, unit), solution=(), choices=(), targets=None)


def given(problem: Problem, *relations: str) -> Problem:
    return replace(problem, model=replace(problem.model, given=relations))


def lines(problem: Problem, *math: str) -> Problem:
    return replace(problem, solution=tuple(Step("", line) for line in math))


def domain(problem: Problem, **symbols: str) -> Problem:
    return replace(problem, model=replace(problem.model, symbols=symbols))


def choices(*values: tuple[tuple[AnswerValue, ...], bool]) -> Problem:
    return replace(QUADRATIC, choices=tuple(Choice(value, correct) for value, correct in values))


RATIONAL = Problem(
    "방정식 $\\frac{x^2-x}{x-1}=0$을 푸시오.",
    Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("(x^2-x)/(x-1)=0",)),
    Answer(("0",)),
)
SQUARE = Problem(
    "이차방정식 $x^2=3x$를 푸시오.", Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x^2=3x",)), Answer(("0", "3"))
)

BROKEN: list[tuple[str, Problem, str, str]] = [
    (
        "a sign",
        answered(QUADRATIC, "-2", "3"),
        "answer",
        "x = -2 is claimed and is no solution; solutions: x = 2 or x = 3",
    ),
    ("a dropped root", answered(QUADRATIC, "2"), "unique", "lost: x = 3"),
    (
        "an extra root",
        answered(QUADRATIC, "2", "3", "1"),
        "answer",
        "x = 1 is claimed and is no solution; solutions: x = 2 or x = 3",
    ),
    ("a root twice", answered(QUADRATIC, "2", "3", "6/2"), "unique", "3 values are listed, 2 are different"),
    ("no solution claimed", answered(QUADRATIC), "answer", "no solution is claimed; solutions: x = 2 or x = 3"),
    (
        "all claimed",
        answered(QUADRATIC, "all"),
        "answer",
        "not everything solves it: x < 2 or 2 < x < 3 or x > 3 does not",
    ),
    (
        "a number of the text",
        replace(QUADRATIC, statement="이차방정식 $x^2-7x+6=0$을 푸시오."),
        "statement",
        "'x^2 - 7x + 6 = 0' of the text is not in the model",
    ),
    (
        "a number of the model",
        given(answered(QUADRATIC, "1", "6"), "x^2-7x+6=0"),
        "statement",
        "'x^2 - 5x + 6 = 0' of the text is not in the model",
    ),
    (
        "more in the text",
        replace(QUADRATIC, statement="$x>2$일 때 이차방정식 $x^2-5x+6=0$을 푸시오."),
        "statement",
        "'x > 2' of the text is not in the model",
    ),
    (
        "another request",
        replace(FACTOR, statement="$x^2-5x+6$을 전개하시오."),
        "statement",
        "the text asks for expanded, the model for factored",
    ),
    (
        "an unsaid domain",
        replace(QUADRATIC, statement="이차방정식 $x^2-5x+6=0$을 만족하는 자연수 $x$를 구하시오."),
        "statement",
        "the text restricts to '자연수', the model does not",
    ),
    (
        "unknowns exchanged",
        answered(SYSTEM, {"x": "2", "y": "3"}),
        "answer",
        "x = 2, y = 3 is no solution; solutions: x = 3, y = 2",
    ),
    (
        "an inconsistent system",
        given(answered(SYSTEM, {"x": "3", "y": "2"}), "x+y=5", "x+y=6"),
        "answer",
        "x = 3, y = 2 is no solution; solutions: none",
    ),
    ("a dependent system", given(SYSTEM, "x+y=5", "2x+2y=10"), "unique", "there are infinitely many solutions"),
    ("an unknown missing", answered(SYSTEM, {"x": "3"}), "answer", "the answer gives values to x, asked are x, y"),
    ("a wrong value", answered(SUM, "2/5"), "answer", "'1/2 + 1/3' is not equal to '2/5'"),
    ("an unreduced value", answered(SUM, "10/12"), "form", "the fraction 10/12 is not in lowest terms"),
    ("two values", answered(SUM, "5/6", "5/6"), "unique", "one value is asked for, 2 are given"),
    (
        "an ambiguous value",
        Problem(
            "$x^2=4$일 때 $x$의 값을 구하시오.",
            Model(Ask("value", of="x"), {"x": "real"}, {}, ("x^2=4",)),
            Answer(("2",)),
        ),
        "unique",
        "the value is not the same for every solution",
    ),
    (
        "a value of nothing",
        Problem(
            "$x^2=-4$일 때 $x^2$의 값을 구하시오.",
            Model(Ask("value", of="x^2"), {"x": "real"}, {}, ("x^2=-4",)),
            Answer(("-4",)),
        ),
        "answer",
        "nothing fulfils the given relations, so there is no value",
    ),
    (
        "half factored",
        answered(
            replace(
                FACTOR,
                statement="$2x^2-8$을 인수분해하시오.",
                model=Model(Ask("form", of="2x^2-8", form="factored"), {"x": "real"}),
            ),
            "2(x^2-4)",
        ),
        "form",
        "not factored: the factor 'x^2 - 4' can be factored further",
    ),
    ("a factor's sign", answered(FACTOR, "(x+2)(x+3)"), "answer", "'x^2 - 5x + 6' is not equal to '(x + 2)(x + 3)'"),
    ("a unit from nowhere", answered(SUM, "5/6", unit="cm"), "unit", "the unit cm does not stand in the statement"),
    (
        "a unit changed",
        replace(answered(SUM, "5/6", unit="km"), statement="$\\frac{1}{2}+\\frac{1}{3}$을 계산하시오. (단위: m)"),
        "unit",
        "(단위: m): m, the key is in km",
    ),
    ("a line that loses a root", lines(SQUARE, "x=3", "x=0 or x=3"), "solution", "line 1 'x = 3': loses x = 0"),
    (
        "a line that gains a root",
        lines(QUADRATIC, "(x-2)(x-3)(x-1)=0", "x=2 or x=3"),
        "solution",
        "line 1 '(x - 2)(x - 3)(x - 1) = 0': gains x = 1",
    ),
    ("a false line", lines(SUM, "2/5", "5/6"), "solution", "line 1 '2/5': has another value than the question"),
    (
        "a false equation",
        lines(SUM, "1/2+1/3=3/6+1/6", "5/6"),
        "solution",
        "line 1 '1/2 + 1/3 = 3/6 + 1/6': the sides are not equal",
    ),
    (
        "a line of a system that does not follow",
        lines(SYSTEM, "2x=4", "x=3, y=2"),
        "solution",
        "line 1 '2x = 4': does not follow from the given equations",
    ),
    (
        "another last line",
        lines(QUADRATIC, "(x-2)(x-3)=0"),
        "solution",
        "the last line '(x - 2)(x - 3) = 0' is not the answer",
    ),
    (
        "a hidden division by zero",
        answered(RATIONAL, "0", "1"),
        "answer",
        "x = 1 is claimed and is no solution; solutions: x = 0",
    ),
    (
        "outside of the domain",
        domain(
            answered(replace(QUADRATIC, model=replace(QUADRATIC.model, given=("(x-2)(x+3)=0",))), "2", "-3"),
            x="natural",
        ),
        "domain",
        "x = -3 is not natural",
    ),
    ("two right choices", choices((("2", "3"), True), (("3", "2"), True)), "choices", "2 choices are marked as right"),
    (
        "no right choice",
        choices((("1", "6"), False), (("-2", "-3"), False)),
        "choices",
        "0 choices are marked as right",
    ),
    (
        "choices of one value",
        choices((("2", "3"), True), (("1/2",), False), (("0.5",), False)),
        "choices",
        "choices 2 and 3 have the same value",
    ),
    (
        "a distractor that is right",
        choices((("2", "3"), True), (("3", "4/2"), False)),
        "choices",
        "choices 1 and 2 have the same value",
    ),
    (
        "a wrong choice marked",
        choices((("2", "3"), False), (("-2", "-3"), True)),
        "choices",
        "choice 2 is marked as right and is not the answer",
    ),
    (
        "a distractor of another misconception",
        replace(QUADRATIC, choices=(Choice(("2", "3"), True), Choice(("1", "6"), misconception="sign-of-roots"))),
        "choices",
        "choice 2 is not what sign-of-roots leads to",
    ),
    (
        "a target that does not apply",
        replace(QUADRATIC, targets="invert-dividend"),
        "targets",
        "invert-dividend cannot be carried out on this problem",
    ),
    ("an unreadable relation", given(QUADRATIC, "x^2 - 5x + = 0"), "parse", "not everything can be read"),
    ("an undeclared letter", domain(QUADRATIC, y="real"), "parse", "not everything can be read"),
]


@pytest.mark.parametrize(("what", "problem", "check", "detail"), BROKEN, ids=[case[0] for case in BROKEN])
def test_what_is_broken_is_refuted_by_its_check(what: str, problem: Problem, check: str, detail: str) -> None:
    certificate = verify(problem)
    found = certificate.check(check)
    assert (found.outcome, found.detail) == ("failed", detail), what
    assert certificate.verdict == "refuted"


@pytest.mark.parametrize("problem", [QUADRATIC, SYSTEM, SUM, FACTOR, RATIONAL, SQUARE], ids=lambda p: p.statement)
def test_the_items_are_proved_before_they_are_broken(problem: Problem) -> None:
    assert verify(problem).verdict == "proved"


COPIES = [
    ("the text itself", QUADRATIC.statement, "the same text as the source"),
    ("blanks", "이차방정식  $x^2 - 5x + 6 = 0$을  푸시오", "the same text as the source"),
    (
        "another letter",
        "이차방정식 $t^2-5t+6=0$을 푸시오.",
        "the same formulas as the source, apart from names and order",
    ),
    (
        "another order",
        "이차방정식 $6+x^2-5x=0$의 해를 구하시오.",
        "the same formulas as the source, apart from names and order",
    ),
    ("sides exchanged", "$0=x^2-5x+6$을 푸시오.", "the same formulas as the source, apart from names and order"),
]


@pytest.mark.parametrize(("what", "source", "detail"), COPIES, ids=[case[0] for case in COPIES])
def test_a_copied_source_is_refuted(what: str, source: str, detail: str) -> None:
    certificate = verify(QUADRATIC, source)
    assert certificate.check("novelty").detail == detail, what
    assert certificate.verdict == "refuted"


def test_another_structure_than_the_source_is_refuted() -> None:
    certificate = verify(QUADRATIC, RATIONAL.model)
    assert certificate.check("novelty").detail == "another structure than the source"
    assert certificate.verdict == "refuted"


def test_new_numbers_in_the_same_structure_are_new() -> None:
    source = replace(QUADRATIC.model, symbols={"t": "real"}, ask=Ask("solve", ("t",)), given=("t^2+2t-15=0",))
    certificate = verify(QUADRATIC, source)
    assert certificate.check("novelty").outcome == "passed"
    assert certificate.verdict == "proved"
