"""Which problem type a posted problem is of: by the sentence it was read by, or by the structure of its model."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from random import Random

import generation.symbolic.types  # noqa: F401  (fills the register)
from generation.diagnose.derivation import derive
from generation.expression.errors import ExpressionError
from generation.problem import AnswerValue, Model
from generation.reading.sentences import SENTENCES, Told
from generation.symbolic.identity import canonical
from generation.symbolic.problem_type import PROBLEM_TYPES, ProblemType
from generation.symbolic.request import Request
from generation.symbolic.structure import close, loose, nature

STRUCTURE_SAMPLES = 30
"""Draws by which a type's shapes are learnt; every shape of today's types occurs among them."""


def told_as(request: Request) -> Told | None:
    """The sentence by which the source was read, where it was read by one."""
    told = SENTENCES.read(request.statement) if request.statement is not None else None
    return told if told is not None and told.model == request.model else None


def explain(model: Model) -> str:
    """Why nothing can be proposed for a model, or what its items are made from."""
    try:
        canonical(model)
        derive(model)
    except ExpressionError as error:
        return f"nothing can be proposed: {error}"
    kind = recognise(model)
    return "its own structure with other numbers" if kind is None else f"problem type {kind.id}"


@lru_cache(maxsize=1)
def _types_by_structure() -> dict[str, str]:
    """Every structure of every type's samples, from close to loose; where types share one, the earlier has it."""
    table: dict[str, str] = {}
    for kind in PROBLEM_TYPES.values():
        if kind.telling is not None:
            continue  # known by their sentences
        rng = Random(f"structures of {kind.id}")
        for _ in range(STRUCTURE_SAMPLES):
            with suppress(ValueError):  # as when drawing items: numbers that do not fit are drawn again
                draw = kind.sample(rng)
                for structure in _structures(kind.model(draw), draw.key):
                    table.setdefault(structure, kind.id)
    return table


def _structures(model: Model, key: Sequence[AnswerValue] | None) -> list[str]:
    """Keys of the table for one model, the most telling first."""
    shape, signed = loose(model), close(model)
    if shape is None or signed is None:
        return []
    kinds = [] if key is None else [f"{signed} -> {nature(key)}", f"{shape} -> {nature(key)}"]
    return [*kinds, signed, shape]


def recognise(model: Model) -> ProblemType | None:
    """The problem type whose structure a model has; the shape of its answer decides between types that share one."""
    try:
        key: Sequence[AnswerValue] | None = (answer := derive(model).answer)
        nature(answer)
    except ExpressionError:
        key = None  # not solved here, or larger than is read
    table = _types_by_structure()
    for structure in _structures(model, key):
        if (type_id := table.get(structure)) is not None:
            return PROBLEM_TYPES[type_id]
    return None
