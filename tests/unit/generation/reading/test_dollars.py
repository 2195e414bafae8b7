"""Mathematics in Korean texts without dollar signs: sets, chances, names, and what they are read as."""

from __future__ import annotations

import pytest

import generation.symbolic.types  # noqa: F401  (fills the sentences)
from generation.reading.dollars import with_dollars
from generation.reading.sentences import SENTENCES


@pytest.mark.parametrize(
    ("statement", "marked"),
    [
        ("집합 A={1,2}의 원소", "집합 $A={1,2}$의 원소"),
        ("두 사건 A, B에 대하여 P(A∩B)=1/6일 때", "두 사건 $A, B$에 대하여 $P(A∩B)=1/6$일 때"),
        ("y=ax (단, a≠0)의 값", "$y=ax$ (단, $a≠0$)의 값"),
        ("방정식 $x^2=4$의 두 근을 α, β라 하자", "방정식 $x^2=4$의 두 근을 $α, β$라 하자"),
    ],
)
def test_runs_of_mathematics_are_marked(statement: str, marked: str) -> None:
    assert with_dollars(statement) == marked


def test_other_languages_and_open_dollars_are_left_alone() -> None:
    assert with_dollars("Find x if x=3.") is None
    assert with_dollars("값이 $x인 수") is None


@pytest.mark.parametrize(
    ("statement", "type_id"),
    [
        ("두 집합 A={1,2,3,4}, B={3,4,5}에 대하여 A∪B를 구하시오.", "union-of-listed-sets"),
        ("두 사건 A, B에 대하여 P(A)=1/2, P(B)=1/3, P(A∩B)=1/6일 때, P(A∪B)를 구하시오.", "chance-of-a-union"),
        ("삼각형 ABC에서 b=3, c=4, A=60°일 때, a의 값을 구하시오.", "side-by-law-of-cosines"),
        ("등차수열 $\\{a_n\\}$에서 첫째항이 3, 공차가 4일 때 $a_{10}$의 값을 구하시오.", "term-of-arithmetic-sequence"),
        ("등비수열 {a_n}에서 a_1=3, a_4=24일 때 공비를 구하시오.", "common-ratio-from-terms"),
    ],
)
def test_plain_statements_are_read(statement: str, type_id: str) -> None:
    told = SENTENCES.read(statement)
    assert told is not None
    assert told.type_id == type_id
