"""Which problem type a posted problem is of: by the sentence it was read by, or by the structure of its model."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from random import Random

import generation.symbolic.types  # noqa: F401  (fills the register)
from generation.diagnose.derivation import derive
from generation.expression.errors import ExpressionError
from generation.expression.tree import Call, Collection, Const, Matrix, Num, walk
from generation.problem import AnswerValue, Model
from generation.reading.sentences import SENTENCES, Told
from generation.symbolic.identity import canonical, functions_of, parsed
from generation.symbolic.problem_type import PROBLEM_TYPES, ProblemType
from generation.symbolic.request import Request
from generation.symbolic.structure import close, loose, nature
from generation.symbolic.subject import is_of_high_degree

STRUCTURE_SAMPLES, TOLD_SAMPLES = 30, 8
"""Draws by which a type's shapes are learnt; those of told types are few, and rarely asked for."""


def told_as(request: Request) -> Told | None:
    """The sentence by which the source was read, where it was read by one."""
    told = SENTENCES.read(request.statement) if request.statement is not None else None
    return told if told is not None and told.model == request.model else None


def explain(model: Model) -> str:
    """Why nothing can be proposed for a model, or what its items are made from."""
    try:
        canonical(model)
        if (kind := recognise(model)) is not None:
            return f"problem type {kind.id}"
        derive(model)
    except ExpressionError as error:
        return f"nothing can be proposed: {error}"
    return "its own structure with other numbers"


def prepare() -> None:
    """Collect the structures of all types, which takes a second and is done once, before the first model comes."""
    for told in (False, True):
        _types_by_structure(told=told)


@lru_cache(maxsize=2)
def _types_by_structure(*, told: bool) -> dict[str, str]:
    """Every structure of every type's samples, from close to loose; where types share one, the earlier has it."""
    table: dict[str, str] = {}
    for kind in PROBLEM_TYPES.values():
        if told != (kind.telling is not None):
            continue
        rng = Random(f"structures of {kind.id}")
        for _ in range(TOLD_SAMPLES if told else STRUCTURE_SAMPLES):
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
    """The problem type whose structure a model has; the shape of its answer decides between types that share one.

    Told types count only where a formula has more than arithmetic in it, as of a higher degree: ``3*5`` is no story
    of apples.
    """
    try:
        key: Sequence[AnswerValue] | None = (answer := derive(model).answer)
        nature(answer)
    except ExpressionError:
        key = None  # not solved here, or larger than is read
    structures = _structures(model, key)
    for told in (False, True) if _is_beyond_arithmetic(model) else (False,):
        table = _types_by_structure(told=told)
        for structure in structures:
            if (type_id := table.get(structure)) is not None:
                return PROBLEM_TYPES[type_id]
    return None


def _is_beyond_arithmetic(model: Model) -> bool:
    functions = functions_of(model)
    try:
        nodes = [parsed(text, functions) for text in (*model.given, *filter(None, [model.ask.of]))]
    except ExpressionError:
        return False
    parts = [part for node in nodes for part in walk(node)]
    if model.ask.kind == "solve" and len(nodes) == 1 and is_of_high_degree(nodes[0], model.ask.unknowns[0]):
        return True
    return any(
        (isinstance(part, Call) and part.name != "sqrt")
        or (isinstance(part, Const) and part.name == "i")
        or (isinstance(part, Num) and part.repeating > 0)
        or isinstance(part, Matrix | Collection)
        for part in parts
    )
