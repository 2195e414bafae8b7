"""Every type told in words gives right items: keys hold, and of five choices only one, by a path of its own.

The judge reads the model alone and shares no code with `generation`; what the sentences say is the business of others.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from generation.symbolic.engine import sample_problem
from generation.symbolic.problem_type import PROBLEM_TYPES
from tests.acceptance.independent import fault

ITEMS_PER_TYPE = 6
WITH_CHOICES = 2
TYPES = sorted(PROBLEM_TYPES)
TOLD = [type_id for type_id in TYPES if PROBLEM_TYPES[type_id].telling is not None]


def with_key(body: dict[str, Any], values: list[Any]) -> dict[str, Any]:
    """The item with another key."""
    return {**body, "answer": {**body["answer"], "values": values}}


@pytest.mark.parametrize("type_id", TOLD)
def test_keys_hold_by_an_independent_path(type_id: str) -> None:
    models = set()
    for seed in range(ITEMS_PER_TYPE):
        body = sample_problem(type_id, seed, choices=False).to_json()
        assert fault(body) is None, (body["model"], body["answer"])
        models.add(str(body["model"]))
    assert len(models) > 1, "the parameters do not vary"


@pytest.mark.parametrize("type_id", TYPES)
def test_only_one_choice_is_right(type_id: str) -> None:
    for seed in range(WITH_CHOICES):
        body = sample_problem(type_id, 500 + seed).to_json()
        right = []
        for choice in body["choices"]:
            if fault(with_key(body, choice["value"])) is None:
                right.append(choice)
        assert right == [choice for choice in body["choices"] if choice.get("correct")], body["model"]


def test_a_model_and_statement_do_not_depend_on_the_language() -> None:
    for type_id in TOLD:
        korean, english = (sample_problem(type_id, 3, language=language, choices=False) for language in ("ko", "en"))
        assert korean.model == english.model
        assert korean.answer.values == english.answer.values
        assert korean.statement != english.statement


_TURNED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}


def spoiled(values: list[Any]) -> list[Any]:
    """A key that is a little off, or without its last solution."""
    first = values[0]
    if len(values) > 1:
        return values[:-1]
    if isinstance(first, dict):
        return [{name: f"{text} + 1" for name, text in first.items()}]
    if first in ("true", "false"):
        return ["false" if first == "true" else "true"]
    if re.search("[<>]", first):
        return [re.sub("[<>]=?", lambda sign: _TURNED[sign[0]], first, count=1)]
    if "=" in first:
        return [f"{first} + 1"]
    return [first.replace("[[", "[[1 + ", 1) if first.startswith("[[") else f"-({first}) - 22/7"]


@pytest.mark.parametrize("type_id", TYPES)
def test_a_key_that_is_off_is_found(type_id: str) -> None:
    body = sample_problem(type_id, 11, choices=False).to_json()
    wrong = with_key(body, spoiled(body["answer"]["values"]))
    assert fault(wrong) is not None, wrong["answer"]
