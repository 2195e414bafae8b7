"""Types told in words: what they say is read back, and what they claim is confirmed by the verifier."""

from __future__ import annotations

import re
from random import Random

import pytest

from generation.problem import Language
from generation.reading.sentences import SENTENCES
from generation.symbolic.engine import Request, propose, sample_problem
from generation.symbolic.problem_type import PROBLEM_TYPES
from generation.symbolic.told import told_statement
from generation.verify.verifier import verify

TOLD_TYPES = [type_id for type_id, kind in PROBLEM_TYPES.items() if kind.telling is not None]
LANGUAGES: tuple[Language, ...] = ("ko", "en")
UNFILLED = re.compile(r"\[[가-힣]+\]|\{[a-z_]+\}(?![^$]*\$)|\$\$|\+-|--|(?<![\d.^_{])1[a-z](?![a-z])|\+\s*0(?![.\d])")
"""An open slot, an unresolved particle, ``+ -3``, ``1x``, an added zero."""


@pytest.mark.parametrize("type_id", TOLD_TYPES)
def test_every_sentence_is_read_back_to_its_model(type_id: str) -> None:
    kind, rng = PROBLEM_TYPES[type_id], Random(f"read {type_id}")
    assert kind.telling is not None
    for language in LANGUAGES:
        for template in kind.telling.says[language]:
            for _ in range(4):
                draw = kind.sample(rng)
                told = SENTENCES.read(told_statement(template, draw.slots))
                assert told is not None, told_statement(template, draw.slots)
                assert (told.type_id, told.model) == (type_id, kind.model(draw))


@pytest.mark.parametrize("type_id", TOLD_TYPES)
def test_other_words_never_mean_another_model(type_id: str) -> None:
    kind, rng = PROBLEM_TYPES[type_id], Random(f"loosely {type_id}")
    assert kind.telling is not None
    for template in kind.telling.says["ko"]:
        draw = kind.sample(rng)
        statement = told_statement(template, draw.slots)
        for old, new in (("이고 ", ", "), ("구하시오", "구해 보시오"), ("일 때, ", "이면 "), ("각각 ", "")):
            told = SENTENCES.read(statement.replace(old, new))
            assert told is None or told.model == kind.model(draw), statement.replace(old, new)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type_id", TOLD_TYPES)
def test_items_are_accepted_and_well_written(type_id: str, language: Language) -> None:
    for seed in range(6):
        problem = sample_problem(type_id, seed, language=language, choices=seed % 2 == 0)
        assert UNFILLED.search(problem.statement) is None, problem.statement
        certificate = verify(problem)
        faults = [f"{check.name}: {check.detail}" for check in certificate.checks if check.outcome != "passed"]
        assert certificate.verdict in ("proved", "corroborated"), (problem.statement, faults)


@pytest.mark.parametrize("type_id", TOLD_TYPES)
def test_a_posted_problem_gets_items_of_its_type(type_id: str) -> None:
    problem = sample_problem(type_id, 99, choices=False)
    items = propose(Request(problem.model, 3, statement=problem.statement))
    assert len(items) == 3
    assert {item.origin.type for item in items if item.origin} == {type_id}
    assert all(item.statement != problem.statement for item in items)
