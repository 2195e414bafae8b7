"""The right procedures of high school against answers worked out by hand; limits and integrals against sympy."""

from __future__ import annotations

from itertools import combinations, product

import pytest
import sympy

from generation.diagnose.derivation import NotDerivableError, compare_claims, derive
from generation.diagnose.examples import told_model
from generation.problem import Ask, Model

SOLVED = [
    ("log(x - 1, 2) = 3", ["9"]),
    ("log(x, 2) + log(x - 2, 2) = 3", ["4"]),
    ("log(x, 3) - log(2, 3) = 2", ["18"]),
    ("2*log(x, 3) = 4", ["9"]),
    ("log(2x - 1, 5) = log(x + 3, 5)", ["4"]),
    ("2^(x + 1) = 8", ["2"]),
    ("9^x = 27", ["3/2"]),
    ("4^(x - 1) = 8^x", ["-2"]),
    ("3*2^x = 48", ["4"]),
    ("sqrt(x + 2) = x", ["2"]),
    ("sqrt(2x + 3) = 5", ["11"]),
    ("|x - 3| = 5", ["-2", "8"]),
    ("|2x + 1| = 0", ["-1/2"]),
    ("1/x + 1/(x + 1) = 3/2", ["-2/3", "1"]),
    ("x/(x - 1) = 1/(x - 1)", []),
    ("x^3 - 6x^2 + 11x - 6 = 0", ["1", "2", "3"]),
    ("x^3 = 8x", ["-2sqrt(2)", "0", "2sqrt(2)"]),
    ("(3)/(2) = (24)/(x)", ["16"]),
    ("x^2 - 5x + 6 < 0", ["2 < x < 3"]),
    ("x^2 - 5x + 6 >= 0", ["x <= 2 or x >= 3"]),
    ("4 - x^2 >= 0", ["-2 <= x <= 2"]),
    ("x^2 + 1 < 0", []),
    ("x^2 + 1 > 0", ["all"]),
    ("x^2 - 2x + 1 <= 0", ["1"]),
    ("x^2 < 2", ["-sqrt(2) < x < sqrt(2)"]),
    ("|x - 3| < 5", ["-2 < x < 8"]),
    ("|2x - 1| >= 3", ["x <= -1 or x >= 2"]),
]
VALUES = [
    ("log(8, 2) + log(4, 2)", "5"),
    ("4^(3/2) + 8^(-1/3)", "17/2"),
    ("sin(pi/6) + cos(pi/3)", "1"),
    ("2*pi*6*60/360", "2pi"),
    ("f(x)=x^2+1; f(2)", "5"),
    ("f(x)=2x+1; g(x)=x^2; f(g(3))", "19"),
    ("sum(2k + 1, k, 1, 10)", "120"),
    ("C(5, 2) + P(4, 2) + factorial(4)", "46"),
    ("(1 + 2i)*(3 - i)", "5 + 5i"),
    ("mean(2, 4, 4, 6) + median(3, 1, 2) + mode(1, 1, 5)", "7"),
    ("min: x^2 - 4x + 7", "3"),
    ("max: -2x^2 + 8x - 3", "5"),
    ("probability: a + b = 7; a=1..6; b=1..6", "1/6"),
    ("probability: a <= 2; b = 6; a=1..6; b=1..6", "1/18"),
]


@pytest.mark.parametrize(("given", "values"), SOLVED)
def test_solutions(given: str, values: list[str]) -> None:
    model = told_model(f"solve: {given}")
    assert compare_claims(model, derive(model).answer, tuple(values)) == "equal", derive(model).answer


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_values(text: str, value: str) -> None:
    model = told_model(text)
    assert compare_claims(model, derive(model).answer, (value,)) == "equal", derive(model).answer


@pytest.mark.parametrize(
    ("body", "point"),
    [("(x^2-1)/(x-1)", "1"), ("(x^3-8)/(x-2)", "2"), ("(x^2+x-6)/(x^2-4)", "2"), ("2x+1", "3"),
     ("(3x^2+1)/(x^2-x)", "oo"), ("(2x+5)/(x^2+1)", "oo")],
)  # fmt: skip
def test_limits(body: str, point: str) -> None:
    x = sympy.Symbol("x")
    text = body.replace("^", "**").replace("3x", "3*x").replace("2x", "2*x")
    expected = sympy.limit(sympy.sympify(text), x, sympy.oo if point == "oo" else int(point))
    model = Model(Ask("value", of=f"limit({body}, x, {point})"))
    assert compare_claims(model, derive(model).answer, (str(expected),)) == "equal"


@pytest.mark.parametrize("coefficients", list(product((0, 1, -3), (0, 2), (1, 4, -6))))
def test_antiderivatives(coefficients: tuple[int, int, int]) -> None:
    x = sympy.Symbol("x")
    polynomial = sympy.Poly(coefficients, x)
    text = str(polynomial.as_expr()).replace("**", "^")
    model = told_model(f"form: integrate({text}, x)") if "x" in text else None
    if model is None:
        return
    (found,) = derive(model).answer
    assert isinstance(found, str)
    expected = str(sympy.expand(polynomial.integrate().as_expr())).replace("**", "^")
    assert compare_claims(model, (found,), (f"{expected} + C",)) == "equal"


def test_counts_and_conditions_by_hand() -> None:
    pairs = Model(Ask("count", ("a", "b")), {"a": "1..6", "b": "1..6"}, given=("a < b",))
    assert derive(pairs).answer == (str(len(list(combinations(range(6), 2)))),)
    under = Model(Ask("probability", event=("a >= 4",)), {"a": "1..6"}, given=("a != 5",))
    assert compare_claims(under, derive(under).answer, ("2/5",)) == "equal"


@pytest.mark.parametrize(
    "model",
    [
        told_model("solve: sin(x) = 2^x"),
        told_model("min: -x^2"),
        Model(Ask("value", of="x + 1"), {"x": "real"}, given=("x^2 = 4",)),
        Model(Ask("probability", event=("a = 1",)), {"a": "real"}),
        Model(Ask("count", ("a",)), {"a": "1..9999"}, given=("a > 3",)),
        Model(Ask("value", of="a(5)"), {}, {"a(n)": "a(n-1) + 1", "a(1)": "3"}),
    ],
)
def test_what_is_not_covered_is_said_so(model: Model) -> None:
    with pytest.raises(NotDerivableError):
        derive(model)
