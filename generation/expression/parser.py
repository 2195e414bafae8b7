"""The one parser: text of school mathematics or LaTeX to a tree. It never evaluates anything.

Grammar, loosest first::

    list      = logic ("," logic)*
    logic     = both ("or" both)*            both = relation ("and" relation)*
    relation  = sum (("=" | "<" | …) sum)*   a chain becomes And
    sum       = ["-"] term (("+" | "-") term)*
    term      = quotient (("*" | "÷") quotient)*
    quotient  = chunk ("/" chunk)*           the slash is a fraction bar: 2/3 ÷ 3/8 divides two fractions
    chunk     = factor factor*               juxtaposition binds tighter than ÷, as in Korean school books
    factor    = atom ["^" exponent] ("!" | "%")*
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from generation.expression.errors import BudgetError, ParseError
from generation.expression.grammar.cursor import Known
from generation.expression.grammar.letters import prepared
from generation.expression.grammar.relations import Relations
from generation.expression.lexer import Token, tokenize
from generation.expression.tree import Collection, Expr, Logic, Node, Or, children

MAX_TOKENS = 1_000
MAX_TREE_DEPTH = 100
"""A sum of 100 terms is as deep as this. Writing a level takes up to 8 Python frames; some 1000 are allowed."""
MAX_KEPT = 200
"""Characters of a text whose tree is kept: the formulas of one item are read again by everyone who looks at it."""
_SIGNS = frozenset({"±", "∓"})


def parse(text: str, names: frozenset[str] = frozenset(), functions: frozenset[str] = frozenset()) -> Node:
    """Read one expression, relation, list or set.

    ``names`` are declared variables: they may be longer than a letter, and win over constants and functions.
    ``functions`` are the functions and sequences that the model defines: ``f(2)``, ``f'(2)``, ``a(n)`` and ``a_n`` are
    calls of them.
    Raises ParseError (with the offset) or BudgetError.

    >>> parse("2(x-1) = 6")
    Relation(op='=', left=Mul(left=Num(...), ...), right=Num(...))
    """
    return (_kept if len(text) <= MAX_KEPT else _read)(text, names, functions)


def _read(text: str, names: frozenset[str], functions: frozenset[str]) -> Node:
    tokens = tokenize(text)
    if not tokens:
        raise ParseError("nothing to read", 0)
    if len(tokens) > MAX_TOKENS:
        raise BudgetError(f"{len(tokens)} symbols; at most {MAX_TOKENS} are read")
    known = Known(names, functions, latex="\\" in text)
    tokens = prepared(tokens, known)
    if any(token.kind in _SIGNS for token in tokens):
        return _both_signs([_Parser(_signed(tokens, sign), known, text).run() for sign in "+-"])
    node = _Parser(tokens, known, text).run()
    if len(tokens) > MAX_TREE_DEPTH // 4:  # a token adds two or three levels at most
        _check_depth(node)
    return node


@lru_cache(maxsize=1024)
def _kept(text: str, names: frozenset[str], functions: frozenset[str]) -> Node:
    return _read(text, names, functions)


def _signed(tokens: list[Token], sign: str) -> list[Token]:
    """The tokens with every ``±`` read as one sign, and ``∓`` as the other."""
    other = "-" if sign == "+" else "+"
    chosen = {"±": sign, "∓": other}
    return [t._replace(kind=chosen[t.kind]) if t.kind in chosen else t for t in tokens]


def _both_signs(nodes: list[Node]) -> Node:
    """``±2`` is the list ``2, -2``; ``x = ±2`` are alternatives."""
    for node in nodes:
        _check_depth(node)
    if all(isinstance(node, Expr) for node in nodes):
        return Collection("list", tuple(nodes))
    if all(isinstance(node, Logic) for node in nodes):
        return Or(cast("tuple[Logic, ...]", tuple(nodes)))
    raise ParseError("± stands in an expression or an equation", 0)


def parse_expression(text: str, names: frozenset[str] = frozenset(), functions: frozenset[str] = frozenset()) -> Expr:
    """Read an expression that is no relation, list or set. Raises ParseError or BudgetError."""
    node = parse(text, names, functions)
    if not isinstance(node, Expr):
        raise ParseError("an expression is expected here, not a relation or a list", 0)
    return node


def parse_logic(text: str, names: frozenset[str] = frozenset(), functions: frozenset[str] = frozenset()) -> Logic:
    """Read a relation or several joined by and/or. Raises ParseError or BudgetError."""
    node = parse(text, names, functions)
    if not isinstance(node, Logic):
        raise ParseError("an equation or inequality is expected here", 0)
    return node


def _check_depth(node: Node) -> None:
    level: list[Node] = [node]
    for _ in range(MAX_TREE_DEPTH):
        level = [child for parent in level for child in children(parent)]
        if not level:
            return
    raise BudgetError(f"more than {MAX_TREE_DEPTH} operations in a row")


class _Parser(Relations):
    """The whole grammar."""

    def run(self) -> Node:
        node = self.list_()
        if self.at < self.count:
            token = self.here()
            raise ParseError(f"'{token.text}' is not expected here", token.offset)
        return node
