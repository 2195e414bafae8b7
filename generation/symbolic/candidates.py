"""Draws that could become items of a request, the most alike first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from random import Random

from generation.diagnose.derivation import derive
from generation.expression.errors import ExpressionError
from generation.expression.exact import rational_value
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import Expr, Relation, Sym, substitute
from generation.problem import AnswerValue, Model
from generation.symbolic.problem_type import PROBLEM_TYPES, Draw, ProblemType
from generation.symbolic.recognition import recognise, told_as
from generation.symbolic.request import Request
from generation.symbolic.structure import close, loose, nature
from generation.symbolic.subject import own_type
from generation.symbolic.types.backwards.constant_from_root import turned_around
from generation.symbolic.variation import variations

DRAWS_PER_ITEM = 150
"""Rejected draws (other signs, seen before, misconception would not show) before the engine settles for less."""
DRAWS_WITHOUT_FIT = 40
"""Draws in a row of which none is a new one with the source's signs: then others are taken, and further ones drawn only
where these are too few."""
DRAWS_WITHOUT_NEW = 300
"""Draws in a row without a new one, or 20 for each that is known if that is more, after which a type has no others."""

Candidate = tuple[ProblemType, Draw, Model]
Drawn = tuple[Candidate | None, bool]
"""A draw that may become an item, None where it may not, and whether it is built as the source is."""


def candidates(request: Request, rng: Random) -> Iterator[Candidate]:
    """Draws for a request; which of them become items is decided by what the request wants to see."""
    if request.vary == "structure":
        yield from _in_turns(_backwards(request, rng), _of_siblings(request, rng))
    elif request.difficulty != "same":
        yield from _in_turns(_alike(request, rng), _of_siblings(request, rng))
    else:
        yield from _alike(request, rng)


def _in_turns(*all_streams: Iterator[Candidate]) -> Iterator[Candidate]:
    streams = list(all_streams)
    while streams:
        for stream in list(streams):
            candidate = next(stream, None)
            if candidate is None:
                streams.remove(stream)
            else:
                yield candidate


def _backwards(request: Request, rng: Random) -> Iterator[Candidate]:
    """Equations like the source's with their root given and a number sought."""
    kind = PROBLEM_TYPES["constant-from-root"]
    assert kind.telling is not None
    for _, draw, model in _alike(request, rng):
        if model.ask.kind != "solve" or len(model.ask.unknowns) != 1 or len(model.given) != 1:
            return
        equation, roots = parse(model.given[0]), [_rational(value) for value in draw.key]
        if not isinstance(equation, Relation) or equation.op != "=" or not roots or None in roots:
            return
        slots = list(turned_around(equation, model.ask.unknowns[0], rng.choice([r for r in roots if r is not None])))
        if slots:
            chosen = rng.choice(slots)
            try:
                item = kind.telling.item(chosen)
            except ValueError:
                continue
            yield kind, Draw((), item.key, tuple(item.model.symbols), item, chosen), item.model


def _rational(value: AnswerValue) -> Fraction | None:
    node = parse(value) if isinstance(value, str) else None
    return rational_value(node) if isinstance(node, Expr) else None


def _of_siblings(request: Request, rng: Random) -> Iterator[Candidate]:
    """Draws of the other types of the source's standard, each in turn."""
    own = type_of(request)
    siblings = [
        kind
        for kind in PROBLEM_TYPES.values()
        if own is not None and kind.id != own.id and kind.standard == own.standard
    ]
    rng.shuffle(siblings)
    for _ in range(DRAWS_PER_ITEM * request.count):
        for kind in siblings:
            draw = kind.sample(rng)
            if kind.telling is None:
                draw = _in_letters(draw, tuple(request.model.symbols))
            yield kind, draw, kind.model(draw)
        if not siblings:
            return


def type_of(request: Request) -> ProblemType | None:
    """The type of the source, None where it has only its own structure."""
    told = told_as(request)
    return PROBLEM_TYPES[told.type_id] if told is not None else recognise(request.model)


def _alike(request: Request, rng: Random) -> Iterator[Candidate]:
    told = told_as(request)
    if told is not None:
        yield from _retold(PROBLEM_TYPES[told.type_id], request, rng)
        return
    model = request.model
    kind = recognise(model)
    own = own_type(model)
    if kind is not None and kind.telling is not None:
        yield from _retold(kind, request, rng)
        kind = None
    if kind is None:
        yield from ((own, draw, varied) for draw, varied in variations(model, rng, DRAWS_PER_ITEM * request.count))
        return
    kind = _asking_like(kind, model)
    draws = _draws(kind, request, rng)
    fitting, others = _until_dry(draws)
    yield from fitting
    own = replace(own, ko=kind.ko, en=kind.en, standard=kind.standard)
    for draw, varied in variations(model, rng, DRAWS_PER_ITEM * request.count):
        yield own, draw, varied
    yield from others
    yield from _remaining(draws)
    yield from ((kind, *new) for new in _different(kind, request, rng) if new is not None)  # of another shape


def _until_dry(draws: Iterator[Drawn]) -> tuple[Iterator[Candidate], list[Candidate]]:
    """The draws that are built as the source is, until no more come soon, and a list that the others are put into."""
    others: list[Candidate] = []

    def fitting() -> Iterator[Candidate]:
        without = 0
        for candidate, fits in draws:
            without = 0 if fits else without + 1
            if candidate is not None and fits:
                yield candidate
            elif candidate is not None:
                others.append(candidate)
            if without == DRAWS_WITHOUT_FIT:
                return

    return fitting(), others


def _remaining(draws: Iterator[Drawn]) -> Iterator[Candidate]:
    """All that are still drawn, whether they fit or not."""
    return (candidate for candidate, _ in draws if candidate is not None)


def _retold(kind: ProblemType, request: Request, rng: Random) -> Iterator[Candidate]:
    """Draws of a told type: those whose formulas are built as the source's are, then the others."""
    draws = _drawn_again(kind, request, rng)
    fitting, others = _until_dry(draws)
    yield from fitting
    yield from others
    yield from _remaining(draws)


def _drawn_again(kind: ProblemType, request: Request, rng: Random) -> Iterator[Drawn]:
    """Draws of a told type, and whether they are built as the source is; None for one that was there before."""
    wanted = close(request.model)
    for new in _different(kind, request, rng):
        yield (None, False) if new is None else ((kind, *new), close(new[1]) == wanted)


def _different(kind: ProblemType, request: Request, rng: Random) -> Iterator[tuple[Draw, Model] | None]:
    """Draws until a type is exhausted; None for one that was there before."""
    seen = set[str]()
    without = 0
    letters = tuple(request.model.symbols) if kind.telling is None else ()
    for _ in range(DRAWS_PER_ITEM * request.count):
        draw = _in_letters(kind.sample(rng), letters)
        model = kind.model(draw)
        name = repr(model)
        without = without + 1 if name in seen else 0
        seen.add(name)
        yield None if without else (draw, model)
        if without >= max(DRAWS_WITHOUT_NEW, 20 * len(seen)):
            return


def _asking_like(kind: ProblemType, model: Model) -> ProblemType:
    """The type asking as the source does, where a number may be 'worked out' or 'simplified'."""
    if model.symbols or {kind.kind, model.ask.form or model.ask.kind} != {"value", "simplified"}:
        return kind
    return replace(kind, kind="value" if model.ask.kind == "value" else "simplified")


def _draws(kind: ProblemType, request: Request, rng: Random) -> Iterator[Drawn]:
    """Draws of the type with the source's letters, and whether signs, ones and the sort of answer are the source's.

    None for one of another shape or that was there before.
    """
    shape, wanted, answer = loose(request.model), close(request.model), _nature(request.model)
    for new in _different(kind, request, rng):
        if new is None:
            yield None, False
            continue
        draw, model = new
        fits = close(model) == wanted and answer in (None, nature(draw.key))
        yield ((kind, draw, model), fits) if fits or loose(model) == shape else (None, False)


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
