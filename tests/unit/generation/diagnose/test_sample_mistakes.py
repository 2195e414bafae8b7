"""Every sample mistake of the demo is diagnosed with the misconception it was chosen for, first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generation.diagnose.derivation import derive
from generation.diagnose.diagnosis import diagnose
from generation.diagnose.malrule import MAL_RULES
from generation.equivalence.listed import compare_listed
from generation.mistake import Mistake
from generation.problem import Model
from generation.reading.answer import read_answer
from generation.reading.statement import read

SAMPLES = Path(__file__).parents[4] / "service" / "samples" / "mistakes.jsonl"
LINES: list[dict[str, Any]] = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
FIELDS = {
    "id", "statement", "student_answer", "correct_answer", "working", "standard", "language",
    "expected_misconception", "origin",
}  # fmt: skip


def by_id(sample: dict[str, Any]) -> str:
    return str(sample["id"])


@pytest.mark.parametrize("sample", LINES, ids=by_id)
def test_expected_misconception_comes_first(sample: dict[str, Any]) -> None:
    mistake = Mistake(
        sample["statement"],
        sample["student_answer"],
        sample["correct_answer"],
        sample["working"],
        sample["standard"],
        sample["language"],
    )
    found = diagnose(mistake)
    assert found.answer_read
    assert not found.answer_is_right
    assert found.misconceptions[0].id == sample["expected_misconception"]


@pytest.mark.parametrize("sample", LINES, ids=by_id)
def test_key_follows_from_the_statement(sample: dict[str, Any]) -> None:
    model = read(sample["statement"])
    assert isinstance(model, Model), model
    key = read_answer(sample["correct_answer"], model)
    assert isinstance(key, tuple), key
    assert compare_listed(key, derive(model).answer) == "equal"


def test_lines_are_well_formed() -> None:
    assert len({sample["id"] for sample in LINES}) == len(LINES)
    for sample in LINES:
        assert set(sample) == FIELDS
        assert sample["expected_misconception"] in MAL_RULES
        assert (max(sample["statement"]) >= "가") == (sample["language"] == "ko")


def test_provenance() -> None:
    real = [s["origin"] for s in LINES if s["origin"]["dataset"] == "MaE"]
    assert len(real) >= 14
    assert all(set(origin) == {"dataset", "id", "licence", "note"} and origin["licence"] == "MIT" for origin in real)
    own = [s for s in LINES if s["origin"] == {"dataset": "yuje"}]
    assert len(real) + len(own) == len(LINES)
    assert {s["standard"] for s in LINES} == {
        "[9수01-05]", "[9수01-10]", "[9수02-02]", "[9수02-04]", "[9수02-08]", "[9수02-12]", "[9수02-13]",
        "[9수02-19]", "[9수02-20]",
    }  # fmt: skip
