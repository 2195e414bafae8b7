"""Statements without LaTeX and with numbers as words are brought into the spelling of sentences."""

from __future__ import annotations

import pytest

from generation.reading.written_plain import respelled


@pytest.mark.parametrize(
    ("statement", "spelling"),
    [
        ("다섯 명의 학생을 일렬로 세우는 경우의 수", "5명의 학생을 일렬로 세우는 경우의 수"),
        ("세 사람이 한 줄로 서는 경우의 수", "3명이 한 줄로 서는 경우의 수"),
        ("A, B, C, D 네 명 중에서", "4명 중에서"),
        ("삼각형 ABC에서 ∠A=50°일 때", r"삼각형 $\mathrm{ABC}$에서 $\angle A=50^\circ$일 때"),
        ("닮음비가 2:3인 두 도형", "닮음비가 $2:3$인 두 도형"),
        ("중심각의 크기가 120도인 부채꼴", r"중심각의 크기가 $120^\circ$인 부채꼴"),
        ("AB=13, BC=5일 때", "$AB=13$, $BC=5$일 때"),
        ("$A=2$일 때 sin A의 값", r"$A=2$일 때 $\sin A$의 값"),
    ],
)
def test_a_spelling_of_the_sentences_is_among_those_tried(statement: str, spelling: str) -> None:
    assert spelling in list(respelled(statement))


def test_names_are_left_out_only_where_as_many_are_counted() -> None:
    assert not any(text.startswith("4명") for text in respelled("A, B, C 네 명 중에서"))


def test_nothing_is_changed_where_nothing_is_written_in_words() -> None:
    assert list(respelled("한 개의 공을 꺼낼 때 $x$의 값을 구하시오.")) == []
