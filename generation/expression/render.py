"""Trees to text: school infix (which the parser reads back) and LaTeX."""

from __future__ import annotations

import re
from fractions import Fraction

from generation.expression.tree import (
    Add,
    And,
    Call,
    Collection,
    Const,
    Div,
    Everything,
    Expr,
    Interval,
    Mixed,
    Mul,
    Neg,
    Node,
    Nothing,
    Num,
    Or,
    Percent,
    Pow,
    Relation,
    Sub,
    Sym,
)
from generation.expression.vocabulary import CONSTANTS, FUNCTIONS, MAX_JUXTAPOSED

_SUM, _PRODUCT, _POWER, _ATOM = 1, 2, 3, 4
_LONG = [name for name in CONSTANTS if len(name) > 1]
_LATEX_OPS = {"=": "=", "!=": r"\ne", "<": "<", "<=": r"\le", ">": ">", ">=": r"\ge"}


def infix(node: Node) -> str:
    """School infix text, spaces around relations: ``2x + 3 = 7``; parsing it gives an equal tree.

    >>> infix(parse("x^2-5x+6=0"))
    'x^2 - 5x + 6 = 0'
    """
    return _Infix().write(node)


def latex(node: Node) -> str:
    r"""LaTeX without dollar signs: ``\frac{1}{2}x+3=7``."""
    return _Latex().write(node)


def decimal(value: Num) -> str:
    """A number literal as it was written."""
    if not value.decimals:
        return str(value.value)
    scaled = value.value * Fraction(10) ** value.decimals
    digits = str(int(scaled)).rjust(value.decimals + 1, "0")
    return f"{digits[: -value.decimals]}.{digits[-value.decimals :]}"


def precedence(expr: Expr) -> int:
    """How tightly the outermost operation binds."""
    match expr:
        case Add() | Sub() | Neg():
            return _SUM
        case Mul() | Div():
            return _PRODUCT
        case Pow() | Percent() | Mixed() | Call("factorial" | "degrees"):
            return _POWER
        case _:
            return _ATOM


class _Writer:
    """What both notations share; the subclasses know brackets, fractions and signs."""

    ops: dict[str, str]
    plus, minus = " + ", " - "

    def write(self, node: Node) -> str:
        match node:
            case Relation(op, left, right):
                return f"{self.write(left)}{self.spaced(op)}{self.write(right)}"
            case And(parts):
                return self.conjunction(parts)
            case Or(parts):
                return self.disjunction([self.write(part) for part in parts])
            case Collection(kind, items):
                return self.collection(kind, [self.write(item) for item in items])
            case Interval(low, high, low_closed, high_closed):
                ends = f"{self.write(low)}, {self.write(high)}"
                return f"{'[' if low_closed else '('}{ends}{']' if high_closed else ')'}"
            case Everything():
                return self.everything()
            case Nothing():
                return self.nothing()
            case _:
                return self.expression(node)

    def expression(self, expr: Expr) -> str:
        match expr:
            case Num():
                return decimal(expr)
            case Add(left, right):
                return self.write(left) + self.plus + self.at_least(right, _PRODUCT)
            case Sub(left, right):
                return self.write(left) + self.minus + self.at_least(right, _PRODUCT)
            case Neg(arg):
                return "-" + self.at_least(arg, _PRODUCT)
            case Mul(left, right, implicit):
                return self.product(left, right, implicit)
            case Div():
                return self.quotient(expr)
            case Percent(arg):
                return self.at_least(arg, _ATOM) + self.percent()
            case _:
                return self.special(expr)

    def at_least(self, expr: Expr, level: int) -> str:
        text = self.write(expr)
        return text if precedence(expr) >= level else self.bracket(text)

    def factor(self, expr: Expr) -> str:
        return self.at_least(expr, _PRODUCT)

    def chained(self, parts: tuple[Node, ...]) -> str | None:
        """``2 < x < 3`` where the relations share their sides."""
        text = ""
        previous: Expr | None = None
        for part in parts:
            if not isinstance(part, Relation) or part.op in ("=", "!=") or previous not in (None, part.left):
                return None
            text = (text or self.write(part.left)) + self.spaced(part.op) + self.write(part.right)
            previous = part.right
        return text

    def spaced(self, op: str) -> str:
        raise NotImplementedError

    def bracket(self, text: str) -> str:
        raise NotImplementedError

    def product(self, left: Expr, right: Expr, implicit: bool) -> str:
        raise NotImplementedError

    def quotient(self, expr: Div) -> str:
        raise NotImplementedError

    def special(self, expr: Expr) -> str:
        raise NotImplementedError

    def conjunction(self, parts: tuple[Node, ...]) -> str:
        raise NotImplementedError

    def disjunction(self, parts: list[str]) -> str:
        raise NotImplementedError

    def collection(self, kind: str, items: list[str]) -> str:
        raise NotImplementedError

    def everything(self) -> str:
        raise NotImplementedError

    def nothing(self) -> str:
        raise NotImplementedError

    def percent(self) -> str:
        raise NotImplementedError


class _Infix(_Writer):
    def spaced(self, op: str) -> str:
        return f" {op} "

    def bracket(self, text: str) -> str:
        return f"({text})"

    def product(self, left: Expr, right: Expr, implicit: bool) -> str:
        right_text = self.at_least(right, _POWER)
        if not implicit or right_text[0].isdigit() or isinstance(right, Mixed):
            return f"{self.factor(left)}*{right_text}"
        coefficient = isinstance(left, Div) and isinstance(left.left, Num) and isinstance(left.right, Num)
        if isinstance(left, Div) and not (coefficient and not left.inline and right_text[0] != "("):
            return self.bracket(self.write(left)) + right_text
        if isinstance(left, Mixed) or (isinstance(left, Mul) and not left.implicit):
            return f"{self.factor(left)}*{right_text}"
        left_text = self.factor(left)
        if _run_together(left_text, right_text):
            return f"{left_text}*{right_text}"
        if isinstance(left, Sym | Const) and right_text[0] == "(":
            return f"{left_text}*{right_text}"  # x(…) could be read as a function
        return left_text + right_text

    def quotient(self, expr: Div) -> str:
        if expr.inline:
            return f"{self.factor(expr.left)} ÷ {self.at_least(expr.right, _POWER)}"
        left = expr.left
        loose = (isinstance(left, Mul) and not left.implicit) or (isinstance(left, Div) and left.inline)
        top = self.bracket(self.write(left)) if loose else self.factor(left)
        return f"{top}/{self.at_least(expr.right, _POWER)}"

    def special(self, expr: Expr) -> str:
        match expr:
            case Sym(name) | Const(name):
                return name
            case Pow(base, exponent):
                return f"{self.at_least(base, _ATOM)}^{self.exponent(exponent)}"
            case Mixed(whole, numerator, denominator):
                return f"{whole} {numerator}/{denominator}"
            case Call("factorial", (arg,)):
                return self.at_least(arg, _ATOM) + "!"
            case Call("degrees", (arg,)):
                return self.at_least(arg, _ATOM) + "°"
            case Call("abs", (arg,)):
                return f"|{self.write(arg)}|" if "|" not in self.write(arg) else f"abs({self.write(arg)})"
            case Call(name, args):
                return f"{name}({', '.join(self.write(arg) for arg in args)})"
        raise AssertionError(expr)

    def exponent(self, exponent: Expr) -> str:
        plain = isinstance(exponent, Num | Sym) or (isinstance(exponent, Neg) and isinstance(exponent.arg, Num))
        return self.write(exponent) if plain else self.bracket(self.write(exponent))

    def conjunction(self, parts: tuple[Node, ...]) -> str:
        return self.chained(parts) or " and ".join(self.write(part) for part in parts)

    def disjunction(self, parts: list[str]) -> str:
        return " or ".join(parts)

    def collection(self, kind: str, items: list[str]) -> str:
        opening, closing = {"list": ("", ""), "set": ("{", "}"), "tuple": ("(", ")")}[kind]
        return opening + ", ".join(items) + closing

    def everything(self) -> str:
        return "all"

    def nothing(self) -> str:
        return "none"

    def percent(self) -> str:
        return "%"


class _Latex(_Writer):
    plus, minus = "+", "-"

    def spaced(self, op: str) -> str:
        text = _LATEX_OPS[op]
        return f" {text} " if text[0] == "\\" else text

    def bracket(self, text: str) -> str:
        return rf"\left({text}\right)" if r"\frac" in text else f"({text})"

    def product(self, left: Expr, right: Expr, implicit: bool) -> str:
        left_text, right_text = self.factor(left), self.factor(right)
        tight = isinstance(right, Mul) and right.implicit and not implicit  # 4√2 × 2√6 needs no brackets
        if (isinstance(right, Mul) and not tight) or (isinstance(right, Div) and right.inline):
            right_text = self.bracket(right_text)
        if isinstance(left, Div) and left.inline and implicit:
            left_text = self.bracket(left_text)
        number_follows = right_text[0].isdigit() or (right_text.startswith(r"\frac") and isinstance(left, Num))
        if not implicit or number_follows or isinstance(left, Mixed):
            return rf"{left_text} \times {right_text}"
        return left_text + right_text

    def quotient(self, expr: Div) -> str:
        if not expr.inline:
            return rf"\frac{{{self.write(expr.left)}}}{{{self.write(expr.right)}}}"
        right = expr.right
        text = self.factor(right)
        if isinstance(right, Mul | Div) and not (isinstance(right, Div) and not right.inline):
            monomial = all(sign not in text for sign in ("(", r"\times", r"\div", r"\frac"))
            text = text if monomial else self.bracket(text)
        return rf"{self.factor(expr.left)} \div {text}"

    def special(self, expr: Expr) -> str:
        match expr:
            case Sym(name):
                base, _, index = name.partition("_")
                return f"{base}_{{{index}}}" if index else base
            case Const(name):
                return {"pi": r"\pi", "oo": r"\infty"}.get(name, name)
            case Pow(base, exponent):
                return f"{self.at_least(base, _ATOM) if not _is_fraction(base) else self.bracket(self.write(base))}" + (
                    f"^{{{self.write(exponent)}}}" if len(self.write(exponent)) > 1 else f"^{self.write(exponent)}"
                )
            case Mixed(whole, numerator, denominator):
                return rf"{whole}\frac{{{numerator}}}{{{denominator}}}"
            case Call("sqrt", (arg,)):
                return rf"\sqrt{{{self.write(arg)}}}"
            case Call("root", (arg, degree)):
                return rf"\sqrt[{self.write(degree)}]{{{self.write(arg)}}}"
            case Call("abs", (arg,)):
                return rf"\left|{self.write(arg)}\right|"
            case Call("factorial", (arg,)):
                return self.at_least(arg, _ATOM) + "!"
            case Call("degrees", (arg,)):
                return self.at_least(arg, _ATOM) + r"^{\circ}"
            case Call("log", (arg, base)):
                return rf"\log_{{{self.write(base)}}}{self.argument(arg)}"
            case Call(name, args) if name in ("log", "ln", "sin", "cos", "tan"):
                return rf"\{name}{self.argument(args[0])}"
            case Call(name, args):
                return rf"{name}({', '.join(self.write(arg) for arg in args)})"
        raise AssertionError(expr)

    def argument(self, arg: Expr) -> str:
        text = self.write(arg)
        return f" {text}" if isinstance(arg, Num | Sym | Const) else self.bracket(text)

    def conjunction(self, parts: tuple[Node, ...]) -> str:
        if (chain := self.chained(parts)) is not None:
            return chain
        return r"\begin{cases} " + r" \\ ".join(self.write(part) for part in parts) + r" \end{cases}"

    def disjunction(self, parts: list[str]) -> str:
        return r" \text{ or } ".join(parts)

    def collection(self, kind: str, items: list[str]) -> str:
        opening, closing = {"list": ("", ""), "set": (r"\{", r"\}"), "tuple": ("(", ")")}[kind]
        return opening + ", ".join(items) + closing

    def everything(self) -> str:
        return r"\text{all}"

    def nothing(self) -> str:
        return r"\text{none}"

    def percent(self) -> str:
        return r"\%"


def _run_together(left: str, right: str) -> bool:
    """Whether letters that meet would be read as one name: ``x`` before ``sqrt(2)``, ``p`` before ``i``."""
    tail = re.search(r"[A-Za-z]*$", left)
    head = re.match(r"[A-Za-z]*", right)
    run = (tail[0] if tail else "") + (head[0] if head else "")
    if not tail or not tail[0]:
        return False
    return len(run) > MAX_JUXTAPOSED or run in FUNCTIONS or any(name in run for name in _LONG) or run in CONSTANTS


def _is_fraction(expr: Expr) -> bool:
    return isinstance(expr, Div)
