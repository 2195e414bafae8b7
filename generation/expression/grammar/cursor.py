"""The walk over the tokens that every layer of the grammar shares, and its budget on depth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from generation.expression.errors import BudgetError, ParseError
from generation.expression.lexer import Token
from generation.expression.tree import Expr, Mul, Node

MAX_DEPTH = 40
"""Each level takes some 13 Python frames."""
RELATIONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
_CLOSING = {"(": ")]", "[": ")]", "{": "}", "set{": "}"}
OPENING = frozenset(_CLOSING)
_ENDS = frozenset({")", "]", "}", "set}"})
_END = Token("", "", 0, False)


@dataclass(frozen=True, slots=True)
class Known:
    """What the text may speak of, and its notation."""

    names: frozenset[str]
    """Declared variables."""
    functions: frozenset[str]
    """Functions and sequences of the model."""
    latex: bool


class Bracket(NamedTuple):
    """Where a bracket closes, and what stands directly in it."""

    close: int
    commas: int
    relations: bool


class Cursor:
    """A place in the tokens; the rules that deeper layers need of higher ones are declared here."""

    def __init__(self, tokens: list[Token], known: Known, source: str) -> None:
        self.tokens = [*tokens, _END, _END, _END]
        self.count = len(tokens)
        self.names = known.names
        self.functions = known.functions
        self.latex = known.latex
        self.source = source
        self.end = len(source)
        self.at = 0
        self.depth = 0
        self.bars = 0
        self._brackets: dict[int, Bracket] | None = None

    def kind(self, ahead: int = 0) -> str:
        position = self.at + ahead
        return self.tokens[position].kind if position < self.count else ""

    def here(self) -> Token:
        """The next token; the empty one at the end."""
        return self.tokens[self.at]

    def offset(self) -> int:
        return self.tokens[self.at].offset if self.at < self.count else self.end

    def take(self) -> Token:
        if self.at >= self.count:
            raise ParseError("the expression ends too early", self.end)
        token = self.tokens[self.at]
        self.at += 1
        return token

    def word(self, *words: str) -> bool:
        token = self.tokens[self.at]
        return token.kind == "word" and token.text in words

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

    def enclosed(self, read: Callable[[], Node]) -> Node:
        """What stands between brackets, where bars open again."""
        bars, self.bars = self.bars, 0
        node = self.nested(read)
        self.bars = bars
        return node

    def expression(self, read: Callable[[], Node], offset: int) -> Expr:
        node = self.nested(read)
        if not isinstance(node, Expr):
            raise ParseError("an expression is expected here, not a relation or a list", offset)
        return node

    def bracket(self) -> Bracket | None:
        """The bracket that opens here, None where it does not close."""
        if self._brackets is None:
            self._brackets = _matched(self.tokens, self.count)
        return self._brackets.get(self.at)

    def list_(self) -> Node:
        """Logic parts between commas: the loosest rule."""
        raise NotImplementedError

    def sum(self) -> Expr:
        """Terms between plus and minus."""
        raise NotImplementedError

    def term(self) -> Expr:
        """Factors between × and ÷."""
        raise NotImplementedError

    def chunk(self, stop: frozenset[str] = frozenset()) -> list[Expr]:
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

    def index(self) -> Expr:
        """What stands behind ``_``."""
        raise NotImplementedError


def _matched(tokens: list[Token], count: int) -> dict[int, Bracket]:
    """Every bracket that is closed; ``(1, 3]`` closes too."""
    found: dict[int, Bracket] = {}
    stack: list[list[int]] = []
    for position in range(count):
        kind = tokens[position].kind
        if kind in _CLOSING:
            stack.append([position, 0, 0])
        elif kind in _ENDS and stack:
            opened, commas, relations = stack.pop()
            if kind.removeprefix("set") in _CLOSING[tokens[opened].kind]:
                found[opened] = Bracket(position, commas, bool(relations))
        elif kind == "," and stack:
            stack[-1][1] += 1
        elif stack and (kind in RELATIONS or kind == "word"):
            stack[-1][2] += 1
    return found


def juxtaposed(parts: list[Expr]) -> Expr:
    """The product of factors with nothing written between them."""
    product = parts[0]
    for part in parts[1:]:
        product = Mul(product, part, implicit=True)
    return product
