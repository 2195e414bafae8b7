"""A wrong step that empties one equation of a system leads to no answer, not to a crash."""

from __future__ import annotations

import pytest

from generation.diagnose.derivation import NotDerivableError, applicable, derive
from generation.problem import Ask, Model


def _system(*given: str) -> Model:
    return Model(Ask("solve", unknowns=("x", "y")), {"x": "real", "y": "real"}, given=given)


@pytest.mark.parametrize("second", ["x + 1 = x + 1", "x + 1 = x + 2"])
def test_an_equation_that_holds_always_or_never_is_not_derived(second: str) -> None:
    with pytest.raises(NotDerivableError):
        derive(_system("y = -4x", second))


@pytest.mark.parametrize("given", [("y = -x - 2", "4x + y = -8"), ("y = -4x", "4x + 3y = 8")])
def test_every_mal_rule_runs_on_a_substitution(given: tuple[str, str]) -> None:
    assert "divide-by-subtracting-coefficient" in applicable(_system(*given))
