"""Expressions with functions of letters: what sympy calls equal, and what it does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.equivalence.values import compare_values
from generation.expression.parser import parse_expression


def compared(a: str, b: str) -> str:
    return compare_values(parse_expression(a), parse_expression(b))


@pytest.mark.parametrize(
    ("a", "b", "wrong"),
    [
        ("x*exp(x)+exp(x)", "(x+1)*e^x", "x*e^x"),
        ("2^(x+3)", "8*2^x", "6*2^x"),
        ("4^x-2^(2x)+1", "1", "2"),
        ("6^x", "2^x*3^x", "2^x+3^x"),
        ("sin(x)^2+cos(x)^2", "1", "0"),
        ("tan(x)*cos(x)", "sin(x)", "cos(x)"),
        ("sin(-x)", "-sin(x)", "sin(x)"),
        ("cos(1-x)", "cos(x-1)", "sin(x-1)"),
        ("sqrt(x+1)^2", "x+1", "x"),
        ("1/(sqrt(x)+1)", "(sqrt(x)-1)/(x-1)", "sqrt(x)-1"),
        ("x^(3/2)", "x*sqrt(x)", "sqrt(x)"),
        ("log(x, 4)", "log(x, 2)/2", "2*log(x, 2)"),
        ("ln(2x-2)+ln(2(x-1))", "2*ln(2x-2)", "ln(2x-2)"),
        ("diff(x^2*sin(x), x)", "2x*sin(x)+x^2*cos(x)", "2x*cos(x)"),
        ("diff(ln(x^2+1), x)", "2x/(x^2+1)", "1/(x^2+1)"),
        ("diff(sqrt(x), x)", "1/(2*sqrt(x))", "1/sqrt(x)"),
        ("diff(e^(2x), x)", "2e^(2x)", "e^(2x)"),
        ("diff(tan(x), x)", "1/cos(x)^2", "1/sin(x)^2"),
    ],
)
def test_known_identities(a: str, b: str, wrong: str) -> None:
    assert compared(a, b) == "equal"
    assert compared(a, wrong) == "different"


@pytest.mark.parametrize(
    ("a", "b"),
    [("a*sin(x)+b*x", "a*sin(x)+a*x"), ("2^x*3^y", "6^(x+y)"), ("sqrt(x*y)", "sqrt(x)*y"), ("e^x*e^y", "e^(x*y)")],
)
def test_several_letters_are_not_taken_for_each_other(a: str, b: str) -> None:
    assert compared(a, b) == "different"
    assert compared(a, a.replace("x", "(x+0)")) == "equal"


small = st.integers(-3, 3)


@settings(max_examples=200, deadline=None)
@given(small, small, small, small, st.sampled_from(["sin(x)", "2^x", "ln(x)", "sqrt(x+4)", "e^(x+1)"]))
def test_products_multiplied_out(a: int, b: int, c: int, d: int, function: str) -> None:
    product = f"(({a})*{function}+({b})*x)*(({c})*{function}+({d}))"
    sum_ = f"({a * c})*({function})^2+({a * d})*{function}+({b * c})*x*{function}+({b * d})*x"
    assert compared(product, sum_) == "equal"
    assert compared(product, f"{sum_}+1") == "different"
