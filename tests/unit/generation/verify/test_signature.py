"""Identity of models: names, order and writing do not count, everything that changes the question does."""

from __future__ import annotations

import pytest

from generation.expression.parser import parse
from generation.problem import Ask, Model
from generation.verify.signature import fingerprint, identity, structure

DIE = Model(Ask("probability", event=("a > 4",)), {"a": "1..6"})
DICE = Model(Ask("probability", event=("a + b = 7",)), {"a": "1..6", "b": "1..6"})
FUNCTION = Model(Ask("value", of="f(3)"), {}, {"f(x)": "x^2 - 8x + 7"})
SEQUENCE = Model(Ask("value", of="a(5)"), {}, {"a(n)": "2a(n-1) + 1", "a(1)": "3"})
CLAIM = Model(Ask("truth", claim="10 > 7"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DIE, Model(Ask("probability", event=("4 < k",)), {"k": "1..6"})),
        (DICE, Model(Ask("probability", event=("y + x = 7",)), {"y": "1 .. 6", "x": "1..6"})),
        (FUNCTION, Model(Ask("value", of="g(3)"), {}, {"g(t)": "7 + t^2 - 8t"})),
        (SEQUENCE, Model(Ask("value", of="b(5)"), {}, {"b(1)": "3", "b(k)": "1 + 2b(k-1)"})),
        (CLAIM, Model(Ask("truth", claim="7 < 10"))),
        (Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x=1",)),
         Model(Ask("solve", ("t",)), {"t": "rational"}, {}, ("t=1",))),
        (Model(Ask("solve", ("x", "y")), {"x": "real", "y": "real"}, {"f(x)": "5x + 6"}, ("x = f(y)",)),
         Model(Ask("solve", ("v", "t")), {"v": "real", "t": "real"}, {"f(x)": "5x + 6"}, ("v = f(t)",))),
        (Model(Ask("value", of="k"), {"x": "real", "k": "real"}, {}, ("integrate(4x + k, x, 0, 5) = 90",)),
         Model(Ask("value", of="u"), {"b": "real", "u": "real"}, {}, ("90 = integrate(u + 4b, b, 0, 5)",))),
        (Model(Ask("value", of="sum(sum(2m + 4n, n, 1, 2), m, 1, 2)")),
         Model(Ask("value", of="sum(sum(2i + 4k, k, 1, 2), i, 1, 2)"))),
    ],
)  # fmt: skip
def test_the_same_problem_in_other_letters(one: Model, other: Model) -> None:
    assert fingerprint(one) == fingerprint(other)
    assert structure(one) == structure(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DIE, Model(Ask("probability", event=("a > 4",)), {"a": "1..8"})),
        (DIE, Model(Ask("probability", event=("a > 3",)), {"a": "1..6"})),
        (DICE, Model(Ask("probability", event=("a + b = 8",)), {"a": "1..6", "b": "1..6"})),
        (FUNCTION, Model(Ask("value", of="f(3)"), {}, {"f(x)": "x^2 - 8x + 6"})),
        (SEQUENCE, Model(Ask("value", of="a(5)"), {}, {"a(n)": "2a(n-1) + 1", "a(1)": "4"})),
        (CLAIM, Model(Ask("truth", claim="10 > 8"))),
        (
            Model(Ask("value", of="sum(sum(2m + 4n, n, 1, 2), m, 1, 2)")),
            Model(Ask("value", of="sum(sum(4m + 2n, n, 1, 3), m, 1, 2)")),
        ),
        (
            Model(Ask("value", of="[[1, 2], [3, 4]]*[[0, 1], [2, 3]]")),
            Model(Ask("value", of="[[-1, 1], [3, 4]]*[[0, -1], [-2, -3]]")),
        ),
    ],
)
def test_new_numbers_are_another_problem_of_the_same_structure(one: Model, other: Model) -> None:
    assert fingerprint(one) != fingerprint(other)
    assert structure(one) == structure(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DIE, Model(Ask("probability", event=("a > 4",)), {"a": "1..6"}, {}, ("a != 6",))),
        (DIE, Model(Ask("count", ("a",)), {"a": "1..6"}, {}, ("a > 4",))),
        (DICE, Model(Ask("probability", event=("a * b = 7",)), {"a": "1..6", "b": "1..6"})),
        (FUNCTION, Model(Ask("value", of="f(3)"), {}, {"f(x)": "x^3 - 8x + 7"})),
        (CLAIM, Model(Ask("truth", claim="10 = 7"))),
    ],
)
def test_another_question_is_another_structure(one: Model, other: Model) -> None:
    assert fingerprint(one) != fingerprint(other)
    assert structure(one) != structure(other)


def test_the_entries_of_a_matrix_count_as_its_formula() -> None:
    one, other = parse("A = [[1, 2], [3, 4]]"), parse("A = [[1, 2], [4, 3]]")
    assert identity([one]) != identity([other])
    assert identity([one]) == identity([parse("B = [[1, 2], [3, 4]]")])
