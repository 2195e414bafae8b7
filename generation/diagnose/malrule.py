"""What a mal-rule is, and the register of all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from generation.expression.tree import Node

WrongStep = Callable[[Node], Iterator[Node]]
"""From a place in a line to what the student writes there; nothing where the mal-rule does not apply."""


@dataclass(frozen=True, slots=True)
class MalRule:
    """A misconception as an executable wrong procedure."""

    id: str
    ko: str
    en: str
    belief_ko: str
    """What the student believes, as a teacher would say it."""
    belief_en: str
    standards: tuple[str, ...]
    example: tuple[str, str]
    """A statement and the wrong answer that this mal-rule gives; a test runs it."""
    apply: WrongStep
    prior: float = 1.0
    """How common it is against the others: 1 for an ordinary one, up to 3 for the notorious."""
    source: str | None = None
    asks: tuple[str, ...] = ()
    """The kinds of questions it belongs to; empty where the lines themselves tell."""
    words: str | None = None
    """A pattern that the statement must have, for a step that a formula alone would not tell from plain arithmetic
    (the half of a triangle's area). Such a mal-rule explains no answer to other statements."""
    of: str | None = None
    """The formula that the example's statement stands for, where its words are not read here."""

    def belongs_to(self, statement: str) -> bool:
        """Whether the words of a statement let it explain an answer."""
        return self.words is None or _pattern(self.words).search(statement) is not None

    def belongs_to_standard(self, standard: str) -> bool:
        """Whether it may explain answers to items of a standard, where their words are not at hand."""
        return self.words is None or standard in self.standards

    def name(self, language: str) -> str:
        """Its name in Korean or English."""
        return self.ko if language == "ko" else self.en

    def belief(self, language: str) -> str:
        """What the student believes, in Korean or English."""
        return self.belief_ko if language == "ko" else self.belief_en


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


_REGISTER: dict[str, MalRule] = {}
MAL_RULES: Mapping[str, MalRule] = MappingProxyType(_REGISTER)
"""All mal-rules by id, in the order of their files; filled on import of :mod:`generation.diagnose.malrules`."""


def mal_rule(
    id: str,
    *,
    ko: str,
    en: str,
    belief_ko: str,
    belief_en: str,
    standards: tuple[str, ...],
    example: tuple[str, str],
    prior: float = 1.0,
    source: str | None = None,
    asks: tuple[str, ...] = (),
    words: str | None = None,
    of: str | None = None,
) -> Callable[[WrongStep], WrongStep]:
    """Register the decorated wrong step as a mal-rule."""

    def register(step: WrongStep) -> WrongStep:
        if id in _REGISTER:
            raise ValueError(f"two mal-rules are named {id}")
        _REGISTER[id] = MalRule(
            id, ko, en, belief_ko, belief_en, standards, example, step, prior, source, asks, words, of
        )
        return step

    return register
