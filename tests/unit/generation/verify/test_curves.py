"""Equations as answers, values of one letter among others; held against sympy and against numbers put in."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy

from generation.expression.exact import exact
from generation.expression.parser import parse_expression
from generation.problem import Answer, Ask, Model, Problem
from generation.verify.certificate import Certificate
from generation.verify.domains import read_domain
from generation.verify.images import image
from generation.verify.verifier import verify

XY = {"x": "real", "y": "real"}
XYAB = {**XY, "a": "real", "b": "real"}


def certified(symbols: dict[str, str], given: list[str], unknowns: str, values: list[str]) -> Certificate:
    """The certificate of a question for the letters of ``unknowns``."""
    model = Model(Ask("solve", tuple(unknowns)), symbols, {}, tuple(given))
    return verify(Problem("식을 구하시오.", model, Answer(tuple(values))))


def outcomes(certificate: Certificate) -> tuple[str, ...]:
    return tuple(certificate.check(name).outcome for name in ("answer", "unique", "domain"))


RIGHT: list[tuple[dict[str, str], list[str], str, str]] = [
    (XY, ["y = x - 7 + (-4)"], "xy", "y = x - 11"),
    (XY, ["(x-1)^2+(y+2)^2 = 3^2"], "xy", "x^2 + y^2 - 2x + 4y - 4 = 0"),
    (XYAB, ["y = a*x+b", "3 = a+b", "7 = 3a+b"], "xy", "y = 2x + 1"),
    (XYAB, ["y = a*(x-b)^2", "b = 2", "8 = a*(4-b)^2"], "xy", "y = 2x^2 - 8x + 8"),
    ({**XY, "a": "positive"}, ["x^2 + y^2 = a^2", "a^2 = 25"], "xy", "x^2 + y^2 = 25"),
    (XY, ["2x + 3y = 6"], "y", "y = (6 - 2x)/3"),
    (XY, ["2x + 3y = 6"], "x", "x = 3 - 3y/2"),
    ({"V": "positive", "a": "positive", "h": "positive"}, ["V = a*h"], "h", "h = V/a"),
    ({"s": "real", "a": "real", "b": "real", "h": "real"}, ["s = (a+b)*h/2", "h != 0"], "a", "a = 2s/h - b"),
]
WRONG: list[tuple[dict[str, str], list[str], str, str]] = [
    (XY, ["y = x - 7 + (-4)"], "xy", "y = x + 11"),
    (XY, ["(x-1)^2+(y+2)^2 = 3^2"], "xy", "(x+1)^2 + (y-2)^2 = 9"),
    (XYAB, ["y = a*x+b", "3 = a+b", "7 = 3a+b"], "xy", "y = 2x - 1"),
    (XY, ["2x + 3y = 6"], "y", "y = 2 - 3x/2"),
    (XY, ["2x + 3y = 6"], "y", "3y = 6 - 2x"),
    (XY, ["x*y = 0"], "xy", "x^2*y = 0"),
    (XYAB, ["y = a*x+b", "3 = a+b", "7 = 3a+b"], "xy", "y = a*x + b"),
    (XY, ["2x + 3y = 6", "x = 3"], "y", "y = (6 - 2x)/3"),
    ({"V": "positive", "a": "positive", "h": "positive"}, ["V = a*h"], "h", "h = a/V"),
]
UNDECIDED: list[tuple[dict[str, str], list[str], str, str]] = [
    ({"V": "real", "a": "real", "h": "real"}, ["V = a*h"], "h", "h = V/a"),
    (XYAB, ["y = a*x+b", "3 = a+b"], "xy", "y = 2x + 1"),
    (XYAB, ["y = a*x+b", "a^2 = 4", "b = 1"], "xy", "y = 2x + 1"),
    (XY, ["x^2 + y^2 = -1"], "xy", "x^2 + y^2 = -2"),
    (XY, ["y = x", "x > 0"], "xy", "y = x"),
    (XY, ["y = x", "x != 0"], "xy", "y = x"),
    (XY, ["x + y = 5", "x - y = 1"], "y", "y = 5 - x"),
    ({"A": "real", "x": "real"}, ["A = -4x+2", "-5 < x < -3"], "A", "A = 2 - 4x"),
    ({"x": "integer", "y": "integer"}, ["2x = 4y"], "xy", "x = 2y"),
]


@pytest.mark.parametrize("case", RIGHT, ids=[case[3] for case in RIGHT])
def test_an_equation_that_says_the_same_passes(case: tuple[dict[str, str], list[str], str, str]) -> None:
    symbols, given, unknowns, key = case
    assert outcomes(certified(symbols, given, unknowns, [key])) == ("passed", "passed", "passed")


@pytest.mark.parametrize("case", WRONG, ids=[case[3] for case in WRONG])
def test_an_equation_that_says_something_else_fails(case: tuple[dict[str, str], list[str], str, str]) -> None:
    symbols, given, unknowns, key = case
    found = certified(symbols, given, unknowns, [key]).check("answer")
    if key == "x^2*y = 0":  # the same points, another equation
        assert found.outcome == "undecided"
    else:
        assert found.outcome == "failed"


@pytest.mark.parametrize("case", UNDECIDED, ids=[f"{case[1]} {case[3]}" for case in UNDECIDED])
def test_what_cannot_be_told_is_undecided(case: tuple[dict[str, str], list[str], str, str]) -> None:
    symbols, given, unknowns, key = case
    assert certified(symbols, given, unknowns, [key]).verdict in ("undecided", "refuted")
    assert certified(symbols, given, unknowns, [key]).check("answer").outcome == "undecided"


def test_the_values_of_one_letter_of_a_system() -> None:
    assert outcomes(certified(XY, ["x+y=5", "x-y=1"], "y", ["2"])) == ("passed",) * 3
    assert outcomes(certified(XY, ["x+y=3", "x^2+y^2=5"], "x", ["1", "2"])) == ("passed",) * 3
    assert certified(XY, ["x+y=3", "x^2+y^2=5"], "x", ["1"]).check("unique").outcome == "failed"
    assert certified(XY, ["x+y=3", "x^2+y^2=5"], "x", ["1", "2", "3"]).check("answer").outcome == "failed"
    assert certified(XY, ["x+y=3"], "x", ["1"]).check("answer").outcome == "undecided"


IMAGES = [
    ("A = -4x+2", "-5 < x < -3", "14 < A < 22"),
    ("A = x^2 - 2x", "0 <= x <= 3", "-1 <= A <= 3"),
    ("A = x^2", "-1 < x < 2", "0 <= A < 4"),
    ("A = x^3 - 3x", "x > 0", "A >= -2"),
    ("A = 1 - x/2", "x >= 4", "A <= -1"),
]


@pytest.mark.parametrize(("defined", "bounds", "key"), IMAGES, ids=[case[2] for case in IMAGES])
def test_the_values_of_a_function_of_a_bounded_letter(defined: str, bounds: str, key: str) -> None:
    symbols = {"A": "real", "x": "real"}
    assert outcomes(certified(symbols, [defined, bounds], "A", [key])) == ("passed",) * 3
    closed = key.replace("<=", "<").replace(">=", ">") if "=" in key else key.replace("<", "<=")
    assert "failed" in outcomes(certified(symbols, [defined, bounds], "A", [closed]))


@pytest.mark.parametrize("text", ["3*x-1", "x**2-4*x", "x**3-3*x", "x**4-2*x**2", "-2*x**2+1"])
@pytest.mark.parametrize("interval", ["[-2, 1]", "(0, 3)", "[-3, 3)", "(-1, 2]"])
def test_images_agree_with_real_roots(text: str, interval: str) -> None:
    function = exact(parse_expression(text.replace("**", "^"))).top
    found = image(function, "x", read_domain(interval).reals)
    x = sympy.Symbol("x")
    low, high = (sympy.Integer(end) for end in interval[1:-1].split(","))
    domain = sympy.Interval(low, high, interval[0] == "(", interval[-1] == ")")
    for numerator in range(-40, 60):
        value = Fraction(numerator, 3)
        shifted = sympy.Poly(sympy.sympify(text) - sympy.Rational(value.numerator, value.denominator), x)
        taken = any(root in domain for root in shifted.real_roots())
        assert found.contains(exact(parse_expression(str(value))).top) == taken, (value, found.describe())
