"""Statistics of data against the standard library's."""

from __future__ import annotations

import statistics
from fractions import Fraction
from random import Random

import pytest

from generation.expression.errors import UndefinedError
from generation.expression.exact import exact
from generation.expression.numeric import close, value_at
from generation.expression.parser import parse_expression

THEIRS = {"mean": statistics.mean, "median": statistics.median, "variance": statistics.pvariance}


@pytest.mark.parametrize("name", THEIRS)
def test_against_the_standard_library(name: str) -> None:
    rng = Random(name)
    for _ in range(100):
        data = [Fraction(rng.randint(-40, 40)) for _ in range(rng.randint(1, 12))]
        expr = parse_expression(f"{name}({', '.join(str(value) for value in data)})")
        assert exact(expr).rational() == THEIRS[name](data)
        assert close(value_at(expr, {}), value_at(parse_expression(str(THEIRS[name](data))), {}))


def test_standard_deviation_and_letters() -> None:
    assert exact(parse_expression("stdev(2, 4, 6)")).equals(exact(parse_expression("2sqrt(6)/3")))
    assert exact(parse_expression("mean(x, 8, 12)")).equals(exact(parse_expression("(x + 20)/3")))


def test_the_mode_is_one_value_or_undefined() -> None:
    assert exact(parse_expression("mode(3, 5, 5, 7)")).rational() == 5
    for data in ("3, 5", "3, 3, 5, 5"):
        with pytest.raises(UndefinedError):
            exact(parse_expression(f"mode({data})"))
