"""Right items of each kind of question come out proved, on evidence that says why."""

from __future__ import annotations

from typing import Any

import pytest

from generation.problem import Answer, Ask, Choice, Language, Model, Problem, Step
from generation.verify.verifier import verify

SOLVE: list[tuple[str, list[str], dict[str, str], list[Any], list[str]]] = [
    ("이차방정식 $x^2-5x+6=0$을 푸시오.", ["x^2-5x+6=0"], {"x": "real"}, ["2", "3"], ["(x-2)(x-3)=0", "x=2 or x=3"]),
    ("일차방정식 $2x+3=7$을 푸시오.", ["2x+3=7"], {"x": "real"}, ["2"], ["2x=4", "x=2"]),
    (
        "방정식 $\\frac{x}{2}-\\frac{x-1}{3}=1$의 해를 구하시오.",
        ["x/2-(x-1)/3=1"],
        {"x": "real"},
        ["4"],
        ["3x-2(x-1)=6", "x=4"],
    ),
    (
        "이차방정식 $x^2-4x+1=0$을 푸시오.",
        ["x^2-4x+1=0"],
        {"x": "real"},
        ["2+sqrt(3)", "2-sqrt(3)"],
        ["x = 2 ± sqrt(3)"],
    ),
    ("이차방정식 $x^2-6x+9=0$을 푸시오.", ["x^2-6x+9=0"], {"x": "real"}, ["3"], ["(x-3)^2=0", "x=3"]),
    ("이차방정식 $x^2+x+1=0$을 푸시오.", ["x^2+x+1=0"], {"x": "real"}, [], []),
    ("방정식 $2(x+1)=2x+2$를 푸시오.", ["2(x+1)=2x+2"], {"x": "real"}, ["all"], []),
    ("방정식 $2(x+1)=2x+3$을 푸시오.", ["2(x+1)=2x+3"], {"x": "real"}, ["none"], []),
    (
        "방정식 $x^3-x=0$을 푸시오.",
        ["x^3-x=0"],
        {"x": "real"},
        ["-1", "0", "1"],
        ["x(x+1)(x-1)=0", "x=-1 or x=0 or x=1"],
    ),
    (
        "방정식 $x^4-5x^2+6=0$을 푸시오.",
        ["x^4-5x^2+6=0"],
        {"x": "real"},
        ["sqrt(2)", "-sqrt(2)", "sqrt(3)", "-sqrt(3)"],
        [],
    ),
    ("방정식 $\\frac{x^2-1}{x-1}=2$를 푸시오.", ["(x^2-1)/(x-1)=2"], {"x": "real"}, [], []),
    (
        "방정식 $\\frac{6}{x}=x-1$을 푸시오.",
        ["6/x=x-1"],
        {"x": "real"},
        ["3", "-2"],
        ["6=x(x-1)", "x^2-x-6=0", "x=3 or x=-2"],
    ),
    ("일차부등식 $5-2x\\ge 1$을 푸시오.", ["5-2x>=1"], {"x": "real"}, ["x<=2"], ["-2x>=-4", "x<=2"]),
    ("부등식 $-3<2x-1\\le 5$를 푸시오.", ["-3<2x-1<=5"], {"x": "real"}, ["-1<x<=3"], ["-2<2x<=6", "-1<x<=3"]),
    (
        "이차부등식 $x^2-x-6>0$을 푸시오.",
        ["x^2-x-6>0"],
        {"x": "real"},
        ["x<-2 or x>3"],
        ["(x+2)(x-3)>0", "x<-2 or x>3"],
    ),
    ("이차부등식 $x^2+1>0$을 푸시오.", ["x^2+1>0"], {"x": "real"}, ["all"], []),
    (
        "연립방정식 $\\begin{cases} x+y=5 \\\\ x-y=1 \\end{cases}$을 푸시오.",
        ["x+y=5", "x-y=1"],
        {"x": "real", "y": "real"},
        [{"x": "3", "y": "2"}],
        ["2x=6", "x=3", "y=2", "x=3, y=2"],
    ),
    (
        "연립방정식 $x+y=3, x^2+y^2=5$를 푸시오.",
        ["x+y=3", "x^2+y^2=5"],
        {"x": "real", "y": "real"},
        [{"x": "1", "y": "2"}, {"x": "2", "y": "1"}],
        ["y=3-x", "x^2+(3-x)^2=5", "x=1 and y=2 or x=2 and y=1"],
    ),
    ("연립방정식 $x+y=5, 2x+2y=1$을 푸시오.", ["x+y=5", "2x+2y=1"], {"x": "real", "y": "real"}, [], []),
    ("부등식 $2x<7$을 만족하는 자연수 $x$를 모두 구하시오.", ["2x<7"], {"x": "natural"}, ["1", "2", "3"], []),
]


def solve_item(
    statement: str, given: list[str], symbols: dict[str, str], values: list[Any], steps: list[str]
) -> Problem:
    model = Model(Ask("solve", tuple(symbols)), symbols, {}, tuple(given))
    return Problem(statement, model, Answer(tuple(values)), solution=tuple(Step("", math) for math in steps))


@pytest.mark.parametrize("case", SOLVE[:-1], ids=[case[0] for case in SOLVE[:-1]])
def test_right_solutions_are_proved(case: tuple[str, list[str], dict[str, str], list[Any], list[str]]) -> None:
    certificate = verify(solve_item(*case))
    assert [(c.name, c.outcome, c.detail) for c in certificate.checks if c.outcome in ("failed", "undecided")] == []
    assert certificate.verdict == "proved"


def test_words_beyond_the_vocabulary_are_left_to_a_teacher() -> None:
    certificate = verify(solve_item(*SOLVE[-1]))
    assert certificate.verdict == "corroborated"
    assert certificate.check("statement").evidence == ("words beyond a bare request: 모두",)


FORMS = [
    ("$(x-2)(x-3)$을 전개하시오.", "(x-2)(x-3)", "expanded", "x^2-5x+6", ["x^2-3x-2x+6", "x^2-5x+6"]),
    ("$6x^2+7x-3$을 인수분해하시오.", "6x^2+7x-3", "factored", "(2x+3)(3x-1)", ["(3x-1)(2x+3)"]),
    ("$2a^2-8b^2$을 인수분해하시오.", "2a^2-8b^2", "factored", "2(a+2b)(a-2b)", ["2(a^2-4b^2)", "2(a+2b)(a-2b)"]),
    ("$3(x-1)-2(x+4)$를 간단히 하시오.", "3(x-1)-2(x+4)", "simplified", "x-11", ["3x-3-2x-8", "x-11"]),
    (
        "$\\sqrt{12}-\\sqrt{27}+\\sqrt{2}$를 간단히 하시오.",
        "sqrt(12)-sqrt(27)+sqrt(2)",
        "simplified",
        "sqrt(2)-sqrt(3)",
        [],
    ),
    ("$a^2\\times a^3\\div a$를 간단히 하시오.", "a^2*a^3÷a", "simplified", "a^4", ["a^5÷a", "a^4"]),
    ("$(2a^2)^3$을 간단히 하시오.", "(2a^2)^3", "simplified", "8a^6", []),
    ("$\\frac{12}{18}$를 기약분수로 나타내시오.", "12/18", "lowest_terms", "2/3", []),
    ("$\\frac{6}{\\sqrt{3}}$의 분모를 유리화하시오.", "6/sqrt(3)", "rationalized", "2sqrt(3)", []),
    ("$360$을 소인수분해하시오.", "360", "prime_factored", "2^3*3^2*5", []),
]


@pytest.mark.parametrize(("statement", "of", "form", "answer", "steps"), FORMS, ids=[case[0] for case in FORMS])
def test_right_transformations_are_proved(statement: str, of: str, form: str, answer: str, steps: list[str]) -> None:
    symbols = {name: "real" for name in "xab" if name in of.replace("sqrt", "")}
    model = Model(Ask("form", of=of, form=form), symbols)
    problem = Problem(statement, model, Answer((answer,)), solution=tuple(Step("", math) for math in steps))
    certificate = verify(problem)
    assert [(c.name, c.detail) for c in certificate.checks if c.outcome in ("failed", "undecided")] == []
    assert certificate.verdict == "proved"


VALUES: list[tuple[str, Language, str, list[str], dict[str, str], str]] = [
    ("$\\frac{1}{2}+\\frac{1}{3}$을 계산하시오.", "ko", "1/2+1/3", [], {}, "5/6"),
    ("Calculate $0.25\\times 0.4$.", "en", "0.25*0.4", [], {}, "0.1"),
    ("$(-2)^3-3^2$을 계산하시오.", "ko", "(-2)^3-3^2", [], {}, "-17"),
    ("$\\sqrt{18}\\times\\sqrt{2}$를 계산하시오.", "ko", "sqrt(18)*sqrt(2)", [], {}, "6"),
    (
        "$x+y=5$, $xy=6$일 때, $x^2+y^2$의 값을 구하시오.",
        "ko",
        "x^2+y^2",
        ["x+y=5", "x*y=6"],
        {"x": "real", "y": "real"},
        "13",
    ),
    (
        "$x+\\frac{1}{x}=3$일 때, $x^2+\\frac{1}{x^2}$의 값을 구하시오.",
        "ko",
        "x^2+1/x^2",
        ["x+1/x=3"],
        {"x": "real"},
        "7",
    ),
    ("$x=\\sqrt{2}+1$일 때, $x^2-2x$의 값을 구하시오.", "ko", "x^2-2x", ["x=sqrt(2)+1"], {"x": "real"}, "1"),
    ("If $3a-1=5$, find the value of $a^2+1$.", "en", "a^2+1", ["3a-1=5"], {"a": "real"}, "5"),
]


@pytest.mark.parametrize("case", VALUES, ids=[case[0] for case in VALUES])
def test_right_values_are_proved(case: tuple[str, Language, str, list[str], dict[str, str], str]) -> None:
    statement, language, of, given, symbols, answer = case
    problem = Problem(statement, Model(Ask("value", of=of), symbols, {}, tuple(given)), Answer((answer,)), language)
    certificate = verify(problem)
    assert [(c.name, c.detail) for c in certificate.checks if c.outcome in ("failed", "undecided")] == []
    assert certificate.verdict == "proved"


def test_no_solution_rests_on_a_count_of_its_own() -> None:
    certificate = verify(solve_item("이차방정식 $x^2+x+1=0$을 푸시오.", ["x^2+x+1=0"], {"x": "real"}, [], []))
    assert certificate.check("answer").evidence == (
        "x^2 + x + 1: discriminant -3, 0 real zeros by Sturm's count",
        "no solution: shown by the count above, not by an empty search",
    )


def test_choices_and_target_are_reproduced_by_mal_rules() -> None:
    problem = Problem(
        "이차방정식 $x^2-5x+6=0$을 푸시오.",
        Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x^2-5x+6=0",)),
        Answer(("2", "3")),
        choices=(Choice(("3", "2"), True), Choice(("-2", "-3"), misconception="sign-of-roots"), Choice(("1", "6"))),
        targets="sign-of-roots",
    )
    certificate = verify(problem)
    assert certificate.check("choices").outcome == "passed"
    assert certificate.check("targets").outcome == "passed"
    assert certificate.verdict == "proved"


def test_the_certificate_names_every_check_once_and_the_problem() -> None:
    problem = solve_item(*SOLVE[0])
    body = verify(problem).to_json()
    assert body["schema"] == "yuje.certificate/1"
    assert [check["name"] for check in body["checks"]] == [
        "parse", "statement", "answer", "unique", "domain", "form", "unit", "solution", "choices", "targets", "level",
        "novelty",
    ]  # fmt: skip
    assert body["problem_sha256"] == problem.sha256()


def test_word_problem_with_every_number_accounted_for_is_corroborated() -> None:
    problem = solve_item(
        "한 개에 500원인 사과와 800원인 배를 합하여 10개 사고 6800원을 냈다. "
        "사과의 개수를 $x$, 배의 개수를 $y$라 할 때, 각각의 개수를 구하시오.",
        ["x+y=10", "500x+800y=6800"], {"x": "natural", "y": "natural"}, [{"x": "4", "y": "6"}], [],
    )  # fmt: skip
    assert verify(problem).verdict == "corroborated"


def test_a_kind_that_is_not_known_is_undecided_with_the_reason() -> None:
    kind: Any = "sketch"
    certificate = verify(Problem("그리시오.", Model(Ask(kind, ("x",), of="x^2"), {"x": "real"}), Answer(("1",))))
    assert certificate.verdict == "undecided"
    assert certificate.check("parse").detail == "questions of kind 'sketch' are not verified yet"
