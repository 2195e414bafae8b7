"""The walk over the tokens that every layer of the grammar shares, and its budget on depth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generation.expression.errors import BudgetError, ParseError
from generation.expression.lexer import Token
from generation.expression.tree import Expr, Mul, Node

MAX_DEPTH = 40
"""Each level takes some 13 Python frames."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the text may speak of, and its notation."""

    names: frozenset[str]
    """Declared variables."""
    functions: frozenset[str]
    """Functions and sequences of the model."""
    latex: bool


class Cursor:
    """A place in the tokens; the rules that deeper layers need of higher ones are declared here."""

    def __init__(self, tokens: list[Token], known: Known, length: int) -> None:
        self.tokens = tokens
        self.names = known.names
        self.functions = known.functions
        self.latex = known.latex
        self.end = length
        self.at = 0
        self.depth = 0
        self.bars = 0

    def peek(self, ahead: int = 0) -> Token | None:
        position = self.at + ahead
        return self.tokens[position] if position < len(self.tokens) else None

    def kind(self, ahead: int = 0) -> str:
        token = self.peek(ahead)
        return token.kind if token else ""

    def take(self) -> Token:
        token = self.peek()
        if token is None:
            raise ParseError("the expression ends too early", self.end)
        self.at += 1
        return token

    def word(self, *words: str) -> bool:
        token = self.peek()
        return token is not None and token.kind == "word" and token.text in words

    def expect(self, kind: str) -> Token:
        token = self.take()
        if token.kind != kind:
            raise ParseError(f"'{kind}' is expected before '{token.text}'", token.offset)
        return token

    def nested(self, read: Callable[[], Node]) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise BudgetError(f"nested more than {MAX_DEPTH} deep")
        node = read()
        self.depth -= 1
        return node

    def expression(self, read: Callable[[], Node], offset: int) -> Expr:
        node = self.nested(read)
        if not isinstance(node, Expr):
            raise ParseError("an expression is expected here, not a relation or a list", offset)
        return node

    def list_(self) -> Node:
        """Logic parts between commas: the loosest rule."""
        raise NotImplementedError

    def sum(self) -> Expr:
        """Terms between plus and minus."""
        raise NotImplementedError

    def chunk(self) -> list[Expr]:
        """Factors side by side."""
        raise NotImplementedError

    def exponent(self) -> Expr:
        """What stands behind ``^``."""
        raise NotImplementedError

    def group(self) -> Expr:
        """An expression in the braces of LaTeX."""
        raise NotImplementedError

    def latex_argument(self) -> Expr:
        """What a LaTeX command takes."""
        raise NotImplementedError

    def call(self, name: str, token: Token) -> Expr:
        """A function of the allow-list with what it is applied to."""
        raise NotImplementedError


def juxtaposed(parts: list[Expr]) -> Expr:
    """The product of factors with nothing written between them."""
    product = parts[0]
    for part in parts[1:]:
        product = Mul(product, part, implicit=True)
    return product
