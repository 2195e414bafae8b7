"""Text for users: whole in both languages; languages told from a header; log lines without messages of errors."""

from __future__ import annotations

import json
import logging
import string
import sys

import pytest

from service.api.language import preferred
from service.logs import JsonFormatter
from service.messages import MESSAGES
from service.report import Answered, formula, values_latex, values_text

EMPTY = Answered("one", {}, {"language": "ko"})


@pytest.mark.parametrize("key", MESSAGES)
def test_a_message_has_the_same_places_in_both_languages(key: str) -> None:
    places = {
        language: {place for _, place, _, _ in string.Formatter().parse(text) if place is not None}
        for language, text in MESSAGES[key].items()
    }
    assert list(places) == ["ko", "en"]
    assert places["ko"] == places["en"]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("ko-KR,ko;q=0.9,en;q=0.8", "ko"),
        ("en", "en"),
        ("de, ko;q=0.4, en-GB;q=0.7", "en"),
        ("fr", None),
        ("", None),
        ("ko;q=0", None),
        ("ko;q=x, en;q=0.1", "en"),
        ("," * 100_000, None),
    ],
)
def test_the_most_wanted_language(header: str, language: str | None) -> None:
    assert preferred(header) == language


def test_a_log_line_keeps_where_an_error_was_and_not_what_it_said() -> None:
    try:
        int("a student's answer")
    except ValueError:
        record = logging.LogRecord("service.x", logging.ERROR, __file__, 1, "failed", None, sys.exc_info())
    record.request_id = "r1"
    line = json.loads(JsonFormatter().format(record))
    assert (line["level"], line["event"], line["request_id"], line["error"]) == ("error", "failed", "r1", "ValueError")
    assert "student" not in json.dumps(line)


@pytest.mark.parametrize(
    ("values", "text", "latex"),
    [
        (["1/2"], "1/2", "$\\frac{1}{2}$"),
        (["2", "3"], "2, 3", "$2$, $3$"),
        ([{"x": "1", "y": "-2"}], "x=1, y=-2", "$x=1$, $y=-2$"),
        ([], "해가 없다", "해가 없다"),
        (["all"], "해가 무수히 많다", "해가 무수히 많다"),
    ],
)
def test_answers_in_one_line(values: list[object], text: str, latex: str) -> None:
    assert (values_text(values, EMPTY), values_latex(values, EMPTY)) == (text, latex)


def test_what_is_no_formula_stays_as_it_is() -> None:
    assert formula("x = 1 or x = ???") == "`x = 1 or x = ???`"
