"""School infix text; parsing it, with the variables declared, gives the same tree."""

from __future__ import annotations

import re

from generation.expression.notation.writer import ATOM, CHUNK, FACTOR, QUOTIENT, TERM, Writer, binding, digits
from generation.expression.tree import And, Call, Const, Div, Expr, Mixed, Mul, Neg, Node, Num, Or, Pow, Quantity, Sym
from generation.expression.vocabulary import SELECTIONS

_DOT = "\u0307"
_RUNS = re.compile(r"[A-Za-z]+")
_SURE = frozenset({"cm", "mm", "km", "kg", "mg", "mL", "dL", "kL"})


class Infix(Writer):
    """``2x + 3 = 7``."""

    bars = True
    """Whether absolute values may be written with bars here."""

    def number(self, value: Num) -> str:
        whole, behind, period = digits(value)
        if period:
            period = period + _DOT if len(period) == 1 else period[0] + _DOT + period[1:] + _DOT
        return f"{whole}.{behind}{period}" if behind or period else whole

    def spaced(self, op: str) -> str:
        return f" {op} "

    def bracket(self, text: str) -> str:
        return f"({text})"

    def times(self, left: Expr, right: Expr) -> str:
        right_text = self.at_least(right, FACTOR) if not isinstance(right, Mixed) else self.write(right)
        return f"{self.at_least(left, TERM)}*{right_text}"

    def side_by_side(self, left: Expr, right: Expr) -> str:
        right_text = self.at_least(right, FACTOR)
        if right_text[0].isdigit():
            return f"{self.at_least(left, TERM)}*{right_text}"
        left_text = self._without_bars(left)
        if not (binding(left) >= CHUNK or (isinstance(left, Div) and _is_coefficient(left) and right_text[0] != "(")):
            left_text = self.bracket(left_text)
        if right_text[0] == "(" and isinstance(left, Sym) and left.name in SELECTIONS:
            left_text = self.bracket(left_text)
        return left_text + right_text if self.together(left_text, right_text) else f"{left_text} {right_text}"

    def _without_bars(self, expr: Expr) -> str:
        bars, self.bars = self.bars, False
        text = self.write(expr)
        self.bars = bars
        return text

    def quotient(self, expr: Div) -> str:
        if expr.inline:
            return f"{self.at_least(expr.left, TERM)} ÷ {self.at_least(expr.right, FACTOR)}"
        return f"{self.at_least(expr.left, QUOTIENT)}/{self.at_least(expr.right, FACTOR)}"

    def matrix(self, rows: tuple[tuple[Expr, ...], ...]) -> str:
        return "[" + ", ".join(f"[{', '.join(self.write(entry) for entry in row)}]" for row in rows) + "]"

    def special(self, expr: Expr) -> str:
        match expr:
            case Sym(name):
                return name if "_" not in name else _subscripted(name)
            case Const(name):
                return name
            case Pow(base, exponent):
                return f"{self.at_least(base, ATOM)}^{self._exponent(exponent)}"
            case Mixed(whole, numerator, denominator):
                return f"{whole} {numerator}/{denominator}"
            case Quantity(arg, unit):
                return self._amount(arg, unit)
            case Call("factorial", (arg,)):
                return self.at_least(arg, ATOM) + "!"
            case Call("degrees", (arg,)):
                return self.at_least(arg, ATOM) + "°"
            case Call("abs", (arg,)) if self.bars:
                return f"|{self._without_bars(arg)}|"
            case Call(name, args):
                bars, self.bars = self.bars, True
                text = f"{name}({', '.join(self.write(arg) for arg in args)})"
                self.bars = bars
                return text
        raise AssertionError(expr)

    def _exponent(self, exponent: Expr) -> str:
        plain = isinstance(exponent, Num | Sym) or (isinstance(exponent, Neg) and isinstance(exponent.arg, Num))
        return self.write(exponent) if plain else self.bracket(self.write(exponent))

    def _amount(self, arg: Expr, unit: str) -> str:
        number = isinstance(arg, Mixed) or (binding(arg) >= CHUNK and not _is_coefficient(arg))
        text = self._without_bars(arg) if number else self.bracket(self.write(arg))
        if not unit.isascii():
            return text + unit
        plain = all(run in _SURE or len(run) > 3 for run in _RUNS.findall(unit))
        if plain and not set("".join(self.names)) & set(unit):
            return f"{text} {unit}"
        return f'{text} "{unit}"'

    def conjunction(self, parts: tuple[Node, ...]) -> str:
        return " and ".join(self.joined(part, (And, Or)) for part in parts)

    def disjunction(self, parts: list[str]) -> str:
        return " or ".join(parts)

    def word(self, word: str) -> str:
        return word


def _is_coefficient(expr: Expr) -> bool:
    """``1/2`` of ``1/2x``."""
    if isinstance(expr, Mul) and expr.implicit:
        return _is_coefficient(expr.left)
    return isinstance(expr, Div) and not expr.inline and isinstance(expr.left, Num) and isinstance(expr.right, Num)


def _subscripted(name: str) -> str:
    """``x_1``, ``a_{ij}``."""
    base, _, index = name.partition("_")
    return name if len(index) <= 1 or index.isdigit() else f"{base}_{{{index}}}"
