"""``truth``: claims that are known to hold or fail, brute force over finite ranges, and sympy's minors."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from itertools import combinations, product

import pytest
import sympy

from generation.expression.exact import exact
from generation.expression.parser import parse_expression
from generation.problem import Answer, Ask, Model, Problem
from generation.verify.certificate import CheckResult
from generation.verify.positivity import Known, sign_everywhere
from generation.verify.verifier import verify

Claim = tuple[dict[str, str], list[str], str]


def checked(claim: Claim, answer: str) -> CheckResult:
    """The check ``answer`` of a question whether a claim holds."""
    symbols, given, text = claim
    model = Model(Ask("truth", claim=text), symbols, {}, tuple(given))
    return verify(Problem("참인지 말하시오.", model, Answer((answer,)))).check("answer")


X, N, POS = {"x": "real"}, {"n": "natural"}, {"x": "positive"}
AB, AB_POS = {"a": "real", "b": "real"}, {"a": "positive", "b": "positive"}
ABC = {"a": "real", "b": "real", "c": "real"}
TRUE: list[Claim] = [
    ({}, [], "10 > 7"),
    ({}, [], "2/3 < 0.67"),
    ({}, [], "sqrt(2) + sqrt(3) > 3"),
    ({}, [], "1/2 + 1/3 = 5/6"),
    ({}, [], "|-3| = 3"),
    (X, [], "(x+1)^2 = x^2 + 2x + 1"),
    (X, [], "x^2 + 1 > 0"),
    (X, [], "x^2 - 2x + 1 >= 0"),
    (X, [], "x^4 - 4x + 4 > 0"),
    (X, ["x > 2"], "x^2 > 4"),
    (X, ["x^2 = 4"], "x = 2 or x = -2"),
    (POS, [], "x + 1/x >= 2"),
    ({"x": "rational"}, [], "x^2 != 2"),
    ({"n": "integer"}, [], "n^2 >= n"),
    (N, [], "n^2 + 3n + 2 > 0"),
    (AB, [], "(a+b)^2 - (a-b)^2 = 4a*b"),
    (AB, [], "a^2 + b^2 >= 2a*b"),
    (AB, ["a > b", "b > 0"], "a^2 > b^2"),
    (AB, ["a > 1", "b > 1"], "a*b + 1 > a + b"),
    (AB, ["a + b = 0"], "a^3 + b^3 = 0"),
    (AB, ["a != b"], "(a^2-b^2)/(a-b) = a + b"),
    (AB, ["a != 0", "b != 0"], "1/a + 1/b = (a+b)/(a*b)"),
    (AB_POS, [], "a/b + b/a >= 2"),
    (AB_POS, [], "(a+b)(1/a + 1/b) >= 4"),
    (AB_POS, ["a < b"], "1/a > 1/b"),
    (ABC, [], "a^2 + b^2 + c^2 >= a*b + b*c + c*a"),
    (ABC, ["a + b + c = 0"], "a^3 + b^3 + c^3 = 3a*b*c"),
    ({"m": "natural", "n": "natural"}, [], "m*n >= 1"),
    ({"m": "natural", "n": "natural"}, [], "(m+1)(n+1) > m*n + 2"),
    ({"z": "complex"}, [], "(z+1)(z-1) = z^2 - 1"),
]
FALSE: list[Claim] = [
    ({}, [], "10 < 7"),
    ({}, [], "sqrt(2) + sqrt(3) = sqrt(5)"),
    (X, [], "(x+1)^2 = x^2 + 1"),
    (X, [], "x^2 > 0"),
    (X, [], "x^3 - 3x + 1 > -1"),
    (X, ["x < 2"], "x^2 < 4"),
    (X, ["x^2 = 4"], "x = 2"),
    ({"x": "rational"}, [], "x^2 > 1/1000"),
    ({"x": "integer"}, [], "2x != 6"),
    (N, [], "n^2 > n"),
    (AB, [], "a^2 + b^2 > 2a*b"),
    (AB, ["a > b"], "a^2 > b^2"),
    (AB, [], "|a + b| = |a| + |b|"),
    (AB, ["a*b = 0"], "a = 0"),
    (AB, ["a + b = 2"], "a*b = 1"),
    (AB_POS, [], "a + b >= 2"),
    ({"z": "complex"}, [], "z^2 = z"),
]
NEITHER: list[Claim] = [
    (X, [], "(x^2-1)/(x-1) = x + 1"),
    (AB, [], "(a^2-b^2)/(a-b) = a + b"),
    (X, ["x^2 < 0"], "x = 5"),
    ({"x": "integer"}, ["0 < 2x < 2"], "x = x + 1"),
    ({"z": "complex"}, [], "z^2 >= 0"),
    ({"z": "complex"}, [], "z^2 + 1 != 0"),
    (AB, ["a > b", "b > a"], "a = 7"),
]


@pytest.mark.parametrize("claim", TRUE, ids=[f"{c[1]} => {c[2]}" for c in TRUE])
def test_what_holds_is_shown_and_cannot_be_called_false(claim: Claim) -> None:
    assert (checked(claim, "true").outcome, checked(claim, "true").detail) == ("passed", "the claim is true")
    assert checked(claim, "true").evidence
    assert checked(claim, "false").outcome == "failed"


@pytest.mark.parametrize("claim", FALSE, ids=[f"{c[1]} => {c[2]}" for c in FALSE])
def test_what_does_not_hold_is_refuted_by_numbers(claim: Claim) -> None:
    assert checked(claim, "false").outcome == "passed"
    found = checked(claim, "true")
    assert (found.outcome, found.detail) == ("failed", "the claim is false, not true")
    assert "does not hold" in found.evidence[0]


@pytest.mark.parametrize("claim", NEITHER, ids=[f"{c[1]} => {c[2]}" for c in NEITHER])
def test_what_has_no_value_or_no_case_or_no_order_is_undecided(claim: Claim) -> None:
    assert checked(claim, "true").outcome == "undecided"
    assert checked(claim, "false").outcome == "undecided"


FINITE: list[tuple[str, Callable[[int, int], bool]]] = [
    ("a + b >= 2", lambda a, b: a + b >= 2),
    ("a*b <= 36", lambda a, b: a * b <= 36),
    ("a + b != 13", lambda a, b: a + b != 13),
    ("a^2 != 2b^2", lambda a, b: a * a != 2 * b * b),
    ("a^2 - 4b != 5", lambda a, b: a * a - 4 * b != 5),
    ("a/b <= 6", lambda a, b: a <= 6 * b),
    ("a < b or a >= b", lambda a, b: True),
    ("3a + 5b > 7", lambda a, b: 3 * a + 5 * b > 7),
]


@pytest.mark.parametrize(("text", "holds"), FINITE, ids=[text for text, _ in FINITE])
def test_claims_over_finite_ranges_are_tried_case_by_case(text: str, holds: Callable[[int, int], bool]) -> None:
    expected = all(holds(a, b) for a, b in product(range(1, 7), repeat=2))
    claim: Claim = ({"a": "1..6", "b": "1..6"}, [], text)
    assert checked(claim, str(expected).lower()).outcome == "passed"
    assert checked(claim, str(not expected).lower()).outcome == "failed"


def test_a_side_without_a_value_is_a_fault_not_a_falsehood() -> None:
    for answer in ("true", "false"):
        assert checked(({}, [], "1/0 = 3"), answer).outcome == "failed"
        assert checked(({"n": "0..3"}, [], "6/n > 1"), answer).outcome == "undecided"


@pytest.mark.parametrize("answer", ["1", "maybe", "true, false", "x", "yes"])
def test_keys_other_than_the_two_words_do_not_pass(answer: str) -> None:
    model = Model(Ask("truth", claim="10 > 7"), {"x": "real"})
    assert verify(Problem("참인지 말하시오.", model, Answer((answer,)))).verdict in ("refuted", "undecided")


def test_both_words_at_once_are_refuted() -> None:
    model = Model(Ask("truth", claim="10 > 7"))
    assert verify(Problem("참인지 말하시오.", model, Answer(("true", "false")))).verdict == "refuted"
    assert verify(Problem("참인지 말하시오.", model, Answer(()))).verdict == "refuted"
    assert (
        verify(Problem("참인지 말하시오.", Model(Ask("truth")), Answer(("true",)))).check("parse").outcome == "failed"
    )


def test_korean_words_say_the_same() -> None:
    assert checked(({}, [], "10 > 7"), "참").outcome == "passed"
    assert checked(({}, [], "10 > 7"), "거짓").outcome == "failed"


def is_semidefinite(matrix: sympy.Matrix) -> bool:
    """Whether no principal minor is negative."""
    places = [chosen for k in (1, 2, 3) for chosen in combinations(range(3), k)]
    return all(matrix.extract(list(chosen), list(chosen)).det() >= 0 for chosen in places)


def test_squares_agree_with_principal_minors() -> None:
    rng = random.Random(5)
    signs: Counter[str | None] = Counter()
    x, y = sympy.symbols("x y")
    for _ in range(300):
        p, q, r, s = (rng.randint(-3, 3) for _ in range(4))
        c = rng.choice((0, 0, 1, rng.randint(-4, 12)))
        text = f"({p}*x+({q})*y+({r}))^2+({s})*y^2+({rng.randint(-2, 2)})*x+({c})"
        found = sign_everywhere(exact(parse_expression(text)).top, Known())
        form = sympy.Poly(sympy.expand(text.replace("^", "**")), x, y)
        whole = sympy.Matrix(3, 3, lambda i, j, f=form: f.coeff_monomial((x, y, 1)[i] * (x, y, 1)[j]) / (1 + (i != j)))
        expected = None
        if is_semidefinite(whole):
            below = whole - sympy.diag(0, 0, sympy.Rational(1, 10**6))
            expected = "positive" if is_semidefinite(below) else "nonnegative"
        assert found == expected, text
        signs[found] += 1
    assert min(signs[sign] for sign in ("positive", "nonnegative", None)) > 10
