"""Told problems in other words than their types': read where every word is accounted for, else not."""

from __future__ import annotations

import pytest

import generation.symbolic.types  # noqa: F401  (fills the sentences)
from generation.reading.sentences import SENTENCES

READ = [
    ("원기둥의 높이가 5cm, 밑면의 반지름의 길이가 3cm일 때, 부피를 구하여라.", "cylinder-volume", {"r": "3", "h": "5"}),
    ("높이가 5 m이고 밑면의 반지름의 길이가 3 m인 원기둥의 부피는?", "cylinder-volume", {"r": "3", "h": "5"}),
    (
        "직각삼각형의 빗변의 길이가 13cm, 한 변의 길이가 5cm일 때 나머지 한 변의 길이를 구하시오.",
        "leg-of-right-triangle",
        {"c": "13", "a": "5"},
    ),
    ("두 개의 주사위를 동시에 던졌을 때 나온 눈의 수의 합이 7일 확률을 구하라.", "chance-of-a-sum-of-dice", {"s": "7"}),
    (
        "등차수열에서 초항이 3이고 공차가 4일 때, 제10항을 구하여라.",
        "term-of-arithmetic-sequence",
        {"a": "3", "d": "4"},
    ),
    (
        "서로 다른 7자루의 연필 중에서 3자루를 고르는 경우의 수를 구하시오.",
        "combinations-of-some",
        {"n": "7", "r": "3"},
    ),
]
UNREAD = [
    "서로 다른 7자루의 연필 중에서 3자루를 골라 일렬로 나열하지 않는 경우의 수를 구하시오.",
    "같은 연필 7자루 중에서 3자루를 고르는 경우의 수를 구하시오.",
    "원기둥의 높이가 5cm, 밑면의 지름의 길이가 3cm일 때, 부피를 구하여라.",  # another length
    "원기둥의 높이가 5m, 밑면의 반지름의 길이가 3cm일 때, 부피를 구하여라.",  # two units
    "높이가 5cm인 원기둥과 밑면의 반지름의 길이가 3cm인 원기둥의 부피를 구하시오.",  # two figures
    "두 개의 주사위를 동시에 던졌을 때 나온 눈의 수의 합이 7이 아닐 확률을 구하라.",
    "등차수열에서 제3항이 3이고 공차가 4일 때, 제10항을 구하여라.",
    "직각삼각형의 빗변의 길이가 13cm가 아니고, 한 변의 길이가 5cm일 때 나머지 한 변의 길이를 구하시오.",
]


@pytest.mark.parametrize(("statement", "type_id", "slots"), READ)
def test_read_in_other_words(statement: str, type_id: str, slots: dict[str, str]) -> None:
    told = SENTENCES.read(statement)
    assert told is not None
    assert told.type_id == type_id
    assert slots.items() <= told.slots.items()


@pytest.mark.parametrize("statement", UNREAD)
def test_unread_where_a_word_is_left(statement: str) -> None:
    assert SENTENCES.read(statement) is None
