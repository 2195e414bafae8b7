"""Sums, products, fraction bars, powers: the tight layers of the grammar."""

from __future__ import annotations

from typing import cast

from generation.expression.errors import ParseError
from generation.expression.grammar.atoms import Atoms
from generation.expression.grammar.cursor import juxtaposed
from generation.expression.lexer import Token
from generation.expression.tree import Add, Call, Div, Expr, Mul, Neg, Num, Percent, Pow, Quantity, Sub
from generation.expression.units import conversion

_STARTS_FACTOR = frozenset(
    {"num", "vulgar", "name", "(", "{", "set{", "[", "√", "frac", "sqrt", "|(", "⌊", "⌈", "∛", "∜", "radical", "binom"}
    | {"sum", "product", "limit", "integral", "begin"}
)
_NUMBERS = frozenset({"num", "vulgar"})
_POSTFIX = frozenset({"!", "%", "°"})


class Arithmetic(Atoms):
    """From a sum down to one factor."""

    def sum(self) -> Expr:
        total = self.signed_term()
        while (kind := self.tokens[self.at].kind) in ("+", "-"):
            self.at += 1
            term = self.signed_term()
            total = Add(total, term) if kind == "+" else Sub(total, term)
        return total

    def signed_term(self) -> Expr:
        kind = self.tokens[self.at].kind
        if kind == "-":
            self.at += 1
            return Neg(cast("Expr", self.nested(self.signed_term)))
        if kind == "+":
            self.at += 1
            return cast("Expr", self.nested(self.signed_term))
        return self.term()

    def term(self) -> Expr:
        total = self.quotient()
        while (kind := self.tokens[self.at].kind) in ("*", "÷"):
            operator = self.take()
            if kind == "*":
                total = Mul(total, self.quotient())
            else:
                total = Div(total, self.quotient(divisor_of=operator), inline=True)
        return total

    def quotient(self, divisor_of: Token | None = None) -> Expr:
        """Chunks over fraction bars; ``divisor_of`` is the ÷ in front of it."""
        chunk = self.signed_chunk()
        if divisor_of is not None and len(chunk) > 1 and isinstance(chunk[1], Add | Sub):  # 6÷2(1+2)
            raise ParseError("what is divided by is not clear; write parentheses", divisor_of.offset)
        total = chunk[0] if len(chunk) == 1 else juxtaposed(chunk)
        while self.tokens[self.at].kind == "/":
            operator = self.take()
            plain = self.tokens[self.at].kind == "num"
            total = _divide(total, self.signed_chunk(), operator, plain)
        return total

    def signed_chunk(self) -> list[Expr]:
        if (kind := self.tokens[self.at].kind) in ("-", "+"):
            self.at += 1
            inner = juxtaposed(self.chunk())
            return [Neg(inner)] if kind == "-" else [inner]
        return self.chunk()

    def chunk(self, stop: frozenset[str] = frozenset()) -> list[Expr]:
        """Factors side by side; what they are the amount of, if a unit follows. ``stop`` are names that end it."""
        parts = [self.factor()]
        while True:
            token = self.tokens[self.at]
            kind = token.kind
            if kind == "unit":
                return parts if stop else [self._amount(parts)]
            if kind not in _STARTS_FACTOR and not (kind == "|" and not self.bars):
                return parts
            if kind in _NUMBERS:
                raise ParseError("a number right behind a factor; write the multiplication sign", token.offset)
            if (kind == "begin" and token.text in ("cases", "aligned")) or (stop and token.text in stop):
                return parts
            parts.append(self.factor())

    def factor(self) -> Expr:
        base = self.atom()
        kind = self.tokens[self.at].kind
        if kind == "^":
            self.at += 1
            base = Call("degrees", (base,)) if self._takes_degrees() else Pow(base, self.exponent())
            kind = self.tokens[self.at].kind
            if kind == "^":
                raise ParseError("which power comes first is not clear; write parentheses", self.offset())
        while kind in _POSTFIX:
            self.at += 1
            base = Percent(base) if kind == "%" else Call("factorial" if kind == "!" else "degrees", (base,))
            kind = self.tokens[self.at].kind
        return base

    def _takes_degrees(self) -> bool:
        r"""``60^\circ`` and ``60^{\circ}``."""
        if self.kind() == "°":
            self.at += 1
            return True
        if self.kind() == "{" and self.kind(1) == "°" and self.kind(2) == "}":
            self.at += 3
            return True
        return False

    def exponent(self) -> Expr:
        offset = self.offset()
        if self.kind() == "{":
            return self.group()
        if self.kind() == "-":
            self.take()
            return Neg(self.expression(self.factor, offset))
        return self.expression(self.factor, offset)

    # -- amounts -----------------------------------------------------------------------------------------------------

    def _amount(self, parts: list[Expr]) -> Expr:
        """``24 cm^2``; ``3시간 20분`` is a sum."""
        token = self.take()
        total: Expr = Quantity(juxtaposed(parts), token.text)
        last = token.text
        while (self.kind() == "num" and self.here().spaced) or (self.kind() == "num" and not last.isascii()):
            offset = self.offset()
            value = self.factor()
            if self.kind() != "unit":
                raise ParseError("a number right behind a unit", offset)
            unit = self.take().text
            ratio = conversion(last, unit)
            if ratio is None or ratio <= 1:
                raise ParseError("the parts of an amount go from the larger unit to the smaller", offset)
            total, last = Add(total, Quantity(value, unit)), unit
        return total


def _divide(left: Expr, chunk: list[Expr], operator: Token, plain: bool) -> Expr:
    if len(chunk) == 1:
        below = chunk[0]
        if plain and isinstance(below, Quantity) and isinstance(below.arg, Num) and not _has_amount(left):  # 1/2 m
            return Quantity(Div(left, below.arg), below.unit)
        return Div(left, below)
    if isinstance(left, Num) and isinstance(chunk[0], Num):  # 1/2x: a fraction as coefficient
        return juxtaposed([Div(left, chunk[0]), *chunk[1:]])
    raise ParseError("what stands below the fraction bar is not clear; write parentheses", operator.offset)


def _has_amount(expr: Expr) -> bool:
    return isinstance(expr, Quantity) or (isinstance(expr, Add) and isinstance(expr.right, Quantity))
