"""The reader of the seeded faults agrees with SymPy, and refuses what it does not know."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.evaluation import NoValueError, UnreadableError, from_latex, holds, same, value
from tests.faults.oracle import disagreement, unequal
from tests.faults.siblings import engine_items

POINT = {"x": Fraction(7, 3), "y": Fraction(-5, 11), "a": Fraction(13, 8), "b": Fraction(2, 7), "t": Fraction(3, 5)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1/2x", Fraction(7, 6)),
        ("-3^2", -9),
        ("(-3)^2", 9),
        ("6x ÷ 2x", 3),
        ("3 1/2 - 1/2", 3),
        ("2^-1", Fraction(1, 2)),
        ("2(x-1)(x+1)", Fraction(80, 9)),
        ("sqrt(9/4)", Fraction(3, 2)),
        ("|1-4|", 3),
        ("50%", Fraction(1, 2)),
        ("3!+C(5,2)", 16),
        ("xy", Fraction(-35, 33)),
        ("median(4, 1, 3, 2)", Fraction(5, 2)),
        ("mode(4, 1, 4)", 4),
        ("variance(1, 2, 3)", Fraction(2, 3)),
        ("gcd(12, 18) + lcm(4, 6)", 18),
        ("1/2*(5/4)", Fraction(5, 8)),
    ],
)
def test_numbers(text: str, expected: Fraction) -> None:
    assert value(text, POINT) == expected


@pytest.mark.parametrize(
    ("text", "x", "expected"),
    [
        ("x = 2 or x = 3", 3, True),
        ("1 < x <= 3", 3, True),
        ("1 < x < 3", 3, False),
        ("1/x = 2", 0, False),
        ("(x-2)/(x-2) = 1 or x = 5", 2, False),
        ("x^2 = 5x and x > 0", 5, True),
        ("x^2 = 5x, x > 0", 0, False),
    ],
)
def test_relations(text: str, x: int, expected: bool) -> None:
    assert holds(text, {"x": Fraction(x)}) is expected


@pytest.mark.parametrize("text", ["1/2(x+1)y/3z", "f(x)", "x ? 1", "2 = 3 +", "\\int x", "sinh(x)"])
def test_what_it_does_not_know_it_refuses(text: str) -> None:
    with pytest.raises(UnreadableError):
        value(text, POINT)


def test_no_value_is_no_number() -> None:
    with pytest.raises(NoValueError):
        value("1/(3-3)")


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"9\frac{5}{9}", "(9+5/9)"),
        (r"\frac{\sqrt{2}+1}{3}", "((sqrt(2)+1)/(3))"),
        (r"x^{10} \times 2", "x^(10) * 2"),
        (r"\begin{cases} x=1 \\ y=2 \end{cases}", " x=1  and  y=2 "),
    ],
)
def test_latex(latex: str, plain: str) -> None:
    assert from_latex(latex) == plain


def test_keys_of_the_engine_are_what_sympy_makes_of_the_question() -> None:
    compared = 0
    for item in engine_items(1):
        of, key = item.model.ask.of, item.answer.values[0] if item.answer.values else ""
        if (
            of is None
            or item.model.ask.kind not in ("value", "form")
            or item.model.given
            or item.model.define
            or not isinstance(key, str)
        ):
            continue
        try:
            same(value(of, POINT), value(key, POINT))
            unequal(of, key)
        except (UnreadableError, NoValueError):
            continue
        compared += 1
        assert unequal(of, key) is None, (of, key)
        assert unequal(of, f"({key}) + 1/1000") is not None
    assert compared >= 40


EXPRESSIONS = st.recursive(
    st.one_of(st.integers(0, 30).map(str), st.just("x"), st.sampled_from(["sqrt(2)", "sqrt(12)", "0.25"])),
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), inner),
        st.builds("-{}".format, inner),
        st.builds("({})^{}".format, inner, st.integers(1, 3)),
    ),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(EXPRESSIONS)
def test_arithmetic_is_that_of_sympy(text: str) -> None:
    x = sympy.Rational(7, 3)
    try:
        found = value(text, POINT)
    except NoValueError:
        assert not sympy.sympify(text.replace("^", "**"), rational=True).subs("x", x).is_finite
        return
    expected = sympy.sympify(text.replace("^", "**"), rational=True).subs("x", x)
    shown = found if isinstance(found, Fraction) else str(found)
    assert abs(sympy.N(expected, 50) - sympy.N(sympy.Rational(shown), 50)) < sympy.Float("1e-35")


def test_a_disagreement_is_a_point() -> None:
    assert disagreement(("x^2 = 9",), ("x",), ("3", "-3")) is None
    assert disagreement(("x^2 = 9",), ("x",), ("3",)) == "x = -3 solves it and is not claimed"
    assert disagreement(("x < 3",), ("x",), ("x <= 3",)) == "x = 3 is claimed and does not solve it"
    assert disagreement(("x + y = 3", "2x + 2y = 6"), ("x", "y"), ({"x": "1", "y": "2"},)) is not None
