"""Wordings of one sentence: ``<합하여|모두>`` stands for either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, islice, product
from math import prod

_CHOICE = re.compile(r"<([^<>]*\|[^<>]*)>")
MOST = 16
"""Wordings of one sentence; with more ways than these, those that differ least from the first."""


def wordings(*sentences: str) -> tuple[str, ...]:
    """The ways of reading sentences with alternatives.

    >>> wordings("<A|B>를 구하시오.")
    ('A를 구하시오.', 'B를 구하시오.')
    """
    return tuple(text for sentence in sentences for text in islice(_ways(sentence), MOST))


def _ways(sentence: str) -> Iterator[str]:
    """All ways where they are few, else the first of each, then with one alternative changed, then with two."""
    parts = _CHOICE.split(sentence)
    ways = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    if prod(map(len, ways)) <= MOST:
        yield from ("".join(way) for way in product(*ways))
        return
    open_places = [place for place, way in enumerate(ways) if len(way) > 1]
    for many in range(3):
        for places in combinations(open_places, many):
            for chosen in product(*(ways[place][1:] for place in places)):
                way = {place: text[0] for place, text in enumerate(ways)} | dict(zip(places, chosen, strict=True))
                yield "".join(way.values())
