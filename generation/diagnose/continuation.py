"""A line of a derivation, or of a student's working, as a problem of its own."""

from __future__ import annotations

from dataclasses import replace

from generation.expression.render import infix
from generation.expression.tree import And, Expr, Logic, Node, Relation, symbols
from generation.problem import Model


def model_at(model: Model, line: Node) -> Model | None:
    """The model that goes on from a line: the same question, asked of this line; None where the line is no such thing.

    >>> from generation.expression.parser import parse
    >>> from generation.problem import Ask
    >>> model_at(Model(Ask("solve", ("x",)), {"x": "real"}, given=("2x + 3 = 7",)), parse("2x = 4")).given
    ('2x = 4',)
    """
    if model.ask.kind != "solve":
        if not isinstance(line, Expr) or not symbols(line) <= set(model.symbols):
            return None
        return replace(model, ask=replace(model.ask, of=infix(line)))
    if not isinstance(line, Logic) or not symbols(line) or not symbols(line) <= set(model.ask.unknowns):
        return None
    system = isinstance(line, And) and all(isinstance(part, Relation) and part.op == "=" for part in line.parts)
    parts = line.parts if system and isinstance(line, And) else (line,)
    return replace(model, given=tuple(infix(part) for part in parts))
