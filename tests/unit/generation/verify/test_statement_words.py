"""What the words of a statement say: numbers, labels, figures, units, turned requests."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generation.expression.exact import exact
from generation.expression.parser import parse_expression
from generation.expression.render import infix
from generation.problem import Answer, Ask, Language, Model, Problem
from generation.verify.text.cutting import cut
from generation.verify.text.figures import named_formula
from generation.verify.text.implied import implied_constants
from generation.verify.text.labels import without_labels
from generation.verify.text.number_words import numbers_in_words
from generation.verify.text.numerals import digits_in
from generation.verify.text.units import asked_unit, named_alike
from generation.verify.verifier import verify

WORDS: list[tuple[str, list[Fraction | int]]] = [
    ("one hundred twenty-three apples", [123]),
    ("two thirds of the cake", [Fraction(2, 3)]),
    ("twenty-nine seventy-ninths", [Fraction(29, 79)]),
    ("half of 16", [Fraction(1, 2)]),
    ("the third side", []),
    ("he ran twice as far", [2]),
    ("a dozen eggs", [12]),
    ("15 percent of three hundred", [300]),
    ("사과 세 개와 배 다섯 개", [3, 5]),
    ("동생의 두 배", [2]),
    ("전체의 절반", [Fraction(1, 2)]),
    ("스물네 명", [24]),
    ("모두 더한 수", []),
]


@pytest.mark.parametrize(("text", "values"), WORDS)
def test_numbers_in_words_have_their_values(text: str, values: list[Fraction | int]) -> None:
    assert [mention.values[0] for mention in numbers_in_words(text)] == values


DIGITS: list[tuple[str, list[Fraction | int]]] = [
    ("3만 5천원", [35000]),
    ("1,234.5 m", [Fraction(2469, 2)]),
    ("25만큼 크다", [25]),
    ("32.5 million", [32_500_000]),
    ("3/4 cup and 2 1/2 cups", [Fraction(3, 4), Fraction(5, 2)]),
    ("15%", [15]),
]


@pytest.mark.parametrize(("text", "values"), DIGITS)
def test_numbers_in_digits_have_their_values(text: str, values: list[Fraction | int]) -> None:
    assert [mention.values[0] for mention in digits_in(text)] == values


def test_an_amount_may_stand_in_another_unit_of_the_text() -> None:
    assert Fraction(120) in digits_in("2시간은 몇 분인지")[0].values
    assert Fraction(120) not in digits_in("2시간은 길다")[0].values


CUTS: list[tuple[str, frozenset[str], list[str]]] = [
    ("Sam had 5 apples and $98. It cost him $62.", frozenset(), []),
    ("A regular 10-sided polygon has a perimeter of 90m.", frozenset({"m"}), []),
    ("Solve 4 * y + 56 * s = 139\n65 * y - 90 * s = 16", frozenset("ys"), ["4y + 56s = 139", "65y - 90s = 16"]),
    ("He found 13 but loses 14! How many?", frozenset(), []),
    ("Write it in the form $a+bi$.", frozenset(), []),
    ("$\\overline{\\mathrm{AB}}=3x-1$", frozenset("x"), ["3x - 1"]),
]


@pytest.mark.parametrize(("text", "names", "formulas"), CUTS)
def test_formulas_are_told_from_words(text: str, names: frozenset[str], formulas: list[str]) -> None:
    found = cut(text, names, frozenset())
    assert found.unread == ()
    assert [infix(node).replace("*", "") for node in found.formulas] == formulas


LABELS = [
    ("\\angle\\mathrm{A}=50^\\circ", ["50^\\circ"]),
    ("\\overline{\\mathrm{AB}}=\\overline{\\mathrm{AC}}", []),
    ("\\mathrm{A}(1, 2)", ["(1, 2)"]),
    ("\\mathrm{P}(A\\cap B)=\\frac{1}{8}", ["\\frac{1}{8}"]),
    ("(5x-19)^\\circ", ["(5x-19)"]),
    ("4:5", ["4", "5"]),
    ("x^2-5x+6=0", ["x^2-5x+6=0"]),
]


@pytest.mark.parametrize(("formula", "left"), LABELS)
def test_labels_say_nothing_of_how_much(formula: str, left: list[str]) -> None:
    assert without_labels(formula) == left


FIGURES = [
    ("밑면의 반지름의 길이가 6 cm이고 높이가 9 cm인 원뿔의 부피를 구하시오.", "pi*6^2*9/3"),
    ("Find the surface area of a sphere with radius 13 cm.", "4*pi*13^2"),
    ("반지름의 길이가 11 cm이고 중심각의 크기가 80°인 부채꼴의 호의 길이를 구하시오.", "2*pi*11*80/360"),
    ("가로가 12cm, 세로가 5cm인 직사각형의 넓이를 구하시오.", "12*5"),
    ("19각형의 대각선의 개수를 구하시오.", "19*(19 - 3)/2"),
]


@pytest.mark.parametrize(("text", "formula"), FIGURES)
def test_named_figures_have_their_formula(text: str, formula: str) -> None:
    named = named_formula(text)
    assert named is not None
    assert exact(named.formula).equals(exact(parse_expression(formula)))


def test_a_figure_with_a_length_missing_has_no_formula() -> None:
    assert named_formula("높이가 9 cm인 원뿔의 부피를 구하시오.") is None


def test_constants_are_implied_by_words_only() -> None:
    assert {180, 2} <= implied_constants("다각형의 내각의 크기의 합")
    assert 60 in implied_constants("3시간은 몇 분인가")
    assert implied_constants("사과를 샀다") == {0, 1}


UNITS = [
    ("가로가 3cm, 세로가 5cm인 직사각형의 넓이를 구하시오.", "cm^2"),
    ("Find the volume of a cube with edge 3 m.", "m^3"),
    ("내각의 크기의 합은 몇 도인지 구하시오.", "°"),
    ("몇 시간 걸리는지 구하시오.", "시간"),
    ("How many minutes does it take?", "minutes"),
    ("사과의 수를 구하시오.", None),
]


@pytest.mark.parametrize(("text", "unit"), UNITS)
def test_words_ask_for_a_unit(text: str, unit: str | None) -> None:
    asked = asked_unit(text)
    assert (asked.name if asked else None) == unit


def test_units_are_the_same_by_any_spelling() -> None:
    assert named_alike("cm²", "cm^2")
    assert named_alike("도", "°")
    assert not named_alike("cm^2", "cm^3")
    assert not named_alike("시간", "분")


EN: Language = "en"
SQUARES = Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x^2+12x+32=0",))
TURNED: list[tuple[str, Language]] = [
    ("Find all values that fail $x^2+12x+32=0$.", EN),
    ("Find the solutions of $x^2+12x+32=0$ with opposite signs.", EN),
    ("Find the absolute value of the solutions of $x^2+12x+32=0$.", EN),
    ("$x^2+12x+32=0$의 해 중 가장 큰 것의 두 배를 구하시오.", "ko"),
    ("$x^2+12x+32=0$의 해의 부호를 바꾼 수를 구하시오.", "ko"),
    ("$x^2+12x+32=0$의 해보다 1만큼 큰 수를 구하시오.", "ko"),
    ("$x^2+12x+32=0$을 만족시키지 않는 값을 모두 구하시오.", "ko"),
]


@pytest.mark.parametrize(("text", "language"), TURNED)
def test_words_that_turn_the_request_are_never_released(text: str, language: Language) -> None:
    assert verify(Problem(text, SQUARES, Answer(("-4", "-8")), language)).verdict in ("undecided", "refuted")


DOMAINS = [
    ("Solve the equation $x^2+x-30=0$.", "natural", ("5",)),
    ("Solve $3x^2+15x-72=0$ for nonnegative $x$.", "real", ("-8", "3")),
]


@pytest.mark.parametrize(("text", "domain", "key"), DOMAINS)
def test_domains_of_text_and_model_agree(text: str, domain: str, key: tuple[str, ...]) -> None:
    given = text.split("$")[1]
    found = verify(Problem(text, Model(Ask("solve", ("x",)), {"x": domain}, {}, (given,)), Answer(key), EN))
    assert found.check("statement").outcome == "failed"
