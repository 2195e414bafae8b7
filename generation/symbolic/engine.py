"""The symbolic engine: new items of the source's type and structure that would expose the same misconception."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random

import generation.symbolic.types  # noqa: F401  (fills the register)
from generation.diagnose.derivation import NotDerivableError, applicable, derive
from generation.expression.errors import ExpressionError
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import Expr, Sym, substitute
from generation.problem import Answer, AnswerValue, Language, Model, Origin, Problem, Step
from generation.reading.sentences import SENTENCES, Told
from generation.symbolic.distractors import five_choices, rules_of_type, target_answer
from generation.symbolic.identity import canonical
from generation.symbolic.presentation import presented_values
from generation.symbolic.problem_type import PROBLEM_TYPES, Draw, ProblemType
from generation.symbolic.solution import worked_solution
from generation.symbolic.structure import close, loose, nature
from generation.symbolic.subject import own_type
from generation.symbolic.told import text as written
from generation.symbolic.told import told_statement
from generation.symbolic.variation import variations
from generation.symbolic.wording import statement

STRUCTURE_SAMPLES = 30
"""Draws by which a type's shapes are learnt; every shape of today's types occurs among them."""
DRAWS_PER_ITEM = 150
"""Rejected draws (other signs, seen before, misconception would not show) before the engine settles for less."""
DRAWS_WITHOUT_FIT = 60
"""Draws of a type of which none has the source's signs: then the source's own formulas are varied instead."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted: items like ``model``, worded in ``language``."""

    model: Model
    count: int = 3
    misconception: str | None = None
    seed: int = 0
    language: Language = "ko"
    choices: bool = False
    statement: str | None = None
    """The source's text; its words are kept where only formulas change."""
    standard: str | None = None
    source: str | None = None
    grounding: tuple[str, ...] = ()


def propose(request: Request) -> list[Problem]:
    """Up to ``count`` different items, the same for the same request; fewer where no more exist.

    Items of the source's type and signs come first, then the source's own formulas with other numbers, then the
    rest of the type. Empty where the source cannot be solved here (:func:`explain` says why).
    """
    try:
        seen = {canonical(request.model)}
    except ExpressionError:
        return []
    rng = Random(f"{request.seed}:{close(request.model)}")
    found: list[Problem] = []
    for kind, draw, model in _candidates(request, rng):
        if len(found) >= request.count:
            break
        identity = canonical(model)
        if identity in seen:
            continue
        problem = _item(kind, draw, model, request, rng)
        if problem is not None:
            seen.add(identity)
            found.append(problem)
    return found


def problem_types() -> tuple[ProblemType, ...]:
    """All problem types, in the order of their files."""
    return tuple(PROBLEM_TYPES.values())


def _candidates(request: Request, rng: Random) -> Iterator[tuple[ProblemType, Draw, Model]]:
    told = told_as(request)
    if told is not None:
        yield from _retold(PROBLEM_TYPES[told.type_id], request, rng)
        return
    model = request.model
    kind = recognise(model)
    others: list[tuple[Draw, Model]] = []
    if kind is not None:
        kind = _asking_like(kind, model)
        for draw, drawn, fits in _draws(kind, request, rng):
            if fits:
                yield kind, draw, drawn
            else:
                others.append((draw, drawn))
    own = own_type(model)
    if kind is not None:
        own = replace(own, ko=kind.ko, en=kind.en, standard=kind.standard)
    for draw, varied in variations(model, rng, DRAWS_PER_ITEM * request.count):
        yield own, draw, varied
    if kind is not None:
        for draw, drawn in others:
            yield kind, draw, drawn


def told_as(request: Request) -> Told | None:
    """The sentence by which the source was read, where it was read by one."""
    told = SENTENCES.read(request.statement) if request.statement is not None else None
    return told if told is not None and told.model == request.model else None


def _retold(kind: ProblemType, request: Request, rng: Random) -> Iterator[tuple[ProblemType, Draw, Model]]:
    """Draws of a told type: those whose formulas are built as the source's are, then the others."""
    wanted, seen, others = close(request.model), set[str](), list[Draw]()
    for _ in range(DRAWS_PER_ITEM * request.count):
        draw = kind.sample(rng)
        model = kind.model(draw)
        if repr(model) in seen:
            continue
        seen.add(repr(model))
        if close(model) == wanted:
            yield kind, draw, model
        else:
            others.append(draw)
    yield from ((kind, draw, kind.model(draw)) for draw in others)


def _asking_like(kind: ProblemType, model: Model) -> ProblemType:
    """The type asking as the source does, where a number may be 'worked out' or 'simplified'."""
    if model.symbols or {kind.kind, model.ask.form or model.ask.kind} != {"value", "simplified"}:
        return kind
    return replace(kind, kind="value" if model.ask.kind == "value" else "simplified")


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


def sample_problem(type_id: str, seed: int, *, language: Language = "ko", choices: bool = True) -> Problem:
    """One item of a type, not like any source; for worksheets of a type, tests and benchmarks.

    Raises KeyError for an unknown type, ValueError for one that cannot fill five choices.
    """
    kind = PROBLEM_TYPES[type_id]
    rng = Random(f"{type_id}:{seed}")
    for _ in range(DRAWS_PER_ITEM):
        draw = kind.sample(rng)
        request = Request(kind.model(draw), language=language, choices=choices)
        problem = _item(kind, draw, request.model, request, rng)
        if problem is not None:
            return problem
    raise ValueError(f"no item of type {type_id} with five different choices in {DRAWS_PER_ITEM} draws")


def _draws(kind: ProblemType, request: Request, rng: Random) -> Iterator[tuple[Draw, Model, bool]]:
    """Draws of the type with the source's letters, and whether signs, ones and the sort of answer are the source's."""
    shape, wanted, answer = loose(request.model), close(request.model), _nature(request.model)
    fitting = 0
    for number in range(DRAWS_PER_ITEM * request.count):
        if number >= DRAWS_WITHOUT_FIT and not fitting:
            return
        draw = _in_letters(kind.sample(rng), tuple(request.model.symbols))
        model = kind.model(draw)
        fits = close(model) == wanted and answer in (None, nature(draw.key))
        fitting += fits
        if fits or loose(model) == shape:
            yield draw, model, fits


def _nature(model: Model) -> str | None:
    try:
        return nature(derive(model).answer)
    except ExpressionError:
        return None


def _in_letters(draw: Draw, names: tuple[str, ...]) -> Draw:
    """The draw with the source's letters for its own."""
    if len(names) != len(draw.unknowns) or names == draw.unknowns:
        return draw
    new: dict[str, Expr] = {old: Sym(name) for old, name in zip(draw.unknowns, names, strict=True)}
    letters = dict(zip(draw.unknowns, names, strict=True))
    key = tuple(
        infix(substitute(parse(value), new))
        if isinstance(value, str)
        else {letters[old]: text for old, text in value.items()}
        for value in draw.key
    )
    return Draw(tuple(substitute(formula, new) for formula in draw.formulas), key, names)


def _item(kind: ProblemType, draw: Draw, model: Model, request: Request, rng: Random) -> Problem | None:
    """The whole item, or None where the misconception would not show or choices cannot be had."""
    target = request.misconception
    if target is not None and target_answer(model, draw.key, target) is None:
        return None
    try:
        solution = _solution(draw, model, request.language)
    except NotDerivableError:
        return None
    key = presented_values(model, draw.key)
    tempting = () if draw.item is None else draw.item.wrong
    choices = five_choices(model, key, _rules(kind, request.model), target, rng, tempting) if request.choices else ()
    if choices is None:
        return None
    return Problem(
        statement=_statement(kind, draw, request, rng),
        model=model,
        answer=Answer(key, None if draw.item is None else draw.item.unit_in(request.language)),
        language=request.language,
        standard=request.standard or kind.standard,
        solution=solution,
        choices=choices,
        targets=target,
        origin=Origin("symbolic", source=request.source, grounding=request.grounding, type=kind.id),
    )


def _solution(draw: Draw, model: Model, language: Language) -> tuple[Step, ...]:
    if draw.item is None or not draw.item.steps:
        return worked_solution(model, language)
    return tuple(
        Step(said.ko if language == "ko" else said.en, None if said.math is None else written(said.math))
        for said in draw.item.steps
    )


def _statement(kind: ProblemType, draw: Draw, request: Request, rng: Random) -> str:
    if kind.telling is None:
        return statement(kind, draw, request.language, rng, request.statement, choices=request.choices)
    told = told_as(request)
    own = kind.telling.says[request.language]
    template = told.template if told is not None and told.template in own else rng.choice(own)
    return told_statement(template, draw.slots)


def _rules(kind: ProblemType, source: Model) -> tuple[str, ...]:
    """The mal-rules that distractors come from: those of the type, or of the source where it is its own type."""
    return rules_of_type(kind.id) if kind.id in PROBLEM_TYPES else tuple(applicable(source))
