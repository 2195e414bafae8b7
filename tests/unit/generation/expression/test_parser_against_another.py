"""What the parser makes of a text has the value that an independent parser computes; ± gives both signs."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy.parsing.sympy_parser import parse_expr, rationalize, standard_transformations

from generation.expression.errors import BudgetError, ParseError, UndefinedError
from generation.expression.exact import exact
from generation.expression.formulas import formulas
from generation.expression.numeric import close, value_at
from generation.expression.parser import parse, parse_expression
from generation.expression.polynomial import MAX_DEGREE
from generation.expression.render import infix

DIGITS = st.integers(0, 20).map(str)
ATOMS = st.one_of(DIGITS, st.sampled_from(["x", "y"]), st.integers(1, 99).map(lambda n: f"{n / 4}"))


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(parts, st.sampled_from([" + ", " - ", "*"]), parts).map("".join)
    return st.one_of(
        pairs,
        pairs.map(lambda text: f"({text})"),
        parts.map(lambda text: f"-({text})"),
        st.tuples(parts, st.integers(0, 3)).map(lambda t: f"({t[0]})^{t[1]}"),
        st.tuples(parts, parts).map(lambda t: f"({t[0]})/({t[1]})"),
    )


TEXTS = st.recursive(ATOMS, _joined, max_leaves=8)
POINT = {"x": Fraction(3, 7), "y": Fraction(-5, 2)}


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_values_are_another_parsers(text: str) -> None:
    """The text is generated here, so it is safe to hand it to a parser that evaluates."""
    other = parse_expr(text.replace("^", "**"), transformations=(*standard_transformations, rationalize), evaluate=True)
    value = other.subs({name: sympy.Rational(q.numerator, q.denominator) for name, q in POINT.items()})
    mine = parse_expression(text)
    if value.has(sympy.zoo, sympy.nan):
        return
    computed = value_at(mine, POINT)
    if computed is None:  # 0^0 and what it takes part in: undefined here, 1 there
        with pytest.raises(UndefinedError):
            exact(parse_expression(_at_point(text)))
        return
    assert close(computed, sympy.N(value, 70)._to_mpmath(250)), text


def _at_point(text: str) -> str:
    return text.replace("x", "(3/7)").replace("y", "(-5/2)")


BOTH = [
    ("±3", "3, -3"),
    ("x = ±2", "x = 2 or x = -2"),
    ("x = \\frac{-3\\pm\\sqrt{5}}{2}", "x = (-3 + sqrt(5))/2 or x = (-3 - sqrt(5))/2"),
    ("1±2∓3", "1 + 2 - 3, 1 - 2 + 3"),
]


@pytest.mark.parametrize(("text", "both"), BOTH)
def test_plus_or_minus_is_both(text: str, both: str) -> None:
    assert infix(parse(text)) == both


@pytest.mark.parametrize("text", ["±", "x±", "1, ±2", "(1, ±2)"])
def test_plus_or_minus_out_of_place_is_refused(text: str) -> None:
    with pytest.raises(ParseError):
        parse(text)


def test_plus_or_minus_stands_in_formulas_of_plain_text() -> None:
    assert formulas("해는 x=±2이다.") == ["x=±2"]


def test_lists_of_coefficients_are_bounded() -> None:
    polynomial = exact(parse_expression(f"x^{MAX_DEGREE + 1}")).polynomial()
    assert polynomial is not None
    with pytest.raises(BudgetError):
        polynomial.coefficients("x")


NUMERIC = [
    ("sqrt(2)^2", "2"),
    ("root(-8, 3)", "-2"),
    ("log(8, 2)", "3"),
    ("ln(e^2)", "2"),
    ("sin(30°)", "0.5"),
    ("|1-pi|", "pi-1"),
    ("2 1/2%", "0.025"),
]


@pytest.mark.parametrize(("text", "value"), NUMERIC)
def test_numeric_values(text: str, value: str) -> None:
    assert close(value_at(parse_expression(text), {}), value_at(parse_expression(value), {}))


@pytest.mark.parametrize(
    "text", ["1/0", "sqrt(-1)", "(-8)^(1/3)", "0^0", "log(0)", "i", "oo", "x", "9^9^9", "exp(10^9)"]
)
def test_no_value_where_there_is_none(text: str) -> None:
    assert value_at(parse_expression(text), {}) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Find the product 3×4.", ["3×4"]),
        ("the mode of 3, 4, 4", ["3, 4, 4"]),
        ("max(2, 3)을 구하시오", ["max(2, 3)"]),
        ("log 8의 값", ["log 8"]),
    ],
)
def test_words_that_name_functions_are_formulas_only_with_their_brackets(text: str, found: list[str]) -> None:
    assert formulas(text) == found
