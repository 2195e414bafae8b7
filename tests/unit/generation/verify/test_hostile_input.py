"""Whatever is posted as a problem: no code runs, nothing hangs, nothing is proved that was not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from generation.problem import Answer, Ask, Choice, Model, Problem, Step
from generation.verify.isolated import IsolatedVerifier

RIGHT = Problem(
    "이차방정식 $x^2-5x+6=0$을 푸시오.",
    Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x^2-5x+6=0",)),
    Answer(("2", "3")),
    solution=(Step("", "x=2 or x=3"),),
    choices=(Choice(("2", "3"), True), Choice(("1", "6"))),
)

ROOTS = "1/(sqrt(2)+sqrt(3)+sqrt(5)+sqrt(7)+sqrt(11)+sqrt(13)+sqrt(17)+sqrt(19)+sqrt(23))"
TEXTS = [
    "9**9**9",
    "9^9^9^9",
    "factorial(10**9)",
    "((10^9)!)!",
    "C(10^9, 5*10^8)",
    "(" * 20_000 + "x" + ")" * 20_000,
    "-" * 5_000 + "1",
    "|" * 999 + "x",
    "sqrt(" * 300 + "2" + ")" * 300,
    "{" * 900,
    "\\frac" * 400,
    "x" + "^x" * 400,
    "+".join(["x"] * 450),
    "*".join(["(x+1)"] * 150),
    "(a+b+c+d+f+g+h)^60",
    "((x+1)^64)^64",
    "(x^9999+1)^64",
    "1" * 41,
    "sqrt(" + "7" * 40 + ")",
    ROOTS,
    "x^24+" + "+".join(f"{k}x^{k}" for k in range(1, 24)) + "=0",
    "x^2000=1",
    "1<\u200b2",
    "x\u00b2=4",
    "\u202e2=x",
    "x=\u0660",
    "\ud800",
    "\x00x=1",
    "__import__('os').system('touch /tmp/yuje-was-here')",
    "().__class__.__bases__[0].__subclasses__()",
    "lambda: 0",
    "exec('1')",
    "x.__dict__ = 1",
    "\\input{/etc/passwd}",
    "\\write18{id}",
    "${7*7}",
    "x=1; DROP TABLE problems",
    "<script>alert(1)</script>",
    "1e999",
    "oo-oo",
    "0^0",
    "1/0",
    "log(0)",
    "i^i",
    "",
    " ",
    "all and none",
    "=",
    "2,,3",
]

HARMLESS = {("choice", ROOTS), ("choice", "x\u00b2=4")}
"""Mathematics like any other, where something wrong may stand."""


@pytest.fixture(scope="module")
def verifier() -> Iterator[IsolatedVerifier]:
    with IsolatedVerifier(workers=2, timeout_s=5.0) as pool:
        while len(pool.worker_pids()) < 2:
            pool.verify(RIGHT)
        yield pool


PLACES = {
    "given": lambda t: replace(RIGHT, model=replace(RIGHT.model, given=(t,))),
    "of": lambda t: replace(RIGHT, model=Model(Ask("value", of=t), {"x": "real"}), choices=(), solution=()),
    "form": lambda t: replace(RIGHT, model=Model(Ask("form", of=t, form="factored"), {"x": "real"})),
    "answer": lambda t: replace(RIGHT, answer=Answer((t,))),
    "row": lambda t: replace(RIGHT, answer=Answer(({"x": t},))),
    "step": lambda t: replace(RIGHT, solution=(Step("", t),)),
    "choice": lambda t: replace(RIGHT, choices=(*RIGHT.choices, Choice((t,)))),
    "domain": lambda t: replace(RIGHT, model=replace(RIGHT.model, symbols={"x": t})),
    "name": lambda t: replace(RIGHT, model=replace(RIGHT.model, symbols={"x": "real", t: "real"})),
    "statement": lambda t: replace(RIGHT, statement=f"${t}$을 푸시오."),
    "unit": lambda t: replace(RIGHT, answer=Answer(("2", "3"), t)),
    "form name": lambda t: replace(RIGHT, model=replace(RIGHT.model, ask=Ask("form", of="x", form=t))),
    "misconception": lambda t: replace(RIGHT, targets=t),
}


@pytest.mark.parametrize("place", PLACES)
def test_hostile_text_is_never_proved_and_never_stops_a_worker(place: str, verifier: IsolatedVerifier) -> None:
    alive = set(verifier.worker_pids())
    texts = [text for text in TEXTS if (place, text) not in HARMLESS]
    for text, certificate in zip(texts, verifier.verify_all(map(PLACES[place], texts)), strict=True):
        assert certificate.verdict in ("undecided", "refuted"), (place, text[:60])
        assert not any(check.name == "worker" and "failed to run" in check.detail for check in certificate.checks), (
            place,
            text[:60],
            certificate.checks,
        )
    assert set(verifier.worker_pids()) == alive, "a text took a whole worker"


def test_statements_that_try_the_text_scanner(verifier: IsolatedVerifier) -> None:
    for statement in ("$" * 9_999, "$x" * 4_000, "\\(" * 4_000, "a" * 9_999, "1 " * 4_000, "가1" * 4_000, "x" * 20_000):
        assert verifier.verify(replace(RIGHT, statement=statement)).verdict in ("undecided", "refuted")


def test_thousands_of_strings_are_not_read(verifier: IsolatedVerifier) -> None:
    many = replace(RIGHT, solution=tuple(Step("", "x=2 or x=3") for _ in range(5_000)))
    certificate = verifier.verify(many)
    assert certificate.verdict == "undecided"
    assert certificate.check("parse").detail == "more than 200 strings of mathematics"


def test_a_source_is_as_hostile_as_the_problem(verifier: IsolatedVerifier) -> None:
    assert verifier.verify(RIGHT, "(" * 9_000).check("novelty").outcome == "passed"
    broken = verifier.verify(RIGHT, replace(RIGHT.model, given=("(" * 9_000,)))
    assert broken.check("novelty").outcome == "undecided"
