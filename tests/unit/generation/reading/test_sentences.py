"""Sentences with slots: what counts as the same wording, and what does not."""

from __future__ import annotations

import pytest

from generation.reading.sentences import pieces, sentence

ARC = "반지름의 길이가 {r} cm이고 중심각의 크기가 ${d}^\\circ$인 부채꼴의 호의 길이를 구하시오."
SEQUENCE = "첫째항이 {a}[이]고 공차가 {d}인 등차수열의 제{n}항을 구하시오."
DISTANCE = "두 점 $A({x1}, {y1})$, $B({x2}, {y2})$ 사이의 거리를 구하시오."
DERIVATIVE = "함수 $f(x)={f}$에 대하여 $f'({a})$의 값을 구하시오."
DATA = "다음 자료의 중앙값을 구하시오. ${data}$"


def _read(template: str, text: str) -> dict[str, str] | None:
    known, parts = sentence(template), pieces(text)
    return known.fillings(parts) if known.is_worded_as(parts) else None


@pytest.mark.parametrize(
    ("template", "text", "slots"),
    [
        (
            ARC,
            "반지름의 길이가 5cm이고 중심각의 크기가 $60^\\circ$인 부채꼴의 호의 길이를 구하여라",
            {"r": "5", "d": "60"},
        ),
        (
            ARC,
            "반지름의 길이가 $5\\,\\mathrm{cm}$이고, 중심각의 크기가 $60°$인 부채꼴의 호의 길이는?",
            {"r": "5", "d": "60"},
        ),
        (SEQUENCE, "첫째항이 3이고 공차가 -2인 등차수열의 제10항을 구하세요.", {"a": "3", "d": "-2", "n": "10"}),
        (SEQUENCE, "첫째항이 $4$고 공차가 $-2$인 등차수열의 제$10$항은?", {"a": "4", "d": "-2", "n": "10"}),
        (DISTANCE, "두 점 A(1, 2), B(3, -4) 사이의 거리를 구하시오.", {"x1": "1", "y1": "2", "x2": "3", "y2": "-4"}),
        (DERIVATIVE, "함수 f(x)=x^2+3x에 대하여 f'(2)의 값을 구하시오.", {"f": "x^{2}+3x", "a": "2"}),
        (DATA, "다음 자료의 중앙값을 구하시오: 3, 5, 7, 9", {"data": "3,5,7,9"}),
    ],
)
def test_the_same_wording(template: str, text: str, slots: dict[str, str]) -> None:
    assert _read(template, text) == slots


@pytest.mark.parametrize(
    ("template", "text"),
    [
        (ARC, "반지름의 길이가 5cm이고 중심각의 크기가 $60^\\circ$인 부채꼴의 넓이를 구하시오."),
        (ARC, "반지름의 길이가 5m이고 중심각의 크기가 $60^\\circ$인 부채꼴의 호의 길이를 구하시오."),
        (ARC, "지름의 길이가 5cm이고 중심각의 크기가 $60^\\circ$인 부채꼴의 호의 길이를 구하시오."),
        (SEQUENCE, "첫째항이 3이고 공비가 -2인 등비수열의 제10항을 구하시오."),
        (DISTANCE, "두 점 A(1, 2), C(3, -4) 사이의 거리를 구하시오."),
    ],
)
def test_another_wording(template: str, text: str) -> None:
    assert _read(template, text) is None


def test_a_long_hostile_text_is_read_in_no_time() -> None:
    assert _read(DISTANCE, "두 점 $A(" + "1," * 40_000 + ")$") is None
