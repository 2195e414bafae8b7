"""Roots, counts and sets of reals against an independent library and against membership at points."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.equivalence.real import ascending, between, enclose, floor, number_value, order, sign
from generation.equivalence.realset import EMPTY, REALS, RealSet
from generation.equivalence.relations import solution_set
from generation.equivalence.univariate import common_divisor, count_real_roots, real_roots, times, trimmed
from generation.expression.errors import BudgetError, NotExactError
from generation.expression.normal import polynomial_tree
from generation.expression.parser import parse_expression, parse_logic
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix

COEFFICIENTS = st.lists(st.integers(-9, 9), min_size=2, max_size=6).map(
    lambda c: trimmed([Fraction(k) for k in c])
).filter(lambda p: len(p) > 1)  # fmt: skip


def _sympy(p: list[Fraction]) -> sympy.Poly:
    return sympy.Poly([sympy.Rational(c.numerator, c.denominator) for c in reversed(p)], sympy.Symbol("x"))


@settings(max_examples=300, deadline=None)
@given(COEFFICIENTS)
def test_the_number_of_real_roots_is_another_librarys(p: list[Fraction]) -> None:
    assert count_real_roots(p) == len(set(_sympy(p).real_roots()))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(*[st.integers(-5, 5)] * 3).filter(any), min_size=1, max_size=3))
def test_products_of_quadratics_have_exactly_their_roots(factors: list[tuple[int, int, int]]) -> None:
    p = [Fraction(1)]
    for factor in factors:
        p = times(p, trimmed([Fraction(c) for c in factor]))
    if len(p) < 2:
        return
    roots = real_roots(p)
    expected = sorted(set(_sympy(p).real_roots()))
    assert len(roots) == len(expected)
    for root, other in zip(roots, expected, strict=True):
        low, high = enclose(root, 100)
        assert (
            sympy.Rational(low.numerator, low.denominator) <= other <= sympy.Rational(high.numerator, high.denominator)
        )


def test_roots_are_written_as_school_writes_them() -> None:
    roots = real_roots([Fraction(c) for c in (1, 3, 1)])
    assert [infix(polynomial_tree(root)) for root in roots] == ["-sqrt(5)/2 - 3/2", "sqrt(5)/2 - 3/2"]


def test_a_root_beyond_radicals_is_refused_not_lost() -> None:
    with pytest.raises(NotExactError):
        real_roots([Fraction(c) for c in (1, -3, 0, 1)])
    assert real_roots([Fraction(c) for c in (1, 0, 0, 0, 1)]) == []
    with pytest.raises(BudgetError):
        real_roots([Fraction(c) for c in (-1, *[0] * 29, 1)])


@pytest.mark.parametrize(
    ("coefficients", "written"),
    [
        ((-2, 0, 0, 1), ["root(2, 3)"]),
        ((2, 0, 0, -3, 0, 0, 1), ["1", "root(2, 3)"]),
        ((-3, 3, -3, 1), ["1 + root(2, 3)"]),
        ((-2, 0, 0, 0, 1), ["-root(2, 4)", "root(2, 4)"]),
        ((1, 0, -10, 0, 1), None),
        ((2, 0, -4, 0, 1), None),
    ],
)
def test_roots_of_powers_are_exact(coefficients: tuple[int, ...], written: list[str] | None) -> None:
    p = [Fraction(c) for c in coefficients]
    roots = real_roots(p)
    if written is not None:
        assert [infix(polynomial_tree(root)) for root in roots] == written
    expected = sorted(set(_sympy(p).real_roots()))
    assert len(roots) == len(expected)
    for root, other in zip(roots, expected, strict=True):
        low, high = enclose(root, 120)
        assert abs(float(low) - float(other)) < 1e-9
        assert abs(float(high) - float(other)) < 1e-9


def test_common_divisor_of_products() -> None:
    shared = [Fraction(-2), Fraction(1)]
    a, b = times(shared, [Fraction(1), Fraction(1)]), times(shared, [Fraction(5), Fraction(3)])
    assert common_divisor(a, b) == shared


SURDS = st.builds(
    lambda a, b, n: f"({a})+({b})*sqrt({n})", st.integers(-9, 9), st.integers(-9, 9), st.integers(0, 30)
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(SURDS, SURDS)
def test_surds_are_ordered_as_their_values(a: str, b: str) -> None:
    first, second = number_value(parse_expression(a)), number_value(parse_expression(b))
    x, y = sympy.sympify(a), sympy.sympify(b)
    assert order(first, second) == int(sympy.sign(sympy.simplify(x - y)))
    assert floor(first) == int(sympy.floor(x))
    if order(first, second) < 0:
        middle = Polynomial.constant(between(first, second))
        assert ascending([second, middle, first]) == [first, middle, second]


def test_pi_has_its_place_among_numbers() -> None:
    assert sign(number_value(parse_expression("pi - 3.14159265358979323846264338327950288419"))) == 1
    assert sign(number_value(parse_expression("pi - 3.14159265358979323846264338327950288420"))) == -1
    assert sign(number_value(parse_expression("pi^2 - 10"))) == -1


SETS = [
    ("x^2-x-6>0", "x < -2 or x > 3"),
    ("-3<2x-1<=5", "-1 < x <= 3"),
    ("(x-1)/(x+2)<=0", "-2 < x <= 1"),
    ("x^2/x = x", "x < 0 or x > 0"),
    ("1/(x-1) = 0", "none"),
    ("x/(1/(x-1)) = 0", "x = 0"),
    ("x^(-1) > 0", "x > 0"),
    ("x^0 = 1", "x < 0 or x > 0"),
    ("(x-1)^2<=0", "x = 1"),
    ("x^2+1<0", "none"),
    ("sqrt(2)*x>2", "x > sqrt(2)"),
    ("x^2<=2", "-sqrt(2) <= x <= sqrt(2)"),
    ("x<1 or x>=1", "all"),
    ("x != 0 and x^2 = x", "x = 1"),
]


@pytest.mark.parametrize(("relation", "described"), SETS)
def test_relations_describe_their_sets(relation: str, described: str) -> None:
    assert solution_set(parse_logic(relation), "x").describe() == described


RELATIONS = st.builds(
    lambda a, b, c, op: parse_logic(f"({a})x^2+({b})x+({c}) {op} 0"),
    st.integers(-4, 4), st.integers(-6, 6), st.integers(-6, 6), st.sampled_from(["=", "!=", "<", "<=", ">", ">="]),
).map(lambda logic: solution_set(logic, "x"))  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(RELATIONS, RELATIONS, st.builds(Fraction, st.integers(-40, 40), st.integers(1, 6)))
def test_sets_are_combined_as_membership_is(a: RealSet, b: RealSet, x: Fraction) -> None:
    point = Polynomial.constant(x)
    inside = a.contains(point), b.contains(point)
    assert (a & b).contains(point) == all(inside)
    assert (a | b).contains(point) == any(inside)
    assert (a - b).contains(point) == (inside[0] and not inside[1])
    assert a.complement().contains(point) == (not inside[0])
    assert (a | a.complement()) == REALS
    assert (a & a.complement()) == EMPTY
