"""The inputs that fuzzing kept are refused or read, written and read back; nothing else is raised."""

from __future__ import annotations

import pytest

from generation.expression.errors import ParseError
from generation.expression.parser import parse
from tests.fuzz.arcs import arcs, least
from tests.fuzz.parser_inputs import DECLARED, SEEDS, kept, read

KEPT = kept()


def test_every_kept_input_is_read_or_refused() -> None:
    for text in [*KEPT, *SEEDS]:
        read(text)


@pytest.mark.parametrize("text", [text for text in SEEDS if text[0] in DECLARED])
def test_seeds_are_read(text: str) -> None:
    assert read(text) is not None


def test_the_corpus_has_both_what_is_read_and_what_is_refused() -> None:
    outcomes = [read(text) is not None for text in KEPT]
    assert len(outcomes) > 100
    assert {True, False} == set(outcomes)


def test_the_least_set_takes_every_step() -> None:
    def refusing(text: str) -> None:
        with pytest.raises(ParseError):
            parse(text)

    inputs = ["(", "((", "(x", "2 3", "2 4"]
    chosen = least(refusing, inputs)
    assert frozenset().union(*(arcs(refusing, t) for t in chosen)) == frozenset().union(
        *(arcs(refusing, t) for t in inputs)
    )
    assert "2 4" not in chosen


REPEATED = [
    "(", "[", "{", "|", "x", "1 ", "1,500,", "km/", "3km/", "+x", "*x", "-", "/2", "^x", "!", "²",
    "₁", "'", "f'", "±", "1±", "%", "°", "x<", "([", "[[1],", "(x,", "(1,2),", "{x", "⌊", "abs(",
    "max(", "sin ", "log_2 ", "log_a", "a_", "a_f", "_n", "|x|", "x|", "√", "∛", "³√", "3시간",
    "100만", "1억", "0.3̇", "or ", "x=1 or ", "x=1 and ", "1/2 ", "d", "dx", "3m", '3 "h"', "{}_",
    "_1C_", r"\int ", r"\int xdx ", r"\int_0^1", r"\frac12", r"\frac{1}{", r"\frac{d}{dx}",
    r"\sqrt{", r"\text{cm}", r"\mathrm{m}", r"\binom", r"\lim_{x \to 1+} ", r"\lim_{x \to ",
    r"\sum_{k=1}^{n} ", r"\sum_{k=1}^n", r"\prod_{k=", r"\sin 2x", r"\sin^2", r"\log_{2}",
    r"\left|", r"\begin{cases}x=1\\", r"0.\dot{3}", "x^{", "x_{", "a_{",
]  # fmt: skip
LENGTHS = (39, 49, 99, 160, 480)


def _below(frames: int, text: str) -> None:
    """Read where a caller, such as a web server, has already used up some of Python's stack."""
    if frames:
        _below(frames - 1, text)
    else:
        read(text)


@pytest.mark.parametrize("declared", sorted(DECLARED))
def test_repeated_pieces_exhaust_no_stack(declared: str) -> None:
    for piece in REPEATED:
        for length in LENGTHS:
            for end in ("", "x"):
                _below(60, declared + (piece * length)[:4000] + end)
