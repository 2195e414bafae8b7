"""The coverage table counts what is registered, and reasons stand only where types are missing."""

from __future__ import annotations

from generation.coverage import NOT_COVERED, coverage
from generation.symbolic.problem_type import PROBLEM_TYPES
from retrieval.standard import load_standards


def test_every_type_stands_under_an_official_standard() -> None:
    listed = [type_id for row in coverage() for type_id in row.types]
    assert sorted(listed) == sorted(PROBLEM_TYPES)


def test_reasons_are_for_official_standards_without_enough_types() -> None:
    assert set(NOT_COVERED) <= set(load_standards())
    assert [row.standard.code for row in coverage() if row.reason is not None and row.is_enough] == []
