"""Numbers, groups and roots: what arithmetic is done with."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from generation.expression.errors import ParseError
from generation.expression.grammar.calls import Calls
from generation.expression.lexer import Token
from generation.expression.tree import Call, Collection, Div, Expr, Mixed, Node, Num


class Atoms(Calls):
    """One atom, by its first token."""

    def atom(self) -> Expr:
        token = self.take()
        match token.kind:
            case "num":
                return self.number(token)
            case "vulgar":
                top, bottom = token.text.split("/")
                return Div(Num(Fraction(int(top))), Num(Fraction(int(bottom))))
            case "name":
                return self.name(token)
            case "(":
                inner = self.nested(self.list_)
                self.expect(")")
                return self.parenthesized(inner, token)
            case "{" if self.latex:
                self.at -= 1
                return self.group()
            case "|":
                self.bars += 1
                inner = self.expression(self.sum, token.offset)
                self.expect("|")
                self.bars -= 1
                return Call("abs", (inner,))
            case "frac":
                return Div(self.latex_argument(), self.latex_argument())
            case "sqrt":
                return self.latex_root()
            case "√":
                return Call("sqrt", (self.expression(self.atom, token.offset),))
            case _:
                raise ParseError(f"'{token.text}' is not expected here", token.offset)

    def parenthesized(self, inner: Node, token: Token) -> Expr:
        if isinstance(inner, Collection):
            raise ParseError("a pair in parentheses stands alone, not inside an expression", token.offset)
        if not isinstance(inner, Expr):
            raise ParseError("a relation in parentheses stands alone, not inside an expression", token.offset)
        return inner

    def number(self, token: Token) -> Expr:
        decimals = len(token.text.partition(".")[2])
        value = Num(Fraction(token.text), decimals)
        if decimals:
            return value
        if self.kind() == "vulgar":
            top, bottom = self.take().text.split("/")
            return Mixed(int(token.text), int(top), int(bottom))
        if (
            [self.kind(i) for i in range(3)] == ["num", "/", "num"]
            and cast("Token", self.peek()).spaced
            and cast("Token", self.peek()).text.isdigit()
            and cast("Token", self.peek(2)).text.isdigit()
        ):
            top_token, _, bottom_token = self.take(), self.take(), self.take()
            return self._mixed(token, int(top_token.text), int(bottom_token.text))
        if self.kind() == "frac":
            mark = self.at
            self.take()
            above, below = self.latex_argument(), self.latex_argument()
            if isinstance(above, Num) and isinstance(below, Num) and not above.decimals and not below.decimals:
                return self._mixed(token, int(above.value), int(below.value))
            self.at = mark
        return value

    def _mixed(self, token: Token, top: int, bottom: int) -> Expr:
        if not 0 < top < bottom:
            raise ParseError("the fraction of a mixed number lies between 0 and 1", token.offset)
        return Mixed(int(token.text), top, bottom)
