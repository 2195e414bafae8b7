"""Domains as sets; elimination against an independent library; structures and fingerprints."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.equivalence.real import number_value
from generation.expression.errors import ExpressionError, NotExactError
from generation.expression.exact import exact
from generation.expression.parser import parse_expression
from generation.expression.polynomial import Polynomial
from generation.problem import Ask, Model
from generation.verify.domains import read_domain
from generation.verify.signature import fingerprint, structure
from generation.verify.systems import eliminate

DOMAINS = [
    ("natural", ["1", "7"], ["0", "-1", "1/2", "sqrt(2)"]),
    ("integer", ["0", "-3"], ["1/2", "sqrt(2)"]),
    ("rational", ["1/2", "-3"], ["sqrt(2)", "pi"]),
    ("real", ["sqrt(2)", "-1/2", "pi"], []),
    ("positive", ["1/2", "sqrt(2)"], ["0", "-1"]),
    ("nonnegative", ["0", "sqrt(2)"], ["-1/2"]),
    ("[0, 2pi)", ["0", "pi", "6"], ["2pi", "-1", "7"]),
    ("(-1, 1]", ["1", "0"], ["-1", "2"]),
    ("(-oo, 0)", ["-5"], ["0", "1"]),
    ("1..6", ["1", "6"], ["0", "7", "3/2"]),
]


@pytest.mark.parametrize(("text", "inside", "outside"), DOMAINS)
def test_domains_hold_their_numbers(text: str, inside: list[str], outside: list[str]) -> None:
    domain = read_domain(text)
    assert [domain.contains(number_value(parse_expression(value))) for value in inside] == [True] * len(inside)
    assert [domain.contains(number_value(parse_expression(value))) for value in outside] == [False] * len(outside)


@pytest.mark.parametrize("text", ["", "reals", "[1, 0]", "1..", "[0, x)", "[0; 1]", "1..99999999999", "(0, 1, 2)"])
def test_what_is_no_domain_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        read_domain(text)


def _polynomials(*texts: str) -> list[Polynomial]:
    ratios = [exact(parse_expression(text)).polynomial() for text in texts]
    return [p for p in ratios if p is not None]


ENTRIES = st.integers(-6, 6)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(ENTRIES, ENTRIES, ENTRIES, ENTRIES), min_size=1, max_size=4))
def test_linear_systems_have_another_librarys_solutions(rows: list[tuple[int, int, int, int]]) -> None:
    texts = [f"({a})*x+({b})*y+({c})*z-({d})" for a, b, c, d in rows]
    found = eliminate(_polynomials(*texts), frozenset("xyz"))
    x, y, z = sympy.symbols("x y z")
    expected = sympy.linsolve([a * x + b * y + c * z - d for a, b, c, d in rows], x, y, z)
    if expected == sympy.S.EmptySet:
        assert found == []
        return
    [branch] = found
    [row] = expected
    assert len(branch.free) == len(row.free_symbols)
    if not branch.free:
        values = [branch.bound[name].rational() for name in "xyz"]
        assert values == [pytest.approx(int(v.p) / int(v.q)) for v in row]
        assert all(a * values[0] + b * values[1] + c * values[2] == d for a, b, c, d in rows)  # type: ignore[operator]


CURVES = [
    (("x+y-3", "x^2+y^2-5"), {(1, 2), (2, 1)}),
    (("x+y-5", "x*y-6"), {(2, 3), (3, 2)}),
    (("x^2+y^2-13", "x^2-y^2-5"), {(3, 2), (3, -2), (-3, 2), (-3, -2)}),
    (("x-y", "x^2+y^2+1"), set()),
    (("y-x^2", "y-2*x+1"), {(1, 1)}),
]


@pytest.mark.parametrize(("texts", "expected"), CURVES)
def test_systems_of_second_degree(texts: tuple[str, ...], expected: set[tuple[int, int]]) -> None:
    found = eliminate(_polynomials(*texts), frozenset("xy"))
    solutions: set[tuple[object, object]] = {(b.bound["x"].rational(), b.bound["y"].rational()) for b in found}
    assert solutions == expected


def test_what_elimination_does_not_solve_is_refused() -> None:
    with pytest.raises(NotExactError):
        eliminate(_polynomials("x^3+y^3+x*y-1", "x^2*y^2+x+y-5"), frozenset("xy"))


def _solve(*given_: str, names: str = "x") -> Model:
    return Model(Ask("solve", tuple(names)), dict.fromkeys(names, "real"), {}, given_)


SAME = [
    (_solve("x^2-5x+6=0"), _solve("t^2+6-5t=0", names="t")),
    (_solve("2x+3=7"), _solve("7=3+2x")),
    (_solve("x<3"), _solve("3>x")),
    (_solve("x+y=5", "x-y=1", names="xy"), _solve("b-a=1", "a+b=5", names="ab")),
    (Model(Ask("value", of="1/2+1/3")), Model(Ask("value", of="\\frac{1}{3}+\\frac{1}{2}"))),
]
DIFFERENT = [
    (_solve("x^2-5x+6=0"), _solve("x^2-6x+5=0")),
    (_solve("2x+3=7"), _solve("2x-3=7")),
    (_solve("x<3"), _solve("x>3")),
    (_solve("x+2y=5", "x-y=1", names="xy"), _solve("x+y=5", "x-2y=1", names="xy")),
    (
        Model(Ask("form", of="(x+1)(x-1)", form="expanded"), {"x": "real"}),
        Model(Ask("value", of="(x+1)(x-1)"), {"x": "real"}),
    ),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_names_order_and_writing_do_not_make_a_new_problem(a: Model, b: Model) -> None:
    assert fingerprint(a) == fingerprint(b)
    assert structure(a) == structure(b)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_other_numbers_do(a: Model, b: Model) -> None:
    assert fingerprint(a) != fingerprint(b)


STRUCTURES = [
    (_solve("x^2-5x+6=0"), _solve("x^2+x-12=0"), True),
    (_solve("x^2-5x+6=0"), _solve("x^2-9=0"), False),
    (_solve("2x+3=7"), _solve("7=x-5"), True),
    (_solve("2(x+3)=7"), _solve("2x+3=7"), False),
    (Model(Ask("value", of="1/2+1/3")), Model(Ask("value", of="3/4-2/5")), True),
    (Model(Ask("value", of="1/2+1/3")), Model(Ask("value", of="1/2*1/3")), False),
    (
        Model(Ask("form", of="a^2*a^3", form="simplified"), {"a": "real"}),
        Model(Ask("form", of="x^4*x^5", form="simplified"), {"x": "real"}),
        True,
    ),
]


@pytest.mark.parametrize(("a", "b", "same"), STRUCTURES)
def test_structure_is_what_stays_when_numbers_change(a: Model, b: Model, same: bool) -> None:
    assert (structure(a) == structure(b)) is same
