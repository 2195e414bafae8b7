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
