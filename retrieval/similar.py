"""Notes like a mistake: the same misconception first, then whatever is alike."""

from __future__ import annotations

from retrieval.filter import Filter
from retrieval.hit import Hit
from retrieval.index import Index


def similar_notes(index: Index, query: str, *, tenant: str | None, misconception: str | None, k: int) -> list[Hit]:
    """The ``k`` notes of a tenant most like a mistake, none of which is marked.

    Those with the same misconception come first, by likeness of words, meaning and the structure of formulas; where
    they are fewer than ``k``, or the misconception is unknown, the others follow in the same order.
    """
    same = []
    if misconception is not None:
        where = Filter(misconception=misconception, grounding=True)
        same = index.search(query, kind="note", tenant=tenant, where=where, k=k)
        if len(same) >= k:
            return same
    known = {hit.id for hit in same}
    others = index.search(query, kind="note", tenant=tenant, where=Filter(grounding=True), k=min(k + len(same), 100))
    return [*same, *(hit for hit in others if hit.id not in known)][:k]
