from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.standard import find_standard, load_standards, normalise_code, suggest_standards


def test_all_standards_are_there() -> None:
    standards = load_standards()
    assert len(standards) == 311
    stages = Counter(code[1:3].rstrip("수") for code in standards)
    assert stages == {"2": 29, "4": 47, "6": 45, "9": 60, "10": 39, "12": 91}
    quadratic = standards["[9수02-20]"]
    assert (quadratic.course, quadratic.unit, quadratic.topic) == ("중학교 수학", "변화와 관계", "이차방정식")
    assert standards["[10공수1-01-01]"].topic == ""


@pytest.mark.parametrize("code", list(load_standards()))
def test_official_codes_stay(code: str) -> None:
    assert normalise_code(code) == code
    assert normalise_code(code.strip("[]").replace("-", "–")) == code


@pytest.mark.parametrize(
    ("typed", "official"),
    [
        ("9수02-20", "[9수02-20]"),
        (" [ 9수02 - 20 ] ", "[9수02-20]"),
        ("〔９수０２－２０〕", "[9수02-20]"),
        ("9수02−20", "[9수02-20]"),
        ("9수0220", "[9수02-20]"),
        ("12미적I-01-01", "[12미적Ⅰ-01-01]"),
        ("12미적II-01-01", "[12미적Ⅱ-01-01]"),
        ("12미적2-01-01", "[12미적Ⅱ-01-01]"),
        ("12미적Ⅱ01-01", "[12미적Ⅱ-01-01]"),
        ("10공수1 01-01", "[10공수1-01-01]"),
        ("12대수-01-01", "[12대수01-01]"),
    ],
)
def test_spellings_mean_the_official_code(typed: str, official: str) -> None:
    assert normalise_code(typed) == official
    found = find_standard(typed)
    assert found is not None
    assert found.code == official


@pytest.mark.parametrize(
    ("typed", "shown"), [("9수02-77", "[9수02-77]"), ("10기수1-01-01", "[10기수1-01-01]"), ("CCSS.6", "[CCSS6]")]
)
def test_unknown_code_is_shown_in_brackets(typed: str, shown: str) -> None:
    assert find_standard(typed) is None
    assert normalise_code(typed) == shown


def test_suggestions_are_near_and_official() -> None:
    assert "[9수02-20]" in suggest_standards("9수02-23", 5)
    assert suggest_standards("completely different") == ()
    assert set(suggest_standards("8수02-20")) <= set(load_standards())


@given(st.text(max_size=60))
def test_any_text_is_read_without_error_and_once_is_enough(text: str) -> None:
    once = normalise_code(text)
    assert once.startswith("[")
    assert once.endswith("]")
    assert normalise_code(once) == once
    find_standard(text)
