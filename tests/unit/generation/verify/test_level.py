"""The check `level`: what a standard has taught, in the order of the curriculum."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

import pytest

from generation.problem import Answer, AnswerValue, Ask, Model, Problem, Step
from generation.symbolic.engine import problem_types, sample_problem
from generation.verify import concepts, curriculum
from generation.verify.certificate import CheckResult
from generation.verify.checks import level
from generation.verify.context import Context
from retrieval.standard import load_standards


def _check(
    statement: str,
    model: Model,
    key: tuple[AnswerValue, ...],
    standard: str | None,
    *steps: tuple[str, str],
) -> CheckResult:
    solution = tuple(Step(text, math) for text, math in steps)
    return level.check(Context(Problem(statement, model, Answer(key), standard=standard, solution=solution)))


def _value(of: str, key: str, standard: str | None, symbols: Mapping[str, str] | None = None) -> CheckResult:
    return _check(f"${of}$의 값을 구하시오.", Model(Ask("value", of=of), symbols or {}), (key,), standard)


def _solve(given: str, key: tuple[str, ...], standard: str, domain: str = "real") -> CheckResult:
    return _check(f"${given}$을 푸시오.", Model(Ask("solve", ("x",)), {"x": domain}, {}, (given,)), key, standard)


VALUES = [
    ("sqrt(9) + 1", "4", "[9수01-07]", "[9수01-05]"),
    ("sqrt(2)*sqrt(8)", "4", "[9수01-10]", "[9수01-07]"),
    ("-3 + 5", "2", "[9수01-03]", "[6수01-01]"),
    ("3 - 5", "-2", "[9수01-05]", "[4수01-03]"),
    ("1/2 + 1/3", "5/6", "[6수01-08]", "[2수01-06]"),
    ("0.5 + 0.25", "0.75", "[4수01-16]", "[2수01-06]"),
    ("2^3", "8", "[9수01-01]", "[6수01-01]"),
    ("2^(-3)", "1/8", "[12대수01-02]", "[9수02-08]"),
    ("8^(1/3)", "2", "[12대수01-02]", "[10공수2-03-05]"),
    ("log(8, 2)", "3", "[12대수01-04]", "[12대수01-03]"),
    ("(1 + i)^2", "2i", "[10공수1-02-01]", "[9수02-20]"),
    ("C(5, 2)", "10", "[10공수1-03-03]", "[10공수1-03-02]"),
    ("P(5, 2)", "20", "[10공수1-03-02]", "[9수04-05]"),
    ("sum(k, k, 1, 4)", "10", "[12대수03-04]", "[12대수03-03]"),
    ("diff(x^2, x, 3)", "6", "[12미적Ⅰ-02-01]", "[12미적Ⅰ-01-04]"),
    ("integrate(x, x, 0, 2)", "2", "[12미적Ⅰ-03-03]", "[12미적Ⅰ-02-10]"),
    ("sin(pi/6)", "1/2", "[12대수02-01]", "[9수03-16]"),
    ("|-3|", "3", "[9수01-04]", "[6수01-01]"),
    ("2pi*3", "6pi", "[9수03-06]", "[9수03-05]"),
    ("variance(1, 2, 3)", "2/3", "[9수04-07]", "[9수04-01]"),
]


@pytest.mark.parametrize(("of", "key", "taught", "before"), VALUES)
def test_notation_is_released_by_its_own_standard_and_not_before(of: str, key: str, taught: str, before: str) -> None:
    symbols = {name: "real" for name in "xk" if f", {name}" in of}
    assert _value(of, key, taught, symbols).outcome == "passed"
    assert _value(of, key, before, symbols).outcome == "failed"


EQUATIONS = [
    ("2x + 3 = 7", ("2",), "[9수02-04]", "[9수01-05]"),
    ("x^2 - 5x + 6 = 0", ("2", "3"), "[9수02-20]", "[9수02-19]"),
    ("x^3 - x = 0", ("-1", "0", "1"), "[10공수1-02-07]", "[10공수1-02-02]"),
    ("2x + 3 < 7", ("x < 2",), "[9수02-12]", "[9수02-10]"),
    ("x^2 - 5x + 6 < 0", ("2 < x < 3",), "[10공수1-02-11]", "[9수02-20]"),
    ("|x - 1| < 2", ("-1 < x < 3",), "[10공수1-02-10]", "[9수02-12]"),
]


@pytest.mark.parametrize(("given", "key", "taught", "before"), EQUATIONS)
def test_what_is_solved(given: str, key: tuple[str, ...], taught: str, before: str) -> None:
    assert _solve(given, key, taught).outcome == "passed"
    assert _solve(given, key, before).outcome == "failed"


def test_squares_come_before_quadratic_equations() -> None:
    assert _solve("x^2 = 25", ("5",), "[9수03-15]", "positive").outcome == "passed"
    assert _solve("x^2 = 25", ("-5", "5"), "[9수01-07]").outcome == "passed"
    assert _solve("x^2 = 5x", ("0", "5"), "[9수01-07]").outcome == "failed"
    assert _solve("x^2 = 25", ("-5", "5"), "[9수03-14]").outcome == "failed"


def test_a_system_of_two_equations() -> None:
    model = Model(Ask("solve", ("x", "y")), {"x": "real", "y": "real"}, {}, ("x + y = 3", "x - y = 1"))
    for standard, outcome in (("[9수02-13]", "passed"), ("[9수02-12]", "failed")):
        found = _check("$x+y=3$, $x-y=1$을 푸시오.", model, ({"x": "2", "y": "1"},), standard)
        assert found.outcome == outcome


@pytest.mark.parametrize(
    ("text", "math"),
    [("근의 공식을 이용하면", "x = 2"), ("by the quadratic formula", "x = 2"), ("양변을 제곱하면", "x = sqrt(4)")],
)
def test_the_worked_solution_counts(text: str, math: str) -> None:
    model = Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("2x = 4",))
    found = _check("$2x=4$를 푸시오.", model, ("2",), "[9수02-04]", (text, math), ("따라서", "x = 2"))
    assert found.outcome == "failed"
    assert "line 1 of the solution" in found.evidence[0]


@pytest.mark.parametrize("standard", [None, "[중3수학-7]", "CCSS.5.NF.1", "[9수09-01]", "[9수02-99]", "", "x" * 10_000])
def test_a_standard_that_is_not_known_is_no_veto(standard: str | None) -> None:
    assert _value("log(8, 2)", "3", standard).outcome == "not_applicable"


@pytest.mark.parametrize(
    ("of", "key", "standard"),
    [
        ("1/9973 + 1/9967", "19940/99400891", "[9수01-05]"),
        ("123456*123456789", "15241578750190521", "[9수01-05]"),
        ("0.0012345*3", "0.0037035", "[9수01-05]"),
        ("sqrt(10007)", "sqrt(10007)", "[9수01-07]"),
        ("345 + 20", "365", "[2수01-06]"),
        ("0.125 + 0.1", "0.225", "[4수01-16]"),
    ],
)
def test_numbers_that_no_lesson_of_the_standard_writes(of: str, key: str, standard: str) -> None:
    assert _value(of, key, standard).outcome == "failed"


def test_every_standard_of_the_notice_has_a_place_and_every_row_names_a_standard() -> None:
    standards = load_standards()
    assert [code for code in standards if curriculum.place(code) is None] == []
    rows = [value for value in vars(concepts).values() if isinstance(value, concepts.Concept)]
    for table in (concepts.CALLS, concepts.CONSTANTS, concepts.FORMS, concepts.WORDS):
        rows += table.values()
    assert [row for row in rows if row.standard not in standards] == []
    assert [code for code in curriculum.RANGES if code not in standards] == []


@pytest.mark.parametrize("course", ["10공수1", "10공수2", "12대수", "12미적Ⅰ", "12확통", "12미적Ⅱ", "12기하"])
def test_inside_a_course_the_notice_gives_the_order(course: str) -> None:
    codes = [code for code in load_standards() if code.startswith(f"[{course}")]
    assert len(codes) > 10
    for earlier, later in pairwise(codes):
        assert curriculum.is_later(later, earlier)
        assert not curriculum.is_later(earlier, later)


def test_words_are_searched_in_linear_time_patterns() -> None:
    for pattern in concepts.WORDS:
        assert re.search(r"[*+}]\)?[*+{]", pattern) is None, pattern


@pytest.mark.parametrize("type_id", [kind.id for kind in problem_types()])
def test_what_the_engine_writes_is_of_its_standard(type_id: str) -> None:
    judged = 0
    for seed in range(4):
        for language in ("ko", "en"):
            try:
                item = sample_problem(type_id, seed, language=language, choices=False)
            except ValueError:
                continue
            found = level.check(Context(item))
            if found.outcome != "undecided":
                judged += 1
                assert found.outcome == "passed", (item.statement, found.detail, found.evidence)
    if not judged:
        pytest.skip("items of this type are not read completely")
