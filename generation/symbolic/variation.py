"""Items of the source's own structure: its formulas with other numbers, and an answer as clean as the source's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from generation.diagnose.derivation import NotDerivableError, derive
from generation.equivalence.listed import compare_listed
from generation.expression.errors import ExpressionError
from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.parser import parse
from generation.expression.render import infix
from generation.expression.tree import Call, Expr, Node, Num, walk
from generation.problem import AnswerValue, Model
from generation.symbolic.problem_type import Draw
from generation.symbolic.renewal import Renewal, about_exponents
from generation.symbolic.solved import computed_key
from generation.symbolic.structure import nature

COMPUTED_FORMS = frozenset({None, "simplified", "expanded", "rationalized"})
"""Forms whose key is the normal form of exact arithmetic; for the others the derivation gives it."""
ANGULAR = frozenset({"sin", "cos", "tan"})
LARGEST = 20
"""Numbers in an answer up to here are always clean; larger ones only where the source's answer has such."""


def variations(model: Model, rng: Random, tries: int) -> Iterator[tuple[Draw, Model]]:
    """Up to ``tries`` attempts at the source's formulas with other numbers; those with an equally clean key."""
    try:
        source = derive(model).answer
        wanted: str | None = nature(source)
        largest = max(LARGEST, 2 * _largest(source))
        texts = model.given if model.ask.kind == "solve" else (model.ask.of or "",)
        nodes = tuple(parse(text, frozenset(model.symbols)) for text in texts)
    except ExpressionError:
        return
    if any(isinstance(part, Call) and part.name in ANGULAR for node in nodes for part in walk(node)):
        wanted = None  # other angles have other roots
    if model.define or not source or (model.given and model.ask.kind != "solve"):
        return
    for _ in range(tries):
        found = _varied(model, nodes, source, rng)
        if found is None:
            continue
        new, key = found
        if wanted in (None, nature(key)) and _largest(key) <= largest:
            varied = _model(model, new)
            if _agrees(varied, key):
                yield Draw(new, key, tuple(model.symbols)), varied


def _varied(
    model: Model, nodes: tuple[Node, ...], source: tuple[AnswerValue, ...], rng: Random
) -> tuple[tuple[Node, ...], tuple[AnswerValue, ...]] | None:
    new = _expanded_again(nodes[0], str(source[0]), rng) if model.ask.form == "factored" else None
    if new is None:
        powers = model.ask.kind != "solve" and about_exponents(nodes[0])
        renewal = Renewal(rng, exponents=powers, most=15 if model.ask.kind == "solve" else 9)
        new = tuple(renewal.node(node) for node in nodes)
    key = computed_key(new, model.ask) if model.ask.form in COMPUTED_FORMS else None
    if key is None:
        try:
            key = derive(_model(model, new)).answer
        except NotDerivableError:
            return None
    return new, key


def _expanded_again(of: Node, key: str, rng: Random) -> tuple[Node, ...] | None:
    """For factoring: other numbers in the factors, multiplied out; None where the source is not in normal order."""
    try:
        if not isinstance(of, Expr) or _in_order(of) != infix(of):
            return None
        factored = Renewal(rng, exponents=False, most=9).node(parse(key))
        return (parse(_in_order(factored)),) if isinstance(factored, Expr) else None
    except ExpressionError:
        return None


def _in_order(expr: Expr) -> str:
    polynomial = exact(expr).polynomial()
    return "" if polynomial is None else infix(polynomial_tree(polynomial))


def _agrees(model: Model, key: tuple[AnswerValue, ...]) -> bool:
    """Whether the derivation, which becomes the worked solution, comes to the key."""
    try:
        answer = derive(model).answer
    except NotDerivableError:
        return False
    return compare_listed(answer, key) == "equal"


def _model(model: Model, nodes: tuple[Node, ...]) -> Model:
    texts = tuple(infix(node) for node in nodes)
    if model.ask.kind == "solve":
        return replace(model, given=texts)
    return replace(model, ask=replace(model.ask, of=texts[0]))


def _largest(values: tuple[AnswerValue, ...]) -> int:
    """The largest number written in an answer."""
    texts = [text for value in values for text in ([value] if isinstance(value, str) else value.values())]
    sizes = [node.value for text in texts for node in walk(parse(text)) if isinstance(node, Num)]
    return int(max(sizes, default=0))
