"""A source's own formulas with other numbers: structure and sort of answer stay."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.diagnose.derivation import derive
from generation.equivalence.listed import compare_listed
from generation.expression.exact import rational_value
from generation.expression.parser import parse, parse_expression
from generation.expression.render import infix
from generation.problem import Ask, Model
from generation.symbolic.renewal import Renewal
from generation.symbolic.solved import computed_key
from generation.symbolic.structure import close, nature
from generation.symbolic.variation import variations


def _solve(*given_: str, unknowns: tuple[str, ...] = ("x",)) -> Model:
    return Model(Ask("solve", unknowns=unknowns), dict.fromkeys(unknowns, "real"), given=given_)


def _form(of: str, form: str) -> Model:
    return Model(Ask("form", of=of, form=form), {"x": "real", "y": "real"})


def _value(of: str) -> Model:
    return Model(Ask("value", of=of))


SOURCES = [
    _solve("5 - x = 3"),
    _solve("3(x - 2) = 2(x + 1)"),
    _solve("(x + 1)/2 - (x - 2)/3 = 1"),
    _solve("0.3x + 1.2 = 0.5x"),
    _solve("3 - 2(x - 1) <= 2x"),
    _solve("x = y + 2", "3x + y = 14", unknowns=("x", "y")),
    _solve("x^2 = 5x - 6"),
    _solve("x^2 - 25 = 0"),
    _solve("(x - 3)^2 = 5"),
    _value("-3 + 5 - (-7)"),
    _value("18 - 12 ÷ 3 + 2"),
    _value("(-2/3)*(9/4)"),
    _form("(2x - 5y)^2", "expanded"),
    _form("4x^2 - 25y^2", "factored"),
    _form("2x^2 + 7x + 3", "factored"),
    _form("(2x^3y)^2", "simplified"),
    _form("sqrt(12) + sqrt(27) - sqrt(3)", "simplified"),
    _form("4/(3sqrt(2))", "rationalized"),
]


def _signed_shape(model: Model) -> str:
    """Operations, signs and letters; a 1 may become another number, an exponent 2 another exponent."""
    return re.sub(r"\^[2k]", "^k", str(close(model))).replace("1", "n")


@pytest.mark.parametrize("source", SOURCES, ids=lambda m: str(m.given or m.ask.of))
def test_varied_items_keep_structure_and_have_a_right_key(source: Model) -> None:
    answer = derive(source).answer
    found = list(variations(source, Random(3), 300))
    assert len({str(model) for _, model in found}) >= 4
    for draw, model in found:
        assert _signed_shape(model) == _signed_shape(source)
        assert nature(draw.key) == nature(answer)
        assert compare_listed(draw.key, derive(model).answer) == "equal"


def test_what_cannot_be_solved_is_not_varied() -> None:
    assert list(variations(_solve("x^3 + x = 2x^2 + 7"), Random(1), 50)) == []
    assert list(variations(_solve("2x + = 3"), Random(1), 50)) == []


@given(st.integers(min_value=0, max_value=10_000))
def test_equal_numbers_stay_equal_and_different_ones_different(seed: int) -> None:
    first, second = infix(Renewal(Random(seed), exponents=False).node(parse("(x + 4)(x - 4)"))).split(")(")
    assert first[5:] == second[4:-1]
    parts = infix(Renewal(Random(seed), exponents=False).node(parse("2x + 5 = 9"))).replace("x + ", " ").split()
    assert len(set(parts) - {"="}) == 3


@given(st.integers(min_value=0, max_value=10_000))
def test_fractions_stay_proper_and_reduced(seed: int) -> None:
    new = infix(Renewal(Random(seed), exponents=False).node(parse("2/3 + 5/7")))
    for text in new.split(" + "):
        top, bottom = text.split("/")
        value = rational_value(parse_expression(text))
        assert value is not None
        assert 0 < value < 1
        assert (value.numerator, value.denominator) == (int(top), int(bottom))


@given(st.integers(min_value=0, max_value=10_000))
def test_like_roots_stay_like(seed: int) -> None:
    new = parse(infix(Renewal(Random(seed), exponents=False).node(parse("sqrt(8) + sqrt(18)"))))
    (key,) = computed_key((new,), Ask("value", of="")) or ("",)
    assert str(key).count("sqrt") == 1
    assert " + " not in str(key)


@pytest.mark.parametrize(
    ("given_", "unknowns", "key"),
    [
        (("2x + 3 = 7",), ("x",), ("2",)),
        (("3x = 2",), ("x",), ("2/3",)),
        (("-2x < 6",), ("x",), ("x > -3",)),
        (("x^2 - 5x + 6 = 0",), ("x",), ("2", "3")),
        (("-x^2 + 9 = 0",), ("x",), ("-3", "3")),
        (("x^2 - 6x + 9 = 0",), ("x",), ("3",)),
        (("x + y = 3", "x - y = 1"), ("x", "y"), ({"x": "2", "y": "1"},)),
        (("x^2 + 1 = 0",), ("x",), None),
        (("x + y = 3", "2x + 2y = 6"), ("x", "y"), None),
        (("0x = 3",), ("x",), None),
        (("1/x = 2",), ("x",), None),
    ],
)
def test_keys_by_exact_arithmetic(given_: tuple[str, ...], unknowns: tuple[str, ...], key: object) -> None:
    assert computed_key(tuple(parse(text) for text in given_), Ask("solve", unknowns=unknowns)) == key
