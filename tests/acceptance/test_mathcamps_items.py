"""Real items with their own texts and keys: right ones are accepted, wrong keys and changed texts are not."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby

import pytest

from generation.verify.verifier import verify
from tests.adapters.mathcamps import FILE, Item, items, problem_of, published_key, right_key, wrong_as_published
from tests.benchmarks.verification_mathcamps import ACCEPTED, texts_with_a_number_changed, wrong_keys

pytestmark = pytest.mark.skipif(not FILE.exists(), reason=f"{FILE} is absent")


def some() -> list[Item]:
    """The first two of every standard that are right as published."""
    if not FILE.exists():
        return []
    right = sorted((item for item in items() if item.id not in wrong_as_published()), key=lambda item: item.standard)
    return [item for _, group in groupby(right, lambda item: item.standard) for item in list(group)[:2]]


@pytest.mark.parametrize("item", some(), ids=lambda item: item.id)
def test_a_right_item_is_accepted_and_its_wrong_keys_are_not(item: Item) -> None:
    assert verify(problem_of(item)).verdict in ACCEPTED
    for key in wrong_keys(item):
        assert verify(problem_of(item, key)).verdict not in ACCEPTED, key


def test_changed_texts_are_refused() -> None:
    changed = [broken for item in some() for broken in texts_with_a_number_changed(item, problem_of(item))]
    through = [broken.statement for broken in changed if verify(broken).verdict in ACCEPTED]
    assert len(changed) > 150
    assert through == []


def test_every_published_key_is_what_its_symbolic_form_says() -> None:
    for item in items():
        right, published = right_key(item), published_key(item)
        if isinstance(right, Fraction):
            assert isinstance(published, Fraction)
            assert abs(right - published) <= abs(right) / 10**9, item.id
        else:
            assert right == published, item.id


def test_items_listed_as_wrong_exist_and_say_why() -> None:
    ids = {item.id for item in items()}
    for name, reason in wrong_as_published().items():
        assert name in ids
        assert len(reason) > 20
