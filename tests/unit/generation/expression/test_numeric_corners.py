"""Integrals of absolute values are known to many digits where the corners are found."""

from __future__ import annotations

import pytest

from generation.expression.numeric import value_at
from generation.expression.parser import parse_expression


@pytest.mark.parametrize(
    ("text", "by_hand"),
    [
        ("integrate(|2x - 4|, x, 0, 3)", "5"),
        ("integrate(|x|, x, 3, -1)", "-5"),
        ("integrate(|x^2 - 2|, x, 0, 3)", "3 + 8*sqrt(2)/3"),
        ("integrate(|x^2 - x|, x, 0, 1)", "1/6"),
        ("integrate(|x - 1|*|x - 2|, x, 3, 0)", "-11/6"),
        ("integrate(|x^2 + 1|, x, 0, 3)", "12"),
    ],
)
def test_corners_are_found(text: str, by_hand: str) -> None:
    found, right = value_at(parse_expression(text), {}), value_at(parse_expression(by_hand), {})
    assert found is not None
    assert right is not None

    assert abs(found - right) < 10**-40
