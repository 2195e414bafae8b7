"""Factoring in two letters: the number taken out has the sign of the term that is written first."""

from __future__ import annotations

import pytest

from generation.diagnose.derivation import derive
from generation.expression.render import infix
from generation.problem import Ask, Model


@pytest.mark.parametrize(
    ("of", "line"),
    [
        ("4x^2 - 25y^2", "(2x + 5y)(2x - 5y)"),
        ("-4x^2 + 25y^2", "-(2x + 5y)(2x - 5y)"),
        ("6a^2 - 24b^2", "6(a + 2b)(a - 2b)"),
        ("x^2 - xy - 6y^2", "(x - 3y)(x + 2y)"),
        ("2ab - 6b^2", "2b(a - 3b)"),
    ],
)
def test_one_line_to_the_factored_form(of: str, line: str) -> None:
    model = Model(Ask("form", of=of, form="factored"), dict.fromkeys("abxy", "real"))
    assert [infix(step.node) for step in derive(model).lines] == [of, line]
