r"""Sums, products, limits, integrals and derivatives in the notation of LaTeX: ``\sum_{k=1}^{n} k^2``."""

from __future__ import annotations

from generation.expression.errors import ParseError
from generation.expression.grammar.calls import Calls, derivative, with_variable
from generation.expression.grammar.cursor import juxtaposed
from generation.expression.lexer import Token
from generation.expression.tree import Call, Const, Expr, Neg, Sym, integer


class Operators(Calls):
    """Calls that bind a letter; what they are applied to goes on to the next plus or minus."""

    def sum_or_product(self, token: Token) -> Expr:
        self.expect("_")
        self.expect("{")
        variable = self._letter()
        self.expect("=")
        first = self.expression(self.sum, self.offset())
        self.expect("}")
        self.expect("^")
        last = self.index()
        return self._binding(token.kind, token, variable, first, last)

    def limit(self, token: Token) -> Expr:
        self.expect("_")
        offset = self.offset()
        closing = self.bracket()
        self.expect("{")
        if closing is None:
            raise ParseError("'{' does not close", offset)
        variable = self._letter()
        self.expect("to")
        side, end = self._side(closing.close)
        self.tokens[end] = self.tokens[closing.close]
        point = self.expression(self.sum, offset)
        self.expect("}")
        self.at = closing.close + 1
        if side and point in (Const("oo"), Neg(Const("oo"))):
            raise ParseError("infinity is approached from one side only", offset)
        ends = (point, integer(side)) if side else (point,)
        return self._binding("limit", token, variable, *ends)

    def _side(self, close: int) -> tuple[int, int]:
        """The sign of ``1+``, ``1^{+}`` or ``1+0`` before the brace at ``close``, 0 for both sides; where it starts."""
        kinds = [self.tokens[position].kind for position in range(self.at, close)]
        sides = {"+": 1, "-": -1}
        if len(kinds) > 4 and kinds[-4:-2] == ["^", "{"] and kinds[-2] in sides and kinds[-1] == "}":
            return sides[kinds[-2]], close - 4
        if len(kinds) > 1 and kinds[-1] in sides:
            return sides[kinds[-1]], close - (2 if kinds[-2] == "^" else 1)
        if len(kinds) > 2 and kinds[-2] in sides and self.tokens[close - 1].text == "0":
            return sides[kinds[-2]], close - 2
        return 0, close

    def integral(self, token: Token) -> Expr:
        ends: tuple[Expr, ...] = ()
        if self.kind() == "_":
            self.take()
            low = self.index()
            self.expect("^")
            ends = (low, self._upper())
        body = self.nested(self.sum) if self.kind() != "differential" else integer(1)
        assert isinstance(body, Expr)
        variable = self.expect("differential")
        if variable.text in self.functions:
            raise ParseError(f"{variable.text} is a function, not a variable", variable.offset)
        return Call("integrate", with_variable("integrate", (body, self._variable(variable), *ends), token))

    def derivative_of(self, token: Token) -> Expr | None:
        r"""``\frac{dy}{dx}`` and ``\frac{d}{dx} …``, None where the fraction is another one."""
        kinds = [self.kind(i) for i in range(7)]
        texts = [self.tokens[min(self.at + i, self.count)].text for i in range(7)]
        if "d" in self.names or texts[:2] != ["{", "d"]:
            return None
        if kinds[2] == "name" and texts[3:6] == ["}", "{", "d"] and kinds[6] == "name":
            self.at += 7
            variable = self._variable(self.tokens[self.at - 1])
            self.expect("}")
            if texts[2] not in self.functions:
                raise ParseError(f"{texts[2]} is not defined as a function, so it has no derivative", token.offset)
            return derivative(texts[2], 1, variable)
        if texts[2:5] == ["}", "{", "d"] and kinds[5] == "name" and kinds[6] == "}":
            self.at += 7
            variable = self._variable(self.tokens[self.at - 2])
            return Call("diff", (self.expression(lambda: juxtaposed(self.chunk()), token.offset), variable))
        bracket = self.bracket()
        if bracket is not None and [t.text for t in self.tokens[bracket.close + 1 : bracket.close + 3]] == ["{", "d"]:
            raise ParseError("a derivative that is not read", token.offset)
        return None

    def _binding(self, name: str, token: Token, variable: Expr, *ends: Expr) -> Expr:
        body = self.nested(self.term)
        assert isinstance(body, Expr)
        return Call(name, with_variable(name, (body, variable, *ends), token))

    def _upper(self) -> Expr:
        if self.kind() == "-":
            self.take()
            return Neg(self.index())
        return self.index()

    def _letter(self) -> Expr:
        token = self.take()
        if token.kind != "name" or token.text in self.functions:
            raise ParseError("a letter is expected here", token.offset)
        return self._variable(token)

    def _variable(self, token: Token) -> Expr:
        if token.text in self.functions or (len(token.text) > 1 and token.text not in self.names):
            raise ParseError(f"'{token.text}' is no variable", token.offset)
        constant = token.text in ("e", "i") and token.text not in self.names
        return Const(token.text) if constant else Sym(token.text)
