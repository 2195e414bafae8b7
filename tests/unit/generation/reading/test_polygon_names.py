"""Numbers in names of polygons and of solids over them."""

import pytest

from generation.reading.polygon_names import with_digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("육각형의 대각선", "6각형의 대각선"),
        ("정이십각형의 한 내각", "정20각형의 한 내각"),
        ("정이십오각형", "정25각형"),
        ("십이각기둥", "12각기둥"),
        ("오각뿔의 모서리", "5각뿔의 모서리"),
        ("정삼각형의 한 외각", "정3각형의 한 외각"),
    ],
)
def test_named_polygons(text: str, digits: str) -> None:
    assert with_digits(text) == digits


@pytest.mark.parametrize("text", ["직사각형", "이등변삼각형", "예각삼각형", "3개의 각", "다각형"])
def test_figures_with_names_of_their_own(text: str) -> None:
    assert with_digits(text) is None
