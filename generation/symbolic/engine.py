"""The symbolic engine: new items of the source's type and structure that would expose the same misconception."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from random import Random

from generation.diagnose.derivation import NotDerivableError, applicable, derive
from generation.expression.effort import ExhaustedError, limited
from generation.expression.errors import ExpressionError
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import Node
from generation.problem import Answer, Language, Model, Origin, Problem, Step
from generation.symbolic.candidates import DRAWS_PER_ITEM, candidates
from generation.symbolic.difficulty import Features, features, moved
from generation.symbolic.distractors import five_choices, rules_of_type, target_answer
from generation.symbolic.identity import canonical, functions_of
from generation.symbolic.presentation import presented_values
from generation.symbolic.problem_type import PROBLEM_TYPES, Draw, ProblemType
from generation.symbolic.recognition import explain, recognise, told_as
from generation.symbolic.request import Request
from generation.symbolic.solution import worked_solution
from generation.symbolic.structure import close
from generation.symbolic.told import UnfitError, told_statement
from generation.symbolic.wording import statement

__all__ = ["Request", "explain", "problem_types", "propose", "recognise", "sample_problem"]

MAX_STEPS = 300_000
"""What one request may take; three items of the longest types take half of it."""
MAX_CANDIDATES = 400
"""Draws that are looked at for each item that is asked for; what is found at all is nearly always found before."""


def propose(request: Request) -> list[Problem]:
    """Up to ``count`` different items, the same for the same request; fewer where no more exist.

    Items of the source's type and signs come first, then the source's own formulas with other numbers, then the
    rest of the type. Empty where the source cannot be solved here (:func:`explain` says why). What is found within
    :data:`MAX_STEPS` is all.
    """
    found: list[Problem] = []
    with suppress(ExhaustedError), limited(MAX_STEPS):
        _propose(request, found)
    return found


def _propose(request: Request, found: list[Problem]) -> None:
    try:
        seen = {canonical(request.model)}
    except ExpressionError:
        return
    before = None if request.difficulty == "same" else _features_of_source(request)
    if before is None and request.difficulty != "same":
        return
    rng = Random(f"{request.seed}:{close(request.model)}")
    for kind, draw, model in islice(candidates(request, rng), MAX_CANDIDATES * request.count):
        if len(found) >= request.count:
            break
        identity = canonical(model)
        if identity in seen:
            continue
        changes = () if before is None else _moved(before, draw, model, request)
        problem = None if changes is None else _item(kind, draw, model, request, rng, changes)
        if problem is not None:
            seen.add(identity)
            found.append(problem)


def _features_of_source(request: Request) -> Features | None:
    """What the source's difficulty rests on; None where it cannot be solved here."""
    told = told_as(request)
    try:
        if told is not None and (telling := PROBLEM_TYPES[told.type_id].telling) is not None:
            item = telling.item_of(told.slots)
            return features(request.model, item.key, len(item.steps))
        return features(request.model, derive(request.model).answer, len(worked_solution(request.model, "en")))
    except (ExpressionError, UnfitError):
        return None


def _moved(before: Features, draw: Draw, model: Model, request: Request) -> tuple[str, ...] | None:
    try:
        steps = len(_solution(draw, model, request.language))
        return moved(before, features(model, draw.key, steps), request.difficulty)
    except ExpressionError:
        return None


def problem_types() -> tuple[ProblemType, ...]:
    """All problem types, in the order of their files."""
    return tuple(PROBLEM_TYPES.values())


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


def _item(
    kind: ProblemType, draw: Draw, model: Model, request: Request, rng: Random, changes: tuple[str, ...] = ()
) -> Problem | None:
    """The whole item, or None where the misconception would not show or choices cannot be had."""
    target = request.misconception
    if target is not None and target_answer(model, draw.key, target, draw.lines) is None:
        return None
    try:
        solution = _solution(draw, model, request.language)
    except NotDerivableError:
        return None
    key = presented_values(model, draw.key)
    tempting = () if draw.item is None else draw.item.wrong
    wanted = request.choices and model.ask.kind != "truth"
    rules = _rules(kind, request) if wanted else ()
    choices = five_choices(model, key, rules, target, rng, tempting, draw.lines, kind.standard) if wanted else ()
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
        origin=Origin("symbolic", source=request.source, grounding=request.grounding, type=kind.id, moved=changes),
    )


def _solution(draw: Draw, model: Model, language: Language) -> tuple[Step, ...]:
    if draw.item is None or not draw.item.steps:
        return worked_solution(model, language)
    return tuple(
        Step(said.words(language), None if said.math is None else _line(said.math, model)) for said in draw.item.steps
    )


def _line(math: Node | str, model: Model) -> str:
    """A line of a told solution without needless brackets."""
    node = parse(math, frozenset(model.symbols), functions_of(model)) if isinstance(math, str) else math
    return infix(node)


def _statement(kind: ProblemType, draw: Draw, request: Request, rng: Random) -> str:
    if kind.telling is None:
        return statement(kind, draw, request.language, rng, request.statement, choices=request.choices)
    told = told_as(request)
    own = kind.telling.says[request.language]
    template = told.template if told is not None and told.template in own else rng.choice(own)
    return told_statement(template, draw.slots)


def _rules(kind: ProblemType, request: Request) -> tuple[str, ...]:
    """The mal-rules that distractors come from: those of the type, or of the source where it is its own type."""
    return rules_of_type(kind.id) if kind.id in PROBLEM_TYPES else tuple(applicable(request.model, request.statement))
