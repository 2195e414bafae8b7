"""Enclosures of values against another library, and that close values are told apart only where they differ."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generation.expression.circular import cosine, sine
from generation.expression.errors import ExpressionError, NotExactError, NotRealError, UndefinedError
from generation.expression.intervals import apart, interval, sign_at
from generation.expression.parser import parse_expression

MP = mpmath.mp.clone()
MP.dps = 90

ONE = ["sqrt(x)", "root(x, 3)", "ln(x)", "log(x, 2)", "exp(x)", "sin(x)", "cos(x)", "tan(x)", "x^pi", "2^x", "|x|"]
THEIRS = {
    "sqrt(x)": lambda x: MP.sqrt(x),
    "root(x, 3)": lambda x: MP.cbrt(x) if x >= 0 else -MP.cbrt(-x),
    "ln(x)": lambda x: MP.ln(x),
    "log(x, 2)": lambda x: MP.ln(x) / MP.ln(2),
    "exp(x)": lambda x: MP.exp(x),
    "sin(x)": lambda x: MP.sin(x),
    "cos(x)": lambda x: MP.cos(x),
    "tan(x)": lambda x: MP.tan(x),
    "x^pi": lambda x: x**MP.pi,
    "2^x": lambda x: MP.mpf(2) ** x,
    "|x|": lambda x: abs(x),
}


def _mp(value: Fraction) -> mpmath.mpf:
    return MP.mpf(value.numerator) / value.denominator


@settings(max_examples=600, deadline=None)
@given(
    st.sampled_from(ONE), st.builds(Fraction, st.integers(-3000, 3000), st.integers(20, 97)), st.sampled_from([64, 200])
)
def test_the_value_of_another_library_lies_inside(text: str, x: Fraction, bits: int) -> None:
    try:
        low, high = interval(parse_expression(text), {"x": x}, bits)
    except ExpressionError:
        assert x <= 0
        return
    value = THEIRS[text](_mp(x))
    assert _mp(low) <= value + MP.mpf(10) ** -80 * (1 + abs(value))
    assert value <= _mp(high) + MP.mpf(10) ** -80 * (1 + abs(value))
    if text != "tan(x)":
        assert high - low <= Fraction(1, 1 << (bits - 16)) * (1 + abs(high))


@settings(max_examples=300, deadline=None)
@given(
    st.builds(Fraction, st.integers(-30000, 30000), st.integers(1, 97)),
    st.builds(Fraction, st.integers(0, 60), st.integers(1, 40)),
)
def test_angles_between_two_ends(x: Fraction, width: Fraction) -> None:
    for function, theirs in ((sine, MP.sin), (cosine, MP.cos)):
        low, high = function((x, x + width), 80)
        for k in range(7):
            assert _mp(low) <= theirs(_mp(x + width * k / 6)) <= _mp(high)


@pytest.mark.parametrize(
    ("text", "sign"),
    [("sin(1) - 0.8414709848", 1), ("sin(1) - 0.8414709849", -1), ("2^pi - 8.8249778270", 1), ("e^pi - pi^e", 1)],
)
def test_signs(text: str, sign: int) -> None:
    assert sign_at(parse_expression(text), {}) == sign


def test_equal_values_are_never_apart_and_have_no_sign() -> None:
    assert not apart(parse_expression("sin(1)^2 + cos(1)^2"), parse_expression("1"), {})
    assert apart(parse_expression("sin(1)"), parse_expression("0.8414709848078965066525023216302989996"), {})
    with pytest.raises(NotExactError):
        sign_at(parse_expression("sin(2) - 2sin(1)cos(1)"), {})


@pytest.mark.parametrize(
    ("text", "error"),
    [("sqrt(0-2)", NotRealError), ("ln(0-1)", UndefinedError), ("1/(2-2)", UndefinedError),
     ("tan(pi/2)", NotExactError), ("x", NotExactError), ("2^(10^9)", ExpressionError),
     ("sin(10^30)", ExpressionError), ("(0-1)^pi", NotExactError)],
)  # fmt: skip
def test_what_has_no_value_is_refused(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        interval(parse_expression(text), {})


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 400), st.integers(1, 400))
def test_apart_only_where_digits_differ(a: int, b: int) -> None:
    assume(a != b)
    first, second = parse_expression(f"ln({a})*sin({b})"), parse_expression(f"sin({b})*ln({a})")
    assert not apart(first, second, {})
    assert apart(first, parse_expression(f"ln({a + 1})*sin({b})"), {})
