"""Derivatives, integrals and sums against sympy, which reads the same text in its own notation."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.expression.errors import BudgetError, NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.parser import parse_expression
from generation.expression.polynomial import Polynomial
from generation.expression.tree import Call, Expr, Sym, integer

X, K, N = Sym("x"), Sym("k"), Sym("n")
x, k, n = sympy.symbols("x k n")
whole = st.integers(-9, 9)
polynomials = st.lists(whole, min_size=1, max_size=6)


def text(coefficients: list[int], name: str = "x") -> str:
    return " + ".join(f"({c})*{name}^{e}" if e else f"({c})" for e, c in enumerate(coefficients))


def by_sympy(written: str) -> sympy.Expr:
    return sympy.sympify(written.replace("^", "**"), rational=True)


def value(name: str, body: str, *args: Expr) -> sympy.Expr:
    """What the package computes, for sympy."""
    ratio = exact(Call(name, (parse_expression(body), *args)))
    return _sum(ratio.top) / _sum(ratio.bottom)


def _sum(polynomial: Polynomial) -> sympy.Expr:
    return sympy.Add(
        *(
            sympy.Rational(c.numerator, c.denominator)
            * sympy.sqrt(root)
            * sympy.prod(sympy.Symbol(v) ** e for v, e in m)
            for (root, m), c in polynomial.terms.items()
        )
    )


@settings(max_examples=200, deadline=None)
@given(polynomials, polynomials, whole)
def test_derivatives_of_quotients_at_a_point(top: list[int], bottom: list[int], at: int) -> None:
    body = f"({text(top)})/({text(bottom)})"
    if not any(bottom):
        return
    below = by_sympy(text(bottom)).subs(x, at)
    if below == 0:
        with pytest.raises(UndefinedError):
            value("diff", body, X, integer(at))
        return
    assert value("diff", body, X, integer(at)) == sympy.diff(by_sympy(body), x).subs(x, at)


@settings(max_examples=200, deadline=None)
@given(polynomials, whole, whole)
def test_definite_integrals_of_polynomials(p: list[int], low: int, high: int) -> None:
    found = value("integrate", text(p), X, integer(low), integer(high))
    assert found == sympy.integrate(by_sympy(text(p)), (x, low, high))


@settings(max_examples=200, deadline=None)
@given(polynomials, whole, st.integers(0, 12))
def test_sums_one_by_one_and_up_to_a_letter(p: list[int], first: int, length: int) -> None:
    summand, last = by_sympy(text(p, "k")), first + length
    expected = sum(summand.subs(k, j) for j in range(first, last + 1))
    assert value("sum", text(p, "k"), K, integer(first), integer(last)) == expected
    closed = value("sum", text(p, "k"), K, integer(first), N)
    assert closed.subs(n, last) == expected


def test_products_one_by_one() -> None:
    assert value("product", "k/(k+1)", K, integer(1), integer(9)) == Fraction(1, 10)


@pytest.mark.parametrize(
    ("name", "body", "args", "error"),
    [
        ("integrate", "1/x^2", (X, integer(-1), integer(1)), NotExactError),  # runs over a pole
        ("integrate", "1/(x-1)", (X, integer(0), integer(2)), NotExactError),
        ("sum", "1/k", (K, integer(0), integer(3)), UndefinedError),
        ("sum", "1/k", (K, integer(1), integer(100_000)), BudgetError),
        ("sum", "sum(1/(j+k), j, 1, 300)", (K, integer(1), integer(300)), BudgetError),
        ("sum", "k", (K, integer(1), parse_expression("1/2")), UndefinedError),
        ("diff", "1/x", (X, integer(0)), UndefinedError),
        ("diff", "(x^2-1)/(x-1)", (X, integer(1)), UndefinedError),
    ],
)
def test_what_has_no_value_or_none_that_is_known(
    name: str, body: str, args: tuple[Expr, ...], error: type[Exception]
) -> None:
    with pytest.raises(error):
        exact(Call(name, (parse_expression(body), *args)))
