"""Systems of two equations of second degree: all real solutions, against another library and planted ones."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generation.expression.errors import BudgetError, NotExactError
from generation.expression.exact import exact
from generation.expression.parser import parse_expression
from generation.expression.polynomial import Polynomial
from generation.verify.resultant import resultant
from generation.verify.systems import eliminate, shown_row


def _polynomial(text: str) -> Polynomial:
    value = exact(parse_expression(text)).polynomial()
    assert value is not None
    return value


def _solutions(*texts: str) -> list[str]:
    return sorted(shown_row(branch.bound) for branch in eliminate([_polynomial(t) for t in texts], frozenset("xy")))


SYSTEMS = [
    (("x^2 + y^2 - 5", "x*y - 2"), ["x = -1, y = -2", "x = -2, y = -1", "x = 1, y = 2", "x = 2, y = 1"]),
    (("x^2 - x*y - 2y^2", "x^2 + y^2 - 5"), ["x = -2, y = -1", "x = 2, y = 1"]),
    (("x^2 + y^2 - 1", "x^2 + y^2 - 4"), []),
    (("x^2 + y^2 - 1", "x - y"), ["x = -sqrt(2)/2, y = -sqrt(2)/2", "x = sqrt(2)/2, y = sqrt(2)/2"]),
    (("x^2 + x*y - 6", "y^2 + x*y - 3"), ["x = -2, y = -1", "x = 2, y = 1"]),
    (("x^2 - y", "y^2 - x"), ["x = 0, y = 0", "x = 1, y = 1"]),
    (("x^2 + y^2 - 2", "x^2 - y^2"), ["x = -1, y = -1", "x = -1, y = 1", "x = 1, y = -1", "x = 1, y = 1"]),
    (("x*y - 1", "x^2 + y^2 - 1"), []),
]


@pytest.mark.parametrize(("equations", "solutions"), SYSTEMS)
def test_systems_have_exactly_their_solutions(equations: tuple[str, ...], solutions: list[str]) -> None:
    found = _solutions(*equations)
    expected = solutions
    if equations[0] == "x^2 - x*y - 2y^2":  # x = 2y or x = -y
        expected = sorted([*solutions, "x = -sqrt(10)/2, y = sqrt(10)/2", "x = sqrt(10)/2, y = -sqrt(10)/2"])
    assert found == sorted(expected)


def test_a_common_curve_is_refused() -> None:
    with pytest.raises(NotExactError):
        _solutions("(x*y - 1)*(x^2 - y)", "(x*y - 1)*(x - y^2)")
    with pytest.raises(BudgetError):
        _solutions("x^4*y^3 + y^2*x - 1", "x^3*y^4 + x^2 - 2*y - 1")


_SMALL = st.integers(-3, 3)


@settings(max_examples=60, deadline=None)
@given(_SMALL, _SMALL, st.tuples(*[_SMALL] * 5), st.tuples(*[_SMALL] * 5))
def test_planted_solutions_are_found(a: int, b: int, p: tuple[int, ...], q: tuple[int, ...]) -> None:
    x, y = sympy.symbols("x y")
    texts = []
    for c in (p, q):
        form = c[0] * x**2 + c[1] * x * y + c[2] * y**2 + c[3] * x + c[4] * y
        form -= form.subs({x: a, y: b})
        assume(form.has(x, y))
        texts.append(str(form).replace("**", "^"))
    try:
        branches = eliminate([_polynomial(text) for text in texts], frozenset("xy"))
    except (NotExactError, BudgetError):
        assume(False)
    point = {"x": Polynomial.constant(a), "y": Polynomial.constant(b)}
    assert any(branch.free or branch.bound == point for branch in branches)


@settings(max_examples=80, deadline=None)
@given(st.tuples(*[_SMALL] * 6), st.tuples(*[_SMALL] * 6))
def test_resultants_are_another_librarys(p: tuple[int, ...], q: tuple[int, ...]) -> None:
    x, y = sympy.symbols("x y")
    forms = [sum(k * t for k, t in zip(c, (x**2, x * y, y**2, x, y, 1), strict=True)) for c in (p, q)]
    assume(all(sympy.degree(form, y) > 0 for form in forms))
    first, second = (_polynomial(str(form).replace("**", "^")) for form in forms)
    ours = resultant(first, second, "y")
    theirs = sympy.Poly(sympy.resultant(*forms, y), x)
    assert ours.coefficients("x") == [Polynomial.constant(int(c)) for c in reversed(theirs.all_coeffs())]
