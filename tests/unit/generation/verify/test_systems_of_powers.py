"""Systems with powers and logarithms of two unknowns: right keys pass, keys with a lost or planted row fail."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.problem import Answer, Ask, Model, Origin, Problem
from generation.verify.verifier import verify

Rows = list[Mapping[str, str]]
SYSTEMS: list[tuple[tuple[str, str], Rows]] = [
    (("2^x + 2^y = 12", "2^(x+y) = 32"), [{"x": "3", "y": "2"}, {"x": "2", "y": "3"}]),
    (("log(x) + log(y) = 1", "x + y = 11"), [{"x": "10", "y": "1"}, {"x": "1", "y": "10"}]),
    (("2^x * 2^y = 32", "x - y = 1"), [{"x": "3", "y": "2"}]),
    (("3^x - 2^y = 1", "3^x + 2^y = 17"), [{"x": "2", "y": "3"}]),
    (("log(x,2) + log(y,2) = 5", "log(x,2) - log(y,2) = 1"), [{"x": "8", "y": "4"}]),
    (("log(x,2)*log(y,2) = 6", "log(x,2) + log(y,2) = 5"), [{"x": "8", "y": "4"}, {"x": "4", "y": "8"}]),
    (("log(x,2) + log(y,3) = 4", "log(x,2) - log(y,3) = 2"), [{"x": "8", "y": "3"}]),
    (("2^(x-y) = 4", "4^x + 4^y = 17"), [{"x": "2", "y": "0"}]),
]


def _outcomes(given: tuple[str, str], rows: Rows) -> dict[str, str]:
    problem = Problem(
        language="en",
        statement=f"Solve the system ${given[0]}$, ${given[1]}$.",
        model=Model(symbols={"x": "real", "y": "real"}, given=given, ask=Ask("solve", unknowns=("x", "y"))),
        answer=Answer(tuple(rows)),
        origin=Origin("test"),
    )
    return {check.name: check.outcome for check in verify(problem).checks}


@pytest.mark.parametrize(("given", "rows"), SYSTEMS)
def test_right_rows_pass_and_others_fail(given: tuple[str, str], rows: Rows) -> None:
    right = _outcomes(given, rows)
    assert (right["answer"], right["unique"]) == ("passed", "passed")
    short = _outcomes(given, rows[1:])
    assert "failed" in (short["answer"], short["unique"])
    assert _outcomes(given, [*rows[1:], {"x": "7", "y": "7"}])["answer"] == "failed"


@pytest.mark.parametrize(
    "given", [("2^x + y = 3", "x*y = 1"), ("log(x) + x = 1", "y = 1"), ("2^x + 2^y = 5", "2^x = 5 - 2^y")]
)
def test_what_is_not_turned_into_polynomials_is_undecided(given: tuple[str, str]) -> None:
    assert _outcomes(given, [{"x": "1", "y": "1"}])["unique"] in ("undecided", "failed")


@settings(max_examples=40, deadline=None)
@given(st.integers(-2, 3), st.integers(-2, 3), st.sampled_from([2, 3]), st.sampled_from([2, 4, 5]))
def test_planted_exponents_are_found(x: int, y: int, a: int, b: int) -> None:

    p, q = Fraction(a) ** x, Fraction(b) ** y
    equations = (f"{a}^x + {b}^y = {p + q}", f"{a}^x - 2*{b}^y = {p - 2 * q}")
    right = _outcomes(equations, [{"x": str(x), "y": str(y)}])
    assert (right["answer"], right["unique"]) == ("passed", "passed")
