"""Exact values with roots, logarithms, angles and i, against mpmath to 60 digits and against identities of school."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generation.expression.enclosure import enclose, sign
from generation.expression.errors import BudgetError, ExpressionError, NotExactError, NotRealError, UndefinedError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree, ratio_tree
from generation.expression.numeric import close, value_at
from generation.expression.parser import parse_expression
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import Add, Call, Const, Div, Expr, Mul, Neg, Num, Pow, Sub

MP = mpmath.mp.clone()
MP.dps = 60

EQUAL = [
    ("root(2, 3)*root(4, 3)", "2"),
    ("8^(2/3)", "4"),
    ("(1/8)^(-1/3)", "2"),
    ("root(54, 3) - root(2, 3)", "2*root(2, 3)"),
    ("root(-27, 3)", "-3"),
    ("sqrt(2)*root(2, 3)*root(2, 6)", "2"),
    ("root(sqrt(64), 3)", "2"),
    ("1/root(2, 3)", "root(4, 3)/2"),
    ("1/(root(2, 3) - 1)", "root(4, 3) + root(2, 3) + 1"),
    ("4^(1/4)", "sqrt(2)"),
    ("sqrt(5 + 2sqrt(6))", "sqrt(2) + sqrt(3)"),
    ("sqrt(7 - 4sqrt(3))", "2 - sqrt(3)"),
    ("sqrt(4 + sqrt(7))", "(sqrt(14) + sqrt(2))/2"),
    ("sqrt(2 + sqrt(2))*sqrt(2 - sqrt(2))", "sqrt(2)"),
    ("sqrt(1 + sqrt(2))^4", "3 + 2sqrt(2)"),
    ("log(8, 2)", "3"),
    ("log(2) + log(5)", "1"),
    ("log(8, 4)", "3/2"),
    ("log(3, 2)*log(4, 3)", "2"),
    ("(log(2) + log(3))/log(6)", "1"),
    ("1/log(5)", "log(10, 5)"),
    ("log(2, 3)*log(3, 5)*log(5, 2)", "1"),
    ("log(sqrt(2), 2)", "1/2"),
    ("log(12, 2) - log(3, 2)", "2"),
    ("log(6, 2)", "1 + log(3, 2)"),
    ("1/log(2, 3)", "log(3, 2)"),
    ("log(6, 3)", "1 + log(2, 3)"),
    ("log(2, 6) + log(3, 6)", "1"),
    ("ln(e^3)", "3"),
    ("ln(sqrt(e))", "1/2"),
    ("ln(1/e^2)", "-2"),
    ("e^ln(5)", "5"),
    ("e^(2ln(3))", "9"),
    ("2^log(3, 2)", "3"),
    ("9^log(2, 3)", "4"),
    ("5^(log(3)/log(5))", "3"),
    ("exp(2)/e", "e"),
    ("log(2 + sqrt(3)) + log(2 - sqrt(3))", "0"),
    ("sin(pi/6)", "1/2"),
    ("cos(2pi/3)", "-1/2"),
    ("tan(pi/3)", "sqrt(3)"),
    ("sin(pi/12)", "(sqrt(6) - sqrt(2))/4"),
    ("tan(5pi/12)", "2 + sqrt(3)"),
    ("cos(pi/5) - cos(2pi/5)", "1/2"),
    ("sin(-7pi/6)", "1/2"),
    ("cos(13pi/3)", "1/2"),
    ("sin(pi/8)^2 + cos(pi/8)^2", "1"),
    ("tan(pi/8)", "sqrt(2) - 1"),
    ("2sin(pi/10)", "(sqrt(5) - 1)/2"),
    ("i^2", "-1"),
    ("i^4 + i^3", "1 - i"),
    ("(1 + 2i)(3 - i)", "5 + 5i"),
    ("(1 + i)/(1 - i)", "i"),
    ("1/i", "-i"),
    ("(1 + i)^10", "32i"),
    ("((-1 + sqrt(3)*i)/2)^3", "1"),
    ("|3 + 4i|", "5"),
    ("|1 - sqrt(2)|", "sqrt(2) - 1"),
    ("|2 - e|", "e - 2"),
    ("pi/(2pi)", "1/2"),
    ("3/pi*pi^2", "3pi"),
    ("factorial(5)/factorial(3)", "20"),
    ("C(1000, 2)", "499500"),
    ("P(5, 2)", "20"),
    ("H(3, 4)", "C(6, 4)"),
    ("H(0, 0) + H(0, 2)", "1"),
    ("factorial(2006)/factorial(2004)", "2005*2006"),
]
DIFFERENT = [
    ("1/factorial(2004)", "1/factorial(2006)"),
    ("root(2, 3)", "root(3, 4)"),
    ("log(3, 2)", "1.58496250072116"),
    ("log(2)*log(3)", "log(6)"),
    ("sin(1*pi/5)", "cos(pi/5)"),
    ("e*pi", "8.53973422267356706546355"),
    ("e + pi", "5.85987448204883847382293"),
    ("i", "1"),
    ("1 + 2i", "1 - 2i"),
    ("sqrt(1 + sqrt(2)) + sqrt(3)", "sqrt(2 + sqrt(3)) + 1"),
    ("2^log(9, 3)", "5^log(2, 4)*1.7888543"),
]
REFUSED = [
    ("sqrt(-4)", NotRealError),
    ("(-8)^(1/3)", NotExactError),
    ("(-4)^(1/2)", NotRealError),
    ("root(-4, 4)", NotRealError),
    ("log(-2)", UndefinedError),
    ("log(0)", UndefinedError),
    ("log(5, 1)", UndefinedError),
    ("ln(1 - sqrt(2))", UndefinedError),
    ("tan(pi/2)", UndefinedError),
    ("tan(-3pi/2)", UndefinedError),
    ("1/(sin(pi/4) - cos(pi/4))", UndefinedError),
    ("1/(log(6, 2) - log(3, 2) - 1)", UndefinedError),
    ("0^(-1/2)", UndefinedError),
    ("sin(1)", NotExactError),
    ("cos(pi/7)", NotExactError),
    ("ln(pi)", NotExactError),
    ("2^pi", NotExactError),
    ("pi^(1/2)", NotExactError),
    ("i^(1/2)", NotExactError),
    ("log(i)", NotExactError),
    ("oo", NotExactError),
    ("log(1000003*1000033*1000037)", BudgetError),
    ("factorial(10000000)", BudgetError),
    ("C(100000000, 50000000)", BudgetError),
    ("2^(10000000001/2)", BudgetError),
    ("exp(10000000)", ExpressionError),
]


@pytest.mark.parametrize(("a", "b"), EQUAL)
def test_identities_of_school_hold(a: str, b: str) -> None:
    assert exact(parse_expression(a)).equals(exact(parse_expression(b)))


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_what_is_close_or_alike_is_not_equal(a: str, b: str) -> None:
    assert not exact(parse_expression(a)).equals(exact(parse_expression(b)))


@pytest.mark.parametrize(("text", "error"), REFUSED)
def test_what_is_undefined_or_out_of_reach_is_refused(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        exact(parse_expression(text))


# -- against mpmath --------------------------------------------------------------------------------------------

_PARTS = st.sampled_from([1, 2, 3, 4, 5, 6, 8, 10, 12]).map(lambda n: Num(Fraction(n)))
_ANGLES = st.builds(lambda k, n: Div(Mul(_whole(k), Const("pi")), n), st.integers(-30, 30), _PARTS)


def _whole(value: int) -> Expr:
    return Num(Fraction(value)) if value >= 0 else Neg(Num(Fraction(-value)))


def _trees() -> st.SearchStrategy[Expr]:
    naturals = st.integers(1, 12).map(_whole)
    leaves = st.one_of(
        st.integers(-12, 12).map(_whole),
        naturals.map(lambda n: Call("sqrt", (n,))),
        st.builds(lambda n, k: Call("root", (n, _whole(k))), naturals, st.integers(2, 4)),
        st.builds(lambda n, b: Call("log", (n, b)), naturals, st.integers(2, 12).map(_whole)),
        st.builds(lambda name, angle: Call(name, (angle,)), st.sampled_from(["sin", "cos", "tan"]), _ANGLES),
        st.sampled_from([Const("pi"), Const("e")]),
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds(Add, inner, inner),
            st.builds(Sub, inner, inner),
            st.builds(Mul, inner, inner),
            st.builds(Div, inner, inner),
            st.builds(lambda base, n: Pow(base, _whole(n)), inner, st.integers(-2, 3)),
            inner.map(lambda e: Call("sqrt", (e,))),
            inner.map(lambda e: Call("abs", (e,))),
        ),
        max_leaves=5,
    )


def _value(tree: Expr) -> mpmath.mpf:
    """The value by mpmath alone; raises where it is not real or not defined."""
    match tree:
        case Num(value):
            return MP.mpf(value.numerator) / value.denominator
        case Const(name):
            return +MP.pi if name == "pi" else +MP.e
        case Neg(a):
            return -_value(a)
        case Add(a, b):
            return _cleared(_value(a) + _value(b))
        case Sub(a, b):
            return _cleared(_value(a) - _value(b))
        case Mul(a, b):
            return _value(a) * _value(b)
        case Div(a, b):
            return _value(a) / _value(b)
        case Pow(a, b):
            return _value(a) ** int(_value(b))
        case Call("root", (a, b)):
            return MP.root(_value(a), int(_value(b)))
        case Call("log", (a, b)):
            return MP.log(_value(a)) / MP.log(_value(b))
        case Call(name, (a,)):
            value = abs(_value(a)) if name == "abs" else getattr(MP, name)(_value(a))
            return _cleared(value)
    raise AssertionError(tree)


def _cleared(value: mpmath.mpf) -> mpmath.mpf:
    """Zero where only rounding is left: sin(pi) is not 0 for mpmath."""
    return value if abs(value) > MP.mpf(10) ** -45 else MP.mpf(0)


def _exact_number(tree: Expr) -> Polynomial:
    try:
        number = exact(tree).polynomial()
    except (NotExactError, BudgetError):
        number = None
    assume(number is not None)
    assert number is not None
    return number


@settings(max_examples=600, deadline=None)
@given(_trees())
def test_an_exact_value_encloses_the_value_of_another_library(tree: Expr) -> None:
    number = _exact_number(tree)
    low, high = enclose(number, 160)
    value = _value(tree)
    room = MP.mpf(10) ** -45 * max(abs(value), 1)
    assert MP.mpf(low.numerator) / low.denominator - room <= value <= MP.mpf(high.numerator) / high.denominator + room


@settings(max_examples=400, deadline=None)
@example(parse_expression("abs(log(3, 6)/log(3, 2))"))
@example(parse_expression("log(6, 5)/log(2, 3) + log(10, 6)/log(5, 2)"))
@given(_trees())
def test_a_value_written_out_is_read_back_the_same(tree: Expr) -> None:
    try:
        ratio = exact(tree)
        again = exact(parse_expression(infix(ratio_tree(ratio))))
    except (NotExactError, BudgetError):
        assume(False)
    assert again.equals(ratio)


@settings(max_examples=300, deadline=None)
@given(_trees(), _trees())
def test_two_values_are_equal_only_where_their_digits_are(a: Expr, b: Expr) -> None:
    first, second = _exact_number(a), _exact_number(b)
    try:
        side = sign(first - second)
    except NotExactError:
        return
    difference = _value(a) - _value(b)
    if side:
        assert (difference > 0) == (side > 0)
    else:
        assert abs(difference) < MP.mpf(10) ** -45 * max(abs(_value(a)), 1)


@settings(max_examples=300, deadline=None)
@given(*[st.integers(-9, 9)] * 4, st.integers(0, 6))
def test_complex_arithmetic_is_pythons(a: int, b: int, c: int, d: int, n: int) -> None:
    assume(c or d)
    z, w = f"(({a})+({b})i)", f"(({c})+({d})i)"
    value = exact(parse_expression(f"{z}/{w} + {z}*{w} + {w}^{n}")).top
    expected = [
        Fraction(a * c + b * d, c * c + d * d) + a * c - b * d,
        Fraction(b * c - a * d, c * c + d * d) + a * d + b * c,
    ]
    power = (Fraction(1), Fraction(0))
    for _ in range(n):
        power = power[0] * c - power[1] * d, power[0] * d + power[1] * c
    assert value.terms.get((1, ()), 0) == expected[0] + power[0]
    assert value.terms.get((-1, ()), 0) == expected[1] + power[1]


@settings(max_examples=200, deadline=None)
@given(st.fractions(-50, 50, max_denominator=12), st.fractions(-50, 50, max_denominator=12), st.integers(0, 30))
def test_functions_of_whole_numbers_agree_with_their_digits(a: Fraction, b: Fraction, n: int) -> None:
    assume(b)
    for text in (f"floor({a})", f"ceil({a}+sqrt(2))", f"mod({a},{b})", f"max({a},{b},0)", f"min({a},{b})",
                 f"factorial({n})", f"C(30,{n})", f"P(30,{n})", f"gcd({n},12)", f"floor(sqrt({n}))"):  # fmt: skip
        tree = parse_expression(text)
        number, digits = exact(tree).rational(), value_at(tree, {})
        assert number is not None
        assert close(digits, value_at(polynomial_tree(Polynomial.constant(number)), {}))
    assert exact(parse_expression(f"mod({a},{b})")).rational() == a - b * (a / b).__floor__()


WRITTEN = [
    ("root(4, 3)/2", "root(4, 3)/2"),
    ("ln(3)/ln(2)", "log(3, 2)"),
    ("3 - 2i", "3 - 2i"),
    ("3/pi", "3/pi"),
    ("x*pi*2*e", "2e pi x"),
    ("e^2 + 1", "1 + e^2"),
    ("sqrt(2 + sqrt(2))/2", "sqrt(2 + sqrt(2))/2"),
    ("i*sqrt(3)/2 - 1/2", "-1/2 + sqrt(3)i/2"),
]


@pytest.mark.parametrize(("text", "written"), WRITTEN)
def test_values_are_written_as_school_writes_them(text: str, written: str) -> None:
    value = exact(parse_expression(text)).polynomial()
    assert value is not None
    assert infix(polynomial_tree(value)) == written
    assert exact(parse_expression(written)).polynomial() == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("log(21, 2)", "log(21, 2)"),
        ("log(196, 5)", "2log(14, 5)"),
        ("log(15, 2) - log(7, 2)", "log(15, 2) - log(7, 2)"),
        ("ln(6) + sqrt(2)*ln(10)", "sqrt(2)ln(10) + ln(6)"),
        ("log(2^20*3, 5)", "20log(2, 5) + log(3, 5)"),
        ("log(6)/2", "log(2, 10)/2 + log(3, 10)/2"),
    ],
)
def test_logarithms_of_products_are_written_as_one(value: str, written: str) -> None:
    ratio = exact(parse_expression(value))
    text = infix(ratio_tree(ratio))
    assert text == written
    assert exact(parse_expression(text)).equals(ratio)
