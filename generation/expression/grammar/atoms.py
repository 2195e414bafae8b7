"""Numbers, groups, roots, bars and selections: what arithmetic is done with."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from generation.expression.errors import ParseError
from generation.expression.grammar.cursor import OPENING, RELATIONS
from generation.expression.grammar.operators import Operators
from generation.expression.lexer import Token
from generation.expression.numerals import number
from generation.expression.tree import Call, Collection, Div, Expr, Matrix, Mixed, Node, Num
from generation.expression.vocabulary import SELECTIONS

_ROUND = {"⌊": ("⌋", "floor"), "⌈": ("⌉", "ceil")}
_ROOTS = {"∛": 3, "∜": 4}
_MATRICES = frozenset({"pmatrix", "bmatrix"})


class Atoms(Operators):
    """One atom, by its first token."""

    def atom(self) -> Expr:
        token = self.take()
        match token.kind:
            case "num":
                return self.number(token)
            case "name":
                return self.name(token)
            case "(":
                inner = self.enclosed(self.list_)
                self.expect(")")
                return self.parenthesized(inner, token)
            case "{" if self.kind() == "}":
                return self._selection(token)
            case "{" if self.latex:
                return self._braces(token)
            case "{" | "set{" | "[":
                return self._grouped(token)
            case "_":
                return self._selection(token)
            case "|" | "|(":
                return self._absolute(token)
            case "vulgar":
                top, bottom = token.text.split("/")
                return Div(Num(Fraction(int(top))), Num(Fraction(int(bottom))))
            case _:
                return self._special(token)

    def _special(self, token: Token) -> Expr:
        match token.kind:
            case "frac":
                derived = self.derivative_of(token)
                return derived if derived is not None else Div(self.latex_argument(), self.latex_argument())
            case "sqrt":
                return self.latex_root(token)
            case "√":
                return Call("sqrt", (self.expression(self.atom, token.offset),))
            case "∛" | "∜" | "radical":
                degree = _ROOTS.get(token.kind) or int(token.text)
                return Call("root", (self.expression(self.atom, token.offset), Num(Fraction(degree))))
            case "binom":
                return Call("C", (self.latex_argument(), self.latex_argument()))
            case "⌊" | "⌈":
                closing, name = _ROUND[token.kind]
                inner = self.expression(self.sum, token.offset)
                self.expect(closing)
                return Call(name, (inner,))
            case "sum" | "product":
                return self.sum_or_product(token)
            case "limit":
                return self.limit(token)
            case "integral":
                return self.integral(token)
            case "begin" if token.text in _MATRICES:
                return self._matrix_environment()
            case _:
                raise ParseError(f"'{token.text}' is not expected here", token.offset)

    # -- brackets ----------------------------------------------------------------------------------------------------

    def group(self) -> Expr:
        return self._braces(self.expect("{"))

    def _braces(self, token: Token) -> Expr:
        inner = self.expression(self.list_, token.offset)
        self.expect("}")
        return inner

    def _grouped(self, token: Token) -> Expr:
        r"""``3 - [2 - {1 - (x + 1)}]``: the other brackets around an expression; ``[[1, 2], [3, 4]]`` is a matrix."""
        if token.kind == "[" and self.kind() == "[":
            return self._matrix()
        offset = token.offset
        if not self._holds_brackets():
            raise ParseError(f"'{token.text}' stands around other brackets only", offset)
        inner = self.enclosed(self.list_)
        self.expect({"{": "}", "set{": "set}", "[": "]"}[token.kind])
        if not isinstance(inner, Expr):
            raise ParseError("a set, interval or relation stands alone, not inside an expression", offset)
        return inner

    def _holds_brackets(self) -> bool:
        """Whether brackets stand in the one just opened, and something beside it: ``[x]`` may be a whole part."""
        start = self.at - 1
        self.at = start
        bracket = self.bracket()
        self.at = start + 1
        if bracket is None:
            return False
        inside = any(token.kind in OPENING for token in self.tokens[start + 1 : bracket.close])
        before = self.tokens[start - 1].kind if start else ""
        after = self.tokens[bracket.close + 1].kind
        return inside and not (_ends_side(before) and _ends_side(after))

    def parenthesized(self, inner: Node, token: Token) -> Expr:
        if isinstance(inner, Collection):
            raise ParseError("a pair in parentheses stands alone, not inside an expression", token.offset)
        if not isinstance(inner, Expr):
            raise ParseError("a relation in parentheses stands alone, not inside an expression", token.offset)
        return inner

    def _absolute(self, token: Token) -> Expr:
        closing = ")|" if token.kind == "|(" else "|"
        if closing == "|":
            self.bars += 1
            inner = self.expression(self.sum, token.offset)
            self.expect("|")
            self.bars -= 1
            self._check_bars(token)
        else:
            inner = cast("Expr", self.enclosed(self.sum))
            self.expect(closing)
        return Call("abs", (inner,))

    def _check_bars(self, token: Token) -> None:
        """``|a|b|c|`` could be |a|·b·|c| or |a·|b|·c|."""
        if self.kind() not in ("num", "name", "(", "{", "√", "frac", "sqrt"):
            return
        if any(later.kind == "|" for later in self.tokens[self.at : self.count]):
            raise ParseError("which bars belong together is not clear; write abs()", token.offset)

    # -- matrices ----------------------------------------------------------------------------------------------------

    def _matrix(self) -> Expr:
        rows: list[tuple[Expr, ...]] = []
        offset = self.offset()
        while True:
            self.expect("[")
            inner = self.enclosed(self.list_)
            self.expect("]")
            rows.append(self._row(inner, offset))
            if self.kind() != ",":
                break
            self.take()
        self.expect("]")
        return self._rectangle(rows, offset)

    def _matrix_environment(self) -> Expr:
        offset = self.offset()
        rows: list[tuple[Expr, ...]] = []
        while self.kind() != "end":
            row = [self.expression(self.sum, self.offset())]
            while self.kind() == "&":
                self.take()
                row.append(self.expression(self.sum, self.offset()))
            rows.append(tuple(row))
            if self.kind() == "row":
                self.take()
            elif self.kind() != "end":
                self.expect("end")
        self.take()
        return self._rectangle(rows, offset)

    def _row(self, inner: Node, offset: int) -> tuple[Expr, ...]:
        items = inner.items if isinstance(inner, Collection) and inner.kind == "list" else (inner,)
        if not all(isinstance(item, Expr) for item in items):
            raise ParseError("a matrix holds expressions", offset)
        return cast("tuple[Expr, ...]", items)

    def _rectangle(self, rows: list[tuple[Expr, ...]], offset: int) -> Expr:
        if not rows or len({len(row) for row in rows}) != 1:
            raise ParseError("the rows of a matrix are equally long", offset)
        return Matrix(tuple(rows))

    # -- selections and roots ----------------------------------------------------------------------------------------

    def _selection(self, token: Token) -> Expr:
        r"""``{}_{n}C_{k}``, ``_5P_2``, ``₅C₂``."""
        if token.kind == "{":
            self.take()
            self.expect("_")
        first = self.index()
        name = self.take()
        if name.kind != "name" or name.text not in SELECTIONS:
            raise ParseError("C, P or H is expected behind the lower number", name.offset)
        self.expect("_")
        return Call(name.text, (first, self.index()))

    def latex_root(self, token: Token) -> Expr:
        if self.kind() == "(":  # sqrt(…) typed after a backslash
            return self.call("sqrt", token)
        if self.kind() == "[":
            self.take()
            degree = self.expression(self.sum, self.offset())
            self.expect("]")
            return Call("root", (self.latex_argument(), degree))
        return Call("sqrt", (self.latex_argument(),))

    # -- numbers -----------------------------------------------------------------------------------------------------

    def number(self, token: Token) -> Expr:
        value = number(token.text, token.offset)
        if value.decimals:
            return value
        kind = self.kind()
        if kind == "vulgar":
            top, bottom = self.take().text.split("/")
            return Mixed(int(token.text), int(top), int(bottom))
        if kind == "num" and self.kind(1) == "/" and self.kind(2) == "num" and self.here().spaced:
            top_token, bottom_token = self.here(), self.tokens[self.at + 2]
            if top_token.text.isdigit() and bottom_token.text.isdigit():
                self.at += 3
                return self._mixed(token, int(top_token.text), int(bottom_token.text))
        if kind == "frac":
            mark = self.at
            self.take()
            if self.kind() == "{" and self.tokens[self.at + 1].kind == "name":
                self.at = mark
                return value
            above, below = self.latex_argument(), self.latex_argument()
            if isinstance(above, Num) and isinstance(below, Num) and not above.decimals and not below.decimals:
                return self._mixed(token, int(above.value), int(below.value))
            self.at = mark
        return value

    def _mixed(self, token: Token, top: int, bottom: int) -> Expr:
        if not 0 < top < bottom:
            raise ParseError("the fraction of a mixed number lies between 0 and 1", token.offset)
        return Mixed(int(token.text), top, bottom)


def _ends_side(kind: str) -> bool:
    return kind in RELATIONS or kind in ("", ",", "word")
