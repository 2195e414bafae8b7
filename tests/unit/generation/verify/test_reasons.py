"""The words of worked solutions against their lines."""

from __future__ import annotations

import pytest

from generation.problem import Answer, Ask, Model, Problem, Step
from generation.verify.checks import solution
from generation.verify.context import Context

EQUATION = ("$3x+5=-7$을 푸시오.", Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("3x+5=-7",)), ("-4",))
QUADRATIC = (
    "$2x^2+2x-5=0$을 푸시오.",
    Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("2x^2+2x-5=0",)),
    ("(-1 - sqrt(11))/2", "(-1 + sqrt(11))/2"),
)
FACTORED = ("$x^2-5x+6=0$을 푸시오.", Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x^2-5x+6=0",)), ("2", "3"))
ROOT = (
    "$\\frac{3}{\\sqrt{5}}$의 분모를 유리화하시오.",
    Model(Ask("form", of="3/sqrt(5)", form="rationalized")),
    ("3sqrt(5)/5",),
)
VALUE = (
    "$x=-3$일 때, $x^2+x-7$의 값을 구하시오.",
    Model(Ask("value", of="x^2+x-7"), {"x": "real"}, {}, ("x=-3",)),
    ("-1",),
)
LOWEST = ("$\\frac{42}{66}$을 약분하시오.", Model(Ask("form", of="42/66", form="lowest_terms")), ("7/11",))
MEDIAN = ("자료 $9, 3, 2, 15, 5$의 중앙값을 구하시오.", Model(Ask("value", of="median(9, 3, 2, 15, 5)")), ("5",))
VARIANCE = ("자료 $14, 6, 13, 7$의 분산을 구하시오.", Model(Ask("value", of="variance(14, 6, 13, 7)")), ("25/2",))
LCM = ("$6$, $4$의 최소공배수를 구하시오.", Model(Ask("value", of="lcm(6, 4)")), ("12",))
COMMON = (
    "$6x^2-9x$를 인수분해하시오.",
    Model(Ask("form", of="6x^2-9x", form="factored"), {"x": "real"}),
    ("3x(2x - 3)",),
)

THROUGH_POINT = (
    "함수 $y=\\frac{k}{x-3}+6$의 그래프가 점 $(7, 0)$을 지날 때, 상수 $k$의 값을 구하시오.",
    Model(Ask("value", of="k"), {"x": "real", "k": "real"}, {"f(x)": "k/(x-3)+6"}, ("f(7) = 0",)),
    ("-24",),
)
VERTEX = (
    "이차함수 $y=x^2-6x+15$의 그래프의 꼭짓점의 좌표가 $(p, q)$일 때, $p+q$의 값을 구하시오.",
    Model(
        Ask("value", of="p + q"),
        {"x": "real", "p": "real", "q": "real"},
        {"f(x)": "x^2-6x+15"},
        ("f(p+1) = f(p-1)", "q = f(p)"),
    ),
    ("9",),
)
DEVIATION = (
    "확률변수 $X$의 분포가 이항분포 $\\mathrm{B}(36, \\frac{1}{3})$일 때, $X$의 표준편차를 구하시오.",
    Model(Ask("value", of="sqrt(36*1/3*(1-1/3))")),
    ("2sqrt(2)",),
)
SLOPE = (
    "함수 $f(x)=x^5$에 대하여 $f'(3)$의 값을 구하시오.",
    Model(Ask("value", of="diff(f(x), x, 3)"), {"x": "real"}, {"f(x)": "x^5"}),
    ("405",),
)
POWER = ("$5^{3x}<125$를 푸시오.", Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("5^(3x) < 125",)), ("x < 1",))
VOLUME = (
    "닮음비가 $1:2$인 두 원뿔에서 작은 것의 부피가 $3$이다. 큰 것의 부피는?",
    Model(Ask("value", of="3*2^3")),
    ("24",),
)
DIVISIBLE = (
    "다항식 $x^3+ax^2+3x+6$이 $x-2$로 나누어떨어질 때, $a$의 값을 구하시오.",
    Model(Ask("value", of="a"), {"x": "real", "a": "real"}, {"f(x)": "x^3+ax^2+3x+6"}, ("f(2) = 0",)),
    ("-5",),
)

Item = tuple[str, Model, tuple[str, ...]]
FORMULA_LINE = "x = (-2 + sqrt(2^2 + 40))/4 or x = (-2 - sqrt(2^2 + 40))/4"
ROOTS_LINE = "x = (-1 - sqrt(11))/2 or x = (-1 + sqrt(11))/2"
OVER_ROOT: list[tuple[str, str | None]] = [
    ("분모와 분자에 각각 $?$를 곱하면", "(3*sqrt(5))/(sqrt(5)*sqrt(5))"),
    ("", "3sqrt(5)/5"),
]
TO_FACTOR = "합이 $-5$, 곱이 $6$인 두 수는 $?$과 $-3$이므로 인수분해하면"
MEAN = "평균은 $?$이고 편차는 차례대로 $4, -4, 3, -3$이다."
CASES: list[tuple[Item, list[tuple[str, str | None]], str, str]] = [
    (EQUATION, [("5를 이항하면", "3x = -12"), ("양변을 $?$으로 나누면", "x = -4")], "3", "4"),
    (EQUATION, [("", "3x = -12"), ("divide both sides by $?$", "x = -4")], "3", "-3"),
    (EQUATION, [("양변에 $?$를 곱하면", "6x + 10 = -14"), ("", "x = -4")], "2", "5"),
    (EQUATION, [("양변에 $?$을 곱하면", "-3x - 5 = 7"), ("", "x = -4")], "-1", "1"),
    (QUADRATIC, [("근의 공식에 $a=?$, $b=2$, $c=-5$를 대입하면", FORMULA_LINE), ("", ROOTS_LINE)], "2", "5"),
    (QUADRATIC, [("put $a=2$, $b=?$, $c=-5$ into the quadratic formula", FORMULA_LINE), ("", ROOTS_LINE)], "2", "-2"),
    (FACTORED, [(TO_FACTOR, "(x-2)(x-3)=0"), ("", "x = 2 or x = 3")], "-2", "-6"),
    (ROOT, OVER_ROOT, "\\sqrt{5}", "\\sqrt{3}"),
    (ROOT, OVER_ROOT, "\\sqrt{5}", "\\sqrt{1}"),
    (VALUE, [("$x=?$을 대입하면", "(-3)^2 + (-3) - 7"), ("", "-1")], "-3", "3"),
    (VALUE, [("put $x=?$", "(-3)^2 + (-3) - 7"), ("", "-1")], "-3", "-7"),
    (LOWEST, [("분자와 분모를 최대공약수 $?$으로 나누면", "7/11")], "6", "3"),
    (LOWEST, [("divide numerator and denominator by $?$", "7/11")], "6", "1"),
    (MEDIAN, [("크기순으로 나열하면 $2, 3, 5, 9, ?$", None), ("", "5")], "15", "5"),
    (VARIANCE, [(MEAN, None), ("", "(16 + 16 + 9 + 9)/4"), ("", "25/2")], "10", "9"),
    (VARIANCE, [("the mean is $10$, the deviations are $4, ?, 3, -3$", None), ("", "25/2")], "-4", "4"),
    (LCM, [("$6$과 $?$의 최소공배수이므로", "12")], "4", "3"),
    (COMMON, [("공통인수 $?$로 묶으면", "3x(2x - 3)")], "3x", "x"),
    (COMMON, [("take out the common factor $?$", "3x(2x - 3)")], "3x", "1x"),
]  # fmt: skip


def _check(item: Item, lines: list[tuple[str, str | None]], number: str) -> str:
    statement, model, key = item
    steps = tuple(Step(text.replace("?", number), math) for text, math in lines)
    return solution.check(Context(Problem(statement, model, Answer(key), solution=steps))).outcome


@pytest.mark.parametrize(("item", "lines", "right", "wrong"), CASES)
def test_a_number_in_the_words_is_the_one_of_the_lines(
    item: Item, lines: list[tuple[str, str | None]], right: str, wrong: str
) -> None:
    assert _check(item, lines, right) == "passed"
    assert _check(item, lines, wrong) == "failed"


PUT_IN = "2^3 + a*2^2 + 3*2 + 6 = 0"
NPQ = "sqrt(36*(1/3)*(2/3))"
UNHELD: list[tuple[Item, list[tuple[str, str | None]], str, str]] = [
    (THROUGH_POINT, [("$x=7$, $y=?$을 대입하면", "0 = k/4 + 6"), ("", "k = -24")], "0", "3"),
    (THROUGH_POINT, [("put $x=?$ and $y=0$", "0 = k/4 + 6"), ("", "k = -24")], "7", "6"),
    (VERTEX, [("$y=(x-?)^2+6$이므로", "p = 3 and q = 6"), ("", "p + q = 9")], "3", "2"),
    (VERTEX, [("as $y=(x-3)^?+6$", "p = 3 and q = 6"), ("", "p + q = 9")], "2", "4"),
    (DEVIATION, [("$\\sigma(X)=\\sqrt{np(?-p)}$이므로", NPQ), ("", "2sqrt(2)")], "1", "3"),
    (SLOPE, [("$f'(x)=?x^4$이므로", "5*3^4"), ("", "405")], "5", "3"),
    (SLOPE, [("as $f'(x)=5x^?$", "5*3^4"), ("", "405")], "4", "5"),
    (POWER, [("", "5^(3x) < 5^3"), ("as the base $?$ is larger than 1", "3x < 3"), ("", "x < 1")], "5", "3"),
    (POWER, [("", "5^(3x) < 5^3"), ("밑 $5$가 ?보다 크므로", "3x < 3"), ("", "x < 1")], "1", "3"),
    (VOLUME, [("부피의 비는 $1^3:?^3$이므로", "3*(2/1)^3"), ("", "24")], "2", "3"),
    (VOLUME, [("부피의 비는 $1^?:2^3$이므로", "3*(2/1)^3"), ("", "24")], "3", "4"),
    (DIVISIBLE, [("$x=?$를 대입한 값이 0이므로", PUT_IN), ("", "a = -5")], "2", "3"),
    (DIVISIBLE, [("the value at $x=2$ is ?", PUT_IN), ("", "a = -5")], "0", "3"),
    (FACTORED, [("합이 ?이고 곱이 6이므로", "(x-2)(x-3)=0"), ("", "x = 2 or x = 3")], "5", "7"),
]


@pytest.mark.parametrize(("item", "lines", "right", "wrong"), UNHELD)
def test_formulas_in_words_have_a_source(
    item: Item, lines: list[tuple[str, str | None]], right: str, wrong: str
) -> None:
    assert _check(item, lines, right) == "passed"
    assert _check(item, lines, wrong) in ("failed", "undecided")


def test_the_last_equation_is_about_what_is_asked() -> None:
    lines: list[tuple[str, str | None]] = [("", "0 = k/4 + 6"), ("", "k/4 + 6 = 0"), ("", "k + 24 = 0")]
    zero = (THROUGH_POINT[0], THROUGH_POINT[1], ("0",))
    assert _check(zero, lines, "") == "failed"


def test_words_are_judged_without_any_line() -> None:
    claim = Model(Ask("truth", claim="x = 6"), {"x": "real"}, {}, ("x^2 = 36",))
    item = ("'$x=6$이면 $x^2=36$이다.'의 역의 참, 거짓을 판별하시오.", claim, ("false",))
    assert _check(item, [("$x=?$일 때 성립하지 않으므로", None)], "-6") == "not_applicable"
    assert _check(item, [("$x=?$일 때 성립하지 않으므로", None)], "-5") == "undecided"


def test_a_number_from_nowhere_is_not_passed() -> None:
    lines: list[tuple[str, str | None]] = [("무게가 $?$인 상자를 생각하면", "3x = -12"), ("", "x = -4")]
    assert _check(EQUATION, lines, "12") == "passed"
    assert _check(EQUATION, lines, "17") == "undecided"


def test_a_false_equation_in_the_words() -> None:
    lines: list[tuple[str, str | None]] = [("$12=2^2\\times ?$이므로", "3x = -12"), ("", "x = -4")]
    assert _check(EQUATION, lines, "3") == "passed"
    assert _check(EQUATION, lines, "5") == "failed"


@pytest.mark.parametrize(
    "text", ["$", "양변을 $$로 나누면", "양변을 $x=$로 나누면", "양변을 $0$으로 나누면", "$\\frac$을 곱하면"]
)
def test_words_that_do_not_read_do_not_stop_the_check(text: str) -> None:
    assert _check(EQUATION, [(text, "3x = -12"), ("", "x = -4")], "1") in ("passed", "failed", "undecided")
