"""Wordings of one sentence: ``<합하여|모두>`` stands for either."""

from __future__ import annotations

import re
from itertools import product

_CHOICE = re.compile(r"<([^<>]*\|[^<>]*)>")


def wordings(*sentences: str) -> tuple[str, ...]:
    """Every way of reading sentences with alternatives.

    >>> wordings("<A|B>를 구하시오.")
    ('A를 구하시오.', 'B를 구하시오.')
    """
    found: list[str] = []
    for sentence in sentences:
        parts = _CHOICE.split(sentence)
        ways = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
        found += ["".join(way) for way in product(*ways)]
    return tuple(found)
