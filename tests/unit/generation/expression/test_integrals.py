"""Definite integrals against numerical quadrature, and derivatives by rule against difference quotients."""

from __future__ import annotations

import mpmath
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.expression.enclosure import enclose
from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.parser import parse_expression
from generation.expression.tree import Call, Sym

X, x = Sym("x"), sympy.Symbol("x")
whole = st.integers(-5, 5)


@pytest.fixture(autouse=True)
def _digits() -> None:
    mpmath.mp.dps = 50


def number(text: str) -> mpmath.mpf:
    return mpmath.mpf(sympy.N(by_sympy(text), 60))


def by_sympy(text: str) -> sympy.Expr:
    names = {"e": sympy.E, "ln": sympy.log, "abs": sympy.Abs, "max": sympy.Max, "min": sympy.Min}
    return sympy.sympify(text.replace("^", "**").replace("root(x, 3)", "x**(1/3)"), rational=True, locals=names)


def value(name: str, body: str, *ends: str) -> mpmath.mpf:
    found = exact(Call(name, (parse_expression(body), X, *(parse_expression(end) for end in ends))))
    low, _ = enclose(found.top, 200)
    below, _ = enclose(found.bottom, 200)
    return mpmath.mpf(low.numerator) / low.denominator / (mpmath.mpf(below.numerator) / below.denominator)


def quadrature(body: str, low: str, high: str, breaks: list[mpmath.mpf]) -> mpmath.mpf:
    a, b = number(low), number(high)
    inside = sorted({point for point in breaks if min(a, b) < point < max(a, b)}, reverse=a > b)
    return mpmath.quad(sympy.lambdify(x, by_sympy(body), "mpmath"), [a, *inside, b])


@pytest.mark.parametrize(
    ("body", "low", "high"),
    [
        ("exp(x)", "0", "1"), ("x*exp(x)", "0", "1"), ("1/x", "1", "e"), ("ln(x)", "1", "e"), ("x*ln(x)", "1", "e"),
        ("ln(x)/x", "1", "e"), ("sqrt(x)", "1", "4"), ("x*sqrt(x)", "1", "4"), ("(x+1)/sqrt(x)", "1", "4"),
        ("x^(2/3)", "1", "8"), ("root(x, 3)", "1", "8"), ("x*sqrt(x+1)", "0", "3"), ("sqrt(2*x+1)", "0", "4"),
        ("1/(x*(x+1))", "1", "2"), ("1/(x-1)^2", "2", "3"), ("(x^3+1)/(x^2+3*x+2)", "0", "2"), ("1/(2*x+1)", "0", "1"),
        ("cos(2*x)", "0", "pi/4"), ("sin(x)^2", "0", "pi"), ("(sin(x)+cos(x))^2", "0", "pi"), ("tan(x)", "0", "pi/4"),
        ("1/cos(x)^2", "0", "pi/4"), ("sin(pi*x)", "0", "1/2"), ("x^2*exp(-x)", "0", "1"), ("x*cos(x)", "0", "pi/2"),
        ("2^x", "0", "3"), ("(e^x+1)^2", "0", "1"), ("x^2-2", "sqrt(2)", "3"), ("x^3", "3", "1"),
    ],
)  # fmt: skip
def test_known_functions(body: str, low: str, high: str) -> None:
    assert mpmath.almosteq(value("integrate", body, low, high), quadrature(body, low, high, []), 1e-35)


@settings(max_examples=200, deadline=None)
@given(st.lists(whole, min_size=1, max_size=3), whole.filter(bool), whole, whole)
def test_areas_below_polynomials_with_known_zeros(zeros: list[int], factor: int, low: int, high: int) -> None:
    body = f"abs(({factor})*" + "*".join(f"(x-({zero}))" for zero in zeros) + ")"
    expected = quadrature(body, str(low), str(high), [mpmath.mpf(zero) for zero in zeros])
    assert mpmath.almosteq(value("integrate", body, str(low), str(high)), expected, 1e-30, 1e-30)


@settings(max_examples=200, deadline=None)
@given(whole.filter(bool), whole, whole, whole, whole)
def test_areas_between_a_parabola_and_a_line(a: int, b: int, c: int, m: int, k: int) -> None:
    body = f"abs(({a})*x^2+({b})*x+({c})-(({m})*x+({k})))"
    roots = mpmath.polyroots([a, b - m, c - k], maxsteps=200, extraprec=200)
    real = [root for root in roots if abs(mpmath.im(root)) < 1e-20]
    expected = quadrature(body, "-3", "4", [mpmath.re(root) for root in real])
    assert mpmath.almosteq(value("integrate", body, "-3", "4"), expected, 1e-25, 1e-25)


@pytest.mark.parametrize(
    ("body", "low", "high", "breaks"),
    [
        ("abs(sin(x))", "0", "2*pi", ["pi"]),
        ("abs(cos(pi*x))", "0", "2", ["1/2", "3/2"]),
        ("abs(ln(x))", "1/e", "e", ["1"]),
        ("abs(abs(x)-1)", "-2", "3", ["-1", "0", "1"]),
        ("max(x, x^2)", "0", "2", ["1"]),
        ("min(x, x^2)", "-1", "2", ["0", "1"]),
    ],
)
def test_pieces(body: str, low: str, high: str, breaks: list[str]) -> None:
    expected = quadrature(body, low, high, [number(point) for point in breaks])
    assert mpmath.almosteq(value("integrate", body, low, high), expected, 1e-30)


@pytest.mark.parametrize(
    ("body", "low", "high"),
    [
        ("1/x", "-1", "1"),
        ("1/x^2", "-1", "1"),
        ("tan(x)", "0", "pi"),
        ("ln(x)", "-1", "1"),
        ("sqrt(x)", "-1", "1"),
        ("1/(x^2-2)", "0", "2"),
        ("sqrt(x^2+1)", "0", "1"),
        ("floor(x)", "0", "2"),
        ("1/ln(x)", "2", "3"),
        ("(x^2-1)/(x-1)", "0", "2"),
        ("x^x", "1", "2"),
    ],
)
def test_poles_and_unknown_antiderivatives_are_refused(body: str, low: str, high: str) -> None:
    with pytest.raises(NotExactError):
        value("integrate", body, low, high)


@pytest.mark.parametrize(
    ("body", "at"),
    [
        ("x^3*exp(x)", "1"), ("sin(x)^2", "pi/6"), ("sqrt(x^2+1)", "1"), ("ln(x^2+1)", "2"), ("x^x", "1"),
        ("x^(3/2)", "4"), ("e^(2*x)", "0"), ("tan(x)", "pi/4"), ("2^x", "1"), ("root(x, 3)", "8"), ("abs(x)", "-2"),
        ("sin(cos(x))", "pi/2"), ("x^2*ln(x)", "e"), ("exp(x)/(x+1)", "1"), ("1/sqrt(x)", "4"),
    ],
)  # fmt: skip
def test_derivatives_by_rule(body: str, at: str) -> None:
    expected = mpmath.diff(sympy.lambdify(x, by_sympy(body), "mpmath"), number(at))
    assert mpmath.almosteq(value("diff", body, at), expected, 1e-20)


@pytest.mark.parametrize(("body", "at"), [("abs(x)", "0"), ("sqrt(x)", "0"), ("x^(3/2)", "0"), ("floor(x)", "1/2")])
def test_corners_and_edges_have_no_derivative_that_is_known(body: str, at: str) -> None:
    with pytest.raises(NotExactError):
        value("diff", body, at)


def test_no_derivative_where_the_function_has_no_value() -> None:
    with pytest.raises(UndefinedError):
        value("diff", "ln(x)", "-1")
