"""Names: variables, constants and functions with what they are applied to."""

from __future__ import annotations

from typing import cast

from generation.expression.characters import GREEK
from generation.expression.errors import ParseError
from generation.expression.grammar.cursor import Cursor, juxtaposed
from generation.expression.lexer import Token
from generation.expression.numerals import number
from generation.expression.tree import (
    BINDERS,
    Call,
    Collection,
    Const,
    Expr,
    Neg,
    Node,
    Pow,
    Sym,
    children,
    rebuild,
)
from generation.expression.vocabulary import BARE, CONSTANTS, FUNCTIONS, SELECTIONS

MAX_PRIMES = 3
_GREEK = frozenset(GREEK.values())
_BEFORE_ARGUMENTS = frozenset({"(", "_", "^"})


class Calls(Cursor):
    """A name and its arguments."""

    def name(self, token: Token) -> Expr:
        name = token.text
        if name in self.functions:
            return self.defined(token)
        if self.kind() == "_" and name not in FUNCTIONS:
            name = self._subscripted(name)
        if name in self.names and not (name in SELECTIONS and self._is_pair()):
            return Sym(name)
        if name in FUNCTIONS and self._is_call(name):
            return self.call(name, token)
        if name in CONSTANTS:
            return Const(name)
        if len(name) == 1 or "_" in name or (name in _GREEK and self._is_written_greek(token)):
            return Sym(name)
        if name in FUNCTIONS:
            raise ParseError(f"{name} needs parentheses", token.offset)
        raise ParseError(f"'{token.text}' is no known name", token.offset)

    def _is_call(self, name: str) -> bool:
        if name in SELECTIONS:
            return self.kind() == "("
        return name in BARE or self.kind() in _BEFORE_ARGUMENTS

    def _is_pair(self) -> bool:
        """Whether two things stand in the parentheses here, so that nothing can be multiplied with them."""
        bracket = self.bracket() if self.kind() == "(" else None
        return bracket is not None and bracket.commas == 1

    def _is_written_greek(self, token: Token) -> bool:
        """Whether it was θ or ``\\theta``: the bare word ``theta`` is a name only where it is declared."""
        return self.source[token.offset] == "\\" or not self.source[token.offset].isascii()

    def _subscripted(self, name: str) -> str:
        """``x_1``, ``a_{12}``, ``a_{ij}``."""
        self.take()
        braced = self.kind() == "{"
        if braced:
            self.take()
        index = self._index_part()
        while braced and self.kind() != "}":
            index += self._index_part()
        if braced:
            self.expect("}")
        return f"{name}_{index}"

    def _index_part(self) -> str:
        token = self.take()
        if token.kind not in ("num", "name") or not token.text.isalnum():
            raise ParseError("a subscript is a number or a letter", token.offset)
        return token.text

    # -- functions of the model --------------------------------------------------------------------------------------

    def defined(self, token: Token) -> Expr:
        """A function or sequence of the model: ``f(x, y)``, ``a_n``, ``a_{n+1}``; ``f'(2)`` is a derivative."""
        if self.kind() == "_":
            self.take()
            return Call(token.text, (self.index(),))
        primes = 0
        while self.kind() == "'" or (self.kind() == "^" and self.kind(1) == "'"):
            primes += self.take().kind == "'"
        if self.kind() != "(":
            raise ParseError(f"{token.text} is a function or sequence and needs what it is applied to", token.offset)
        args = self.bracketed(token)
        if not primes:
            return Call(token.text, args)
        if primes > MAX_PRIMES or len(args) != 1:
            raise ParseError(f"a derivative of {token.text} that is not read", token.offset)
        return derivative(token.text, primes, args[0])

    def index(self) -> Expr:
        """What stands behind ``_``."""
        if self.kind() == "{":
            return self.group()
        token = self.take()
        if token.kind == "num" and token.text.isdigit():
            return number(token.text, token.offset)
        if token.kind == "name" and token.text not in FUNCTIONS:
            return self.expression(lambda: self.name(token), token.offset)
        raise ParseError("an index is a number, a letter or stands in braces", token.offset)

    # -- functions of the allow-list ---------------------------------------------------------------------------------

    def call(self, name: str, token: Token) -> Expr:
        base: Expr | None = None
        if self.kind() == "_" and name == "log":
            self.take()
            if self.latex and self.kind() == "num" and len(self.here().text) > 1:  # \log_12 8
                raise ParseError("the base of the logarithm is not clear; write braces", self.offset())
            base = self.index()
        power: Expr | None = None
        if self.kind() == "^":
            power = self._power_of(name)
        args = self.arguments(token)
        if base is not None:
            args = (*args, base)
        least, most = FUNCTIONS[name]
        if not least <= len(args) <= most:
            takes = f"{least}" if least == most else f"{least} to {most}"
            raise ParseError(f"{name} takes {takes} arguments, not {len(args)}", token.offset)
        if name in BINDERS:
            args = with_variable(name, args, token)
        call = Call(name, args)
        return call if power is None else Pow(call, power)

    def _power_of(self, name: str) -> Expr:
        """``sin^2 x`` is a square; ``sin^{-1} x`` would be another function."""
        offset = self.take().offset
        power = self.exponent()
        if isinstance(power, Neg) or name not in BARE:
            raise ParseError(f"what {name} to this power means is not clear; write parentheses", offset)
        return power

    def arguments(self, token: Token) -> tuple[Expr, ...]:
        if self.kind() == "(":
            args = self.bracketed(token)
            if self.latex and token.text in BARE and self.kind() == "^":
                raise ParseError("what is raised to the power is not clear; write more parentheses", self.offset())
            return args
        if token.text not in BARE:
            raise ParseError(f"{token.text} needs parentheses", token.offset)
        args = (self.expression(lambda: juxtaposed(self.chunk(stop=BARE)), token.offset),)  # \sin 2x
        if self.kind() == "/":
            raise ParseError(f"what {token.text} is taken of is not clear; write parentheses", self.offset())
        return args

    def bracketed(self, token: Token) -> tuple[Expr, ...]:
        """Expressions in parentheses, with commas between them."""
        self.take()
        inner = self.enclosed(self.list_)
        self.expect(")")
        items = inner.items if isinstance(inner, Collection) and inner.kind == "list" else (inner,)
        if not all(isinstance(item, Expr) for item in items):
            raise ParseError(f"{token.text} takes expressions", token.offset)
        return cast("tuple[Expr, ...]", items)

    def latex_argument(self) -> Expr:
        """``{…}``, or a single digit or letter as LaTeX takes it (``\\frac12``)."""
        if self.kind() == "{":
            return self.group()
        token = self.take()
        if token.kind == "num" and "." not in token.text:
            if len(token.text) > 1:  # \frac12: give the rest back
                self.at -= 1
                self.tokens[self.at] = Token("num", token.text[1:], token.offset + 1, False)
            return number(token.text[0], token.offset)
        if token.kind == "name" and len(token.text) == 1 and token.text not in self.functions:
            return Sym(token.text)
        raise ParseError("'{' is expected here", token.offset)


def derivative(name: str, order: int, at: Expr) -> Expr:
    """The derivative of a function of the model, at a place: ``diff(f(x), x, 2)``, or ``diff(f(x), x)`` at a letter."""
    variable = at if isinstance(at, Sym) else Sym("x")
    result = Call(name, (variable,))
    for _ in range(order):
        result = Call("diff", (result, variable))
    return result if at == variable else Call("diff", (*result.args, at))


def with_variable(name: str, args: tuple[Expr, ...], token: Token) -> tuple[Expr, ...]:
    """The arguments of a call that binds its second one: a letter, also ``i`` or ``e`` where they stand for one."""
    body, variable, *ends = args
    if isinstance(variable, Const) and variable.name in ("i", "e"):
        body = cast("Expr", _as_letter(body, variable))
        variable = Sym(variable.name)
    if not isinstance(variable, Sym):
        raise ParseError(f"the second argument of {name} is a letter", token.offset)
    if name == "integrate" and len(args) == 3:
        raise ParseError("integrate takes a function and a letter, and two ends or none", token.offset)
    if name == "limit" and len(args) == 4:
        ends[1] = _side(ends[1], token)
    return (body, variable, *ends)


def _side(side: Expr, token: Token) -> Expr:
    sides = (number("1", 0), Neg(number("1", 0)))
    if side not in sides:
        raise ParseError("the last argument of limit is 1 (from above) or -1 (from below)", token.offset)
    return side


def _as_letter(node: Node, constant: Const) -> Node:
    if node == constant:
        return Sym(constant.name)
    parts = children(node)
    return rebuild(node, tuple(_as_letter(part, constant) for part in parts)) if parts else node
