"""Forms: what is left to do is named; irreducibility is agreed with an independent library."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.expression.errors import NotExactError
from generation.expression.exact import exact
from generation.expression.parser import parse_expression
from generation.expression.polynomial import Polynomial
from generation.verify.forms import fault, number_fault
from generation.verify.irreducible import is_irreducible

IN_FORM = [
    ("expanded", "x^2-5x+6"),
    ("expanded", "x/2+3"),
    ("expanded", "(3x+1)/2"),
    ("expanded", "-x^2y+2/3*x"),
    ("factored", "(x-2)(x-3)"),
    ("factored", "2(x+2)"),
    ("factored", "(x-2)^2"),
    ("factored", "-3(x-1)^2"),
    ("factored", "(2-x)(x+3)"),
    ("factored", "1/2(x-2)(x+2)"),
    ("factored", "a(x+y)"),
    ("factored", "a^2b(x+y)"),
    ("factored", "(x+2y)(x+3y)"),
    ("factored", "(x^2+1)(x+1)(x-1)"),
    ("factored", "x^2+y^2"),
    ("factored", "x^4+1"),
    ("factored", "(x+y+1)(x-y)"),
    ("simplified", "5x-4"),
    ("simplified", "(5x-1)/6"),
    ("simplified", "3sqrt(2)+sqrt(3)"),
    ("simplified", "sqrt(2)/2"),
    ("simplified", "(3+sqrt(5))/2"),
    ("simplified", "a^5"),
    ("simplified", "1/a^3"),
    ("simplified", "(x+1)/(x-1)"),
    ("simplified", "2^7"),
    ("simplified", "root(2, 3)"),
    ("simplified", "3root(4, 3)/2"),
    ("simplified", "log(5, 2)"),
    ("simplified", "log(5)/log(2)"),
    ("simplified", "1 + ln(3)"),
    ("simplified", "e^2"),
    ("simplified", "sqrt(2 + sqrt(2))"),
    ("lowest_terms", "3/4"),
    ("lowest_terms", "-5"),
    ("prime_factored", "2^3*3"),
    ("vertex", "2(x-1)^2+3"),
    ("vertex", "-(x+1)^2-4"),
    ("vertex", "(x-1/2)^2"),
    ("rationalized", "2sqrt(3)/3"),
    ("rationalized", "sqrt(3)-1"),
]
OUT_OF_FORM = [
    ("expanded", "(x-2)(x-3)", "'x - 2' is not written out"),
    ("expanded", "2*3x", "'2*(3x)' is not multiplied out"),
    ("expanded", "x*x", "'x*x' is not multiplied out"),
    ("expanded", "x^2+2x+3x", "like terms are left: '3x' and another"),
    ("expanded", "2/4x", "the fraction 2/4 is not in lowest terms"),
    ("expanded", "1x", "the factor 1 in '1x'"),
    ("expanded", "x+0", "a term is zero"),
    ("expanded", "(4x+2)/2", "'(4x + 2)/2' can be reduced"),
    ("factored", "2x+4", "the factor '2x + 4' has the number 2 in common"),
    ("factored", "2(2x+4)", "the factor '2x + 4' has the number 2 in common"),
    ("factored", "(x-2)(x-2)", "the factor 'x - 2' occurs twice; write a power"),
    ("factored", "(x-2)(2-x)", "the factor '2 - x' occurs twice; write a power"),
    ("factored", "x(x^2-1)", "the factor 'x^2 - 1' can be factored further"),
    ("factored", "x^4+4", "the factor 'x^4 + 4' can be factored further"),
    ("factored", "x*y+x+y+1", "the factor 'x*y + x + y + 1' can be factored further"),
    ("factored", "x^2+2x*y+y^2-1", "the factor 'x^2 + 2x*y + y^2 - 1' can be factored further"),
    ("factored", "2*3(x+1)", "more than one number among the factors, or a factor 1"),
    ("simplified", "sqrt(8)", "√8 is not simplified"),
    ("simplified", "3sqrt(2)+sqrt(2)", "like terms are left: 'sqrt(2)' and another"),
    ("simplified", "sqrt(2)*sqrt(3)", "'sqrt(2)*sqrt(3)' is not multiplied out"),
    ("simplified", "1/sqrt(2)", "'1/sqrt(2)' is not written out"),
    ("simplified", "(2+4sqrt(5))/2", "'(2 + 4sqrt(5))/2' can be reduced"),
    ("simplified", "root(16, 3)", "'root(16, 3)' is not simplified: 2root(2, 3)"),
    ("simplified", "root(8, 3)", "'root(8, 3)' is 2"),
    ("simplified", "log(8, 2)", "'log(8, 2)' is 3"),
    ("simplified", "log(8)/log(2)", "'log(8)/log(2)' is 3"),
    ("simplified", "sqrt(3 + 2sqrt(2))", "'sqrt(3 + 2sqrt(2))' is not simplified: sqrt(2) + 1"),
    ("simplified", "a^2*a^3", "'a^2*a^3' is not multiplied out"),
    ("simplified", "a/a^3", "'a/a^3' can be reduced"),
    ("simplified", "(x^2-1)/(x-1)", "'(x^2 - 1)/(x - 1)' can be reduced"),
    ("simplified", "(2x)/(4y)", "'2x/(4y)' can be reduced"),
    ("lowest_terms", "6/8", "the fraction 6/8 is not in lowest terms"),
    ("lowest_terms", "4/1", "the fraction 4/1 is not in lowest terms"),
    ("lowest_terms", "0.75", "'0.75' is not a fraction in lowest terms"),
    ("prime_factored", "4*3", "'4' is no power of a prime"),
    ("prime_factored", "2*2*3", "a prime occurs twice; write a power"),
    ("vertex", "2(x-1)^2+x", "a square and a number are expected"),
    ("vertex", "(2x-1)^2", "the unknown in the square has the coefficient 1"),
    ("rationalized", "2/sqrt(3)", "a root stands below the fraction bar in '2/sqrt(3)'"),
]


@pytest.mark.parametrize(("form", "text"), IN_FORM)
def test_what_is_in_form_has_no_fault(form: str, text: str) -> None:
    assert fault(form, parse_expression(text)) is None


@pytest.mark.parametrize(("form", "text", "left_to_do"), OUT_OF_FORM)
def test_what_is_left_to_do_is_named(form: str, text: str, left_to_do: str) -> None:
    assert fault(form, parse_expression(text)) == left_to_do


@pytest.mark.parametrize("text", ["3", "-1/2", "0.25", "2 1/2", "-2 1/2", "50%", "sqrt(3)", "(1-sqrt(5))/2", "2pi"])
def test_numbers_as_school_writes_them_are_fine(text: str) -> None:
    assert number_fault(parse_expression(text)) is None


@pytest.mark.parametrize(
    "text", ["2/4", "2 2/4", "sqrt(4)", "6/3", "1+1", "3*5", "2/sqrt(2)", "sqrt(2)+sqrt(8)", "2/4%"]
)
def test_numbers_with_something_left_to_do_are_not(text: str) -> None:
    assert number_fault(parse_expression(text)) is not None


def test_a_form_that_is_not_built_is_undecided() -> None:
    with pytest.raises(NotExactError, match="the form 'partial_fractions' is not verified yet"):
        fault("partial_fractions", parse_expression("x"))


def _polynomial(text: str) -> Polynomial:
    polynomial = exact(parse_expression(text)).polynomial()
    assert polynomial is not None
    return polynomial


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(-6, 6), min_size=3, max_size=6).filter(lambda c: c[-1] != 0))
def test_irreducibility_in_one_letter_is_agreed(coefficients: list[int]) -> None:
    text = "+".join(f"({c})*x^{k}" if k else f"({c})" for k, c in enumerate(coefficients))
    x = sympy.Symbol("x")
    expected = sympy.Poly(list(reversed(coefficients)), x).is_irreducible
    assert is_irreducible(_polynomial(text)) in (expected, None)
    if len(coefficients) <= 6:
        assert is_irreducible(_polynomial(text)) == expected


TERMS = st.lists(
    st.tuples(st.integers(-4, 4).filter(bool), st.integers(0, 2), st.integers(0, 2)), min_size=2, max_size=4
)


@settings(max_examples=200, deadline=None)
@given(TERMS, TERMS)
def test_irreducibility_in_two_letters_is_never_wrong(
    a: list[tuple[int, int, int]], b: list[tuple[int, int, int]]
) -> None:
    for terms in (a, b):
        text = "+".join(f"({c})" + (f"*x^{i}" if i else "") + (f"*y^{k}" if k else "") for c, i, k in terms)
        polynomial = _polynomial(text)
        if len(polynomial.variables) < 2 or polynomial.content() != 1:
            continue
        x, y = sympy.symbols("x y")
        whole = sympy.Poly(sum(c * x**i * y**k for c, i, k in terms), x, y)
        assert is_irreducible(polynomial) in (whole.is_irreducible, None), text
