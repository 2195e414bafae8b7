"""Particles go by the reading of what stands before them."""

from __future__ import annotations

import pytest

from generation.expression.parser import parse
from generation.symbolic.particles import ending, fill, mend, particle


@pytest.mark.parametrize(
    ("formula", "read", "object_", "topic", "subject", "with_", "towards"),
    [
        ("0", "영", "을", "은", "이", "과", "으로"),
        ("1", "일", "을", "은", "이", "과", "로"),
        ("2", "이", "를", "는", "가", "와", "로"),
        ("3", "삼", "을", "은", "이", "과", "으로"),
        ("4", "사", "를", "는", "가", "와", "로"),
        ("5", "오", "를", "는", "가", "와", "로"),
        ("6", "육", "을", "은", "이", "과", "으로"),
        ("7", "칠", "을", "은", "이", "과", "로"),
        ("8", "팔", "을", "은", "이", "과", "로"),
        ("9", "구", "를", "는", "가", "와", "로"),
        ("10", "십", "을", "은", "이", "과", "으로"),
        ("100", "백", "을", "은", "이", "과", "으로"),
        ("10000", "만", "을", "은", "이", "과", "으로"),
        ("1000000000000", "조", "를", "는", "가", "와", "로"),
        ("0.5", "영 점 오", "를", "는", "가", "와", "로"),
        ("x", "엑스", "를", "는", "가", "와", "로"),
        ("y", "와이", "를", "는", "가", "와", "로"),
        ("a", "에이", "를", "는", "가", "와", "로"),
        ("n", "엔", "을", "은", "이", "과", "으로"),
        ("m", "엠", "을", "은", "이", "과", "으로"),
        ("l", "엘", "을", "은", "이", "과", "로"),
        ("pi", "파이", "를", "는", "가", "와", "로"),
        ("x^2", "엑스 제곱", "을", "은", "이", "과", "으로"),
        ("(x+1)^3", "세제곱", "을", "은", "이", "과", "으로"),
        ("1/2", "이분의 일", "을", "은", "이", "과", "로"),
        ("2/3", "삼분의 이", "를", "는", "가", "와", "로"),
        ("3 1/2", "삼과 이분의 일", "을", "은", "이", "과", "로"),
        ("sqrt(2)", "루트 이", "를", "는", "가", "와", "로"),
        ("2sqrt(3)", "이 루트 삼", "을", "은", "이", "과", "으로"),
        ("(x-2)(x-3)", "삼", "을", "은", "이", "과", "으로"),
        ("12a^3 ÷ 4a", "사 에이", "를", "는", "가", "와", "로"),
        ("2x+3=7", "칠", "을", "은", "이", "과", "로"),
        ("x^2-5x+6=0", "영", "을", "은", "이", "과", "으로"),
        ("x-3>5", "오", "를", "는", "가", "와", "로"),
        ("-x", "마이너스 엑스", "를", "는", "가", "와", "로"),
        ("50%", "퍼센트", "를", "는", "가", "와", "로"),
        ("5!", "팩토리얼", "을", "은", "이", "과", "로"),
        ("2, 3", "삼", "을", "은", "이", "과", "으로"),
    ],
)
def test_particles_by_reading(
    formula: str, read: str, object_: str, topic: str, subject: str, with_: str, towards: str
) -> None:
    end = ending(parse(formula))
    got = tuple(particle(form, end) for form in ("을", "은", "이", "과", "으로"))
    assert got == (object_, topic, subject, with_, towards), read


def test_fill_writes_formula_and_particle() -> None:
    assert fill("방정식 {}[을] 푸시오.", parse("x + 1 = 2")) == "방정식 $x+1=2$를 푸시오."
    assert fill("양변을 {}[으로] 나누면", parse("7")) == "양변을 $7$로 나누면"
    assert fill("Solve {}.", parse("x + 1 = 2")) == "Solve $x+1=2$."


def test_fill_refuses_a_formula_without_a_place() -> None:
    with pytest.raises(ValueError, match="without a place"):
        fill("푸시오.", parse("x = 1"))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("이차방정식 $x^2=4$을 푸시오.", "이차방정식 $x^2=4$를 푸시오."),
        ("$3$를 $2$으로 나누시오.", "$3$을 $2$로 나누시오."),
        ("$x$는 자연수이고 $y=6$가 참", "$x$는 자연수이고 $y=6$이 참"),
        ("$x=2$이고 $y=3$이다.", "$x=2$이고 $y=3$이다."),
        ("$3x+1$의 값", "$3x+1$의 값"),
        ("수식 없음", "수식 없음"),
    ],
)
def test_mend(text: str, mended: str) -> None:
    assert mend(text) == mended
