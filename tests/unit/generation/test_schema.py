"""Problems from outside: what is read back is what was written, and every defect names its field."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from generation.problem import Answer, Ask, Choice, Model, Origin, Problem, Step
from generation.schema import SchemaError, read_problem

QUADRATIC = Problem(
    statement="이차방정식 $x^2-5x+6=0$을 푸시오.",
    model=Model(Ask("solve", unknowns=("x",)), symbols={"x": "real"}, given=("x^2 - 5x + 6 = 0",)),
    answer=Answer(("2", "3")),
    standard="[9수02-20]",
    solution=(Step("따라서", "x = 2 or x = 3"),),
    choices=(Choice(("2", "3"), correct=True), Choice(("-2", "-3"), misconception="sign-of-roots")),
    targets="sign-of-roots",
    origin=Origin("symbolic", grounding=("standard:[9수02-20]",)),
    id="p1",
)
SYSTEM = Problem(
    statement="Solve $x+y=3$, $x-y=1$.",
    model=Model(Ask("solve", unknowns=("x", "y")), given=("x+y=3", "x-y=1")),
    answer=Answer(({"x": "2", "y": "1"},)),
    language="en",
)


@pytest.mark.parametrize("problem", [QUADRATIC, SYSTEM], ids=["quadratic", "system"])
def test_what_was_written_is_read_back(problem: Problem) -> None:
    assert read_problem(problem.to_json()) == problem


def _broken(path: tuple[str | int, ...], value: object) -> Any:
    body = copy.deepcopy(QUADRATIC.to_json())
    at: Any = body
    for key in path[:-1]:
        at = at[key]
    if value is ...:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return body


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("statement",), ..., "statement: is missing"),
        (("statement",), 5, "statement: must be a string, not a number"),
        (("statement",), "a\x00b", "statement: has a character that is no text (U+0000 at character 2)"),
        (("statement",), "\ud800", "statement: has a character that is no text (U+D800 at character 1)"),
        (("statement",), "x" * 8001, "statement: has 8001 characters; at most 8000 are read"),
        (("schema",), "yuje.problem/2", "schema: must be 'yuje.problem/1'"),
        (("language",), "fr", "language: must be one of ko, en"),
        (("model",), [], "model: must be an object, not a list"),
        (("model", "given"), "x=1", "model.given: must be a list, not a string"),
        (("model", "given", 0), None, "model.given[0]: must be a string, not null"),
        (("model", "given"), ["1=1"] * 201, "model.given: has 201 entries; at most 200 are read"),
        (("model", "ask"), ..., "model.ask: is missing"),
        (("model", "ask", "kind"), "guess",
         "model.ask.kind: must be one of solve, value, form, extremum, count, probability, truth"),
        (("model", "ask", "why"), "x", "model.ask.why: is not a field here; known are "
         "kind, for, of, form, sense, event, claim"),
        (("answer", "values"), ..., "answer.values: is missing"),
        (("answer", "values", 1), 3, "answer.values[1]: must be a string, not a number"),
        (("choices", 0, "correct"), "yes", "choices[0].correct: must be true or false, not a string"),
        (("choices", 1, "value"), ..., "choices[1].value: is missing"),
        (("solution", 0, "text"), True, "solution[0].text: must be a string, not true or false"),
    ],
)  # fmt: skip
def test_a_defect_names_its_field_and_what_would_be_right(
    path: tuple[str | int, ...], value: object, message: str
) -> None:
    with pytest.raises(SchemaError) as caught:
        read_problem(_broken(path, value))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("value", "message"), [([], "must be an object, not a list"), (7, "must be an object, not a number")]
)
def test_what_is_no_object_is_no_problem(value: object, message: str) -> None:
    with pytest.raises(SchemaError, match=message):
        read_problem(value)
