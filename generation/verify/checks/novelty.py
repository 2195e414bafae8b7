"""``novelty``: not the source with other names, not in the bank, and yet built like the source."""

from __future__ import annotations

import re

from generation.expression.errors import ExpressionError
from generation.expression.formulas import segments
from generation.expression.parser import parse
from generation.expression.tree import Node, Sym
from generation.problem import Model, Problem
from generation.verify.certificate import CheckResult
from generation.verify.context import Context, result
from generation.verify.matching import flattened
from generation.verify.signature import fingerprint, identity, structure

NAME = "novelty"
_BLANK = re.compile(r"[\s$.,?!…。]+")


def check(context: Context) -> CheckResult:
    """Failed where the item is a copy, or of another structure than the source whose model is known."""
    if context.source is None and not context.bank:
        return result(NAME, "not_applicable", "neither a source nor a bank is given")
    model = context.problem.model
    try:
        own = fingerprint(model)
    except ExpressionError as error:
        return result(NAME, "undecided", f"the model could not be read: {error}")
    if own in context.bank:
        return result(NAME, "failed", "the bank has this problem", own)
    source = context.source
    statement = source.statement if isinstance(source, Problem) else source if isinstance(source, str) else None
    if statement is not None and (copied := _copied(context.problem.statement, statement)) is not None:
        return result(NAME, "failed", copied)
    source_model = source.model if isinstance(source, Problem) else source if isinstance(source, Model) else None
    if source_model is None:
        return result(NAME, "passed", "not the source", own)
    return _against(model, source_model, own)


def _against(model: Model, source: Model, own: str) -> CheckResult:
    try:
        theirs, shape, source_shape = fingerprint(source), structure(model), structure(source)
    except ExpressionError as error:
        return result(NAME, "undecided", f"the source's model could not be read: {error}")
    if theirs == own:
        return result(NAME, "failed", "the same problem as the source, apart from names and order", own)
    if shape != source_shape:
        return result(NAME, "failed", "another structure than the source", shape, source_shape)
    return result(NAME, "passed", "new numbers in the structure of the source", own, shape)


def _copied(statement: str, source: str) -> str | None:
    """Whether two texts are the same problem: alike up to blanks, or with the same formulas up to names and order."""
    if _BLANK.sub("", statement) == _BLANK.sub("", source):
        return "the same text as the source"
    (mine, unread), (theirs, their_unread) = _formulas(statement), _formulas(source)
    if mine and theirs and unread == their_unread and identity(mine) == identity(theirs):
        return "the same formulas as the source, apart from names and order"
    return None


def _formulas(text: str) -> tuple[list[Node], list[str]]:
    """The formulas that read, without single letters, and the text of the others without blanks."""
    nodes: list[Node] = []
    unread: list[str] = []
    for segment in segments(text):
        if segment.is_formula:
            try:
                nodes.append(parse(segment.text.rstrip(" =?□_")))
            except ExpressionError:
                unread.append(_BLANK.sub("", segment.text))  # lists of sets, matrices with names
    return [node for node in flattened(nodes) if not isinstance(node, Sym)], unread
