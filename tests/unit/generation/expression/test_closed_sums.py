"""Sums up to a letter and without end against adding up."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.expression.closed_sums import closed_sum, sum_without_end
from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.parser import parse_expression
from generation.expression.tree import Sym, integer

whole = st.integers(-5, 5)
N = Sym("n")


def up_to(body: str, first: int, last: int) -> Fraction | None:
    """The closed form with n, then a number put in."""
    closed = closed_sum(parse_expression(body), "k", integer(first), integer(last))
    return exact(closed).rational()


@settings(max_examples=200, deadline=None)
@given(whole, whole, whole, st.integers(-4, 4).filter(bool), st.integers(1, 4), st.integers(-3, 3), st.integers(0, 8))
def test_polynomials_times_powers(a: int, b: int, c: int, top: int, bottom: int, first: int, length: int) -> None:
    ratio = Fraction(top, bottom)
    body = f"(({a})*k^2+({b})*k+({c}))*({ratio})^k+({c})*k"
    expected = sum(((a * k * k + b * k + c) * ratio**k + c * k for k in range(first, first + length + 1)), Fraction(0))
    assert up_to(body, first, first + length) == expected


@settings(max_examples=200, deadline=None)
@given(whole, st.integers(1, 5), st.integers(1, 4), st.integers(0, 4), st.integers(0, 9))
def test_fractions_that_telescope(c: int, step: int, shift: int, more: int, length: int) -> None:
    body = f"({c})/((k+{shift})*(k+{shift + step}))+({more})/(2k-1)-({more})/(2k+3)"
    expected = sum(
        (
            Fraction(c, (k + shift) * (k + shift + step)) + Fraction(more, 2 * k - 1) - Fraction(more, 2 * k + 3)
            for k in range(1, length + 2)
        ),
        Fraction(0),
    )
    assert up_to(body, 1, length + 1) == expected
    symbolic = exact(closed_sum(parse_expression(body), "k", integer(1), N))
    point = Fraction(length + 1)
    value = [
        sum(c * point ** dict(m).get("n", 0) for (_, m), c in part.terms.items())
        for part in (symbolic.top, symbolic.bottom)
    ]
    assert value[0] / value[1] == expected


@settings(max_examples=100, deadline=None)
@given(whole, st.integers(-8, 8), st.integers(0, 4))
def test_geometric_series(a: int, top: int, first: int) -> None:
    ratio = Fraction(top, 9)
    expected = a * ratio**first / (1 - ratio) if top else Fraction(0)
    if top:
        found = sum_without_end(parse_expression(f"({a})*({ratio})^k"), "k", integer(first))
        assert found.rational() == expected


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("1/(k*(k-3))", UndefinedError),
        ("1/k", NotExactError),
        ("2^k", NotExactError),
        ("(-1)^k", NotExactError),
        ("1/k^2", NotExactError),
        ("sin(k)", NotExactError),
    ],
)
def test_what_has_no_sum_or_none_that_is_known(body: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        sum_without_end(parse_expression(body), "k", integer(1))
