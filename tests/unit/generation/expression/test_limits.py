"""Limits against numbers close to the place, and against known results."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.expression.errors import NotExactError, UndefinedError
from generation.expression.exact import exact
from generation.expression.limits import Infinite, limit_of
from generation.expression.parser import parse_expression
from generation.expression.tree import Const, Expr, Neg, Sym, integer

x = sympy.Symbol("x")
whole = st.integers(-6, 6)
nonzero = whole.filter(bool)


def limit(body: str, name: str, place: str, side: int = 0) -> object:
    point: Expr = Const("oo") if place == "oo" else Neg(Const("oo")) if place == "-oo" else parse_expression(place)
    found = limit_of((parse_expression(body), Sym(name), point, *([integer(side)] if side else [])))
    return found.sign if isinstance(found, Infinite) else found


def same(found: object, expected: str) -> bool:
    return found == exact(parse_expression(expected))


@pytest.mark.parametrize(
    ("body", "place", "side", "expected"),
    [
        ("(x^2-1)/(x-1)", "1", 0, "2"),
        ("(sqrt(x)-1)/(x-1)", "1", 0, "1/2"),
        ("(x-2)/(sqrt(x+2)-2)", "2", 0, "4"),
        ("(root(x, 3)-2)/(x-8)", "8", 0, "1/12"),
        ("sqrt(x^2+x)-x", "oo", 0, "1/2"),
        ("sqrt(x^2+x)+x", "-oo", 0, "-1/2"),
        ("sqrt(x)*(sqrt(x+1)-sqrt(x))", "oo", 0, "1/2"),
        ("sin(x)/x", "0", 0, "1"),
        ("(1-cos(x))/x^2", "0", 0, "1/2"),
        ("(sin(x)-x)/x^3", "0", 0, "-1/6"),
        ("tan(2*x)/sin(3*x)", "0", 0, "2/3"),
        ("cos(x)/(x-pi/2)", "pi/2", 0, "-1"),
        ("(exp(x)-1)/x", "0", 0, "1"),
        ("ln(1+x)/x", "0", 0, "1"),
        ("(1+x)^(1/x)", "0", 0, "e"),
        ("(1+1/x)^x", "oo", 0, "e"),
        ("x^(1/x)", "oo", 0, "1"),
        ("x*ln(x)", "0", 1, "0"),
        ("ln(x+1)-ln(x)", "oo", 0, "0"),
        ("x^2*exp(-x)", "oo", 0, "0"),
        ("x*sin(1/x)", "0", 0, "0"),
        ("|x|/x", "0", 1, "1"),
        ("|x|/x", "0", -1, "-1"),
        ("(2^x+3^x)/(3^x-1)", "oo", 0, "1"),
        ("3^(x+1)/(3^x+2^x)", "oo", 0, "3"),
        ("x*(2/3)^x", "oo", 0, "0"),
        ("(-2)^x/3^x", "oo", 0, "0"),
        ("((x+h)^2-x^2)/h", "h", 0, "2x"),
    ],
)
def test_known_limits(body: str, place: str, side: int, expected: str) -> None:
    found = limit(body, "h", "0") if place == "h" else limit(body, "x", place, side)
    assert same(found, expected)


@pytest.mark.parametrize(
    ("body", "place", "side", "sign"),
    [
        ("1/x", "0", 1, 1),
        ("1/x", "0", -1, -1),
        ("1/x^2", "0", 0, 1),
        ("-x^3", "oo", 0, -1),
        ("ln(x)", "0", 1, -1),
        ("2^x", "oo", 0, 1),
        ("3^x/2^x", "oo", 0, 1),
    ],
)
def test_infinite_limits(body: str, place: str, side: int, sign: int) -> None:
    assert limit(body, "x", place, side) == sign


@pytest.mark.parametrize(
    ("body", "place"), [("|x|/x", "0"), ("1/x", "0"), ("(-1)^x", "oo"), ("(-2)^x", "oo"), ("floor(x)", "2")]
)
def test_sides_that_differ_and_values_that_jump_have_no_limit(body: str, place: str) -> None:
    with pytest.raises(UndefinedError):
        limit(body, "x", place)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("sin(x)", "oo"),
        ("sin(1/x)", "0"),
        ("sqrt(x)", "0"),
        ("1/(2+sin(x))", "oo"),
        ("a*x/(a*x+1)", "oo"),
        ("b/(b+x)", "0"),
    ],
)
def test_what_is_not_known_is_not_guessed(body: str, place: str) -> None:
    with pytest.raises(NotExactError):
        limit(body, "x", place)


@settings(max_examples=200, deadline=None)
@given(st.lists(whole, min_size=1, max_size=4), st.lists(whole, min_size=1, max_size=4), whole, st.integers(0, 2))
def test_rational_functions_with_common_zeros(p: list[int], q: list[int], at: int, common: int) -> None:
    factor = f"(x-({at}))^{common}*" if common else ""
    top, bottom = (f"{factor}({'+'.join(f'({c})*x^{k}' for k, c in enumerate(part))})" for part in (p, q))
    if not any(q):
        return
    body = sympy.sympify(f"({top})/({bottom})".replace("^", "**"))
    for side, sign in ((1, "+"), (-1, "-")):
        expected = sympy.limit(body, x, at, sign)
        found = limit(f"({top})/({bottom})", "x", str(at), side)
        assert found == (1 if expected == sympy.oo else -1) if expected.is_infinite else same(found, str(expected))


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 5), whole, whole, st.integers(1, 5), whole, whole)
def test_differences_of_roots_at_infinity(a: int, b: int, c: int, d: int, e: int, f: int) -> None:
    body = f"sqrt({a * a}*x^2+({b})*x+({c}))-sqrt({d * d}*x^2+({e})*x+({f}))"
    found = limit(body, "x", "oo")
    if a != d:
        assert found == (1 if a > d else -1)
    else:
        assert same(found, str(Fraction(b - e, 2 * a)))


@settings(max_examples=100, deadline=None)
@given(
    nonzero,
    nonzero,
    nonzero,
    st.sampled_from(["sin({a}*x)", "exp({a}*x)-1", "ln(1+{a}*x)", "tan({a}*x)", "sqrt(1+{a}*x)-1"]),
)
def test_first_terms_near_zero_by_numbers(a: int, b: int, c: int, form: str) -> None:
    body = f"({form})/(({{b}})*x+({{c}})*x^2)".format(a=f"({a})", b=b, c=c)
    found = limit(body, "x", "0")
    mpmath.mp.dps = 40
    step = mpmath.mpf(10) ** -15
    near = sympy.lambdify(x, sympy.sympify(body.replace("^", "**").replace("ln", "log")), "mpmath")(step)
    value = found.rational()  # type: ignore[attr-defined]
    assert abs(near - mpmath.mpf(value.numerator) / value.denominator) < 1e-10
