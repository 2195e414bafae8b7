"""Extrema against known results, dense sampling and enumeration."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.equivalence.real import Number, enclose
from generation.expression.errors import ExpressionError
from generation.expression.parser import parse_expression, parse_logic
from generation.problem import Answer, Ask, Model, Problem
from generation.verify.composed import value_range
from generation.verify.context import Context
from generation.verify.domains import read_domain
from generation.verify.integers import best_integer
from generation.verify.kinds import extremum
from generation.verify.kinds.kind import Finding
from generation.verify.quadratics import best_of_quadratic, values_on_a_curve
from generation.verify.ranges import stretches
from generation.verify.verifier import verify

whole = st.integers(-5, 5)
nonzero = whole.filter(bool)


def problem(of: str, sense: str, key: Sequence[str], given_: Sequence[str], symbols: Mapping[str, str]) -> Problem:
    assert sense in ("max", "min")
    ask = Ask("extremum", of=of, sense="max" if sense == "max" else "min")
    model = Model(symbols=dict(symbols), define={}, given=tuple(given_), ask=ask)
    statement = f"Find the {'maximum' if sense == 'max' else 'minimum'} of ${of}$."
    return Problem(language="en", statement=statement, model=model, answer=Answer(tuple(key)), solution=(), choices=())


def judged(of: str, sense: str, key: Sequence[str], given_: Sequence[str], symbols: Mapping[str, str]) -> Finding:
    return extremum.KIND.answer(Context(problem(of, sense, key, given_, symbols)))


REAL = {"x": "real"}
POSITIVE = {"x": "positive"}
ITEMS: list[tuple[str, str, str, list[str], Mapping[str, str]]] = [
    ("x^2-4x+1", "min", "-3", [], REAL),
    ("x^2-4x+1", "max", "6", [], {"x": "[-1, 3]"}),
    ("x^3-3x", "max", "18", [], {"x": "[-2, 3]"}),
    ("x^4-2x^2", "min", "-1", [], REAL),
    ("x+1/x", "min", "2", [], POSITIVE),
    ("x/(x^2+1)", "max", "1/2", [], REAL),
    ("x+4/(x-1)", "min", "5", ["x > 1"], REAL),
    ("x*y", "max", "25", ["x+y=10"], {"x": "positive", "y": "positive"}),
    ("x+y", "min", "4sqrt(3)", ["x*y=12"], {"x": "positive", "y": "positive"}),
    ("x+y", "max", "sqrt(2)", ["x^2+y^2=1"], {"x": "real", "y": "real"}),
    ("3x+4y", "min", "-10", ["x^2+y^2=4"], {"x": "real", "y": "real"}),
    ("x^2+y^2", "min", "2", ["x+y=2"], {"x": "real", "y": "real"}),
    ("x^2+y^2-4x+6y+20", "min", "7", [], {"x": "real", "y": "real"}),
    ("3sin(x)+4cos(x)+1", "max", "6", [], REAL),
    ("sin(x)^2-2sin(x)", "max", "3", [], REAL),
    ("cos(x)^2+sin(x)", "max", "5/4", [], REAL),
    ("cos(2x)+2sin(x)", "max", "3/2", [], REAL),
    ("sin(x)+cos(x)", "min", "-1", [], {"x": "[0, pi]"}),
    ("x-2sin(x)", "min", "pi/3-sqrt(3)", [], {"x": "[0, pi]"}),
    ("4^x-2^(x+2)+1", "min", "-3", [], REAL),
    ("2^x+2^(-x)", "min", "2", [], REAL),
    ("(1/2)^(x^2-2x)", "max", "2", [], REAL),
    ("log(x, 2)^2-2log(x, 2)", "max", "3", [], {"x": "[1, 8]"}),
    ("log(x^2-2x+3, 2)", "min", "1", [], REAL),
    ("x*exp(-x)", "max", "1/e", [], REAL),
    ("ln(x)/x", "max", "1/e", [], POSITIVE),
    ("x-2sqrt(x)", "min", "-1", [], {"x": "nonnegative"}),
    ("x*sqrt(4-x^2)", "max", "2", [], {"x": "[-2, 2]"}),
    ("|x-1|+|x-3|", "min", "2", [], REAL),
    ("|x^2-4|", "max", "5", [], {"x": "[-1, 3]"}),
    ("integrate(t-1, t, 0, x)", "min", "-1/2", [], REAL),
    ("2x+y^2", "max", "5", ["x^2+y^2=4"], {"x": "real", "y": "real"}),
    ("x*y", "max", "2", ["x^2+y^2=4"], {"x": "real", "y": "real"}),
    ("(x+1/y)*(y+4/x)", "min", "9", [], {"x": "positive", "y": "positive"}),
    ("x/y+4y/x", "min", "4", [], {"x": "positive", "y": "positive"}),
    ("2x+3y", "max", "13", ["x+y<=5", "x+2y<=8", "x>=0", "y>=0"], {"x": "real", "y": "real"}),
    ("n", "min", "15", ["floor(sqrt(60n)) = sqrt(60n)"], {"n": "natural"}),
    ("k", "min", "2", ["72k = m^2"], {"k": "natural", "m": "natural"}),
    ("n", "max", "33", ["3n < 100"], {"n": "natural"}),
    ("n^2-7n", "min", "-12", [], {"n": "natural"}),
    ("a*b", "max", "9", ["a+b = 6"], {"a": "natural", "b": "natural"}),
    ("1/n", "max", "1", [], {"n": "natural"}),
]


@pytest.mark.parametrize(("of", "sense", "key", "given_", "symbols"), ITEMS)
def test_known_extrema_pass_and_other_keys_fail(
    of: str, sense: str, key: str, given_: list[str], symbols: Mapping[str, str]
) -> None:
    assert judged(of, sense, [key], given_, symbols).outcome == "passed"
    for wrong in (f"{key}+1/7", f"{key}-1/7", f"{key}+1/10^12"):
        assert judged(of, sense, [wrong], given_, symbols).outcome == "failed"
    assert judged(of, sense, [], given_, symbols).outcome == "failed"


@pytest.mark.parametrize(
    ("of", "sense", "domain"),
    [
        ("x^2", "max", "real"),
        ("x^2-4x+1", "max", "(-1, 3]"),
        ("1/x", "max", "positive"),
        ("1/x", "min", "positive"),
        ("1/(x-1)", "max", "[0, 2]"),
        ("2^x", "min", "real"),
        ("ln(x)", "max", "positive"),
        ("x^2", "max", "integer"),
        ("2a*x-x^2", "max", "real"),
    ],
)
def test_none_needs_and_has_evidence(of: str, sense: str, domain: str) -> None:
    symbols = {"x": domain, "a": "real"}
    found = judged(of, sense, [], [], symbols)
    assert found.outcome == "passed"
    assert found.evidence
    assert judged(of, sense, ["7"], [], symbols).outcome == "failed"


@pytest.mark.parametrize(
    ("of", "given_", "symbols"),
    [
        ("x^4-6x^2+4x", [], {"x": "[-3, 1]"}),  # x^3-3x+1 has three real zeros that no real roots express
        ("x*sin(x)", [], {"x": "[0, 9]"}),
        ("x*y", ["x+2y <= 4"], {"x": "positive", "y": "positive"}),
        ("x*y", ["x^2-y^2=4"], {"x": "real", "y": "real"}),
        ("x^2*y+x*y^2", [], {"x": "real", "y": "real"}),
        ("x^2", ["x^2 < 0"], {"x": "real"}),
    ],
)
def test_what_is_not_found_is_not_claimed(of: str, given_: list[str], symbols: Mapping[str, str]) -> None:
    for key in (["1"], []):
        with pytest.raises(ExpressionError):
            judged(of, "max", key, given_, symbols)


def test_a_whole_item() -> None:
    certificate = verify(problem("x^2-4x+1", "min", ["-3"], [], REAL))
    assert {check.name: check.outcome for check in certificate.checks}["answer"] == "passed"
    assert verify(problem("x^2-4x+1", "min", ["-4"], [], REAL)).verdict == "refuted"


# -- against numbers -------------------------------------------------------------------------------------------


def about(number: Number | None) -> float:
    assert number is not None
    return float(enclose(number, 100)[0])


def check_range(text: str, low: int, high: int, function: Callable[[float], float], slope: float) -> None:
    """Ends of the range on a closed interval: no sample lies beyond, and some sample comes close."""
    reals = read_domain(f"[{low}, {high}]").reals
    found = list(stretches(value_range(parse_expression(text), "x", reals, [])))
    step = (high - low) / 4000
    samples = [function(low + k * step) for k in range(4001)]
    assert len(found) == 1
    assert found[0].with_low
    assert found[0].with_high
    least, greatest = about(found[0].low), about(found[0].high)
    assert least - 1e-9 <= min(samples) <= least + slope * step + 1e-9
    assert greatest + 1e-9 >= max(samples) >= greatest - slope * step - 1e-9


@settings(max_examples=200, deadline=None)
@given(whole, whole, whole, whole, whole, st.integers(1, 6))
def test_cubics_on_an_interval(a: int, b: int, c: int, d: int, low: int, width: int) -> None:
    def function(x: float) -> float:
        return a * x**3 + b * x * x + c * x + d

    if a or b or c:
        check_range(f"({a})x^3+({b})x^2+({c})x+({d})", low, low + width, function, 3 * 5 * 121 + 2 * 5 * 11 + 5)


@settings(max_examples=200, deadline=None)
@given(whole, whole, st.integers(1, 5), whole, st.integers(1, 6))
def test_fractions_without_poles(a: int, b: int, c: int, low: int, width: int) -> None:
    def function(x: float) -> float:
        return (a * x + b) / (x * x + c)

    if a or b:
        check_range(f"(({a})x+({b}))/(x^2+{c})", low, low + width, function, 200)


FORMS: list[tuple[str, Callable[[int, int, int, float], float]]] = [
    ("({a})*4^x+({b})*2^x+({c})", lambda a, b, c, x: a * 4**x + b * 2**x + c),
    ("({a})*sin(x)^2+({b})*cos(x)+({c})", lambda a, b, c, x: a * math.sin(x) ** 2 + b * math.cos(x) + c),
    ("({a})*(x+6)+({b})*sqrt(x+6)+({c})", lambda a, b, c, x: a * (x + 6) + b * math.sqrt(x + 6) + c),
    ("({a})*|x-({b})|+({c})*x", lambda a, b, c, x: a * abs(x - b) + c * x),
    ("({a})*ln(x+6)^2+({b})*ln(x+6)+({c})", lambda a, b, c, x: a * math.log(x + 6) ** 2 + b * math.log(x + 6) + c),
]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(FORMS), nonzero, nonzero, whole, whole, st.integers(1, 4))
def test_compositions(
    form: tuple[str, Callable[[int, int, int, float], float]], a: int, b: int, c: int, low: int, width: int
) -> None:
    text, function = form
    written = text.format(a=a, b=b, c=c)
    try:
        check_range(written, low, low + width, lambda x: function(a, b, c, x), 20_000 if "4^x" in text else 200)
    except ExpressionError:
        assert "sin" in text or "ln" in text  # a sine or logarithm of a number at an end may have no exact form


@settings(max_examples=200, deadline=None)
@given(st.lists(whole, min_size=2, max_size=5), st.integers(-9, 9), st.integers(0, 9), st.sampled_from([1, -1]))
def test_polynomials_over_integers(p: list[int], low: int, width: int, direction: int) -> None:
    text = "+".join(f"({c})*x^{k}" for k, c in enumerate(p) if k) + f"+({p[0]})"
    values = [sum(c * k**e for e, c in enumerate(p)) for k in range(low, low + width + 1)]
    reals = read_domain(f"[{low}, {low + width}]").reals
    try:
        found = best_integer(parse_expression(text), "x", reals, direction, [])
    except ExpressionError:
        assert len(p) == 5  # the derivative of fourth degree may have no exact zeros
        return
    assert found is not None
    assert found.rational() == (max(values) if direction > 0 else min(values))


@settings(max_examples=100, deadline=None)
@given(nonzero, whole, nonzero, whole, whole, whole)
def test_quadratics_in_two_unknowns(a: int, b: int, c: int, d: int, e: int, f: int) -> None:
    text = f"({a})x^2+({b})x*y+({c})y^2+({d})x+({e})y+({f})"
    determinant = 4 * a * c - b * b
    if determinant == 0:
        return
    found = best_of_quadratic(parse_expression(text), ["x", "y"], -1, [])
    if a < 0 or determinant < 0:
        assert found is None
        return
    x, y = (b * e - 2 * c * d) / determinant, (b * d - 2 * a * e) / determinant
    assert math.isclose(about(found), a * x * x + b * x * y + c * y * y + d * x + e * y + f, abs_tol=1e-9)


@settings(max_examples=50, deadline=None)
@given(st.integers(2, 9), st.integers(2, 9), whole, whole, st.sampled_from(["max", "min"]))
def test_finite_spaces(p: int, q: int, a: int, b: int, sense: str) -> None:
    values = [a * x * x + b * x * y for x, y in product(range(1, p + 1), range(1, q + 1)) if x != y]
    best = max(values) if sense == "max" else min(values)
    symbols = {"x": f"1..{p}", "y": f"1..{q}"}
    assert judged(f"({a})x^2+({b})x*y", sense, [str(best)], ["x != y"], symbols).outcome == "passed"
    assert judged(f"({a})x^2+({b})x*y", sense, [str(best + 1)], ["x != y"], symbols).outcome == "failed"


@settings(max_examples=200, deadline=None)
@given(whole, whole, st.lists(st.tuples(whole, whole, st.integers(1, 9)), min_size=1, max_size=4), st.booleans())
def test_linear_programmes_by_their_corners(a: int, b: int, sides: list[tuple[int, int, int]], at_most: bool) -> None:
    """In a square, cut by further lines; the origin always fits."""
    rows = [(1, 0, 6), (-1, 0, 6), (0, 1, 6), (0, -1, 6), *sides]
    corners = []
    for (p, q, c), (r, s, d) in product(rows, rows):
        if determinant := p * s - q * r:
            x, y = Fraction(c * s - q * d, determinant), Fraction(p * d - c * r, determinant)
            if all(m * x + n * y <= k for m, n, k in rows):
                corners.append(a * x + b * y)
    sense, best = ("max", max(corners)) if at_most else ("min", min(corners))
    given_ = [f"({p})x+({q})y <= {c}" for p, q, c in rows if p or q]
    symbols = {"x": "real", "y": "real"}
    if a or b:
        assert judged(f"({a})x+({b})y", sense, [str(best)], given_, symbols).outcome == "passed"
        assert judged(f"({a})x+({b})y", sense, [f"{best}+1/9"], given_, symbols).outcome == "failed"


@settings(max_examples=100, deadline=None)
@given(whole, whole, whole, st.integers(1, 4), st.integers(1, 4), st.integers(1, 9))
def test_forms_on_ellipses_by_going_round(a: int, b: int, c: int, p: int, q: int, size: int) -> None:
    if not (a or b or c):
        return
    values = []
    for k in range(2000):
        x, y = math.sqrt(size / p) * math.cos(math.pi * k / 1000), math.sqrt(size / q) * math.sin(math.pi * k / 1000)
        values.append(a * x * x + b * x * y + c * y * y)
    of = parse_expression(f"({a})x^2+({b})x*y+({c})y^2")
    found = list(stretches(values_on_a_curve(of, [parse_logic(f"{p}x^2+{q}y^2={size}")], ["x", "y"], [])))
    assert math.isclose(about(found[0].low), min(values), abs_tol=1e-2)
    assert math.isclose(about(found[-1].high), max(values), abs_tol=1e-2)
    assert about(found[0].low) <= min(values) + 1e-9
    assert about(found[-1].high) >= max(values) - 1e-9


@pytest.mark.parametrize("of", ["cos(x-x)", "x-x+2", "|x|-|x|", "2^(x-x)"])
def test_constants_have_one_value(of: str) -> None:
    found = value_range(parse_expression(of), "x", read_domain("(1, 2)").reals, [])
    points = found.points()
    assert points is not None
    assert len(points) == 1


def test_a_key_with_letters_is_not_judged() -> None:
    with pytest.raises(ExpressionError):
        judged("x^2-2a*x", "min", ["-a^2"], [], {"x": "real", "a": "real"})
