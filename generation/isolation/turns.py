"""Who is computed next: groups take turns item by item, and batches leave some workers to single items."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
SINGLE = object()
"""The group of items that belong to no batch."""


@dataclass(frozen=True, slots=True)
class Turn(Generic[T]):
    """An item whose turn it is; give it back with :meth:`Turns.done`."""

    item: T
    is_batch: bool


class Turns(Generic[T]):
    """A queue for several takers. Each batch is a group, all single items are one; each group waits for its turn.

    At most ``batch_limit`` items of batches are out at a time, so that a single item finds a free taker.
    """

    def __init__(self, batch_limit: int) -> None:
        self._batch_limit = batch_limit
        self._batches_out = 0
        self._groups: OrderedDict[Hashable, deque[T]] = OrderedDict()
        self._changed = threading.Condition()
        self._closed = False

    def put(self, item: T, batch: Hashable | None = None) -> bool:
        """Queue an item; false where the queue is closed."""
        with self._changed:
            if self._closed:
                return False
            self._groups.setdefault(SINGLE if batch is None else batch, deque()).append(item)
            self._changed.notify()
            return True

    def take(self) -> Turn[T] | None:
        """The next item, waiting for one; ``None`` once the queue is closed."""
        with self._changed:
            while not self._closed:
                if (group := self._next_group()) is not None:
                    return self._taken(group)
                self._changed.wait()
            return None

    def done(self, turn: Turn[T]) -> None:
        """The item is finished; the next of a batch may follow."""
        with self._changed:
            if turn.is_batch:
                self._batches_out -= 1
                self._changed.notify()

    def close(self) -> list[T]:
        """No more items go in or out; gives those that were waiting."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            waiting = [item for items in self._groups.values() for item in items]
            self._groups.clear()
            return waiting

    def _next_group(self) -> Hashable | None:
        for group in self._groups:
            if group is SINGLE or self._batches_out < self._batch_limit:
                return group
        return None

    def _taken(self, group: Hashable) -> Turn[T]:
        items = self._groups[group]
        item = items.popleft()
        if items:
            self._groups.move_to_end(group)
        else:
            del self._groups[group]
        is_batch = group is not SINGLE
        self._batches_out += is_batch
        return Turn(item, is_batch)
