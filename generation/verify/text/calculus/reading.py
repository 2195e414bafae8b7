"""A sentence of calculus, read whole and held against the model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generation.equivalence.realset import RealSet
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.formulas import segments
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import Expr, Logic, Node, Relation, Sym, substitute, symbols
from generation.problem import Language
from generation.verify.context import Context
from generation.verify.definitions import Definitions
from generation.verify.domains import read_domain
from generation.verify.matching import match
from generation.verify.reading import conjuncts
from generation.verify.text.calculus.rows import ROWS, Row
from generation.verify.text.calculus.slots import Filled, fill, is_calculus

_NAMES = frozenset("abcdkmnpqrstuvxyABCDEKMNUVP")
_FUNCTIONS = frozenset("fghFG")
_SLOT = re.compile(r"<(\w*):(\w+)>")
_MARK = "⟨{}⟩"
_UNNAMED = "any"
_CALCULUS = re.compile(
    r"미분|도함수|극[댓솟]값|변화율|접선|평균값 정리|롤의 정리|연속|구간|속도|위치|움직인 거리|둘러싸인|"
    r"중근|실근|허근|완전제곱식|전개식|f\s*'|\\lim|"
    r"deriv|differentia|local m|average rate|tangent|mean value|Rolle|continuous|interval|velocity|position|area|"
    r"(?:repeated|double) root|(?:real|imaginary) roots|perfect square|expansion",
    re.IGNORECASE,
)
"""What every row has one of: other statements are not tried."""
_WITH_FORMULA = (
    r"극[댓솟]값|극[대소](?=[가를이점일])|평균 ?변화율|가속도|평균값 ?정리|롤의 ?정리|"
    r"local m[ai][xn]im|average rate|acceleration|mean value theorem|\bRolle\b"
)
_WORDS_WITH_FORMULA = re.compile(_WITH_FORMULA, re.IGNORECASE)
"""Words whose meaning no formula of the text can be."""
_WORDS = re.compile(
    rf"{_WITH_FORMULA}|미분|도함수|적분|변화[율량]|"
    r"\bderivative|\bdifferentia|\bintegra(?:l|te)|rate of change|the change of",
    re.IGNORECASE,
)
"""Words whose meaning may be a formula beside them: f'(2), an integral sign."""
MAX_FORMULAS = 12


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a sentence says: relations, any of the sets will do, and the question."""

    row: Row
    given: tuple[tuple[Logic, ...], ...]
    of: Expr | None
    interval: RealSet | None

    def __str__(self) -> str:
        parts = [infix(relation) for relation in self.given[0]]
        return ", ".join([*parts, *([infix(self.of)] if self.of is not None else [])])


@dataclass(frozen=True, slots=True)
class Told:
    """How the model agrees with a sentence."""

    meaning: Meaning
    agrees: bool
    is_sure: bool
    """Whether a model that does not agree surely says something else."""


def told(context: Context) -> Told | None:
    """What a statement of calculus means and whether the model says it; None where no row reads it."""
    meaning = meaning_of(context.problem.statement, context.problem.language)
    if meaning is None:
        return None
    try:
        agrees, is_sure = _agrees(meaning, context)
    except ExpressionError:
        agrees, is_sure = False, False
    return Told(meaning, agrees, is_sure)


def unread(words: str, formulas: Sequence[Node], alone: Sequence[Node]) -> list[str]:
    """Why a sentence of calculus that no row reads stays open: what the model has ``alone``, what its words mean."""
    if found := [infix(node) for node in alone if is_calculus(node)]:
        return [f"the words are not read as '{found[0]}' of the model"]
    pattern = _WORDS_WITH_FORMULA if any(is_calculus(formula) for formula in formulas) else _WORDS
    match = pattern.search(words)
    return [] if match is None else [f"what '{match[0]}' means here is not known"]


def meaning_of(statement: str, language: Language) -> Meaning | None:
    """The meaning of a sentence; None where no row reads it, or where rows read it differently."""
    if "$" not in statement or _CALCULUS.search(statement) is None:
        return None
    flow, formulas = _flow(statement)
    if len(formulas) > MAX_FORMULAS:
        return None
    found = [m for row, pattern in _patterns(language) if (m := _read(row, pattern, flow, formulas)) is not None]
    return found[0] if len(found) == 1 else None


def _flow(statement: str) -> tuple[str, list[str]]:
    """The words with a mark for every formula."""
    flow, formulas = "", list[str]()
    for segment in segments(statement):
        flow += _MARK.format(len(formulas)) if segment.is_formula else segment.text
        if segment.is_formula:
            formulas.append(segment.text)
    return re.sub(r"\s+", " ", flow).strip().rstrip(".?"), formulas


@lru_cache(maxsize=2)
def _patterns(language: Language) -> tuple[tuple[Row, re.Pattern[str]], ...]:
    return tuple(
        (row, re.compile(_SLOT.sub(_place, text).replace(". ", r"\. "), re.IGNORECASE))
        for row in ROWS
        for text in (row.ko if language == "ko" else row.en)
    )


def _place(slot: re.Match[str]) -> str:
    """A group whose name says what stands there: names may come again, so each carries where it is."""
    return f"⟨(?P<{slot[1] or _UNNAMED}__{slot[2]}__{slot.start()}>[0-9]+)⟩"


def _read(row: Row, pattern: re.Pattern[str], flow: str, formulas: Sequence[str]) -> Meaning | None:
    fitted = pattern.fullmatch(flow)
    if fitted is None or sum(place is not None for place in fitted.groups()) < len(formulas):
        return None
    filled = Filled()
    for group, place in fitted.groupdict().items():
        if place is None:
            continue
        name, kind, _ = group.split("__")
        name = "" if name == _UNNAMED else name
        try:
            formula = parse(formulas[int(place)], _NAMES, _FUNCTIONS)
        except ExpressionError:
            return None
        if not fill(kind, name, formula, filled):
            return None
    if not row.holds(filled) or not row.fills(filled):
        return None
    try:
        return _meant(row, filled)
    except ExpressionError:
        return None


def _meant(row: Row, filled: Filled) -> Meaning:
    definitions = Definitions(functions=dict(filled.functions))
    letter = filled.parameter if row.asks in ("max", "min") or not row.given else None

    def tree(text: str) -> Node:
        whole = substitute(definitions.expand(_formula(text)), filled.values)
        return substitute(whole, {"x": Sym(letter)}) if letter not in (None, "x") else whole

    given = tuple(
        tuple(relation for text in texts if isinstance(relation := tree(text), Logic))
        for texts in (row.given, *row.also)
    )
    of = tree(row.of) if row.of else None
    interval = None
    if row.asks in ("max", "min"):
        low, high = (infix(filled.values[name]) for name in "AB")
        interval = read_domain(f"[{low}, {high}]").reals
    return Meaning(row, given, of if isinstance(of, Expr) else None, interval)


@lru_cache(maxsize=256)
def _formula(text: str) -> Node:
    return parse(text, _NAMES, _FUNCTIONS)


def _agrees(meaning: Meaning, context: Context) -> tuple[bool, bool]:
    """Whether the model says what is meant, and whether it surely says something else."""
    ask, reading = context.problem.model.ask, context.reading
    asks = meaning.row.asks
    if (ask.sense or ask.kind) != asks or (asks in ("max", "min")) != (ask.kind == "extremum"):
        return False, True
    if asks == "solve" and set(ask.unknowns) != _letters(meaning.given[0]):
        return False, False
    given = [part for logic in reading.given for part in conjuncts(logic) if not _is_true(part)]
    if meaning.interval is not None:
        domains = [
            domain.reals for name, domain in reading.domains.items() if reading.of and name in symbols(reading.of)
        ]
        if domains != [meaning.interval]:
            return False, False
    fits = any(_same_question(relations, meaning.of, given, reading.of) for relations in meaning.given)
    return fits, not fits and not given and meaning.of is not None and not meaning.given[0]


def _same_question(relations: Sequence[Logic], of: Expr | None, given: Sequence[Logic], asked: Expr | None) -> bool:
    """Whether relations and what is asked are the same, with the model's letter for what the text does not name."""
    letters = _letters([*relations, *([of] if of is not None else [])])
    put: dict[str, Expr] = {}
    if "U" in letters:
        strange = _letters([*given, *([asked] if asked is not None else [])]) - letters
        if len(strange) != 1:
            return False
        put = {"U": Sym(next(iter(strange)))}
    if of is not None and (asked is None or not _equal(substitute(of, put), asked)):
        return False
    matched = match([substitute(relation, put) for relation in relations], list(given))
    return not matched.text_alone and not matched.model_alone


def _equal(a: Node, b: Node) -> bool:
    return isinstance(a, Expr) and isinstance(b, Expr) and exact(a).equals(exact(b)) is True


def _letters(nodes: Sequence[Node]) -> frozenset[str]:
    return frozenset[str]().union(*(symbols(node) for node in nodes))


def _is_true(node: Logic) -> bool:
    """``f(1) = f(5)`` where both are the same number."""
    return (
        isinstance(node, Relation)
        and node.op == "="
        and not symbols(node)
        and exact(node.left).equals(exact(node.right))
    )
