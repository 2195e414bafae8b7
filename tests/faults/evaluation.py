"""A second reader of school mathematics, for tests only: text and numbers in, a number or a truth value out.

It shares no code with `generation`: precedence climbing straight to a value, in fractions as long as they last and
else in 60 digits. Whatever it does not know raises UnreadableError, so that nothing is claimed on a guess.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb, factorial, gcd, isqrt, lcm, perm
from typing import Any, TypeAlias

import mpmath

CONTEXT = mpmath.mp.clone()
CONTEXT.dps = 60
CLOSE = CONTEXT.mpf(10) ** -40

Value: TypeAlias = "Fraction | Any"
"""A fraction, or a number of mpmath with 60 digits."""
Point = Mapping[str, Value]

_TOKEN = re.compile(
    r"\s*(?:(?P<num>\d+(?:\.\d+)?)|(?P<word>or|and)\b|(?P<name>[A-Za-z]+)|(?P<op><=|>=|!=|[-+*/÷^=<>(),|!%{}√]))"
)
FUNCTIONS: dict[str, Callable[..., Value]] = {}


class UnreadableError(ValueError):
    """The text has something that this reader does not know."""


class NoValueError(ArithmeticError):
    """The text has no value at this point: a division by zero, an even root of a negative number."""


def value(text: str, point: Point | None = None) -> Value:
    """The number that an expression is at a point. Raises UnreadableError or NoValueError."""
    reader = _Reader(text, point or {})
    found = reader.sum()
    reader.end()
    return found


def holds(text: str, point: Point | None = None) -> bool:
    """Whether a relation, a chain, or several joined by 'and', 'or' or commas (all of them) hold at a point."""
    reader = _Reader(text, point or {})
    found = reader.any_of()
    reader.end()
    return found


def same(a: Value, b: Value) -> bool:
    """Whether two numbers are equal; to 40 digits where one is no fraction."""
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a == b
    return bool(abs(_float(a) - _float(b)) < CLOSE)


def below(a: Value, b: Value) -> bool:
    """Whether one number is smaller."""
    return not same(a, b) and bool(_float(a) < _float(b))


def largest(numbers: Sequence[Value]) -> Value:
    """The largest of some numbers."""
    return max(numbers, key=_float)


def from_latex(text: str) -> str:
    """The LaTeX of school statements in the notation that this reader knows; systems joined by 'and'."""
    text = re.sub(r"(\d)\\[dt]?frac\{(\d+)\}\{(\d+)\}", r"(\1+\2/\3)", text)
    before = ""
    while before != text:
        before = text
        for pattern, written in _BRACED:
            text = re.sub(pattern, written, text)
    text = text.replace("\\begin{cases}", "").replace("\\end{cases}", "").replace("\\\\", " and ")
    for command, sign in _COMMANDS.items():
        text = re.sub(rf"\\{command}(?![A-Za-z])", sign, text)
    if "\\" in text:
        raise UnreadableError(f"LaTeX in {text!r}")
    return text


_BRACED = (
    (r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))"),
    (r"\\sqrt\{([^{}]*)\}", r"sqrt(\1)"),
    (r"\^\{([^{}]*)\}", r"^(\1)"),
)
_COMMANDS = {
    "times": "*", "cdot": "*", "div": "÷", "le": "<=", "leq": "<=", "ge": ">=", "geq": ">=", "ne": "!=", "neq": "!=",
    "left": "", "right": "", "pi": "pi", ",": " ",
}  # fmt: skip


@dataclass(slots=True)
class _Token:
    kind: str
    text: str
    spaced: bool


class _Reader:
    """Reads and computes at once; a relation is a truth value, an expression a number."""

    def __init__(self, text: str, point: Point) -> None:
        self.tokens = _tokens(text)
        self.at = 0
        self.point = point
        self.bars = 0

    def peek(self, ahead: int = 0) -> str:
        position = self.at + ahead
        return self.tokens[position].text if position < len(self.tokens) else ""

    def kind(self, ahead: int = 0) -> str:
        position = self.at + ahead
        return self.tokens[position].kind if position < len(self.tokens) else ""

    def take(self, expected: str | None = None) -> str:
        text = self.peek()
        if not text or (expected is not None and text != expected):
            raise UnreadableError(f"{text!r} instead of {expected!r}")
        self.at += 1
        return text

    def end(self) -> None:
        if self.at < len(self.tokens):
            raise UnreadableError(f"{self.peek()!r} is left over")

    def any_of(self) -> bool:
        results = [self.all_of()]
        while self.peek() == "or":
            self.take()
            results.append(self.all_of())
        return any(results)

    def all_of(self) -> bool:
        results = [self.relation()]
        while self.peek() in ("and", ","):
            self.take()
            results.append(self.relation())
        return all(results)

    def relation(self) -> bool:
        left, result, count = self.side(), True, 0
        while self.peek() in _HOLDS:
            op = self.take()
            right = self.side()
            result = result and left is not None and right is not None and _HOLDS[op](left, right)
            left, count = right, count + 1
        if not count:
            raise UnreadableError("no relation")
        return result

    def side(self) -> Value | None:
        """A side; None where it has no value, which makes its relation false."""
        start = self.at
        try:
            return self.sum()
        except NoValueError:
            depth, self.at = 0, start
            while self.at < len(self.tokens) and not (depth == 0 and self.peek() in (*_HOLDS, "or", "and", ",")):
                depth += (self.peek() == "(") - (self.peek() == ")")
                self.at += 1
            return None

    def sum(self) -> Value:
        total = self.signed()
        while self.peek() in ("+", "-"):
            total = _plus(total, self.signed()) if self.take() == "+" else _plus(total, _minus(self.signed()))
        return total

    def signed(self) -> Value:
        if self.peek() == "-":
            self.take()
            return _minus(self.signed())
        if self.peek() == "+":
            self.take()
            return self.signed()
        return self.product()

    def product(self) -> Value:
        total = self.bar()
        while self.peek() in ("*", "÷"):
            total = _times(total, self.bar()) if self.take() == "*" else _over(total, self.bar())
        return total

    def bar(self) -> Value:
        """Runs of factors around fraction bars; ``1/2x`` is half of x, ``x/2y`` is refused."""
        plain = self.kind() == "num"
        run = self.run()
        total = _product(run)
        while self.peek() == "/":
            self.take()
            number_below = self.kind() == "num"
            below_run = self.run()
            if len(below_run) > 1 and not (plain and len(run) == 1 and number_below):
                raise UnreadableError("what stands below the bar is not clear")
            total = _product([_over(total, below_run[0]), *below_run[1:]])
            plain = False
        return total

    def run(self) -> list[Value]:
        if self.peek() in ("-", "+"):
            sign = self.take()
            rest = self.run()
            return [_minus(_product(rest))] if sign == "-" else rest
        parts = [self.power()]
        while self.kind() == "name" or self.peek() in ("(", "√") or (self.peek() == "|" and not self.bars):
            parts.append(self.power())
        return parts

    def power(self) -> Value:
        base = self.atom()
        if self.peek() == "^":
            self.take()
            sign = -1 if self.peek() == "-" else 1
            if sign < 0:
                self.take()
            exponent = self.power()
            base = _power(base, _times(Fraction(sign), exponent))
        while self.peek() in ("!", "%"):
            base = _factorial(base) if self.take() == "!" else _over(base, Fraction(100))
        return base

    def atom(self) -> Value:
        kind, text = self.kind(), self.take()
        if kind == "num":
            return self.mixed(Fraction(text))
        if text == "(":
            inner = self.sum()
            self.take(")")
            return inner
        if text == "|":
            self.bars += 1
            inner = self.sum()
            self.bars -= 1
            self.take("|")
            return abs(inner)
        if text == "√":
            return _root(self.atom())
        if kind == "name":
            return self.named(text)
        raise UnreadableError(f"{text!r}")

    def mixed(self, whole: Value) -> Value:
        """``3 1/2``: a number, a space and a fraction."""
        if [self.kind(), self.peek(1), self.kind(2)] == ["num", "/", "num"] and self.tokens[self.at].spaced:
            top = Fraction(self.take())
            self.take("/")
            return whole + top / Fraction(self.take())
        return whole

    def named(self, name: str) -> Value:
        if name in self.point:
            return self.point[name]
        if name in FUNCTIONS and self.peek() == "(":
            self.take()
            args = [self.sum()]
            while self.peek() == ",":
                self.take()
                args.append(self.sum())
            self.take(")")
            return FUNCTIONS[name](*args)
        if name == "pi":
            return CONTEXT.pi + 0
        letters = [self.point.get(letter) for letter in name]
        if None in letters:
            raise UnreadableError(f"the name {name!r}")
        return _product([letter for letter in letters if letter is not None])


def _tokens(text: str) -> list[_Token]:
    found, at = [], 0
    for was, now in (("≤", "<="), ("≥", ">="), ("≠", "!="), ("×", "*"), ("·", "*"), ("−", "-"), ("**", "^")):
        text = text.replace(was, now)
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise UnreadableError(f"{text[at : at + 12]!r}")
        kind = match.lastgroup or ""
        found.append(_Token(kind, match[kind], text[at].isspace()))
        at = match.end()
    return found


_HOLDS: dict[str, Callable[[Value, Value], bool]] = {
    "=": same,
    "!=": lambda a, b: not same(a, b),
    "<": below,
    ">": lambda a, b: below(b, a),
    "<=": lambda a, b: not below(b, a),
    ">=": lambda a, b: not below(a, b),
}


def _float(number: Value) -> Any:
    if isinstance(number, Fraction):
        return CONTEXT.mpf(number.numerator) / number.denominator
    return number


def _both(a: Value, b: Value) -> tuple[Value, Value]:
    return (a, b) if isinstance(a, Fraction) and isinstance(b, Fraction) else (_float(a), _float(b))


def _plus(a: Value, b: Value) -> Value:
    first, second = _both(a, b)
    return first + second


def _minus(a: Value) -> Value:
    return -a


def _times(a: Value, b: Value) -> Value:
    first, second = _both(a, b)
    return first * second


def _over(a: Value, b: Value) -> Value:
    if same(b, Fraction(0)):
        raise NoValueError("division by zero")
    first, second = _both(a, b)
    return first / second


def _product(parts: list[Value]) -> Value:
    total: Value = Fraction(1)
    for part in parts:
        total = _times(total, part)
    return total


def _power(base: Value, exponent: Value) -> Value:
    if isinstance(exponent, Fraction) and exponent.denominator == 1:
        if abs(exponent) > 400:
            raise UnreadableError("a large exponent")
        if exponent <= 0 and same(base, Fraction(0)):
            raise NoValueError("zero to a power that is not positive")
        return base ** int(exponent)
    if below(base, Fraction(0)):
        raise NoValueError("a root of a negative number")
    return _float(base) ** _float(exponent)


def _root(number: Value) -> Value:
    if below(number, Fraction(0)):
        raise NoValueError("a square root of a negative number")
    if isinstance(number, Fraction):
        top, bottom = isqrt(number.numerator), isqrt(number.denominator)
        if top * top == number.numerator and bottom * bottom == number.denominator:
            return Fraction(top, bottom)
    return CONTEXT.sqrt(_float(number))


def _integer(number: Value) -> int:
    if not isinstance(number, Fraction) or number.denominator != 1:
        raise UnreadableError("no integer")
    return int(number)


def _whole(number: Value) -> int:
    if not isinstance(number, Fraction) or number.denominator != 1 or not 0 <= number <= 100:
        raise UnreadableError("no small whole number")
    return int(number)


def _factorial(number: Value) -> Value:
    return Fraction(factorial(_whole(number)))


def _logarithm(number: Value, base: Value = Fraction(10)) -> Value:
    if not below(Fraction(0), number) or not below(Fraction(0), base) or same(base, Fraction(1)):
        raise NoValueError("a logarithm without a value")
    return CONTEXT.log(_float(number)) / CONTEXT.log(_float(base))


def _mean(*numbers: Value) -> Value:
    return _over(_sum_of(numbers), Fraction(len(numbers)))


def _sum_of(numbers: tuple[Value, ...]) -> Value:
    total: Value = Fraction(0)
    for number in numbers:
        total = _plus(total, number)
    return total


def _variance(*numbers: Value) -> Value:
    mean = _mean(*numbers)
    return _mean(*(_times(_plus(number, _minus(mean)), _plus(number, _minus(mean))) for number in numbers))


def _mode(*numbers: Value) -> Value:
    counts = Counter(numbers).most_common(2)
    if len(counts) > 1 and counts[0][1] == counts[1][1]:
        raise NoValueError("no single mode")
    return counts[0][0]


def _angle(function: Callable[[Any], Any]) -> Callable[[Value], Value]:
    """Sine and the like; a value beside 0 is taken for 0, and a tangent of a right angle has none."""

    def at(angle: Value) -> Value:
        found = function(_float(angle))
        if abs(found) > CONTEXT.mpf(10) ** 30:
            raise NoValueError("no tangent")
        return Fraction(0) if abs(found) < CLOSE else found

    return at


FUNCTIONS |= {
    "mean": _mean,
    "median": lambda *numbers: statistics.median(numbers),
    "mode": _mode,
    "variance": _variance,
    "stdev": lambda *numbers: _root(_variance(*numbers)),
    "gcd": lambda *numbers: Fraction(gcd(*map(_integer, numbers))),
    "lcm": lambda *numbers: Fraction(lcm(*map(_integer, numbers))),
    "sin": _angle(CONTEXT.sin),
    "cos": _angle(CONTEXT.cos),
    "tan": _angle(CONTEXT.tan),
    "H": lambda n, r: Fraction(comb(_whole(n) + _whole(r) - 1, _whole(r))),
    "max": lambda *numbers: largest(numbers),
    "min": lambda *numbers: min(numbers, key=_float),
    "sqrt": _root,
    "abs": abs,
    "C": lambda n, r: Fraction(comb(_whole(n), _whole(r))),
    "P": lambda n, r: Fraction(perm(_whole(n), _whole(r))),
    "log": _logarithm,
}
