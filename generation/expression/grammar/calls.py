"""Names: variables, constants and functions with what they are applied to."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from generation.expression.errors import ParseError
from generation.expression.grammar.cursor import Cursor, juxtaposed
from generation.expression.lexer import Token
from generation.expression.tree import BINDERS, Call, Collection, Const, Expr, Node, Num, Pow, Sym, children, rebuild
from generation.expression.vocabulary import CONSTANTS, FUNCTIONS

MAX_PRIMES = 3


class Calls(Cursor):
    """A name and its arguments."""

    def name(self, token: Token) -> Expr:
        if token.text in self.functions:
            return self.defined(token)
        name = self._subscripted(token.text)
        if name in self.names:
            return Sym(name)
        if name in FUNCTIONS and (self.kind() in ("(", "_", "^") or (self.latex and name.islower())):
            return self.call(name, token)
        if name in CONSTANTS:
            return Const(name)
        if len(name) == 1 or "_" in name:
            return Sym(name)
        raise ParseError(f"'{token.text}' is no known name", token.offset)

    def defined(self, token: Token) -> Expr:
        """A function or sequence of the model: ``f(x, y)``, ``a_n``, ``a_{n+1}``; ``f'(2)`` is a derivative."""
        if self.kind() == "_":
            self.take()
            return Call(token.text, (self.index(),))
        primes = 0
        while self.kind() == "'":
            self.take()
            primes += 1
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
            return Num(Fraction(token.text))
        if token.kind == "name":
            return self.name(token)
        raise ParseError("an index is a number, a letter or stands in braces", token.offset)

    def _subscripted(self, name: str) -> str:
        if self.kind() != "_" or name in FUNCTIONS:
            return name
        self.take()
        if self.kind() == "{":
            self.take()
            index = self.take().text
            self.expect("}")
        else:
            index = self.take().text
        if not index.isalnum():
            raise ParseError("a subscript is a number or a letter", self.tokens[self.at - 1].offset)
        return f"{name}_{index}"

    def call(self, name: str, token: Token) -> Expr:
        base: Expr | None = None
        if self.kind() == "_" and name == "log":
            self.take()
            base = self.latex_argument()
        power: Expr | None = None
        if self.kind() == "^":
            self.take()
            power = self.exponent()
        args = self.arguments(name, token)
        if base is not None:
            args = (*args, base)
        least, most = FUNCTIONS[name]
        if not least <= len(args) <= most:
            raise ParseError(f"{name} takes {least} to {most} arguments, not {len(args)}", token.offset)
        if name in BINDERS:
            args = with_variable(name, args, token)
        call = Call(name, args)
        return call if power is None else Pow(call, power)

    def arguments(self, name: str, token: Token) -> tuple[Expr, ...]:
        if self.kind() != "(":
            if not self.latex:
                raise ParseError(f"{name} needs parentheses", token.offset)
            return (juxtaposed(self.chunk()),)  # \sin 2x
        return self.bracketed(token)

    def bracketed(self, token: Token) -> tuple[Expr, ...]:
        """Expressions in parentheses, with commas between them."""
        self.take()
        inner = self.nested(self.list_)
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
                rest = Token("num", token.text[1:], token.offset + 1, False)
                self.tokens[self.at] = rest
            return Num(Fraction(token.text[0]))
        if token.kind == "name" and len(token.text) == 1:
            return Sym(token.text)
        raise ParseError("'{' is expected here", token.offset)

    def latex_root(self) -> Expr:
        if self.kind() == "(":  # sqrt(…) typed after a backslash
            return self.call("sqrt", self.tokens[self.at])
        if self.kind() == "[":
            self.take()
            degree = self.expression(self.sum, self.tokens[self.at - 1].offset)
            self.expect("]")
            return Call("root", (self.latex_argument(), degree))
        return Call("sqrt", (self.latex_argument(),))


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
    return (body, variable, *ends)


def _as_letter(node: Node, constant: Const) -> Node:
    if node == constant:
        return Sym(constant.name)
    parts = children(node)
    return rebuild(node, tuple(_as_letter(part, constant) for part in parts)) if parts else node
