"""``count`` against brute force with itertools, and against the real roots that another library finds."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import comb

import pytest
import sympy

from generation.problem import Answer, Ask, Model, Problem
from generation.verify.certificate import CheckResult
from generation.verify.verifier import verify


def checked(symbols: dict[str, str], given: list[str], answer: str, unknowns: str | None = None) -> CheckResult:
    """The check ``answer`` of a question for the number of solutions."""
    model = Model(Ask("count", tuple(unknowns or symbols)), symbols, {}, tuple(given))
    return verify(Problem("개수를 구하시오.", model, Answer((answer,)))).check("answer")


FINITE: list[tuple[dict[str, str], list[str], Callable[..., bool]]] = [
    ({"a": "1..6", "b": "1..6"}, ["a + b = 7"], lambda a, b: a + b == 7),
    ({"a": "1..6", "b": "1..6"}, ["a*b >= 12", "a < b"], lambda a, b: a * b >= 12 and a < b),
    ({"a": "1..6", "b": "1..6", "c": "1..6"}, ["a < b < c"], lambda a, b, c: a < b < c),
    ({"a": "1..5", "b": "1..5", "c": "1..5"}, ["a != b", "b != c", "a != c"], lambda a, b, c: len({a, b, c}) == 3),
    ({"a": "0..9", "b": "0..9", "c": "0..9"}, ["a != 0", "100a+10b+c > 500", "c = 0 or c = 5"],
     lambda a, b, c: a != 0 and 100 * a + 10 * b + c > 500 and c in (0, 5)),
    ({"x": "-10..10"}, ["x^2 < 20", "x != 0"], lambda x: x * x < 20 and x != 0),
    ({"x": "-5..5", "y": "-5..5"}, ["|x| + |y| = 4"], lambda x, y: abs(x) + abs(y) == 4),
    ({"a": "1..6", "b": "1..6"}, ["a/b > 2"], lambda a, b: Fraction(a, b) > 2),
    ({"a": "0..6", "b": "0..6"}, ["6/(a - b) > 2"], lambda a, b: a != b and Fraction(6, a - b) > 2),
    ({"a": "1..6", "b": "1..6"}, ["a^2 - 4b < 0"], lambda a, b: a * a - 4 * b < 0),
]  # fmt: skip


@pytest.mark.parametrize("case", FINITE, ids=[str(case[1]) for case in FINITE])
def test_tuples_of_finite_domains_are_counted(case: tuple[dict[str, str], list[str], Callable[..., bool]]) -> None:
    symbols, given, holds = case
    ends = [tuple(map(int, domain.split(".."))) for domain in symbols.values()]
    expected = sum(1 for values in product(*(range(a, b + 1) for a, b in ends)) if holds(*values))
    right = checked(symbols, given, str(expected))
    assert (right.outcome, right.detail) == ("passed", f"the number of solutions is {expected}")
    assert "gone through; counted again" in right.evidence[0]
    for wrong in (expected - 1, expected + 1):
        assert checked(symbols, given, str(wrong)).outcome == "failed"


def test_domains_without_an_end_are_cut_down_by_the_relations() -> None:
    expected = sum(1 for x in range(1, 30) for y in range(1, 30) if 2 * x + 3 * y == 29)
    assert checked({"x": "natural", "y": "natural"}, ["2x + 3y = 29"], str(expected)).outcome == "passed"
    assert checked({"x": "natural"}, ["3x - 2 <= 100"], "34").outcome == "passed"
    assert checked({"x": "integer", "y": "integer"}, ["x^2 + y^2 = 25"], "12").outcome == "passed"


def test_many_dice_are_counted_within_the_budget() -> None:
    symbols = dict.fromkeys("abcde", "1..6")
    expected = sum(1 for values in product(range(1, 7), repeat=5) if sum(values) == 20)
    assert checked(symbols, ["a+b+c+d+e = 20"], str(expected)).outcome == "passed"
    coins = dict.fromkeys("abcdefghijkl", "0..1")
    assert checked(coins, ["+".join(coins) + " = 5"], str(comb(12, 5))).outcome == "passed"
    assert checked(dict.fromkeys("ab", "1..9999"), ["a*b + a + b > 100"], "1").outcome == "undecided"


REAL = ["x^2-5*x+6", "x^2+x+1", "x^2-6*x+9", "x^3-3*x+1", "x^5-4*x+2", "x^4-10*x^2+1", "x^4+x+1", "x^3-2", "x^6-1"]


@pytest.mark.parametrize("polynomial", REAL)
def test_real_roots_are_counted(polynomial: str) -> None:
    expected = len(set(sympy.Poly(polynomial.replace("^", "**"), sympy.Symbol("x")).real_roots()))
    assert checked({"x": "real"}, [f"{polynomial} = 0"], str(expected)).outcome == "passed"
    assert checked({"x": "real"}, [f"{polynomial} = 0"], str(expected + 1)).outcome == "failed"


def test_roots_outside_the_domain_and_at_zeros_of_denominators_do_not_count() -> None:
    assert checked({"x": "positive"}, ["x^3 - 3x + 1 = 0"], "2").outcome == "passed"
    assert checked({"x": "[0, 1]"}, ["x^3 - 3x + 1 = 0"], "1").outcome == "passed"
    assert checked({"x": "real"}, ["(x^2 - 1)/(x - 1) = 0"], "1").outcome == "passed"
    assert checked({"x": "real"}, ["(x^5 - 4x + 2)(x - 1)/(x - 1) = 0"], "3").outcome == "passed"


def test_complex_roots_are_counted_once_each() -> None:
    assert checked({"x": "complex"}, ["x^3 = 1"], "3").outcome == "passed"
    assert checked({"x": "complex"}, ["x^2 + x + 1 = 0"], "2").outcome == "passed"
    assert checked({"x": "complex"}, ["(x^2 + 1)^2 = 0"], "2").outcome == "passed"
    assert checked({"x": "complex"}, ["(x^2 + 1)^2 = 0"], "4").outcome == "failed"


def test_solutions_of_systems_are_counted() -> None:
    real = {"x": "real", "y": "real"}
    assert checked(real, ["x+y=3", "x^2+y^2=5"], "2").outcome == "passed"
    assert checked(real, ["x+y=3", "2x+2y=5"], "0").outcome == "passed"
    assert checked(real, ["x+y=3", "x^2+y^2=5"], "1").outcome == "failed"


def test_infinitely_many_are_no_number() -> None:
    assert checked({"x": "real"}, ["x > 2"], "1").outcome == "failed"
    assert checked({"x": "real", "y": "real"}, ["x + y = 1"], "1").outcome == "failed"
    assert checked({"x": "integer"}, ["x > 2"], "1").outcome == "failed"
    free = Model(Ask("count", ("x",)), {"x": "real"}, {}, ("1 = 1",))
    assert verify(Problem("개수를 구하시오.", free, Answer(("1",)))).check("answer").outcome == "failed"


@pytest.mark.parametrize("answer", ["x", "2 < 3", "{6}", "6개 7"])
def test_a_key_that_is_no_number_does_not_pass(answer: str) -> None:
    model = Model(Ask("count", ("a", "b")), {"a": "1..6", "b": "1..6", "x": "real"}, {}, ("a + b = 7",))
    assert verify(Problem("개수를 구하시오.", model, Answer((answer,)))).verdict in ("refuted", "undecided")


@pytest.mark.parametrize("unknowns", [(), ("z",), ("a", "a")])
def test_unknowns_that_are_missing_or_doubled_are_named(unknowns: tuple[str, ...]) -> None:
    model = Model(Ask("count", unknowns), {"a": "1..6"}, {}, ("a > 2",))
    assert verify(Problem("개수를 구하시오.", model, Answer(("4",)))).check("parse").outcome == "failed"
