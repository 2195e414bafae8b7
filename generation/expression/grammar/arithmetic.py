"""Sums, products, fraction bars, powers: the tight layers of the grammar."""

from __future__ import annotations

from typing import cast

from generation.expression.errors import ParseError
from generation.expression.grammar.atoms import Atoms
from generation.expression.grammar.cursor import juxtaposed
from generation.expression.lexer import Token
from generation.expression.tree import Add, Call, Div, Expr, Mul, Neg, Num, Percent, Pow, Sub

_STARTS_FACTOR = frozenset({"num", "vulgar", "name", "(", "{", "√", "frac", "sqrt"})


class Arithmetic(Atoms):
    """From a sum down to one factor."""

    def sum(self) -> Expr:
        total = self.signed_term()
        while self.kind() in ("+", "-"):
            sign = self.take().kind
            term = self.signed_term()
            total = Add(total, term) if sign == "+" else Sub(total, term)
        return total

    def signed_term(self) -> Expr:
        if self.kind() == "-":
            self.take()
            return Neg(cast("Expr", self.nested(self.signed_term)))
        if self.kind() == "+":
            self.take()
            return cast("Expr", self.nested(self.signed_term))
        return self.term()

    def term(self) -> Expr:
        total = self.quotient()
        while self.kind() in ("*", "÷"):
            operator = self.take()
            if operator.kind == "*":
                total = Mul(total, self.quotient())
            else:
                total = Div(total, self.quotient(divisor_of=operator), inline=True)
        return total

    def quotient(self, divisor_of: Token | None = None) -> Expr:
        """Chunks over fraction bars; ``divisor_of`` is the ÷ in front of it."""
        chunk = self.signed_chunk()
        if divisor_of is not None and len(chunk) > 1 and isinstance(chunk[1], Add | Sub):  # 6÷2(1+2)
            raise ParseError("what is divided by is not clear; write parentheses", divisor_of.offset)
        total = juxtaposed(chunk)
        while self.kind() == "/":
            operator = self.take()
            total = _divide(total, self.signed_chunk(), operator)
        return total

    def signed_chunk(self) -> list[Expr]:
        if self.kind() in ("-", "+"):
            sign = self.take().kind
            inner = juxtaposed(self.chunk())
            return [Neg(inner)] if sign == "-" else [inner]
        return self.chunk()

    def chunk(self) -> list[Expr]:
        parts = [self.factor()]
        while self.kind() in _STARTS_FACTOR or (self.kind() == "|" and not self.bars):
            token = self.tokens[self.at]
            if token.kind in ("num", "vulgar"):
                raise ParseError("a number right behind a factor; write the multiplication sign", token.offset)
            parts.append(self.factor())
        return parts

    def factor(self) -> Expr:
        base = self.atom()
        if self.kind() == "^":
            self.take()
            if self.kind() == "°":  # 60^\circ
                self.take()
                base = Call("degrees", (base,))
            else:
                base = Pow(base, self.exponent())
        while self.kind() in ("!", "%", "°"):
            postfix = self.take().kind
            base = Percent(base) if postfix == "%" else Call("factorial" if postfix == "!" else "degrees", (base,))
        return base

    def exponent(self) -> Expr:
        offset = self.take().offset
        self.at -= 1
        if self.kind() == "{":
            return self.group()
        if self.kind() == "-":
            self.take()
            return Neg(self.expression(self.factor, offset))
        return self.expression(self.factor, offset)

    def group(self) -> Expr:
        offset = self.expect("{").offset
        inner = self.expression(self.list_, offset)
        self.expect("}")
        return inner


def _divide(left: Expr, chunk: list[Expr], operator: Token) -> Expr:
    if len(chunk) == 1:
        return Div(left, chunk[0])
    if isinstance(left, Num) and isinstance(chunk[0], Num):  # 1/2x: a fraction as coefficient
        return juxtaposed([Div(left, chunk[0]), *chunk[1:]])
    raise ParseError("what stands below the fraction bar is not clear; write parentheses", operator.offset)
