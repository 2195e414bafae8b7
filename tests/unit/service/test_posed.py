"""Items for verification: whatever JSON comes, it is read or refused with a field, and the answer can be written."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.problem import Answer, Ask, Choice, Model, Problem, Step
from generation.schema import SchemaError
from generation.verify.compared import Source
from service.messages import Language, message
from service.posed import Posed, read_posed
from service.posted import fault_of

PROBLEM = Problem(
    "$x^2-5x+6=0$을 푸시오.",
    Model(Ask("solve", ("x",)), {"x": "real"}, {"f(x)": "x"}, ("x^2-5x+6=0",)),
    Answer(("2", {"x": "3"})),
    solution=(Step("인수분해하면", "(x-2)(x-3)=0"),),
    choices=(Choice(("2", "3"), True), Choice(("2",))),
)
ITEM = {"problem": PROBLEM.to_json(), "source": PROBLEM.to_json(), "bank": ["0" * 64], "certificate": {}}
LANGUAGES: tuple[Language, ...] = ("ko", "en")
TEXT = st.text(st.characters(exclude_categories=()), max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


def _places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for key, part in inside for place in _places(part, (*at, key)))]


@settings(max_examples=1000, deadline=None)
@given(place=st.sampled_from(_places(ITEM)), key=TEXT, value=JSON, adds=st.booleans())
def test_any_change_is_read_or_refused_with_its_field(
    place: tuple[Any, ...], key: str, value: object, adds: bool
) -> None:
    body: Any = {"": copy.deepcopy(ITEM)}
    at, last = body, ""
    for step in place:
        at, last = at[last], step
    if adds and isinstance(at[last], dict):
        at[last][key] = value
    else:
        at[last] = value
    try:
        read = read_posed(body[""])
    except SchemaError as error:
        fault = fault_of(error)
        for language in LANGUAGES:
            said = [fault.name, *(message(f"{fault.key}{end}", language, **fault.values) for end in ("", ".remedy"))]
            assert all(said)
            json.dumps(said, ensure_ascii=False).encode()
    else:
        assert read.problem.sha256()


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("text", "text"),
        (PROBLEM.to_json(), PROBLEM),
        ({"model": PROBLEM.to_json()["model"]}, PROBLEM.model),
        (None, None),
    ],
)
def test_a_source_is_a_text_a_problem_or_a_model(sent: object, read: Source) -> None:
    assert read_posed({"problem": PROBLEM.to_json(), "source": sent}) == Posed(PROBLEM, read)
