"""Two models are the same problem up to names, sides and the order of terms, and not further."""

from __future__ import annotations

import pytest

from generation.problem import Ask, Model
from generation.symbolic.identity import canonical


def _solve(*given: str, unknowns: tuple[str, ...] = ("x",)) -> Model:
    return Model(Ask("solve", unknowns=unknowns), dict.fromkeys(unknowns, "real"), given=given)


def _simplify(of: str) -> Model:
    return Model(Ask("form", of=of, form="simplified"), {"x": "real"})


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (_solve("2x + 3 = 7"), _solve("2t + 3 = 7", unknowns=("t",))),
        (_solve("2x + 3 = 7"), _solve("7 = 3 + 2x")),
        (_solve("2x + 3 > 7"), _solve("7 < 2x + 3")),
        (_solve("x + y = 3", "x - y = 1", unknowns=("x", "y")), _solve("a - b = 1", "a + b = 3", unknowns=("a", "b"))),
        (_simplify("x/2 + x/4"), _simplify("x/4 + x/2")),
        (_simplify("x/2"), _simplify("(1/2)x")),
        (_simplify("a^2 * a^3"), _simplify("b^3 * b^2")),
    ],
)
def test_the_same(a: Model, b: Model) -> None:
    assert canonical(a) == canonical(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (_solve("2x + 3 = 7"), _solve("2x - 3 = 7")),
        (_solve("2x + 3 = 7"), _solve("4x + 6 = 14")),
        (_solve("2x < 6"), _solve("2x > 6")),
        (_solve("2x < 6"), _solve("2x <= 6")),
        (_simplify("5 - (-3)"), _simplify("5 + 3")),
        (_simplify("5 - (x + 3)"), _simplify("5 - x + 3")),
        (_simplify("x/2"), _simplify("2/x")),
    ],
)
def test_not_the_same(a: Model, b: Model) -> None:
    assert canonical(a) != canonical(b)


def test_names_matter_without_renaming() -> None:
    a, b = _solve("2x = 6"), _solve("2t = 6", unknowns=("t",))
    assert canonical(a, rename=False) != canonical(b, rename=False)
