"""Whose turn it is: batches one item each, single items between them, and a taker left for those."""

from __future__ import annotations

import threading

from generation.isolation.turns import Turn, Turns


def filled(batch_limit: int = 9) -> Turns[str]:
    turns: Turns[str] = Turns(batch_limit)
    for item, batch in (("a1", "a"), ("a2", "a"), ("a3", "a"), ("b1", "b"), ("b2", "b"), ("s1", None), ("s2", None)):
        assert turns.put(item, batch)
    return turns


def taken(turns: Turns[str], count: int) -> list[Turn[str]]:
    found = [turns.take() for _ in range(count)]
    return [turn for turn in found if turn is not None]


def test_every_batch_and_the_single_items_take_turns() -> None:
    assert [turn.item for turn in taken(filled(), 7)] == ["a1", "b1", "s1", "a2", "b2", "s2", "a3"]


def test_batches_leave_takers_to_single_items() -> None:
    turns = filled(batch_limit=1)
    first, *others = taken(turns, 3)
    assert (first.item, [turn.item for turn in others]) == ("a1", ["s1", "s2"])
    turns.done(others[0])
    turns.done(first)
    assert [turn.item for turn in taken(turns, 1)] == ["b1"]


def test_a_taker_waits_until_a_batch_may_go_on() -> None:
    turns: Turns[str] = Turns(1)
    turns.put("a1", "a")
    turns.put("a2", "a")
    (first,) = taken(turns, 1)
    found: list[Turn[str]] = []
    waiting = threading.Thread(target=lambda: found.extend(taken(turns, 1)))
    waiting.start()
    turns.done(first)
    waiting.join(60)
    assert [turn.item for turn in found] == ["a2"]


def test_closing_gives_back_what_waits_and_ends_every_wait() -> None:
    turns = filled()
    (first,) = taken(turns, 1)
    assert sorted(turns.close()) == ["a2", "a3", "b1", "b2", "s1", "s2"]
    assert turns.take() is None
    assert not turns.put("late")
    turns.done(first)
