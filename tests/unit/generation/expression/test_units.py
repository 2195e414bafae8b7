"""Units: every spelling leads to one unit, and conversions are those of another source (sympy's unit system)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from sympy.physics import units as other
from sympy.physics.units import convert_to

from generation.expression.units import SPELLINGS, conversion, same_kind, unit

SPELLED = [
    (
        "cm^2",
        ["cm²", "㎠", "cm^{2}", r"\text{cm}^2", r"\mathrm{~cm}^{2}", "제곱센티미터", "square centimeters", "$cm^2$"],
    ),
    ("m^3", ["m³", "㎥", "세제곱미터", "cubic meters"]),
    ("L", ["l", "ℓ", "리터", "liters"]),
    ("km/h", ["kph", r"\mathrm{km/h}", "km / h", "kilometers per h"]),
    ("원", ["₩", "won", r"\text{원}", " 원 "]),
    ("원/개", ["원 / 개"]),
    ("mile/hour", ["mph", "miles per hour", "Miles per Hour"]),
    ("foot^2", ["square feet", "sq ft", "ft^2", "ft²"]),
    ("dollar", ["dollars", "Dollars"]),
    ("살", ["세"]),
    ("℃", ["°C"]),
]


@pytest.mark.parametrize(("name", "spellings"), SPELLED)
def test_every_spelling_is_the_unit(name: str, spellings: list[str]) -> None:
    expected = unit(name)
    assert expected is not None
    assert expected.name == name
    assert {unit(spelling) for spelling in spellings} == {expected}


def test_a_canonical_name_is_a_spelling_of_itself() -> None:
    assert all(unit(entry.name) == entry for entry in SPELLINGS.values())


@pytest.mark.parametrize("text", ["", "3", "%", "cm^4", "cmm", "MG", "x", "/", "km/", "/h", "km/h/s", "개명", "m" * 99])
def test_what_is_no_unit_is_none(text: str) -> None:
    assert unit(text) is None


OTHERS = {
    "km": other.kilometer, "m": other.meter, "cm": other.centimeter, "mm": other.millimeter,
    "inch": other.inch, "foot": other.foot, "yard": other.yard, "mile": other.mile, "L": other.liter,
    "mL": other.milliliter, "quart": other.quart, "h": other.hour, "시간": other.hour, "min": other.minute,
    "분": other.minute, "초": other.second, "일": other.day, "week": 7 * other.day, "kg": other.kilogram,
    "g": other.gram, "mg": other.milligram, "t": other.metric_ton, "pound": other.pound,
    "cm^2": other.centimeter**2, "km^2": other.kilometer**2, "cm^3": other.centimeter**3,
    "inch^2": other.inch**2, "ha": other.hectare, "km/h": other.kilometer / other.hour,
    "m/s": other.meter / other.second, "mile/hour": other.mile / other.hour,
    "g/cm^3": other.gram / other.centimeter**3,
}  # fmt: skip
BASES = [other.meter, other.second, other.kilogram]


@pytest.mark.parametrize("a", OTHERS)
def test_conversions_are_sympys(a: str) -> None:
    for b in OTHERS:
        ratio = convert_to(OTHERS[a] / OTHERS[b], BASES)
        factor = conversion(a, b)
        assert same_kind(a, b) == (factor is not None) == bool(ratio.is_number), (a, b)
        if factor is not None:
            assert abs(float(ratio) / float(factor) - 1) < 1e-9, (a, b)


def test_money_months_and_imperial_units_convert_exactly() -> None:
    assert conversion("달러", "cent") == 100
    assert conversion("년", "month") == 12
    assert conversion("gallon", "pint") == 8
    assert conversion("pound", "ounce") == 16
    assert conversion("acre", "foot^2") == 43_560
    assert conversion("km/h", "m/s") == Fraction(5, 18)
    assert conversion("mL", "cm^3") == 1


@pytest.mark.parametrize(
    ("a", "b"), [("개", "명"), ("원", "달러"), ("개월", "일"), ("℃", "℉"), ("cm", "cm^2"), ("cm", "?")]
)
def test_what_does_not_measure_the_same_converts_to_nothing(a: str, b: str) -> None:
    assert conversion(a, b) is None
    assert not same_kind(a, b)
