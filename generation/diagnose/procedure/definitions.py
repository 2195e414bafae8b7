"""Functions that a model defines, put in where they are called: ``f(2)`` with ``f(x) = x^2 + 1`` is ``2^2 + 1``."""

from __future__ import annotations

from functools import lru_cache

from generation.expression.effort import ExhaustedError, limited
from generation.expression.errors import BudgetError, ExpressionError, NotExactError
from generation.expression.parser import parse_expression
from generation.expression.tree import Call, Expr, Node, Sym, children, rebuild, substitute, walk

MAX_DEPTH = 20
"""Calls inside calls: a sequence defined by the term before reaches its 20th term."""
MAX_STEPS = 10_000
"""Parts put together; functions that call others twice double with each call."""
Definitions = tuple[tuple[str, str], ...]


def inlined(node: Node, define: Definitions, names: frozenset[str]) -> Node:
    """The tree without calls of defined functions.

    Raises NotExactError for what is called without end, or BudgetError for what grows too large.
    """
    if not define:
        return node
    try:
        with limited(MAX_STEPS):
            return _inlined(node, _bodies(define, names))
    except ExhaustedError as error:
        raise BudgetError("a line that is too long with the definitions put in") from error


def _inlined(node: Node, bodies: dict[str, tuple[str, Expr]]) -> Node:
    for _ in range(MAX_DEPTH):
        if not any(isinstance(part, Call) and part.name in bodies for part in walk(node)):
            return node
        node = _once(node, bodies)
    raise NotExactError("a definition that goes on and on")


def defined_names(define: Definitions) -> frozenset[str]:
    """The names of the functions and sequences that a model defines."""
    return frozenset(head.partition("(")[0].strip() for head, _ in define if "(" in head)


def _once(node: Node, bodies: dict[str, tuple[str, Expr]]) -> Node:
    parts = tuple(_once(part, bodies) for part in children(node))
    node = rebuild(node, parts) if parts else node
    if isinstance(node, Call) and node.name in bodies and len(node.args) == 1:
        letter, body = bodies[node.name]
        return substitute(body, {letter: node.args[0]})
    return node


@lru_cache(maxsize=256)
def _bodies(define: Definitions, names: frozenset[str]) -> dict[str, tuple[str, Expr]]:
    """Functions of one letter by name. Raises NotExactError for terms given one by one (``a(1)``)."""
    functions = defined_names(define)
    found: dict[str, tuple[str, Expr]] = {}
    for head, text in define:
        try:
            call = parse_expression(head, names, functions)
        except ExpressionError as error:
            raise NotExactError(str(error)) from error
        if not isinstance(call, Call) or len(call.args) != 1 or not isinstance(call.args[0], Sym):
            raise NotExactError("a sequence by its terms")
        letter = call.args[0].name
        found[call.name] = (letter, parse_expression(text, names | {letter}, functions))
    return found
