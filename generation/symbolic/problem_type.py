"""What a problem type (유형) is, and the register of all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from generation.expression.render import infix
from generation.expression.tree import Node
from generation.problem import AnswerValue, Ask, Model

if TYPE_CHECKING:
    from generation.symbolic.told import Item, Slots, Telling

Kind = Literal["solve", "value", "expanded", "factored", "simplified", "lowest_terms", "rationalized", "told"]
"""The ask: a kind of the design, or the form that is asked for; ``told`` types say their question in sentences."""


@dataclass(frozen=True, slots=True)
class Draw:
    """One sample of a type: what is given or worked on, and the key known by construction."""

    formulas: tuple[Node, ...]
    key: tuple[AnswerValue, ...]
    unknowns: tuple[str, ...] = ()
    item: Item | None = None
    """For told types: what follows from the slots."""
    slots: Slots = field(default_factory=dict)

    @property
    def lines(self) -> tuple[str, ...]:
        """The formulas of the worked solution that the type brings along."""
        return () if self.item is None else self.item.lines


Sampler = Callable[[Random], Draw]


@dataclass(frozen=True, slots=True)
class ProblemType:
    """A kind of item: how to draw one, and what it is called."""

    id: str
    kind: Kind
    ko: str
    """What the formula is called in a Korean statement (``일차방정식``)."""
    en: str
    standard: str
    sample: Sampler
    telling: Telling | None = None
    """For told types: their sentences."""

    def model(self, draw: Draw) -> Model:
        """The formal model of a draw."""
        if draw.item is not None:
            return draw.item.model
        texts = tuple(infix(formula) for formula in draw.formulas)
        symbols = dict.fromkeys(draw.unknowns, "real")
        if self.kind == "solve":
            return Model(Ask("solve", unknowns=draw.unknowns), symbols=symbols, given=texts)
        if self.kind == "value":
            return Model(Ask("value", of=texts[0]), symbols=symbols)
        return Model(Ask("form", of=texts[0], form=self.kind), symbols=symbols)


_REGISTER: dict[str, ProblemType] = {}
PROBLEM_TYPES: Mapping[str, ProblemType] = MappingProxyType(_REGISTER)
"""All problem types by id, in the order of their files; filled on import of :mod:`generation.symbolic.types`."""


def problem_type(id: str, kind: Kind, *, ko: str, en: str, standard: str) -> Callable[[Sampler], Sampler]:
    """Register the decorated sampler as a problem type."""

    def register(sample: Sampler) -> Sampler:
        add_type(ProblemType(id, kind, ko, en, standard, sample))
        return sample

    return register


def add_type(kind: ProblemType) -> None:
    """Put a type on the register. Raises ValueError for a name that is taken."""
    if kind.id in _REGISTER:
        raise ValueError(f"two problem types are named {kind.id}")
    _REGISTER[kind.id] = kind
