"""Names: variables, constants and functions with what they are applied to."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from generation.expression.errors import ParseError
from generation.expression.grammar.cursor import Cursor, juxtaposed
from generation.expression.lexer import Token
from generation.expression.tree import Call, Collection, Const, Expr, Num, Pow, Sym
from generation.expression.vocabulary import CONSTANTS, FUNCTIONS


class Calls(Cursor):
    """A name and its arguments."""

    def name(self, token: Token) -> Expr:
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
        call = Call(name, args)
        return call if power is None else Pow(call, power)

    def arguments(self, name: str, token: Token) -> tuple[Expr, ...]:
        if self.kind() != "(":
            if not self.latex:
                raise ParseError(f"{name} needs parentheses", token.offset)
            return (juxtaposed(self.chunk()),)  # \sin 2x
        self.take()
        inner = self.nested(self.list_)
        self.expect(")")
        items = inner.items if isinstance(inner, Collection) and inner.kind == "list" else (inner,)
        if not all(isinstance(item, Expr) for item in items):
            raise ParseError(f"{name} takes expressions", token.offset)
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
