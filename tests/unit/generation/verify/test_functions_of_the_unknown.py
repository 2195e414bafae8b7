"""Whole items with roots, powers, logarithms, bars and angles: the right key passes, a wrong one fails."""

from __future__ import annotations

import pytest

from generation.problem import Answer, Ask, Model, Origin, Problem
from generation.verify.verifier import verify

RIGHT = [
    ("2^x = 8", ["3"], ["4"], "real"),
    ("4^x - 3*2^x + 2 = 0", ["0", "1"], ["1"], "real"),
    ("log(x,2) + log(x-2,2) = 3", ["4"], ["4", "-2"], "real"),
    ("sqrt(x+2) = x", ["2"], ["2", "-1"], "real"),
    ("|x-1| = 2x", ["1/3"], ["1/3", "-1"], "real"),
    ("log(x) < 2", ["0 < x < 100"], ["x < 100"], "real"),
    ("sqrt(2x-1) < x-2", ["x > 5"], ["x < 1 or x > 5"], "real"),
    ("2^x + 1 = 0", [], ["0"], "real"),
    ("2sin(x) = 1", ["pi/6", "5pi/6"], ["pi/6"], "[0, 2pi)"),
    ("sin(x) > 1/2", ["pi/6 < x < 5pi/6"], ["x > pi/6"], "[0, 2pi)"),
    ("cos(x) = -1", ["pi"], ["pi", "-pi"], "[0, 2pi)"),
    ("log(x, 2)^2 = 4", ["4", "1/4"], ["4"], "real"),
    ("3^x = 9", ["2"], ["1"], "natural"),
]


def _outcomes(given: str, key: list[str], domain: str) -> dict[str, str]:
    problem = Problem(
        language="en",
        statement=f"Solve ${given}$.",
        model=Model(symbols={"x": domain}, given=(given,), ask=Ask("solve", unknowns=("x",))),
        answer=Answer(tuple(key)),
        origin=Origin("test"),
    )
    return {check.name: check.outcome for check in verify(problem).checks}


@pytest.mark.parametrize(("given", "right", "wrong", "domain"), RIGHT)
def test_right_keys_pass_and_wrong_ones_fail(given: str, right: list[str], wrong: list[str], domain: str) -> None:
    passed = _outcomes(given, right, domain)
    assert (passed["answer"], passed["unique"], passed["domain"]) == ("passed", "passed", "passed")
    failed = _outcomes(given, wrong, domain)
    assert "failed" in (failed["answer"], failed["unique"])


@pytest.mark.parametrize("given", ["2^x + x = 3", "sin(x) = 1/2", "x = cos(x)", "sin(x) + sin(sqrt(2)x) = 1"])
def test_what_is_not_solved_is_undecided(given: str) -> None:
    assert _outcomes(given, ["1"], "real")["unique"] == "undecided"
