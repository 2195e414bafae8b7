"""Items of calculus and sequences through the kind ``value``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from generation.expression.errors import ExpressionError
from generation.problem import Answer, Ask, Model, Problem
from generation.verify.context import Context
from generation.verify.kinds import solve, value
from generation.verify.kinds.kind import Finding


def judged(
    of: str, key: str, given: Sequence[str] = (), define: Mapping[str, str] | None = None, **symbols: str
) -> Finding:
    names = {"x": "real", "C": "real", "n": "natural", "t": "real", "h": "real", "k": "natural", **symbols}
    model = Model(symbols=names, define=dict(define or {}), given=tuple(given), ask=Ask("value", of=of))
    context = Context(Problem(language="en", statement="", model=model, answer=Answer((key,)), solution=(), choices=()))
    assert context.reading.is_complete, (context.reading.errors, context.reading.gaps)
    return value.KIND.answer(context)


CUBIC = {"f(x)": "x^3 - 3x^2 - 9x + 5"}
LOCAL_MAXIMUM = ["diff(f(x), x) = 0", "diff(diff(f(x), x), x) < 0"]


@pytest.mark.parametrize(
    ("of", "right", "wrong", "given", "define"),
    [
        ("diff(x^3-2x, x)", "3x^2-2", "3x^2", [], {}),
        ("f'(2)", "-9", "9", [], CUBIC),
        ("f(x)", "10", "-22", LOCAL_MAXIMUM, CUBIC),
        ("x", "-1", "3", LOCAL_MAXIMUM, CUBIC),
        ("f'(1)*(x-1)+f(1)", "-12x+6", "-12x+12", [], CUBIC),
        ("integrate(2x, x)", "x^2+C", "x^2", [], {}),
        ("integrate(2x, x)", "x^2+3+C", "x^2+2x+C", [], {}),
        ("integrate(3x^2-4x+1, x)", "x^3-2x^2+x+C", "x^3-2x^2+C", [], {}),
        ("integrate(2x, x)", "x^2-2C", "x^2+C*x", [], {}),
        ("integrate(2x, x)", "x^2+C", "x^2+C^2", [], {}),
        ("integrate(cos(x), x)", "sin(x)+C", "-sin(x)+C", [], {}),
        ("integrate(1/x, x)", "ln(|x|)+C", "1/x+C", [], {}),
        ("integrate(x*e^x, x)", "(x-1)e^x+C", "x*e^x+C", [], {}),
        ("integrate(sin(x)*cos(x), x)", "-cos(2x)/4+C", "sin(x)^2+C", [], {}),
        ("integrate(x^2-x, x, 0, 3)", "9/2", "-9/2", [], {}),
        ("integrate(abs(x^2-2x), x, 0, 3)", "8/3", "0", [], {}),
        ("diff(integrate(t^2+1, t, 1, x), x)", "x^2+1", "2x", [], {}),
        ("limit((x^2-4)/(x-2), x, 2)", "4", "2", [], {}),
        ("limit((f(2+h)-f(2))/h, h, 0)", "-9", "0", [], CUBIC),
        ("limit((3n^2-1)/(n^2+n), n, oo)", "3", "-1", [], {}),
        ("limit(n^2, n, oo)", "oo", "0", [], {}),
        ("limit(-n^2, n, oo)", "-oo", "oo", [], {}),
        ("limit(1/n, n, oo)", "0", "oo", [], {}),
        ("sum(k^2, k, 1, 10)", "385", "384", [], {}),
        ("sum(2k-1, k, 1, n)", "n^2", "n^2+n", [], {}),
        ("sum(3^k, k, 0, 5)", "364", "363", [], {}),
        ("sum(2^k, k, 1, n)", "2^(n+1)-2", "2^n-2", [], {}),
        ("sum(1/(k*(k+1)), k, 1, n)", "n/(n+1)", "1/(n+1)", [], {}),
        ("sum((2/3)^k, k, 1, oo)", "2", "3", [], {}),
        ("diff(x*sin(x), x)", "sin(x)+x*cos(x)", "cos(x)", [], {}),
        ("a(5)", "31", "32", [], {"a(n)": "2a(n-1) + 1", "a(1)": "1"}),
        ("[[1, 2], [3, 4]]*[[1], [1]]", "[[3], [7]]", "[[3, 7]]", [], {}),
    ],
)
def test_right_keys_pass_and_wrong_ones_fail(
    of: str, right: str, wrong: str, given: list[str], define: Mapping[str, str]
) -> None:
    assert judged(of, right, given, define).outcome == "passed"
    assert judged(of, wrong, given, define).outcome == "failed"


@pytest.mark.parametrize("of", ["limit(sin(x), x, oo)", "integrate(1/x, x, -1, 1)", "integrate(sin(x^2), x, 0, 1)"])
def test_what_is_not_found_is_not_claimed(of: str) -> None:
    for key in ("0", "1"):
        with pytest.raises(ExpressionError):
            judged(of, key)


def test_an_antiderivative_is_defined_where_the_function_is() -> None:
    with pytest.raises(ExpressionError):
        judged("integrate(1/x, x)", "ln(x)+C")


def test_where_a_function_rises() -> None:
    model = Model(symbols={"x": "real"}, define=CUBIC, given=("diff(f(x), x) > 0",), ask=Ask("solve", unknowns=("x",)))
    for key, outcome in (("x < -1 or x > 3", "passed"), ("x > 3", "passed"), ("-1 < x < 3", "failed")):
        item = Problem(language="en", statement="", model=model, answer=Answer((key,)), solution=(), choices=())
        assert solve.KIND.answer(Context(item)).outcome == outcome


def test_equations_between_matrices() -> None:
    given = ["[[2a, 6], [8, b+3]] = [[-4, 6], [8, 3]]"]
    assert judged("a+b", "-2", given, a="real", b="real").outcome == "passed"
    assert judged("a+b", "2", given, a="real", b="real").outcome == "failed"
    assert judged("a", "2", ["[[1, a], [0, 1]]^2 = [[1, 4], [0, 1]]"], a="real").outcome == "passed"


def test_matrices_of_different_shapes_are_not_equal() -> None:
    model = Model(symbols={"a": "real"}, define={}, given=("[[a, 1]] = [[1], [a]]",), ask=Ask("value", of="a"))
    item = Problem(language="en", statement="", model=model, answer=Answer(("1",)), solution=(), choices=())
    assert "1×2 and a 2×1" in Context(item).reading.errors[0]
